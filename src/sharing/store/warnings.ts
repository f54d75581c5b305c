/** Warnings: written, listed, read, with the indicators that go along. */
import { type SqlBool, sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Drawer } from "../domain/drawers.ts"
import type { State } from "../domain/life.ts"
import type { Severity, WarningAudience, WarningText } from "../domain/warning.ts"
import { drawerIs, type IndicatorRow } from "./indicators.ts"

type Content = Omit<WarningText, "indicators">
export type WrittenWarning = WarningText & {
  name: string
  replaces: string | null
  tips: number
  tipsSince: string | null
}

export async function insertWarning(tx: Tx, one: WrittenWarning): Promise<{ id: string; bodyId: string }> {
  const { name, replaces, tips, tipsSince } = one
  const row = await tx
    .insertInto("warnings")
    .values({ ...contentOf(one), replaces, tips, tipsSince, writtenName: name, writtenAt: sql`acting_at()` })
    .returning(["id", "bodyId"])
    .executeTakeFirstOrThrow()
  await attach(tx, row.id, one.indicators)
  return row
}

export async function changeWarning(tx: Tx, id: string, text: WarningText): Promise<void> {
  await tx
    .updateTable("warnings")
    .set({ ...contentOf(text), changedAt: sql`acting_at()` })
    .where("id", "=", id)
    .execute()
  await tx.deleteFrom("warningIndicators").where("warningId", "=", id).execute()
  await attach(tx, id, text.indicators)
}

const contentOf = (one: Content) => ({
  title: one.title,
  looksLike: one.looksLike,
  signs: [...one.signs],
  whatToDo: [...one.whatToDo],
  spoken: one.spoken,
  trick: one.trick,
  severity: one.severity,
  audience: one.audience,
  areas: [...one.areas],
  expiresOn: one.expiresOn,
})

async function attach(tx: Tx, warningId: string, indicators: readonly string[]): Promise<void> {
  if (indicators.length === 0) return
  const rows = [...new Set(indicators)].map((indicatorId) => ({ warningId, indicatorId }))
  await tx.insertInto("warningIndicators").values(rows).execute()
}

export type WarningRow = {
  id: string
  bodyId: string
  bodyName: string
  code: number | null
  title: string
  looksLike: string
  signs: string[]
  whatToDo: string[]
  spoken: string | null
  trick: string | null
  severity: Severity
  audience: WarningAudience
  areas: string[]
  expiresOn: string
  replaces: string | null
  tips: number
  tipsSince: string | null
  state: State
  writers: string[]
  writtenName: string | null
  writtenAt: string
  sentAt: string | null
  releasedName: string | null
  releasedAt: string | null
  recalledName: string | null
  recalledAt: string | null
  recallReason: string | null
  changedAt: string
}

const columns = sql`i.id, i.body_id, b.name as body_name, i.code, i.title, i.looks_like, i.signs, i.what_to_do, i.spoken, i.trick,
  i.severity, i.audience, i.areas, i.expires_on, i.replaces, i.tips, i.tips_since, i.state, i.writers, i.written_name, i.written_at,
  i.sent_at, i.released_name, i.released_at, i.recalled_name, i.recalled_at, i.recall_reason, i.changed_at`

export async function readWarningRow(tx: Tx, id: string): Promise<WarningRow | null> {
  const found = await sql<WarningRow>`select ${columns} from warnings i join bodies b on b.id = i.body_id
    where i.id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

export async function listWarnings(
  tx: Tx,
  { drawer, text }: { drawer: Drawer; text: string },
  page: { limit: number; offset: number },
): Promise<{ rows: WarningRow[]; total: number }> {
  const where = [drawerIs(drawer, "expires_on")]
  if (text !== "") where.push(sql<SqlBool>`plain_text(i.title) like '%' || plain_text(${text}) || '%'`)
  const condition = sql.join(where, sql` and `)
  const [found, counted] = await Promise.all([
    sql<WarningRow>`select ${columns} from warnings i join bodies b on b.id = i.body_id where ${condition}
      order by i.changed_at desc, i.id limit ${page.limit} offset ${page.offset}`.execute(tx),
    sql<{
      total: number
    }>`select count(*)::int as total from (select from warnings i where ${condition} limit 10000) s`.execute(
      tx,
    ),
  ])
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 }
}

export type Attached = Pick<
  IndicatorRow,
  | "id"
  | "bodyId"
  | "kind"
  | "value"
  | "openDigits"
  | "tlp"
  | "audience"
  | "state"
  | "reports"
  | "trick"
  | "validUntil"
>

const attachedColumns = sql`i.id, i.body_id, i.kind, i.value, i.open_digits, i.tlp, i.audience, i.state, i.reports, i.trick, i.valid_until`

export async function attachedTo(tx: Tx, warningId: string): Promise<Attached[]> {
  const found =
    await sql<Attached>`select ${attachedColumns} from warning_indicators a join shared_indicators i on i.id = a.indicator_id
    where a.warning_id = ${warningId} order by i.kind, i.value limit 200`.execute(tx)
  return found.rows
}

/** What may go along with a warning: released to this body or by it, in force, of the trick; without a trick the newest. */
export async function attachable(tx: Tx, trick: string | null): Promise<Attached[]> {
  const found = await sql<Attached>`select ${attachedColumns} from shared_indicators i
    where i.state = 'released' and i.valid_until >= acting_on() and (${trick}::text is null or i.trick = ${trick})
    order by i.reports desc, i.released_at desc, i.id limit 20`.execute(tx)
  return found.rows
}

/** How many bodies of the province there are today, by what they are to a warning. */
export async function countReceivers(tx: Tx): Promise<{ enterprises: number; agencies: number }> {
  const found = await sql<{ enterprises: number; agencies: number }>`select
      count(*) filter (where kind = 'enterprise')::int as enterprises, count(*) filter (where kind <> 'enterprise')::int as agencies
    from bodies where id <> (select current_body()) and (valid_from is null or valid_from <= acting_on())
      and (valid_to is null or valid_to >= acting_on())`.execute(tx)
  return found.rows[0] ?? { enterprises: 0, agencies: 0 }
}

/** Of these clues, those of which the body has no indicator that is out. */
export async function notOutYet(
  tx: Tx,
  clues: readonly { kind: string; value: string }[],
): Promise<Set<string>> {
  const found = await sql<{ kind: string; value: string }>`select kind, value from shared_indicators
    where state = 'released' and value = any (${clues.map((one) => one.value)}) limit 1000`.execute(tx)
  const out = new Set(found.rows.map(({ kind, value }) => `${kind}:${value}`))
  return new Set(clues.map(({ kind, value }) => `${kind}:${value}`).filter((key) => !out.has(key)))
}

/** The newest warning in force of each trick. */
export async function standingWarnings(tx: Tx): Promise<{ trick: string; id: string; code: number }[]> {
  const found = await sql<{
    trick: string
    id: string
    code: number
  }>`select distinct on (trick) trick, id, code from warnings
    where state = 'released' and trick is not null and expires_on >= acting_on() order by trick, released_at desc limit 100`.execute(
    tx,
  )
  return found.rows
}
