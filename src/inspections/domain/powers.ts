/**
 * Three powers that are never mixed, each under the law of its day: kiểm tra by an agency in its field, thanh tra, and checks of
 * the police. What a day allows is data (`data/inspections/powers.csv`); here it is only asked. Pure.
 */
import type { LegalRule } from "../../kernel/calendar/deadline.ts"
import { isInForce } from "../../kernel/calendar/rules.ts"
import type { LocalDate } from "../../kernel/time.ts"

export const powers = ["inspection", "state-inspection", "police-check"] as const
export type Power = (typeof powers)[number]

export const grounds = ["signs", "order", "thematic-plan", "annual-plan"] as const
export type Ground = (typeof grounds)[number]

export const holders = ["inspectorate", "department", "district", "commune", "police", "ministry"] as const
export type Holder = (typeof holders)[number]

/** One row of `data/inspections/powers.csv`. */
export type PowerRow = {
  id: string
  power: Power
  who: readonly Holder[]
  isLawful: boolean
  grounds: readonly Ground[]
  /** Rule of `data/legal-rules.csv` that counts the days of the check; null: none was found. */
  lengthRule: string | null
  /** Rule by which its decision is announced; null: the law gives no day. */
  announceRule: string | null
  /** No procedure is in the data: the legal ground is asked in words. */
  needsBasis: boolean
  /** A check begins at a distance, on data, before anybody is visited (NĐ 217/2025). */
  prefersRemote: boolean
  says: { vi: string; en: string }
  basis: string
  isVerified: boolean
  inForceFrom: LocalDate
  inForceTo: LocalDate | null
}

export type Body = { kind: string; name: string }

/** The inspectorate is a department by its kind: its name says what it is. */
export function holderOf({ kind, name }: Body): Holder | null {
  if (/^thanh tra (?:tỉnh|thành phố)(?:\s|$)/iu.test(name.normalize("NFC"))) return "inspectorate"
  switch (kind) {
    case "police":
      return "police"
    case "commune-committee":
      return "commune"
    case "district-committee":
      return "district"
    case "ministry":
      return "ministry"
    case "enterprise":
    case "other":
      return null
    default:
      return "department"
  }
}

/** The row of the law of that day for a power in these hands; null: the data say nothing of that day. */
export function lawOf(power: Power, body: Body, on: LocalDate, rows: readonly PowerRow[]): PowerRow | null {
  const holder = holderOf(body)
  if (holder === null) return null
  return rows.find((row) => row.power === power && row.who.includes(holder) && isInForce(row, on)) ?? null
}

export type Offer = { power: Power; row: PowerRow | null; isOpen: boolean }

/** Every power, what is lawful on that day first; the page says of the others why not. */
export function offersOn(body: Body, on: LocalDate, rows: readonly PowerRow[]): Offer[] {
  return powers
    .map((power) => {
      const row = lawOf(power, body, on, rows)
      return { power, row, isOpen: row?.isLawful === true }
    })
    .toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen))
}

/** How many days a check may last, and by how many it may be lengthened once; null: no rule is in the data. */
export function lengthOf(
  row: PowerRow,
  rules: readonly LegalRule[],
): { rule: LegalRule; days: number; more: number } | null {
  const rule = rules.find(({ id }) => id === row.lengthRule)
  if (rule === undefined || rule.quantity === null) return null
  const more = /tối đa (\d+) ngày/u.exec(rule.extension)?.[1]
  return { rule, days: rule.quantity, more: Number(more ?? 0) }
}

/** The rule that was in force on the day of its start event; null: another one was, or none. */
export function ruleOn(id: string | null, on: LocalDate, rules: readonly LegalRule[]): LegalRule | null {
  const rule = rules.find((one) => one.id === id)
  return rule !== undefined && isInForce(rule, on) ? rule : null
}
