/** Requests to enterprises that name one thing. Row security leaves those that the acting body may see. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Asks } from "./others.ts"

export type RequestNaming = {
  id: string
  caseId: string
  asks: Asks
  enterpriseName: string
  askedAt: string
  /** The last answer for this thing alone; null: none yet. */
  answer: string | null
  doneAt: string | null
}

export async function requestsNaming(tx: Tx, target: string, limit: number): Promise<RequestNaming[]> {
  const found =
    await sql<RequestNaming>`select r.id, r.case_id, r.asks, b.name as enterprise_name, r.asked_at,
      coalesce(a.answer, r.answer) as answer, a.done_at
    from prevention_requests r join bodies b on b.id = r.enterprise_id
    left join lateral (select p.answer, p.done_at from prevention_answers p where p.request_id = r.id and p.target = ${target}
      order by p.id desc limit 1) a on true
    where r.targets @> array[${target}]::text[] and r.withdrawn_on is null
    order by r.asked_at desc, r.id limit ${limit}`.execute(tx)
  return found.rows
}
