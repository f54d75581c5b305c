/** Whom a case names among officers, and which other cases share its offender or a file. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"

export type NamedOfficer = {
  name: string
  reason: string
  notedAt: string
  notedName: string
  bodyId: string
}

/** Never to the officer themselves: row security leaves their own row out. */
export function namedOfficersOf(tx: Tx, caseId: string): Promise<NamedOfficer[]> {
  return tx
    .selectFrom("caseConflicts")
    .select(["officerName as name", "reason", "notedAt", "notedName", "bodyId"])
    .where("caseId", "=", caseId)
    .orderBy("notedAt")
    .limit(50)
    .execute()
}

export type Shared = { caseId: string; kind: "offender" | "file"; value: string }

const sharedMax = 100

export async function casesOfSameOffender(tx: Tx, caseId: string): Promise<Shared[]> {
  const found = await sql<Shared>`select distinct o.case_id, 'offender' as kind, o.offender_name as value
    from case_acts a join case_acts o on o.offender_hash = a.offender_hash and o.case_id <> a.case_id
    where a.case_id = ${caseId} and a.offender_hash is not null limit ${sharedMax}`.execute(tx)
  return found.rows
}

export async function casesOfSameFile(tx: Tx, caseId: string): Promise<Shared[]> {
  const found = await sql<Shared>`select distinct o.case_id, 'file' as kind, o.title as value
    from case_exhibits e join case_exhibits o on o.sha256 = e.sha256 and o.case_id <> e.case_id
    where e.case_id = ${caseId} and e.sha256 is not null limit ${sharedMax}`.execute(tx)
  return found.rows
}

export type OtherCase = { id: string; bodyId: string; number: string; title: string; state: State }

/** Those of them that the acting officer may see. */
export async function casesNamed(tx: Tx, ids: readonly string[]): Promise<OtherCase[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom("cases")
    .select(["id", "bodyId", "number", "title", "state"])
    .where("id", "in", ids)
    .orderBy("openedOn", "desc")
    .orderBy("id", "desc")
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as State }))
}
