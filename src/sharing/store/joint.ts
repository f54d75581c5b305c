/** Joint actions. Row security leaves those that the body leads or takes part in. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { JointAnswer, JointState } from "../domain/joint.ts"

export type JointRow = {
  id: string
  bodyId: string
  bodyName: string
  title: string
  what: string
  dueOn: string
  state: JointState
  madeName: string
  madeAt: string
  endedAt: string | null
  endedName: string | null
  outcome: string | null
}
export type JointBody = {
  bodyId: string
  name: string
  answer: JointAnswer | null
  note: string | null
  answeredAt: string | null
  answeredName: string | null
}

export async function insertJoint(
  tx: Tx,
  {
    bodies,
    ...one
  }: { title: string; what: string; dueOn: string; madeName: string; bodies: readonly string[] },
): Promise<string> {
  const { id } = await tx.insertInto("jointActions").values(one).returning("id").executeTakeFirstOrThrow()
  const rows = [...new Set(bodies)].map((toBodyId) => ({ actionId: id, toBodyId }))
  await tx.insertInto("jointActionBodies").values(rows).execute()
  return id
}

const columns = sql`a.id, a.body_id, b.name as body_name, a.title, a.what, a.due_on, a.state, a.made_name, a.made_at, a.ended_at,
  a.ended_name, a.outcome`

export async function readJointRow(tx: Tx, id: string): Promise<JointRow | null> {
  const { rows } =
    await sql<JointRow>`select ${columns} from joint_actions a join bodies b on b.id = a.body_id where a.id = ${id}`.execute(
      tx,
    )
  return rows[0] ?? null
}

export type JointListed = JointRow & { bodies: number; done: number }

/** What is open first, the nearest day on top. */
export async function listJoint(
  tx: Tx,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: JointListed[]; total: number }> {
  const { rows } = await sql<JointListed & { total: string }>`
    select ${columns}, (select count(*)::int from joint_action_bodies j where j.action_id = a.id) as bodies,
      (select count(*)::int from joint_action_bodies j where j.action_id = a.id and j.answer = 'done') as done, count(*) over () as total
    from joint_actions a join bodies b on b.id = a.body_id
    order by (a.state <> 'open'), a.due_on, a.id limit ${limit} offset ${offset}`.execute(tx)
  return { rows, total: Number(rows[0]?.total ?? 0) }
}

/** The leader reads all of them, a partner its own line. */
export async function jointBodies(tx: Tx, id: string): Promise<JointBody[]> {
  const { rows } =
    await sql<JointBody>`select j.to_body_id as body_id, b.name, j.answer, j.note, j.answered_at, j.answered_name
    from joint_action_bodies j join bodies b on b.id = j.to_body_id where j.action_id = ${id} order by b.name limit 500`.execute(
      tx,
    )
  return rows
}

/** False: it is not open, or the body takes no part in it. */
export async function answerJointRow(
  tx: Tx,
  id: string,
  said: { answer: JointAnswer; note: string | null; answeredName: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("jointActionBodies")
    .set({ ...said, answeredAt: sql<string>`acting_at()` })
    .where("actionId", "=", id)
    .where("toBodyId", "=", sql<string>`(select current_body())`)
    .where(sql<boolean>`exists (select from joint_actions a where a.id = action_id and a.state = 'open')`)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

export async function endJointRow(
  tx: Tx,
  id: string,
  how: { state: "done" | "dropped"; outcome: string; endedName: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("jointActions")
    .set({ ...how, endedAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .where("state", "=", "open")
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

export const jointNames = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom("jointActions")
    .select(["id", "title"])
    .where("id", "in", [...ids])
    .execute()
