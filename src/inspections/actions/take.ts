/** The one way a check moves: the row is locked, the rules decide (`domain/life.ts`), and state, timeline and journal are written together. */
import { caseNumbers } from "../../cases/index.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { announce } from "../../kernel/journal.ts"
import { allChecklists, allPowers } from "../catalogue.ts"
import {
  type Checklist,
  type Finding,
  findingsIn,
  keptChecklist,
  unansweredIn,
  type Version,
} from "../domain/checklist.ts"
import {
  decide,
  type Held,
  mayStillJoin,
  type Refusal,
  rules,
  type State,
  type Step,
} from "../domain/life.ts"
import { lengthOf, type PowerRow } from "../domain/powers.ts"
import type { Subject } from "../domain/subject.ts"
import type { Pause } from "../domain/time.ts"
import {
  addEvent,
  answersOf,
  casesOf,
  type KeptAnswer,
  type Member,
  membersOf,
  type OpenedCase,
  pausesOf,
  type Recommendation,
  recommendationsOf,
} from "../store/details.ts"
import {
  changeInspection,
  findInspection,
  type InspectionChange,
  type InspectionRow,
  lockInspection,
} from "../store/inspections.ts"
import { jointMembersOf, withdrawInvitations } from "../store/joint.ts"
import { findSubject } from "../store/subjects.ts"
import { type Seat, todayOf } from "./seat.ts"

export type Facts = {
  row: InspectionRow
  subject: Subject
  law: PowerRow
  /** The checklist in the version that this check keeps. */
  list: Checklist
  version: Version
  members: Member[]
  pauses: Pause[]
  answers: KeptAnswer[]
  findings: Finding[]
  recommendations: Recommendation[]
  /** Without a number: another body holds the case by now. */
  cases: (OpenedCase & { number: string | null })[]
}

export async function factsOf(
  tx: Tx,
  id: string,
  { isLocked }: { isLocked: boolean },
): Promise<Facts | null> {
  const row = isLocked ? await lockInspection(tx, id) : await findInspection(tx, id)
  if (row === null) return null
  const subject = await findSubject(tx, row.subjectId)
  const law = allPowers().find((one) => one.id === row.law)
  const kept = keptChecklist(row, allChecklists())
  if (subject === null || law === undefined || kept === null)
    throw new Error(`check ${id} names a subject, a law or a checklist that is not there`)
  const answers = await answersOf(tx, id)
  const cases = await casesOf(tx, id)
  const numbers = await caseNumbers(
    tx,
    cases.map(({ caseId }) => caseId),
  )
  return {
    row,
    subject,
    law,
    ...kept,
    members: [...(await membersOf(tx, id)), ...(await jointMembersOf(tx, id))],
    pauses: await pausesOf(tx, id),
    answers,
    findings: findingsIn(kept.version.questions, answers),
    recommendations: await recommendationsOf(tx, id),
    cases: cases.map((one) => ({ ...one, number: numbers.get(one.caseId) ?? null })),
  }
}

/** Findings of a violation that no case carries yet. */
export const openFindingsOf = ({ findings, cases }: Facts): Finding[] => {
  const carried = new Set(cases.flatMap(({ questions }) => questions))
  return findings.filter(({ question }) => !carried.has(question.id))
}

export function heldOf(seat: Pick<Seat, "bodyId">, facts: Facts): Held {
  const { row, law, version, answers, recommendations } = facts
  const length = lengthOf(law, legalRules())
  return {
    state: row.state,
    isOurs: row.bodyId === seat.bodyId,
    mayExtend: length !== null && length.more > 0 && row.extendedDays === null,
    unanswered: unansweredIn(version.questions, answers).length,
    openFindings: openFindingsOf(facts).length,
    openRecommendations: recommendations.filter(({ doneOn }) => doneOn === null).length,
  }
}

export type StepRefusal = Refusal | "notFound" | "datesWrong"
export type Result<More extends string = never> = { state: State } | { refused: StepRefusal | More }

export type Prepared<More extends string> =
  | { refused: More }
  | {
      change?: InspectionChange
      note?: string | null
      details?: Readonly<Record<string, string | number | boolean | null>>
      rule?: string
      write?: () => Promise<unknown>
    }

/** `on`: the day of the fact, not after today and not before the last fact. */
export function takeStep<More extends string = never>(
  seat: Seat,
  id: string,
  { step, on }: { step: Step; on: string | null },
  prepare: (facts: Facts, on: string, tx: Tx) => Prepared<More> | Promise<Prepared<More>>,
): Promise<Result<More>> {
  return seat.open((tx) => takeStepIn(tx, seat, id, { step, on }, prepare))
}

/** For who takes several in one transaction. */
export async function takeStepIn<More extends string = never>(
  tx: Tx,
  seat: Seat,
  id: string,
  { step, on }: { step: Step; on: string | null },
  prepare: (facts: Facts, on: string, tx: Tx) => Prepared<More> | Promise<Prepared<More>>,
): Promise<Result<More>> {
  const facts = await factsOf(tx, id, { isLocked: true })
  if (facts === null) return { refused: "notFound" as const }
  const made = decide(heldOf(seat, facts), step)
  if ("refused" in made) return made
  const today = todayOf(seat)
  const happenedOn = on ?? today
  if (happenedOn > today || happenedOn < sinceOf(facts.row)) return { refused: "datesWrong" as const }
  const prepared = await prepare(facts, happenedOn, tx)
  if ("refused" in prepared) return prepared
  await prepared.write?.()
  await changeInspection(tx, id, { ...prepared.change, state: made.state })
  if (!mayStillJoin(made.state)) await withdrawInvitations(tx, id)
  const { row } = facts
  await addEvent(tx, id, {
    what: rules[step].event,
    stateBefore: row.state,
    stateAfter: made.state,
    happenedOn,
    note: prepared.note ?? null,
    byName: seat.name,
  })
  const details = {
    ...prepared.details,
    from: row.state,
    to: made.state,
    on: happenedOn,
    ...(prepared.rule === undefined ? {} : { rule: prepared.rule }),
  }
  await announce(tx, { what: rules[step].event, record: { kind: "inspection", id }, details })
  return { state: made.state }
}

/** The last day on which something happened to it. */
export const sinceOf = (row: InspectionRow): string =>
  [row.decidedOn, row.approvedOn, row.announcedOn, row.recordedOn, row.concludedOn]
    .filter((one) => one !== null)
    .sort()
    .at(-1) ?? ""
