/** The record from which a case was opened: a check, an incident. */
import type { Tx } from "../../kernel/db/database.ts"

export type Origin = {
  /** The kind of record: "inspection". */
  kind: string
  path: string
  label: string
  /** Answers with which the papers of the case begin, by field. */
  starts: Readonly<Record<string, string>>
}

export async function insertOrigin(tx: Tx, caseId: string, origin: Origin): Promise<void> {
  const { starts, ...rest } = origin
  await tx
    .insertInto("caseOrigins")
    .values({ ...rest, caseId, starts: JSON.stringify(starts) })
    .execute()
}

export async function originOf(tx: Tx, caseId: string): Promise<Origin | null> {
  const row = await tx
    .selectFrom("caseOrigins")
    .select(["kind", "path", "label", "starts"])
    .where("caseId", "=", caseId)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, starts: row.starts as Record<string, string> }
}
