import type { Tx } from "../../kernel/db/database.ts"

export type BodyFacts = {
  id: string
  shortName: string | null
  areaName: string | null
  isLead: boolean
  keepsChart: boolean
  source: string
  verified: boolean
}

export async function findBodyFacts(tx: Tx, slug: string): Promise<BodyFacts | null> {
  const row = await tx
    .selectFrom("bodies")
    .leftJoin("areas", "areas.code", "bodies.areaCode")
    .select([
      "bodies.id",
      "bodies.shortName",
      "areas.name as areaName",
      "bodies.isLead",
      "bodies.keepsChart",
      "bodies.source",
      "bodies.verified",
    ])
    .where("bodies.slug", "=", slug)
    .executeTakeFirst()
  return row ?? null
}

export type NewBody = { slug: string; name: string; kind: string; validFrom: string; source: string }

/** Null: a body of that address is there already. */
export async function insertBody(tx: Tx, body: NewBody, groupIds: readonly string[]): Promise<string | null> {
  const row = await tx
    .insertInto("bodies")
    .values(body)
    .onConflict((on) => on.constraint("bodies_slug").doNothing())
    .returning("id")
    .executeTakeFirst()
  if (row === undefined) return null
  const members = groupIds.map((groupId) => ({ groupId, bodyId: row.id, validFrom: body.validFrom }))
  if (members.length > 0) await tx.insertInto("bodyGroupMembers").values(members).execute()
  return row.id
}

export type Unit = { id: string; name: string; validFrom: string; validTo: string | null }
const unitsMax = 200

/** A body sees its own units only. */
export async function unitsOf(tx: Tx, bodyId: string): Promise<Unit[]> {
  return tx
    .selectFrom("units")
    .select(["id", "name", "validFrom", "validTo"])
    .where("bodyId", "=", bodyId)
    .orderBy("name")
    .limit(unitsMax)
    .execute()
}

export async function addBodyName(tx: Tx, bodyId: string, name: string): Promise<void> {
  await tx
    .insertInto("bodyNames")
    .values({ bodyId, name })
    .onConflict((on) => on.constraint("body_names_pkey").doNothing())
    .execute()
}

export async function removeBodyName(tx: Tx, bodyId: string, name: string): Promise<void> {
  await tx.deleteFrom("bodyNames").where("bodyId", "=", bodyId).where("name", "=", name).execute()
}
