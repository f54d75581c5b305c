/** Cases that a text names otherwise than by their title: whoever acted, a paper's number. Row security leaves what may be read. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

const soughtMax = 200
/** Fewer letters stand in too many names. */
const nameMin = 3

/** `offenderHash`: of the text, as an offender's papers are kept. An offender's name in any spelling of its accents, or the number of a record, a hearing or a decision. */
export async function casesNamed(tx: Tx, text: string, offenderHash: string | null): Promise<string[]> {
  const found = await sql<{ caseId: string }>`
    select case_id from (
      select case_id from case_acts
        where length(${text}) >= ${nameMin} and strpos(plain_text(offender_name), plain_text(${text})) > 0
      union
      select case_id from case_acts where offender_hash = ${offenderHash}
      union
      select case_id from paper_numbers where key = paper_number_key(${text})
        or strpos(${text}, '/') = 0 and split_part(key, '/', 1) = paper_number_key(${text})
    ) named limit ${soughtMax}`.execute(tx)
  return found.rows.map(({ caseId }) => caseId)
}
