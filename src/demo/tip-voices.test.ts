import { expect, test } from "vitest"
import { storyNames } from "./tip-stories.ts"
import { tipText } from "./tip-voices.ts"

const slotsOf = (at: number) => ({
  ...{ phone: `0912 000 ${100 + at}`, account: `19000${10_000_000 + at}`, site: `uu-dai-${at % 60}.example` },
  ...{ money: "5 triệu", at },
})
const told = Array.from({ length: 400 }, (_, at) => {
  const name = storyNames[at % storyNames.length] ?? "police"
  return tipText(name, slotsOf(at), false)
})

test("four hundred tips are told in many voices: few say the same words, and the wrong door is among them", () => {
  const words = told.map(({ text }) => text.replace(/[\d. ]{6,}|uu-dai-\d+/g, "#"))
  expect(new Set(words).size).toBeGreaterThan(250)
  const strays = told.filter(({ isStray }) => isStray).length
  expect(strays).toBeGreaterThan(20)
  expect(strays).toBeLessThan(45)
  const lengths = told.map(({ text }) => text.length)
  expect(Math.min(...lengths)).toBeLessThan(15)
  expect(Math.max(...lengths)).toBeGreaterThan(350)
})

test("the same tip has the same words each time, and what an office writes down is in whole sentences", () => {
  for (let at = 0; at < 60; at += 1) {
    const name = storyNames[at % storyNames.length] ?? "police"
    expect(tipText(name, slotsOf(at), false)).toEqual(told[at])
    expect(tipText(name, slotsOf(at), true).isStray).toBe(false)
  }
})
