/** One assignment: read, locked, changed; and what hangs on it. */
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"

export type Assignment = {
  id: string
  directiveId: string
  taskId: string
  issuerBodyId: string
  bodyId: string
  bodyAtIssueId: string
  bodyNameAtIssue: string
  part: string
  occurrence: number
  period: string | null
  state: State
  issuedOn: string
  dueOn: string | null
  firstDueOn: string | null
  percent: number
  handlerId: string | null
  handlerName: string | null
  unitId: string | null
  planText: string | null
  plannedUntil: string | null
  doneOn: string | null
}

const columns = [
  "id",
  "directiveId",
  "taskId",
  "issuerBodyId",
  "bodyId",
  "bodyAtIssueId",
  "bodyNameAtIssue",
  "part",
  "occurrence",
  "period",
  "state",
  "issuedOn",
  "dueOn",
  "firstDueOn",
  "percent",
  "handlerId",
  "handlerName",
  "unitId",
  "planText",
  "plannedUntil",
  "doneOn",
] as const

/** Null when there is none, or none that the acting body may see: the two are not told apart. */
export async function findAssignment(tx: Tx, id: string): Promise<Assignment | null> {
  const row = await tx.selectFrom("assignments").select(columns).where("id", "=", id).executeTakeFirst()
  return row === undefined ? null : asAssignment(row)
}

export async function lockAssignment(tx: Tx, id: string): Promise<Assignment | null> {
  const row = await tx
    .selectFrom("assignments")
    .select(columns)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : asAssignment(row)
}

/** The catalogue's check lets no other state in. */
const asAssignment = (row: Omit<Assignment, "state"> & { state: string }): Assignment => ({
  ...row,
  state: row.state as State,
})

export type AssignmentChange = Partial<
  Pick<
    Assignment,
    | "state"
    | "dueOn"
    | "percent"
    | "handlerId"
    | "handlerName"
    | "unitId"
    | "planText"
    | "plannedUntil"
    | "doneOn"
  >
>

export async function changeAssignment(
  tx: Tx,
  id: string,
  change: AssignmentChange,
  at: string,
): Promise<void> {
  await tx
    .updateTable("assignments")
    .set({ ...change, changedAt: at })
    .where("id", "=", id)
    .execute()
}

export type AssignmentEvent = {
  assignmentId: string
  what: string
  stateBefore: string
  stateAfter: string
  byName: string
  note: string | null
  details: Readonly<Record<string, string | number | boolean | null>>
}

export async function addEvent(tx: Tx, event: AssignmentEvent): Promise<void> {
  await tx
    .insertInto("assignmentEvents")
    .values({ ...event, details: JSON.stringify(event.details) })
    .execute()
}

export type OpenExtension = {
  id: string
  wantedOn: string
  reason: string
  askedName: string
  askedAt: string
  dueBefore: string
}

export async function openExtension(tx: Tx, assignmentId: string): Promise<OpenExtension | null> {
  const row = await tx
    .selectFrom("extensions")
    .select(["id", "wantedOn", "reason", "askedName", "askedAt", "dueBefore"])
    .where("assignmentId", "=", assignmentId)
    .where("decision", "is", null)
    .executeTakeFirst()
  return row ?? null
}

export async function askExtension(
  tx: Tx,
  row: { assignmentId: string; askedName: string; reason: string; dueBefore: string; wantedOn: string },
): Promise<void> {
  await tx.insertInto("extensions").values(row).execute()
}

export async function decideExtension(
  tx: Tx,
  id: string,
  row: {
    decision: "granted" | "refused"
    grantedOn: string | null
    answer: string | null
    decidedAt: string
    decidedBy: string | null
    decidedName: string
  },
): Promise<void> {
  await tx.updateTable("extensions").set(row).where("id", "=", id).where("decision", "is", null).execute()
}

export type FigureEntry = { figure: string; period: string; value: number; note: string | null }

export async function addReport(
  tx: Tx,
  row: { assignmentId: string; byName: string; percent: number; text: string },
  figures: readonly FigureEntry[],
): Promise<string> {
  const { id } = await tx.insertInto("progressReports").values(row).returning("id").executeTakeFirstOrThrow()
  if (figures.length > 0)
    await tx
      .insertInto("progressFigures")
      .values(figures.map((one) => ({ ...one, reportId: id, assignmentId: row.assignmentId })))
      .execute()
  return id
}

export type EvidenceFile = { name: string; mediaType: string; bytes: number; sha256: string }

export async function addEvidence(
  tx: Tx,
  files: readonly EvidenceFile[],
  about: { assignmentId: string; reportId: string | null; byName: string },
): Promise<void> {
  if (files.length === 0) return
  await tx
    .insertInto("evidence")
    .values(files.map((file) => ({ ...file, ...about })))
    .execute()
}

export async function findEvidence(
  tx: Tx,
  assignmentId: string,
  id: string,
): Promise<(EvidenceFile & { id: string }) | null> {
  const row = await tx
    .selectFrom("evidence")
    .select(["id", "name", "mediaType", "bytes", "sha256"])
    .where("assignmentId", "=", assignmentId)
    .where("id", "=", id)
    .executeTakeFirst()
  return row ?? null
}

export async function addComment(
  tx: Tx,
  row: { assignmentId: string; byName: string; text: string },
): Promise<void> {
  await tx.insertInto("assignmentComments").values(row).execute()
}

export type NewSubTask = {
  assignmentId: string
  title: string
  officerId: string | null
  unitId: string | null
  assigneeName: string
  dueOn: string | null
}

export async function addSubTask(tx: Tx, row: NewSubTask): Promise<string> {
  const { id } = await tx.insertInto("subTasks").values(row).returning("id").executeTakeFirstOrThrow()
  return id
}

/** False when it was done already, or is not there. */
export async function finishSubTask(
  tx: Tx,
  assignmentId: string,
  id: string,
  done: { doneAt: string; doneBy: string | null },
): Promise<boolean> {
  const row = await tx
    .updateTable("subTasks")
    .set(done)
    .where("id", "=", id)
    .where("assignmentId", "=", assignmentId)
    .where("doneAt", "is", null)
    .returning("id")
    .executeTakeFirst()
  return row !== undefined
}
