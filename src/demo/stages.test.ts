import { expect, test } from "vitest"
import { readCsv } from "../kernel/calendar/data.ts"
import { firstStage, laterStage } from "./stages.ts"

const of = (file: string) => readCsv(`administrative-units/${file}.csv`)
const lower = (text: string) => text.toLocaleLowerCase("vi")

test("in 2023 people name places of old Hưng Yên by the names that they had, in 2026 those of the province since", () => {
  const before = new Set(
    of("commune-succession-hung-yen")
      .filter((row) => row.old_province === "Tỉnh Hưng Yên")
      .map((row) => lower(row.old_name ?? "")),
  )
  const since = new Set(of("communes-hung-yen-2025").map((row) => lower(`${row.kind} ${row.name}`)))
  for (const place of firstStage.places) expect([place, before.has(lower(place))]).toEqual([place, true])
  const later = laterStage("2026-11-20")
  for (const place of later?.places ?? []) expect([place, since.has(lower(place))]).toEqual([place, true])
  expect(later?.places.length).toBeGreaterThan(10)
})
