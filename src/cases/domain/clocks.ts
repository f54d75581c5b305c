/**
 * The statutory clocks of a case: which rule runs from which event, in the version in force on that event's day
 * (data/README.md, rule 8), and by what the law lets it be extended. The counting itself is `kernel/calendar`.
 */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import {
  countDeadline,
  type Deadline,
  type DeadlineEvent,
  type DeadlineRefusal,
  type LegalRule,
  type RuleUnit,
} from "../../kernel/calendar/deadline.ts"
import { isInForce } from "../../kernel/calendar/rules.ts"
import { addDays, type LocalDate } from "../../kernel/time.ts"

/** What must be done before the clock runs out. */
export const purposes = [
  "limitation",
  "record",
  "pass-record",
  "explain",
  "ask-hearing",
  "notify-hearing",
  "decide",
  "send",
  "pay",
  "execution-limitation",
  "hand-over",
  "tell-procuracy",
  "resolve",
  "keep",
  "give-back",
  "tell-result",
  "send-resumption",
] as const
export type Purpose = (typeof purposes)[number]

/** How hard the matter is: the law gives more time for each. */
export const grades = [
  "plain",
  "complex",
  "passed-up",
  "explained",
  "serious",
  "returned",
  "executing",
  "technical",
  "two-years",
  "passed",
  "prosecuted",
] as const
export type Grade = (typeof grades)[number]

/** Rule ids by purpose and grade, oldest version first. An id absent from the data is found by the test. */
const families: Readonly<Record<Purpose, Partial<Record<Grade, readonly string[]>>>> = {
  limitation: {
    plain: ["XP-THI-HIEU-1Y"],
    "two-years": ["XP-THI-HIEU-2Y"],
    // Chained: it begins where one of the two ends.
    passed: ["XP-THI-HIEU-CHUYEN"],
  },
  record: { plain: ["XP-BB-2012", "XP-BB-2"], complex: ["XP-BB-5"], technical: ["XP-BB-3"] },
  "pass-record": { plain: ["XP-CHUYEN-BB", "XP-CHUYEN-BB-2025"] },
  explain: { plain: ["XP-GT-VB-2012", "XP-GT-VB-2020"] },
  "ask-hearing": { plain: ["XP-GT-TT"] },
  "notify-hearing": { plain: ["XP-GT-PHIEN-2012", "XP-GT-PHIEN-2020"] },
  decide: {
    plain: ["XP-QD-7-2012", "XP-QD-7-2020"],
    "passed-up": ["XP-QD-10"],
    explained: ["XP-QD-30-2012", "XP-QD-1M"],
    serious: ["XP-QD-2M"],
    returned: ["XP-63-QD-2012", "XP-63-QD-2020"],
  },
  send: { plain: ["XP-GUI-QD", "XP-GUI-QD-2025"] },
  pay: { plain: ["XP-THI-HANH"] },
  "execution-limitation": { plain: ["XP-THI-HIEU-TH"] },
  "hand-over": { plain: ["XP-62-CHUYEN"], executing: ["XP-62-CHUYEN-TDC", "XP-62-CHUYEN-TDC-2025"] },
  "tell-procuracy": { plain: ["TG-VKS-3D"] },
  resolve: { plain: ["TG-20"], complex: ["TG-2M"] },
  // What was seized is kept for so long (Luật XLVPHC Đ125.8).
  keep: {
    plain: ["XP-TAM-GIU-2012", "XP-TAM-GIU"],
    "passed-up": ["XP-TAM-GIU-10"],
    explained: ["XP-TAM-GIU-1M"],
    serious: ["XP-TAM-GIU-2M"],
  },
  // The police give the file back: nothing was prosecuted (Đ62.3), or a prosecution came to nothing (Đ63).
  "give-back": {
    plain: ["XP-62-TRA", "XP-62-TRA-2025"],
    prosecuted: ["XP-63-GUI", "XP-63-GUI-2020", "XP-63-GUI-2025"],
  },
  "tell-result": { plain: ["TG-KQ-3D"] },
  "send-resumption": { plain: ["TG-PHUC-HOI-GUI"] },
}
export const ruleIds = Object.values(families).flatMap((byGrade) => Object.values(byGrade).flat())

