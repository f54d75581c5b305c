/** Invitations to go along with a check, and the members whom another body sends. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Matter } from "../domain/code.ts"
import type { Member } from "./details.ts"

export type InvitationState = "asked" | "accepted" | "declined" | "withdrawn"
export type Invitation = {
  id: string
  inspectionId: string
  bodyId: string
  bodyName: string
  toBodyId: string
  toBodyName: string
  code: string
  subject: string
  matter: Matter
  plannedOn: string
  note: string
  askedName: string
  askedAt: string
  state: InvitationState
  reason: string | null
  answeredName: string | null
  answeredAt: string | null
}

const columns = sql`v.id, v.inspection_id, v.body_id, b.name as body_name, v.to_body_id, t.name as to_body_name, v.code, v.subject, v.matter,
  v.planned_on, v.note, v.asked_name, v.asked_at, v.state, v.reason, v.answered_name, v.answered_at`
const joined = sql`inspection_invitations v join bodies b on b.id = v.body_id join bodies t on t.id = v.to_body_id`

export async function invitationsOf(tx: Tx, inspectionId: string): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`select ${columns} from ${joined}
    where v.inspection_id = ${inspectionId} order by v.asked_at, v.id limit 20`.execute(tx)
  return rows
}

export async function findInvitation(tx: Tx, id: string): Promise<Invitation | null> {
  const { rows } = await sql<Invitation>`select ${columns} from ${joined} where v.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** Invitations that wait for the answer of the acting body. */
export async function invitationsWaiting(tx: Tx): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`select ${columns} from ${joined}
    where v.to_body_id = current_body() and v.state = 'asked' order by v.planned_on, v.id limit 50`.execute(
    tx,
  )
  return rows
}

/** Null: that body was asked before. Who asks holds the check, so that no two ask at once. */
export async function insertInvitation(
  tx: Tx,
  one: Pick<
    Invitation,
    "inspectionId" | "toBodyId" | "code" | "subject" | "matter" | "plannedOn" | "note" | "askedName"
  >,
): Promise<string | null> {
  const before = await tx
    .selectFrom("inspectionInvitations")
    .select("id")
    .where("inspectionId", "=", one.inspectionId)
    .where("toBodyId", "=", one.toBodyId)
    .executeTakeFirst()
  if (before !== undefined) return null
  const { id } = await tx
    .insertInto("inspectionInvitations")
    .values(one)
    .returning("id")
    .executeTakeFirstOrThrow()
  return id
}

/** False: it was answered before, or withdrawn. */
export async function answerInvitation(
  tx: Tx,
  id: string,
  answer: { state: "accepted" | "declined"; reason: string | null; answeredName: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("inspectionInvitations")
    .set({ ...answer, answeredAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .where("state", "=", "asked")
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

/** The plan went on, or ended: what was not answered asks nobody any more. */
export async function withdrawInvitations(tx: Tx, inspectionId: string): Promise<void> {
  await tx
    .updateTable("inspectionInvitations")
    .set({ state: "withdrawn" })
    .where("inspectionId", "=", inspectionId)
    .where("state", "=", "asked")
    .execute()
}

export async function insertJointMembers(
  tx: Tx,
  invitationId: string,
  members: readonly { name: string; title: string; declaredOn: string }[],
): Promise<void> {
  await tx
    .insertInto("inspectionJointMembers")
    .values(members.map((one) => ({ ...one, invitationId })))
    .execute()
}

/** Members whom other bodies send, each with their body. */
export async function jointMembersOf(tx: Tx, inspectionId: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select null::uuid as officer_id, m.name, m.title, b.name as of_body, false as is_head, m.declared_on
    from inspection_joint_members m join inspection_invitations v on v.id = m.invitation_id join bodies b on b.id = m.body_id
    where v.inspection_id = ${inspectionId} and v.state = 'accepted' order by b.name, m.id limit 60`.execute(
    tx,
  )
  return rows
}
