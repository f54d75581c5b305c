/** Exhibits, who held them, and the dossiers that were handed over. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import { localDateOf } from "../../kernel/time.ts"

export type Exhibit = {
  id: string
  position: number
  title: string
  kind: "file" | "thing"
  sha256: string | null
  mediaType: string | null
  bytes: number | null
  place: string | null
  /** The day on which it was taken, whenever it was entered. */
  takenOn: string
  addedAt: string
  addedName: string
  /** A picture that a tip brought: not masked, so shown to whom may read its raw text. */
  fromTip: boolean
}
export const exhibitsMax = 100

export async function exhibitsOf(tx: Tx, caseId: string): Promise<Exhibit[]> {
  const rows = await tx
    .selectFrom("caseExhibits")
    .select([
      "id",
      "position",
      "title",
      "kind",
      "sha256",
      "mediaType",
      "bytes",
      "place",
      "takenOn",
      "addedAt",
      "addedName",
      "fromTip",
    ])
    .where("caseId", "=", caseId)
    .orderBy("position")
    .limit(exhibitsMax)
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as Exhibit["kind"],
    bytes: row.bytes === null ? null : Number(row.bytes),
    takenOn: row.takenOn ?? localDateOf(new Date(row.addedAt)),
  }))
}

export async function addExhibit(
  tx: Tx,
  caseId: string,
  one: Pick<
    Exhibit,
    "title" | "kind" | "sha256" | "mediaType" | "bytes" | "place" | "takenOn" | "addedName" | "fromTip"
  >,
): Promise<string> {
  const made = await tx
    .insertInto("caseExhibits")
    .values({
      caseId,
      ...one,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from case_exhibits where case_id = ${caseId})`,
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  return made.id
}

export type Custody = {
  exhibitId: string
  at: string
  /** The day of the hand-over, whenever it was entered. */
  happenedOn: string
  fromWhom: string
  toWhom: string
  reason: string
  byName: string
  byBodyId: string
}

export async function custodyOf(tx: Tx, caseId: string): Promise<Custody[]> {
  const rows = await tx
    .selectFrom("caseCustody")
    .select(["exhibitId", "at", "happenedOn", "fromWhom", "toWhom", "reason", "byName", "byBodyId"])
    .where("caseId", "=", caseId)
    .orderBy("id")
    .limit(1_000)
    .execute()
  return rows.map((row) => ({ ...row, happenedOn: row.happenedOn ?? localDateOf(new Date(row.at)) }))
}

export async function addCustody(
  tx: Tx,
  one: {
    exhibitId: string
    caseId: string
    happenedOn: string
    fromWhom: string
    toWhom: string
    reason: string
    byName: string
  },
): Promise<void> {
  await tx.insertInto("caseCustody").values(one).execute()
}

export type Dossier = {
  transferId: string
  sha256: string
  bytes: number
  files: number
  madeAt: string
  madeName: string
  /** What was known of reporters when it was made (`SealsOfCase.mark`); empty: not noted. */
  seals: string
}

export async function dossiersOf(tx: Tx, caseId: string): Promise<Dossier[]> {
  const rows = await tx
    .selectFrom("caseDossiers")
    .select(["transferId", "sha256", "bytes", "files", "madeAt", "madeName", "sealsKeyed as seals"])
    .where("caseId", "=", caseId)
    .orderBy("madeAt", "desc")
    .limit(50)
    .execute()
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }))
}

/** False: another made it meanwhile; that one stands. */
export async function keepDossier(
  tx: Tx,
  {
    seals: sealsKeyed,
    ...one
  }: Pick<Dossier, "transferId" | "sha256" | "bytes" | "files" | "madeName" | "seals"> & {
    caseId: string
    keyId: string
  },
): Promise<boolean> {
  const done = await tx
    .insertInto("caseDossiers")
    .values({ ...one, sealsKeyed })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}
