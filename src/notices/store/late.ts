/** Notices that went out at once and were not reviewed in time. Runs as a job. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import { reviewHours } from "../domain/review.ts"

/** Writes the event once for each; returns their ids. */
export async function noteLateReviews(tx: Tx, most: number, byName: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`insert into notice_events
      (body_id, notice_id, what, state_before, state_after, by_name)
    select n.body_id, n.id, 'reviewLate', n.state, n.state, ${byName} from notices n
      where n.emergency is not null and n.reviewed_by is null and n.approved_by is null and n.state <> 'reversed'
        and n.sent_at <= acting_at() - make_interval(hours => ${reviewHours})
        and not exists (select from notice_events e where e.notice_id = n.id and e.what = 'reviewLate')
      order by n.sent_at limit ${most} returning notice_id as id`.execute(tx)
  return rows.map(({ id }) => id)
}
