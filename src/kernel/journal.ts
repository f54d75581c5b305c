/**
 * The journal: one entry a change, in the change's own transaction; one entry a read of a protected record,
 * in a short transaction of its own *before* the record is shown.
 *
 * No free text and no personal data goes in: values that must be provable go in as keyed hashes
 * (`keys.hmac("journal-value", …)`). Entries are chained and signed later, see `seal.ts`.
 */
import type { Tx } from "./db/database.ts"
import { enqueue } from "./queue.ts"

/** The agreed event names (docs/contracts.md, "Journal and events"): `thing.happened`, past tense. */
export type Entry = {
  what: `${string}.${string}`
  record?: { kind: string; id: string }
  /** Id of the rule in `data/`, or the article, under which this was done. */
  rule?: string
  /** The entry that this one corrects. */
  corrects?: number
  /** Ids, counts, states, dates and keyed hashes only; at most 4,000 bytes. */
  details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}

export async function journal(tx: Tx, entry: Entry): Promise<void> {
  await tx
    .insertInto("journal")
    .values({
      what: entry.what,
      recordKind: entry.record?.kind ?? null,
      recordId: entry.record?.id ?? null,
      rule: entry.rule ?? null,
      correctsId: entry.corrects ?? null,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute()
}

/** One entry a record, where many go through the same in one transaction; within PostgreSQL's 65,535 parameters. */
export async function journalEach(
  tx: Tx,
  entry: Pick<Entry, "what" | "rule" | "details"> & { kind: string },
  recordIds: readonly string[],
): Promise<void> {
  const rowsAtOnce = 5_000
  const { what, kind: recordKind, rule = null } = entry
  const details = JSON.stringify(entry.details ?? {})
  for (let at = 0; at < recordIds.length; at += rowsAtOnce) {
    const rows = recordIds
      .slice(at, at + rowsAtOnce)
      .map((recordId) => ({ what, recordKind, recordId, rule, details }))
    await tx.insertInto("journal").values(rows).execute()
  }
}

/** Tells the slices above: they subscribe by event name (`outbox.ts`). */
export async function tell(
  tx: Tx,
  event: Entry["what"],
  recordId: string,
  details: Entry["details"] = {},
): Promise<void> {
  await tx
    .insertInto("outbox")
    .values({ event, recordId, details: JSON.stringify(details) })
    .execute()
  // One waiting job delivers all that wait; the minute's own run catches what it missed.
  await enqueue(tx, "outbox.deliver", {}, { key: "outbox.deliver" })
}
