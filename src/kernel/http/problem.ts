/** Answers for programs: a problem document instead of a page. It loads no page, so that commands may load who uses it. */
import { STATUS_CODES } from "node:http"
import type { Ctx } from "./env.ts"

/** RFC 9457. `error` is our own member: a short code that does not change with the language. */
export function problem(
  c: Ctx,
  status: number,
  members: Readonly<Record<string, unknown>> & { error: string },
): Response {
  if (status === 401) c.header("www-authenticate", 'Bearer realm="lienphong"')
  const document = { type: "about:blank", title: STATUS_CODES[status] ?? "", status, ...members }
  const text = JSON.stringify({ ...document, requestId: c.get("requestId") })
  return c.body(text, status as 400, { "content-type": "application/problem+json" })
}

export const isForPrograms = (c: Ctx): boolean => c.req.path === "/api" || c.req.path.startsWith("/api/")
