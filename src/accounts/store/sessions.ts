import { sql } from "kysely"
import { kept, type Tx } from "../../kernel/db/database.ts"
import type { Role } from "../../kernel/http/env.ts"
import type { Seat, SessionView } from "../domain/account.ts"

export type HolderRow = {
  sessionId: string
  officerId: string
  name: string
  language: string
  bodyId: string
  bodyName: string
  bodyKind: string
  unitId: string | null
  postId: string
  title: string
  role: Role
  isLead: boolean
  keepsChart: boolean
  seenAt: string
}

/** One statement by one unique index: asked at every request, before anybody acts. */
export async function sessionHolder(tx: Tx, tokenHash: string, idleHours: number): Promise<HolderRow | null> {
  const found = await sql<HolderRow>`${kept}select session_id, officer_id, name, language, body_id, body_name,
    body_kind, unit_id, post_id, title, role, is_lead, keeps_chart, seen_at
    from session_holder(${tokenHash}, make_interval(hours => ${idleHours}))`.execute(tx)
  return found.rows[0] ?? null
}

export type NewSession = {
  officerId: string
  postId: string
  tokenHash: string
  device: string
  secondFactor: "none" | "totp" | "recovery"
  refusedBefore: number
  hours: number
}

export async function insertSession(tx: Tx, session: NewSession): Promise<string> {
  const { hours, ...values } = session
  const row = await tx
    .insertInto("sessions")
    .values({ ...values, endsAt: sql`acting_at() + make_interval(hours => ${hours})` })
    .returning("id")
    .executeTakeFirstOrThrow()
  return row.id
}

export async function touchSession(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable("sessions")
    .set({ seenAt: sql`greatest(seen_at, acting_at())` })
    .where("id", "=", id)
    .execute()
}

/** Those still alive, newest first. */
export function liveSessions(tx: Tx, officerId: string, idleHours: number): Promise<SessionView[]> {
  return tx
    .selectFrom("sessions")
    .select(["id", "device", "beganAt", "seenAt", "secondFactor", "refusedBefore"])
    .where("officerId", "=", officerId)
    .where("revokedAt", "is", null)
    .where(
      sql<boolean>`ends_at > acting_at() and seen_at > acting_at() - make_interval(hours => ${idleHours})`,
    )
    .orderBy("seenAt", "desc")
    .limit(100)
    .execute()
}

export type RevokedWhy = "signed-out" | "revoked" | "password-changed" | "replaced"

/** Revokes one (`id`) or all but one (`except`) of an officer's sessions; returns the ids. */
export async function revokeSessions(
  tx: Tx,
  which: { officerId: string; id?: string; except?: string | null; why: RevokedWhy },
): Promise<string[]> {
  let update = tx
    .updateTable("sessions")
    .set({ revokedAt: sql`acting_at()`, revokedWhy: which.why })
    .where("officerId", "=", which.officerId)
    .where("revokedAt", "is", null)
  if (which.id !== undefined) update = update.where("id", "=", which.id)
  if (which.except) update = update.where("id", "<>", which.except)
  const rows = await update.returning("id").execute()
  return rows.map((row) => row.id)
}

/** Moves the session to another desk of the same officer. */
export async function sitAt(tx: Tx, sessionId: string, postId: string): Promise<void> {
  await tx.updateTable("sessions").set({ postId }).where("id", "=", sessionId).execute()
}

export async function myDesks(tx: Tx): Promise<Seat[]> {
  return (await sql<Seat>`select * from my_desks()`.execute(tx)).rows
}

/** Sessions that ended long ago say nothing any more; the journal keeps that they were. At most `limit` a run. */
export async function deleteOldSessions(tx: Tx, days: number, limit: number): Promise<number> {
  const old = tx
    .selectFrom("sessions")
    .select("id")
    .where(sql<boolean>`ends_at < acting_at() - make_interval(days => ${days})`)
    .limit(limit)
  const done = await tx.deleteFrom("sessions").where("id", "in", old).executeTakeFirst()
  return Number(done.numDeletedRows)
}
