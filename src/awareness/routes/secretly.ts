import type { Ctx } from "../../kernel/http/env.ts"

/** A page that a link alone opens stays in no cache and in no referrer. */
export function secretly(c: Ctx): void {
  c.header("cache-control", "no-store")
  c.header("referrer-policy", "no-referrer")
}
