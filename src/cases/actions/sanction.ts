/** From the act found to the fine paid. The law of the day of the act, the range of whoever did it, two officers where the data are silent. */

import { randomUUID } from "node:crypto"
import { legalRules } from "../../kernel/calendar/data.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { allViolations } from "../catalogue.ts"
import { ruleFor } from "../domain/clocks.ts"
import {
  checkFine,
  competenceOf,
  isInForceOn,
  lateCharge,
  mayExplain,
  type Office,
  type RangeAnswer,
  rangeFor,
  usableRange,
  type Violation,
  violationsOn,
} from "../domain/fines.ts"
import {
  type Act,
  actsMax,
  actsOf,
  confirmRange,
  insertAct,
  insertSanctions,
  type NewAct,
  type NewSanction,
  paySanction,
  serveSanctions,
  typeRange,
} from "../store/acts.ts"
import { lockCase } from "../store/cases.ts"
import { isRunning } from "./course.ts"
import { type Facts, type Result, take } from "./take.ts"

export type Finding = Omit<NewAct, "id" | "offenderHash"> & {
  /** Papers or tax number; kept as a keyed hash only. */ offenderCode: string | null
}

export const findAct = (
  desk: Desk,
  id: string,
  input: Finding,
): Promise<Result<"noRowInForce" | "datesWrong" | "tooManyActs">> =>
  take(desk, id, "find", (facts, today, tx) => {
    const { offenderCode, ...act } = input
    const actId = randomUUID()
    if (act.committedOn > act.foundOn || act.foundOn > today) return { refused: "datesWrong" as const }
    if (facts.acts.length >= actsMax) return { refused: "tooManyActs" as const }
    const isKnown = violationsOn(act.committedOn, allViolations()).some((one) => one.id === act.violationId)
    if (!isKnown) return { refused: "noRowInForce" as const }
    return {
      at: act.foundOn,
      note: act.description,
      details: { violation: act.violationId, committedOn: act.committedOn },
      taken: { act: { id: actId, committedOn: act.committedOn } },
      write: () => insertAct(tx, id, { ...act, id: actId, offenderHash: hashOf(desk, offenderCode) }),
    }
  })

/** Spaces, dots and case do not make another person. */
function hashOf(desk: Desk, code: string | null): string | null {
  const plain = (code ?? "")
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toUpperCase()
  return plain === "" ? null : desk.house.keys.hmac("journal-value", `offender ${plain}`)
}

export const recordViolation = (
  desk: Desk,
  id: string,
  input: { recordedAt: string; number: string; note: string },
): Promise<Result<"datesWrong">> =>
  take(desk, id, "record", ({ acts }, today) => {
    const on = input.recordedAt.slice(0, 10)
    if (on > today || acts.some((act) => act.foundOn > on)) return { refused: "datesWrong" as const }
    return {
      at: input.recordedAt,
      note: `${input.number}. ${input.note}`,
      ...ruleOf("record", on),
      details: { recordedOn: on },
      taken: { mayExplain: acts.some(mayBeExplained) },
    }
  })

export const receiveExplanation = (
  desk: Desk,
  id: string,
  input: { way: "written" | "oral" | "renounced"; note: string },
) => take(desk, id, "explain", () => ({ note: input.note, details: { way: input.way } }))

type RangeInput = { actId: string; article: string; min: number; max: number; source: string }

export function typeRangeOf(
  desk: Desk,
  id: string,
  input: RangeInput,
): Promise<{ typed: true } | { refused: "notFound" | "sanctioned" | "rangeWrong" }> {
  return onAct(desk, id, input.actId, async (act, tx) => {
    const typed = { ...input, typedBy: desk.who.officerId }
    const checked = usableRange(violationOf(act), act.offenderKind, { ...typed, confirmedBy: null })
    if ("refused" in checked && checked.refused === "rangeWrong") return { refused: "rangeWrong" as const }
    await typeRange(tx, act.id, typed)
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
    await journal(tx, { what: "case.range-confirmed", record: { kind: "case", id }, details: { actId } })
    return { confirmed: true as const }
  })
}

function onAct<Done>(
  desk: Desk,
  id: string,
  actId: string,
  work: (act: Act, tx: Parameters<Parameters<typeof asOfficer>[2]>[0]) => Promise<Done>,
): Promise<Done | { refused: "notFound" | "sanctioned" }> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, id)
    const act =
      row?.bodyId === desk.who.bodyId ? (await actsOf(tx, id)).find((one) => one.id === actId) : undefined
    if (act === undefined) return { refused: "notFound" as const }
    return act.sanction === null ? work(act, tx) : { refused: "sanctioned" as const }
  })
}

export type Deciding = {
  number: string
  office: Office
  /** A person has checked the competence that the data do not settle. */
  competenceChecked: boolean
  /** đồng, by act: one decision covers every act of the case. */
  amounts: Readonly<Record<string, number>>
  remedy: string
}
export type DecidingRefusal =
  | "notCompetent"
  | "competenceUnsure"
  | Extract<RangeAnswer, { refused: string }>["refused"]
  | "notAnAmount"
  | "belowRange"
  | "aboveRange"

export const decideSanction = (desk: Desk, id: string, input: Deciding): Promise<Result<DecidingRefusal>> =>
  take(desk, id, "decide", (facts, today, tx) => {
    const sanctions: NewSanction[] = []
    for (const act of openActs(facts)) {
      const made = sanctionOf(desk, { act, input, caseId: id, today })
      if ("refused" in made) return made
      sanctions.push(made)
    }
    const total = sanctions.reduce((sum, one) => sum + (one.amount ?? 0), 0)
    return {
      note: input.number,
      ...ruleOf("decide", today),
      details: { acts: sanctions.length, total },
      write: () => insertSanctions(tx, sanctions),
    }
  })

