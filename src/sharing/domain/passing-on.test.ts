import { describe, expect, test } from "vitest"
import { lengthOf, messageOf, minutesOf, withoutAccents, zaloOf } from "./passing-on.ts"

const warning = {
  title: "Giả điện lực dọa cắt điện.",
  whatToDo: ["Cúp máy", "Gọi số in trên hóa đơn"],
  link: "https://lienphong.example/canh-bao/12",
}

describe("a warning that is sent on", () => {
  test("as a text message says what, the first thing to do and where more stands; without accents it is one message", () => {
    const text = messageOf(warning)
    expect(text).toBe("Giả điện lực dọa cắt điện. Cúp máy. https://lienphong.example/canh-bao/12")
    expect(lengthOf(text)).toEqual({ alphabet: "UCS-2", units: 73, parts: 2 })
    expect(withoutAccents(text)).toBe(
      "Gia dien luc doa cat dien. Cup may. https://lienphong.example/canh-bao/12",
    )
    expect(lengthOf(withoutAccents(text))).toEqual({ alphabet: "GSM-7", units: 73, parts: 1 })
  })

  test.each([
    ["a".repeat(160), "GSM-7", 160, 1],
    ["a".repeat(161), "GSM-7", 161, 2],
    [`${"a".repeat(159)}€`, "GSM-7", 161, 2],
    ["ắ".repeat(70), "UCS-2", 70, 1],
    ["ắ".repeat(71), "UCS-2", 71, 2],
    ["ắ".repeat(135), "UCS-2", 135, 3],
    ["😀".repeat(35), "UCS-2", 70, 1],
  ])("is counted as operators count it: %#", (text, alphabet, units, parts) => {
    expect(lengthOf(text)).toEqual({ alphabet, units, parts })
  })

  test("as a message of Zalo has every step on a line of its own", () => {
    expect(zaloOf(warning).split("\n")).toEqual([
      "⚠️ Giả điện lực dọa cắt điện.",
      "• Cúp máy",
      "• Gọi số in trên hóa đơn",
      "https://lienphong.example/canh-bao/12",
    ])
  })

  test("over the loudspeaker takes half a minute for each 65 syllables begun", () => {
    expect([
      minutesOf("một"),
      minutesOf("một ".repeat(65)),
      minutesOf("một ".repeat(66)),
      minutesOf("một ".repeat(261)),
    ]).toEqual([0.5, 0.5, 1, 2.5])
  })
})
