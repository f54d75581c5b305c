/** Random secrets, how they are kept, and passwords: what is stored opens nothing by itself. */
import { randomBytes } from "node:crypto"
import { hash, verify } from "@node-rs/argon2"
import type { Keys } from "../../kernel/keys.ts"
import { sameKeys } from "../domain/password.ts"
import { recoveryCodesMade, writtenRecoveryCode } from "../domain/totp.ts"

/** 256 bits, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString("base64url")
}

export const tokenPattern = /^[A-Za-z0-9_-]{43}$/

export type TokenKind = "session" | "invitation" | "api"

export function tokenHash(keys: Keys, kind: TokenKind, token: string): string {
  return keys.hmac(kind === "session" ? "session" : "token", `${kind}:${token}`)
}

/** argon2id, 19 MiB, two passes, one lane: OWASP's least for a server that many sign in to at once. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(sameKeys(password), argon)
}

/** With no account it works as long: whether an e-mail is known must not be heard from the time it takes. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const right = await verify(kept ?? (await nobodysHash()), sameKeys(password))
  return kept !== null && right
}

let nobody: Promise<string> | null = null
function nobodysHash(): Promise<string> {
  nobody ??= hashPassword(randomBytes(24).toString("base64"))
  return nobody
}

export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodesMade }, () => writtenRecoveryCode(randomBytes(16)))
}

export function recoveryHash(keys: Keys, officerId: string, plainCode: string): string {
  return keys.hmac("credential", `recovery:${officerId}:${plainCode}`)
}

/** `text` with a keyed proof that we wrote it, for a cookie. */
export function signed(keys: Keys, purpose: string, text: string): string {
  return `${text}.${keys.hmac("session", `${purpose}:${text}`)}`
}

export function unsigned(keys: Keys, purpose: string, value: string | undefined): string | null {
  const cut = value?.lastIndexOf(".") ?? -1
  if (value === undefined || cut < 1 || value.length > 2_000) return null
  const text = value.slice(0, cut)
  // Both sides are hashed again before they are compared, so that the time taken tells nothing.
  const twice = (proof: string) => keys.hmac("session", `compare:${proof}`)
  return twice(keys.hmac("session", `${purpose}:${text}`)) === twice(value.slice(cut + 1)) ? text : null
}