function sanctionOf(
  desk: Desk,
  { act, input, caseId, today }: { act: Act; input: Deciding; caseId: string; today: string },
): NewSanction | { refused: DecidingRefusal } {
  const violation = violationOf(act)
  const wrong = incompetence(violation, input, today)
  if (wrong !== null) return { refused: wrong }
  const usable = usableRange(violation, act.offenderKind, act.typed)
  if ("refused" in usable) return usable
  const fine = checkFine(input.amounts[act.id] ?? 0, usable.range)
  if ("refused" in fine) return fine
  return {
    ...headOf(desk, act, input, { caseId, today }),
    kind: "fine",
    article: usable.article,
    amount: fine.amount,
    rangeMin: usable.range.min,
    rangeMax: usable.range.max,
  }
}

/** Past the deadline: confiscation and remedy only (Điều 65.2). */
export const decideRemedy = (
  desk: Desk,
  id: string,
  input: Omit<Deciding, "amounts">,
): Promise<Result<"notCompetent" | "competenceUnsure">> =>
  take(desk, id, "remedy", (facts, today, tx) => {
    const acts = openActs(facts)
    const wrong = acts.map((act) => incompetence(violationOf(act), input, today)).find((one) => one !== null)
    if (wrong != null) return { refused: wrong }
    const none = { kind: "remedy" as const, amount: null, rangeMin: null, rangeMax: null }
    const sanctions = acts.map((act) => ({
      ...headOf(desk, act, input, { caseId: id, today }),
      ...none,
      article: act.typed?.article ?? violationOf(act).article,
    }))
    return { note: `${input.number}. ${input.remedy}`, write: () => insertSanctions(tx, sanctions) }
  })

const headOf = (
  desk: Desk,
  act: Act,
  input: Omit<Deciding, "amounts">,
  at: { caseId: string; today: string },
) => ({
  actId: act.id,
  caseId: at.caseId,
  number: input.number,
  office: input.office,
  remedy: input.remedy,
  decidedOn: at.today,
  decidedName: desk.officer.name,
})

function incompetence(violation: Violation, input: Omit<Deciding, "amounts">, today: string) {
  const found = competenceOf(violation, input.office, today)
  if (found === "no") return "notCompetent" as const
  return found === "unsure" && !input.competenceChecked ? ("competenceUnsure" as const) : null
}

export const serveDecision = (
  desk: Desk,
  id: string,
  input: { servedOn: string },
): Promise<Result<"datesWrong">> =>
  take(desk, id, "serve", ({ acts }, today, tx) => {
    const { servedOn } = input
    if (servedOn > today || acts.some((act) => (act.sanction?.decidedOn ?? "") > servedOn))
      return { refused: "datesWrong" as const }
    return { at: servedOn, details: { servedOn }, write: () => serveSanctions(tx, id, servedOn) }
  })

/** What must be paid on a day: every fine and its late charge. */
export function owed(facts: Facts, on: string): { fines: number; late: number } {
  const dueOn = facts.clocks.find((clock) => clock.purpose === "pay" && isRunning(clock))?.due ?? null
  const fines = facts.acts.reduce((sum, act) => sum + (act.sanction?.amount ?? 0), 0)
  return { fines, late: dueOn === null ? 0 : lateCharge(fines, dueOn, on) }
}

export const executeDecision = (
  desk: Desk,
  id: string,
  input: { paidOn: string; paid: number; note: string },
): Promise<Result<"notServed" | "datesWrong" | "underpaid">> =>
  take(desk, id, "execute", (facts, today, tx) => {
    const { paidOn, paid } = input
    const sanctions = facts.acts.flatMap((act) =>
      act.sanction === null ? [] : [{ act, sanction: act.sanction }],
    )
    if (sanctions.some(({ sanction }) => sanction.servedOn === null)) return { refused: "notServed" as const }
    if (paidOn > today || sanctions.some(({ sanction }) => paidOn < (sanction.servedOn ?? "")))
      return { refused: "datesWrong" as const }
    const { fines, late } = owed(facts, paidOn)
    if (paid < fines + late) return { refused: "underpaid" as const }
    return {
      note: input.note,
      details: { paidOn, paid, late },
      write: async () => {
        for (const { act, sanction } of sanctions) await paySanction(tx, act.id, paidOn, sanction.amount ?? 0)
      },
    }
  })

const openActs = (facts: Facts) => facts.acts.filter((act) => act.sanction === null)

function mayBeExplained(act: Act): boolean {
  const violation = violationOf(act)
  const known = act.typed ?? (violation.verified ? rangeFor(violation, act.offenderKind) : null)
  return mayExplain(violation, act.offenderKind, known)
}

/** The row was in force when the act was found; a row that is later taken from the data is a fault to be seen. */
export function violationOf(act: Act): Violation {
  const found = allViolations().find((one) => one.id === act.violationId && isInForceOn(one, act.committedOn))
  if (found === undefined) throw new Error(`no violation ${act.violationId} on ${act.committedOn}`)
  return found
}

function ruleOf(purpose: "record" | "decide", on: string): { rule?: string } {
  const rule = ruleFor(purpose, on, legalRules())
  return rule === null ? {} : { rule: rule.id }
}
