import { expect, test } from "vitest"
import type { Finding, Given } from "../domain/checklist.ts"
import { carriedFrom } from "./carried.ts"
import type { Facts } from "./take.ts"

const found = (counts: Given["counts"]) =>
  ({
    question: { id: "q", text: { vi: "SIM của người khác?", en: "SIMs of others?" } },
    given: { question: "q", answer: "yes", note: null, counts },
    violationId: "V-SIM-03-2026",
  }) as unknown as Finding
const facts = {
  row: {
    year: 2026,
    number: 1,
    place: "chợ Mẫu",
    recordedOn: "2026-09-15",
    opinion: null,
    signing: "signed",
  },
  subject: { name: "Điểm SIM Mẫu", form: "household", taxCode: null, licenceNumber: null },
} as unknown as Facts
const acts = (counts: Given["counts"]) =>
  carriedFrom(facts, [found(counts)], { committedOn: "2026-09-15", isOngoing: true }).acts

test("a shop at which ten SIMs of others were counted is charged with ten in the case, not with one", () => {
  expect(acts({ numbers: 10, points: 2 })[0]?.units).toEqual([
    { count: 10, kind: "number" },
    { count: 2, kind: "point" },
  ])
  // Machines choose no row, and nothing counted is not one.
  expect(acts({ machines: 4, numbers: 0 })[0]?.units).toEqual([])
})
