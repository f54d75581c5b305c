import { describe, expect, test } from "vitest"
import { risingOf } from "./rising.ts"
import { clausesOf, itemsOf, looseThings, warningFault } from "./warning.ts"

describe("a warning that cannot go out says how to put it right", () => {
  const good = {
    signs: ["Giục trong vài giờ"],
    whatToDo: ["Cúp máy"],
    areas: ["xã Văn Giang"],
    audience: "public" as const,
    expiresOn: "2026-12-12",
  }
  const asked = { isAuthority: true, today: "2026-11-12" }
  test.each([
    [good, asked, null],
    [{ ...good, signs: [] }, asked, "noSigns"],
    [{ ...good, signs: ["1", "2", "3", "4", "5", "6"] }, asked, "tooManySigns"],
    [{ ...good, whatToDo: [] }, asked, "noSteps"],
    [{ ...good, signs: ["x".repeat(201)] }, asked, "itemTooLong"],
    [good, { ...asked, isAuthority: false }, "onlyAuthorities"],
    [{ ...good, expiresOn: "2026-11-11" }, asked, "endsTooEarly"],
    [{ ...good, expiresOn: "2027-03-01" }, asked, "endsTooLate"],
  ])("%#", (text, who, fault) => {
    expect(warningFault(text, who)).toBe(fault)
  })
})

test("a comma inside a sign does not make two of it", () => {
  expect(itemsOf("Giục, dọa\n\n Bắt tải ứng dụng ")).toEqual(["Giục, dọa", "Bắt tải ứng dụng"])
})

test("the catalogue's clauses become sentences with a capital", () => {
  expect(clausesOf("đang dính ma tuý; lệnh bắt giả")).toEqual(["Đang dính ma tuý", "Lệnh bắt giả"])
})

test("a number in the words that nobody released is told; an attached one and an official one are not", () => {
  const phone = (value: string) => ({ kind: "phone", value })
  const loose = looseThings(
    [phone("+84951"), phone("+84952"), phone("19001234")],
    [phone("+84952")],
    ({ value }) => value.startsWith("1900"),
  )
  expect(loose).toEqual([phone("+84951")])
})

test("a trick rises when a week brings three reports at least and half as many again as before", () => {
  const tallies = [
    { type: "much-as-before", lately: 4, before: 16 },
    { type: "rising", lately: 6, before: 8 },
    { type: "two-are-chance", lately: 2, before: 0 },
    { type: "steeper", lately: 12, before: 4 },
  ]
  expect(risingOf(tallies).map((one) => [one.type, one.rises])).toEqual([
    ["steeper", true],
    ["rising", true],
    ["much-as-before", false],
    ["two-are-chance", false],
  ])
})
