/** Checks that hang on one officer: of whose team they are the head, or whose plan waits for their approval. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"

export type Led = { id: string; year: number; number: number; state: State; isHead: boolean }

export async function ledBy(
  tx: Tx,
  of: { officerId: string; bodyId: string; limit: number },
): Promise<Led[]> {
  const { rows } = await sql<Led>`
    select i.id, i.year, i.number, i.state, (m.officer_id is not null) as is_head
    from inspections i left join inspection_members m on m.inspection_id = i.id and m.is_head and m.officer_id = ${of.officerId}
    where i.body_id = ${of.bodyId} and (m.officer_id is not null and i.state not in ('closed', 'stopped', 'dropped')
      or i.state = 'decided' and i.decided_by_officer = ${of.officerId})
    order by i.id limit ${of.limit}`.execute(tx)
  return rows
}

export async function passLead(
  tx: Tx,
  of: { ids: readonly string[]; from: string; to: { officerId: string; name: string } },
): Promise<void> {
  const { from, to } = of
  await sql`update inspection_members set officer_id = ${to.officerId}, name = ${to.name}
    where is_head and officer_id = ${from} and inspection_id = any (${of.ids}::uuid[])`.execute(tx)
  await sql`update inspections set decided_by_officer = ${to.officerId}
    where decided_by_officer = ${from} and state = 'decided' and id = any (${of.ids}::uuid[])`.execute(tx)
}
