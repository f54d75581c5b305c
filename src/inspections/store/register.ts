/** The register through the years: lists that were brought in, what became of a row, facts of its risk. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { PastImport } from "../../kernel/ui/index.ts"
import { sameShop } from "../domain/register.ts"
import type { RiskFacts } from "../domain/risk.ts"
import type { NewSubject } from "../domain/subject.ts"

/** The shops among these that some body's row has already. */
export async function shopsThere(tx: Tx, shops: readonly NewSubject[]): Promise<ReadonlySet<string>> {
  if (shops.length === 0) return new Set()
  const names = shops.map(({ name }) => name)
  const rows = await tx
    .selectFrom("inspectionSubjects")
    .select(["kind", "name", "address"])
    .where("name", "in", names)
    .execute()
  return new Set(rows.map((row) => sameShop(row as NewSubject)))
}

export async function insertList(
  tx: Tx,
  { fileName, byName }: { fileName: string; byName: string },
  shops: readonly NewSubject[],
): Promise<string> {
  const { id } = await tx
    .insertInto("inspectionImports")
    .values({ fileName, rows: shops.length, byName })
    .returning("id")
    .executeTakeFirstOrThrow()
  const rows = await tx
    .insertInto("inspectionSubjects")
    .values(shops.map((one) => ({ ...one, importId: id, writtenName: byName })))
    .returning("id")
    .execute()
  await tx
    .insertInto("inspectionSubjectEvents")
    .values(rows.map((row) => ({ subjectId: row.id, what: "imported", note: fileName, byName })))
    .execute()
  return id
}

export const listsOfBody = (tx: Tx): Promise<PastImport[]> =>
  tx
    .selectFrom("inspectionImports")
    .select(["id", "fileName", "rows", "at", "byName", "undoneAt"])
    .orderBy("at", "desc")
    .limit(20)
    .execute()

/** Null: it is no list of the body, or was taken back before. */
export async function undoList(tx: Tx, id: string, byName: string): Promise<number | null> {
  const { rows } = await sql<{ gone: number | null }>`
    select undo_subject_import(${id}::uuid, ${byName}) as gone`.execute(tx)
  return rows[0]?.gone ?? null
}

export type SubjectEvent = {
  what: "written" | "imported" | "changed" | "complies"
  note: string | null
  byName: string
  at: string
  bodyName: string
}

export async function addSubjectEvent(
  tx: Tx,
  subjectId: string,
  event: Pick<SubjectEvent, "what" | "note" | "byName">,
): Promise<void> {
  await tx
    .insertInto("inspectionSubjectEvents")
    .values({ ...event, subjectId })
    .execute()
}

export async function subjectEventsOf(tx: Tx, subjectId: string): Promise<SubjectEvent[]> {
  const { rows } = await sql<SubjectEvent>`
    select e.what, e.note, e.by_name, e.at, b.name as body_name from inspection_subject_events e join bodies b on b.id = e.body_id
    where e.subject_id = ${subjectId} order by e.id desc limit 100`.execute(tx)
  return rows
}

/** Facts of checks that the acting body reads; `since`: cases from that day on. A subject that was never looked at is not among them. */
export async function riskFactsOf(
  tx: Tx,
  ids: readonly string[],
  { today, since }: { today: string; since: string },
): Promise<ReadonlyMap<string, RiskFacts>> {
  const { rows } = await sql<RiskFacts & { id: string }>`
    select i.subject_id as id, max(i.recorded_on) as last_on,
      sum((select count(*) from inspection_cases c where c.inspection_id = i.id and i.recorded_on >= ${since}::date))::int as cases,
      sum((select count(*) from inspection_recommendations r
        where r.inspection_id = i.id and r.done_on is null and r.due_on < ${today}::date))::int as overdue
    from inspections i where i.subject_id = any (${[...ids]}::uuid[]) and i.recorded_on is not null
    group by 1`.execute(tx)
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}
