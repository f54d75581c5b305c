import type { Ctx } from "./env.ts"

/** The fields of a form without its files; of a repeated field the last. */
export async function fieldsOf(c: Ctx): Promise<Record<string, string>> {
  return textsOf(await c.req.parseBody())
}

export function textsOf(body: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  )
}
