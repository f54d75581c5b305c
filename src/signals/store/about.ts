/** The tips of a body that name one number, account or address as a suspect's. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"

export type TipNaming = { id: string; state: State; gist: string; receivedAt: string; place: string | null }
export type TipsNaming = {
  total: number
  /** Of those, still on the desk. */
  open: number
  firstAt: string | null
  lastAt: string | null
  /** Of each report once: what was merged, is a duplicate or was no report adds nothing. */
  lossVnd: number
  rows: TipNaming[]
}

/** Counting goes no further: nobody reads more. */
const countMax = 1_000

export async function tipsNaming(
  tx: Tx,
  { kind, value }: { kind: string; value: string },
  limit: number,
): Promise<TipsNaming> {
  const named = sql`select m.signal_id, m.at from indicators i join signal_identifiers m on m.indicator_id = i.id and m.role = 'suspect'
    where i.body_id = (select current_body()) and i.kind = ${kind} and i.value = ${value} order by m.at desc limit ${sql.lit(countMax)}`
  const summed = await sql<Omit<TipsNaming, "rows" | "lossVnd"> & { lossVnd: string }>`
    select count(*)::int as total, count(*) filter (where s.state in ('received', 'reviewing', 'asked'))::int as open,
      min(s.received_at) as first_at, max(s.received_at) as last_at, coalesce(sum(s.loss_vnd)
        filter (where s.state <> 'merged' and s.close_reason is distinct from 'duplicate' and s.close_reason is distinct from 'spam'), 0) as loss_vnd
    from (${named}) n join signals s on s.id = n.signal_id`.execute(tx)
  const found =
    await sql<TipNaming>`select s.id, s.state, left(s.redacted_text, 160) as gist, s.received_at, s.place
    from (${named}) n join signals s on s.id = n.signal_id order by s.received_at desc, s.id limit ${limit}`.execute(
      tx,
    )
  const [sum] = summed.rows
  if (sum === undefined) throw new Error("a select of counts gives one row")
  return { ...sum, lossVnd: Number(sum.lossVnd), rows: found.rows }
}
