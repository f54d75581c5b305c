/** Answers to what broke before it was a request: page or problem document of ours, written by hand where there is no response. */
import { STATUS_CODES } from "node:http"
import type { Hono, MiddlewareHandler } from "hono"
import type { Env } from "./env.ts"
import { type Refusal, refuse } from "./refusal.tsx"

export type Unreadable = Extract<Refusal, "address" | "broken" | "heads" | "slow">
const reasons: readonly string[] = ["address", "broken", "heads", "slow"] satisfies Unreadable[]
const isUnreadable = (value: unknown): value is Unreadable => reasons.includes(value as string)

/** Stands first: what the server could not read comes in by `pageForUnreadable`, without a route that it might have meant. */
export const unreadable: MiddlewareHandler<Env> = async (c, next) => {
  const env: unknown = c.env
  const why = typeof env === "object" && env !== null && "unreadable" in env ? env.unreadable : undefined
  return isUnreadable(why) ? refuse(c, why) : next()
}

/** The page with its status and headers. */
export async function pageForUnreadable(
  app: Hono<Env>,
  why: Unreadable,
  { isForPrograms = false } = {},
): Promise<Response> {
  return app.fetch(new Request(`http://localhost/${isForPrograms ? "api" : ""}`), { unreadable: why })
}

/** What Node says of a head that it could not parse, and whether it was meant for the programs' addresses. */
export function unreadableFrom(error: { code?: string | undefined; rawPacket?: Buffer | undefined }): {
  why: Unreadable
  isForPrograms: boolean
} {
  const isForPrograms = /^[A-Z]+ \/api[/? ]/.test(error.rawPacket?.toString("latin1", 0, 100) ?? "")
  if (error.code === "HPE_HEADER_OVERFLOW") return { why: "heads", isForPrograms }
  if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") return { why: "slow", isForPrograms }
  return { why: "broken", isForPrograms }
}

/** A whole HTTP/1.1 answer in bytes, for a connection that has no response object; it closes behind it. */
export async function rawAnswer(answer: Response): Promise<Buffer> {
  const body = Buffer.from(await answer.arrayBuffer())
  const heads = [...answer.headers]
    .filter(([name]) => name !== "content-length" && name !== "transfer-encoding")
    .map(([name, value]) => `${name}: ${value}`)
  const first = `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ""}`
  const head = [first, ...heads, `content-length: ${body.length}`, "connection: close", "", ""].join("\r\n")
  return Buffer.concat([Buffer.from(head, "latin1"), body])
}
