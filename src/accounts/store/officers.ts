import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Role } from "../../kernel/http/env.ts"
import type { OfficerView } from "../domain/account.ts"

export type NewOfficer = { email: string; name: string; phone?: string | null }

/** As a job. The officer of this e-mail, made if there is none; `isNew` says which. */
export async function putOfficer(tx: Tx, officer: NewOfficer): Promise<{ id: string; isNew: boolean }> {
  const made = await tx
    .insertInto("officers")
    .values({ email: officer.email, fullName: officer.name, phone: officer.phone ?? null })
    .onConflict((on) => on.column("email").doNothing())
    .returning("id")
    .executeTakeFirst()
  if (made !== undefined) return { id: made.id, isNew: true }
  const known = await tx
    .selectFrom("officers")
    .select("id")
    .where("email", "=", officer.email)
    .executeTakeFirstOrThrow()
  return { id: known.id, isNew: false }
}

export type NewPost = {
  officerId: string
  bodyId: string
  title: string
  role: Role
  unitId?: string | null
  validFrom?: string
}

export async function insertPost(tx: Tx, post: NewPost): Promise<string> {
  const { validFrom, unitId, ...values } = post
  const row = await tx
    .insertInto("posts")
    .values({
      ...values,
      unitId: unitId ?? null,
      validFrom: validFrom === undefined ? sql<string>`acting_on()` : validFrom,
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  return row.id
}

/** Posts of one body, those held first, by name. */
export async function postsOfBody(tx: Tx, bodyId: string): Promise<OfficerView[]> {
  const found = await sql<OfficerView>`
    select p.id as post_id, o.id as officer_id, p.body_id, o.full_name as name, o.email, p.title, p.role,
      p.valid_from, p.valid_to, not post_is_held(p) as has_ended
    from posts p join officers o on o.id = p.officer_id
    where p.body_id = ${bodyId} and p.valid_from <= acting_on()
    order by not post_is_held(p), plain_text(o.full_name), p.id limit 500`.execute(tx)
  return found.rows
}

/** Locked, so that two administrators do not both take away the last but one. */
export async function lockPost(tx: Tx, postId: string): Promise<OfficerView | null> {
  const found = await sql<OfficerView>`
    select p.id as post_id, o.id as officer_id, p.body_id, o.full_name as name, o.email, p.title, p.role,
      p.valid_from, p.valid_to, not post_is_held(p) as has_ended
    from posts p join officers o on o.id = p.officer_id where p.id = ${postId} for update of p`.execute(tx)
  return found.rows[0] ?? null
}

export async function administratorsOf(tx: Tx, bodyId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`administrators:${bodyId}`}, 0))`.execute(tx)
  const found = await sql<{ count: number }>`
    select count(*)::int as count from posts p
    where p.body_id = ${bodyId} and p.role = 'administrator' and post_is_held(p)`.execute(tx)
  return found.rows[0]?.count ?? 0
}

export async function setRole(tx: Tx, postId: string, role: Role): Promise<void> {
  await tx.updateTable("posts").set({ role }).where("id", "=", postId).execute()
}

export async function endPost(
  tx: Tx,
  post: { postId: string; bodyId: string; endedBy: string },
): Promise<void> {
  await tx.insertInto("postEndings").values(post).execute()
  await tx
    .updateTable("posts")
    .set({ validTo: sql`greatest(acting_on(), valid_from)` })
    .where("id", "=", post.postId)
    .execute()
}

export async function servesElsewhere(tx: Tx, officerId: string): Promise<boolean> {
  const found = await sql<{ yes: boolean }>`select serves_elsewhere(${officerId}) as yes`.execute(tx)
  return found.rows[0]?.yes ?? true
}

/** As a job. */
export async function bodyNameOf(tx: Tx, bodyId: string): Promise<string> {
  const row = await tx.selectFrom("bodies").select("name").where("id", "=", bodyId).executeTakeFirstOrThrow()
  return row.name
}

export async function bodyBySlug(tx: Tx, slug: string): Promise<string | null> {
  const row = await tx.selectFrom("bodies").select("id").where("slug", "=", slug).executeTakeFirst()
  return row?.id ?? null
}

/** Bodies that exist today, for the keeper of the chart to invite their administrators. */
export function bodiesToday(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom("bodies")
    .select(["id", "name"])
    .where(sql<boolean>`acting_on() between valid_from and coalesce(valid_to, 'infinity')`)
    .orderBy("name")
    .limit(2_000)
    .execute()
}

export function unitsToday(tx: Tx, bodyId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom("units")
    .select(["id", "name"])
    .where("bodyId", "=", bodyId)
    .where(sql<boolean>`acting_on() between valid_from and coalesce(valid_to, 'infinity')`)
    .orderBy("name")
    .limit(500)
    .execute()
}

/** A post in this role that the officer holds already at this body. */
export async function heldPost(
  tx: Tx,
  post: { officerId: string; bodyId: string; role: Role },
): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select p.id from posts p where p.officer_id = ${post.officerId} and p.body_id = ${post.bodyId}
      and p.role = ${post.role} and post_is_held(p) limit 1`.execute(tx)
  return found.rows[0]?.id ?? null
}

export async function ownEmail(tx: Tx, officerId: string): Promise<string> {
  const row = await tx
    .selectFrom("officers")
    .select("email")
    .where("id", "=", officerId)
    .executeTakeFirstOrThrow()
  return row.email
}

/** As the sign-in door (a job). */
export async function officerByEmail(
  tx: Tx,
  email: string,
): Promise<{ officerId: string; name: string; canSignIn: boolean } | null> {
  const row = await tx
    .selectFrom("officers as o")
    .leftJoin("credentials as c", "c.officerId", "o.id")
    .select(["o.id as officerId", "o.fullName as name", "c.passwordHash"])
    .where("o.email", "=", email)
    .executeTakeFirst()
  if (row === undefined) return null
  return { officerId: row.officerId, name: row.name, canSignIn: row.passwordHash !== null }
}

/** As a job: whether anybody at all administers a body today. */
export async function hasAdministrator(tx: Tx): Promise<boolean> {
  const found =
    await sql`select from posts p where p.role = 'administrator' and post_is_held(p) limit 1`.execute(tx)
  return found.rows.length > 0
}

export async function holdsPostAt(tx: Tx, officerId: string, bodyId: string): Promise<boolean> {
  const found = await sql`select from posts p where p.officer_id = ${officerId} and p.body_id = ${bodyId}
    and post_is_held(p) limit 1`.execute(tx)
  return found.rows.length > 0
}
