/** What an act may cost: the row of the law of its day, or what one officer typed from the text and another confirmed. */

import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import { isInForce } from "../../kernel/calendar/rules.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import { formatMoney } from "../../kernel/format.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { allViolations, ownLimitations } from "../catalogue.ts"
import { isTooWide, limitationGrade, limitedAs } from "../domain/classes.ts"
import { lawDayOf, mayExplain, rangeFor, usableRange, type Violation } from "../domain/fines.ts"
import { forUnits, type Units, unitsKept, unitsRefused } from "../domain/units.ts"
import { type Act, actsOf, confirmRange, saveUnits, typeRange } from "../store/acts.ts"
import { addEvent, type CaseRow, lockCase } from "../store/cases.ts"
import { clocksOf, saveCaseDue } from "../store/clocks.ts"
import { words } from "../words.ts"
import { isRunning, rerun } from "./course.ts"

type RangeInput = { actId: string; article: string; min: number; max: number; source: string }

export function typeRangeOf(
  desk: Desk,
  id: string,
  input: RangeInput,
): Promise<{ typed: true } | { refused: "notFound" | "sanctioned" | "rangeWrong" | "articleTooWide" }> {
  return onAct(desk, id, input.actId, async (act, tx, row) => {
    const typed = { ...input, typedBy: desk.who.officerId }
    const checked = usableRange(violationOf(act), act.offenderKind, { ...typed, confirmedBy: null })
    if ("refused" in checked && checked.refused === "rangeWrong") return { refused: "rangeWrong" as const }
    const { law } = violationOf(act)
    if (isTooWide({ law, article: input.article }, lawDayOf(act), ownLimitations()))
      return { refused: "articleTooWide" as const }
    await typeRange(tx, act.id, typed)
    await addEvent(tx, {
      caseId: id,
      what: "case.range-typed",
      stateBefore: row.state,
      stateAfter: row.state,
      byName: desk.officer.name,
      note: `${input.article}: ${formatMoney(input.min, "vi")} – ${formatMoney(input.max, "vi")} (${input.source})`,
      details: { actId: act.id },
    })
    await journal(tx, { what: "case.range-typed", record: { kind: "case", id }, details: { actId: act.id } })
    return { typed: true as const }
  })
}

export function confirmRangeOf(
  desk: Desk,
  id: string,
  actId: string,
): Promise<{ confirmed: true } | { refused: "notFound" | "sanctioned" | "sameOfficer" }> {
  return onAct(desk, id, actId, async (act, tx) => {
    if (act.typed === null) return { refused: "notFound" as const }
    if (act.typed.typedBy === desk.who.officerId) return { refused: "sameOfficer" as const }
    await confirmRange(tx, act.id, desk.who.officerId)
    await limitAnew(tx, id, act, act.typed.article)
    await journal(tx, { what: "case.range-confirmed", record: { kind: "case", id }, details: { actId } })
    return { confirmed: true as const }
  })
}

/** How many numbers or points an act is about that stands without: one carried from a check, or of an older version. */
export function countUnits(
  desk: Desk,
  id: string,
  { actId, units }: { actId: string; units: readonly Units[] },
): Promise<{ counted: true } | { refused: "notFound" | "sanctioned" | "unitsMissing" | "unitsOutside" }> {
  return onAct(desk, id, actId, async (act, tx, row) => {
    const violation = violationOf(act)
    const refused = unitsRefused(violation, units)
    if (refused !== null) return { refused }
    const kept = unitsKept(violation, units)
    if (kept === null) return { refused: "unitsMissing" as const }
    await saveUnits(tx, act.id, kept)
    const what = "case.units-counted"
    const details = { actId: act.id, count: kept.count, kind: kept.kind }
    await addEvent(tx, {
      caseId: id,
      what,
      stateBefore: row.state,
      stateAfter: row.state,
      byName: desk.officer.name,
      note: `${words.vi.page.units[kept.kind]}: ${kept.count}`,
      details,
    })
    await journal(tx, { what, record: { kind: "case", id }, details })
    return { counted: true as const }
  })
}

/** The limitation follows the provision that the act breaks: what two officers have from the text weighs more than the list. */
async function limitAnew(tx: Tx, caseId: string, act: Act, article: string): Promise<void> {
  const grade = limitationGrade({ law: violationOf(act).law, article }, lawDayOf(act), ownLimitations())
  const clock = (await clocksOf(tx, caseId)).find(
    (one) => one.purpose === "limitation" && one.actId === act.id && isRunning(one),
  )
  if (clock === undefined) return
  const right = limitedAs(clock, grade, { rules: legalRules(), calendar: await calendarIn(tx) })
  if (right.ruleId === clock.ruleId) return
  await saveCaseDue(tx, caseId, await rerun(tx, { id: caseId }, clock.id, right))
  await journal(tx, {
    what: "case.limitation-corrected",
    record: { kind: "case", id: caseId },
    rule: right.ruleId,
    details: { actId: act.id, was: clock.ruleId },
  })
}

function onAct<Done>(
  desk: Desk,
  id: string,
  actId: string,
  work: (act: Act, tx: Tx, row: CaseRow) => Promise<Done>,
): Promise<Done | { refused: "notFound" | "sanctioned" }> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, id)
    const act =
      row?.bodyId === desk.who.bodyId ? (await actsOf(tx, id)).find((one) => one.id === actId) : undefined
    if (row === null || act === undefined) return { refused: "notFound" as const }
    return act.sanction === null ? work(act, tx, row) : { refused: "sanctioned" as const }
  })
}

export function mayBeExplained(act: Act): boolean {
  const violation = violationOf(act)
  const known = act.typed ?? (violation.verified ? rangeFor(violation, act.offenderKind) : null)
  return mayExplain(violation, act.offenderKind, known)
}

/**
 * The row of the act's day. Where a later edition of the data gave the row other days, an old act keeps its row; a row that
 * is gone is a fault to be seen.
 */
export function violationOf(act: Act): Violation {
  const on = lawDayOf(act)
  const rows = allViolations().filter((one) => one.id === act.violationId)
  const found = rows.find((one) => isInForce(one, on)) ?? rows[0]
  if (found === undefined) throw new Error(`no violation ${act.violationId} on ${on}`)
  return forUnits(found, act.units)
}
