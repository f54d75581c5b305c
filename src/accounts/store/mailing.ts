import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type InvitationToMail = {
  id: string
  email: string
  title: string
  purpose: "post" | "password"
  bodyName: string
  /** Who agreed, else who asked; null where the owner asked. */
  byName: string | null
  isWaiting: boolean
  isMailed: boolean
  isTold: boolean
}

/** As a job. Null when it was taken, withdrawn or is over. Locked, so that two workers send one mail. */
export async function invitationToMail(tx: Tx, id: string): Promise<InvitationToMail | null> {
  const found = await sql<InvitationToMail>`
    select i.id, i.email, i.title, i.purpose, b.name as body_name,
      (select o.full_name from officers o where o.id = coalesce(i.approved_by, i.invited_by)) as by_name,
      i.needs_second and i.approved_by is null as is_waiting, i.mailed_at is not null as is_mailed,
      i.told_at is not null as is_told
    from invitations i join bodies b on b.id = i.body_id
    where i.id = ${id}::uuid and i.accepted_at is null and i.revoked_at is null and i.expires_at > acting_at()
    for update of i`.execute(tx)
  return found.rows[0] ?? null
}

export async function renewToken(tx: Tx, id: string, tokenHash: string): Promise<void> {
  await tx.updateTable("invitations").set({ tokenHash }).where("id", "=", id).execute()
}

export async function keepMailed(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable("invitations")
    .set({ mailedAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .execute()
}

export async function keepTold(tx: Tx, id: string): Promise<void> {
  await tx.updateTable("invitations").set({ toldAt: sql<string>`acting_at()` }).where("id", "=", id).execute()
}
