import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Pair, Runs, Text } from "../domain/likeness.ts"

export type FreshText = { id: string; bodyId: string; receivedAt: string; text: string }
export type Print = { text: FreshText; runs: Runs; bands: readonly number[] }

const batchMax = 100
/** Kept texts are unlike each other: more than these share a band with one text only by chance. */
const candidatesMax = 50

/** The oldest that wait, of one body; locked, so that two workers take different ones. */
export async function nextToCompare(tx: Tx): Promise<FreshText[]> {
  const found = await sql<FreshText>`
    select id, body_id, received_at, redacted_text as text from signals where compared_at is null and body_id =
      (select body_id from signals where compared_at is null order by received_at limit 1)
    order by received_at limit ${batchMax} for update skip locked`.execute(tx)
  return found.rows
}

/** What is kept of the thirty days before and after and may be alike; where there is more, the newest. */
export async function candidatesFor(tx: Tx, { text, bands }: Print): Promise<Text[]> {
  const found = await sql<Text>`
    select signal_id as id, runs from signal_prints
    where bands && ${bands}::int[] and body_id = ${text.bodyId} and received_at
      between ${text.receivedAt}::timestamptz - interval '30 days' and ${text.receivedAt}::timestamptz + interval '30 days'
    order by received_at desc limit ${candidatesMax}`.execute(tx)
  return found.rows
}

/** A pair is kept once, whichever of the two was compared first. */
export async function keepCompared(
  tx: Tx,
  fresh: readonly FreshText[],
  found: { pairs: readonly Pair[]; prints: readonly Print[] },
): Promise<void> {
  const bodyId = fresh[0]?.bodyId
  if (bodyId === undefined) return
  const { pairs, prints } = found
  await sql`insert into signal_pairs (signal_id, other_id, body_id, likeness)
    select id, other_id, ${bodyId}::uuid, likeness
    from unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map(({ otherId }) => otherId)}::uuid[],
      ${pairs.map(({ likeness }) => likeness)}::real[]) as p (id, other_id, likeness)
    where not exists (select from signal_pairs k where k.signal_id = p.other_id and k.other_id = p.id)
    on conflict do nothing`.execute(tx)
  if (prints.length > 0)
    await tx
      .insertInto("signalPrints")
      .values(
        prints.map(({ text, runs, bands }) => ({
          signalId: text.id,
          bodyId: text.bodyId,
          receivedAt: text.receivedAt,
          runs: [...runs],
          bands: [...bands],
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const ids = fresh.map(({ id }) => id)
  await sql`update signals set compared_at = acting_at() where id = any (${ids}::uuid[])`.execute(tx)
}
