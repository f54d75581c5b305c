import { listsOf } from "./body.ts"
import type { Ctx } from "./env.ts"

/** The fields of a form without its files; of a repeated field the last. Throws `Refused` (body.ts). */
export async function fieldsOf(c: Ctx): Promise<Record<string, string>> {
  return lastOf(await listsOf(c))
}

export function lastOf(lists: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.at(-1) ?? ""]))
}

export { listsOf }
