/**
 * "Not ours": a tip goes to the body whose work it is, with masked words and suspect identifiers. The other side signs
 * for it with a number of its own, or returns it with a reason; what it makes of it comes back to the reporter.
 */
import { createHash } from "node:crypto"
import type { Tx } from "../../kernel/db/database.ts"
import { journal, tell } from "../../kernel/journal.ts"
import type { OutboxEvent, Subscriber } from "../../kernel/outbox.ts"
import { type CloseReason, decide, type State } from "../domain/life.ts"
import { addEvent, changeSignal } from "../store/desk.ts"
import {
  answerForward,
  type Forward,
  forwardsTo,
  insertForward,
  lockForward,
  originOf,
  outcomeOf,
  type Sheet,
  sheetSource,
  suspectsOf,
} from "../store/forwards.ts"
import { holdReceipt } from "../store/intake.ts"
import { namesTeller } from "./naming.ts"
import type { Seat } from "./seat.ts"
import { type StepResult, stepIn } from "./steps.ts"
import { codeFor, hashOfCode, type Taking, take } from "./take.ts"

export type Forwarding = { toBodyId: string; toName: string; reason: string }
export type ForwardResult = StepResult | { refused: "notChecked" | "toSelf" | "stillNamed" }

/**
 * The masked text must have been read by a person first: rules do not find every name inside a sentence. What that person
 * left is compared with the seal once more, as it stands now.
 */
export function forwardSignal(seat: Seat, id: string, to: Forwarding): Promise<ForwardResult> {
  return seat.open(async (tx) => {
    const source = await sheetSource(tx, id)
    if (source === null) return { refused: "notFound" as const }
    if (to.toBodyId === source.bodyId) return { refused: "toSelf" as const }
    if (source.redactionCheckedAt === null) return { refused: "notChecked" as const }
    const { bodyId: fromBodyId, redactedText: text, place, path, type, urgency, receivedAt } = source
    if (await namesTeller(tx, seat.house, { signalId: id, words: `${text}\n${place ?? ""}` }))
      return { refused: "stillNamed" as const }
    const sheet: Sheet = {
      text,
      place,
      path,
      type,
      urgency,
      receivedAt,
      identifiers: await suspectsOf(tx, id),
    }
    return stepIn(tx, seat, id, {
      step: "forward",
      note: to.reason,
      details: { to: to.toBodyId },
      change: () => ({ publicNote: to.toName }),
      write: (inner) =>
        insertForward(inner, {
          signalId: id,
          fromBodyId,
          toBodyId: to.toBodyId,
          reason: to.reason,
          sentName: seat.name,
          sheet,
        }),
    })
  })
}

export const readForwards = (seat: Seat): Promise<Forward[]> => seat.open((tx) => forwardsTo(tx, seat.bodyId))

export type ForwardAnswered = { done: true; signalId: string | null } | { refused: "notFound" }

/** Signing for it makes it a tip of our own; `number` is our register's. */
export function receiveForward(seat: Seat, id: string, number: string): Promise<ForwardAnswered> {
  return seat.open(async (tx) => {
    const forward = await lockForward(tx, id, seat.bodyId)
    if (forward === null) return { refused: "notFound" as const }
    const taking = takingOf(forward)
    const code = codeFor(seat.house, taking, seat.bodyId)
    await holdReceipt(tx, hashOfCode(seat.house, code))
    const { signalId } = await take(tx, seat.house, taking, { code, bodyId: seat.bodyId, fromBodyId: null })
    await answer(tx, seat, forward, { state: "received", answer: number, takenAs: signalId })
    return { done: true as const, signalId }
  })
}

export function returnForward(seat: Seat, id: string, reason: string): Promise<ForwardAnswered> {
  return seat.open(async (tx) => {
    const forward = await lockForward(tx, id, seat.bodyId)
    if (forward === null) return { refused: "notFound" as const }
    await answer(tx, seat, forward, { state: "returned", answer: reason, takenAs: null })
    return { done: true as const, signalId: null }
  })
}

async function answer(
  tx: Tx,
  seat: Seat,
  forward: Forward,
  given: { state: "received" | "returned"; answer: string; takenAs: string | null },
): Promise<void> {
  await answerForward(tx, forward.id, { ...given, answeredBy: seat.officerId, answeredName: seat.name })
  const what = given.state === "received" ? "signal.forward-received" : "signal.forward-returned"
  const details = { forward: forward.id, signal: forward.signalId }
  await journal(tx, { what, record: { kind: "signal-forward", id: forward.id }, details })
  await tell(tx, what, forward.signalId, details)
}

/** Its own token is the forward's id: signing twice is one tip. */
function takingOf(forward: Forward): Taking {
  const { sheet } = forward
  return {
    tip: {
      path: sheet.path,
      text: sheet.text,
      target: sheet.identifiers.map((one) => one.value).join("\n"),
      place: sheet.place ?? "",
      name: "",
      contact: "",
    },
    channel: "forwarded",
    once: createHash("sha256").update(forward.id).digest("hex").slice(0, 32),
    files: [],
    keepsOriginals: false,
    isHeld: false,
  }
}

/** What the other side did flows back: returned, the tip is on our desk again; closed, the reporter reads why. */
export const forwardsComeBack: Subscriber = {
  name: "signals.forwards-come-back",
  events: ["signal.forward-returned", "signal.closed", "signal.case-ended"],
  async handle(tx, event) {
    if (event.event === "signal.forward-returned") return bringBack(tx, event)
    const origin = await originOf(tx, event.recordId)
    const outcome = await outcomeOf(tx, event.recordId)
    if (origin === null || outcome?.closeReason == null || origin.state !== "forwarded") return
    await changeSignal(tx, origin.signalId, {
      state: "closed",
      closeReason: outcome.closeReason as CloseReason,
      publicNote: outcome.publicNote,
    })
    await note(tx, origin.signalId, { event, before: "forwarded", after: "closed", by: origin.toName })
  },
}

async function bringBack(tx: Tx, event: OutboxEvent): Promise<void> {
  const now = await outcomeOf(tx, event.recordId)
  const decision = now === null ? null : decide(now.state as State, "comeBack")
  // A second delivery, or a tip that was reopened meanwhile: it is back already.
  if (decision === null || "refused" in decision) return
  await changeSignal(tx, event.recordId, { state: decision.state, publicNote: null })
  await note(tx, event.recordId, { event, before: "forwarded", after: decision.state, by: "" })
}

async function note(
  tx: Tx,
  signalId: string,
  of: { event: OutboxEvent; before: State; after: State; by: string },
): Promise<void> {
  const source = await sheetSource(tx, signalId)
  if (source === null) return
  await addEvent(tx, {
    signalId,
    bodyId: source.bodyId,
    what: of.after === "closed" ? "signal.answered-elsewhere" : "signal.came-back",
    stateBefore: of.before,
    stateAfter: of.after,
    byName: of.by,
    note: null,
  })
  await journal(tx, {
    what: of.after === "closed" ? "signal.answered-elsewhere" : "signal.came-back",
    record: { kind: "signal", id: signalId },
  })
}
