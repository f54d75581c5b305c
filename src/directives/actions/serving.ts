/**
 * Work of any room that serves an assignment. A room is registered once (`src/rooms.ts`): how it is called, which words of a
 * task it answers to, and how its records are read; the task's page, the directive and the leader's page then show it.
 */
import type { Tx } from "../../kernel/db/database.ts"
import { journal } from "../../kernel/journal.ts"
import type { Lang } from "../../kernel/words.ts"
import { type OpenTask, proposedFor, servedRowsMax } from "../domain/serving.ts"
import { findDirective, tasksOf } from "../store/rollup.ts"
import {
  dropServing,
  markServed,
  openTasks,
  type Served,
  type ServedBy,
  type ServedCount,
  type ServedRow,
  saveServing,
  servedBy,
  servedCounts,
  servedRows,
} from "../store/serving.ts"
import type { Seat } from "./seat.ts"
import { todayOf } from "./today.ts"

export type ServingRoom = {
  /** As it is stored: letters and dashes. */
  kind: string
  name(lang: Lang): string
  /** "3 cảnh báo đã phát": `n` in the room's unit. */
  figure(lang: Lang, n: number): string
  /** As letters write them in Vietnamese, small letters, from telling to general. */
  words: readonly string[]
  /** Those of the records that the acting body may read. */
  read(tx: Tx, ids: readonly string[], lang: Lang): Promise<{ id: string; title: string; href: string }[]>
}

export type TaskOption = OpenTask & { isProposed: boolean }
export type ServingReading = { now: Served | null; tasks: readonly TaskOption[] }

/** What a record's page asks: which task it serves, and which it might, those whose words fit before the others. */
export async function readServing(tx: Tx, of: ServedBy, words: readonly string[]): Promise<ServingReading> {
  return { now: await servedBy(tx, of), tasks: await tasksToServe(tx, words) }
}

export async function tasksToServe(tx: Tx, words: readonly string[]): Promise<TaskOption[]> {
  const open = await openTasks(tx)
  const proposed = proposedFor(open, words)
  const others = open.filter((one) => !proposed.includes(one))
  return [
    ...proposed.map((one) => ({ ...one, isProposed: true })),
    ...others.map((one) => ({ ...one, isProposed: false })),
  ]
}

export type ServeAsked = ServedBy & { assignmentId: string | null; doneOn: string | null; amount?: number }

/** Names the assignment, another one, or (null) none. In the transaction of whoever writes the record. */
export async function serveIn(
  tx: Tx,
  { name }: Pick<Seat, "name">,
  { assignmentId, doneOn, amount = 1, ...of }: ServeAsked,
): Promise<{ served: true } | { refused: "noTask" }> {
  const record = { kind: "served", id: of.recordId }
  if (assignmentId === null) {
    await dropServing(tx, of)
    await journal(tx, { what: "assignment.unserved", record, details: { kind: of.kind } })
    return { served: true }
  }
  if (!(await saveServing(tx, { ...of, assignmentId, name, doneOn, amount }))) return { refused: "noTask" }
  await journal(tx, { what: "assignment.served", record, details: { kind: of.kind, assignmentId } })
  return { served: true }
}

/** The record is out, or is not out any more (null): where it serves a task, its task counts it from now on. */
export const servedOn = (tx: Tx, of: ServedBy, doneOn: string | null, amount = 1) =>
  markServed(tx, of, { doneOn, amount })

export type ShownRecord = ServedRow & { title: string | null; href: string | null }

/** Titles and addresses of those that the acting body may read; the others are counted, and named by their kind. */
async function shownIn(tx: Tx, rows: readonly ServedRow[], { rooms, lang }: Showing): Promise<ShownRecord[]> {
  const found = new Map<string, { title: string; href: string }>()
  for (const room of rooms) {
    const ids = rows.filter(({ kind }) => kind === room.kind).map(({ recordId }) => recordId)
    if (ids.length === 0) continue
    for (const one of await room.read(tx, ids, lang)) found.set(`${room.kind} ${one.id}`, one)
  }
  return rows.map((row) => ({
    ...row,
    title: found.get(`${row.kind} ${row.recordId}`)?.title ?? null,
    href: found.get(`${row.kind} ${row.recordId}`)?.href ?? null,
  }))
}

type Showing = { rooms: readonly ServingRoom[]; lang: Lang }
export type ServedReading = { counts: ServedCount[]; records: ShownRecord[] }
const onTaskMax = 20

export const readServed = (seat: Seat, assignmentId: string, showing: Showing): Promise<ServedReading> =>
  seat.open(async (tx) => ({
    counts: await servedCounts(tx, { assignmentId }),
    records: await shownIn(tx, await servedRows(tx, { assignmentId }, onTaskMax), showing),
  }))

/** Of one task, over all bodies whose part the acting body sees. Null: no such directive or task. */
export function readServedOfTask(seat: Seat, directiveId: string, taskId: string, showing: Showing) {
  const today = todayOf(seat.house.clock)
  return seat.open(async (tx) => {
    const head = await findDirective(tx, directiveId)
    const task = (await tasksOf(tx, directiveId, today)).find(({ id }) => id === taskId)
    if (head === null || task === undefined) return null
    const counts = (await servedCounts(tx, { directiveId })).filter((one) => one.taskId === taskId)
    return {
      head,
      task,
      counts,
      records: await shownIn(tx, await servedRows(tx, { taskId }, servedRowsMax), showing),
    }
  })
}
export type TaskServed = NonNullable<Awaited<ReturnType<typeof readServedOfTask>>>
