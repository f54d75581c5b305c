/** Inside one body: its units, its posts, who signs for whom. Row security shows each body its own. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Delegation, DelegationForm, NewDelegation } from "../domain/delegation.ts"

const rowsMax = 500

export async function insertUnit(
  tx: Tx,
  unit: { bodyId: string; name: string; validFrom: string },
): Promise<string> {
  const { id } = await tx.insertInto("units").values(unit).returning("id").executeTakeFirstOrThrow()
  return id
}

/** Its last day; false where it is not there or has ended. */
export async function endUnit(tx: Tx, id: string, lastDay: string): Promise<boolean> {
  const ended = await tx
    .updateTable("units")
    .set({ validTo: lastDay })
    .where("id", "=", id)
    .where("validTo", "is", null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

export type Post = { id: string; title: string; officerName: string }

export async function postsOn(tx: Tx, bodyId: string, day: string): Promise<Post[]> {
  return tx
    .selectFrom("posts")
    .innerJoin("officers", "officers.id", "posts.officerId")
    .select(["posts.id", "posts.title", "officers.fullName as officerName"])
    .where("posts.bodyId", "=", bodyId)
    .where("posts.validFrom", "<=", day)
    .where((when) => when.or([when("posts.validTo", "is", null), when("posts.validTo", ">=", day)]))
    .orderBy("officers.fullName")
    .limit(rowsMax)
    .execute()
}

export type NamedDelegation = Delegation & { fromName: string; toName: string }

export async function delegationsOf(tx: Tx, bodyId: string): Promise<NamedDelegation[]> {
  const rows = await tx
    .selectFrom("delegations as d")
    .innerJoin("posts as f", "f.id", "d.fromPostId")
    .innerJoin("officers as fo", "fo.id", "f.officerId")
    .innerJoin("posts as t", "t.id", "d.toPostId")
    .innerJoin("officers as o", "o.id", "t.officerId")
    .select([
      "d.id",
      "d.fromPostId",
      "d.toPostId",
      "d.form",
      "d.scope",
      "d.basis",
      "d.validFrom",
      "d.validTo",
    ])
    .select(sql<string>`f.title || ' ' || fo.full_name`.as("fromName"))
    .select(sql<string>`t.title || ' ' || o.full_name`.as("toName"))
    .where("d.bodyId", "=", bodyId)
    .orderBy("d.validFrom", "desc")
    .orderBy("d.id", "desc")
    .limit(rowsMax)
    .execute()
  return rows.map((row) => ({ ...row, form: row.form as DelegationForm }))
}

/** Two who give at the same moment wait for each other, so that the rules see both. */
export async function lockDelegations(tx: Tx, bodyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`delegations ${bodyId}`}))`.execute(tx)
}

export async function insertDelegation(
  tx: Tx,
  delegation: NewDelegation & { bodyId: string },
): Promise<string> {
  const row = await tx.insertInto("delegations").values(delegation).returning("id").executeTakeFirstOrThrow()
  return row.id
}

export async function endDelegation(tx: Tx, id: string, lastDay: string): Promise<boolean> {
  const ended = await tx
    .updateTable("delegations")
    .set({ validTo: lastDay })
    .where("id", "=", id)
    .where((when) => when.or([when("validTo", "is", null), when("validTo", ">", lastDay)]))
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}
