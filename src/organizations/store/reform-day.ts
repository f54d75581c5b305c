/** What a reform writes on its day. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import { limits, type Move, type ReformPlan } from "../domain/reform.ts"

/** A body that ends keeps its row and its name: what was written to it still reads as it was written. */
export async function endBody(tx: Tx, bodyId: string, lastDay: string): Promise<void> {
  await tx
    .updateTable("bodies")
    .set({ validTo: lastDay })
    .where("id", "=", bodyId)
    .where((when) => when.or([when("validTo", "is", null), when("validTo", ">", lastDay)]))
    .execute()
}

export async function foundBodies(
  tx: Tx,
  plan: ReformPlan,
  slugs: ReadonlyMap<string, string>,
): Promise<void> {
  if (plan.foundings.length === 0) return
  const rows = plan.foundings.map((founding) => ({
    id: founding.id,
    slug: slugs.get(founding.id) ?? founding.id,
    name: founding.name,
    kind: founding.kind,
    validFrom: plan.reform.effectiveOn,
    source: plan.reform.basis,
  }))
  await tx.insertInto("bodies").values(rows).execute()
}

export async function joinGroups(
  tx: Tx,
  members: readonly { groupId: string; bodyId: string }[],
  validFrom: string,
): Promise<void> {
  if (members.length === 0) return
  await tx
    .insertInto("bodyGroupMembers")
    .values(members.map((member) => ({ ...member, validFrom })))
    .onConflict((on) => on.constraint("body_group_members_pkey").doNothing())
    .execute()
}

/** What the chart recorded already, under its own day, stays as it is. */
export async function recordSuccessions(tx: Tx, plan: ReformPlan): Promise<void> {
  const { basis, effectiveOn } = plan.reform
  for (const { beforeId, afterId, share } of plan.passings)
    await sql`insert into successions (body_before_id, body_after_id, share, effective_on, basis)
      select ${beforeId}, ${afterId}, ${share}, ${effectiveOn}, ${basis}
      where not exists (select from successions where body_before_id = ${beforeId} and body_after_id = ${afterId} and share = ${share})`.execute(
      tx,
    )
}

/** A body's whole that passed once may pass again, where something named the body later: the first time is kept. */
export async function recordMoves(tx: Tx, reformId: string, moves: readonly Move[]): Promise<void> {
  const rows = moves.flatMap(({ duty, to }) =>
    to.map((passing, place) => ({
      reformId,
      holder: duty.holder,
      dutyId: duty.id,
      title: duty.title,
      bodyBeforeId: duty.bodyId,
      bodyAfterId: passing.afterId,
      how: place === 0 ? "moved" : "copied",
    })),
  )
  // Within PostgreSQL's 65,535 parameters a statement.
  const rowsAtOnce = 2_000
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await tx
      .insertInto("reformMoves")
      .values(rows.slice(at, at + rowsAtOnce))
      .onConflict((on) => on.constraint("reform_moves_once").doNothing())
      .execute()
}

export type MoveDone = {
  holder: string
  dutyId: string
  title: string
  beforeId: string
  afterId: string
  how: string
}

/** As many as one reform can have moved, in the order in which they moved. */
export async function movesOf(tx: Tx, reformId: string): Promise<MoveDone[]> {
  return tx
    .selectFrom("reformMoves")
    .select(["holder", "dutyId", "title", "bodyBeforeId as beforeId", "bodyAfterId as afterId", "how"])
    .where("reformId", "=", reformId)
    .orderBy("id")
    .limit(limits.duties)
    .execute()
}

type Office = "isLead" | "keepsChart"

/** The two offices of the chart itself and who holds them, among these bodies. */
export async function officesOf(
  tx: Tx,
  bodyIds: readonly string[],
): Promise<{ id: string; isLead: boolean; keepsChart: boolean }[]> {
  if (bodyIds.length === 0) return []
  return tx
    .selectFrom("bodies")
    .select(["id", "isLead", "keepsChart"])
    .where("id", "in", bodyIds)
    .where((when) => when.or([when("isLead", "=", true), when("keepsChart", "=", true)]))
    .orderBy("name")
    .execute()
}

export async function passOffice(tx: Tx, office: Office, toBodyId: string): Promise<void> {
  await tx
    .updateTable("bodies")
    .set({ [office]: false })
    .where(office, "=", true)
    .execute()
  await tx
    .updateTable("bodies")
    .set({ [office]: true })
    .where("id", "=", toBodyId)
    .execute()
}
