import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Pair } from "../domain/likeness.ts"

export type FreshText = { id: string; bodyId: string; receivedAt: string; text: string }

const batchMax = 200
const aroundMax = 5_000

/** The oldest that wait, of one body; locked, so that two workers take different ones. */
export async function nextToCompare(tx: Tx): Promise<FreshText[]> {
  const found = await sql<FreshText>`
    select id, body_id, received_at, redacted_text as text from signals where compared_at is null and body_id =
      (select body_id from signals where compared_at is null order by received_at limit 1)
    order by received_at limit ${batchMax} for update skip locked`.execute(tx)
  return found.rows
}

/** The newest of the thirty days before and after; a body with more has its newest compared. */
export async function textsAround(
  tx: Tx,
  bodyId: string,
  at: string,
): Promise<{ id: string; text: string }[]> {
  const found = await sql<{ id: string; text: string }>`
    select id, redacted_text as text from signals where body_id = ${bodyId}
      and received_at between ${at}::timestamptz - interval '30 days' and ${at}::timestamptz + interval '30 days'
    order by received_at desc limit ${aroundMax}`.execute(tx)
  return found.rows
}

export async function keepPairs(
  tx: Tx,
  bodyId: string,
  fresh: readonly FreshText[],
  pairs: readonly Pair[],
): Promise<void> {
  if (pairs.length > 0)
    await tx
      .insertInto("signalPairs")
      .values(pairs.map(({ id, otherId, likeness }) => ({ signalId: id, otherId, bodyId, likeness })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await tx
    .updateTable("signals")
    .set({ comparedAt: sql`acting_at()` })
    .where(
      "id",
      "in",
      fresh.map((one) => one.id),
    )
    .execute()
}
