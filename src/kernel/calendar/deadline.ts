/**
 * Counting a statutory deadline. The eight rules of counting are those of data/README.md ("Cách tính hạn"); the
 * answer lists every day it passed, counted or skipped and why, so that a deadline explains itself.
 */
import { addDays, addMonths, daysBetween, type LocalDate } from "../time.ts"
import type { Calendar } from "./calendar.ts"

export type RuleUnit = "working-day" | "day" | "month" | "year" | "hour"

/** One row of `data/legal-rules.csv`. */
export type LegalRule = {
  id: string
  nameVi: string
  nameEn: string
  startEvent: string
  quantity: number | null
  unit: RuleUnit | null
  extension: string
  basis: string
  inForceFrom: LocalDate | null
  inForceTo: LocalDate | null
  verified: boolean
}

export type DeadlineEvent =
  | { kind: "extend"; quantity: number; unit: RuleUnit }
  /** `why`: a word of the caller's, by which it finds its own suspension again. */
  | { kind: "suspend"; on: LocalDate; why?: string }
  | { kind: "resume"; on: LocalDate }
  | { kind: "period"; quantity: number; unit: RuleUnit }

export type CountedDay = { on: LocalDate; counted: boolean; reason: string | null }

/** `due`: `YYYY-MM-DD`, for hour rules `YYYY-MM-DDTHH:MM`; null where the law gives no quantity, its words in `instead`. */
export type Deadline = {
  due: string | null
  /** Before it was moved off a day off; extensions and counting back start here. */
  nominal: string | null
  instead: string | null
  provisional: boolean
  days: CountedDay[]
}

/** What is wrong with the question, as a code the caller puts into words. */
export type DeadlineRefusal = {
  refused: "needs-hour" | "needs-period" | "not-a-deadline" | "resume-before-suspend" | "too-long"
}

/** Longest time an answer lists day by day: four years. */
const daysMax = 1_500
const hourMs = 3_600_000

/** `start`: the day, or for hour rules the minute (`YYYY-MM-DDTHH:MM`), of the rule's start event. */
export function countDeadline(
  rule: LegalRule,
  start: string,
  events: readonly DeadlineEvent[],
  calendar: Calendar,
): Deadline | DeadlineRefusal {
  if (rule.startEvent === "—") return { refused: "not-a-deadline" }
  if (rule.unit === null || rule.quantity === null || rule.quantity === 0) return withoutQuantity(rule)
  const stops = suspensions(events)
  if (stops === null) return { refused: "resume-before-suspend" }
  if (rule.unit === "hour") return countHours(rule, start, events, stops, calendar)
  const from = start.slice(0, 10)
  if (stops.some((stop) => stop.to === null)) return suspendedNow(from, stops, calendar)
  const nominal = nominalDue(rule, from, events, stops, calendar)
  if (typeof nominal !== "string") return nominal
  const due = isMoved(rule) ? firstWorkingDay(nominal, calendar) : nominal
  const resumed = opensNewPeriod(rule) ? stops.at(-1)?.to : null
  const first = resumed ?? (due < from ? due : from)
  if (daysBetween(first, due) > daysMax) return { refused: "too-long" }
  const days = listDays({ from: first, nominal, due, rule, stops: resumed == null ? stops : [], calendar })
  return { due, nominal, instead: null, provisional: isProvisional(calendar, due, days), days }
}

/** The law's own words where it gives no number: "kịp thời" (promptly) without a quantity, "ngay" (at once) for zero. */
function withoutQuantity(rule: LegalRule): Deadline {
  const instead = rule.quantity === null ? "kịp thời" : "ngay"
  return { due: null, nominal: null, instead, provisional: false, days: [] }
}

type Stop = { from: LocalDate; to: LocalDate | null }

/** Suspension and resumption in pairs; null when a resumption has no suspension before it. */
function suspensions(events: readonly DeadlineEvent[]): Stop[] | null {
  const stops: Stop[] = []
  const dated = events.filter((event) => event.kind === "suspend" || event.kind === "resume")
  for (const event of dated) {
    const last = stops.at(-1)
    if (event.kind === "suspend") {
      if (last === undefined || last.to !== null) stops.push({ from: event.on, to: null })
    } else {
      if (last === undefined || last.to !== null || event.on < last.from) return null
      last.to = event.on
    }
  }
  return stops
}

