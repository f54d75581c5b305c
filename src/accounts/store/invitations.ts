import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Role } from "../../kernel/http/env.ts"
import type { InvitationView } from "../domain/account.ts"

export type NewInvitation = {
  bodyId: string
  purpose: "post" | "password"
  tokenHash: string
  email: string
  fullName: string
  title: string
  role: Role
  unitId?: string | null
  /** Null: the owner asked, or it was made on the machine; as a job. */
  invitedBy: string | null
  keepsSecondStep?: boolean
  hours: number
}

/** Whether a second person must agree is decided by the database. */
export async function insertInvitation(
  tx: Tx,
  invitation: NewInvitation,
): Promise<{ id: string; needsSecond: boolean }> {
  const { hours, ...values } = invitation
  const row = await tx
    .insertInto("invitations")
    .values({ ...values, expiresAt: sql`acting_at() + make_interval(hours => ${hours})` })
    .returning(["id", "needsSecond"])
    .executeTakeFirstOrThrow()
  return row
}

const columns = sql`i.id, i.body_id, b.name as body_name, i.purpose, i.email, i.full_name, i.title, i.role, i.unit_id,
  i.invited_at, i.expires_at, i.needs_second and i.approved_by is null as is_waiting, i.keeps_second_step`

/** As the sign-in door (a job). Locked until the end of the transaction, so that it is taken once. */
export async function openInvitation(tx: Tx, tokenHash: string): Promise<InvitationView | null> {
  const found = await sql<InvitationView>`
    select ${columns} from invitations i join bodies b on b.id = i.body_id
    where i.token_hash = ${tokenHash} and i.accepted_at is null and i.revoked_at is null
      and (not i.needs_second or i.approved_by is not null)
      and i.expires_at > acting_at() and acting_on() <= coalesce(b.valid_to, 'infinity')
    for update of i`.execute(tx)
  return found.rows[0] ?? null
}

export type FirstInvitation = {
  id: string
  name: string
  email: string
  title: string
  bodySlug: string
  body: string
}

/** As a job: administrators whom the set-up invited and who have not come, those too whose link is over. */
export async function firstInvitations(tx: Tx): Promise<FirstInvitation[]> {
  const found = await sql<FirstInvitation>`
    select i.id, i.full_name as name, i.email, i.title, b.slug as body_slug, b.name as body
    from invitations i join bodies b on b.id = i.body_id
    where i.invited_by is null and i.purpose = 'post' and i.role = 'administrator'
      and i.accepted_at is null and i.revoked_at is null
    order by i.invited_at, i.id limit 20`.execute(tx)
  return found.rows
}

export async function acceptInvitation(tx: Tx, id: string): Promise<void> {
  await tx.updateTable("invitations").set({ acceptedAt: sql`acting_at()` }).where("id", "=", id).execute()
}

/** As a job: a link made for somebody who has come to stand high since, to which no second person agreed. */
export async function hasOutgrown(tx: Tx, id: string): Promise<boolean> {
  const found =
    await sql`select from invitations i join officers o on o.email = i.email join posts p on p.officer_id = o.id
    where i.id = ${id} and i.purpose = 'password' and i.invited_by is not null and i.approved_by is null and stands_high(p)
    limit 1`.execute(tx)
  return found.rows.length > 0
}

/** Those that nobody has taken yet, as whoever acts may see them. */
export async function openInvitations(tx: Tx): Promise<InvitationView[]> {
  const found = await sql<InvitationView>`
    select ${columns} from invitations i join bodies b on b.id = i.body_id
    where i.accepted_at is null and i.revoked_at is null and i.expires_at > acting_at()
    order by i.invited_at desc limit 500`.execute(tx)
  return found.rows
}

/** Requests that an officer of the acting body asked and no second person has agreed to yet. */
export async function waitingAskedBy(tx: Tx, officerId: string, limit: number): Promise<InvitationView[]> {
  const found = await sql<InvitationView>`
    select ${columns} from invitations i join bodies b on b.id = i.body_id
    where i.invited_by = ${officerId} and i.needs_second and i.approved_by is null
      and (i.body_id = current_body() or i.asked_from = current_body())
      and i.accepted_at is null and i.revoked_at is null and i.expires_at > acting_at()
    order by i.invited_at, i.id limit ${limit}`.execute(tx)
  return found.rows
}

export async function revokeInvitation(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .updateTable("invitations")
    .set({ revokedAt: sql`acting_at()` })
    .where("id", "=", id)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .returning("id")
    .executeTakeFirst()
  return row !== undefined
}

/** Names and addresses of people who never came, or came long ago, are not kept. */
export async function deleteOldInvitations(tx: Tx, days: number, limit: number): Promise<number> {
  const old = tx
    .selectFrom("invitations")
    .select("id")
    .where(sql<boolean>`expires_at < acting_at() - make_interval(days => ${days})`)
    .limit(limit)
  const done = await tx.deleteFrom("invitations").where("id", "in", old).executeTakeFirst()
  return Number(done.numDeletedRows)
}
