/** Counts for the leader's page, by the database: over the province for agencies, else over one's own body. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"
import type { Scope } from "../../actions/figures.ts"
import type { Window } from "../../domain/windows.ts"

export type Grouping = "type" | "area" | "month"
/** By "area" the key is a commune's code over the province, the place as written over one's own body. */
export type Count = { figure: string; key: string; records: number }

export async function countsBy(
  tx: Tx,
  grouping: Grouping,
  { from, to }: Window,
  scope: Scope,
): Promise<Count[]> {
  const source =
    scope === "province"
      ? sql`province_counts_by(${grouping}, ${from}::date, ${to}::date)`
      : sql`counts_by(${grouping}, ${from}::date, ${to}::date, (select current_body()))`
  const found = await sql<Omit<Count, "records"> & { records: string }>`
    select figure, key, records from ${source}`.execute(tx)
  return found.rows.map((row) => ({ ...row, records: Number(row.records) }))
}

/** Cases by the place of their first tip that names one; its key as in `countsBy`. */
export async function casesByPlace(
  tx: Tx,
  { from, to }: Window,
  scope: Scope,
): Promise<{ key: string; value: number }[]> {
  const source =
    scope === "province"
      ? sql`province_cases_by_place(${from}::date, ${to}::date)`
      : sql`(select coalesce(place, '') as key, count(*) as records
          from cases_by_place(${from}::date, ${to}::date, (select current_body())) group by 1)`
  const found = await sql<{ key: string; records: string }>`select key, records from ${source} c`.execute(tx)
  return found.rows.map(({ key, records }) => ({ key, value: Number(records) }))
}

/** `records` were counted; `value` is what they add up to, numbers blocked among them. */
export type DayCount = { figure: string; day: string; value: number; records: number }

/** Sanctions, transfers and blocked numbers by day: one walk from which months and windows are made. */
export async function caseDays(tx: Tx, { from, to }: Window, scope: Scope): Promise<DayCount[]> {
  const source =
    scope === "province"
      ? sql`province_case_days(${from}::date, ${to}::date)`
      : sql`case_days(${from}::date, ${to}::date, (select current_body()))`
  const found = await sql<{ figure: string; day: string; records: string; amount: string | null }>`
    select figure, day, records, amount from ${source}`.execute(tx)
  return found.rows.map(({ figure, day, records, amount }) => ({
    ...{ figure, day },
    ...{ value: Number(amount ?? records), records: Number(records) },
  }))
}
