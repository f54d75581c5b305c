/** What came with a form, and what was wrong with it at which field. */
import type { Ctx } from "../../kernel/http/env.ts"
import { type FieldSpec, faultsOf, type Values } from "../forms.ts"
import { formWords } from "../words-forms.ts"

export function errorsOf(c: Ctx, fields: readonly FieldSpec[], values: Values): Record<string, string> {
  const t = formWords[c.get("language")]
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const fault = faultsOf(fields, values)[name]
      return fault === undefined ? [] : [[name, t.faults[fault](t.fields[name])]]
    }),
  )
}
