/** The officer sees what was read and puts it right: missed identifiers, which trick, how urgent, the masked text. */
import { journal } from "../../kernel/journal.ts"
import { readClues } from "../read/clues.ts"
import type { Urgency } from "../read/urgency.ts"
import { addEvent, changeSignal, type Held, lockSignal, type SignalChange } from "../store/desk.ts"
import { storeIdentifiers } from "../store/intake.ts"
import type { Seat } from "./seat.ts"

export type Corrected = { done: true } | { refused: "notFound" | "nothingRead" }

/** Numbers, links and accounts that the reading missed, as an officer types them. */
export const addIdentifiers = (seat: Seat, id: string, typed: string): Promise<Corrected> =>
  seat.open(async (tx) => {
    const held = await lockSignal(tx, id)
    if (held === null) return { refused: "notFound" }
    const found = readClues(typed)
    if (found.length === 0) return { refused: "nothingRead" }
    const alike = await storeIdentifiers(
      tx,
      id,
      found.map(({ kind, value }) => ({ kind, value, role: "suspect" as const, source: "officer" })),
    )
    await journal(tx, {
      what: "signal.identifier-added",
      record: { kind: "signal", id },
      details: { count: found.length, alike },
    })
    return { done: true }
  })

export const reclassify = (seat: Seat, id: string, to: { type: string; urgency: Urgency }) =>
  correct(seat, id, {
    change: { ...to, ...saidNow(seat, to.urgency) },
    what: "signal.reclassified",
    details: to,
  })

/** Asked a day after it was said that money moves: for another day, or it is over. */
export const sayWhetherMoving = (seat: Seat, id: string, isMoving: boolean) => {
  const urgency = isMoving ? "money-moving-now" : "past"
  return correct(seat, id, {
    change: { urgency, ...saidNow(seat, urgency) },
    what: isMoving ? "signal.still-moving" : "signal.moved-away",
    details: { urgency },
  })
}

/** By a call, in person or in writing; the law wants it within three working days. */
export const noteReceiptTold = (seat: Seat, id: string, how: string) =>
  correct(seat, id, { change: {}, what: "signal.told-receipt", details: {}, note: how })

const saidNow = (seat: Seat, urgency: Urgency): SignalChange =>
  urgency === "money-moving-now" ? { movingAt: seat.house.clock.now().toISOString() } : {}

/** "I have read both": from now on this text goes wherever the tip goes. */
export const checkRedaction = (seat: Seat, id: string, redactedText: string) =>
  correct(seat, id, {
    change: { redactedText, redactionCheckedAt: seat.house.clock.now().toISOString() },
    what: "signal.redaction-checked",
    details: { characters: redactedText.length },
  })

type Correction = {
  change: SignalChange
  what: `signal.${string}`
  details: Readonly<Record<string, string | number>>
  note?: string
}

function correct(seat: Seat, id: string, { change, what, details, note }: Correction): Promise<Corrected> {
  return seat.open(async (tx) => {
    const held: Held | null = await lockSignal(tx, id)
    if (held === null) return { refused: "notFound" }
    await changeSignal(tx, id, change)
    const { bodyId, state } = held
    const at = { signalId: id, bodyId, stateBefore: state, stateAfter: state }
    await addEvent(tx, { ...at, what, byName: seat.name, note: note ?? null })
    await journal(tx, { what, record: { kind: "signal", id }, details })
    return { done: true }
  })
}
