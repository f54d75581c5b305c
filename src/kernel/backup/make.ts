/**
 * A backup made while the program serves: one snapshot of the database, then every file that a row of it names. A file is
 * in the store before its row is written, and nothing is swept meanwhile, so that each named file is there to be copied.
 */
import { createHash } from "node:crypto"
import { createReadStream, createWriteStream } from "node:fs"
import { chmod, mkdir, open, readdir, rename, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import type pg from "pg"
import { withClient } from "../db/prepare.ts"
import { passingOf } from "../files.ts"
import type { House } from "../house.ts"
import { type Head, sealJournal } from "../seal.ts"
import { holdFiles, missingFiles, putAllBack } from "../sweep.ts"
import {
  BackupError,
  type Contents,
  keysNeeded,
  manifestName,
  type Part,
  signManifest,
  type TablePart,
} from "./manifest.ts"
import { inSnapshot, readRows, schemaOf, sequencesOf, type Table, tablesOf } from "./tables.ts"

/** Two million entries: more than can wait, where the worker seals every minute. */
const sealBatchesMax = 1_000

export type Made = {
  rows: number
  files: number
  bytes: number
  missing: readonly string[]
  position: number
}

/** Throws `BackupError`; what was written until then stays, without `backup.json`, and cannot be restored by mistake. */
export async function makeBackup(house: House, adminUrl: string, dir: string): Promise<Made> {
  await emptyFolder(dir)
  await mkdir(house.filesDir, { recursive: true, mode: 0o700 })
  const release = holdStores(house.filesDir)
  try {
    await putAllBack(house.filesDir)
    await putAllBack(passingOf(house.filesDir))
    // What is sealed now can be checked after a restore against a head that was kept elsewhere.
    for (let batch = 0; batch < sealBatchesMax; batch += 1)
      if ((await sealJournal(house.db, house.keys)) === 0) break
    const database = await withClient(adminUrl, (client) =>
      inSnapshot(client, () => copyDatabase(client, dir)),
    )
    const files = [
      ...(await copyFiles(house.filesDir, join(dir, "files"))),
      ...(await copyFiles(passingOf(house.filesDir), passingOf(join(dir, "files")), "files/passing")),
    ]
    const missing = (await missingFiles(house.db, house.filesDir)).map(({ hash }) => hash)
    const contents: Contents = {
      format: 1,
      ...database,
      files,
      missingFiles: [...new Set(missing)],
      keys: keysNeeded(house.keys),
    }
    await writeWhole(join(dir, manifestName), signManifest(contents, house.keys))
    return sumOf(contents)
  } finally {
    release()
  }
}

/** Both stores: an original that waits for its copy is removed once the copy is made, and the snapshot says it waits. */
function holdStores(filesDir: string): () => void {
  const held = [filesDir, passingOf(filesDir)].map((one) => holdFiles(one))
  const release = () => {
    for (const one of held) one?.()
  }
  if (!held.includes(null)) return release
  release()
  throw new BackupError("Kho tệp đang được dọn hoặc một bản sao lưu khác đang chạy. Chạy lại sau vài phút.")
}

function sumOf({ tables, files, missingFiles, journalHead }: Contents): Made {
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  return {
    rows: sum(tables.map((one) => one.rows)),
    files: files.length,
    bytes: sum([...tables, ...files].map((one) => one.bytes)),
    missing: missingFiles,
    position: journalHead?.position ?? 0,
  }
}

/** Only its owner may look in: tips lie in it as they lie in the database. */
async function emptyFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  if ((await readdir(dir)).length > 0)
    throw new BackupError(`${dir} không trống. Chọn thư mục mới: một bản sao lưu không ghi đè lên bản khác.`)
  await chmod(dir, 0o700)
}

type DatabasePart = Pick<
  Contents,
  "takenAt" | "postgres" | "migrations" | "queueMigration" | "tables" | "sequences" | "journalHead"
>

async function copyDatabase(client: pg.Client, dir: string): Promise<DatabasePart> {
  const began = await client.query<{ at: string; version: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, current_setting('server_version') as version`,
  )
  const schema = await schemaOf(client)
  await mkdir(join(dir, "tables"), { mode: 0o700 })
  const tables: TablePart[] = []
  for (const table of await tablesOf(client)) tables.push(await copyTable(client, dir, table))
  // Sequences stand outside of snapshots: asked last, none is behind a row that was copied.
  const sequences = await sequencesOf(client)
  const { at: takenAt = "", version: postgres = "" } = began.rows[0] ?? {}
  return { takenAt, postgres, ...schema, tables, sequences, journalHead: await headOf(client) }
}

/** As the snapshot has it: a head signed a moment later would not be found after a restore. */
async function headOf(client: pg.Client): Promise<Head | null> {
  const found =
    await client.query<Head>(`select position::int, encode(hash, 'hex') as hash, key_id as "keyId",
      encode(signature, 'hex') as signature, to_char(signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "signedAt"
    from public.journal_heads order by position desc limit 1`)
  return found.rows[0] ?? null
}

async function copyTable(client: pg.Client, dir: string, table: Table): Promise<TablePart> {
  const name = `tables/${table.schema}.${table.table}.gz`
  const measured = measuring()
  const target = createWriteStream(join(dir, name), { flags: "wx", mode: 0o600, flush: true })
  const { rows, sha256: rowsSha256 } = await readRows(
    client,
    table,
    createGzip({ level: 4 }),
    measured.through,
    target,
  )
  return { ...table, ...measured.total(), name, rows, rowsSha256 }
}

/** Counts and hashes what goes through. */
function measuring(): { through: Transform; total(): Pick<Part, "bytes" | "sha256"> } {
  const hash = createHash("sha256")
  let bytes = 0
  const through = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece)
      bytes += piece.byteLength
      done(null, piece)
    },
  })
  return { through, total: () => ({ bytes, sha256: hash.digest("hex") }) }
}

/** Sealed as they lie there: the backup holds nothing that opens without the keys. */
export async function copyFiles(source: string, target: string, prefix = "files"): Promise<Part[]> {
  await mkdir(target, { recursive: true, mode: 0o700 })
  const parts: Part[] = []
  for (const folder of (await readdir(source)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort())
    for (const hash of (await readdir(join(source, folder)))
      .filter((name) => /^[0-9a-f]{64}$/.test(name))
      .sort()) {
      const name = `${folder}/${hash}`
      parts.push({ name: `${prefix}/${name}`, ...(await copyFile(join(source, name), join(target, name))) })
    }
  return parts
}

/** Written whole or not at all, and on disk when it is told. */
export async function copyFile(source: string, target: string): Promise<Pick<Part, "bytes" | "sha256">> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const { through, total } = measuring()
  const aside = `${target}.part`
  await pipeline(createReadStream(source), through, createWriteStream(aside, { mode: 0o600, flush: true }))
  await rename(aside, target)
  return total()
}

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text, { mode: 0o600, flush: true })
  await rename(`${path}.part`, path)
  const folder = await open(dirname(path))
  await folder.sync()
  await folder.close()
}
