/** Every statement about proposals and what hangs on them. Row security leaves those of the body, and those that were submitted to it. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Outcome, State } from "../domain/life.ts"
import type { KeptFigure, ProposalOption } from "../domain/matter.ts"

export type Proposal = {
  id: string
  bodyId: string
  bodyName: string
  title: string
  toBodyId: string | null
  toName: string
  problem: string
  fromReport: string | null
  state: State
  unaskedReason: string | null
  keeperId: string
  keeperName: string
  madeName: string
  madeAt: string
  submittedNumber: string | null
  submittedOn: string | null
}

const columns = sql`p.id, p.body_id, b.name as body_name, p.title, p.to_body_id, p.to_name, p.problem, p.from_report, p.state, p.unasked_reason,
  p.keeper_id, p.keeper_name, p.made_name, p.made_at, p.submitted_number, p.submitted_on`

export type NewProposal = {
  title: string
  toBodyId: string | null
  toName: string
  problem: string
  fromReport: string | null
  fromHash: string | null
  name: string
}

/** Null: the recommendation of that report was taken up before. */
export async function insertProposal(tx: Tx, { name, ...one }: NewProposal): Promise<string | null> {
  const made = await tx
    .insertInto("proposals")
    .values({ ...one, keeperName: name, madeName: name })
    .onConflict((oc) => oc.constraint("proposals_of_recommendation").doNothing())
    .returning("id")
    .executeTakeFirst()
  return made?.id ?? null
}

export type ListedProposal = Pick<
  Proposal,
  "id" | "bodyName" | "bodyId" | "title" | "toName" | "state" | "madeAt" | "submittedOn" | "fromReport"
> & { asked: number; answered: number; dueOn: string | null }

/** Open ones first. */
export async function listProposals(tx: Tx): Promise<ListedProposal[]> {
  const { rows } = await sql<ListedProposal>`
    select p.id, p.body_id, b.name as body_name, p.title, p.to_name, p.state, p.made_at, p.submitted_on, p.from_report,
      coalesce(r.asked, 0)::int as asked, coalesce(r.answered, 0)::int as answered, r.due_on
    from proposals p join bodies b on b.id = p.body_id
    left join lateral (select count(distinct q.to_body_id) as asked, count(distinct q.to_body_id) filter (where q.state = 'answered') as answered, max(q.due_on) filter (where q.state = 'asked') as due_on
      from proposal_requests q where q.proposal_id = p.id and q.body_id = p.body_id) r on true
    order by p.state in ('approved', 'partly', 'refused', 'withdrawn'), p.made_at desc, p.id limit 200`.execute(
    tx,
  )
  return rows
}

export async function findProposal(
  tx: Tx,
  id: string,
  { isLocked }: { isLocked: boolean },
): Promise<Proposal | null> {
  const { rows } = await sql<Proposal>`select ${columns} from proposals p join bodies b on b.id = p.body_id
    where p.id = ${id} ${isLocked ? sql`for update of p` : sql``}`.execute(tx)
  return rows[0] ?? null
}

/** The proposal that took up this recommendation; null: none did. */
export async function takenUp(tx: Tx, of: { fromReport: string; fromHash: string }): Promise<string | null> {
  const row = await tx
    .selectFrom("proposals")
    .select("id")
    .where("fromReport", "=", of.fromReport)
    .where("fromHash", "=", of.fromHash)
    .where("madeBody", "=", sql<string>`current_body()`)
    .executeTakeFirst()
  return row?.id ?? null
}

export type ProposalChange = Partial<{
  title: string
  toBodyId: string | null
  toName: string
  problem: string
  state: State
  unaskedReason: string
  submittedNumber: string
  submittedOn: string
}>

export async function changeProposal(tx: Tx, id: string, set: ProposalChange): Promise<void> {
  await tx.updateTable("proposals").set(set).where("id", "=", id).execute()
}

export type Snapshot = KeptFigure & { id: string; takenName: string }

export async function snapshotsOf(tx: Tx, proposalId: string): Promise<Snapshot[]> {
  const { rows } = await sql<Snapshot>`
    select id, figure, period, value::float8 as value, source, is_locked, taken_on, taken_name from proposal_snapshots
    where proposal_id = ${proposalId} order by taken_on, id limit 40`.execute(tx)
  return rows
}

