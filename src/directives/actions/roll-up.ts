/** Where directives stand: the list, and one in the shape of its letter, by body and by area. */
import { getFile } from "../../kernel/files.ts"
import { journal } from "../../kernel/journal.ts"
import {
  countDirectives,
  type DirectiveFilter,
  type DirectiveRow,
  type DirectiveSort,
  listDirectives,
} from "../store/lists.ts"
import {
  areasOf,
  assignmentsOf,
  type BodyRollUp,
  bodiesOf,
  type ClauseHead,
  type Counts,
  clausesOf,
  type DirectiveHead,
  findDirective,
  letterText,
  markSeen,
  type TaskBodyRow,
  type TaskRollUp,
  tasksOf,
} from "../store/rollup.ts"
import { type ServedCount, servedCounts } from "../store/serving.ts"
import type { Seat } from "./seat.ts"
import { nowOf, todayOf } from "./today.ts"

export type { DirectiveFilter, DirectiveRow, DirectiveSort } from "../store/lists.ts"
export { directiveSorts } from "../store/lists.ts"
export type {
  BodyRollUp,
  ClauseHead,
  Counts,
  DirectiveHead,
  TaskBodyRow,
  TaskRollUp,
} from "../store/rollup.ts"

/** One letter to every commune of the country, twice over. */
export const rollUpRowsMax = 40_000
/** So many bodies are listed under the tasks of one page; beyond it the page counts, and the export lists. */
export const rowsOnPageMax = 3_000

export type DirectiveList = { rows: DirectiveRow[]; total: number }
type Asked = { sort: DirectiveSort; descending: boolean; limit: number; offset: number }

export function readDirectives(seat: Seat, filter: DirectiveFilter, asked: Asked): Promise<DirectiveList> {
  const at = { bodyId: seat.bodyId, today: todayOf(seat.house.clock) }
  return seat.open(async (tx) => ({
    rows: await listDirectives(tx, at, filter, asked),
    total: await countDirectives(tx, at, filter),
  }))
}

export type RollUp = {
  head: DirectiveHead
  /** The acting body issued it and sees all of it; else it sees its own part. */
  isIssuer: boolean
  clauses: ClauseHead[]
  tasks: TaskRollUp[]
  bodies: BodyRollUp[]
  rows: TaskBodyRow[]
  /** What was done for each task in the other rooms. */
  served: ServedCount[]
  today: string
}

/** Null when there is none, or none that the acting body may see. Opening it is noted once for each body. */
export function readRollUp(seat: Seat, id: string, rowsMax = rowsOnPageMax): Promise<RollUp | null> {
  const today = todayOf(seat.house.clock)
  return seat.open(async (tx) => {
    const head = await findDirective(tx, id)
    if (head === null) return null
    if (seat.officerId !== null && (await markSeen(tx, id, seat.bodyId, nowOf(seat.house.clock))))
      await journal(tx, { what: "directive.seen", record: { kind: "directive", id } })
    return {
      head,
      isIssuer: head.issuerBodyId === seat.bodyId,
      clauses: await clausesOf(tx, id),
      tasks: await tasksOf(tx, id, today),
      bodies: await bodiesOf(tx, id, today),
      rows: await assignmentsOf(tx, id, rowsMax),
      served: await servedCounts(tx, { directiveId: id }),
      today,
    }
  })
}

export type AreaRollUp = Counts & { code: string | null; name: string | null; bodies: number }

/** Areas with late work first, then by name; bodies of the whole province together, last. */
export async function readAreas(seat: Seat, rollUp: RollUp): Promise<AreaRollUp[]> {
  const ids = rollUp.bodies.map((body) => body.bodyId)
  const areas = new Map((await seat.open((tx) => areasOf(tx, ids))).map((area) => [area.bodyId, area]))
  const found = new Map<string, AreaRollUp>()
  for (const body of rollUp.bodies) {
    const area = areas.get(body.bodyId)
    const key = area?.code ?? ""
    const sum = found.get(key) ?? {
      ...nothing,
      code: area?.code ?? null,
      name: area?.name ?? null,
      bodies: 0,
    }
    for (const part of countNames) sum[part] += body[part]
    found.set(key, { ...sum, bodies: sum.bodies + 1 })
  }
  return [...found.values()].sort(
    (a, b) =>
      Number(a.code === null) - Number(b.code === null) ||
      b.late - a.late ||
      (a.name ?? "").localeCompare(b.name ?? "", "vi"),
  )
}

const nothing: Counts = {
  total: 0,
  sent: 0,
  received: 0,
  planned: 0,
  progressing: 0,
  done: 0,
  accepted: 0,
  late: 0,
}
const countNames = Object.keys(nothing) as (keyof Counts)[]

export function readLetter(seat: Seat, id: string): Promise<string | null> {
  return seat.open((tx) => letterText(tx, id))
}

export type Original = { name: string; mediaType: string; bytes: Buffer }

/** The letter as it came, for whoever may read the directive. */
export async function readOriginal(seat: Seat, id: string): Promise<Original | null> {
  const head = await seat.open((tx) => findDirective(tx, id))
  if (head === null || head.originalSha256 === null) return null
  const bytes = await getFile(seat.house, head.originalSha256)
  if (bytes === null) return null
  return {
    name: head.originalName ?? "",
    mediaType: head.originalType ?? "application/octet-stream",
    bytes,
  }
}
