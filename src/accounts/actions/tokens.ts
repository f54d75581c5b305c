/** Programs of a body: a token is shown once, narrowed by scopes, and ends on a date. */
import { asJob, asOfficer, readAsPublic } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import type { Desk, TokenHolder } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import type { TokenView } from "../domain/account.ts"
import { tokenDaysMax } from "../domain/session.ts"
import type { Scope } from "../policy.ts"
import { insertToken, liveTokens, markTokenUsed, revokeToken, tokenHolder } from "../store/tokens.ts"
import { newToken, tokenHash, tokenPattern } from "./secrets.ts"

/** So that a token that leaks is recognised by who finds it. */
const prefix = "lienphong_"

/** Whose program shows this token; null when it is unknown, over or revoked. */
export async function tokenHolderOf(house: House, bearer: string): Promise<TokenHolder | null> {
  const token = bearer.startsWith(prefix) ? bearer.slice(prefix.length) : ""
  if (!tokenPattern.test(token)) return null
  const found = await readAsPublic(
    house.db,
    (tx) => tokenHolder(tx, tokenHash(house.keys, "api", token)),
    "at-once",
  )
  if (found === null) return null
  const { usedOn, ...holder } = found
  const today = new Date(house.clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
  if (usedOn !== today)
    await asJob(house.db, "accounts.token-used", (tx) => markTokenUsed(tx, holder.tokenId))
  return holder
}

export type TokenInput = { name: string; scopes: readonly Scope[]; days: number }

/** The token itself leaves here only, once. */
export async function createToken(desk: Desk, input: TokenInput): Promise<{ id: string; token: string }> {
  const token = newToken()
  const id = await asOfficer(desk.house.db, desk.who, async (tx) => {
    const made = await insertToken(tx, {
      bodyId: desk.who.bodyId,
      name: input.name,
      tokenHash: tokenHash(desk.house.keys, "api", token),
      scopes: input.scopes,
      madeBy: desk.who.officerId,
      days: Math.min(input.days, tokenDaysMax),
    })
    const details = { scopes: input.scopes, expiresOn: made.expiresOn }
    await journal(tx, { what: "token.created", record: { kind: "token", id: made.id }, details })
    return made.id
  })
  return { id, token: `${prefix}${token}` }
}

export function listTokens(desk: Desk): Promise<TokenView[]> {
  return asOfficer(desk.house.db, desk.who, liveTokens)
}

/** False when it is not this body's, or was revoked before. */
export function endToken(desk: Desk, id: string): Promise<boolean> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const done = await revokeToken(tx, id, desk.who.officerId)
    if (done) await journal(tx, { what: "token.revoked", record: { kind: "token", id } })
    return done
  })
}
