/** Who may be here: whoever spent the link that the server printed, until the set-up is over. */
import type { MiddlewareHandler } from "hono"
import { getCookie, setCookie } from "hono/cookie"
import { accountPaths } from "../../accounts/index.ts"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { isForPrograms, problem } from "../../kernel/http/refusal.tsx"
import { secretly } from "../../kernel/http/secretly.ts"
import { isSecureHere } from "../../kernel/http/secure.ts"
import { readSession, sessionHours } from "../actions/links.ts"
import { SaidPage } from "../pages/frame.tsx"
import { words } from "../words.ts"

const setupCookie = "lp_setup"

export function setSetupCookie(c: Ctx, session: string): void {
  const secure = isSecureHere(c)
  setCookie(c, setupCookie, session, {
    ...{ path: "/cai-dat", httpOnly: true, sameSite: "Lax", secure, maxAge: sessionHours * 3_600 },
  })
}

export const setsUp: MiddlewareHandler<Env> = async (c, next) => {
  secretly(c)
  const state = await readSession(c.get("house"), getCookie(c, setupCookie))
  return state === "good" ? next() : closed(c, state)
}

/** 410: it was here, and is not any more. */
export async function closed(c: Ctx, why: "gone" | "over"): Promise<Response> {
  const t = words[c.get("language")]
  await c.get("house").refresh()
  const said = { frame: frameOf(c), title: t[why].title, help: t[why].help }
  const action = { href: accountPaths.signIn, label: t.over.signIn }
  return c.html(why === "over" ? <SaidPage {...said} action={action} /> : <SaidPage {...said} />, 410)
}

/** Before a province is there, no page can say anything true. */
export const setUpFirst: MiddlewareHandler<Env> = async (c, next) => {
  const house = c.get("house")
  if (house.province === null) await house.refresh()
  if (house.province !== null) return next()
  const t = words[c.get("language")].waiting
  c.header("cache-control", "no-store")
  if (isForPrograms(c)) return problem(c, 503, { error: "not-set-up", detail: t.title })
  return c.html(<SaidPage frame={frameOf(c)} title={t.title} help={t.help} />, 503)
}