function suspendedNow(from: LocalDate, stops: readonly Stop[], calendar: Calendar): Deadline {
  const until = stops.find((stop) => stop.to === null)?.from ?? from
  const days: CountedDay[] = []
  for (let day = addDays(from, 1); day < until && days.length < daysMax; day = addDays(day, 1)) {
    days.push({ on: day, counted: calendar.isWorkingDay(day), reason: calendar.reason(day) })
  }
  return { due: null, nominal: null, instead: "đang tạm đình chỉ", provisional: false, days }
}

function nominalDue(
  rule: LegalRule,
  from: LocalDate,
  events: readonly DeadlineEvent[],
  stops: readonly Stop[],
  calendar: Calendar,
): LocalDate | DeadlineRefusal {
  const [quantity, unit] = [rule.quantity ?? 0, rule.unit ?? "day"]
  const extensions = events.filter((event) => event.kind === "extend")
  const extend = (due: LocalDate) =>
    extensions.reduce((at, by) => addUnits(at, by.quantity, by.unit, [], calendar), due)
  const resumedOn = stops.at(-1)?.to ?? null
  if (opensNewPeriod(rule) && resumedOn !== null) return extend(addMonths(resumedOn, 1))
  const period = events.find((event) => event.kind === "period")
  if (isChained(rule) || countsBack(rule)) {
    if (period === undefined) return { refused: "needs-period" }
    const before = addUnits(from, period.quantity, period.unit, stops, calendar)
    return countsBack(rule)
      ? addUnits(extend(before), -quantity, unit, [], calendar)
      : extend(addUnits(before, quantity, unit, [], calendar))
  }
  if (unit === "working-day") return countWorkingDays(from, quantity, extensions, stops, calendar)
  return extendOver(addUnits(from, quantity, unit, stops, calendar), extensions, stops, calendar)
}

/** Working days of the rule and of an extension in working days run on as one count. */
function countWorkingDays(
  from: LocalDate,
  quantity: number,
  extensions: readonly { quantity: number; unit: RuleUnit }[],
  stops: readonly Stop[],
  calendar: Calendar,
): LocalDate {
  let due = addUnits(from, quantity, "working-day", stops, calendar)
  for (const by of extensions) due = addUnits(due, by.quantity, by.unit, stops, calendar)
  return due
}

function extendOver(
  nominal: LocalDate,
  extensions: readonly { quantity: number; unit: RuleUnit }[],
  stops: readonly Stop[],
  calendar: Calendar,
): LocalDate {
  return extensions.reduce(
    (at, by) =>
      addUnits(
        at,
        by.quantity,
        by.unit,
        stops.filter((stop) => stop.from > at),
        calendar,
      ),
    nominal,
  )
}

/** The day `quantity` units after `from`, which itself is not counted; suspended days do not count. */
function addUnits(
  from: LocalDate,
  quantity: number,
  unit: RuleUnit,
  stops: readonly Stop[],
  calendar: Calendar,
): LocalDate {
  switch (unit) {
    case "working-day":
      return stepWorkingDays(from, quantity, stops, calendar)
    case "day":
      return afterStops(from, addDays(from, quantity), stops)
    case "month":
      return afterStops(from, addMonths(from, quantity), stops)
    case "year":
      return afterStops(from, addMonths(from, 12 * quantity), stops)
    case "hour":
      return afterStops(from, addDays(from, Math.ceil(quantity / 24)), stops)
  }
}

function stepWorkingDays(
  from: LocalDate,
  quantity: number,
  stops: readonly Stop[],
  calendar: Calendar,
): LocalDate {
  const step = quantity < 0 ? -1 : 1
  let [day, counted] = [from, 0]
  for (let i = 0; counted < Math.abs(quantity) && i < daysMax * 2; i += 1) {
    day = addDays(day, step)
    if (calendar.isWorkingDay(day) && !isStopped(day, stops)) counted += 1
  }
  return day
}

/** Days from the suspension to the eve of the resumption are added, where they fall inside the running time. */
function afterStops(from: LocalDate, nominal: LocalDate, stops: readonly Stop[]): LocalDate {
  let due = nominal
  for (const stop of stops) {
    if (stop.to === null || stop.from > due) continue
    const begin = stop.from > from ? stop.from : addDays(from, 1)
    if (stop.to > begin) due = addDays(due, daysBetween(begin, stop.to))
  }
  return due
}

