/**
 * Brings a backup back into an empty place, step by step: the list and the keys are checked, then every part, and only then
 * is anything written. The schema is made by the migrations that the backup's own database had run, the rows are loaded in one
 * transaction and read back against their checksums; later migrations run last, on the restored rows, as in any upgrade.
 *
 * A restore that breaks off leaves a database marked as unfinished: the next restore removes it and begins anew.
 */
import { createReadStream, existsSync } from "node:fs"
import { mkdir, readdir } from "node:fs/promises"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import { createGunzip } from "node:zlib"
import pg from "pg"
import type { Config } from "../config.ts"
import { type Cluster, startCluster } from "../db/cluster.ts"
import { migrationNames, prepareDatabase, withClient, withDatabase } from "../db/prepare.ts"
import { type Keys, keyNamesIn, openKeys } from "../keys.ts"
import { copyFile } from "./make.ts"
import { BackupError, type Contents, checkKeys, checkParts, readManifest } from "./manifest.ts"
import { inSnapshot, loading, quoted, readRows, schemaOf, setSequence, writeRows } from "./tables.ts"

/** Throws `BackupError`. Nothing is written until every part of the backup has been read and found whole. */
export async function restoreBackup(config: Config, dir: string): Promise<Contents> {
  const found = readManifest(dir)
  const { contents } = found
  const keys = keysThere(config.keysDir, contents)
  checkKeys(found, keys, config.keysDir)
  knowsMigrations(contents)
  await checkParts(dir, contents)
  await noOtherFiles(join(config.dataDir, "files"), contents)
  await mkdir(config.dataDir, { recursive: true })
  const cluster: Cluster | null = config.databaseUrl === null ? await startCluster(config.dataDir) : null
  try {
    const server = cluster?.adminUrl ?? config.databaseUrl ?? ""
    const name = cluster === null ? new URL(server).pathname.slice(1) || "lienphong" : "lienphong"
    await restoreInto(withDatabase(server, "postgres"), name, {
      dir,
      contents,
      keys,
      filesDir: join(config.dataDir, "files"),
    })
  } finally {
    await cluster?.stop()
  }
  return contents
}

type Restored = { dir: string; contents: Contents; keys: Keys; filesDir: string }

/** `serverUrl`: the administrator's, at any database of the server. */
export async function restoreInto(serverUrl: string, name: string, what: Restored): Promise<string> {
  const { dir, contents, keys, filesDir } = what
  await emptyDatabase(serverUrl, name)
  for (const one of contents.files)
    await copyFile(join(dir, one.name), join(filesDir, one.name.slice("files/".length)))
  const url = await prepareDatabase(serverUrl, name, keys, new Set(contents.migrations))
  await withClient(url, async (client) => {
    await sameSchema(client, contents)
    await load(client, dir, contents)
    await compare(client, contents)
    await setFree(client)
    await client.query(`alter database ${pg.escapeIdentifier(name)} owner to lp_owner`)
    await client.query(`comment on database ${pg.escapeIdentifier(name)} is null`)
  })
  return prepareDatabase(serverUrl, name, keys)
}

function keysThere(keysDir: string, { keys }: Contents): Keys {
  // Opening an empty folder would make new keys there, which fit nothing that is restored.
  if (!existsSync(keysDir))
    throw new BackupError(
      `Không thấy thư mục khóa ${keysDir}. Khóa không nằm trong bản sao lưu: chép thư mục khóa của máy chủ cũ vào đó (cần ${keys.ids.join(", ")}), hoặc đặt LIENPHONG_KEYS, rồi chạy lại.`,
    )
  const have = new Set(keyNamesIn(keysDir).map((name) => name.split(".")[1]))
  const missing = keys.ids.filter((id) => !have.has(id))
  if (missing.length > 0)
    throw new BackupError(
      `Bản sao lưu cần khóa ${missing.join(", ")} mà ${keysDir} không có. Chép thư mục khóa của máy chủ cũ vào đó, hoặc đặt LIENPHONG_KEYS, rồi chạy lại.`,
    )
  // Every key of the old server is here: a purpose without one came to the program after the backup was made.
  return openKeys(keysDir, { mayCreate: true })
}

function knowsMigrations({ migrations }: Contents): void {
  const known = new Set(migrationNames())
  const strange = migrations.filter((name) => !known.has(name))
  if (strange.length > 0)
    throw new BackupError(
      `Bản sao lưu do bản mới hơn của chương trình ghi (${strange.slice(0, 3).join(", ")}). Cài bản đó hoặc mới hơn rồi khôi phục.`,
    )
}

