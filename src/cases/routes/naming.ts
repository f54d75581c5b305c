/** Free text of cases beside the seals of their tips: what would carry a reporter's name into the file is sent back. */
import { type Ctx, deskOf } from "../../kernel/http/env.ts"
import { fieldsNamingReporter } from "../../signals/index.ts"
import { placesThatName } from "../actions/naming.ts"
import { tipWords } from "../words-tips.ts"

type Words = Readonly<Record<string, string>>
type About = Parameters<typeof fieldsNamingReporter>[1]

/** By field, the sentence beside it; empty: no field holds a name, contact or number that lies sealed in these tips. */
export async function sealedWordsIn(c: Ctx, about: About, values: Words): Promise<Record<string, string>> {
  const named = await fieldsNamingReporter(deskOf(c), about, values)
  const sentence = tipWords[c.get("language")].namesReporter
  return Object.fromEntries(named.map((name) => [name, sentence]))
}

/** What the desk of a tip is told where the tip's case names its reporter; null: it does not. */
export async function reporterNamedIn(
  c: Ctx,
  of: { caseId: string; signalId: string },
): Promise<string | null> {
  const places = await placesThatName(deskOf(c), of)
  const t = tipWords[c.get("language")]
  return places.length === 0 ? null : t.namesAlready(places.map((place) => t.places[place]).join(", "))
}
