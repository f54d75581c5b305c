/** Free text of cases beside the seals of their tips: what would carry a reporter's name into the file is sent back. */
import { type Ctx, deskOf } from "../../kernel/http/env.ts"
import { fieldsNamingReporter } from "../../signals/index.ts"
import { tipWords } from "../words-tips.ts"

type Words = Readonly<Record<string, string>>
type About = Parameters<typeof fieldsNamingReporter>[1]

/** By field, the sentence beside it; empty: no field holds a name, contact or number that lies sealed in these tips. */
export async function sealedWordsIn(c: Ctx, about: About, values: Words): Promise<Record<string, string>> {
  const named = await fieldsNamingReporter(deskOf(c), about, values)
  const sentence = tipWords[c.get("language")].namesReporter
  return Object.fromEntries(named.map((name) => [name, sentence]))
}
