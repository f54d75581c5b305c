import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { AccountNotice, AskedInvitation, RecoveryView } from "../domain/account.ts"

/** What who acts may be the second for, in any body; the database decides. */
export async function invitationsToAgree(tx: Tx): Promise<AskedInvitation[]> {
  return (await sql<AskedInvitation>`select * from invitations_to_agree()`.execute(tx)).rows
}

export async function agreeToInvitation(
  tx: Tx,
  { id, hash, hours }: { id: string; hash: string; hours: number },
): Promise<boolean> {
  const done = await sql<{ done: boolean }>`
    select agree_to_invitation(${id}::uuid, ${hash}, ${hours}) as done`.execute(tx)
  return done.rows[0]?.done ?? false
}

export function recentRecoveries(tx: Tx): Promise<RecoveryView[]> {
  return tx
    .selectFrom("accountRecoveries")
    .select(["id", "at", "fullName", "bodyName"])
    .orderBy("at", "desc")
    .limit(100)
    .execute()
}

/** As a job, from the machine's command line. */
export async function keepRecovery(
  tx: Tx,
  recovery: { officerId: string; fullName: string; bodyName: string },
): Promise<void> {
  await tx.insertInto("accountRecoveries").values(recovery).execute()
}

/** What others did about one's own account and one has not said to have read; the newest first. */
export function unseenNotices(tx: Tx, officerId: string): Promise<AccountNotice[]> {
  return tx
    .selectFrom("accountNotices")
    .select(["id", "at", "what", "byName", "about"])
    .where("officerId", "=", officerId)
    .where("seenAt", "is", null)
    .orderBy("at", "desc")
    .limit(50)
    .execute() as Promise<AccountNotice[]>
}

export async function seeNotices(tx: Tx, officerId: string): Promise<void> {
  await tx
    .updateTable("accountNotices")
    .set({ seenAt: sql<string>`acting_at()` })
    .where("officerId", "=", officerId)
    .where("seenAt", "is", null)
    .execute()
}

export async function deleteOldNotices(tx: Tx, days: number, limit: number): Promise<number> {
  const old = tx
    .selectFrom("accountNotices")
    .select("id")
    .where(sql<boolean>`at < acting_at() - make_interval(days => ${days})`)
    .limit(limit)
  const done = await tx.deleteFrom("accountNotices").where("id", "in", old).executeTakeFirst()
  return Number(done.numDeletedRows)
}
