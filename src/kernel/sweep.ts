/**
 * The one place that removes files from the shared store: those that no row names and that nobody touched for a while, and
 * what uploads left half-written.
 *
 * A row may come to name a file at the very moment in which it is swept. Who keeps a file sets its time to now and does so
 * before the row (`files.ts`); the sweep takes the file aside, and only then looks at its time and asks the rows once more.
 * Either the other one found the file gone and wrote it again, or the sweep sees the new time or the row, and puts it back.
 */
import { link, readdir, rename, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { sql } from "kysely"
import { asJob, type Database, type Tx } from "./db/database.ts"
import { passingOf } from "./files.ts"
import type { House } from "./house.ts"
import type { Keys } from "./keys.ts"
import { tryLock } from "./lock.ts"
import { enqueue, type JobList, type JobPayload } from "./queue.ts"

/** Longer than any request or job needs between a file and its row. */
export const graceMs = 24 * 3_600_000
/** An upload writes to its part until it ends; a form that waits for its other files holds it a little longer. */
const partGraceMs = 6 * 3_600_000
const batchMax = 2_000

/** Which of these hashes are named. */
export type Named = (hashes: readonly string[]) => Promise<ReadonlySet<string>>
export type Swept = { removed: number; parts: number }

/** By any row of any table, as the catalogue knows them (migration 0720). */
export function namedInDatabase(db: Database): Named {
  return (hashes) =>
    asJob(db, "files.sweep", async (tx) => {
      const found = await sql<{
        hash: string
      }>`select hash from named_hashes(${[...hashes]}::text[])`.execute(tx)
      return new Set(found.rows.map((row) => row.hash))
    })
}

/**
 * Held while the files are copied: nothing is removed meanwhile. Null: somebody else holds it (a backup, or the sweep).
 * The lock is a file beside them, `files.lock`, that names its process; one whose process is gone is free.
 */
export function holdFiles(filesDir: string): (() => void) | null {
  const lock = tryLock(filesDir, "files")
  return typeof lock === "function" ? lock : null
}

/** Null: a backup is running; ask again later. */
export async function sweepFiles(
  filesDir: string,
  named: Named,
  options: { graceMs?: number; only?: string } = {},
): Promise<Swept | null> {
  const release = holdFiles(filesDir)
  if (release === null) return null
  try {
    const before = Date.now() - (options.graceMs ?? graceMs)
    const parts = options.only === undefined ? await removeParts(filesDir) : 0
    let removed = 0
    for (const name of await foldersOf(filesDir)) {
      if (!(options.only ?? name).startsWith(name)) continue
      const folder = join(filesDir, name)
      await putLeftBack(folder)
      const old = (await oldFiles(folder, before)).filter((hash) => hash === (options.only ?? hash))
      for (let at = 0; at < old.length; at += batchMax)
        removed += await removeUnnamed(folder, old.slice(at, at + batchMax), named, before)
    }
    return { removed, parts }
  } finally {
    release()
  }
}

const aside = ".aside"

async function removeUnnamed(
  folder: string,
  hashes: readonly string[],
  named: Named,
  before: number,
): Promise<number> {
  const first = await named(hashes)
  const taken: string[] = []
  for (const hash of hashes) {
    if (first.has(hash)) continue
    if (await isThere(rename(join(folder, hash), join(folder, hash + aside)))) taken.push(hash)
  }
  return removeAside(folder, taken, named, before)
}

/** What was taken aside goes unless somebody wanted it meanwhile. */
async function removeAside(
  folder: string,
  hashes: readonly string[],
  named: Named,
  before: number,
): Promise<number> {
  let removed = 0
  const rows = await named(hashes)
  for (const hash of hashes) {
    const path = join(folder, hash + aside)
    // The time is looked at last: who sets it does so before writing the row.
    const isTouched = (await stat(path)).mtimeMs >= before
    if (rows.has(hash) || isTouched) await putBack(path, join(folder, hash))
    else removed += 1
    await rm(path, { force: true })
  }
  return removed
}

/** Written anew meanwhile: then the new one stays, it holds the same bytes. */
async function putBack(path: string, place: string): Promise<void> {
  await link(path, place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error
  })
}

/** For the one who holds the files: everything that a killed sweep had taken aside is in its place again. */
export async function putAllBack(filesDir: string): Promise<void> {
  for (const name of await foldersOf(filesDir)) await putLeftBack(join(filesDir, name))
}

/** What a sweep that was killed had taken aside. */
async function putLeftBack(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(aside)) continue
    await putBack(join(folder, name), join(folder, name.slice(0, -aside.length)))
    await rm(join(folder, name), { force: true })
  }
}

