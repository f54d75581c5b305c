/** Requests for an opinion: of who asked all of them, of who was asked its own. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Matter } from "../domain/matter.ts"
import type { Proposal } from "./proposals.ts"

export const stances = ["agrees", "agrees-but", "objects"] as const
export type Stance = (typeof stances)[number]
export const takings = ["accepted", "partly", "explained"] as const
export type Taking = (typeof takings)[number]

export type OpinionRequest = {
  id: string
  bodyId: string
  bodyName: string
  proposalId: string
  toBodyId: string
  toBodyName: string
  title: string
  matter: Matter
  question: string
  dueOn: string
  askedName: string
  askedAt: string
  state: "asked" | "answered" | "closed"
  stance: Stance | null
  opinion: string | null
  answeredName: string | null
  answeredAt: string | null
  taken: Taking | null
  takenNote: string | null
  takenName: string | null
}

const columns = sql`r.id, r.body_id, b.name as body_name, r.proposal_id, r.to_body_id, t.name as to_body_name, r.title, r.matter, r.question, r.due_on,
  r.asked_name, r.asked_at, r.state, r.stance, r.opinion, r.answered_name, r.answered_at, r.taken, r.taken_note, r.taken_name`
const joined = sql`proposal_requests r join bodies b on b.id = r.body_id join bodies t on t.id = r.to_body_id`

export async function requestsOf(tx: Tx, proposalId: string): Promise<OpinionRequest[]> {
  const { rows } = await sql<OpinionRequest>`select ${columns} from ${joined}
    where r.proposal_id = ${proposalId} and r.body_id = current_body() order by r.asked_at, t.name, r.id limit 200`.execute(
    tx,
  )
  return rows
}

export async function findRequest(tx: Tx, id: string): Promise<OpinionRequest | null> {
  const { rows } = await sql<OpinionRequest>`select ${columns} from ${joined} where r.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

export type ListedRequest = Pick<
  OpinionRequest,
  "id" | "bodyName" | "title" | "dueOn" | "state" | "stance" | "answeredAt"
>

/** Those that others sent to the acting body; what waits comes first. */
export async function requestsToMe(tx: Tx): Promise<ListedRequest[]> {
  const { rows } = await sql<ListedRequest>`
    select r.id, b.name as body_name, r.title, r.due_on, r.state, r.stance, r.answered_at
    from proposal_requests r join bodies b on b.id = r.body_id where r.to_body_id = current_body()
    order by r.state <> 'asked', r.due_on desc, r.id limit 100`.execute(tx)
  return rows
}

/** One row a body: a consultation begins once the one before has ended, so that none of them is still asked (`proposal_requests_once`). */
export async function insertRequests(
  tx: Tx,
  { id, bodyId, title }: Pick<Proposal, "id" | "bodyId" | "title">,
  toBodies: readonly string[],
  of: { matter: Matter; question: string; dueOn: string; askedName: string },
): Promise<void> {
  const matter = JSON.stringify(of.matter)
  await sql`insert into proposal_requests (body_id, proposal_id, to_body_id, title, matter, question, due_on, asked_name)
    select ${bodyId}::uuid, ${id}::uuid, t, ${title}, ${matter}::jsonb, ${of.question}, ${of.dueOn}::date, ${of.askedName}
    from unnest(${[...toBodies]}::uuid[]) as t`.execute(tx)
}

/** False: it was answered before, or the consultation ended. */
export async function answerRequest(
  tx: Tx,
  id: string,
  one: { stance: Stance; opinion: string | null; name: string },
): Promise<boolean> {
  const done =
    await sql`update proposal_requests set state = 'answered', stance = ${one.stance}, opinion = ${one.opinion},
    answered_name = ${one.name}, answered_at = acting_at() where id = ${id} and to_body_id = current_body() and state = 'asked'`.execute(
      tx,
    )
  return Number(done.numAffectedRows ?? 0) === 1
}

/** What was not answered is not answered any more. */
export async function closeRequests(tx: Tx, proposalId: string): Promise<void> {
  await sql`update proposal_requests set state = 'closed' where proposal_id = ${proposalId} and state = 'asked'`.execute(
    tx,
  )
}

export async function takeOpinion(
  tx: Tx,
  proposalId: string,
  one: { requestId: string; taken: Taking; note: string | null; name: string },
): Promise<boolean> {
  const done =
    await sql`update proposal_requests set taken = ${one.taken}, taken_note = ${one.note}, taken_name = ${one.name}, taken_at = acting_at()
    where id::text = ${one.requestId} and proposal_id = ${proposalId} and body_id = current_body() and state = 'answered'`.execute(
      tx,
    )
  return Number(done.numAffectedRows ?? 0) === 1
}

/** Opinions that wait for this body to give them, and consultations of its own that are past their day. */
export async function countForMe(
  tx: Tx,
  today: string,
): Promise<{ toAnswer: number; late: number; over: number; decide: number }> {
  const { rows } = await sql<{ toAnswer: number; late: number; over: number; decide: number }>`select
    (select count(*)::int from proposal_requests r where r.to_body_id = current_body() and r.state = 'asked') as to_answer,
    (select count(*)::int from proposal_requests r where r.to_body_id = current_body() and r.state = 'asked' and r.due_on < ${today}::date) as late,
    (select count(*)::int from proposals p where p.body_id = current_body() and p.state = 'consulting' and not exists (
      select from proposal_requests r where r.proposal_id = p.id and r.state = 'asked' and r.due_on >= ${today}::date)) as over,
    (select count(*)::int from proposals p where p.to_body_id = current_body() and p.state = 'submitted') as decide`.execute(
    tx,
  )
  return rows[0] ?? { toAnswer: 0, late: 0, over: 0, decide: 0 }
}