/** Kept once a day; the same figure again on the same day changes nothing. */
export async function keepFigures(
  tx: Tx,
  { id, bodyId }: Pick<Proposal, "id" | "bodyId">,
  figures: readonly Omit<KeptFigure, "takenOn">[],
  name: string,
): Promise<void> {
  if (figures.length === 0) return
  await tx
    .insertInto("proposalSnapshots")
    .values(figures.map((one) => ({ ...one, proposalId: id, bodyId, takenName: name })))
    .onConflict((oc) => oc.constraint("proposal_snapshots_once").doNothing())
    .execute()
}

export async function dropFigure(tx: Tx, proposalId: string, id: string): Promise<boolean> {
  const done =
    await sql`delete from proposal_snapshots where id::text = ${id} and proposal_id = ${proposalId}`.execute(
      tx,
    )
  return Number(done.numAffectedRows ?? 0) === 1
}

export type KeptOption = ProposalOption & { id: string }

export async function optionsOf(tx: Tx, proposalId: string): Promise<KeptOption[]> {
  const { rows } = await sql<KeptOption>`select id, title, effects, cost, is_proposed from proposal_options
    where proposal_id = ${proposalId} order by made_at, id limit 12`.execute(tx)
  return rows
}

export async function addOption(
  tx: Tx,
  { id, bodyId }: Pick<Proposal, "id" | "bodyId">,
  one: ProposalOption,
): Promise<void> {
  if (one.isProposed) await proposeNone(tx, id)
  await tx
    .insertInto("proposalOptions")
    .values({ ...one, proposalId: id, bodyId })
    .execute()
}

/** One option is proposed, the others are weighed beside it. */
const proposeNone = (tx: Tx, proposalId: string) =>
  sql`update proposal_options set is_proposed = false where proposal_id = ${proposalId} and is_proposed`.execute(
    tx,
  )

export async function proposeOption(tx: Tx, proposalId: string, id: string): Promise<boolean> {
  await proposeNone(tx, proposalId)
  const done =
    await sql`update proposal_options set is_proposed = true where id::text = ${id} and proposal_id = ${proposalId}`.execute(
      tx,
    )
  return Number(done.numAffectedRows ?? 0) === 1
}

export async function dropOption(tx: Tx, proposalId: string, id: string): Promise<boolean> {
  const done =
    await sql`delete from proposal_options where id::text = ${id} and proposal_id = ${proposalId}`.execute(tx)
  return Number(done.numAffectedRows ?? 0) === 1
}

export type Decision = {
  outcome: Outcome
  number: string
  decidedOn: string
  note: string | null
  notedName: string
  notedBody: string
  notedAt: string
}

export async function decisionsOf(tx: Tx, proposalId: string): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select d.outcome, d.number, d.decided_on, d.note, d.noted_name, b.name as noted_body, d.noted_at
    from proposal_decisions d join bodies b on b.id = d.noted_body where d.proposal_id = ${proposalId} order by d.noted_at, d.id limit 20`.execute(
    tx,
  )
  return rows
}

export async function insertDecision(
  tx: Tx,
  { id, bodyId }: Pick<Proposal, "id" | "bodyId">,
  one: Pick<Decision, "outcome" | "number" | "decidedOn" | "note" | "notedName">,
): Promise<void> {
  await tx
    .insertInto("proposalDecisions")
    .values({ ...one, proposalId: id, bodyId })
    .execute()
}

export type ProposalEvent = {
  at: string
  what: string
  stateAfter: State
  byName: string
  note: string | null
}

export async function eventsOf(tx: Tx, proposalId: string): Promise<ProposalEvent[]> {
  const { rows } = await sql<ProposalEvent>`select at, what, state_after, by_name, note from proposal_events
    where proposal_id = ${proposalId} order by id limit 200`.execute(tx)
  return rows
}

export async function addEvent(
  tx: Tx,
  { id, bodyId }: Pick<Proposal, "id" | "bodyId">,
  event: { what: string; stateBefore: State; stateAfter: State; byName: string; note: string | null },
): Promise<void> {
  await tx
    .insertInto("proposalEvents")
    .values({ ...event, note: event.note?.slice(0, 4_000) ?? null, proposalId: id, bodyId })
    .execute()
}

export async function namesOfProposals(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from proposals where id = any (${[...ids]}::uuid[]) limit 500`.execute(tx)
  return rows
}
