/** What a request says about whoever is at the door, and the cookies that they leave with. */
import { getCookie, setCookie } from "hono/cookie"
import type { Ctx } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { sessionCookie } from "../../kernel/http/form-token.ts"
import { networkOf } from "../../kernel/http/network.ts"
import { isSecureHere } from "../../kernel/http/secure.ts"
import type { Visitor } from "../actions/sign-in.ts"
import { deviceDays, safeNext, secondStepMinutes } from "../domain/session.ts"
import { paths } from "../paths.ts"

const deviceCookie = "lp_device"
export const stepCookie = "lp_step"

export function visitorOf(c: Ctx): Visitor {
  return {
    network: networkOf(c),
    deviceCookie: getCookie(c, deviceCookie),
    userAgent: c.req.header("user-agent"),
    oldToken: getCookie(c, sessionCookie),
    requestId: c.get("requestId"),
  }
}

/** Without `maxAge`: the browser forgets it when it is closed, as suits a shared desk. */
export function setSessionCookie(c: Ctx, token: string): void {
  setCookie(c, sessionCookie, token, { ...guarded(c), path: "/" })
}

export function setDeviceCookie(c: Ctx, value: string): void {
  setCookie(c, deviceCookie, value, { ...guarded(c), path: paths.signIn, maxAge: deviceDays * 86_400 })
}

export function setStepCookie(c: Ctx, value: string): void {
  setCookie(c, stepCookie, value, { ...guarded(c), path: paths.signIn, maxAge: secondStepMinutes * 60 })
}

export function guarded(c: Ctx): { httpOnly: true; sameSite: "Lax"; secure: boolean } {
  return { httpOnly: true, sameSite: "Lax", secure: isSecureHere(c) }
}

export function nextOf(text: string | undefined): string {
  return safeNext(text, paths.work)
}

export type Answer = (name: string) => string

/** The fields of a sent form as text; a file or a missing field is "". Each at most 2,000 characters. */
export async function readForm(c: Ctx): Promise<{ text: Answer; list: (name: string) => string[] }> {
  const lists = await listsOf(c)
  const list = (name: string) => (lists[name] ?? []).slice(0, 50).map((value) => value.slice(0, 2_000))
  return { text: (name) => list(name)[0] ?? "", list }
}

/** The real clock, for codes of a telephone: it runs on while the demo stands still. */
export function realSeconds(): number {
  return Math.floor(Date.now() / 1000)
}
