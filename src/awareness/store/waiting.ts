/** What waits for the acting body or officer: invitations to campaigns, and words that a second person has to read. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type AwarenessWaiting = {
  asked: number
  late: number
  materials: number
  stories: number
  courses: number
}

/** What an officer wrote is not theirs to release. */
export async function countAwarenessForMe(tx: Tx, today: string): Promise<AwarenessWaiting> {
  const { rows } = await sql<AwarenessWaiting>`select
    (select count(*)::int from campaign_parts p where p.to_body_id = (select current_body()) and p.state = 'asked') as asked,
    (select count(*)::int from campaign_parts p where p.to_body_id = (select current_body()) and p.state = 'asked' and p.due_on < ${today}::date) as late,
    (select count(*)::int from material_versions v where v.body_id = (select current_body()) and v.state = 'waiting'
      and v.written_by <> (select current_officer())) as materials,
    (select count(*)::int from stories s where s.body_id = (select current_body()) and s.state = 'waiting'
      and s.written_by <> (select current_officer())) as stories,
    (select count(*)::int from course_versions v where v.body_id = (select current_body()) and v.state = 'waiting'
      and v.put_forward_by <> (select current_officer())) as courses`.execute(tx)
  return rows[0] ?? { asked: 0, late: 0, materials: 0, stories: 0, courses: 0 }
}
