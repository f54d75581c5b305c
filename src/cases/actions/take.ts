/**
 * The one way a case moves: the row is locked, the rules decide (`domain/life.ts`), and state, clocks, timeline,
 * journal and outbox are written together or not at all.
 */

import { legalRules } from "../../kernel/calendar/data.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { earliest, extensionsOf, isSuspended } from "../domain/clocks.ts"
import { type Course, courseOf, type Taken } from "../domain/course.ts"
import { decide, type Held, type Refusal, rules, type Side, type State, type Step } from "../domain/life.ts"
import { type Act, actsOf } from "../store/acts.ts"
import { addEvent, type CaseRow, changeCase, lockCase } from "../store/cases.ts"
import { clocksOf, type KeptClock } from "../store/clocks.ts"
import { type Request, requestsOf, type Transfer, transfersOf } from "../store/others.ts"
import { isRunning, run } from "./course.ts"

export type Facts = {
  row: CaseRow
  acts: Act[]
  clocks: KeptClock[]
  requests: Request[]
  transfers: Transfer[]
}

/** `More`: what an action refuses beside the rules of the life. */
export type Result<More extends string = never> = { state: State } | { refused: Refusal | "notFound" | More }

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

/** `on`: the day by which the rules judge, where the step records what was done before today. */
export function take<More extends string = never>(
  desk: Desk,
  id: string,
  step: Step,
  prepare: (facts: Facts, today: string, tx: Tx) => Prepared<More> | Promise<Prepared<More>>,
  on: string | null = null,
): Promise<Result<More>> {
  const today = todayOf(desk)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, id)
    if (row === null) return { refused: "notFound" as const }
    const facts = await factsOf(tx, row)
    const made = decide(heldOf(facts), step, sidesOf(desk, facts), on ?? today)
    if ("refused" in made) return made
    const prepared = await prepare(facts, today, tx)
    if ("refused" in prepared) return prepared
    await prepared.write?.(tx)
    const taken: Taken = {
      today,
      stateBefore: row.state,
      returnsTo: row.returnsTo,
      at: prepared.at ?? today,
      ...prepared.taken,
    }
    const course: Course = courseOf(step, taken)
    const dueOn = await (prepared.clocks?.(tx) ?? run(tx, row, course, today))
    await record(tx, desk, { row, step, state: made.state, prepared })
    const { state, outcome, returnsTo } = made
    await changeCase(tx, id, { state, outcome, returnsTo, dueOn }, desk.house.clock.now().toISOString())
    await prepared.last?.(tx)
    return { state }
  })
}

type Done<More extends string> = {
  row: CaseRow
  step: Step
  state: State
  prepared: Exclude<Prepared<More>, { refused: More }>
}

/** The timeline keeps the words; the journal keeps only states, days, counts and the rule. */
async function record<More extends string>(tx: Tx, desk: Desk, done: Done<More>): Promise<void> {
  const { row, step, state, prepared } = done
  const what = rules[step].event
  const details = prepared.details ?? {}
  await addEvent(tx, {
    caseId: row.id,
    what,
    stateBefore: row.state,
    stateAfter: state,
    byName: desk.officer.name,
    note: prepared.note ?? null,
    details: {
      ...details,
      ...prepared.shown,
      ...(prepared.rule === undefined ? {} : { rule: prepared.rule }),
    },
  })
  const said = { ...details, from: row.state, to: state }
  await journal(tx, {
    what,
    record: { kind: "case", id: row.id },
    ...(prepared.rule === undefined ? {} : { rule: prepared.rule }),
    details: said,
  })
  await tell(tx, what, row.id, said)
}

export async function factsOf(tx: Tx, row: CaseRow): Promise<Facts> {
  return {
    row,
    acts: await actsOf(tx, row.id),
    clocks: await clocksOf(tx, row.id),
    requests: await requestsOf(tx, row.id),
    transfers: await transfersOf(tx, row.id),
  }
}

export function heldOf({ row, acts, clocks, requests, transfers }: Facts): Held {
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
    openRequests: requests.filter((request) => request.answer === null).length,
    askHearingUntil: dueFor("ask-hearing"),
    explainUntil: awaitsHearing(clocks) ? untilHeard : dueFor("explain"),
    decideUntil: dueFor("decide", "limitation"),
    isServed: acts.some((act) => act.sanction !== null && act.sanction.servedOn !== null),
    payUntil: dueFor("pay"),
    hasClock: running.some((clock) => extensionsOf(clock, legalRules()).length > 0),
  }
}

/** The offender asked for a hearing that was neither held nor renounced. */
export const awaitsHearing = (clocks: readonly KeptClock[]) =>
  clocks.some((clock) => clock.purpose === "explain" && isRunning(clock) && isSuspended(clock))

/** After every day that a clock may count. */
const untilHeard = "9999-12-31"

/** The police's desk is the one to which the file was last handed, until it gives it back. */
export function sidesOf(desk: Desk, { row, transfers }: Facts): Side[] {
  const sides: Side[] = []
  if (row.bodyId === desk.who.bodyId) sides.push("handler")
  const away = transfers.find((transfer) => transfer.result !== "returned")
  if (away?.toBodyId === desk.who.bodyId) sides.push("police")
  return sides
}

export const todayOf = (desk: Desk) => localDateOf(desk.house.clock.now())
