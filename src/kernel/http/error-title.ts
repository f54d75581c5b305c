/** A page that comes back with errors says so first thing in its title (GOV.UK Design System, "Error summary"). */
import type { MiddlewareHandler } from "hono"
import type { Env } from "./env.ts"

const marks = { vi: "Lỗi", en: "Error" } as const

export const errorTitle: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const isPage = c.res.headers.get("content-type")?.startsWith("text/html") === true
  if (!isPage || c.res.status < 400 || c.res.status >= 500) return
  const html = await c.res.text()
  const hasSummary = html.includes('role="alert"')
  const mark = marks[c.get("language")]
  c.res = new Response(hasSummary ? html.replace("<title>", `<title>${mark}: `) : html, c.res)
}
