/** A note that a form, or a program's request, was sent, in the transaction of what it did (migrations 0740, 1096). */
import { sql, type Transaction } from "kysely"
import type { DB } from "./schema.ts"

/** One request's form: its key is null until it has been read, and where it carries no token. */
export type Sending = {
  /** Keyed SHA-256, hex. */
  key: string | null
  requestId: string
  /** Whether a transaction of this request has written under the key. */
  isHeld: boolean
  /** The answer is a page, and a reload of it must not act again; otherwise only what led elsewhere is kept. */
  keepsPage: boolean
}

/** The same form was sent before, and did what it says. Everything of this transaction is taken back. */
export class SentBefore extends Error {
  readonly sending: Sending
  constructor(sending: Sending) {
    super("this form was sent before")
    this.sending = sending
  }
}

/**
 * Called when a transaction is about to end: if it has changed anything, the form's key is written with it. A twin that
 * is under way at the same moment is waited for. Throws `SentBefore` when another request holds the key.
 */
export async function holdSending(tx: Transaction<DB>, sending: Sending): Promise<void> {
  const { key, requestId } = sending
  if (key === null) return
  const { rows } = await sql<{ wrote: boolean; held: boolean }>`
    with before as (select pg_current_xact_id_if_assigned() is not null as wrote),
      mine as (insert into sendings (key, request_id) select ${key}, ${requestId} from before where wrote
        on conflict (key) do update set request_id = excluded.request_id where sendings.request_id = excluded.request_id
        returning 1)
    select wrote, exists (select from mine) as held from before`.execute(tx)
  if (rows[0]?.wrote !== true) return
  if (!rows[0].held) throw new SentBefore(sending)
  sending.isHeld = true
}

/** One request of a program under its own key (`Idempotency-Key`): what it does is done once, and the first answer is kept. */
export type Keyed = {
  /** Keyed SHA-256 of who sent, where to, and the program's key; hex. */
  key: string
  /** Keyed SHA-256 of what was sent, hex. */
  content: string
  requestId: string
}

/** The key came before with other content. */
export class KeyReused extends Error {}

/**
 * Does the work and keeps its result beside the key; a twin is given the first one's result, and one that comes at the same moment
 * waits for it. What was refused, which has changed nothing, is not kept: it may be sent again. The result is a value of JSON.
 */
export async function onceUnder<T>(tx: Transaction<DB>, keyed: Keyed, work: () => Promise<T>): Promise<T> {
  const { key, content, requestId } = keyed
  const { rows } = await sql<{ isNew: boolean }>`
    insert into sendings (key, content_hash, request_id) values (${key}, ${content}, ${requestId})
    on conflict (key) do nothing returning true as is_new`.execute(tx)
  if (rows.length === 0) {
    const found = tx.selectFrom("sendings").select(["contentHash", "answer"]).where("key", "=", key)
    const before = await found.executeTakeFirstOrThrow()
    if (before.contentHash !== content || before.answer === null) throw new KeyReused()
    return JSON.parse(before.answer) as T
  }
  const result = await work()
  if (isRefused(result)) await tx.deleteFrom("sendings").where("key", "=", key).execute()
  else
    await tx
      .updateTable("sendings")
      .set({ answer: JSON.stringify(result) })
      .where("key", "=", key)
      .execute()
  return result
}

const isRefused = (result: unknown) =>
  result === null || (typeof result === "object" && "refused" in result && result.refused !== undefined)

/** A twin later than this is a new wish. */
const keptDays = 7

export async function tidySendings(tx: Transaction<DB>): Promise<void> {
  await sql`delete from sendings where at < now() - make_interval(days => ${keptDays})`.execute(tx)
}
