import type { Ctx } from "../../kernel/http/env.ts"

/** The fields of a form without files; of a repeated field the last. */
export async function fieldsOf(c: Ctx): Promise<Record<string, string>> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  )
}

/** A page with a receipt code stays in no cache and in no referrer. */
export function secretly(c: Ctx): void {
  c.header("cache-control", "no-store")
  c.header("referrer-policy", "no-referrer")
}
