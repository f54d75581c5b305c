/** What came with a form, and what was wrong with it at which field. */
import type { Ctx } from "../../kernel/http/env.ts"
import { type FieldSpec, faultsOf, type Values } from "../forms.ts"
import { words } from "../words.ts"

export function errorsOf(c: Ctx, fields: readonly FieldSpec[], values: Values): Record<string, string> {
  const t = words[c.get("language")]
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const fault = faultsOf(fields, values)[name]
      return fault === undefined ? [] : [[name, t.faults[fault](t.fields[name])]]
    }),
  )
}

export async function valuesOf(c: Ctx): Promise<Record<string, string>> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  )
}
