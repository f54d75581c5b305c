/**
 * What officers do with a tip, one function a verb, one transaction each: the row is locked, the rules decide
 * (`domain/life.ts`), and state, timeline, journal and outbox are written together or not at all.
 */
import type { Tx } from "../../kernel/db/database.ts"
import { announce } from "../../kernel/journal.ts"
import {
  type CloseReason,
  decide,
  type EventName,
  type Refusal,
  type State,
  type Step,
} from "../domain/life.ts"
import {
  addEvent,
  addOfficerMessage,
  changeSignal,
  type Held,
  lockSignal,
  mergedInto,
  type SignalChange,
} from "../store/desk.ts"
import type { Seat } from "./seat.ts"

export type StepResult = { state: State } | { refused: Refusal | "notFound" | "notAlike" | "noOther" }

export const admitSignal = (seat: Seat, id: string) => takeStep(seat, id, { step: "admit" })

export const assignSignal = (seat: Seat, id: string, to: { officerId: string; name: string }) =>
  takeStep(seat, id, {
    step: "assign",
    note: to.name,
    change: () => ({ handlerId: to.officerId, handlerName: to.name }),
  })

/** Whoever asks becomes the one to whom the answer comes back, where nobody is yet. */
export const askReporter = (seat: Seat, id: string, text: string) =>
  takeStep(seat, id, {
    step: "ask",
    change: (held) => handlerIfNone(seat, held),
    write: (tx, { bodyId }) =>
      addOfficerMessage(tx, { signalId: id, bodyId, text, byOfficer: seat.officerId, byName: seat.name }),
  })

export type Closing = { reason: CloseReason; note: string | null; duplicateOf: string | null }

/** The reason becomes the public status; what was merged into this tip is answered with it. */
export const closeSignal = (seat: Seat, id: string, { reason, note, duplicateOf }: Closing) =>
  takeStep(seat, id, {
    step: "close",
    note,
    details: { reason },
    refuse: async (tx, held) => {
      if (reason !== "duplicate") return null
      return duplicateOf !== null && (await isOther(tx, held, duplicateOf)) ? null : "noOther"
    },
    change: (held) => ({
      ...handlerIfNone(seat, held),
      closeReason: reason,
      publicNote: note,
      intoId: reason === "duplicate" ? duplicateOf : held.intoId,
    }),
    write: (tx, held) => answerMerged(tx, held, { publicNote: note }),
  })

export const reopenSignal = (seat: Seat, id: string, reason: string) =>
  takeStep(seat, id, {
    step: "reopen",
    note: reason,
    change: () => ({ closeReason: null, publicNote: null, intoId: null }),
  })

/** Both stay; this one's reporter reads what the other one says. `splitSignal` undoes it. */
export const mergeSignal = (seat: Seat, id: string, into: string) =>
  takeStep(seat, id, {
    step: "merge",
    details: { into },
    refuse: async (tx, held) => ((await isOther(tx, held, into)) ? null : "noOther"),
    change: () => ({ intoId: into }),
  })

export const splitSignal = (seat: Seat, id: string, reason: string) =>
  takeStep(seat, id, { step: "split", note: reason, change: () => ({ intoId: null, publicNote: null }) })

/** For the slice of cases, inside its own transaction. */
export const putInCase = (tx: Tx, seat: Seat, id: string, caseId: string) =>
  stepIn(tx, seat, id, { step: "openCase", details: { caseId }, change: () => ({ caseId }) })

/**
 * For the slice of cases, inside its own transaction: the tip is back on the desk, its reporter no longer reads what that
 * case answered. A withdrawn one stays: only the case keeps it whole.
 */
export async function takeOutOfCase(
  tx: Tx,
  seat: Seat,
  id: string,
  { caseId, reason }: { caseId: string; reason: string },
): Promise<StepResult> {
  const held = await lockSignal(tx, id)
  if (held?.caseId !== caseId) return { refused: "notInCase" }
  if (held.withdrawnAt !== null) return { refused: "withdrawn" }
  return stepIn(tx, seat, id, {
    step: "leaveCase",
    note: reason,
    details: { caseId },
    change: () => ({ caseId: null, publicNote: null }),
    write: (within, one) => answerMerged(within, one, { publicNote: null }),
  })
}

export type Taking = {
  step: Step
  note?: string | null
  details?: Readonly<Record<string, string | number | null>>
  refuse?: (tx: Tx, held: Held) => Promise<"notAlike" | "noOther" | null>
  change?: (held: Held) => SignalChange
  write?: (tx: Tx, held: Held) => Promise<void>
}

export function takeStep(seat: Seat, id: string, taking: Taking): Promise<StepResult> {
  return seat.open((tx) => stepIn(tx, seat, id, taking))
}

export async function stepIn(tx: Tx, seat: Seat, id: string, taking: Taking): Promise<StepResult> {
  const held = await lockSignal(tx, id)
  if (held === null) return { refused: "notFound" }
  const decision = decide(held.state, taking.step)
  if ("refused" in decision) return decision
  const refused = (await taking.refuse?.(tx, held)) ?? null
  if (refused !== null) return { refused }
  await taking.write?.(tx, held)
  await changeSignal(tx, id, { ...taking.change?.(held), state: decision.state })
  await recordStep(tx, seat, held, { ...taking, ...decision })
  return { state: decision.state }
}

/** The timeline keeps the words; the journal keeps only states, ids and counts. */
async function recordStep(
  tx: Tx,
  seat: Seat,
  held: Held,
  done: Pick<Taking, "note" | "details"> & { event: EventName; state: State },
): Promise<void> {
  await addEvent(tx, {
    signalId: held.id,
    bodyId: held.bodyId,
    what: done.event,
    stateBefore: held.state,
    stateAfter: done.state,
    byName: seat.name,
    note: done.note ?? null,
  })
  const said = { ...done.details, from: held.state, to: done.state }
  await announce(tx, { what: done.event, record: { kind: "signal", id: held.id }, details: said })
}

function handlerIfNone(seat: Seat, held: Held): SignalChange {
  return held.handlerId === null ? { handlerId: seat.officerId, handlerName: seat.name } : {}
}

async function isOther(tx: Tx, held: Held, otherId: string): Promise<boolean> {
  if (otherId === held.id) return false
  const other = await lockSignal(tx, otherId)
  // Into one that was itself merged would make a chain, and two into each other a ring.
  return other !== null && other.state !== "merged" && other.intoId !== held.id
}

export async function answerMerged(tx: Tx, held: Held, answer: { publicNote: string | null }): Promise<void> {
  for (const id of await mergedInto(tx, held.id)) await changeSignal(tx, id, answer)
}
