import { expect, test } from "vitest"
import { scamTypes, scamTypesIn } from "./catalogue.ts"

test("tricks are named in the reader's language, each of them", () => {
  const all = scamTypes()
  const [vi, en] = [scamTypesIn("vi"), scamTypesIn("en")]
  expect(vi.map(({ label }) => label)).toEqual(all.map(({ label }) => label))
  expect(en.map(({ value }) => value)).toEqual(all.map(({ value }) => value))
  const named = en.find(({ value }) => value === "gia-danh-dien-luc")
  expect(named?.label).toBe("Impersonating the power company")
  expect(en.filter(({ label }) => label === "")).toEqual([])
})
