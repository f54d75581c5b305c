/**
 * Several tips of the list at once: assigned, closed as empty, or merged into the oldest of them. Each goes its own way through the
 * rules of its life; what they refuse is told for each by name. Within half an hour the same officer undoes all of it with
 * one press, but for tips to which something else has happened since.
 */
import type { Tx } from "../../kernel/db/database.ts"
import { announce } from "../../kernel/journal.ts"
import type { CloseReason } from "../domain/life.ts"
import { type Before, isUndoable, type RowRefusal, type SeveralAct, severalMax } from "../domain/several.ts"
import { addEvent, changeSignal, mergedInto } from "../store/desk.ts"
import {
  type Batch,
  type BatchRow,
  changedSince,
  insertBatch,
  insertRows,
  lockBatch,
  lockTips,
  markUndone,
  notesOfMerged,
  oldestOpen,
  readBatch,
  refuseRow,
  rowsOfBatch,
} from "../store/several.ts"
import type { Seat } from "./seat.ts"
import { answerMerged, stepIn, type Taking } from "./steps.ts"

export type Several = {
  act: SeveralAct
  ids: readonly string[]
  to: { officerId: string; name: string } | null
}

/** The id of what was done; refused where there is nobody to assign to, or nothing into which to merge. */
export const takeSeveral = (
  seat: Seat,
  { act, ids, to }: Several,
): Promise<{ batchId: string } | { refused: "noColleague" | "noOther" }> =>
  seat.open(async (tx) => {
    if (act === "assign" && to === null) return { refused: "noColleague" as const }
    const chosen = [...new Set(ids)].slice(0, severalMax)
    const was = await lockTips(tx, chosen)
    const into = act === "merge" ? await oldestOpen(tx, chosen) : null
    if (act === "merge" && (into === null || chosen.length < 2)) return { refused: "noOther" as const }
    const rows: { signalId: string; refused: RowRefusal | null; before: Before | null }[] = []
    for (const [signalId, { channel, ...before }] of was) {
      if (signalId === into) continue
      const merged = act === "spam" ? await notesOfMerged(tx, signalId) : []
      const refused =
        // Its end answers the body that handed it over, at once: that is done one by one.
        act === "spam" && channel === "forwarded"
          ? "fromElsewhere"
          : await step(tx, seat, signalId, takingOf(seat, { act, to, into, before }))
      rows.push({ signalId, refused, before: refused === null ? { ...before, merged } : null })
    }
    const batchId = await insertBatch(tx, { act, toName: to?.name ?? null })
    await insertRows(tx, batchId, rows)
    return { batchId }
  })

async function step(tx: Tx, seat: Seat, id: string, taking: Taking): Promise<RowRefusal | null> {
  const done = await stepIn(tx, seat, id, taking)
  if (!("refused" in done)) return null
  return done.refused === "notAlike" ? "noOther" : done.refused
}

function takingOf(
  seat: Seat,
  { act, to, into, before }: { act: SeveralAct; to: Several["to"]; into: string | null; before: Before },
): Taking {
  const mine = before.handlerId === null ? { handlerId: seat.officerId, handlerName: seat.name } : {}
  if (act === "assign")
    return {
      step: "assign",
      note: to?.name ?? null,
      change: () => ({ handlerId: to?.officerId ?? null, handlerName: to?.name ?? null }),
    }
  if (act === "spam")
    return {
      step: "close",
      details: { reason: "spam" },
      change: () => ({ ...mine, closeReason: "spam" as const, publicNote: null }),
      write: (tx, held) => answerMerged(tx, held, { publicNote: null }),
    }
  return { step: "merge", details: { into }, change: () => ({ intoId: into }) }
}

export type SeveralDone = { batch: Batch; rows: BatchRow[]; mayUndo: boolean }

/** What an officer sees of what he did; null: another's, or gone. */
export const severalDone = (seat: Seat, batchId: string): Promise<SeveralDone | null> =>
  seat.look(async (tx) => {
    const batch = await readBatch(tx, batchId)
    if (batch === null) return null
    const rows = await rowsOfBatch(tx, batchId)
    const isAny = rows.some(({ before }) => before !== null)
    return { batch, rows, mayUndo: isAny && isUndoable(batch, seat.house.clock.now()) }
  }, "step-by-step")

export const undoSeveral = (
  seat: Seat,
  batchId: string,
): Promise<{ done: true } | { refused: "notFound" | "tooLate" }> =>
  seat.open(async (tx) => {
    const batch = await lockBatch(tx, batchId)
    if (batch === null) return { refused: "notFound" as const }
    if (!isUndoable(batch, seat.house.clock.now())) return { refused: "tooLate" as const }
    const rows = (await rowsOfBatch(tx, batchId)).filter(({ before }) => before !== null)
    const now = await lockTips(
      tx,
      rows.map(({ signalId }) => signalId),
    )
    const changed = await changedSince(tx, batchId)
    for (const { signalId, before } of rows) {
      const held = now.get(signalId)
      if (held === undefined || before === null || changed.has(signalId))
        await refuseRow(tx, { batchId, signalId }, "changedSince")
      else await putBack(tx, seat, signalId, { from: held, to: before })
    }
    await markUndone(tx, batchId)
    return { done: true as const }
  })

async function putBack(
  tx: Tx,
  seat: Seat,
  signalId: string,
  { from, to }: { from: Before; to: Before },
): Promise<void> {
  const what = "signal.step-undone"
  const { closeReason, merged = [], ...rest } = to
  await changeSignal(tx, signalId, { ...rest, closeReason: closeReason as CloseReason | null })
  const still = new Set(merged.length === 0 ? [] : await mergedInto(tx, signalId))
  for (const { id, publicNote } of merged) if (still.has(id)) await changeSignal(tx, id, { publicNote })
  const states = { stateBefore: from.state, stateAfter: to.state }
  await addEvent(tx, { signalId, bodyId: seat.bodyId, what, ...states, byName: seat.name, note: null })
  await announce(tx, {
    what,
    record: { kind: "signal", id: signalId },
    details: { from: from.state, to: to.state },
  })
}
