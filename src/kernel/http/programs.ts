/** Each refusal that a program receives is a problem document (RFC 9457), whichever slice wrote it. */
import type { MiddlewareHandler } from "hono"
import type { Env } from "./env.ts"
import { isForPrograms, problem } from "./refusal.tsx"

export const programs: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  if (!isForPrograms(c) || c.res.status < 400) return
  if (c.res.headers.get("content-type")?.startsWith("application/json") !== true) return
  const said: unknown = await c.res.json()
  const members = typeof said === "object" && said !== null ? said : {}
  const error = "error" in members && typeof members.error === "string" ? members.error : "refused"
  const { status } = c.res
  c.res = problem(c, status, { ...members, error })
}