async function noOtherFiles(filesDir: string, { files }: Contents): Promise<void> {
  const known = new Set(files.map(({ name }) => name.slice("files/".length)))
  for (const path of await readdir(filesDir, { recursive: true }).catch(() => []))
    if (/^(?:passing\/)?[0-9a-f]{2}\/[0-9a-f]{64}$/.test(path) && !known.has(path))
      throw new BackupError(
        `${filesDir} đã có tệp không thuộc bản sao lưu. Khôi phục vào thư mục dữ liệu trống: đặt LIENPHONG_DATA khác, hoặc chuyển thư mục cũ đi nơi khác.`,
      )
}

const unfinished = "lienphong: restore unfinished"

/** Made and marked here. What somebody else has put into it is never removed. */
async function emptyDatabase(serverUrl: string, name: string): Promise<void> {
  const identifier = pg.escapeIdentifier(name)
  const state = await withClient(serverUrl, (admin) =>
    admin.query<{ mark: string | null }>(
      `select shobj_description(d.oid, 'pg_database') as mark from pg_database d where datname = $1`,
      [name],
    ),
  )
  const isThere = state.rows[0] !== undefined
  const isUnfinished = state.rows[0]?.mark === unfinished
  if (isThere && !isUnfinished) {
    const held = await withClient(withDatabase(serverUrl, name), (client) =>
      client.query(
        `select from pg_class c where c.relkind in ('r', 'p', 'v', 'S') and c.relnamespace in
           (select oid from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema')
         and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e') limit 1`,
      ),
    )
    if (held.rowCount !== 0)
      throw new BackupError(
        `Cơ sở dữ liệu ${name} đã có dữ liệu, nên không khôi phục đè lên. Dùng cơ sở dữ liệu trống (LIENPHONG_DATA hoặc DATABASE_URL khác).`,
      )
  }
  await withClient(serverUrl, async (admin) => {
    const may = await admin.query("select from pg_roles where rolname = current_user and rolsuper")
    if (may.rowCount === 0)
      throw new BackupError(
        "Khôi phục cần tài khoản quản trị (superuser) của PostgreSQL trong DATABASE_URL: nạp dữ liệu phải tạm tắt ràng buộc.",
      )
    if (isUnfinished) await admin.query(`drop database ${identifier} with (force)`)
    if (!isThere || isUnfinished) {
      await admin.query(`create database ${identifier} template template0`)
    }
    await admin.query(`comment on database ${identifier} is '${unfinished}'`)
  })
}

/** The queue's schema is its library's: rows of another of its versions would not fit. */
async function sameSchema(client: pg.Client, contents: Contents): Promise<void> {
  const { queueMigration } = await schemaOf(client)
  if (queueMigration !== contents.queueMigration)
    throw new BackupError(
      `Hàng đợi công việc của bản sao lưu ở bước ${contents.queueMigration}, của chương trình này ở bước ${queueMigration}. Khôi phục bằng đúng bản chương trình đã sao lưu, rồi mới nâng cấp.`,
    )
}

async function load(client: pg.Client, dir: string, contents: Contents): Promise<void> {
  await client.query(`begin; ${loading}`)
  try {
    // Migrations and the set-up write rows of their own; the backup has these rows as they had become.
    const all = contents.tables.map(({ schema, table }) => quoted(schema, table))
    await client.query(`truncate ${all.join(", ")}`)
    for (const table of contents.tables) {
      const rows = createGunzip()
      const reading = pipeline(createReadStream(join(dir, table.name)), rows)
      await Promise.all([reading, writeRows(client, table, rows)])
    }
    for (const sequence of contents.sequences) await setSequence(client, sequence)
    await client.query("commit")
  } catch (error) {
    // The transaction goes with the connection where the connection is what broke.
    await client.query("rollback").catch(() => {})
    throw error
  }
}

/** Every table gives the same bytes as it gave when it was copied: no row is missing, half there or changed. */
async function compare(client: pg.Client, contents: Contents): Promise<void> {
  await inSnapshot(client, async () => {
    for (const table of contents.tables) {
      const { rows, sha256 } = await readRows(client, table)
      if (rows !== table.rows || sha256 !== table.rowsSha256)
        throw new BackupError(
          `Bảng ${table.schema}.${table.table} sau khi nạp có ${rows} dòng, không giống ${table.rows} dòng trong bản sao lưu. Dừng lại: cơ sở dữ liệu chưa dùng được.`,
        )
    }
  })
}

/** What the old server held, and the new one cannot know. */
async function setFree(client: pg.Client): Promise<void> {
  // An entry that was not sealed yet bears the number of a transaction of the old server; the new server's sealing, which
  // waits until every earlier transaction has ended, would wait for it for good. Nothing has been signed about it yet. A job that ran there runs again, as after a crash.
  await client.query(`begin; set local session_replication_role = replica;
    update public.journal j set xid = pg_current_xact_id()
      where not exists (select from public.journal_seals s where s.journal_id = j.id);
    update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null;
    update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null; commit`)
}
