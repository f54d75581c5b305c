import { type Ctx, deskOf } from "../../kernel/http/env.ts"
import { fieldsNaming, type RestsOn } from "../actions/naming.ts"
import { words } from "../words.ts"

/** By field, the sentence beside it; empty: nothing of a reporter stands in these words. */
export async function namedIn(
  c: Ctx,
  of: RestsOn,
  values: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const sentence = words[c.get("language")].namesReporter
  return Object.fromEntries((await fieldsNaming(deskOf(c), of, values)).map((name) => [name, sentence]))
}
