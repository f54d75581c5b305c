import type { Ctx } from "./env.ts"

/** A page with a code, a secret or what somebody asked stays in no cache, and its address in no referrer. */
export function secretly(c: Ctx): void {
  c.header("cache-control", "no-store")
  c.header("referrer-policy", "no-referrer")
}
