/**
 * Classes into which the law itself puts a matter: nobody grants them, and nobody has to ask. A person notes the fact; the clock
 * follows from it. What a superior or the procuracy grants is an extension (`clocks.ts`).
 */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { countDeadline, type LegalRule } from "../../kernel/calendar/deadline.ts"
import { isInForce } from "../../kernel/calendar/rules.ts"
import type { LocalDate } from "../../kernel/time.ts"
import { type Clock, count, type Grade, gradeOf, type Purpose, ruleFor } from "./clocks.ts"

export type Law = { rules: readonly LegalRule[]; calendar: Calendar }

/** What an officer may note of a matter, and the class that the law has for it. */
export const matters = ["facts", "serious", "complex"] as const
export type Matter = (typeof matters)[number]

/**
 * `facts`: facts of Điều 59 must be verified (Luật XLVPHC Đ66.1.b). `serious`: of those, the especially serious ones with many
 * complicated facts (Đ66.1.c). `complex`: many complicated facts or a wide range, for the record (NĐ 118/2021 Đ12).
 */
export const classOf: Readonly<Record<Matter, { purpose: Purpose; grade: Grade }>> = {
  facts: { purpose: "decide", grade: "explained" },
  serious: { purpose: "decide", grade: "serious" },
  complex: { purpose: "record", grade: "complex" },
}

/** Which classes come after which (Luật XLVPHC Đ58, Đ63.2, Đ66.1). */
const after: Partial<Record<Grade, readonly Grade[]>> = {
  // The file had to go to whoever may sanction.
  "passed-up": ["plain"],
  // The offender asked to explain, or facts must be verified: one month from the record.
  explained: ["plain", "passed-up", "returned"],
  // Điểm c is a part of điểm b.
  serious: ["explained"],
  complex: ["plain"],
}

/** Whether the law has that class for a clock in the one where it stands. */
export const isOpenTo = (clock: Clock, grade: Grade): boolean =>
  after[grade]?.includes(gradeOf(clock)) === true

/**
 * The same clock under the rule of a graver class, by operation of law: nobody decides it, nobody asks when it was
 * noted. Unchanged where the matter is in that class or a longer one already, or would be due earlier.
 */
export function underLaw(clock: Clock, grade: Grade, at: Law): Clock {
  if (!isOpenTo(clock, grade)) return clock
  const rule = ruleFor(clock.purpose, clock.start.slice(0, 10), at.rules, grade)
  if (rule === null) return clock
  const graver = { ...clock, ruleId: rule.id }
  const [before, then] = [clock, graver].map((one) => count(one, at.rules, at.calendar))
  const isEarlier =
    before !== undefined && then !== undefined && !("refused" in before) && !("refused" in then)
      ? (then.due ?? "9999") < (before.due ?? "9999")
      : false
  return isEarlier ? clock : graver
}

/**
 * The limitation of an act whose file a criminal body passed back for sanction: one year longer, the time with that body
 * counted in (Luật XLVPHC Đ6.1.c, as amended by Luật 88/2025/QH15). Only where that law was in force when the file came back
 * and when the first period ended: what had run out before does not live again. Once.
 */
export function passedBack(clock: Clock, on: LocalDate, { rules, calendar }: Law): Clock {
  const [longer, own] = [
    rules.find(({ id }) => id === "XP-THI-HIEU-CHUYEN"),
    rules.find(({ id }) => id === clock.ruleId),
  ]
  if (clock.purpose !== "limitation" || longer === undefined || own === undefined || own.id === longer.id)
    return clock
  const first = countDeadline(own, clock.start, clock.events, calendar)
  if ("refused" in first || first.due === null || own.quantity === null || own.unit === null) return clock
  if (!isInForce(longer, on) || !isInForce(longer, first.due.slice(0, 10))) return clock
  const period = { kind: "period" as const, quantity: own.quantity, unit: own.unit }
  return { ...clock, ruleId: longer.id, events: [...clock.events, period] }
}

/** Provisions of one decree under a limitation of their own; a row of `data/limitations.csv`. */
export type OwnLimitation = {
  law: string
  /** "Đ53.2.a": the provision itself and what stands below it. */
  provisions: readonly string[]
  ruleId: string
  inForceFrom: LocalDate
  inForceTo: LocalDate | null
}

/** How long an act is punishable, by the provision that it breaks (NĐ 174/2026 Đ4.5); `on`: the day whose law applies. */
export function limitationGrade(
  act: { law: string; article: string },
  on: LocalDate,
  own: readonly OwnLimitation[],
): Grade {
  const broken = provisionOf(act.article)
  const found = own.find(
    (one) =>
      act.law.startsWith(one.law) &&
      isInForce(one, on) &&
      one.provisions.some((listed) => broken === listed || broken.startsWith(`${listed}.`)),
  )
  return found?.ruleId === "XP-THI-HIEU-2Y" ? "two-years" : "plain"
}

/** An article as typed that holds more than one limitation: "khoản 2 Điều 53", of which only point a is punishable for two years. */
export function isTooWide(
  act: { law: string; article: string },
  on: LocalDate,
  own: readonly OwnLimitation[],
): boolean {
  const broken = provisionOf(act.article)
  return (
    limitationGrade(act, on, own) === "plain" &&
    own.some(
      (one) =>
        act.law.startsWith(one.law) &&
        isInForce(one, on) &&
        one.provisions.some((listed) => listed.startsWith(`${broken}.`)),
    )
  )
}

/**
 * The limitation of an act whose provision became known later, as two officers have it from the text. Unchanged where a return
 * by the police has lengthened it already, or it is right.
 */
export function limitedAs(clock: Clock, grade: Grade, { rules }: Law): Clock {
  if (clock.purpose !== "limitation" || !["plain", "two-years"].includes(gradeOf(clock))) return clock
  const rule = ruleFor("limitation", clock.start.slice(0, 10), rules, grade)
  return rule === null ? clock : { ...clock, ruleId: rule.id }
}

/** "điểm a khoản 2 Điều 53" and "Đ53.2.a" are one provision. */
function provisionOf(article: string): string {
  const text = article.normalize("NFC").trim()
  const [, dieu] = /Điều (\d+)/i.exec(text) ?? []
  if (dieu === undefined) return /Đ\d+[\p{L}\d.]*/u.exec(text)?.[0] ?? text
  const [, khoan] = /khoản (\d+)/i.exec(text) ?? []
  const [, diem] = /điểm (\p{L}{1,2})(?!\p{L})/iu.exec(text) ?? []
  return [`Đ${dieu}`, khoan, diem].filter((part) => part !== undefined).join(".")
}
