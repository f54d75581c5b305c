/** Every word that people wrote into a case, by the place where it stands on the page. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

const ownPlaces = ["opening", "acts", "events", "exhibits", "requests", "papers"] as const
type OwnPlace = (typeof ownPlaces)[number]
/** Notes of a desk to itself stand with the desk of tips, which keeps it for cases too. */
export const places = [...ownPlaces, "notes"] as const
export type Place = (typeof places)[number]

/** Characters of one place at most: more than any case that people wrote holds. */
const charsMax = 1_000_000

/** Empty where the acting body may not see the case; of papers what their forms asked. */
export async function wordsOfCase(tx: Tx, caseId: string): Promise<Record<OwnPlace, string>> {
  const found = await sql<Record<OwnPlace, string | null>>`select
    (select title || ' ' || summary from cases where id = ${caseId}) as opening,
    (select string_agg(concat_ws(' ', offender_name, description), e'\n') from case_acts where case_id = ${caseId}) as acts,
    (select string_agg(concat_ws(' ', note, details::text), e'\n') from case_events where case_id = ${caseId}) as events,
    (select string_agg(words, e'\n') from (
      select concat_ws(' ', title, place) as words from case_exhibits where case_id = ${caseId}
      union all select concat_ws(' ', from_whom, to_whom, reason) from case_custody where case_id = ${caseId}) e) as exhibits,
    (select string_agg(concat_ws(' ', array_to_string(targets, ' '), basis, withdrawn_reason), e'\n')
      from prevention_requests where case_id = ${caseId}) as requests,
    (select string_agg(answers::text, e'\n') from case_papers where case_id = ${caseId}) as papers`.execute(
    tx,
  )
  const row = found.rows[0]
  const words = (place: OwnPlace) => (row?.[place] ?? "").slice(0, charsMax)
  return Object.fromEntries(ownPlaces.map((place) => [place, words(place)])) as Record<OwnPlace, string>
}
