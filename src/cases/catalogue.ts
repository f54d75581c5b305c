/** `data/violations.csv`, `data/competence.csv` and `data/limitations.csv`, each read once. */
import { readCsv } from "../kernel/calendar/data.ts"
import type { OwnLimitation } from "./domain/classes.ts"
import type { Power } from "./domain/competence.ts"
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

let limitations: readonly OwnLimitation[] | null = null

export function ownLimitations(): readonly OwnLimitation[] {
  limitations ??= readCsv("limitations.csv").map((row) => ({
    law: row.law ?? "",
    provisions: (row.provisions ?? "").split("; "),
    ruleId: row.rule_id ?? "",
    inForceFrom: row.in_force_from ?? "",
    inForceTo: row.in_force_to || null,
  }))
  return limitations
}

let powers: readonly Power[] | null = null

export function allPowers(): readonly Power[] {
  powers ??= readCsv("competence.csv").map((row) => ({
    post: row.post ?? "",
    area: row.area ?? "",
    limit: Number(row.max_fine_organisation ?? 0),
    basis: row.basis ?? "",
    inForceFrom: row.in_force_from ?? "",
    inForceTo: row.in_force_to || null,
    verified: row.verified === "yes",
  }))
  return powers
}
