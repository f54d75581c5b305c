/**
 * The clerk's book of outgoing documents: every number that the body gave, with what it was given to (Nghị định
 * 30/2020/NĐ-CP, Phụ lục IV). A number has no hole: papers that are no document of the list, such as a hand-over, stand too.
 */
import { sql } from "kysely"
import { type Action, actions, can } from "../../accounts/index.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import type { DocumentKind } from "../write/model.ts"

export type BookRow = {
  number: number
  symbol: string
  datedOn: string
  /** Null: papers about a person, which this officer may not read; number and day stand alone. */
  subject: string | null
  documentId: string | null
  kind: DocumentKind | null
  signerName: string | null
  recipients: string[]
}
/** `year`: of the book; null for all. `text`: part of number, symbol or subject, with or without accents. */
export type BookAsked = { year: number | null; text: string; limit: number; offset: number }

/** A body gives some thousands in a year; a longer book is taken a year at a time. */
export const bookRowsMax = 20_000

/** Newest first. */
export async function readBook(
  desk: Desk,
  asked: BookAsked,
): Promise<{ rows: BookRow[]; total: number; years: number[] }> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const rows = await sql<BookRow & { total: string }>`
      select b.*, count(*) over () as total from (${lines(desk)}) b
      where (${asked.year}::int is null or extract(year from b.dated_on) = ${asked.year})
        and (${asked.text} = '' or strpos(plain_text(concat_ws('/', b.number, b.symbol) || ' ' || coalesce(b.subject, '')),
          plain_text(${asked.text})) > 0)
      order by b.dated_on desc, b.number desc limit ${asked.limit} offset ${asked.offset}`.execute(tx)
    const years = await sql<{
      year: number
    }>`select distinct year from document_numbers where body_id = current_body() order by year desc limit 50`.execute(
      tx,
    )
    const [first] = rows.rows
    return {
      rows: rows.rows.map(({ total: _, ...row }) => row),
      total: Number(first?.total ?? 0),
      years: years.rows.map(({ year }) => year),
    }
  })
}

/** The book as a file: that it was taken is journaled. */
export async function exportBook(desk: Desk, asked: Pick<BookAsked, "year" | "text">): Promise<BookRow[]> {
  const { rows } = await readBook(desk, { ...asked, limit: bookRowsMax, offset: 0 })
  await asOfficer(desk.house.db, desk.who, (tx) =>
    journal(tx, { what: "document.book-exported", details: { rows: rows.length, year: asked.year } }),
  )
  return rows
}

const casework: Action = "case.read"

function lines(desk: Desk) {
  const verbs = actions.filter((one) => can(desk.officer, one))
  const mayReadCases = verbs.includes(casework)
  return sql`
    select n.number, n.symbol, n.dated_on, d.id as document_id, d.kind,
      case when n.record_kind <> 'official-document' then case when ${mayReadCases} then n.subject end
        when d.read_by is null or d.read_by = any (${verbs}::text[]) then n.subject end as subject,
      case when d.read_by is null or d.read_by = any (${verbs}::text[]) then d.model #>> '{signatures,0,name}' end as signer_name,
      case when d.read_by is null or d.read_by = any (${verbs}::text[])
        then coalesce(d.model -> 'recipients', '[]') else '[]' end as recipients
    from document_numbers n
      left join official_documents d
        on d.id = case when n.record_kind = 'official-document' then n.record_id::uuid end and d.body_id = n.body_id
    where n.body_id = current_body()`
}
