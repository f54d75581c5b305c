/** Who is asking, and may they: put before routes, never inside them. */
import type { MiddlewareHandler } from "hono"
import { getCookie } from "hono/cookie"
import type { Ctx, Env } from "../kernel/http/env.ts"
import { sessionCookie } from "../kernel/http/form-token.ts"
import { isForPrograms, problem } from "../kernel/http/problem.ts"
import { holderOf } from "./actions/sign-in.ts"
import { tokenHolderOf } from "./actions/tokens.ts"
import { signInThen } from "./paths.ts"
import { type Action, can, type Scope } from "./policy.ts"

/** Loaded when somebody is refused: commands use this slice and load no page. */
const unauthorized = async (c: Ctx) => (await import("../kernel/http/refusal.tsx")).refuse(c, "unauthorized")

/** Sets `officer` from the cookie, or `token` from a bearer token; never both. */
export const signedIn: MiddlewareHandler<Env> = async (c, next) => {
  const authorization = c.req.header("authorization")
  // A program that has said nothing of itself is told so before its body is looked at.
  if (authorization === undefined && c.req.path.startsWith("/api/v1/")) return unauthorized(c)
  // Another scheme on a page is that of a proxy in front of us, and says nothing about who asks.
  if (authorization === undefined || !(isForPrograms(c) || authorization.startsWith("Bearer "))) {
    const token = getCookie(c, sessionCookie)
    if (token !== undefined && !isForPrograms(c)) c.set("officer", await holderOf(c.get("house"), token))
    return next()
  }
  const bearer = /^Bearer ([\w-]{1,100})$/.exec(authorization)?.[1]
  const holder = bearer === undefined ? null : await tokenHolderOf(c.get("house"), bearer)
  if (holder === null) return unauthorized(c)
  c.set("token", holder)
  return next()
}

/** Reading sends to the sign-in page and back; a form is kept for who opened it, and answered with the sign-in page. */
export const requireOfficer: MiddlewareHandler<Env> = async (c, next) => {
  if (c.get("officer") !== null) {
    // What one officer sees must not come out of a shared machine's cache after they signed out.
    c.header("cache-control", "no-store")
    return next()
  }
  if (isForPrograms(c)) return unauthorized(c)
  if (c.req.method === "GET" || c.req.method === "HEAD") {
    const url = new URL(c.req.url)
    return c.redirect(signInThen(`${url.pathname}${url.search}`), 303)
  }
  const page = await (await import("../kernel/http/typed.tsx")).keepTyped(c)
  c.header("cache-control", "no-store")
  const { signedOutPage } = await import("./pages/render.tsx")
  return c.html(signedOutPage(c, page), 401)
}

/** Stands behind `requireOfficer`. */
export function allow(action: Action): MiddlewareHandler<Env> {
  return (c, next) => {
    const officer = c.get("officer")
    return officer !== null && can(officer, action) ? next() : refuse(c, action)
  }
}

/** Refusal is a page, and it says who can; programs read it as a problem. */
export async function refuse(c: Ctx, action: Action): Promise<Response> {
  if (isForPrograms(c)) return problem(c, 403, { error: "forbidden", action })
  // Somebody may have lost this right while they typed: a form with files, which only its route reads, is read here for its words.
  if (c.req.method === "POST" && c.get("sent") === undefined)
    await (await import("../kernel/http/typed.tsx")).readRefused(c)
  const { refusedPage } = await import("./pages/render.tsx")
  return c.html(refusedPage(c, action), 403)
}

/** For API routes: a token of a body with this scope. */
export function requireScope(scope: Scope): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = c.get("token")
    if (token === null) return unauthorized(c)
    if (!token.scopes.includes(scope)) return problem(c, 403, { error: "insufficient_scope", scope })
    return next()
  }
}
