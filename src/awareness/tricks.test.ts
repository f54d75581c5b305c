import { describe, expect, test } from "vitest"
import { scamTypes } from "../signals/index.ts"
import { trickFile } from "./tricks.ts"

const { tricks } = trickFile()

describe("the tricks in plain words", () => {
  test("are the 24 published forms, each once, and others that the province meets", () => {
    const forms = tricks.flatMap(({ form }) => (form === null ? [] : [form])).toSorted((a, b) => a - b)
    expect(forms).toEqual(Array.from({ length: 24 }, (_, at) => at + 1))
    expect(new Set(tricks.map(({ slug }) => slug)).size).toBe(tricks.length)
  })

  test("stand for kinds of tips that the desk counts", () => {
    const known = scamTypes().map(({ value }) => value)
    expect(tricks.filter(({ type }) => type !== null && !known.includes(type))).toEqual([])
  })

  test("name no address that anybody could own and no number that could ring", () => {
    for (const { example } of tricks)
      for (const text of [example.vi, example.en]) {
        const hosts = text.match(/[a-z0-9-]+\.[a-z]{2,}(?:\.[a-z]{2,})?\b/g) ?? []
        expect(hosts.filter((host) => !host.endsWith(".example"))).toEqual([])
        // 0512 is given to no operator (data/reference/mobile-prefixes.csv).
        expect(
          (text.match(/\b0[0-9][0-9 ]{6,}/g) ?? []).filter((number) => !number.startsWith("0512")),
        ).toEqual([])
      }
  })
})