/** Null where no rule of that purpose and grade is in force on the day: the screen says so, and nothing is counted. */
export function ruleFor(
  purpose: Purpose,
  on: LocalDate,
  rules: readonly LegalRule[],
  grade: Grade = "plain",
): LegalRule | null {
  const ids = families[purpose][grade] ?? []
  return rules.find((rule) => ids.includes(rule.id) && isInForce(rule, on)) ?? null
}

/** A clock as it is kept: the due day is counted from these, never typed. */
export type Clock = {
  purpose: Purpose
  ruleId: string
  /** The day, or for rules in hours the minute, of the rule's start event. */
  start: string
  events: readonly DeadlineEvent[]
}

export function startClock(
  purpose: Purpose,
  start: string,
  rules: readonly LegalRule[],
  grade: Grade = "plain",
): Clock | null {
  const rule = ruleFor(purpose, start.slice(0, 10), rules, grade)
  return rule === null ? null : { purpose, ruleId: rule.id, start, events: [] }
}

export type Counted = Deadline & { rule: LegalRule }

/** The rule is found by id and not by date: a clock that was started stays under the law of its day. */
export function count(
  clock: Clock,
  rules: readonly LegalRule[],
  calendar: Calendar,
): Counted | DeadlineRefusal {
  const rule = rules.find((one) => one.id === clock.ruleId)
  if (rule === undefined)
    throw new Error(`a clock runs under ${clock.ruleId}, which the legal data do not have`)
  const counted = countDeadline(rule, clock.start, clock.events, calendar)
  return "refused" in counted ? counted : { ...counted, rule }
}

/** An extension that the law knows: a longer rule for a harder matter, or time added once. */
export type Extension =
  | { by: "rule"; ruleId: string; grade: Grade }
  | { by: "time"; quantity: number; unit: RuleUnit }

/**
 * What the law still lets this clock be extended by; empty: nothing. Each is taken at most once. After a resumption of the
 * police's resolution the new month of BLTTHS 2015 Điều 149 runs, and no extension of Điều 147 is known to lengthen it.
 */
export function extensionsOf(clock: Clock, rules: readonly LegalRule[]): Extension[] {
  if (clock.purpose === "resolve" && clock.events.some((event) => event.kind === "resume")) return []
  const on = clock.start.slice(0, 10)
  const grade = gradeOf(clock)
  const longer = (longerGrades[clock.purpose]?.[grade] ?? []).flatMap((next): Extension[] => {
    const rule = ruleFor(clock.purpose, on, rules, next)
    return rule === null ? [] : [{ by: "rule", ruleId: rule.id, grade: next }]
  })
  const wasExtended = clock.events.some((event) => event.kind === "extend")
  const added = wasExtended ? undefined : addedTime[clock.ruleId]
  return added === undefined ? longer : [...longer, { by: "time", ...added }]
}

/**
 * Whether the clock may be extended so on `today`; what has run out cannot be extended any more. A clock whose
 * law gives no day ("kịp thời") has nothing to extend.
 */
export function extend(
  clock: Clock,
  wanted: Extension,
  at: { today: LocalDate; rules: readonly LegalRule[]; calendar: Calendar },
): Clock | { refused: "notLawful" | "ranOut" } {
  const isLawful = extensionsOf(clock, at.rules).some((one) => same(one, wanted))
  if (!isLawful) return { refused: "notLawful" }
  const now = count(clock, at.rules, at.calendar)
  if ("refused" in now || now.due === null) return { refused: "notLawful" }
  if (at.today > now.due.slice(0, 10)) return { refused: "ranOut" }
  const longer = lengthened(clock, wanted)
  const then = count(longer, at.rules, at.calendar)
  // A month over a long Tết may end before ten working days: that would be no extension.
  return "refused" in then || then.due === null || then.due <= now.due ? { refused: "notLawful" } : longer
}

