/** What may be done to several tips at once, how many, and how long it can be undone. */
import type { Refusal, State } from "./life.ts"

export const severalActs = ["assign", "spam", "merge"] as const
export type SeveralAct = (typeof severalActs)[number]

export const severalMax = 50
export const undoMinutes = 30

/** Why one of them stayed as it was: the rules of its life, or of doing many at once. */
export type RowRefusal = Refusal | "notFound" | "noOther" | "fromElsewhere" | "changedSince"

/** The state of a tip before the batch, so that undoing puts exactly that back. */
export type Before = {
  state: State
  handlerId: string | null
  handlerName: string | null
  closeReason: string | null
  publicNote: string | null
  intoId: string | null
  /** What those that were merged into it answered, where closing it took that away. */
  merged?: readonly { id: string; publicNote: string }[]
}

export const isUndoable = (batch: { at: string; undoneAt: string | null }, now: Date): boolean =>
  batch.undoneAt === null && now.getTime() - Date.parse(batch.at) < undoMinutes * 60_000
