/** `data/violations.csv`, read once. */
import { readCsv } from "../kernel/calendar/data.ts"
import type { Violation } from "./domain/fines.ts"

let violations: readonly Violation[] | null = null

export function allViolations(): readonly Violation[] {
  violations ??= readCsv("violations.csv").map(asViolation)
  return violations
}

function asViolation(row: Record<string, string>): Violation {
  const text = (name: string) => row[name] ?? ""
  const money = (name: string) => (text(name) === "" ? null : Number(text(name)))
  const whose = text("amount_for")
  return {
    id: text("id"),
    law: text("law"),
    article: text("article"),
    behaviour: text("behaviour_vi"),
    fineMin: money("fine_min"),
    fineMax: money("fine_max"),
    amountFor: whose === "organisation" || whose === "individual" ? whose : null,
    additional: text("additional"),
    remedy: text("remedy"),
    competent: text("competent"),
    criminalThreshold: text("criminal_threshold"),
    verified: text("verified") === "yes",
    inForceFrom: text("in_force_from") || null,
    inForceTo: text("in_force_to") || null,
  }
}
