/** Warnings whose words name what was recalled: those that go with it, and the marks on the others. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

/**
 * Warnings that name an indicator which the acting body has just recalled: its own to which it is attached go too. The others,
 * another body's and those that only print it, are marked by asking.
 */
export async function warningsNaming(
  tx: Tx,
  indicatorId: string,
): Promise<{ id: string; goesToo: boolean }[]> {
  const found = await sql<{
    id: string
    goesToo: boolean
  }>`select id, goes_too from doubt_words_of(${indicatorId})`.execute(tx)
  return found.rows
}

/** Of indicators that their source has just taken back: nobody is at a desk. Gives the warnings that were marked. */
export async function markWordsOfReceived(tx: Tx, indicatorIds: readonly string[]): Promise<string[]> {
  const found = await sql<{
    id: string
  }>`select doubt_words_of_received(${[...indicatorIds]}::uuid[]) as id`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/** The owner keeps the warning as it is. False: nothing was left to look at. */
export async function settleDoubts(tx: Tx, warningId: string, name: string): Promise<boolean> {
  const { numAffectedRows = 0n } =
    await sql`update warning_doubts set settled_at = acting_at(), settled_name = ${name}
      where warning_id = ${warningId} and settled_at is null`.execute(tx)
  return numAffectedRows > 0n
}

export async function isWarningDoubted(tx: Tx, code: number): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select public_doubted(${code}) as is`.execute(tx)
  return rows[0]?.is === true
}

export type Doubt = { byName: string; at: string; value: string }

export async function doubtsOf(tx: Tx, warningId: string): Promise<Doubt[]> {
  const found = await sql<Doubt>`select d.by_name, d.at, gone.value from warning_doubts d
    join shared_indicators gone on gone.id = d.indicator_id
    where d.warning_id = ${warningId} and d.settled_at is null order by d.at limit 50`.execute(tx)
  return found.rows
}

export async function countDoubted(tx: Tx): Promise<number> {
  const found = await sql<{ count: number }>`select count(distinct w.id)::int as count from warning_doubts d
    join warnings w on w.id = d.warning_id where d.body_id = (select current_body()) and w.state = 'released'
      and d.settled_at is null`.execute(tx)
  return found.rows[0]?.count ?? 0
}
