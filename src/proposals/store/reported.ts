/** What became of a body's proposals, as a report tells of it. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Outcome, State } from "../domain/life.ts"

export type ReportedProposal = {
  id: string
  title: string
  toName: string
  fromReport: string | null
  fromHash: string | null
  state: State
  submittedNumber: string | null
  submittedOn: string | null
  outcome: Outcome | null
  decidedNumber: string | null
  decidedOn: string | null
} & TasksBehind

/** Tasks that its letters gave by a day, and where they stood then. */
export type TasksBehind = { given: number; done: number; overdue: number }

export async function tasksBehind(tx: Tx, id: string, on: string): Promise<TasksBehind> {
  const { rows } =
    await sql<TasksBehind>`select given, done, overdue from tasks_behind(${id}, ${on}::date)`.execute(tx)
  return rows[0] ?? { given: 0, done: 0, overdue: 0 }
}

const columns = sql`p.id, p.title, p.to_name, p.from_report, p.from_hash, p.state, p.submitted_number, p.submitted_on,
  d.outcome, d.number as decided_number, d.decided_on, w.given, w.done, w.overdue`

/** Begun before the period's end from another report, or submitted before it, and not decided before it began; as they stood on its last day. */
export async function reportedIn(
  tx: Tx,
  { from, to, label }: { from: string; to: string; label: string },
): Promise<ReportedProposal[]> {
  const { rows } = await sql<ReportedProposal>`select ${columns} from proposals p
    left join lateral (select x.outcome, x.number, x.decided_on from proposal_decisions x
      where x.proposal_id = p.id and x.decided_on <= ${to}::date order by x.decided_on desc, x.noted_at desc limit 1) d on true
    cross join lateral tasks_behind(p.id, ${to}::date) w
    where p.body_id = current_body() and p.state <> 'withdrawn' and local_day(p.made_at) <= ${to}::date
      and (p.from_report is not null and p.from_report <> ${label} or p.submitted_on <= ${to}::date)
      and (d.decided_on is null or d.outcome = 'returned' or d.decided_on >= ${from}::date)
    order by p.submitted_on nulls last, p.made_at, p.id limit 30`.execute(tx)
  return rows
}

/** Proposals that took up recommendations of this period's report. */
export async function takenFrom(tx: Tx, label: string): Promise<ReportedProposal[]> {
  const { rows } = await sql<ReportedProposal>`select ${columns} from proposals p
    left join lateral (select x.outcome, x.number, x.decided_on from proposal_decisions x
      where x.proposal_id = p.id order by x.noted_at desc limit 1) d on true
    cross join lateral tasks_behind(p.id, acting_on()) w
    where p.from_report = ${label} and p.body_id = current_body() order by p.made_at, p.id limit 60`.execute(
    tx,
  )
  return rows
}
