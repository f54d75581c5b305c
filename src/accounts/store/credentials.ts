import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Role } from "../../kernel/http/env.ts"

export type SignInRow = {
  officerId: string
  passwordHash: string | null
  totpSealed: Buffer | null
  totpLastStep: number
}

/** As the sign-in door (a job): nobody acts yet. An officer who has left is not found. */
export async function findSignIn(
  tx: Tx,
  by: { email: string } | { officerId: string },
): Promise<SignInRow | null> {
  const row = await tx
    .selectFrom("officers as o")
    .leftJoin("credentials as c", "c.officerId", "o.id")
    .select(["o.id as officerId", "c.passwordHash", "c.totpSealed", "c.totpLastStep"])
    .where("email" in by ? sql<boolean>`o.email = ${by.email}` : sql<boolean>`o.id = ${by.officerId}`)
    .where(sql<boolean>`(o.left_on is null or o.left_on > acting_on())`)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, totpLastStep: row.totpLastStep ?? 0 }
}

export type PostRow = { postId: string; bodyId: string; role: Role }

/** Posts held today, the one used last first. */
export async function heldPosts(tx: Tx, officerId: string): Promise<PostRow[]> {
  const found = await sql<PostRow>`
    select p.id as post_id, p.body_id, p.role from posts p
    where p.officer_id = ${officerId} and post_is_held(p)
    order by (select max(s.began_at) from sessions s where s.post_id = p.id) desc nulls last, p.valid_from, p.id
    limit 50`.execute(tx)
  return found.rows
}

export type OwnCredential = {
  passwordHash: string
  passwordChangedAt: string
  totpPending: Buffer | null
  totpSealed: Buffer | null
  totpLastStep: number
}

export async function ownCredential(tx: Tx, officerId: string): Promise<OwnCredential | null> {
  const row = await tx
    .selectFrom("credentials")
    .select(["passwordHash", "passwordChangedAt", "totpPending", "totpSealed", "totpLastStep"])
    .where("officerId", "=", officerId)
    .executeTakeFirst()
  return row ?? null
}

export async function setPasswordHash(tx: Tx, officerId: string, passwordHash: string): Promise<void> {
  await tx
    .updateTable("credentials")
    .set({ passwordHash, passwordChangedAt: sql`acting_at()` })
    .where("officerId", "=", officerId)
    .execute()
}

/** As a job: a new officer's first password, or the one set through a link. */
export async function putPasswordHash(tx: Tx, officerId: string, passwordHash: string): Promise<void> {
  await tx
    .insertInto("credentials")
    .values({ officerId, passwordHash })
    .onConflict((on) =>
      on.column("officerId").doUpdateSet({ passwordHash, passwordChangedAt: sql`acting_at()` }),
    )
    .execute()
}

export async function setTotpPending(tx: Tx, officerId: string, sealed: Buffer): Promise<void> {
  await tx
    .updateTable("credentials")
    .set({ totpPending: sealed })
    .where("officerId", "=", officerId)
    .execute()
}

/** `sealed` null takes the second step away. */
export async function setTotp(tx: Tx, officerId: string, sealed: Buffer | null, step: number): Promise<void> {
  await tx
    .updateTable("credentials")
    .set({ totpSealed: sealed, totpPending: null, totpLastStep: step })
    .where("officerId", "=", officerId)
    .execute()
}

/** True for one caller only: check and change in one statement, so that a code works once. */
export async function useTotpStep(tx: Tx, officerId: string, step: number): Promise<boolean> {
  const row = await tx
    .updateTable("credentials")
    .set({ totpLastStep: step })
    .where("officerId", "=", officerId)
    .where("totpLastStep", "<", step)
    .returning("officerId")
    .executeTakeFirst()
  return row !== undefined
}

export async function useRecoveryCode(tx: Tx, officerId: string, codeHash: string): Promise<boolean> {
  const row = await tx
    .updateTable("recoveryCodes")
    .set({ usedAt: sql`acting_at()` })
    .where("officerId", "=", officerId)
    .where("codeHash", "=", codeHash)
    .where("usedAt", "is", null)
    .returning("officerId")
    .executeTakeFirst()
  return row !== undefined
}

/** The codes made before stop working. */
export async function replaceRecoveryCodes(
  tx: Tx,
  officerId: string,
  hashes: readonly string[],
): Promise<void> {
  await tx.deleteFrom("recoveryCodes").where("officerId", "=", officerId).execute()
  if (hashes.length === 0) return
  await tx
    .insertInto("recoveryCodes")
    .values(hashes.map((codeHash) => ({ officerId, codeHash })))
    .execute()
}

export async function recoveryCodesLeft(tx: Tx, officerId: string): Promise<number> {
  const row = await tx
    .selectFrom("recoveryCodes")
    .select((eb) => eb.fn.countAll<number>().as("left"))
    .where("officerId", "=", officerId)
    .where("usedAt", "is", null)
    .executeTakeFirstOrThrow()
  return row.left
}