function lengthened(clock: Clock, by: Extension): Clock {
  if (by.by === "rule") return { ...clock, ruleId: by.ruleId }
  return { ...clock, events: [...clock.events, { kind: "extend", quantity: by.quantity, unit: by.unit }] }
}

/**
 * The last day on which the police ask the procuracy for two months more, five days before theirs end (BLTTHS Đ147); null: there
 * is nothing to ask, or it was given.
 */
export function askProcuracyBy(
  clock: Clock,
  rules: readonly LegalRule[],
  calendar: Calendar,
): LocalDate | null {
  const asking = rules.find((rule) => rule.id === "TG-XIN-GIA-HAN")
  const own = rules.find((rule) => rule.id === clock.ruleId)
  if (clock.ruleId !== "TG-2M" || clock.events.length > 0 || asking === undefined) return null
  if (own?.quantity == null || own.unit === null) return null
  const period = { kind: "period" as const, quantity: own.quantity, unit: own.unit }
  const counted = countDeadline(asking, clock.start, [period], calendar)
  return "refused" in counted ? null : counted.due
}

/** What runs after a resumption (BLTTHS 2015 Điều 149); null: the data do not say. */
export const resumptionRule = (rules: readonly LegalRule[]): LegalRule | null =>
  rules.find((rule) => rule.id === "TG-PHUC-HOI-1M") ?? null

/** A hearing was asked for: the time to explain has no last day until it was held, or renounced. */
export function waitForHearing(clock: Clock, on: LocalDate): Clock {
  return clock.purpose !== "explain" || isSuspended(clock)
    ? clock
    : { ...clock, events: [...clock.events, { kind: "suspend", on }] }
}

/** The file is with the police: what the handling body has to do stands still (Luật XLVPHC Đ62), but for what stands still already. */
export const pauseForTransfer = (clock: Clock, on: LocalDate): Clock =>
  isSuspended(clock)
    ? clock
    : { ...clock, events: [...clock.events, { kind: "suspend", on, why: "transfer" }] }

export function isPausedByTransfer(clock: Clock): boolean {
  const last = clock.events.findLast((event) => event.kind === "suspend" || event.kind === "resume")
  return last?.kind === "suspend" && last.why === "transfer"
}

/** The file came back: what stood still goes on from that day. */
export const goOnAfterTransfer = (clock: Clock, on: LocalDate): Clock => {
  const last = clock.events.findLast((event) => event.kind === "suspend")
  const from = last?.kind === "suspend" && last.on > on ? last.on : on
  return isPausedByTransfer(clock)
    ? { ...clock, events: [...clock.events, { kind: "resume", on: from }] }
    : clock
}

/** Days on which the clock stood still, first and last; one that still stands has no last day yet. */
export function pausesOf({ events }: Clock): { from: LocalDate; to: LocalDate }[] {
  const pauses: { from: LocalDate; to: LocalDate }[] = []
  let since: LocalDate | null = null
  for (const event of events) {
    if (event.kind === "suspend") since = event.on
    if (event.kind !== "resume" || since === null) continue
    if (event.on > since) pauses.push({ from: since, to: addDays(event.on, -1) })
    since = null
  }
  return pauses
}

/** Suspension is known to the resolution of a crime report only (BLTTHS 2015 Đ148, Đ149). */
export function suspend(clock: Clock, on: LocalDate): Clock | { refused: "notLawful" | "suspended" } {
  if (clock.purpose !== "resolve") return { refused: "notLawful" }
  if (isSuspended(clock)) return { refused: "suspended" }
  return { ...clock, events: [...clock.events, { kind: "suspend", on }] }
}

