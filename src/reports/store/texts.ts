/** What a clerk writes beside the figures of a period: one text a part of the report. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type TextKey = { period: string; scope: string }

export async function textsOf(tx: Tx, { period, scope }: TextKey): Promise<Record<string, string>> {
  const rows = await tx
    .selectFrom("reportTexts")
    .select(["section", "text"])
    .where("bodyId", "=", sql<string>`current_body()`)
    .where("period", "=", period)
    .where("scope", "=", scope)
    .limit(100)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.section, row.text]))
}

/** The newest change of these texts, by whom, at which instant; null: nobody has written yet. */
export async function lastWritten(
  tx: Tx,
  { period, scope }: TextKey,
): Promise<{ at: string; by: string | null } | null> {
  const row = await tx
    .selectFrom("reportTexts")
    .leftJoin("officers", "officers.id", "reportTexts.changedBy")
    .select(["reportTexts.changedAt as at", "officers.fullName as by"])
    .where("reportTexts.bodyId", "=", sql<string>`current_body()`)
    .where("reportTexts.period", "=", period)
    .where("reportTexts.scope", "=", scope)
    .orderBy("reportTexts.changedAt", "desc")
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** The last text wins; an empty one leaves the part to what the figures say. */
export async function keepText(tx: Tx, key: TextKey, section: string, text: string): Promise<void> {
  await tx
    .insertInto("reportTexts")
    .values({ ...key, section, text })
    .onConflict((conflict) =>
      conflict
        .columns(["bodyId", "period", "scope", "section"])
        .doUpdateSet({ text, changedAt: sql`acting_at()`, changedBy: sql`current_officer()` }),
    )
    .execute()
}
