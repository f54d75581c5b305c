/** What every request passes: an id, a log line without personal data, safe headers, limits, same origin. */
import { randomUUID } from "node:crypto"
import type { MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { compress } from "hono/compress"
import { getCookie, setCookie } from "hono/cookie"
import { secureHeaders } from "hono/secure-headers"
import type { House } from "../house.ts"
import { countRequest } from "../metrics.ts"
import type { Ctx, Env, Language } from "./env.ts"

/** Form bodies; uploads have their own streamed limit. */
export const formBytesMax = 2_000_000

export function withHouse(house: House): MiddlewareHandler<Env> {
  return async (c, next) => {
    c.set("house", house)
    c.set("officer", null)
    c.set("token", null)
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
  const secure = c.get("house").config.publicUrl?.startsWith("https:") ?? false
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
    for (const name of ["referrer-policy", "content-security-policy"]) {
      const value = c.res.headers.get(name)
      if (value !== null) own.set(name, value)
    }
  })
  for (const [name, value] of own) c.res.headers.set(name, value)
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"])

/**
 * A form of another site cannot act for who is signed in here: the browser itself says where a request comes
 * from (`Sec-Fetch-Site`, else `Origin`). A request with neither and no token is refused. The session cookie is
 * `SameSite=Lax` as well.
 */
export const sameOrigin: MiddlewareHandler<Env> = async (c, next) => {
  if (safeMethods.has(c.req.method) || c.req.header("authorization") !== undefined) return next()
  const site = c.req.header("sec-fetch-site")
  const origin = c.req.header("origin")
  const own =
    site === "same-origin" ||
    (site === undefined && origin !== undefined && hostOf(origin) === c.req.header("host"))
  if (!own)
    return c.text("Yêu cầu đến từ trang khác nên không được thực hiện. Mở lại trang này rồi thử lại.", 403)
  return next()
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : ""
}

export const limited: MiddlewareHandler<Env> = async (c, next) => {
  const isUpload = c.req.header("content-type")?.startsWith("multipart/form-data") === true
  if (isUpload) return next()
  return bodyLimit({
    maxSize: formBytesMax,
    onError: (ctx) =>
      ctx.text("Nội dung gửi lên quá lớn (tối đa 2 MB). Đính kèm tệp thay vì dán vào ô.", 413),
  })(c, next)
}

const press = compress({ encoding: "gzip", contentTypeFilter: /^text\/html/ })

/**
 * Pages that a visitor opens travel compressed: the portal is for cheap phones. The answer to a form, and any page of
 * somebody signed in, does not: where a stranger's words stand beside a secret, the length would tell of it (BREACH).
 */
export const pressed: MiddlewareHandler<Env> = async (c, next) => {
  const isVisitor = c.req.method === "GET" && c.req.header("cookie")?.includes("lp_session") !== true
  return isVisitor ? press(c, next) : next()
}
