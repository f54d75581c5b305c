/** Rounds of a body, who is invited to them and how far each is. Row security leaves those of the acting body. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Invited } from "../domain/list.ts"

export type Round = {
  id: string
  bodyId: string
  bodyName: string
  course: string
  title: string
  closesOn: string
  pledge: string | null
  madeName: string
  madeAt: string
}
export type Counts = { invited: number; opened: number; passed: number; signed: number }
export type ListedRound = Round & Counts

const columns = sql`r.id, r.body_id as "bodyId", b.name as "bodyName", r.course, r.title, r.closes_on::text as "closesOn", r.pledge,
  r.made_name as "madeName", r.made_at as "madeAt"`

/** Passed and signed are those whose certificate, whose commitment, still holds on that day. */
const counts = (today: string) => sql`count(l.id)::int as invited, count(l.opened_at)::int as opened,
  count(*) filter (where exists (select from certificates c where c.learner_id = l.id and c.valid_until >= ${today}::date))::int as passed,
  count(*) filter (where exists (select from commitments m where m.learner_id = l.id and m.valid_until >= ${today}::date))::int as signed`

export async function listRounds(tx: Tx, today: string): Promise<ListedRound[]> {
  const { rows } = await sql<ListedRound>`select ${columns}, ${counts(today)}
    from course_rounds r join bodies b on b.id = r.body_id left join learners l on l.round_id = r.id and l.removed_at is null
    group by r.id, b.name order by r.closes_on desc, r.id desc limit 100`.execute(tx)
  return rows
}

export async function readRound(tx: Tx, id: string): Promise<Round | null> {
  const { rows } =
    await sql<Round>`select ${columns} from course_rounds r join bodies b on b.id = r.body_id where r.id = ${id}`.execute(
      tx,
    )
  return rows[0] ?? null
}

export async function namesOfRounds(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from course_rounds where id = any (${[...ids]}::uuid[]) limit 500`.execute(tx)
  return rows
}

export async function insertRound(
  tx: Tx,
  round: { course: string; title: string; closesOn: string; pledge: string | null; madeName: string },
): Promise<string> {
  const { id } = await tx.insertInto("courseRounds").values(round).returning("id").executeTakeFirstOrThrow()
  return id
}

/** Each with the keyed hash of its link. Those of the round that have the same name and place already are left out. */
export async function insertLearners(
  tx: Tx,
  roundId: string,
  invited: readonly (Invited & { id: string; receiptHash: string })[],
): Promise<number> {
  if (invited.length === 0) return 0
  const { rows } = await sql<{ id: string }>`insert into learners (id, round_id, name, place, receipt_hash)
    select n.id, ${roundId}::uuid, n.name, n.place, n.hash
    from unnest(${invited.map(({ id }) => id)}::uuid[], ${invited.map(({ name }) => name)}::text[],
      ${invited.map(({ place }) => place)}::text[], ${invited.map(({ receiptHash }) => receiptHash)}::text[]) as n (id, name, place, hash)
    where not exists (select from learners l where l.round_id = ${roundId}::uuid and l.removed_at is null
      and lower(l.name) = lower(n.name) and lower(coalesce(l.place, '')) = lower(coalesce(n.place, '')))
    returning id`.execute(tx)
  return rows.length
}

export type ListedLearner = {
  id: string
  name: string
  place: string | null
  openedAt: string | null
  tries: number
  best: number | null
  asked: number | null
  passedOn: string | null
  signedOn: string | null
  committedUntil: string | null
}

export async function learnersOf(tx: Tx, roundId: string): Promise<ListedLearner[]> {
  const { rows } =
    await sql<ListedLearner>`select l.id, l.name, l.place, l.opened_at as "openedAt", a.tries, a.best, a.asked,
      c.passed_on::text as "passedOn", m.signed_on::text as "signedOn", m.valid_until::text as "committedUntil"
    from learners l
    left join lateral (select count(*)::int as tries, max(right_of)::int as best, max(asked)::int as asked from course_attempts a
      where a.learner_id = l.id and a.ended_at is not null) a on true
    left join lateral (select passed_on from certificates c where c.learner_id = l.id order by passed_on desc limit 1) c on true
    left join lateral (select signed_on, valid_until from commitments m where m.learner_id = l.id order by signed_on desc limit 1) m on true
    where l.round_id = ${roundId} and l.removed_at is null order by l.name, l.id limit 2000`.execute(tx)
  return rows
}

/** How many hold a link of the round that was not taken back. */
export async function countLearners(tx: Tx, roundId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from learners
    where round_id = ${roundId} and removed_at is null`.execute(tx)
  return rows[0]?.n ?? 0
}

export async function removeLearner(tx: Tx, roundId: string, id: string): Promise<boolean> {
  const done =
    await sql`update learners set removed_at = acting_at() where id = ${id} and round_id = ${roundId} and removed_at is null`.execute(
      tx,
    )
  return Number(done.numAffectedRows ?? 0) === 1
}
