/** Plans and conclusions that were published: a copy for everybody. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Matter } from "../domain/code.ts"
import type { Power } from "../domain/powers.ts"
import type { Publication } from "../domain/publishing.ts"

export type Published = {
  id: string
  what: Publication
  code: string
  bodyName: string
  power: Power
  matter: Matter
  subject: string
  onDay: string
  text: string
  publishedAt: string
}
const columns = [
  "id",
  "what",
  "code",
  "bodyName",
  "power",
  "matter",
  "subject",
  "onDay",
  "text",
  "publishedAt",
] as const

/** False: it was published before. */
export async function insertPublication(
  tx: Tx,
  one: Omit<Published, "id" | "publishedAt"> & { inspectionId: string; publishedName: string },
): Promise<boolean> {
  const row = await tx
    .insertInto("inspectionPublications")
    .values(one)
    .onConflict((on) => on.columns(["inspectionId", "what"]).where("withdrawnAt", "is", null).doNothing())
    .returning("id")
    .executeTakeFirst()
  return row !== undefined
}

/** False: it was withdrawn before, or is none of this check or of the body. */
export async function withdrawPublication(
  tx: Tx,
  of: { id: string; inspectionId: string; byName: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("inspectionPublications")
    .set({ withdrawnAt: sql<string>`acting_at()`, withdrawnName: of.byName })
    .where("id", "=", of.id)
    .where("inspectionId", "=", of.inspectionId)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

type PublishedNow = { id: string; what: Publication; publishedAt: string }

/** Publications of a check that everybody reads now. */
export async function publicationsOf(tx: Tx, inspectionId: string): Promise<PublishedNow[]> {
  const rows = await tx
    .selectFrom("inspectionPublications")
    .select(["id", "what", "publishedAt"])
    .where("inspectionId", "=", inspectionId)
    .where("withdrawnAt", "is", null)
    .orderBy("publishedAt")
    .limit(2)
    .execute()
  return rows as PublishedNow[]
}

/** The latest day first. */
export async function publishedChecks(
  tx: Tx,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: Published[]; total: number }> {
  const all = tx.selectFrom("inspectionPublications")
  const [rows, { total }] = await Promise.all([
    all.select(columns).orderBy("onDay", "desc").orderBy("id").limit(limit).offset(offset).execute(),
    all.select((eb) => eb.fn.count<number>("id").as("total")).executeTakeFirstOrThrow(),
  ])
  return { rows: rows as Published[], total: Number(total) }
}
