/** Rows that the holder of a link reads and writes: the learner, attempts, the certificate, the commitment. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Drawn, Mark } from "../domain/course.ts"

export type Learner = {
  id: string
  bodyId: string
  bodyName: string
  name: string
  place: string | null
  course: string
  roundTitle: string
  closesOn: string
  pledge: string | null
}

/** The learner of the link that acts; `null` where it is none, or was taken back. */
export async function learnerOfLink(tx: Tx): Promise<Learner | null> {
  const { rows } =
    await sql<Learner>`select l.id, l.body_id as "bodyId", b.name as "bodyName", l.name, l.place, r.course,
      r.title as "roundTitle", r.closes_on::text as "closesOn", r.pledge
    from learners l join course_rounds r on r.id = l.round_id join bodies b on b.id = l.body_id`.execute(tx)
  return rows[0] ?? null
}

export const noteOpened = (tx: Tx) =>
  sql`update learners set opened_at = acting_at() where opened_at is null`.execute(tx)

export type Attempt = {
  id: string
  nth: number
  versionId: string
  drawn: Drawn[]
  answers: Record<string, number>
  begunAt: string
  endedAt: string | null
  rightOf: number | null
  asked: number
  isPassed: boolean | null
}

/** Newest first. */
export async function attemptsOf(tx: Tx, learnerId: string): Promise<Attempt[]> {
  const { rows } =
    await sql<Attempt>`select id, nth, version_id as "versionId", drawn, answers, begun_at as "begunAt", ended_at as "endedAt",
    right_of as "rightOf", asked, is_passed as "isPassed" from course_attempts where learner_id = ${learnerId} order by nth desc limit 50`.execute(
      tx,
    )
  return rows
}

export async function insertAttempt(
  tx: Tx,
  { id: learnerId, bodyId }: Learner,
  { nth, versionId, drawn }: { nth: number; versionId: string; drawn: readonly Drawn[] },
): Promise<void> {
  await sql`insert into course_attempts (body_id, learner_id, nth, version_id, drawn, asked)
    values (${bodyId}, ${learnerId}, ${nth}, ${versionId}, ${JSON.stringify(drawn)}::jsonb, ${drawn.length})
    on conflict do nothing`.execute(tx)
}

/** False: that question was answered before. */
export async function saveAnswer(
  tx: Tx,
  attemptId: string,
  question: string,
  option: number,
): Promise<boolean> {
  const one = JSON.stringify({ [question]: option })
  const done = await sql`update course_attempts set answers = answers || ${one}::jsonb
    where id = ${attemptId} and ended_at is null and not answers ? ${question}`.execute(tx)
  return Number(done.numAffectedRows ?? 0) === 1
}

export async function endAttempt(tx: Tx, attemptId: string, { right, isPassed }: Mark): Promise<void> {
  await sql`update course_attempts set ended_at = acting_at(), right_of = ${right}, is_passed = ${isPassed}
    where id = ${attemptId} and ended_at is null`.execute(tx)
}

export type Certificate = {
  attemptId: string
  name: string
  courseVi: string
  courseEn: string
  rightOf: number
  asked: number
  passedOn: string
  validUntil: string
}

export async function insertCertificate(
  tx: Tx,
  { id: learnerId, bodyId, name }: Learner,
  one: Omit<Certificate, "name" | "passedOn"> & { course: string; codeHash: string },
): Promise<void> {
  await sql`insert into certificates (body_id, learner_id, attempt_id, code_hash, name, course, course_vi, course_en, right_of, asked, valid_until)
    values (${bodyId}, ${learnerId}, ${one.attemptId}, ${one.codeHash}, ${name}, ${one.course}, ${one.courseVi}, ${one.courseEn},
      ${one.rightOf}, ${one.asked}, ${one.validUntil})`.execute(tx)
}

/** The newest. */
export async function certificateOf(tx: Tx, learnerId: string): Promise<Certificate | null> {
  const { rows } =
    await sql<Certificate>`select attempt_id as "attemptId", name, course_vi as "courseVi", course_en as "courseEn",
    right_of as "rightOf", asked, passed_on::text as "passedOn", valid_until::text as "validUntil"
    from certificates where learner_id = ${learnerId} order by passed_on desc, id desc limit 1`.execute(tx)
  return rows[0] ?? null
}

export type Commitment = { words: string; signedName: string; signedOn: string; validUntil: string }

/** Newest first. */
export async function commitmentsOf(tx: Tx, learnerId: string): Promise<Commitment[]> {
  const { rows } =
    await sql<Commitment>`select words, signed_name as "signedName", signed_on::text as "signedOn",
    valid_until::text as "validUntil" from commitments where learner_id = ${learnerId} order by signed_on desc limit 20`.execute(
      tx,
    )
  return rows
}

export async function insertCommitment(
  tx: Tx,
  { id: learnerId, bodyId }: Learner,
  one: { pledge: string; words: string; signedName: string; validUntil: string },
): Promise<void> {
  await sql`insert into commitments (body_id, learner_id, pledge, words, signed_name, valid_until)
    values (${bodyId}, ${learnerId}, ${one.pledge}, ${one.words}, ${one.signedName}, ${one.validUntil})`.execute(
    tx,
  )
}

export type Verified = Omit<Certificate, "attemptId"> & { bodyName: string; committedUntil: string | null }

/** By the keyed hash of a code, for everybody who holds the paper. */
export async function certificateByCode(tx: Tx, hash: string): Promise<Verified | null> {
  const { rows } =
    await sql<Verified>`select name, course_vi as "courseVi", course_en as "courseEn", right_of as "rightOf", asked,
    passed_on::text as "passedOn", valid_until::text as "validUntil", body_name as "bodyName", committed_until::text as "committedUntil"
    from certificate_of(${hash})`.execute(tx)
  return rows[0] ?? null
}
