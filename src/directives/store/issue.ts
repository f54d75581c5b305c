/** Writes a directive and everything in it: a few statements, however many bodies. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { CheckedPlan } from "../plan.ts"

type Letter = CheckedPlan["letter"]
export type NewDirective = {
  id: string
  letter: Letter
  original: CheckedPlan["original"]
  normalizedText: string
  textSha256: string
  planKey: string | null
}
export type NewClause = { id: string; position: number; path: string; heading: string }
export type NewTask = {
  id: string
  clauseId: string
  position: number
  task: CheckedPlan["clauses"][number]["tasks"][number]
}
export type Part = "lead" | "assigned" | "coordinate"
export type NewPart = { taskId: string; bodyId: string; part: Part; name: string }
export type NewAssignment = {
  taskId: string
  bodyId: string
  bodyName: string
  part: "lead" | "assigned"
  dueOn: string | null
  period: string | null
}

/** False when a plan of that key was issued before: then nothing is written. */
export async function insertDirective(tx: Tx, row: NewDirective): Promise<boolean> {
  const { letter } = row
  const written = await tx
    .insertInto("directives")
    .values({
      id: row.id,
      issuerName: letter.issuer,
      number: letter.number,
      symbol: letter.symbol,
      datedOn: letter.dateOn,
      issuedOn: letter.issuedOn,
      kind: letter.kind,
      subject: letter.subject,
      addressees: letter.addressees,
      referenceList: JSON.stringify(letter.references),
      recipients: letter.recipients,
      signer: JSON.stringify(letter.signer),
      originalSha256: row.original?.sha256 ?? null,
      originalName: row.original?.name ?? null,
      originalType: row.original?.mediaType ?? null,
      normalizedText: row.normalizedText,
      textSha256: row.textSha256,
      planKey: row.planKey,
    })
    .onConflict((conflict) => conflict.constraint("directives_plan_once").doNothing())
    .returning("id")
    .executeTakeFirst()
  return written !== undefined
}

export async function directiveOfPlan(tx: Tx, issuerBodyId: string, planKey: string): Promise<string | null> {
  const row = await tx
    .selectFrom("directives")
    .select("id")
    .where("issuerBodyId", "=", issuerBodyId)
    .where("planKey", "=", planKey)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Parties come first: the rows below are readable to their own issuer only, but keep one order for all. */
export async function insertParts(
  tx: Tx,
  directiveId: string,
  issuerBodyId: string,
  content: { clauses: NewClause[]; tasks: NewTask[]; parts: NewPart[]; assignments: NewAssignment[] },
  issuedOn: string,
): Promise<string[]> {
  const common = { directiveId, issuerBodyId }
  const bodies = new Map(content.parts.map((part) => [part.bodyId, part.name]))
  await tx
    .insertInto("clauses")
    .values(content.clauses.map((clause) => ({ ...clause, ...common })))
    .execute()
  for (const batch of batches(content.tasks)) {
    await tx
      .insertInto("tasks")
      .values(batch.map((row) => ({ ...taskRow(row), ...common })))
      .execute()
  }
  for (const batch of batches([...bodies])) {
    await tx
      .insertInto("directiveBodies")
      .values(batch.map(([bodyId, nameAtIssue]) => ({ bodyId, nameAtIssue, ...common })))
      .execute()
  }
  for (const batch of batches(content.parts)) {
    await tx
      .insertInto("taskBodies")
      .values(batch.map(({ name, ...part }) => ({ ...part, nameAtIssue: name, ...common })))
      .execute()
  }
  const ids: string[] = []
  for (const batch of batches(content.assignments)) {
    const rows = await tx
      .insertInto("assignments")
      .values(batch.map((one) => ({ ...assignmentRow(one), ...common, issuedOn })))
      .returning("id")
      .execute()
    ids.push(...rows.map((row) => row.id))
  }
  return ids
}

function taskRow({ id, clauseId, position, task }: NewTask) {
  return {
    id,
    clauseId,
    position,
    path: task.path,
    text: task.text,
    spanStart: task.span?.[0] ?? null,
    spanEnd: task.span?.[1] ?? null,
    ownAddressees: task.ownAddressees,
    coordinateWords: task.coordinateWith.flatMap((one) => ("text" in one ? [one.text] : [])),
    deadlineWords: task.deadlineWords,
    dueOn: task.dueOn,
    dueRecipe: task.dueRecipe === null ? null : JSON.stringify(task.dueRecipe),
    periodEvery: task.periodic?.every ?? null,
    periodDueMonth: task.periodic?.dueMonth ?? null,
    periodDueDay: task.periodic?.dueDay ?? null,
    periodUntil: task.periodic?.until ?? null,
  }
}

function assignmentRow({ bodyName, ...one }: NewAssignment) {
  return { ...one, bodyAtIssueId: one.bodyId, bodyNameAtIssue: bodyName, firstDueOn: one.dueOn }
}

/** A statement takes at most 65,535 values; a task row has seventeen. */
function* batches<T>(rows: readonly T[], size = 500): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size)
}

/** Names as they are today; a body that is not in the list does not exist. */
export async function bodyNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ id: string; name: string }>`
    select id, name from bodies where id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row.name]))
}
