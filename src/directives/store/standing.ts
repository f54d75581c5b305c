/** Where all letters together stand, by body; the acting body sees what it gave and what it was given. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type BodyStanding = { bodyId: string; bodyName: string; total: number; done: number; late: number }
export type Standing = { directives: number; bodies: BodyStanding[] }

/** Bodies with most late work first. `without`: letters that are not counted. Late: past the day and not yet done. */
export async function standingOf(tx: Tx, today: string, without: readonly string[]): Promise<Standing> {
  const counted = sql`a.state <> 'withdrawn' and a.directive_id <> all (${[...without]}::uuid[])`
  const bodies = await sql<BodyStanding>`
    select a.body_id, o.name as body_name, count(*)::int as total,
      count(*) filter (where a.state in ('done', 'accepted'))::int as done,
      count(*) filter (where a.state not in ('done', 'accepted') and a.due_on < ${today})::int as late
    from assignments a join bodies o on o.id = a.body_id where ${counted}
    group by a.body_id, o.name order by late desc, o.name limit 3000`.execute(tx)
  const letters = await sql<{
    n: number
  }>`select count(distinct a.directive_id)::int as n from assignments a where ${counted}`.execute(tx)
  return { directives: letters.rows[0]?.n ?? 0, bodies: bodies.rows }
}
