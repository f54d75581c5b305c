import { expect, test } from "vitest"
import { legalRules } from "../../kernel/calendar/data.ts"
import { duesOf, type HeldTip } from "./dues.ts"

const tip: HeldTip = {
  ...{ state: "received", withdrawnAt: null, channel: "portal", receivedOn: "2026-03-16", toldAt: null },
}
const department = { kind: "department", isCommune: false }
const communePolice = { kind: "police", isCommune: true }
const saidOf = (one: HeldTip, holder = department) =>
  duesOf(one, holder, legalRules()).map(({ rule, is }) => `${rule.id} ${is}`)

test("a department that holds a tip passes a sign of a crime on at once; the law gives it no hours", () => {
  expect(saidOf(tip)).toEqual(["TG-NGAY at-once", "TG-TB-TIEP-NHAN done"])
})

test("the police of a commune have a day for what is urgent and seven for the rest; investigators a day once it is not theirs", () => {
  expect(saidOf(tip, communePolice)).toEqual(["TG-CAX-24H runs", "TG-CAX-7D runs", "TG-TB-TIEP-NHAN done"])
  expect(saidOf(tip, { kind: "police", isCommune: false })[0]).toBe("TG-24H not-started")
})

test("whoever called is told within three working days that the tip was taken in, until somebody writes that it was done", () => {
  expect(saidOf({ ...tip, channel: "phone" })).toContain("TG-TB-TIEP-NHAN runs")
  expect(saidOf({ ...tip, channel: "phone", toldAt: "2026-03-17T02:00:00Z" })).toContain(
    "TG-TB-TIEP-NHAN done",
  )
})

test("the law of the day on which it came is asked: the seven days of a commune's police run from 14 January 2022", () => {
  expect(saidOf({ ...tip, receivedOn: "2022-01-13" }, communePolice)).not.toContain("TG-CAX-7D runs")
})

test("a tip that was passed on, closed or withdrawn asks no more to be passed on", () => {
  for (const state of ["forwarded", "closed", "in-case"] as const)
    expect(saidOf({ ...tip, state })).toEqual(["TG-TB-TIEP-NHAN done"])
  expect(saidOf({ ...tip, state: "withdrawn", withdrawnAt: "2026-03-17T02:00:00Z" })).toEqual([])
})
