/** What the public may ask the database: prints of things, never the things. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Published } from "../domain/published.ts"
import type { Hit } from "../domain/verdict.ts"

/** As many as the function looks at in one go. */
const askedMax = 200

/** `prints`: SHA-256 in hex. Only what is released to the public now is found. */
export async function hitsFor(tx: Tx, prints: readonly string[]): Promise<Hit[]> {
  const found: Hit[] = []
  for (let at = 0; at < prints.length; at += askedMax) {
    const bytes = prints.slice(at, at + askedMax).map((print) => Buffer.from(print, "hex"))
    const { rows } = await sql<Hit>`select encode(digest, 'hex') as digest, kind, trick, since::text as since,
      until::text as until, reports_range as reports, warning_code as "warningCode", contested
      from public_check(${bytes}::bytea[])`.execute(tx)
    found.push(...rows)
  }
  return found
}

const published = sql`code, title, looks_like as "looksLike", signs, what_to_do as "whatToDo", spoken, trick, severity, areas,
  expires_on::text as "expiresOn", state, (released_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "releasedOn",
  (recalled_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "recalledOn", recall_reason as "recallReason"`

export type WarningFilter = { trick: string; area: string; severity: string }
type Window = { limit: number; offset: number }

/** Row security shows the public what was released to it, and what has ended since. */
export async function publishedWarnings(
  tx: Tx,
  { trick, area, severity }: WarningFilter,
  { limit, offset }: Window,
): Promise<Published[]> {
  const { rows } = await sql<Published>`select ${published} from warnings
    where (${trick} = '' or trick = ${trick}) and (${area} = '' or ${area} = any (areas)) and (${severity} = '' or severity = ${severity})
    order by (state = 'released' and expires_on >= acting_on()) desc, released_at desc, code desc
    limit ${limit} offset ${offset}`.execute(tx)
  return rows
}

export async function publishedWarning(tx: Tx, code: number): Promise<Published | null> {
  const { rows } = await sql<Published>`select ${published} from warnings where code = ${code}`.execute(tx)
  return rows[0] ?? null
}

export type NamedIndicator = { kind: string; value: string; openDigits: number | null }

export async function indicatorsOfWarning(tx: Tx, code: number): Promise<NamedIndicator[]> {
  const { rows } = await sql<NamedIndicator>`select kind, value, open_digits as "openDigits"
    from public_warning_indicators(${code})`.execute(tx)
  return rows
}

/** What the filters offer: places and tricks of what was ever published. */
export async function filtersOfWarnings(tx: Tx): Promise<{ areas: string[]; tricks: string[] }> {
  const areas = await sql<{
    area: string
  }>`select distinct unnest(areas) as area from warnings limit 300`.execute(tx)
  const tricks = await sql<{
    trick: string
  }>`select distinct trick from warnings where trick is not null limit 100`.execute(tx)
  const vietnamese = new Intl.Collator("vi").compare
  return {
    areas: areas.rows.map(({ area }) => area).toSorted(vietnamese),
    tricks: tricks.rows.map(({ trick }) => trick),
  }
}

/** Prints of one kind that the public is warned of now, by their first five hex digits; at most 2,000. */
export async function printsBeginning(tx: Tx, kind: string, prefix: string): Promise<string[]> {
  const { rows } = await sql<{ print: string }>`select print from public_prints(${kind}, ${prefix})`.execute(
    tx,
  )
  return rows.map(({ print }) => print)
}
