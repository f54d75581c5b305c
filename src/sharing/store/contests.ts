/** Every statement about contests. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { ContestState, Outcome } from "../domain/contest.ts"

export type ContestToFile = {
  prints: readonly string[]
  warningCode: number | null
  sealed: Buffer
  dueOn: string
  rule: string
}

/** Under the receipt that acts. 0: nothing of it is warned about; -1: too many wait already. */
export async function fileContest(
  tx: Tx,
  { prints, warningCode, sealed, dueOn, rule }: ContestToFile,
): Promise<number> {
  const asked = prints.map((print) => Buffer.from(print, "hex"))
  const { rows } = await sql<{
    filed: number
  }>`select file_contest(${asked}::bytea[], ${warningCode}::int, ${sealed},
    ${dueOn}::date, ${rule}) as filed`.execute(tx)
  return rows[0]?.filed ?? 0
}

export type OwnContest = {
  id: string
  bodyName: string
  sealed: Buffer
  filedAt: string
  dueOn: string
  dueRule: string
  state: ContestState
  reasons: string | null
  decidedAt: string | null
}

/** Of the receipt that acts: one for each body that warned. */
export async function ownContests(tx: Tx): Promise<OwnContest[]> {
  const { rows } = await sql<OwnContest>`select c.id, b.name as "bodyName", c.sealed, c.filed_at as "filedAt",
    c.due_on::text as "dueOn", c.due_rule as "dueRule", c.state, c.reasons, c.decided_at as "decidedAt"
    from contests c join bodies b on b.id = c.body_id where c.receipt_hash = current_receipt() order by c.id limit 20`.execute(
    tx,
  )
  return rows
}

export type ListedContest = {
  id: string
  kind: string | null
  value: string | null
  title: string | null
  filedAt: string
  dueOn: string
  state: ContestState
}

const contestsMax = 200

/** What waits first, nearest day first; then what was decided last. */
export async function listContests(tx: Tx): Promise<ListedContest[]> {
  const { rows } =
    await sql<ListedContest>`select c.id, i.kind, i.value, w.title, c.filed_at as "filedAt", c.due_on::text as "dueOn", c.state
    from contests c left join shared_indicators i on i.id = c.indicator_id left join warnings w on w.id = c.warning_id
    where c.body_id = current_body()
    order by c.state = 'open' desc, case when c.state = 'open' then c.due_on end, c.decided_at desc, c.id limit ${contestsMax}`.execute(
      tx,
    )
  return rows
}

export type ContestRow = ListedContest & {
  indicatorId: string | null
  warningId: string | null
  sealed: Buffer
  dueRule: string
  reasons: string | null
  decidedName: string | null
  decidedAt: string | null
  writers: string[]
  releasedBy: string | null
  writtenName: string | null
  releasedName: string | null
  releasedAt: string | null
  why: string | null
  subjectState: string
}

export async function contestRow(
  tx: Tx,
  id: string,
  { lock }: { lock: boolean },
): Promise<ContestRow | null> {
  const { rows } =
    await sql<ContestRow>`select c.id, i.kind, i.value, w.title, c.filed_at as "filedAt", c.due_on::text as "dueOn", c.state,
    c.indicator_id as "indicatorId", c.warning_id as "warningId", c.sealed, c.due_rule as "dueRule", c.reasons,
    c.decided_name as "decidedName", c.decided_at as "decidedAt", coalesce(i.writers, w.writers) as writers,
    coalesce(i.released_by, w.released_by) as "releasedBy", coalesce(i.written_name, w.written_name) as "writtenName",
    coalesce(i.released_name, w.released_name) as "releasedName", coalesce(i.released_at, w.released_at) as "releasedAt",
    coalesce(i.reasons, w.looks_like) as why, coalesce(i.state, w.state) as "subjectState"
    from contests c left join shared_indicators i on i.id = c.indicator_id left join warnings w on w.id = c.warning_id
    where c.id = ${id} and c.body_id = current_body() ${lock ? sql`for update of c` : sql``}`.execute(tx)
  return rows[0] ?? null
}

export async function closeContest(
  tx: Tx,
  id: string,
  { outcome, reasons, name }: { outcome: Outcome; reasons: string; name: string },
): Promise<void> {
  await sql`update contests set state = ${outcome}, reasons = ${reasons}, decided_name = ${name} where id = ${id}`.execute(
    tx,
  )
}

/** Null: held back, because it is below five or would tell of one that is. */
export type ContestFigures = {
  filed: number | null
  waiting: number | null
  kept: number | null
  removed: number | null
  medianDays: string | null
}

export async function contestFigures(tx: Tx): Promise<ContestFigures | null> {
  const { rows } =
    await sql<ContestFigures>`select filed, waiting, kept, removed, median_days::text as "medianDays" from contest_figures()`.execute(
      tx,
    )
  return rows[0] ?? null
}

export async function isWarningContested(tx: Tx, code: number): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select public_contested(${code}) as is`.execute(tx)
  return rows[0]?.is === true
}

/** Open ones of the acting body in whose subject the acting officer had no hand. */
export async function countContestsForMe(tx: Tx, today: string): Promise<{ count: number; late: number }> {
  const { rows } = await sql<{ count: number; late: number }>`select count(*)::int as count,
    count(*) filter (where c.due_on < ${today}::date)::int as late
    from contests c left join shared_indicators i on i.id = c.indicator_id left join warnings w on w.id = c.warning_id
    where c.body_id = current_body() and c.state = 'open'
      and not (current_officer() = any (coalesce(i.writers, w.writers) || coalesce(i.released_by, w.released_by)))`.execute(
    tx,
  )
  return rows[0] ?? { count: 0, late: 0 }
}
