/** Periodic tasks: the newest occurrence of each series, and the next one. As a job, for all bodies. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Every } from "../domain/periods.ts"

export type Series = {
  id: string
  directiveId: string
  taskId: string
  issuerBodyId: string
  bodyId: string
  bodyAtIssueId: string
  bodyNameAtIssue: string
  part: string
  occurrence: number
  dueOn: string
  every: Every
  dueMonth: number
  dueDay: number
  until: string | null
}

/**
 * Series whose newest occurrence is past its first date (an extension moves one occurrence, not the next). What the
 * issuer withdrew has no next. Several rows of one series are those of bodies that succeeded one another.
 */
export async function seriesPast(
  tx: Tx,
  today: string,
  page: { after: string | null; limit: number },
): Promise<Series[]> {
  const { rows } = await sql<Series>`
    select a.id, a.directive_id, a.task_id, a.issuer_body_id, a.body_id, a.body_at_issue_id, a.body_name_at_issue, a.part,
      a.occurrence, a.first_due_on as due_on, t.period_every as every, t.period_due_month as due_month,
      t.period_due_day as due_day, t.period_until as until
    from tasks t join assignments a on a.task_id = t.id
    where t.period_every is not null and a.first_due_on < ${today} and a.state <> 'withdrawn'
      and not exists (select from assignments n where n.task_id = a.task_id
        and n.body_at_issue_id = a.body_at_issue_id and n.occurrence > a.occurrence)
      and (${page.after}::uuid is null or a.id > ${page.after}::uuid)
    order by a.id limit ${page.limit}`.execute(tx)
  return rows
}

export type NextOccurrence = {
  series: Series
  bodyId: string
  bodyName: string
  period: string
  dueOn: string
  issuedOn: string
}

/** Null when another worker was first. A successor becomes a party to the letter and the task, so that it can read them. */
export async function insertOccurrence(tx: Tx, next: NextOccurrence): Promise<string | null> {
  const { series, bodyId, bodyName, dueOn, period, issuedOn } = next
  const { directiveId, taskId, issuerBodyId, bodyAtIssueId, bodyNameAtIssue, part } = series
  if (bodyId !== series.bodyId) {
    await tx
      .insertInto("directiveBodies")
      .values({ directiveId, issuerBodyId, bodyId, nameAtIssue: bodyName })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tx
      .insertInto("taskBodies")
      .values({ taskId, directiveId, issuerBodyId, bodyId, part, nameAtIssue: bodyName })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  const row = await tx
    .insertInto("assignments")
    .values({
      ...{ directiveId, taskId, issuerBodyId, bodyId, bodyAtIssueId, bodyNameAtIssue, part, period },
      ...{ issuedOn, dueOn, firstDueOn: dueOn, occurrence: series.occurrence + 1 },
    })
    .onConflict((conflict) => conflict.constraint("assignments_once").doNothing())
    .returning("id")
    .executeTakeFirst()
  return row?.id ?? null
}
