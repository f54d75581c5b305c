import { randomBytes } from "node:crypto"
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import { asJob, type Database, openDatabase } from "../db/database.ts"
import { withClient, withDatabase } from "../db/prepare.ts"
import { getFile, passingOf, putFile, sha256Of } from "../files.ts"
import { journal } from "../journal.ts"
import { openKeys } from "../keys.ts"
import { sealJournal, verifyJournal } from "../seal.ts"
import { holdFiles } from "../sweep.ts"
import { demoClock, freshDatabase } from "../testing/database.ts"
import { houseOf } from "../testing/house.ts"
import { until } from "../testing/program.ts"
import { makeBackup } from "./make.ts"
import { readManifest, signManifest } from "./manifest.ts"
import { restoreBackup } from "./restore.ts"

const db = await freshDatabase()
const house = houseOf(db)
const server = inject("adminUrl")
const keysDir = inject("keysDir")
const place = mkdtempSync(join(tmpdir(), "lienphong-backup-"))
const good = join(place, "good")
const databases: string[] = []
afterAll(async () => {
  rmSync(place, { recursive: true, force: true })
  for (const name of databases)
    await withClient(server, (admin) => admin.query(`drop database if exists ${name} with (force)`))
})

const waiting = Buffer.from("Ảnh còn chờ bản sao của người không muốn giữ bản gốc")
const picture = Buffer.from("Ảnh chụp màn hình của người báo tin")
const write = (what: `${string}.${string}`) => asJob(db, "test", (tx) => journal(tx, { what }))

/** Where a province begins anew: an empty database of its server, an empty data folder. */
function elsewhere() {
  const name = `r_${randomBytes(6).toString("hex")}`
  databases.push(name)
  const dataDir = mkdtempSync(join(place, "data-"))
  const config = { ...house.config, databaseUrl: withDatabase(server, name), dataDir, keysDir }
  return { name, config, url: withDatabase(server, name) }
}

/** The place into which the good backup is restored once, for the tests that only look. */
const restored = elsewhere()

const copyOf = () => {
  const dir = join(mkdtempSync(join(place, "copy-")), "backup")
  cpSync(good, dir, { recursive: true })
  return dir
}
const exists = (name: string) =>
  withClient(server, async (admin) => {
    const found = await admin.query("select from pg_database where datname = $1", [name])
    return found.rowCount === 1
  })

/** Sealing waits for whoever else works on the same server: other test files do. */
const seal = (where: Database) =>
  until(async () => {
    await sealJournal(where, db.keys)
    return (await verifyJournal(where, db.keys)).unsealed === 0
  })