const isStopped = (day: LocalDate, stops: readonly Stop[]) =>
  stops.some((stop) => day >= stop.from && (stop.to === null || day < stop.to))

function countHours(
  rule: LegalRule,
  start: string,
  events: readonly DeadlineEvent[],
  stops: readonly Stop[],
  calendar: Calendar,
): Deadline | DeadlineRefusal {
  if (!/T\d{2}:\d{2}/.test(start)) return { refused: "needs-hour" }
  if (stops.some((stop) => stop.to === null)) return suspendedNow(start.slice(0, 10), stops, calendar)
  const extra = events.reduce(
    (sum, event) => (event.kind === "extend" ? sum + hoursOf(event.quantity, event.unit) : sum),
    0,
  )
  const begin = Date.parse(`${start.slice(0, 16)}:00Z`)
  const end = new Date(begin + ((rule.quantity ?? 0) + extra) * hourMs).toISOString().slice(0, 16)
  const moved = afterStops(start.slice(0, 10), end.slice(0, 10), stops)
  const due = `${moved}T${end.slice(11, 16)}`
  const days: CountedDay[] = []
  for (let day = start.slice(0, 10); day <= moved && days.length < daysMax; day = addDays(day, 1)) {
    const stopped = isStopped(day, stops)
    days.push({ on: day, counted: !stopped, reason: stopped ? suspendedReason : calendar.reason(day) })
  }
  // Hours run through days off: whether the year's days off are decided changes nothing.
  return { due, nominal: due, instead: null, provisional: false, days }
}

function hoursOf(quantity: number, unit: RuleUnit): number {
  switch (unit) {
    case "hour":
      return quantity
    case "month":
      return quantity * 30 * 24
    case "year":
      return quantity * 365 * 24
    default:
      return quantity * 24
  }
}

/** A limitation period (thời hiệu) ends on its day, and what counts back from an end is not moved on. */
const isMoved = (rule: LegalRule) =>
  rule.unit !== "working-day" && !/^thời hiệu/i.test(rule.nameVi) && !countsBack(rule)
/** "chậm nhất N ngày trước khi hết hạn". */
const countsBack = (rule: LegalRule) => /^trước khi hết/i.test(rule.startEvent)
/** A rule that begins where another's nominal time ends: "hết TG-2M (hạn danh nghĩa)". */
export const isChained = (rule: LegalRule) => /^hết /i.test(rule.startEvent)
/** BLTTHS 2015 Điều 149: after resumption a new month runs, whatever was left. */
const opensNewPeriod = (rule: LegalRule) => /BLTTHS 2015 Đ147/.test(rule.basis) && !countsBack(rule)

function firstWorkingDay(on: LocalDate, calendar: Calendar): LocalDate {
  let day = on
  // The longest run of days off is Tết with two weekends.
  for (let i = 0; i < 20 && !calendar.isWorkingDay(day); i += 1) day = addDays(day, 1)
  return day
}

const suspendedReason = "tạm đình chỉ"

type Listing = {
  from: LocalDate
  nominal: LocalDate
  due: LocalDate
  rule: LegalRule
  stops: readonly Stop[]
  calendar: Calendar
}

function listDays(o: Listing): CountedDay[] {
  const days: CountedDay[] = []
  for (let day = addDays(o.from, 1); day <= o.due && days.length < daysMax; day = addDays(day, 1)) {
    const reason = o.calendar.reason(day)
    if (isStopped(day, o.stops)) days.push({ on: day, counted: false, reason: suspendedReason })
    else if (o.rule.unit === "working-day")
      days.push({ on: day, counted: o.calendar.isWorkingDay(day), reason })
    // Calendar time counts every day; only the end is moved over days off.
    else if (day >= o.nominal && day < o.due) days.push({ on: day, counted: false, reason })
    else days.push({ on: day, counted: true, reason: null })
  }
  return days
}

function isProvisional(calendar: Calendar, due: LocalDate, days: readonly CountedDay[]): boolean {
  return !calendar.isDecided(due) || days.some((day) => !calendar.isDecided(day.on))
}
