import { expect, test } from "vitest"
import { allViolations } from "../catalogue.ts"
import { rangeFor } from "./fines.ts"
import { bandsOf, forUnits, lacksUnits, type UnitKind, unitsRefused } from "./units.ts"

const row = (id: string) => {
  const found = allViolations().find((one) => one.id === id)
  if (found === undefined) throw new Error(`no row ${id}`)
  return found
}
const of = (count: number, kind: UnitKind = "number") => [{ count, kind }]

test("a row says for how many numbers, or points, it is", () => {
  expect(bandsOf(row("V-SIM-03A-2026"))).toEqual([{ kind: "number", from: 11, to: 200 }])
  expect(bandsOf(row("V-SIM-03C-2026"))).toEqual([{ kind: "number", from: 501, to: null }])
  expect(bandsOf(row("V-SIM-04D-2026"))).toEqual([
    { kind: "point", from: 9, to: null },
    { kind: "number", from: 41, to: null },
  ])
  // "quá 03 số; SIM thứ tư trở lên" describes the act, and is no band.
  expect(bandsOf(row("V-SIM-02-2026"))).toEqual([{ kind: "number", from: 1, to: 10 }])
  expect(bandsOf(row("V-SIM-01-2026"))).toEqual([])
})

test("the bands of one act meet without a gap: every number of SIMs has its row and only one", () => {
  const ids = ["V-SIM-03-2026", "V-SIM-03A-2026", "V-SIM-03B-2026", "V-SIM-03C-2026"]
  for (const count of [1, 10, 11, 200, 201, 500, 501, 9_000])
    expect([count, ids.filter((id) => unitsRefused(row(id), of(count)) === null).length]).toEqual([count, 1])
})

test("eleven SIMs are not fined by the row for ten, a row by number is refused without one, and other rows ask none", () => {
  expect(unitsRefused(row("V-SIM-03-2026"), of(11))).toBe("unitsOutside")
  expect(unitsRefused(row("V-SIM-03-2026"), [])).toBe("unitsMissing")
  expect(unitsRefused(row("V-SIM-03-2026"), of(2, "point"))).toBe("unitsMissing")
  expect(unitsRefused(row("V-SIM-04A-2026"), of(3, "point"))).toBeNull()
  expect(unitsRefused(row("V-SIM-01-2026"), [])).toBeNull()
})

test("three points with 45 numbers are fined by the row that 45 numbers reach, not by the lower one of three points", () => {
  const both = [...of(3, "point"), ...of(45)]
  expect(unitsRefused(row("V-SIM-04A-2026"), both)).toBe("unitsOutside")
  expect(unitsRefused(row("V-SIM-04D-2026"), both)).toBeNull()
  // A kind that the row does not name decides nothing.
  expect(unitsRefused(row("V-SIM-03-2026"), [...of(5), ...of(900, "point")])).toBeNull()
})

test("ten SIMs of which nobody said the number are not fined as one: the row of each number waits for it", () => {
  expect(lacksUnits(row("V-SIM-03-2026"), null)).toBe(true)
  expect(lacksUnits(row("V-SIM-03-2026"), { count: 10, kind: "number" })).toBe(false)
  expect(lacksUnits(row("V-SIM-03A-2026"), null)).toBe(false)
})

test("an individual who let five SIMs run on other people's papers is fined five times the amount of one", () => {
  const five = forUnits(row("V-SIM-03-2026"), { count: 5, kind: "number" })
  expect(rangeFor(five, "individual")).toEqual({ min: 500_000, max: 1_250_000 })
  expect(forUnits(row("V-SIM-03A-2026"), { count: 50, kind: "number" })).toEqual(row("V-SIM-03A-2026"))
})
