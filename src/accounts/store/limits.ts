import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Counted } from "../domain/limits.ts"

/** Whoever counts the same bucket waits here until we commit, so that tries at the same moment are all counted. */
export async function lockBucket(tx: Tx, bucket: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${bucket}, 0))`.execute(tx)
}

/** Rows "in the future" are of a demo whose hours began again; they do not count. */
export async function countedTries(tx: Tx, bucket: string, windowMinutes: number): Promise<Counted> {
  const row = await tx
    .selectFrom("limitCounts")
    .select([
      sql<number>`coalesce(sum(count), 0)::int`.as("tries"),
      sql<string | null>`max(window_at)`.as("lastAt"),
    ])
    .where("bucket", "=", bucket)
    .where(
      sql<boolean>`window_at > acting_at() - make_interval(mins => ${windowMinutes}) and window_at <= acting_at()`,
    )
    .executeTakeFirstOrThrow()
  return { tries: row.tries, lastAt: row.lastAt === null ? null : new Date(row.lastAt) }
}

/** By the second: at most 3,600 rows a bucket and window, and far fewer because waits grow. */
export async function addTry(tx: Tx, bucket: string): Promise<void> {
  await tx
    .insertInto("limitCounts")
    .values({ bucket, windowAt: sql`date_trunc('second', acting_at())`, count: 1 })
    .onConflict((on) =>
      on.columns(["bucket", "windowAt"]).doUpdateSet({ count: sql`limit_counts.count + 1` }),
    )
    .execute()
}

export async function forgetTries(tx: Tx, bucket: string): Promise<void> {
  await tx.deleteFrom("limitCounts").where("bucket", "=", bucket).execute()
}

/** A try that was right does not count: an office signs in behind one address at eight o'clock. */
export async function takeBackTry(tx: Tx, bucket: string): Promise<void> {
  await sql`update limit_counts set count = count - 1 where bucket = ${bucket} and count > 0
    and window_at = (select max(window_at) from limit_counts where bucket = ${bucket} and window_at <= acting_at())`.execute(
    tx,
  )
}

/** Tries in all buckets that begin so. `prefix` holds hexadecimal, colons and hyphens only. */
export async function triesUnder(tx: Tx, prefix: string, windowMinutes: number): Promise<number> {
  const found = await sql<{ tries: number }>`
    select coalesce(sum(count), 0)::int as tries from limit_counts where bucket like ${`${prefix}%`}
      and window_at > acting_at() - make_interval(mins => ${windowMinutes}) and window_at <= acting_at()`.execute(
    tx,
  )
  return found.rows[0]?.tries ?? 0
}

export async function deleteOldTries(tx: Tx, hours: number): Promise<number> {
  const done = await tx
    .deleteFrom("limitCounts")
    .where(sql<boolean>`window_at < acting_at() - make_interval(hours => ${hours})`)
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}
