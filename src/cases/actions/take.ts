/**
 * The one way a case moves: the row is locked, the rules decide (`domain/life.ts`), and state, clocks, timeline,
 * journal and outbox are written together or not at all.
 */

import { legalRules } from "../../kernel/calendar/data.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { earliest, extensionsOf, gradeOf, isSuspended } from "../domain/clocks.ts"
import { type Course, courseOf, type Taken } from "../domain/course.ts"
import { usableRange } from "../domain/fines.ts"
import {
  decide,
  type Held,
  type Refusal,
  rules,
  type Side,
  type State,
  type Step,
  untilHeard,
} from "../domain/life.ts"
import { easedIn, type Money } from "../domain/money.ts"
import { isWithinReach } from "../domain/on-the-spot.ts"
import { lacksUnits } from "../domain/units.ts"
import { type Act, actsOf } from "../store/acts.ts"
import { addEvent, type CaseRow, changeCase, lockCase, pastOf } from "../store/cases.ts"
import { clocksOf, type KeptClock } from "../store/clocks.ts"
import { moneyOf } from "../store/money.ts"
import { type Request, requestsOf, type Transfer, transfersOf } from "../store/others.ts"
import { isRunning, type Lengthened, run } from "./course.ts"
import { violationOf } from "./range.ts"

export type Facts = {
  row: CaseRow
  /** The last day on which each kind of event happened, of those that a later fact cannot come before. */
  past: ReadonlyMap<string, string>
  acts: Act[]
  /** Payments, and decisions that ease payment; empty before a sanction. */
  money: Money[]
  clocks: KeptClock[]
  requests: Request[]
  transfers: Transfer[]
}

/** `doneOn`: the day on which it happened; absent: today. */
export type Dated = { doneOn?: string | null }

/** `More`: what an action refuses beside the rules of the life. */
export type Result<More extends string = never> =
  | { state: State }
  | { refused: Refusal | "notFound" | "datesWrong" | More }

export type Prepared<More extends string> =
  | { refused: More }
  | {
      /** What the step records happened then; today unless said. */
      at?: string
      note?: string | null
      details?: Readonly<Record<string, string | number | boolean | null>>
      /** Kept with the timeline only: numbers of papers and the like are not the journal's. */
      shown?: Readonly<Record<string, string>>
      rule?: string
      taken?: Partial<Taken>
      /** What the step adds beside state and clocks. */
      write?: (tx: Tx) => Promise<unknown>
      /** Instead of the step's usual clocks: returns the day that presses. */
      clocks?: (tx: Tx) => Promise<string | null>
      /** After everything else: what ends the acting body's own sight of the case. */
      last?: (tx: Tx) => Promise<void>
    }

/** `on`: the day of the fact, by which the rules judge, where it happened before today; empty or null: today. */
export function take<More extends string = never>(
  desk: Desk,
  id: string,
  step: Step,
  prepare: (facts: Facts, today: string, tx: Tx) => Prepared<More> | Promise<Prepared<More>>,
  on: string | null = null,
): Promise<Result<More>> {
  return asOfficer(desk.house.db, desk.who, (tx) => takeIn(tx, desk, id, { step, prepare, on }))
}

type Taking<More extends string> = {
  step: Step
  prepare: (facts: Facts, today: string, tx: Tx) => Prepared<More> | Promise<Prepared<More>>
  on?: string | null
}

/** For who takes it together with something else, in one transaction. */
export async function takeIn<More extends string = never>(
  tx: Tx,
  desk: Desk,
  id: string,
  { step, prepare, on = null }: Taking<More>,
): Promise<Result<More>> {
  const today = todayOf(desk)
  const row = await lockCase(tx, id)
  if (row === null) return { refused: "notFound" as const }
  const facts = await factsOf(tx, row)
  const happenedOn = on === null || on === "" ? today : on
  if (happenedOn > today) return { refused: "datesWrong" as const }
  const made = decide(heldOf(facts), step, sidesOf(desk, facts), happenedOn)
  if ("refused" in made) return made
  // A record may be older than the day on which the case was opened here, and a seizure than the record; nothing else comes
  // before what it rests on.
  if (step !== "record" && step !== "find" && step !== "keep" && happenedOn < sinceOf(facts))
    return { refused: "datesWrong" as const }
  const prepared = await prepare(facts, today, tx)
  if ("refused" in prepared) return prepared
  await prepared.write?.(tx)
  const taken: Taken = {
    today,
    stateBefore: row.state,
    returnsTo: row.returnsTo,
    at: prepared.at ?? happenedOn,
    wasRecorded: facts.past.has("case.recorded"),
    ...prepared.taken,
  }
  const course: Course = courseOf(step, taken)
  const of = { id: row.id, bodyId: row.bodyId, openActs: openActsAfter(facts, step) }
  const day = taken.at.slice(0, 10)
  const moved = prepared.clocks === undefined ? await run(tx, of, course, day) : null
  const dueOn = moved === null ? ((await prepared.clocks?.(tx)) ?? null) : moved.dueOn
  await record(tx, desk, {
    row,
    step,
    state: made.state,
    prepared,
    on: day,
    lengthened: moved?.lengthened ?? null,
  })
  const { state, outcome, returnsTo } = made
  await changeCase(tx, id, { state, outcome, returnsTo, dueOn }, desk.house.clock.now().toISOString())
  await prepared.last?.(tx)
  return { state }
}

type Done<More extends string> = {
  row: CaseRow
  step: Step
  state: State
  prepared: Exclude<Prepared<More>, { refused: More }>
  on: string
  lengthened: Lengthened | null
}

/** A decision covers every act; until then each act that nobody sanctioned keeps its limitation. */
const openActsAfter = ({ acts }: Facts, step: Step) =>
  step === "onSpot" || step === "decide" || step === "remedy"
    ? []
    : acts.filter((act) => act.sanction === null).map(({ id }) => id)

