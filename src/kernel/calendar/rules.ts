/** Which version of a rule is in force on a day, and what a person may write about events. */
import { addDays, type LocalDate, parseLocalDate } from "../time.ts"
import type { DeadlineEvent, LegalRule, RuleUnit } from "./deadline.ts"

/** The days on which a row of law is in force, the last one included; null: no end on that side. */
export type Force = { inForceFrom: LocalDate | null; inForceTo: LocalDate | null }

export const isInForce = ({ inForceFrom, inForceTo }: Force, on: LocalDate): boolean =>
  (inForceFrom === null || inForceFrom <= on) && (inForceTo === null || on <= inForceTo)

/** "XP-63-GUI-2020" and "XP-GT-VB-2012" are versions of "XP-63-GUI" and "XP-GT-VB"; "DLCN-72H-ND13" of "DLCN-72H". */
const stemOf = ({ id }: LegalRule) => id.replace(/-(?:(?:19|20)\d{2}|ND\d+)$/, "")

/**
 * The versions of the same provision in force on `on`. Those named alike but for a year come first, however many
 * lie between; else the same family (first part of the id), joining the given rule's time without a gap, most alike
 * in name first. A repealed rule may have been split into several.
 */
export function versionsInForce(rule: LegalRule, on: LocalDate, rules: readonly LegalRule[]): LegalRule[] {
  const named = rules.filter(
    (other) => other.id !== rule.id && stemOf(other) === stemOf(rule) && isInForce(other, on),
  )
  if (named.length > 0) return named
  const family = rule.id.split("-")[0]
  const found = rules
    .filter(
      (other) =>
        other.id !== rule.id &&
        other.id.split("-")[0] === family &&
        isInForce(other, on) &&
        joins(rule, other),
    )
    .map((other) => ({ other, likeness: likeness(rule, other) }))
    .sort((a, b) => b.likeness - a.likeness)
  const best = found[0]?.likeness ?? 0
  return found.filter((each) => each.likeness >= Math.max(0.4, best * 0.85)).map((each) => each.other)
}

function joins(a: LegalRule, b: LegalRule): boolean {
  const follows = (first: LegalRule, next: LegalRule) =>
    first.inForceTo !== null && next.inForceFrom !== null && addDays(first.inForceTo, 1) === next.inForceFrom
  return follows(a, b) || follows(b, a)
}

/** Shared words of name and start event, 0 to 1. */
function likeness(a: LegalRule, b: LegalRule): number {
  const words = (rule: LegalRule) =>
    new Set(
      `${rule.nameVi.replace(/\([^)]{0,60}\)/g, "")} ${rule.startEvent}`
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    )
  const [one, two] = [words(a), words(b)]
  const shared = [...one].filter((word) => two.has(word)).length
  return shared / Math.min(one.size, two.size)
}

const units: Readonly<Record<string, RuleUnit>> = {
  "working-day": "working-day",
  "working-days": "working-day",
  day: "day",
  days: "day",
  month: "month",
  months: "month",
  year: "year",
  years: "year",
  hour: "hour",
  hours: "hour",
}
const eventsMax = 50
const quantityMax = 1_000

/** Reads "extend 5 working-day; suspend 2023-07-10; resume 2023-07-20; period 2 month"; a text is the part not understood. */
export function parseEvents(text: string): DeadlineEvent[] | string {
  const parts = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
  if (parts.length > eventsMax) return parts[eventsMax] ?? text
  const events: DeadlineEvent[] = []
  for (const part of parts) {
    const event = parseEvent(part)
    if (event === null) return part
    events.push(event)
  }
  return events
}

function parseEvent(part: string): DeadlineEvent | null {
  const [kind = "", first = "", second = ""] = part.split(/\s+/)
  if (kind === "suspend" || kind === "resume") {
    const on = parseLocalDate(first.slice(0, 10))
    return on === null ? null : { kind, on }
  }
  if (kind !== "extend" && kind !== "period") return null
  const quantity = Number(first)
  const unit = units[second]
  if (!Number.isInteger(quantity) || quantity <= 0 || quantity > quantityMax || unit === undefined)
    return null
  return { kind, quantity, unit }
}
