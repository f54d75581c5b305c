/** Indicators: written, listed, read. Row security leaves the body's own and what was released to it. */
import { type SqlBool, sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import { type Drawer, drawers } from "../domain/drawers.ts"
import type { Audience, Draft, IndicatorKind, Tlp } from "../domain/indicator.ts"
import { confidences } from "../domain/indicator.ts"
import type { State } from "../domain/life.ts"

export type Source = { kind: "tip" | "case" | "enterprise" | "agency"; ref: string }
export type Written = Draft & { reports: number; name: string; sources: readonly Source[] }

export async function insertIndicator(tx: Tx, one: Written): Promise<{ id: string; bodyId: string }> {
  const row = await tx
    .insertInto("sharedIndicators")
    .values({
      kind: one.kind,
      value: one.value,
      openDigits: one.openDigits,
      // The database prints it (trigger); the column may not be left out.
      digest: Buffer.alloc(0),
      ...contentOf(one),
      reports: one.reports,
      writtenName: one.name,
      writtenAt: sql`acting_at()`,
    })
    .returning(["id", "bodyId"])
    .executeTakeFirstOrThrow()
  for (const { kind, ref } of one.sources)
    await tx.insertInto("indicatorSources").values({ indicatorId: row.id, kind, ref }).execute()
  await putRecipients(tx, row.id, one)
  return row
}

type Content = Omit<Draft, "kind" | "value" | "openDigits">

export async function changeIndicator(tx: Tx, id: string, content: Content): Promise<void> {
  await tx
    .updateTable("sharedIndicators")
    .set({ ...contentOf(content), changedAt: sql`acting_at()` })
    .where("id", "=", id)
    .execute()
  await tx.deleteFrom("indicatorRecipients").where("indicatorId", "=", id).execute()
  await putRecipients(tx, id, content)
}

const contentOf = ({ tlp, audience, trick, confidence, reasons, validUntil }: Content) => ({
  ...{ tlp, audience, trick, reasons, validUntil },
  confidence: confidences[confidence],
})

async function putRecipients(tx: Tx, indicatorId: string, { audience, recipients }: Content): Promise<void> {
  if (audience !== "chosen" || recipients.length === 0) return
  const rows = [...new Set(recipients)].map((toBodyId) => ({ indicatorId, toBodyId }))
  await tx.insertInto("indicatorRecipients").values(rows).execute()
}

/** One of the body's that says the same and is not over. */
export async function sameStanding(tx: Tx, kind: string, value: string): Promise<string | null> {
  const found = await sql<{
    id: string
  }>`select id from shared_indicators where body_id = (select current_body())
    and kind = ${kind} and value = ${value} and state in ('draft', 'waiting', 'released') limit 1`.execute(tx)
  return found.rows[0]?.id ?? null
}

export type IndicatorRow = {
  id: string
  bodyId: string
  bodyName: string
  kind: IndicatorKind
  value: string
  openDigits: number | null
  tlp: Tlp
  audience: Audience
  trick: string | null
  confidence: number
  reasons: string
  validFrom: string
  validUntil: string
  origin: string
  originName: string | null
  reports: number
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

const columns = sql`i.id, i.body_id, b.name as body_name, i.kind, i.value, i.open_digits, i.tlp, i.audience, i.trick, i.confidence,
  i.reasons, i.valid_from, i.valid_until, i.origin, i.origin_name, i.reports, i.state, i.writers, i.written_name, i.written_at,
  i.sent_at, i.released_name, i.released_at, i.recalled_name, i.recalled_at, i.recall_reason, i.changed_at`

export async function readIndicatorRow(tx: Tx, id: string): Promise<IndicatorRow | null> {
  const found =
    await sql<IndicatorRow>`select ${columns} from shared_indicators i join bodies b on b.id = i.body_id
    where i.id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

export async function sourcesOf(tx: Tx, id: string): Promise<Source[]> {
  const rows = await tx
    .selectFrom("indicatorSources")
    .select(["kind", "ref"])
    .where("indicatorId", "=", id)
    .orderBy("kind")
    .orderBy("ref")
    .limit(sourcesMax)
    .execute()
  return rows.map((row) => ({ kind: row.kind as Source["kind"], ref: row.ref }))
}
const sourcesMax = 100

export async function recipientsOf(tx: Tx, id: string): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`select b.id, b.name from indicator_recipients r
    join bodies b on b.id = r.to_body_id where r.indicator_id = ${id} order by b.name limit 500`.execute(tx)
  return found.rows
}

export function drawerIs(drawer: Drawer, end: "valid_until" | "expires_on") {
  const own = sql<SqlBool>`i.body_id = (select current_body())`
  switch (drawer) {
    case "mine":
      return sql<SqlBool>`${own} and i.state = 'waiting' and not ((select current_officer()) = any (i.writers))`
    case "received":
      return sql<SqlBool>`i.body_id <> (select current_body()) and i.state = 'released' and i.${sql.raw(end)} >= acting_on()`
    case "over":
      return sql<SqlBool>`i.state in ('recalled', 'expired', 'refused')`
    default:
      return sql<SqlBool>`${own} and i.state = ${drawer}`
  }
}

export type Filter = { drawer: Drawer; text: string; kind: string; trick: string; value: string | null }

export async function listIndicators(
  tx: Tx,
  { drawer, text, kind, trick, value }: Filter,
  page: { limit: number; offset: number },
): Promise<{ rows: IndicatorRow[]; total: number }> {
  const where = [drawerIs(drawer, "valid_until")]
  if (kind !== "") where.push(sql<SqlBool>`i.kind = ${kind}`)
  if (trick !== "") where.push(sql<SqlBool>`i.trick = ${trick}`)
  if (text !== "")
    where.push(
      sql<SqlBool>`(i.value = ${value ?? text} or i.value ilike ${`%${text.replace(/[\\%_]/g, "\\$&")}%`})`,
    )
  const condition = sql.join(where, sql` and `)
  const [found, counted] = await Promise.all([
    sql<IndicatorRow>`select ${columns} from shared_indicators i join bodies b on b.id = i.body_id where ${condition}
      order by i.changed_at desc, i.id limit ${page.limit} offset ${page.offset}`.execute(tx),
    await sql<{
      total: number
    }>`select count(*)::int as total from (select from shared_indicators i where ${condition}
      limit 10000) s`.execute(tx),
  ])
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 }
}

/** How much lies in each drawer; each stops counting at 10,000. */
export async function countDrawers(
  tx: Tx,
  of: "shared_indicators" | "warnings",
): Promise<Record<Drawer, number>> {
  const end = of === "warnings" ? "expires_on" : "valid_until"
  const parts = drawers.map(
    (drawer) =>
      sql`(select count(*)::int from (select from ${sql.table(of)} i where ${drawerIs(drawer, end)} limit 10000) s) as ${sql.raw(drawer)}`,
  )
  const found = await sql<Record<Drawer, number>>`select ${sql.join(parts)}`.execute(tx)
  return found.rows[0] ?? { mine: 0, waiting: 0, draft: 0, released: 0, received: 0, over: 0 }
}
