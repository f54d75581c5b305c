/** The link that begins the set-up, and the browser that it is bound to; as a job, and only until the set-up is over. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

/** One link at a time: those that nobody has opened yet are dead. */
export async function putLink(tx: Tx, tokenHash: string, minutes: number): Promise<void> {
  await tx.deleteFrom("setupLinks").where("spentAt", "is", null).execute()
  await tx
    .insertInto("setupLinks")
    .values({ tokenHash, expiresAt: sql`acting_at() + make_interval(mins => ${minutes})` })
    .execute()
}

export async function isLinkGood(tx: Tx, tokenHash: string): Promise<boolean> {
  const found = await sql`select from setup_links where token_hash = ${tokenHash} and spent_at is null
    and expires_at > acting_at()`.execute(tx)
  return found.rows.length > 0
}

/** Checked and spent in one statement: of two who open the same link one goes on. Every other browser is out. */
export async function spendLink(
  tx: Tx,
  link: { tokenHash: string; sessionHash: string; hours: number },
): Promise<boolean> {
  const found = await sql`update setup_links set spent_at = acting_at(), session_hash = ${link.sessionHash},
      expires_at = acting_at() + make_interval(hours => ${link.hours})
    where token_hash = ${link.tokenHash} and spent_at is null and expires_at > acting_at() returning token_hash`.execute(
    tx,
  )
  if (found.rows.length === 0) return false
  await tx.deleteFrom("setupLinks").where("tokenHash", "<>", link.tokenHash).execute()
  return true
}

export async function isSessionGood(tx: Tx, sessionHash: string): Promise<boolean> {
  const found =
    await sql`select from setup_links where session_hash = ${sessionHash} and expires_at > acting_at()`.execute(
      tx,
    )
  return found.rows.length > 0
}

export async function forgetLinks(tx: Tx): Promise<void> {
  await tx.deleteFrom("setupLinks").execute()
}