async function oldFiles(folder: string, before: number): Promise<string[]> {
  const old: string[] = []
  for (const name of await readdir(folder)) {
    if (!/^[0-9a-f]{64}$/.test(name)) continue
    const found = await stat(join(folder, name)).catch(() => null)
    if (found !== null && found.mtimeMs < before) old.push(name)
  }
  return old
}

const foldersOf = async (filesDir: string): Promise<string[]> =>
  (await readdir(filesDir).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name))

async function removeParts(filesDir: string): Promise<number> {
  const before = Date.now() - partGraceMs
  let removed = 0
  for (const folder of ["", ...(await foldersOf(filesDir))])
    for (const name of await readdir(join(filesDir, folder)).catch(() => [])) {
      if (!name.endsWith(".part")) continue
      const path = join(filesDir, folder, name)
      const found = await stat(path).catch(() => null)
      if (found === null || found.mtimeMs >= before) continue
      await rm(path, { force: true })
      removed += 1
    }
  return removed
}

/** A step of a file that another may have taken meanwhile. */
async function isThere(step: Promise<void>): Promise<boolean> {
  return step.then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false
      throw error
    },
  )
}

export type Missing = { holder: string; hash: string }

/** What a row names and the store lacks; an original that waits for its copy lies in the passing store. */
export async function missingFiles(db: Database, filesDir: string): Promise<Missing[]> {
  const rows = await asJob(db, "doctor", (tx) =>
    sql<Missing & { passing: boolean }>`select holder, hash, false as passing from file_hashes()
      union all select holder, hash, true from passing_hashes()`.execute(tx),
  )
  const missing: Missing[] = []
  for (const { holder, hash, passing } of rows.rows) {
    const store = passing ? passingOf(filesDir) : filesDir
    if ((await stat(join(store, hash.slice(0, 2), hash)).catch(() => null)) === null)
      missing.push({ holder, hash })
  }
  return missing
}

/** What a row names and the store lacks, and what lies there, past its grace, without a row. */
export async function compareFiles(
  db: Database,
  filesDir: string,
): Promise<{ missing: Missing[]; unnamed: string[] }> {
  const missing = await missingFiles(db, filesDir)
  const unnamed: string[] = []
  const named = namedInDatabase(db)
  for (const folder of await foldersOf(filesDir)) {
    const old = await oldFiles(join(filesDir, folder), Date.now() - graceMs)
    for (let at = 0; at < old.length; at += batchMax) {
      const batch = old.slice(at, at + batchMax)
      const known = await named(batch)
      unnamed.push(...batch.filter((hash) => !known.has(hash)))
    }
  }
  return { missing, unnamed }
}

const againMs = 10 * 60_000
const soonMs = 5 * 60_000

/**
 * What a row named until now and may name no longer: it goes in a few minutes, unless another row names it. The hash is
 * sealed meanwhile: in the clear it would tell whoever has the same file that it was here.
 */
export function letGoSoon(tx: Tx, keys: Pick<Keys, "seal">, sha256: string): Promise<void> {
  const sealed = keys.seal("files", Buffer.from(sha256, "latin1")).toString("base64")
  return enqueue(tx, letGo, { sealed }, { at: new Date(Date.now() + soonMs) })
}

const letGo = "files.let-go"
const sweep = "files.sweep"

/** A sweep waits for a backup that is running. */
export function fileJobs(house: Pick<House, "db" | "filesDir" | "keys" | "log">): JobList {
  const named = namedInDatabase(house.db)
  const again = (name: string, payload: JobPayload, key?: string) =>
    asJob(house.db, sweep, (tx) =>
      enqueue(tx, name, payload, {
        ...(key === undefined ? {} : { key }),
        at: new Date(Date.now() + againMs),
      }),
    )
  return {
    [sweep]: {
      cron: "20 19 * * *",
      run: async () => {
        const swept = await sweepFiles(house.filesDir, named)
        if (swept === null) await again(sweep, {}, sweep)
        else house.log.info(swept, "files swept")
      },
    },
    [letGo]: {
      run: async ({ sealed }) => {
        // One of an older version says it otherwise: its file goes with the night's sweep.
        if (typeof sealed !== "string") return
        const only = house.keys.open("files", Buffer.from(sealed, "base64")).toString("latin1")
        // A minute less than the time it waited: what was touched since is somebody's who is about to name it.
        const swept = await sweepFiles(house.filesDir, named, { graceMs: soonMs - 60_000, only })
        if (swept === null) await again(letGo, { sealed })
      },
    },
  }
}

/** At start as well: what a killed process left half-written or aside. */
export const sweepAtStart = (db: Database): Promise<void> =>
  asJob(db, sweep, (tx) => enqueue(tx, sweep, {}, { key: sweep }))
