/** The parts of a check: its team, pauses, answers, recommendations, cases, papers and what happened. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Answer, Given } from "../domain/checklist.ts"
import type { State } from "../domain/life.ts"
import type { Pause } from "../domain/time.ts"
import type { PaperKind } from "../papers/kinds.ts"

export type Member = {
  officerId: string | null
  name: string
  title: string
  ofBody: string
  isHead: boolean
  declaredOn: string
}

export async function insertMembers(tx: Tx, inspectionId: string, members: readonly Member[]): Promise<void> {
  await tx
    .insertInto("inspectionMembers")
    .values(members.map((one) => ({ ...one, inspectionId })))
    .execute()
}

export const membersOf = (tx: Tx, inspectionId: string): Promise<Member[]> =>
  tx
    .selectFrom("inspectionMembers")
    .select(["officerId", "name", "title", "ofBody", "isHead", "declaredOn"])
    .where("inspectionId", "=", inspectionId)
    .orderBy("isHead", "desc")
    .orderBy("id")
    .limit(30)
    .execute()

export const pausesOf = (tx: Tx, inspectionId: string): Promise<Pause[]> =>
  tx
    .selectFrom("inspectionPauses")
    .select(["fromOn", "untilOn", "reason"])
    .where("inspectionId", "=", inspectionId)
    .orderBy("fromOn")
    .limit(20)
    .execute()

export async function insertPause(
  tx: Tx,
  inspectionId: string,
  pause: Omit<Pause, "untilOn">,
): Promise<void> {
  await tx
    .insertInto("inspectionPauses")
    .values({ ...pause, inspectionId })
    .execute()
}

export async function endPause(tx: Tx, inspectionId: string, untilOn: string): Promise<void> {
  await tx
    .updateTable("inspectionPauses")
    .set({ untilOn })
    .where("inspectionId", "=", inspectionId)
    .where("untilOn", "is", null)
    .execute()
}

export type KeptAnswer = Given & { byName: string; at: string }

export async function answersOf(tx: Tx, inspectionId: string): Promise<KeptAnswer[]> {
  const rows = await tx
    .selectFrom("inspectionAnswers")
    .select(["question", "answer", "note", "counts", "byName", "at"])
    .where("inspectionId", "=", inspectionId)
    .orderBy("question")
    .limit(200)
    .execute()
  return rows.map((row) => ({
    ...row,
    answer: row.answer as Answer,
    counts: row.counts as Record<string, number>,
  }))
}

/** A later answer stands in place of the earlier, until it is recorded. */
export async function saveAnswers(
  tx: Tx,
  inspectionId: string,
  given: readonly Given[],
  byName: string,
): Promise<void> {
  if (given.length === 0) return
  const values = given.map(({ counts, ...one }) => ({
    ...one,
    inspectionId,
    byName,
    counts: JSON.stringify(counts),
  }))
  await tx
    .insertInto("inspectionAnswers")
    .values(values)
    .onConflict((on) =>
      on.columns(["inspectionId", "question"]).doUpdateSet((eb) => ({
        answer: eb.ref("excluded.answer"),
        note: eb.ref("excluded.note"),
        counts: eb.ref("excluded.counts"),
        byName: eb.ref("excluded.byName"),
        at: sql<string>`acting_at()`,
      })),
    )
    .execute()
}

export type Recommendation = {
  id: string
  what: string
  dueOn: string
  doneOn: string | null
  doneNote: string | null
  doneName: string | null
}

export const recommendationsOf = (tx: Tx, inspectionId: string): Promise<Recommendation[]> =>
  tx
    .selectFrom("inspectionRecommendations")
    .select(["id", "what", "dueOn", "doneOn", "doneNote", "doneName"])
    .where("inspectionId", "=", inspectionId)
    .orderBy("dueOn")
    .orderBy("id")
    .limit(50)
    .execute()

export async function insertRecommendations(
  tx: Tx,
  inspectionId: string,
  rows: readonly { what: string; dueOn: string }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto("inspectionRecommendations")
    .values(rows.map((one) => ({ ...one, inspectionId })))
    .execute()
}

/** False: it is not of this check, or was put right before. */
export async function markPutRight(
  tx: Tx,
  of: { id: string; inspectionId: string },
  how: { doneOn: string; doneNote: string; doneName: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("inspectionRecommendations")
    .set(how)
    .where("id", "=", of.id)
    .where("inspectionId", "=", of.inspectionId)
    .where("doneOn", "is", null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

export type OpenedCase = { caseId: string; questions: string[] }

export const casesOf = (tx: Tx, inspectionId: string): Promise<OpenedCase[]> =>
  tx
    .selectFrom("inspectionCases")
    .select(["caseId", "questions"])
    .where("inspectionId", "=", inspectionId)
    .orderBy("openedAt")
    .limit(50)
    .execute()

export async function insertCase(tx: Tx, inspectionId: string, one: OpenedCase): Promise<void> {
  await tx
    .insertInto("inspectionCases")
    .values({ ...one, inspectionId })
    .execute()
}

export type KeptPaper = { kind: PaperKind; documentId: string; madeName: string; madeAt: string }

export async function papersOf(tx: Tx, inspectionId: string): Promise<KeptPaper[]> {
  const rows = await tx
    .selectFrom("inspectionPapers")
    .select(["kind", "documentId", "madeName", "madeAt"])
    .where("inspectionId", "=", inspectionId)
    .orderBy("madeAt")
    .limit(50)
    .execute()
  return rows as KeptPaper[]
}

export async function insertPaper(
  tx: Tx,
  inspectionId: string,
  one: { kind: PaperKind; documentId: string; madeName: string },
): Promise<void> {
  await tx
    .insertInto("inspectionPapers")
    .values({ ...one, inspectionId })
    .execute()
}

export type CheckEvent = {
  id: number
  what: string
  stateBefore: State
  stateAfter: State
  happenedOn: string
  note: string | null
  byName: string
  at: string
}

export async function eventsOf(tx: Tx, inspectionId: string): Promise<CheckEvent[]> {
  const rows = await tx
    .selectFrom("inspectionEvents")
    .select(["id", "what", "stateBefore", "stateAfter", "happenedOn", "note", "byName", "at"])
    .where("inspectionId", "=", inspectionId)
    .orderBy("id", "desc")
    .limit(200)
    .execute()
  return rows as CheckEvent[]
}

export async function addEvent(
  tx: Tx,
  inspectionId: string,
  event: Omit<CheckEvent, "id" | "at">,
): Promise<void> {
  await tx
    .insertInto("inspectionEvents")
    .values({ ...event, inspectionId })
    .execute()
}
