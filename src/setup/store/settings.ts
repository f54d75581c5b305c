/** Changes of settings that were asked, and what stands now. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { NumberInput, SettingPart } from "../domain/plan.ts"

export type SealedChange = {
  id: string
  part: SettingPart
  sealed: Buffer
  needsSecond: boolean
  askedBy: string
  askedName: string
  askedAt: string
}

const columns = ["id", "part", "sealed", "needsSecond", "askedBy", "askedName", "askedAt"] as const

const waiting = (tx: Tx) =>
  tx
    .selectFrom("settingChanges")
    .select(columns)
    .where("appliedAt", "is", null)
    .where("withdrawnAt", "is", null)

/** As whoever may see them. */
export async function waitingChanges(tx: Tx): Promise<SealedChange[]> {
  const rows = await waiting(tx).where("agreedBy", "is", null).orderBy("askedAt").limit(10).execute()
  return rows.map(asChange)
}

/** As a job: agreed to, or in no need of it; locked. */
export async function changesToApply(tx: Tx): Promise<SealedChange[]> {
  const rows = await waiting(tx)
    .where((is) => is.or([is("agreedBy", "is not", null), is("needsSecond", "=", false)]))
    .orderBy("askedAt")
    .limit(10)
    .forUpdate()
    .execute()
  return rows.map(asChange)
}

type Row = Omit<SealedChange, "part" | "askedAt" | "needsSecond"> & {
  part: string
  askedAt: unknown
  needsSecond: boolean | null
}
const asChange = (row: Row): SealedChange => ({
  ...row,
  part: row.part as SettingPart,
  needsSecond: row.needsSecond ?? true,
  askedAt: new Date(String(row.askedAt)).toISOString(),
})

/** Null: another change of this part waits already. */
export async function insertChange(
  tx: Tx,
  change: { part: SettingPart; sealed: Buffer; askedName: string },
): Promise<string | null> {
  const row = await tx
    .insertInto("settingChanges")
    .values(change)
    .onConflict((on) => on.doNothing())
    .returning("id")
    .executeTakeFirst()
  return row?.id ?? null
}

export async function agreeToChange(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .updateTable("settingChanges")
    .set({ agreedBy: sql<string>`current_officer()`, agreedAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .where("agreedBy", "is", null)
    .where(sql<boolean>`asked_by <> current_officer()`)
    .returning("id")
    .executeTakeFirst()
  return row !== undefined
}

export async function withdrawChange(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .updateTable("settingChanges")
    .set({ withdrawnAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .where("agreedBy", "is", null)
    .returning("id")
    .executeTakeFirst()
  return row !== undefined
}

export async function markApplied(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable("settingChanges")
    .set({ appliedAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .execute()
}

/** As a job. With their sources, also those that nobody has checked. */
export async function allNumbers(tx: Tx): Promise<NumberInput[]> {
  const rows = await tx
    .selectFrom("publicNumbers")
    .select(["number", "name", "shownFor", "source", "checkedBy"])
    .orderBy("shownFor")
    .orderBy("number")
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, shownFor: row.shownFor as NumberInput["shownFor"] }))
}

export async function forgetNumbers(tx: Tx): Promise<void> {
  await tx.deleteFrom("publicNumbers").execute()
}

export type Kept =
  | {
      publicUrl: string | null
      mailSealed: Buffer | null
      mailFrom: string | null
    }
  | { backupDir: string | null; keysCopiedTo: string | null }

export async function putInstallation(tx: Tx, kept: Kept): Promise<void> {
  await tx.updateTable("installation").set(kept).execute()
}

/** As an administrator of the body that keeps the chart; for anybody else it is as if there were no row. */
export async function putPicture(
  tx: Tx,
  part: "crest" | "outlines",
  value: Buffer | object | null,
): Promise<void> {
  const kept = value === null || Buffer.isBuffer(value) ? value : JSON.stringify(value)
  const done = await tx
    .updateTable("installation")
    .set({ [part]: kept })
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n)
    throw new Error("the settings of the province are changed by who keeps the chart")
}
