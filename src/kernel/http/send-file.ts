import { create } from "content-disposition"
import type { Ctx } from "./env.ts"

export type SentFile = { name: string; type: string; how?: "inline" | "attachment" }

/**
 * A file leaves the house: saved under its name (RFC 6266, quotes and accents included), in no cache, taken for nothing
 * but its type, and in a sandbox, so that what came from outside runs nothing and loads nothing.
 */
export function sendFile(c: Ctx, bytes: Uint8Array | string, of: SentFile): Response {
  c.header("content-security-policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
  c.header("cache-control", "no-store")
  c.header("x-content-type-options", "nosniff")
  c.header("content-type", of.type)
  c.header("content-disposition", create(of.name, { type: of.how ?? "attachment" }))
  return c.body(typeof bytes === "string" ? bytes : Uint8Array.from(bytes))
}
