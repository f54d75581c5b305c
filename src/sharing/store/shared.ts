/** Indicators and warnings alike: locked, moved, and who of the body may be the second person. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"
import type { RecordKind } from "./events.ts"

export type Held = { id: string; bodyId: string; state: State; writers: string[] }

const tableOf = (kind: RecordKind) => sql.table(kind === "indicator" ? "shared_indicators" : "warnings")

/** Null: no such record of the acting body. Another body's may be read by its audience, and is locked by nobody else. */
export async function lockShared(tx: Tx, kind: RecordKind, id: string): Promise<Held | null> {
  const found = await sql<Held>`select id, body_id, state, writers from ${tableOf(kind)}
    where id = ${id} and body_id = (select current_body()) for update`.execute(tx)
  return found.rows[0] ?? null
}

/** Who wrote and who released it is the database's to say; what is given here are the names as people are called today. */
export type Moving = { state: State; name: string; reason: string | null }

export async function moveShared(tx: Tx, kind: RecordKind, id: string, to: Moving): Promise<void> {
  const { state, name, reason } = to
  const more =
    state === "released"
      ? sql`, released_name = ${name}`
      : state === "recalled"
        ? sql`, recalled_name = ${name}, recall_reason = ${reason}`
        : sql``
  await sql`update ${tableOf(kind)} set state = ${state}, changed_at = acting_at()${more} where id = ${id}`.execute(
    tx,
  )
}

export type Person = { officerId: string; name: string; title: string }

/** Heads of the body who hold their post today: whoever of them did not write it may release it. */
export async function headsOfMyBody(tx: Tx): Promise<Person[]> {
  const found = await sql<Person>`select distinct on (o.id) o.id as officer_id, o.full_name as name, p.title
    from posts p join officers o on o.id = p.officer_id
    where p.body_id = (select current_body()) and p.role = 'leader' and post_is_held(p) order by o.id limit 50`.execute(
    tx,
  )
  return found.rows
}
