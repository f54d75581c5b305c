/** What every request passes: an id, a log line without personal data, safe headers, same origin; what it sends is read in `body.ts`. */
import { randomUUID } from "node:crypto"
import type { MiddlewareHandler } from "hono"
import { compress } from "hono/compress"
import { getCookie, setCookie } from "hono/cookie"
import { matchedRoutes } from "hono/route"
import { secureHeaders } from "hono/secure-headers"
import type { House } from "../house.ts"
import { countRequest } from "../metrics.ts"
import { isStorable } from "../storable.ts"
import { listsOf, mayAct } from "./body.ts"
import type { Ctx, Env, Language } from "./env.ts"
import { sessionCookie } from "./form-token.ts"
import { isForPrograms, refuse } from "./refusal.tsx"
import { isSecureHere } from "./secure.ts"

export function withHouse(house: House): MiddlewareHandler<Env> {
  return async (c, next) => {
    c.set("house", house)
    c.set("officer", null)
    c.set("token", null)
    c.set("askedAt", house.clock.now().getTime())
    const asked = c.req.header("x-request-id") ?? ""
    c.set("requestId", /^[\w-]{8,64}$/.test(asked) ? asked : randomUUID())
    const asksFor = c.req.query("lang")
    c.set("language", languageOf(getCookie(c, "lang"), asksFor))
    if (asksFor !== undefined) rememberLanguage(c)
    c.header("x-request-id", c.get("requestId"))
    await next()
  }
}

/** The switch holds for the pages after it too. */
function rememberLanguage(c: Ctx): void {
  const secure = isSecureHere(c)
  setCookie(c, "lang", c.get("language"), { path: "/", maxAge: 31_536_000, sameSite: "Lax", secure })
}

function languageOf(cookie: string | undefined, query: string | undefined): Language {
  const wanted = query ?? cookie
  return wanted === "en" ? "en" : "vi"
}

/** Route pattern, status and time: never the query, an address or a name. */
export const logged: MiddlewareHandler<Env> = async (c, next) => {
  const began = performance.now()
  await next()
  const ms = Math.round(performance.now() - began)
  const route = c.req.routePath
  countRequest(c.req.method, route, c.res.status, ms / 1000)
  c.get("house").log.info(
    { requestId: c.get("requestId"), method: c.req.method, route, status: c.res.status, ms },
    "request",
  )
}

/** No inline script or style anywhere, so that an injected one does nothing. */
const safeHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    mediaSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    manifestSrc: ["'self'"],
  },
  referrerPolicy: "same-origin",
  xFrameOptions: "DENY",
  crossOriginOpenerPolicy: "same-origin",
  crossOriginResourcePolicy: "same-origin",
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
})

/** A page may be stricter than the rest: one with a receipt code gives no referrer, a file from outside is sandboxed. */
export const headers: MiddlewareHandler<Env> = async (c, next) => {
  const own = new Map<string, string>()
  await safeHeaders(c, async () => {
    await next()
    for (const name of ["referrer-policy", "content-security-policy", "permissions-policy"]) {
      const value = c.res.headers.get(name)
      if (value !== null) own.set(name, value)
    }
  })
  for (const [name, value] of own) c.res.headers.set(name, value)
  // A page that says who may show it inside theirs: the older header knows only "nobody".
  if (own.get("content-security-policy")?.includes("frame-ancestors *") === true)
    c.res.headers.delete("x-frame-options")
}

/**
 * A form of another site cannot act for who is signed in here. A browser of today says itself where a request comes from
 * (`Sec-Fetch-Site`, else `Origin`). Where it says nothing (old phones, plain http) or `null` (a page without
 * referrer), the token of the form proves it. A program has no cookie that could be used for another's purpose: `/api`
 * looks at its token only. The session cookie is `SameSite=Lax` as well.
 */
export const sameOrigin: MiddlewareHandler<Env> = async (c, next) => {
  if (!mayAct(c) || isForPrograms(c)) return next()
  const from = isOpenToOthers(c) ? "ours" : originOf(c)
  if (from === "another") return refuse(c, "otherSite")
  if (from === "unsaid") c.set("mustProve", true)
  // A form with files is read by its route, and gives no file and no field before its token is right. Any other is read
  // here, so that one whose route asks for none of its fields is refused all the same.
  const isMultipart = /^\s*multipart\//i.test(c.req.header("content-type") ?? "")
  if (!isMultipart) await listsOf(c)
  return next()
}

/**
 * Stands in front of a route that answers forms of any site: one that changes nothing and knows nobody. A browser sends no
 * cookie of ours with such a form (`SameSite=Lax`), so the answer is a stranger's.
 */
export const openToOtherSites: MiddlewareHandler<Env> = (_c, next) => next()

const isOpenToOthers = (c: Ctx) =>
  c.get("officer") === null && matchedRoutes(c).some(({ handler }) => handler === openToOtherSites)

function originOf(c: Ctx): "ours" | "another" | "unsaid" {
  const site = c.req.header("sec-fetch-site")
  const origin = c.req.header("origin") ?? "null"
  if (site === "same-origin") return "ours"
  if (site !== undefined && site !== "none") return "another"
  if (origin === "null") return "unsaid"
  const own = [c.req.header("host"), hostOf(c.get("house").config.publicUrl ?? "")]
  return own.includes(hostOf(origin)) ? (site === undefined ? "ours" : "unsaid") : "another"
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : ""
}

/** An address with control characters, or one that is not UTF-8, belongs to no page and reaches no statement. */
export const readableAddress: MiddlewareHandler<Env> = async (c, next) => {
  const { pathname, searchParams } = new URL(c.req.url)
  if (!isReadable(pathname)) return refuse(c, "address")
  return [...searchParams].flat().every(isStorable) ? next() : refuse(c, "characters")
}

function isReadable(pathname: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(pathname))
  } catch {
    // A per cent sign with something else than UTF-8 behind it.
    return false
  }
}

const press = compress({ encoding: "gzip", contentTypeFilter: /^text\/html/ })

/**
 * Pages that a visitor opens travel compressed: the portal is for cheap phones. The answer to a form, and any page of
 * somebody signed in, does not: where a stranger's words stand beside a secret, the length would tell of it (BREACH).
 */
export const pressed: MiddlewareHandler<Env> = async (c, next) => {
  const isVisitor = c.req.method === "GET" && c.req.header("cookie")?.includes(sessionCookie) !== true
  return isVisitor ? press(c, next) : next()
}