/** Every row of every table, and where each sequence stands, as text. */
async function everything(url: string): Promise<Record<string, unknown>> {
  return withClient(url, async (client) => {
    const all: Record<string, unknown> = {}
    const tables = await client.query(
      `select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    )
    for (const { name } of tables.rows) {
      const rows = await client.query(`select t::text as row from ${name} t order by 1`)
      if (name !== "schema_migrations") all[name] = rows.rows.map(({ row }) => row)
    }
    const sequences = await client.query("select sequencename, last_value from pg_sequences order by 1")
    return { ...all, sequences: sequences.rows }
  })
}

beforeAll(async () => {
  await putFile({ filesDir: house.filesDir, keys: db.keys }, picture)
  await putFile({ filesDir: passingOf(house.filesDir), keys: db.keys }, waiting)
  // A table in which row security is forced, with a value that COPY must escape.
  await db.admin(`insert into limit_counts values (E'a\\tb\\nc\\\\', now(), 3)`)
  for (let i = 0; i < 5; i += 1) await write("backup.tried")
  await seal(db)
  await makeBackup(house, db.adminUrl, good)
  await write("backup.later")
  await restoreBackup(restored.config, good)
})

describe("a backup", () => {
  test("holds every row of every table, also where row security is forced, and what came later not", async () => {
    const before = await everything(db.adminUrl)
    const after = await everything(restored.url)
    const later = (before.journal as string[]).filter((row) => row.includes("backup.later"))
    expect(later).toHaveLength(1)
    expect({ ...after, sequences: null }).toEqual({
      ...before,
      journal: (before.journal as string[]).filter((row) => !later.includes(row)),
      sequences: null,
    })
    expect(after.limit_counts).toHaveLength(1)
    const forced = await db.admin("select count(*)::int as n from pg_class where relforcerowsecurity")
    expect(forced.rows[0].n).toBeGreaterThan(50)
  })

  test("is whole again in another place: files open, the journal stands against the head in it, and goes on", async () => {
    const { journalHead } = readManifest(good).contents
    const other = openDatabase(restored.url, { keys: db.keys, clock: demoClock, poolMax: 2 })
    try {
      const store = { filesDir: join(restored.config.dataDir, "files"), keys: db.keys }
      expect(await getFile(store, sha256Of(picture))).toEqual(picture)
      expect(await verifyJournal(other, db.keys, journalHead)).toMatchObject({ ok: true, sealed: 5 })
      await asJob(other, "test", (tx) => journal(tx, { what: "backup.restored" }))
      await seal(other)
      expect(await verifyJournal(other, db.keys, journalHead)).toMatchObject({
        ok: true,
        sealed: 6,
        unsealed: 0,
      })
    } finally {
      await other.close()
    }
  })

  test("a picture of somebody who did not want its original kept, backed up before its copy was made, can be copied after the restore", async () => {
    const passing = passingOf(join(restored.config.dataDir, "files"))
    const name = `files/passing/${sha256Of(waiting).slice(0, 2)}/${sha256Of(waiting)}`
    expect(readManifest(good).contents.files.map((one) => one.name)).toContain(name)
    expect(await getFile({ filesDir: passing, keys: db.keys }, sha256Of(waiting))).toEqual(waiting)
    const release = holdFiles(passingOf(house.filesDir))
    await expect(makeBackup(house, db.adminUrl, join(place, "passing-held"))).rejects.toThrow(/Chạy lại sau/)
    release?.()
  })

  test("an entry that the old server had not sealed yet is sealed by the new one, whose transactions are fewer", async () => {
    const { config, url } = elsewhere()
    const dir = join(place, "unsealed")
    // Far ahead of any transaction of this server, as entries of a server that has worked for years are.
    await db.admin(`set session_replication_role = replica;
      insert into journal (xid, what) overriding system value values ('900000000000'::xid8, 'backup.far')`)
    await makeBackup(house, db.adminUrl, dir)
    await restoreBackup(config, dir)
    const other = openDatabase(url, { keys: db.keys, clock: demoClock, poolMax: 2 })
    try {
      expect(await verifyJournal(other, db.keys)).toMatchObject({ ok: true, unsealed: 1 })
      await seal(other)
      expect(await verifyJournal(other, db.keys)).toMatchObject({ ok: true, unsealed: 0 })
    } finally {
      await other.close()
      await db.admin("set session_replication_role = replica; delete from journal where what = 'backup.far'")
    }
  })

  test("opens to its owner only, holds no key, and says which it needs", async () => {
    expect(statSync(good).mode & 0o777).toBe(0o700)
    const said = readFileSync(join(good, "backup.json"), "utf8")
    for (const id of db.keys.ids()) expect(said).toContain(id)
    for (const name of readdirSync(keysDir).filter((one) => one.endsWith(".key")))
      expect(said).not.toContain(readFileSync(join(keysDir, name), "utf8").trim().slice(-40))
  })

  test("does not write into a folder that holds something: a second run is refused and changes nothing", async () => {
    const before = readFileSync(join(good, "backup.json"))
    await expect(makeBackup(house, db.adminUrl, good)).rejects.toThrow(/không trống/)
    expect(readFileSync(join(good, "backup.json"))).toEqual(before)
  })

  test("waits for nobody: while the sweep holds the files it is refused with a sentence", async () => {
    const release = holdFiles(house.filesDir)
    await expect(makeBackup(house, db.adminUrl, join(place, "held"))).rejects.toThrow(/Chạy lại sau/)
    release?.()
  })
})

describe("a restore writes nothing", () => {
  const parts = ["tables/public.journal.gz", "tables/graphile_worker._private_jobs.gz", "files"] as const
  test.each(parts)("from a backup of which %s was damaged, and names it", async (part) => {
    const { name, config } = elsewhere()
    const dir = copyOf()
    const inner = part === "files" ? (readdirSync(join(dir, "files"), { recursive: true }) as string[]) : []
    const path = join(dir, part, inner.find((one) => one.length > 60) ?? "")
    const bytes = readFileSync(path)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(path, bytes)
    await expect(restoreBackup(config, dir)).rejects.toThrow(new RegExp(`${part}.*bị hỏng`))
    rmSync(path)
    await expect(restoreBackup(config, dir)).rejects.toThrow(new RegExp(`Thiếu phần ${part}`))
    expect([await exists(name), readdirSync(config.dataDir)]).toEqual([false, []])
  })

  test("from a folder in which the backup never ended", async () => {
    const dir = copyOf()
    rmSync(join(dir, "backup.json"))
    await expect(restoreBackup(elsewhere().config, dir)).rejects.toThrow(/không có backup.json/)
  })

  test("from a list that was changed after it was signed", async () => {
    const dir = copyOf()
    const file = join(dir, "backup.json")
    writeFileSync(file, readFileSync(file, "utf8").replace('"rows":5', '"rows":4'))
    await expect(restoreBackup(elsewhere().config, dir)).rejects.toThrow(/đã bị sửa/)
  })

  test("with no keys, with another province's keys, or with a key of the same name and other bytes", async () => {
    const { config, name } = elsewhere()
    const absent = { ...config, keysDir: join(place, "no-keys") }
    await expect(restoreBackup(absent, good)).rejects.toThrow(/Không thấy thư mục khóa/)
    const others = join(place, "others")
    openKeys(others, { mayCreate: true })
    await expect(restoreBackup({ ...config, keysDir: others }, good)).rejects.toThrow(/cần khóa/)
    const forged = join(place, "forged")
    cpSync(keysDir, forged, { recursive: true })
    const [identity = ""] = readdirSync(forged).filter((one) => one.startsWith("identity."))
    writeFileSync(join(forged, identity), randomBytes(32).toString("hex"))
    await expect(restoreBackup({ ...config, keysDir: forged }, good)).rejects.toThrow(
      /identity.*không phải khóa/,
    )
    expect(await exists(name)).toBe(false)
  })

  test("from a newer program's backup", async () => {
    const dir = copyOf()
    const file = join(dir, "backup.json")
    const { contents } = JSON.parse(readFileSync(file, "utf8"))
    contents.migrations.push("9999-later-version.sql")
    writeFileSync(file, signManifest(contents, db.keys))
    await expect(restoreBackup(elsewhere().config, dir)).rejects.toThrow(/9999-later-version.sql/)
  })

  test("over a database that holds something, or over files of another", async () => {
    const before = await everything(restored.url)
    await expect(restoreBackup(restored.config, good)).rejects.toThrow(/đã có dữ liệu/)
    expect(await everything(restored.url)).toEqual(before)
    const second = elsewhere()
    await putFile({ filesDir: join(second.config.dataDir, "files"), keys: db.keys }, Buffer.from("tệp khác"))
    await expect(restoreBackup(second.config, good)).rejects.toThrow(/không thuộc bản sao lưu/)
  })
})

test("a restore that was killed is begun anew by the next", async () => {
  const { name, config, url } = elsewhere()
  await withClient(server, async (admin) => {
    await admin.query(`create database ${name} template template0`)
    await admin.query(`comment on database ${name} is 'lienphong: restore unfinished'`)
  })
  await withClient(url, (client) => client.query("create table half_there (id int)"))
  await restoreBackup(config, good)
  const left = await withClient(url, (client) => client.query("select to_regclass('half_there') as half"))
  expect(left.rows).toEqual([{ half: null }])
})
