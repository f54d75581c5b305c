import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { inWords } from "./spelled.ts"

describe("an amount in words", () => {
  test.each([
    [0, "không"],
    [5, "năm"],
    [10, "mười"],
    [15, "mười lăm"],
    [21, "hai mươi mốt"],
    [105, "một trăm lẻ năm"],
    [1_000, "một nghìn"],
    [7_500_000, "bảy triệu năm trăm nghìn"],
    [15_000_000, "mười lăm triệu"],
    [60_000_000, "sáu mươi triệu"],
    [1_000_005, "một triệu không trăm lẻ năm"],
    [2_000_000_000, "hai tỷ"],
    [1_234_567_890, "một tỷ hai trăm ba mươi bốn triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi"],
    [1_000_000_000_000, "một nghìn tỷ"],
  ])("%d is read %s", (amount, words) => expect(inWords(amount)).toBe(words))
  test.each([-1, 1.5, Number.NaN, 10 ** 16])("%d has no words", (amount) => {
    expect(() => inWords(amount)).toThrow()
  })
  test("any amount said in words is understood as that amount, and no other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (amount) => {
        expect(understood(inWords(amount))).toBe(amount)
      }),
      { numRuns: 2_000 },
    )
  })
})

const values: Readonly<Record<string, number>> = {
  ...Object.fromEntries("không một hai ba bốn năm sáu bảy tám chín".split(" ").map((word, i) => [word, i])),
  mốt: 1,
  lăm: 5,
}

/** As a listener adds it up, word by word. */
function understood(text: string): number {
  let [total, milliards, group, digit] = [0, 0, 0, 0]
  const close = (scale: number) => {
    total += (group + digit) * scale
    ;[group, digit] = [0, 0]
  }
  for (const word of text.split(" ")) {
    if (word === "trăm") [group, digit] = [group + digit * 100, 0]
    else if (word === "mười") group += 10
    else if (word === "mươi") [group, digit] = [group + digit * 10, 0]
    else if (word === "nghìn") close(1_000)
    else if (word === "triệu") close(1_000_000)
    else if (word === "tỷ") {
      close(1)
      ;[milliards, total] = [total, 0]
    } else if (word !== "lẻ") digit = values[word] ?? Number.NaN
  }
  close(1)
  return milliards * 1_000_000_000 + total
}
