import { expect, test } from "vitest"
import type { BodyKind, Chart } from "./chart.ts"
import { resolveAddressee } from "./resolve.ts"

const body = (name: string, kind: BodyKind = "commune-committee") => ({
  ...{ id: name, slug: name, name, kind, otherNames: [], areaCode: null },
  ...{ validFrom: "2025-07-01", validTo: null },
})
const chart: Chart = {
  bodies: [
    body("UBND Thành phố Hồ Chí Minh", "province-committee"),
    body("UBND xã Thanh An"),
    body("UBND xã Thạnh An"),
    body("UBND phường Hoà Bình"),
  ],
  groups: [],
  successions: [],
}
const named = (words: string) =>
  resolveAddressee(chart, words, "2026-03-01").map((found) =>
    found.at === "body" ? found.body.name : found.at,
  )

test("a letter to one of two communes that differ by a tone alone goes to that one", () => {
  expect(named("Chủ tịch UBND xã Thạnh An")).toEqual(["UBND xã Thạnh An"])
  expect(named("UBND xã Thanh An")).toEqual(["UBND xã Thanh An"])
  expect(named("Ủy ban nhân dân xã Thạnh An".normalize("NFD"))).toEqual(["UBND xã Thạnh An"])
})

test("without accents nobody guesses which of the two is meant", () => {
  expect(named("UBND xa Thanh An")).toEqual(["unknown"])
})

test("a tone written on another letter is the same name", () => {
  expect(named("UBND phường Hòa Bình")).toEqual(["UBND phường Hoà Bình"])
})
