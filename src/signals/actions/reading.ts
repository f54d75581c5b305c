/** What officers read at their desk. Nothing sealed is in it: that takes a reason (`opening.ts`). */

import { calendarIn } from "../../kernel/calendar/days-off.ts"
import { journal } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import { tellsReceipt } from "../domain/dues.ts"
import type { Drawer } from "../domain/queue.ts"
import { soughtIn } from "../domain/search.ts"
import { siteOf } from "../domain/sites.ts"
import { type More, moreNamed } from "../read/more.ts"
import { type EvidenceItem, evidenceOfSignal } from "../store/evidence.ts"
import { type Forward, forwardsOfSignal } from "../store/forwards.ts"
import { holderNow } from "../store/holder.ts"
import { countWaiting, type QueueRow, readQueue, type Waiting } from "../store/queue.ts"
import {
  type Alike,
  alikeTo,
  eventsOf,
  identifiersOf,
  type Merged,
  mergedHere,
  messagesOf,
  type NamedHere,
  type PastEvent,
  readSignalRow,
  type SignalMessage,
  type SignalRow,
  weeklyAround,
} from "../store/reading.ts"
import { type SealedHere, sealedOf } from "../store/sealed.ts"
import { cutoffs, type ShownDue, shownDues } from "./dues.ts"
import { type DeskNotes, notesOn } from "./notes.ts"
import { type Kept, keptUntil } from "./retention.ts"
import type { Seat } from "./seat.ts"

export type Queue = { rows: QueueRow[]; total: number; waiting: Waiting }
export type Question = { drawer: Drawer; text: string; urgency: string; type: string }

export async function openQueue(
  seat: Seat,
  asked: Question,
  page: { order: "urgent" | "new"; limit: number; offset: number },
): Promise<Queue> {
  const sought = soughtIn(asked.text)
  return seat.look(async (tx) => {
    const since = await cutoffs(tx, seat.house.clock.now())
    const [found, waiting] = await Promise.all([
      readQueue(tx, { ...asked, sought, since }, page),
      countWaiting(tx, since),
    ])
    return { ...found, waiting }
  }, "step-by-step")
}

/** An export takes this many rows; a longer list is narrowed by a filter first. */
const exportMax = 5_000

/** The list as a file leaves the program: that it did is written down. Nothing sealed is in it. */
export function exportQueue(seat: Seat, asked: Question, order: "urgent" | "new"): Promise<QueueRow[]> {
  const sought = soughtIn(asked.text)
  return seat.open(async (tx) => {
    const page = { order, limit: exportMax, offset: 0 }
    const since = await cutoffs(tx, seat.house.clock.now())
    const { rows } = await readQueue(tx, { ...asked, sought, since }, page)
    const details = { rows: rows.length, drawer: asked.drawer }
    await journal(tx, { what: "signal.list-exported", record: { kind: "body", id: seat.bodyId }, details })
    return rows
  })
}

export type SignalPage = {
  row: SignalRow
  identifiers: NamedHere[]
  /** Under the seal: unclear whose they are, or the reporter's and victims' as an officer said. */
  sealed: SealedHere[]
  /** What the masked words name besides clues that are compared: wallets, devices, sender names, sums in foreign money. */
  also: More[]
  alike: Alike[]
  weekly: number[]
  messages: SignalMessage[]
  events: PastEvent[]
  evidence: EvidenceItem[]
  forwards: Forward[]
  merged: Merged[]
  dues: ShownDue[]
  /** What this desk wrote to itself, and when it looks again. */
  noted: DeskNotes
  /** Until when its personal data is kept, and who holds it back. */
  kept: Kept
  /** Where it may go when it is not ours. */
  bodies: { value: string; label: string; group?: string }[]
}

export function openSignal(seat: Seat, id: string): Promise<SignalPage | null> {
  return seat.open(async (tx) => {
    const row = await readSignalRow(tx, id)
    if (row === null) return null
    await journal(tx, { what: "signal.read", record: { kind: "signal", id } })
    const today = localDateOf(seat.house.clock.now())
    const chart = await loadChart(tx)
    const identifiers = await identifiersOf(tx, id)
    const events = await eventsOf(tx, id)
    const toldAt = events.find(({ what }) => tellsReceipt.includes(what))?.at ?? null
    return {
      row,
      identifiers,
      sealed: await sealedOf(tx, id),
      also: alsoNamed(row.redactedText, identifiers),
      alike: await alikeTo(tx, id, sitesOf(identifiers)),
      weekly: await weeklyAround(tx, id),
      messages: await messagesOf(tx, id),
      events,
      dues: shownDues({ ...row, toldAt }, await holderNow(tx), await calendarIn(tx)),
      kept: await keptUntil(tx, row),
      noted: await notesOn(tx, { signalId: id }),
      evidence: await evidenceOfSignal(tx, id),
      forwards: await forwardsOfSignal(tx, id),
      merged: await mergedHere(tx, id),
      bodies: bodiesOn(chart, today)
        .filter((body) => body.id !== seat.bodyId && body.kind !== "enterprise")
        .map((body) => ({ value: body.id, label: body.name })),
    }
  })
}

/** Without what stands among the clues already. */
function alsoNamed(words: string, named: readonly NamedHere[]): More[] {
  const values = new Set(named.map(({ value }) => value))
  return moreNamed(words).filter(({ value }) => !values.has(value))
}

function sitesOf(named: readonly NamedHere[]): string[] {
  const suspects = named.filter(({ role }) => role === "suspect")
  return [...new Set(suspects.flatMap((one) => siteOf(one) ?? []))]
}
