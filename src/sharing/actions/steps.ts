/**
 * What officers do with an indicator or a warning, one transaction each: the row is locked, the rules decide
 * (`domain/life.ts`), and state, history, journal and outbox are written together or not at all. Row security and the
 * trigger of migration 0810 stand behind it and believe nobody.
 */

import { servedOn, serveIn } from "../../directives/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { announce } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { decide, type Refusal, type State, type Step } from "../domain/life.ts"
import { warningsNaming } from "../store/doubts.ts"
import { addEvent, type RecordKind } from "../store/events.ts"
import { type Held, lockShared, moveShared } from "../store/shared.ts"
import type { Seat } from "./seat.ts"

export type Of = { kind: RecordKind; id: string }
type Stepped<More extends string> = { state: State } | { refused: Refusal | More }
export type StepResult = Stepped<never>

export type Taking<More extends string> = {
  step: Step
  note?: string | null
  refuse?: (tx: Tx, held: Held) => Promise<More | null>
  /** Before the state changes. */
  write?: (tx: Tx, held: Held) => Promise<void>
}

export const takeStep = <More extends string = never>(
  seat: Seat,
  of: Of,
  taking: Taking<More>,
): Promise<Stepped<More>> => seat.open((tx) => takeStepIn(tx, seat, of, taking))

export async function takeStepIn<More extends string = never>(
  tx: Tx,
  seat: Seat,
  { kind, id }: Of,
  { step, note = null, refuse, write }: Taking<More>,
): Promise<Stepped<More>> {
  const held = await lockShared(tx, kind, id)
  if (held === null) return { refused: "notYours" }
  const decision = decide(held.state, step, {
    from: "owner",
    isWriter: held.writers.includes(seat.officerId),
  })
  if ("refused" in decision) return decision
  const refused = (await refuse?.(tx, held)) ?? null
  if (refused !== null) return { refused }
  await write?.(tx, held)
  const { state } = decision
  if (state !== held.state) await moveShared(tx, kind, id, { state, name: seat.name, reason: note })
  await tellTask(tx, seat, { kind, id }, state)
  const what = `${kind}.${decision.event}` as const
  const from = held.state
  await addEvent(
    tx,
    { kind, id, bodyId: held.bodyId },
    { what, stateBefore: from, stateAfter: state, byName: seat.name, note },
  )
  await announce(tx, { what, record: { kind, id }, details: { from, to: state } })
  if (kind === "indicator" && state === "recalled") await recallWordsOf(tx, seat, id, note)
  return { state }
}

/** A warning that attaches and prints what is recalled goes with it; of others that print it, the owner is told and the public sees the mark. */
async function recallWordsOf(tx: Tx, seat: Seat, indicatorId: string, note: string | null): Promise<void> {
  for (const { id, goesToo } of await warningsNaming(tx, indicatorId)) {
    const of = { kind: "warning", id } as const
    if (goesToo) await takeStepIn(tx, seat, of, { step: "recall", note })
    else await announce(tx, { what: "warning.doubted", record: of, details: { indicator: indicatorId } })
  }
}

/** The task that it serves counts what is out, and forgets what never will be. */
async function tellTask(tx: Tx, seat: Seat, { kind, id }: Of, state: State): Promise<void> {
  const of = { kind, recordId: id }
  if (state === "released") await servedOn(tx, of, localDateOf(seat.house.clock.now()))
  if (state === "refused") await serveIn(tx, seat, { ...of, assignmentId: null, doneOn: null })
}

/** At once, by one person of the body that owns it. */
export const recallShared = (seat: Seat, of: Of, reason: string) =>
  takeStep(seat, of, { step: "recall", note: reason })
