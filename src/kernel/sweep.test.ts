import { mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeEach, describe, expect, test } from "vitest"
import { getFile, putFile, sha256Of } from "./files.ts"
import { compareFiles, fileJobs, holdFiles, namedInDatabase, sweepFiles } from "./sweep.ts"
import { freshDatabase } from "./testing/database.ts"
import { houseOf } from "./testing/house.ts"

const db = await freshDatabase()
const house = houseOf(db)
const dir = mkdtempSync(join(tmpdir(), "lienphong-sweep-"))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
let store = { filesDir: dir, keys: db.keys }
let count = 0
beforeEach(() => {
  count += 1
  store = { filesDir: join(dir, String(count)), keys: db.keys }
})

const bytes = Buffer.from("Ảnh chụp màn hình của người báo tin")
const hash = sha256Of(bytes)
const pathOf = (name = hash) => join(store.filesDir, name.slice(0, 2), name)
const age = (path: string, hours: number) => {
  const at = new Date(Date.now() - hours * 3_600_000)
  utimesSync(path, at, at)
}
const keepOld = async (file = bytes) => {
  const { sha256 } = await putFile(store, file)
  age(pathOf(sha256), 25)
  return sha256
}
const nobody = () => Promise.resolve(new Set<string>())
const everybody = (hashes: readonly string[]) => Promise.resolve(new Set(hashes))
const isKept = async (sha256 = hash) => (await getFile(store, sha256)) !== null

describe("the sweep of the shared store", () => {
  test("removes what no row names after a day, and keeps what a row of anybody names", async () => {
    const other = await keepOld(Buffer.from("khác"))
    await keepOld()
    const named = (hashes: readonly string[]) =>
      Promise.resolve(new Set(hashes.filter((one) => one === other)))
    expect(await sweepFiles(store.filesDir, named)).toEqual({ removed: 1, parts: 0 })
    expect([await isKept(), await isKept(other)]).toEqual([false, true])
  })

  test("leaves alone what was kept within the day: its row may be on its way", async () => {
    await putFile(store, bytes)
    expect(await sweepFiles(store.filesDir, nobody)).toEqual({ removed: 0, parts: 0 })
    expect(await isKept()).toBe(true)
  })

  test("removes what uploads that broke off left half-written, not one that is under way", async () => {
    await putFile(store, bytes)
    for (const [name, hours] of [
      ["a.part", 7],
      ["b.part", 0],
    ] as const) {
      writeFileSync(join(store.filesDir, name), "x")
      age(join(store.filesDir, name), hours)
    }
    expect(await sweepFiles(store.filesDir, everybody)).toEqual({ removed: 0, parts: 1 })
    expect(readdirSync(store.filesDir)).toContain("b.part")
  })

  test("a citizen who sends the same picture just before it is taken aside keeps it", async () => {
    await keepOld()
    let asked = 0
    const named = async () => {
      if (++asked === 1) await putFile(store, bytes)
      return new Set<string>()
    }
    expect(await sweepFiles(store.filesDir, named)).toMatchObject({ removed: 0 })
    expect(await isKept()).toBe(true)
  })

  test("a citizen who sends the same picture just after it is taken aside keeps it", async () => {
    await keepOld()
    let asked = 0
    const named = async () => {
      if (++asked === 2) await putFile(store, bytes)
      return new Set<string>()
    }
    await sweepFiles(store.filesDir, named)
    expect(await isKept()).toBe(true)
    expect(readdirSync(join(store.filesDir, hash.slice(0, 2)))).toEqual([hash])
  })

  test("a row written while the file is aside brings it back", async () => {
    await keepOld()
    let asked = 0
    const named = (hashes: readonly string[]) => Promise.resolve(new Set(++asked === 2 ? hashes : []))
    expect(await sweepFiles(store.filesDir, named)).toMatchObject({ removed: 0 })
    expect(await isKept()).toBe(true)
  })

  test("what a sweep that was killed had taken aside is brought back", async () => {
    await keepOld()
    renameSync(pathOf(), `${pathOf()}.aside`)
    await sweepFiles(store.filesDir, everybody)
    expect(await isKept()).toBe(true)
  })

  test("removes nothing while a backup copies the files", async () => {
    await keepOld()
    const release = holdFiles(store.filesDir)
    expect(await sweepFiles(store.filesDir, nobody)).toBeNull()
    expect(await isKept()).toBe(true)
    release?.()
    expect(await sweepFiles(store.filesDir, nobody)).toMatchObject({ removed: 1 })
  })
})

describe("who names a file is asked of every table", () => {
  test("each column of hashes says whether it names a file", async () => {
    const columns = await db.admin("select holder::text, named, said from hash_columns()")
    const silent = columns.rows.filter((row) => !/^(?:file|file if .+|no file: .+)$/.test(String(row.said)))
    expect(columns.rows.length).toBeGreaterThan(10)
    expect(silent).toEqual([])
  })

  test("no column holds hashes under another name", async () => {
    const found = await db.admin(`select conrelid::regclass::text as holder, pg_get_constraintdef(oid) as rule
      from pg_constraint where contype = 'c' and pg_get_constraintdef(oid) ~ '[{]64[}]'`)
    const strange = found.rows.filter((row) => !/sha256|keyed|hash|\bkey\b/.test(String(row.rule)))
    expect(strange).toEqual([])
  })

  test("a column that a later slice adds is asked too; where it may not be read, nothing is removed", async () => {
    await db.admin("set role lp_owner; create table later_slice (file_sha256 text); reset role")
    await db.admin(`insert into later_slice values ('${hash}')`)
    await keepOld()
    await expect(sweepFiles(store.filesDir, namedInDatabase(db))).rejects.toThrow(/permission denied/)
    expect(await isKept()).toBe(true)
    await db.admin("grant select (file_sha256) on later_slice to lp_definer")
    expect(await sweepFiles(store.filesDir, namedInDatabase(db))).toMatchObject({ removed: 0 })
    expect(await isKept()).toBe(true)
    await db.admin("drop table later_slice")
    expect(await sweepFiles(store.filesDir, namedInDatabase(db))).toMatchObject({ removed: 1 })
  })

  test("the doctor lists a hash without its file, and a file without a row", async () => {
    await db.admin(
      "set role lp_owner; create table later_slice (file_sha256 text, is_kept boolean); reset role",
    )
    await db.admin("grant select on later_slice to lp_definer")
    await db.admin("comment on column later_slice.file_sha256 is 'file if is_kept'")
    const [lost, let_go] = ["1".repeat(64), "2".repeat(64)]
    await db.admin(`insert into later_slice values ('${lost}', true), ('${let_go}', false)`)
    const unnamed = await keepOld()
    expect(await compareFiles(db, store.filesDir)).toEqual({
      missing: [{ holder: "later_slice.file_sha256", hash: lost }],
      unnamed: [unnamed],
    })
    await db.admin("drop table later_slice")
  })

  test("the job run twice changes nothing the second time, and asks again while a backup runs", async () => {
    const jobs = fileJobs({ ...house, filesDir: store.filesDir })
    await keepOld()
    const release = holdFiles(store.filesDir)
    await jobs["files.sweep"]?.run({})
    expect(await isKept()).toBe(true)
    const again = await db.admin(
      "select run_at > now() as later from graphile_worker.jobs where key = 'files.sweep'",
    )
    expect(again.rows).toEqual([{ later: true }])
    release?.()
    await jobs["files.sweep"]?.run({})
    await jobs["files.sweep"]?.run({})
    expect(await isKept()).toBe(false)
  })
})
