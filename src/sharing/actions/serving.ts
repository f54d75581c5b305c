/** Naming the task of a letter that an indicator, a warning or a block serves. */

import {
  readServing,
  type ServingReading,
  type ServingRoom,
  serveIn,
  type TaskOption,
  tasksToServe,
} from "../../directives/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { localDateOf } from "../../kernel/time.ts"
import { ownBlock } from "../store/answers.ts"
import { readIndicatorRow } from "../store/indicators.ts"
import { readWarningRow } from "../store/warnings.ts"
import { blockRoom, indicatorRoom, warningRoom } from "./rooms.ts"
import type { Seat } from "./seat.ts"

/** Asked before anything is written: those whose words fit come first. */
export const tasksFor = (seat: Seat, room: "indicator" | "warning" | "block"): Promise<TaskOption[]> =>
  seat.look((tx) => tasksToServe(tx, roomOf[room].words))

const roomOf = { indicator: indicatorRoom, warning: warningRoom, block: blockRoom } as const satisfies Record<
  string,
  ServingRoom
>
export type Room = keyof typeof roomOf

export const servingOf = (tx: Tx, room: Room, id: string): Promise<ServingReading> =>
  readServing(tx, { kind: roomOf[room].kind, recordId: id }, roomOf[room].words)

export type ServeResult = { served: true } | { refused: "noTask" | "notYours" }

/** Whose it is decides what is named: the owner's indicator, or the block that a receiver told. */
export function nameTask(
  seat: Seat,
  of: { kind: "indicator" | "warning"; id: string },
  assignmentId: string | null,
) {
  return seat.open((tx) => nameTaskIn(tx, seat, of, assignmentId))
}

export async function nameTaskIn(
  tx: Tx,
  seat: Seat,
  { kind, id }: { kind: "indicator" | "warning"; id: string },
  assignmentId: string | null,
): Promise<ServeResult> {
  const row = kind === "indicator" ? await readIndicatorRow(tx, id) : await readWarningRow(tx, id)
  if (row === null) return { refused: "notYours" }
  if (row.bodyId === seat.bodyId)
    return serveIn(tx, seat, { kind, recordId: id, assignmentId, doneOn: dayOf(row.releasedAt) })
  const block = kind === "indicator" ? await ownBlock(tx, id) : null
  if (block === null) return { refused: "notYours" }
  return serveIn(tx, seat, { kind: blockRoom.kind, recordId: id, assignmentId, doneOn: dayOf(block.doneAt) })
}

const dayOf = (at: string | null) => (at === null ? null : localDateOf(new Date(at)))