export function resume(clock: Clock, on: LocalDate): Clock | { refused: "notSuspended" | "tooEarly" } {
  const last = clock.events.findLast((event) => event.kind === "suspend" || event.kind === "resume")
  if (last?.kind !== "suspend") return { refused: "notSuspended" }
  if (on < last.on) return { refused: "tooEarly" }
  return { ...clock, events: [...clock.events, { kind: "resume", on }] }
}

export function isSuspended(clock: Clock): boolean {
  return (
    clock.events.findLast((event) => event.kind === "suspend" || event.kind === "resume")?.kind === "suspend"
  )
}

/** What somebody does once and says so; every other clock ends with the step that it is for. */
export const duties: Readonly<Partial<Record<Purpose, "handler" | "police">>> = {
  "pass-record": "handler",
  "notify-hearing": "handler",
  "tell-procuracy": "police",
  "tell-result": "police",
  "send-resumption": "police",
}

/** Time that the offender has and may let pass: nobody here is late by it. */
const offenders: readonly Purpose[] = ["explain", "ask-hearing"]

export const isOffenders = (purpose: Purpose) => offenders.includes(purpose)

/** What each state waits for: the clock of the step itself, before those of duties beside it. */
const ofStep: Readonly<Record<string, readonly Purpose[]>> = {
  verifying: ["record"],
  preventing: ["record"],
  recorded: ["decide"],
  decided: ["send", "pay"],
  transferred: ["resolve", "hand-over"],
}

/** The clock that is drawn first; null: none of the step's own runs. */
export function stepClock<One extends { purpose: Purpose }>(
  running: readonly One[],
  state: string,
): One | null {
  const purposes = ofStep[state] ?? []
  return purposes.map((purpose) => running.find((one) => one.purpose === purpose)).find((one) => one) ?? null
}

/** The day that presses on whoever handles the case, among the clocks that run. */
export function pressing(running: readonly { purpose: Purpose; due: string | null }[]): LocalDate | null {
  return earliest(running.filter((one) => !offenders.includes(one.purpose)).map((one) => one.due))
}

export function earliest(dues: readonly (string | null)[]): LocalDate | null {
  const days = dues.flatMap((due) => (due === null ? [] : [due.slice(0, 10)]))
  return days.sort()[0] ?? null
}

export function gradeOf(clock: Clock): Grade {
  const byGrade = Object.entries(families[clock.purpose])
  return (byGrade.find(([, ids]) => ids.includes(clock.ruleId))?.[0] ?? "plain") as Grade
}

const longerGrades: Partial<Record<Purpose, Partial<Record<Grade, readonly Grade[]>>>> = {
  // What Điều 58 and Điều 66.1 give comes by operation of law and by nobody's decision: `classes.ts`.
  resolve: { plain: ["complex"] },
  // Longer keeping is a decision of whoever may sanction, and not the law's own doing.
  keep: {
    plain: ["passed-up", "explained", "serious"],
    "passed-up": ["explained", "serious"],
    explained: ["serious"],
  },
}

/** Time that is added once, as `extension` of the rule says in words. */
const addedTime: Readonly<Record<string, { quantity: number; unit: RuleUnit }>> = {
  "XP-GT-VB-2012": { quantity: 5, unit: "day" },
  "XP-GT-VB-2020": { quantity: 5, unit: "working-day" },
  "XP-QD-30-2012": { quantity: 30, unit: "day" },
  // In all at most 45 days where verification is needed.
  "XP-63-QD-2012": { quantity: 15, unit: "day" },
  // TG-VKS-2M: the head of the procuracy, once.
  "TG-2M": { quantity: 2, unit: "month" },
}

function same(one: Extension, other: Extension): boolean {
  return one.by === "rule"
    ? other.by === "rule" && one.ruleId === other.ruleId
    : other.by === "time" && one.quantity === other.quantity && one.unit === other.unit
}