/** The timeline keeps the words; the journal keeps only states, days, counts and the rule. */
async function record<More extends string>(tx: Tx, desk: Desk, done: Done<More>): Promise<void> {
  const { row, step, state, prepared, on, lengthened } = done
  const what = rules[step].event
  const details = { ...prepared.details, ...lengthened }
  const rule = prepared.rule ?? lengthened?.rule
  await addEvent(tx, {
    caseId: row.id,
    what,
    stateBefore: row.state,
    stateAfter: state,
    happenedOn: on,
    byName: desk.officer.name,
    note: prepared.note ?? null,
    details: {
      ...details,
      ...prepared.shown,
      ...(rule === undefined ? {} : { rule }),
    },
  })
  const said = { ...details, on, from: row.state, to: state }
  await journal(tx, {
    what,
    record: { kind: "case", id: row.id },
    ...(rule === undefined ? {} : { rule }),
    details: said,
  })
  await tell(tx, what, row.id, said)
}

export async function factsOf(tx: Tx, row: CaseRow): Promise<Facts> {
  const acts = await actsOf(tx, row.id)
  return {
    row,
    past: await pastOf(tx, row.id),
    acts,
    money: acts.some(({ sanction }) => sanction !== null) ? await moneyOf(tx, row.id) : [],
    clocks: await clocksOf(tx, row.id),
    requests: await requestsOf(tx, row.id),
    transfers: await transfersOf(tx, row.id),
  }
}

/** What a later fact rests on: it did not happen before the last of these. */
const steppingStones = [
  "case.recorded",
  "case.sanctioned",
  "case.sanctioned-on-spot",
  "case.remedied",
  "case.served",
  "case.paid",
  "case.cleared",
  "case.transferred",
  "case.signed",
  "case.suspended",
  "case.resumed",
  "case.prosecuted",
  "case.returned",
  "case.closed",
  "case.reopened",
  "case.execution-suspended",
  "case.execution-continued",
] as const

/** The first day of what may be entered now; empty: nothing that it rests on has happened yet. */
export const sinceOf = ({ past }: Facts): string =>
  steppingStones
    .flatMap((what) => past.get(what) ?? [])
    .sort()
    .at(-1) ?? ""

export function heldOf({ row, acts, money, clocks, transfers }: Facts): Held {
  const running = clocks.filter(isRunning)
  const dueFor = (...purposes: readonly KeptClock["purpose"][]) =>
    earliest(running.filter((clock) => purposes.includes(clock.purpose)).map((clock) => clock.due))
  return {
    state: row.state,
    outcome: row.outcome,
    returnsTo: row.returnsTo,
    isSigned: transfers[0]?.result !== "returned" && (transfers[0]?.signedOn ?? null) !== null,
    isSuspended: running.some((clock) => clock.purpose === "resolve" && isSuspended(clock)),
    openActs: acts.filter((act) => act.sanction === null).length,
    askHearingUntil: dueFor("ask-hearing"),
    explainUntil: awaitsHearing(clocks) ? untilHeard : dueFor("explain"),
    decideUntil: dueFor("decide", "limitation"),
    recordUntil: dueFor("record"),
    isServed: acts.some((act) => act.sanction !== null && act.sanction.servedOn !== null),
    payUntil: latestOf(dueFor("pay"), easedIn(money)),
    spotOn: spotOn(acts, running),
    isHalted: row.haltedOn !== null,
    isHandedBack: transfers.some(
      ({ result, handedOn }) => result === "returned" && handedOn >= (row.haltedOn ?? ""),
    ),
    isKept: running.some(({ purpose }) => purpose === "keep"),
    hasClock: running.some((clock) => extensionsOf(clock, legalRules()).length > 0),
  }
}

/** The day of the finding, where every open act costs little enough and none was found by technical means (Luật XLVPHC Đ56). */
function spotOn(acts: readonly Act[], running: readonly KeptClock[]): string | null {
  if (running.some((clock) => clock.purpose === "record" && gradeOf(clock) === "technical")) return null
  const open = acts.filter(({ sanction }) => sanction === null)
  if (open.some((act) => lacksUnits(violationOf(act), act.units))) return null
  const found = open.map((act) => ({
    ...act,
    range: usableRange(violationOf(act), act.offenderKind, act.typed),
  }))
  const days = new Set(found.map(({ foundOn }) => foundOn))
  return days.size === 1 && isWithinReach(found, legalRules()) ? (found[0]?.foundOn ?? null) : null
}

/** Nobody is forced to pay while a decision lets them pay later. */
const latestOf = (due: string | null, eased: readonly { to: string }[]): string | null =>
  due === null ? null : ([due, ...eased.map(({ to }) => to)].sort().at(-1) ?? due)

/** The offender asked for a hearing that was neither held nor renounced. */
export const awaitsHearing = (clocks: readonly KeptClock[]) =>
  clocks.some((clock) => clock.purpose === "explain" && isRunning(clock) && isSuspended(clock))

/** The police's desk is the one to which the file was last handed, until it gives it back. */
export function sidesOf(desk: Desk, { row, transfers }: Facts): Side[] {
  const sides: Side[] = []
  if (row.bodyId === desk.who.bodyId) sides.push("handler")
  const away = transfers.find((transfer) => transfer.result !== "returned")
  if (away?.toBodyId === desk.who.bodyId) sides.push("police")
  return sides
}

/** The number of a paper stands before what is said of it. */
export const noteWith = (number: string | undefined, note: string | null): string =>
  [number ?? "", note ?? ""].filter((part) => part !== "").join(". ")

export const todayOf = (desk: Desk) => localDateOf(desk.house.clock.now())
