/** Where all letters together stand, by body; the acting body sees what it gave and what it was given. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type BodyStanding = {
  bodyId: string
  bodyName: string
  /** The acting body itself: its work lies on its own list, not among what it gave. */
  isOwn: boolean
  total: number
  done: number
  late: number
}
export type Standing = { directives: number; bodies: BodyStanding[] }

/** Bodies with most late work first. `without`: letters that are not counted. Late: past the day and not yet done. */
export async function standingOf(tx: Tx, today: string, without: readonly string[]): Promise<Standing> {
  const { rows } = await sql<BodyStanding & { directives: number }>`
    with counted as (
      select a.body_id, a.directive_id, a.state, a.due_on from assignments a
      where a.state <> 'withdrawn' and a.directive_id <> all (${[...without]}::uuid[]))
    select c.body_id, o.name as body_name, c.body_id = current_body() as is_own, count(*)::int as total,
      count(*) filter (where c.state in ('done', 'accepted'))::int as done,
      count(*) filter (where c.state not in ('done', 'accepted') and c.due_on < ${today})::int as late,
      (select count(distinct directive_id)::int from counted) as directives
    from counted c join bodies o on o.id = c.body_id
    group by c.body_id, o.name order by late desc, o.name limit 3000`.execute(tx)
  return { directives: rows[0]?.directives ?? 0, bodies: rows.map(({ directives: _, ...body }) => body) }
}
