/** The calendar and the legal rules as the repository keeps them: `data/days-off.csv`, `data/legal-rules.csv`. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { type Calendar, createCalendar, type DayOff, type DayOffKind } from "./calendar.ts"
import type { LegalRule, RuleUnit } from "./deadline.ts"

const dataDir = join(import.meta.dirname, "../../../data")

export function readCsv(name: string): Record<string, string>[] {
  return parse(readFileSync(join(dataDir, name), "utf8"), {
    columns: true,
    skip_empty_lines: true,
    bom: true,
  })
}

/** A file of the repository's own data. */
export function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(dataDir, name), "utf8"))
}

export function loadDaysOff(): DayOff[] {
  return readCsv("days-off.csv").map((row) => ({
    on: row.date ?? "",
    kind: row.kind as DayOffKind,
    name: row.name_vi ?? "",
  }))
}

let calendar: Calendar | null = null
/** The calendar of the repository's own data, read once. */
export function stateCalendar(): Calendar {
  calendar ??= createCalendar(loadDaysOff())
  return calendar
}

let rules: LegalRule[] | null = null
export function legalRules(): readonly LegalRule[] {
  rules ??= readCsv("legal-rules.csv").map((row) => ({
    id: row.id ?? "",
    nameVi: row.name_vi ?? "",
    nameEn: row.name_en ?? "",
    startEvent: row.start_event ?? "",
    quantity: row.quantity === "" || row.quantity === undefined ? null : Number(row.quantity),
    unit: (row.unit || null) as RuleUnit | null,
    extension: row.extension ?? "",
    basis: row.basis ?? "",
    inForceFrom: row.in_force_from || null,
    inForceTo: row.in_force_to || null,
    verified: row.verified === "yes",
  }))
  return rules
}
