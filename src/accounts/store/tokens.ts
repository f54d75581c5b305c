import { sql } from "kysely"
import { kept, type Tx } from "../../kernel/db/database.ts"
import type { TokenView } from "../domain/account.ts"

export type TokenHolderRow = { tokenId: string; bodyId: string; scopes: string[]; usedOn: string | null }

/** One statement by one unique index: asked at every request of a program. */
export async function tokenHolder(tx: Tx, tokenHash: string): Promise<TokenHolderRow | null> {
  const found = await sql<TokenHolderRow>`${kept}select token_id, body_id, scopes, used_on
    from token_holder(${tokenHash})`.execute(tx)
  return found.rows[0] ?? null
}

/** As a job, once a day at most. */
export async function markTokenUsed(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable("apiTokens")
    .set({ usedOn: sql`acting_on()` })
    .where("id", "=", id)
    .where(sql<boolean>`used_on is distinct from acting_on()`)
    .execute()
}

export type NewToken = {
  bodyId: string
  name: string
  tokenHash: string
  scopes: readonly string[]
  madeBy: string
  days: number
}

export async function insertToken(tx: Tx, token: NewToken): Promise<{ id: string; expiresOn: string }> {
  const { days, scopes, ...values } = token
  return tx
    .insertInto("apiTokens")
    .values({ ...values, scopes: [...scopes], expiresOn: sql<string>`acting_on() + ${days}::int` })
    .returning(["id", "expiresOn"])
    .executeTakeFirstOrThrow()
}

/** Tokens of my body that still open something. */
export function liveTokens(tx: Tx): Promise<TokenView[]> {
  return tx
    .selectFrom("apiTokens as t")
    .leftJoin("officers as o", "o.id", "t.madeBy")
    .select(["t.id", "t.name", "t.scopes", "o.fullName as madeByName", "t.madeAt", "t.expiresOn", "t.usedOn"])
    .where("t.revokedAt", "is", null)
    .where(sql<boolean>`t.expires_on >= acting_on()`)
    .orderBy("t.madeAt", "desc")
    .limit(200)
    .execute()
}

export async function revokeToken(tx: Tx, id: string, revokedBy: string): Promise<boolean> {
  const row = await tx
    .updateTable("apiTokens")
    .set({ revokedAt: sql`acting_at()`, revokedBy })
    .where("id", "=", id)
    .where("revokedAt", "is", null)
    .returning("id")
    .executeTakeFirst()
  return row !== undefined
}

/** Tokens of a body that still open something and that this officer made. */
export function tokensMadeBy(
  tx: Tx,
  { officerId, bodyId, limit }: { officerId: string; bodyId: string; limit: number },
): Promise<{ id: string; name: string; usedOn: string | null }[]> {
  return tx
    .selectFrom("apiTokens")
    .select(["id", "name", "usedOn"])
    .where("madeBy", "=", officerId)
    .where("bodyId", "=", bodyId)
    .where("revokedAt", "is", null)
    .where(sql<boolean>`expires_on >= acting_on()`)
    .orderBy("id")
    .limit(limit)
    .execute()
}
