/** Versions of courses: put forward by one person, decided by another. Row security shows the public what was published. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Course } from "../domain/course.ts"

export type VersionState = "waiting" | "published" | "refused" | "replaced"
export type Version = {
  id: string
  bodyId: string
  course: string
  content: Course
  fingerprint: string
  state: VersionState
  heldBack: string[]
  putForwardBy: string
  putForwardName: string
  putForwardAt: string
  decidedName: string | null
  decidedAt: string | null
  note: string | null
}

const columns = sql`id, body_id as "bodyId", course, content, fingerprint, state, held_back as "heldBack", put_forward_by as "putForwardBy",
  put_forward_name as "putForwardName", put_forward_at as "putForwardAt", decided_name as "decidedName", decided_at as "decidedAt", note`

export async function publishedVersion(tx: Tx, course: string): Promise<Version | null> {
  const { rows } =
    await sql<Version>`select ${columns} from course_versions where course = ${course} and state = 'published'`.execute(
      tx,
    )
  return rows[0] ?? null
}

export async function versionById(tx: Tx, id: string): Promise<Version | null> {
  const { rows } = await sql<Version>`select ${columns} from course_versions where id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** Versions of this course that the acting body may see, newest first. */
export async function versionsOf(tx: Tx, course: string): Promise<Version[]> {
  const { rows } =
    await sql<Version>`select ${columns} from course_versions where course = ${course} order by put_forward_at desc, id desc limit 20`.execute(
      tx,
    )
  return rows
}

export type ListedVersion = { course: string; state: VersionState; decidedAt: string | null }

/** The versions of all courses that are taught or wait. */
export async function liveVersions(tx: Tx): Promise<ListedVersion[]> {
  const { rows } =
    await sql<ListedVersion>`select course, state, decided_at as "decidedAt" from course_versions where state in ('published', 'waiting')`.execute(
      tx,
    )
  return rows
}

/** Null: one waits already. */
export async function insertVersion(
  tx: Tx,
  { course, fingerprint, name }: { course: Course; fingerprint: string; name: string },
): Promise<string | null> {
  const { rows } = await sql<{
    id: string
  }>`insert into course_versions (course, content, fingerprint, put_forward_name)
    values (${course.slug}, ${JSON.stringify(course)}::jsonb, ${fingerprint}, ${name})
    on conflict (course, body_id) where state = 'waiting' do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** The one that was taken until now makes room first: one of each course is published. */
export async function publishVersion(
  tx: Tx,
  { id, course, name, heldBack }: { id: string; course: string; name: string; heldBack: readonly string[] },
): Promise<void> {
  await sql`update course_versions set state = 'replaced' where course = ${course} and state = 'published'`.execute(
    tx,
  )
  await sql`update course_versions set state = 'published', held_back = ${[...heldBack]}::text[], decided_name = ${name} where id = ${id}`.execute(
    tx,
  )
}

export async function refuseVersion(
  tx: Tx,
  { id, name, note }: { id: string; name: string; note: string },
): Promise<void> {
  await sql`update course_versions set state = 'refused', decided_name = ${name}, note = ${note} where id = ${id}`.execute(
    tx,
  )
}
