/** The history of an indicator or a warning; it is only ever added to. */
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"

export type RecordKind = "indicator" | "warning"
export type Of = { kind: RecordKind; id: string; bodyId: string }

export type SharedEvent = {
  at: string
  what: string
  stateBefore: State
  stateAfter: State
  byName: string
  note: string | null
}

const eventsMax = 300

export async function addEvent(
  tx: Tx,
  { kind, id, bodyId }: Of,
  event: Omit<SharedEvent, "at">,
): Promise<void> {
  const of = kind === "indicator" ? { indicatorId: id } : { warningId: id }
  await tx
    .insertInto("sharingEvents")
    .values({ ...of, bodyId, ...event })
    .execute()
}

/** Newest first. */
export async function eventsOf(tx: Tx, kind: RecordKind, id: string): Promise<SharedEvent[]> {
  const rows = await tx
    .selectFrom("sharingEvents")
    .select(["at", "what", "stateBefore", "stateAfter", "byName", "note"])
    .where(kind === "indicator" ? "indicatorId" : "warningId", "=", id)
    .orderBy("id", "desc")
    .limit(eventsMax)
    .execute()
  return rows.map((row) => ({
    ...row,
    stateBefore: row.stateBefore as State,
    stateAfter: row.stateAfter as State,
  }))
}
