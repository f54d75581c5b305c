/**
 * The journal: one entry a change, in the change's own transaction; one entry a read of a protected record,
 * in a short transaction of its own *before* the record is shown.
 *
 * No free text and no personal data goes in: values that must be provable go in as keyed hashes
 * (`keys.hmac("journal-value", …)`). Entries are chained and signed later, see `seal.ts`.
 */
import { sql } from "kysely"
import { kept, type Tx } from "./db/database.ts"

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
  const { kind = null, id = null } = entry.record ?? {}
  await sql`${kept}insert into journal (what, record_kind, record_id, rule, corrects_id, details) values (${entry.what},
    ${kind}, ${id}, ${entry.rule ?? null}, ${entry.corrects ?? null}, ${JSON.stringify(entry.details ?? {})})`.execute(
    tx,
  )
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
  const said = JSON.stringify(details)
  await sql`${kept}insert into outbox (event, record_id, details) values (${event}, ${recordId}, ${said})`.execute(
    tx,
  )
  // One waiting job delivers all that wait; `outboxJob` says what catches what it missed.
  await sql`${kept}select wake_job('outbox.deliver')`.execute(tx)
}

/** Both, where the journal and the slices above are told the same of a record. */
export async function announce(
  tx: Tx,
  { what, record, details = {} }: Required<Pick<Entry, "what" | "record">> & Pick<Entry, "details">,
): Promise<void> {
  const said = JSON.stringify(details)
  await sql`${kept}select announce(${what}, ${record.kind}, ${record.id}, ${said}::jsonb)`.execute(tx)
}

/** As `announce`, where many records go through the same in one transaction. */
export async function announceEach(
  tx: Tx,
  { what, kind, details = {} }: Pick<Entry, "what" | "details"> & { kind: string },
  recordIds: readonly string[],
): Promise<void> {
  const said = JSON.stringify(details)
  await sql`select announce(${what}, ${kind}, id, ${said}::jsonb) from unnest(${[...recordIds]}::text[]) as u(id)`.execute(
    tx,
  )
}
