/** Half-year reports as they were issued: what a leader has in hand when the next directive begins. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { OfficialDocumentInput } from "../../letters/index.ts"

export type ReportModel = Omit<OfficialDocumentInput, "number" | "date">
export type IssuedReport = {
  lockId: string
  period: string
  bodyId: string
  number: number
  symbol: string
  datedOn: string
  subject: string
  fileSha256: string
  /** Of the one that was asked for only. Written by `draftDocumentIn`, which refuses what is no such model. */
  model: ReportModel | null
}

/** The latest period first, at most twelve; only what was handed to the acting body, or is its own. */
export async function issuedReports(tx: Tx, withModel: string | null): Promise<IssuedReport[]> {
  const { rows } = await sql<IssuedReport>`select * from issued_reports(${withModel}::uuid)`.execute(tx)
  return rows
}

/** The department that leads the field, as it is called now; null: the chart names none. */
export async function nameOfLead(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`select name from bodies where is_lead limit 1`.execute(tx)
  return rows[0]?.name ?? null
}
