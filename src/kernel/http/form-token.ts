/**
 * The token in each form of ours: proof that a form was opened here, for browsers that do not say where a request comes
 * from (`Origin: null` of a page without referrer, no `Sec-Fetch-Site` over plain http and on old phones). OWASP calls
 * it an HMAC-based token pattern: it is bound to the session, for a visitor without one to a cookie of its own.
 */
import { randomBytes, timingSafeEqual } from "node:crypto"
import { getCookie, setCookie } from "hono/cookie"
import type { Ctx } from "./env.ts"
import { isSecureHere } from "./secure.ts"

/** The cookie of who is signed in (src/accounts). */
export const sessionCookie = "lp_session"
/** A random value of one visit, gone when the browser is closed; it is set with the first form and says nothing. */
const visitCookie = "lp_form"
/** The name of the hidden field. */
export const tokenField = "csrf"

const nonceChars = 16
const tokenPattern = /^[0-9a-f]{16}[0-9a-f]{64}$/

/** One token a request; its beginning is random, so that a page compressed beside it does not tell it (BREACH). */
export function formTokenOf(c: Ctx): string {
  const known = c.get("formToken")
  if (known !== undefined) return known
  const nonce = randomBytes(nonceChars / 2).toString("hex")
  const token = `${nonce}${macOf(c, nonce, boundTo(c) ?? newVisit(c))}`
  c.set("formToken", token)
  return token
}

export function provesOwnForm(c: Ctx, token: string | undefined): boolean {
  const bound = boundTo(c)
  if (bound === null || token === undefined || !tokenPattern.test(token)) return false
  const expected = macOf(c, token.slice(0, nonceChars), bound)
  return timingSafeEqual(Buffer.from(token.slice(nonceChars), "hex"), Buffer.from(expected, "hex"))
}

const macOf = (c: Ctx, nonce: string, bound: string) =>
  c.get("house").keys.hmac("session", JSON.stringify(["form", nonce, bound]))

/** Where a session is, only that counts: a cookie that somebody planted for a visitor opens no officer's form. */
function boundTo(c: Ctx): string | null {
  const session = getCookie(c, sessionCookie)
  if (session !== undefined) return `session:${session}`
  const visit = getCookie(c, visitCookie)
  return visit !== undefined && /^[0-9a-f]{32}$/.test(visit) ? `visit:${visit}` : null
}

function newVisit(c: Ctx): string {
  const visit = randomBytes(16).toString("hex")
  const secure = isSecureHere(c)
  setCookie(c, visitCookie, visit, { path: "/", httpOnly: true, sameSite: "Lax", secure })
  return `visit:${visit}`
}
