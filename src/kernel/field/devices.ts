/** Devices that hold a part of an officer: known by a key of their own, revoked when one is lost. */
import { sql } from "kysely"
import type { Tx } from "../db/database.ts"
import { announce, journal } from "../journal.ts"

export type FieldDevice = {
  key: string
  officerId: string
  officerName: string
  name: string
  madeAt: string
  revokedAt: string | null
  revokedName: string | null
}

const keyPattern = /^[0-9a-f]{32}$/
export const keysIn = (text: string): string[] =>
  text
    .split(",")
    .filter((one) => keyPattern.test(one))
    .slice(0, 50)

export async function revokedAmong(tx: Tx, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<{ key: string }>`select revoked_devices(${[...keys]}::text[]) as key`.execute(tx)
  return rows.map(({ key }) => key)
}

/** The device says who it is each time it is opened with network; a second time changes nothing. */
export async function noteDevice(
  tx: Tx,
  one: { key: string; name: string; officerName: string },
): Promise<void> {
  const made = await tx
    .insertInto("fieldDevices")
    .values({ ...one, name: one.name.slice(0, 200) || "?" })
    .onConflict((on) => on.column("key").doNothing())
    .executeTakeFirst()
  if (Number(made.numInsertedOrUpdatedRows) === 1)
    await journal(tx, { what: "field-device.made", record: { kind: "field-device", id: one.key } })
}

/** An officer's own, and for who keeps the accounts of the body all of it. */
export const devicesOf = (
  tx: Tx,
  { officerId, isAll }: { officerId: string; isAll: boolean },
): Promise<FieldDevice[]> =>
  tx
    .selectFrom("fieldDevices")
    .select(["key", "officerId", "officerName", "name", "madeAt", "revokedAt", "revokedName"])
    .$if(!isAll, (query) => query.where("officerId", "=", officerId))
    .orderBy("revokedAt", (by) => by.desc().nullsFirst())
    .orderBy("madeAt", "desc")
    .limit(200)
    .execute()

/** False: no such device of this officer or body, or it was revoked before. */
export async function revokeDevice(
  tx: Tx,
  key: string,
  by: { officerId: string; isAll: boolean; name: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("fieldDevices")
    .set({ revokedAt: sql<string>`acting_at()`, revokedName: by.name })
    .where("key", "=", key)
    .where("revokedAt", "is", null)
    .$if(!by.isAll, (query) => query.where("officerId", "=", by.officerId))
    .executeTakeFirst()
  if (Number(done.numUpdatedRows) !== 1) return false
  await announce(tx, { what: "field-device.revoked", record: { kind: "field-device", id: key }, details: {} })
  return true
}
