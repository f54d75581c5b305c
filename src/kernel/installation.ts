/** What this installation is: which province, and what its set-up said that the environment does not. One row or none. */
import { createHash } from "node:crypto"
import { sql } from "kysely"
import type { Config } from "./config.ts"
import { asJob, type Database, type Tx } from "./db/database.ts"
import type { Keys } from "./keys.ts"
import { type Commune, communeNamed, sayOwnCommunes } from "./outlines/communes.ts"
import { type Outlines, outlines } from "./outlines/outlines.ts"

/** `name` without its kind: "Hà Nội", "Lào Cai"; `code` as the state's list of provinces has it. */
export type Province = { code: string; name: string; kind: "tỉnh" | "thành phố" }

/** As official papers name its committee: "Ủy ban nhân dân tỉnh Lào Cai". */
export const committeeOf = ({ kind, name }: Province): string => `Ủy ban nhân dân ${kind} ${name}`

/** The province of a desk: nobody sits at one before the set-up is done. */
export function hereOf({ province }: { province: Province | null }): Province {
  if (province === null) throw new Error("the set-up is not done")
  return province
}

/** A number that the portal tells people to call. */
export type PublicNumber = { number: string; name: string; shownFor: "police" | "sim" | "other" }

export type Installation = {
  province: Province
  by: Way
  /** An origin ("https://lienphong.example"). */
  publicUrl: string | null
  /** `smtp://…`, kept sealed. */
  mailServer: string | null
  mailFrom: string | null
  backupDir: string | null
  keysCopiedTo: string | null
  /** Those that somebody compared with their source; null: this installation never said any (`data/reference/hotlines.csv`). */
  numbers: readonly PublicNumber[] | null
  crest: Crest | null
  /** The communes as the maps draw them; null: those of the repository's data, where it has the province. */
  outlines: Outlines | null
}

/** A PNG; `version` changes with it, so that a browser may keep what it has. */
export type Crest = { png: Uint8Array; version: string }

/** Null: the set-up is not done. */
export function readInstallation(db: Database, keys: Keys): Promise<Installation | null> {
  return asJob(db, "installation.read", async (tx) => {
    const row = await tx.selectFrom("installation").selectAll().executeTakeFirst()
    if (row === undefined) return null
    const numbers = await tx
      .selectFrom("publicNumbers")
      .select(["number", "name", "shownFor"])
      .where("checkedBy", "is not", null)
      .orderBy("number")
      .limit(200)
      .execute()
    const said = row.setUpBy === "pages" || row.setUpBy === "file" || numbers.length > 0
    if (row.setUpBy !== "data") sayOwnCommunes(row.provinceCode, await ownCommunes(tx, row.provinceCode))
    const kind = row.provinceKind === "thành phố" ? "thành phố" : "tỉnh"
    const { publicUrl, mailSealed, mailFrom, backupDir, keysCopiedTo } = row
    return {
      province: { code: row.provinceCode, name: row.provinceName, kind },
      by: row.setUpBy === "pages" || row.setUpBy === "file" ? row.setUpBy : "data",
      ...{ publicUrl, mailFrom, backupDir, keysCopiedTo },
      numbers: said
        ? numbers.map((one) => ({ ...one, shownFor: one.shownFor as PublicNumber["shownFor"] }))
        : null,
      crest: row.crest === null ? null : { png: row.crest, version: versionOf(row.crest) },
      // Kept by an earlier version in another shape: drawn again when the file is given again.
      outlines: outlines.safeParse(row.outlines).data ?? null,
      mailServer: mailSealed === null ? null : keys.open("credential", mailSealed).toString("utf8"),
    }
  })
}

/** The communes as the set-up took them, those proposed or those of a list, and as a reform has changed them since. */
async function ownCommunes(tx: Tx, province: string): Promise<Commune[]> {
  const rows = await tx
    .selectFrom("areas")
    .select(["code", "name"])
    .where("kind", "=", "commune")
    .where("parentCode", "=", province)
    .where("validTo", "is", null)
    .orderBy("code")
    .limit(communesMax)
    .execute()
  return rows.map(({ code, name }) => communeNamed(code, name))
}
/** More than any province has: Hà Nội had 579 before 2025. */
const communesMax = 1_000

const versionOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex").slice(0, 12)

/** By pages, by a file, or with the chart that the data bring along. */
export type Way = "pages" | "file" | "data"

export type Begun = { province: Province; by: Way } & Partial<
  Pick<Installation, "publicUrl" | "mailFrom" | "backupDir" | "keysCopiedTo" | "outlines"> & {
    mailSealed: Buffer | null
    crest: Buffer | null
  }
>

export const sealMailServer = (keys: Keys, url: string): Buffer =>
  keys.seal("credential", Buffer.from(url, "utf8"))

/** Completes the set-up: from this transaction's end on there is no other. Its province must be an area already. */
export async function beginInstallation(tx: Tx, begun: Begun): Promise<void> {
  const { province, by, outlines: drawn = null, ...settings } = begun
  await tx
    .insertInto("installation")
    .values({
      provinceCode: province.code,
      provinceName: province.name,
      provinceKind: province.kind,
      ...settings,
      outlines: drawn === null ? null : JSON.stringify(drawn),
      setUpBy: by,
    })
    .execute()
}

/** Whether the set-up is over, as the database says it. */
export async function isSetUp(tx: Tx): Promise<boolean> {
  const found = await sql<{ yes: boolean }>`select is_set_up() as yes`.execute(tx)
  return found.rows[0]?.yes ?? true
}

/** Whether somebody has answered a step of a set-up that is not over. */
export function isSetupBegun(db: Database): Promise<boolean> {
  return asJob(db, "installation.read", async (tx) => {
    const answer = await tx.selectFrom("setupAnswers").select("step").limit(1).executeTakeFirst()
    return answer !== undefined
  })
}

/** The environment's word stands before the set-up's. */
export function settledConfig(config: Config, installation: Installation | null): Config {
  return {
    ...config,
    publicUrl: config.publicUrl ?? installation?.publicUrl ?? null,
    smtpUrl: config.smtpUrl ?? installation?.mailServer ?? null,
    backupDir: config.backupDir ?? installation?.backupDir ?? null,
    mailFrom: config.mailFrom ?? installation?.mailFrom ?? null,
  }
}
