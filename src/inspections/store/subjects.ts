/** The register of whom a body may look at. Every authority reads it; who keeps a row changes it. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { NewSubject, Subject } from "../domain/subject.ts"

const columns = [
  "id",
  "bodyId",
  "kind",
  "name",
  "form",
  "taxCode",
  "licenceNumber",
  "licenceOn",
  "licenceUntil",
  "address",
  "commune",
  "compliesUntil",
  "compliesNote",
] as const

export async function findSubject(tx: Tx, id: string): Promise<Subject | null> {
  const row = await tx
    .selectFrom("inspectionSubjects")
    .select(columns)
    .where("id", "=", id)
    .executeTakeFirst()
  return row === undefined ? null : (row as Subject)
}

export type SubjectQuestion = { text: string; kind: string }

/** By kind and name; words are looked for in name, address and codes. */
export async function listSubjects(
  tx: Tx,
  { text, kind }: SubjectQuestion,
  page: { limit: number; offset: number },
): Promise<{ rows: Subject[]; total: number }> {
  let query = tx.selectFrom("inspectionSubjects").select(columns)
  if (kind !== "") query = query.where("kind", "=", kind)
  if (text !== "") {
    const like = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`
    query = query.where(
      sql<boolean>`plain_text(name || ' ' || address || ' ' || coalesce(commune, '')) like plain_text(${like})
        or tax_code = ${text} or licence_number = ${text}`,
    )
  }
  // Both are asked before the first answer: the reader's transaction takes no later question.
  const [rows, { total }] = await Promise.all([
    query.orderBy("kind").orderBy("name").orderBy("id").limit(page.limit).offset(page.offset).execute(),
    query.clearSelect().select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow(),
  ])
  return { rows: rows as Subject[], total }
}

/** Null: the same shop is there already. */
export async function insertSubject(
  tx: Tx,
  one: NewSubject & { writtenName: string },
): Promise<string | null> {
  const row = await tx
    .insertInto("inspectionSubjects")
    .values(one)
    .onConflict((on) => on.columns(["kind", "name", "address"]).doNothing())
    .returning("id")
    .executeTakeFirst()
  return row?.id ?? null
}

/** False: it is not there, or another body keeps it. */
export async function changeSubject(
  tx: Tx,
  id: string,
  change: Partial<Omit<Subject, "id" | "bodyId">>,
): Promise<boolean> {
  const done = await tx
    .updateTable("inspectionSubjects")
    .set({ ...change, changedAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}
