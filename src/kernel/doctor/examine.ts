/** Looks at this installation. Each check answers for one thing, and one that breaks is itself a finding. */
import { stat, statfs } from "node:fs/promises"
import { sql } from "kysely"
import { folderFault, lastNight, newestNight } from "../backup/night.ts"
import { stateCalendar } from "../calendar/data.ts"
import { addedDays } from "../calendar/days-off.ts"
import { asJob, asPublic } from "../db/database.ts"
import { grantsAmiss } from "../db/declared.ts"
import type { House } from "../house.ts"
import { mailFault } from "../mail.ts"
import { compareFiles } from "../sweep.ts"
import { localDateOf } from "../time.ts"
import { type CheckName, checks, type Facts, type Finding, ordered } from "./findings.ts"

type Found = { level: Finding["level"]; what: string; facts?: Facts }
type Check = (house: House) => Promise<readonly Found[]>

/** Below the first nothing can be kept; below the second the next busy week may fill the disk. */
const disk = { leastMb: 500, roomyMb: 5_000 }
/** A night, and two hours in which the next may still be under way. */
const backupAgeMaxMs = 26 * 3_600_000
/** The worker seals the journal each minute; PostgreSQL and this machine may differ by less than that. */
const silentMaxMs = 10 * 60_000
const clockMaxMs = 60_000
const namedMax = 20
/** Tết alone has five days off: a year with fewer entered is not entered yet. */
const enteredMin = 5

export type Looks = {
  /** Comparing every file takes as long as there are files: left out where a page waits. */
  files: boolean
  /** Proxies that were not believed, known to the process that serves pages. */
  unbelieved?: readonly string[]
}

export async function examine(house: House, { files, unbelieved = [] }: Looks): Promise<Finding[]> {
  const asked: Readonly<Record<CheckName, Check>> = {
    // An installation that is examined from inside has started.
    start: nothing,
    version,
    grants,
    setup,
    people,
    numbers,
    search,
    disk: room,
    files: files ? lostFiles : nothing,
    jobs,
    keys,
    backup,
    clock,
    "days-off": daysOff,
    mail,
    address,
    proxy: async () => (unbelieved.length === 0 ? [] : [toDo("unbelieved", { peers: unbelieved })]),
    demo: async ({ config }) => (config.demo && config.publicUrl !== null ? [toDo("public")] : []),
  }
  const found = await Promise.all(
    checks.map(async (check) => {
      const those = await asked[check](house).catch((error: unknown) => [
        cannotRun("unknown", { why: error instanceof Error ? error.message.slice(0, 300) : String(error) }),
      ])
      return those.map(({ level, what, facts = {} }): Finding => ({ check, level, what, facts }))
    }),
  )
  return ordered(found.flat())
}

/** The file store alone, for the night's job. */
export async function examineFiles(house: Pick<House, "db" | "filesDir">): Promise<FileFinding[]> {
  const found = await lostFiles(house)
  return found.map(({ level, what, facts = {} }) => ({ check: "files", level, what, facts: { ...facts } }))
}
export type FileFinding = Omit<Finding, "check"> & { check: "files" }

const toDo = (what: string, facts: Facts = {}): Found => ({ level: "to-do", what, facts })
const cannotRun = (what: string, facts: Facts = {}): Found => ({ level: "cannot-run", what, facts })
const nothing: Check = async () => []

const query = (house: House) => (text: string) =>
  asJob(house.db, "doctor", async (tx) => ({
    rows: (await sql.raw<Record<string, unknown>>(text).execute(tx)).rows,
  }))

/** `uuidv7()` and others came with PostgreSQL 18. */
const version: Check = async (house) => {
  const { rows } = await query(house)("select current_setting('server_version_num')::int as number")
  const number = Number(rows[0]?.number ?? 0)
  return number >= 180_000 ? [] : [cannotRun("old", { version: Math.floor(number / 10_000) })]
}

const grants: Check = async (house) => {
  const names = await grantsAmiss(query(house))
  return names.length === 0 ? [] : [cannotRun("other", { names: names.slice(0, namedMax), n: names.length })]
}

const search: Check = async (house) => {
  const { rows } = await query(house)(
    "select proleakproof as marked from pg_proc where proname = 'ts_match_vq' and pronamespace = 'pg_catalog'::regnamespace",
  )
  return rows[0]?.marked === true ? [] : [toDo("slow")]
}

export const room = async ({ config: { dataDir: dir } }: Pick<House, "config">): Promise<Found[]> => {
  const mb = await freeMb(dir)
  if (mb < disk.leastMb) return [cannotRun("full", { mb, dir })]
  return mb < disk.roomyMb ? [toDo("filling", { mb, dir })] : []
}

async function freeMb(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir)
  return Math.floor((bavail * bsize) / 1e6)
}

const isOnDiskOf = async (dir: string, other: string) => (await stat(dir)).dev === (await stat(other)).dev

const setup: Check = async ({ province }) => (province === null ? [toDo("not-done")] : [])

/** Somebody must be there who invites the others, or be invited still. */
const people: Check = async (house) => {
  if (house.province === null) return []
  const { rows } = await query(house)(
    `select exists (select from posts p where p.role = 'administrator' and post_is_held(p)) as held,
        exists (select from invitations i where i.role = 'administrator' and i.accepted_at is null and i.revoked_at is null
          and i.expires_at > acting_at()) as invited`,
  )
  if (rows[0]?.held === true) return []
  return [toDo(rows[0]?.invited === true ? "awaited" : "nobody")]
}

/** Numbers that nobody compared with their source: the public is told those of the program, or none. */
const numbers: Check = async ({ db, config, province, numbers: told }) => {
  if (config.demo || province === null) return []
  if (told === null) return [toDo("programs-own")]
  const unchecked = await asJob(db, "doctor", (tx) =>
    tx
      .selectFrom("publicNumbers")
      .select("number")
      .where("checkedBy", "is", null)
      .orderBy("number")
      .limit(namedMax)
      .execute(),
  )
  return unchecked.length === 0 ? [] : [toDo("unchecked", { names: unchecked.map((one) => one.number) })]
}

const lostFiles = async (house: Pick<House, "db" | "filesDir">): Promise<Found[]> => {
  const { missing, unnamed } = await compareFiles(house.db, house.filesDir)
  const found: Found[] = []
  if (missing.length > 0)
    found.push(
      toDo("missing", {
        n: missing.length,
        names: missing.slice(0, namedMax).map(({ holder, hash }) => `${hash} (${holder})`),
      }),
    )
  if (unnamed.length > 0)
    found.push(toDo("unnamed", { n: unnamed.length, names: unnamed.slice(0, namedMax) }))
  return found
}

/** Jobs that gave up, jobs that wait past their hour, and a worker that has not been heard of. */
const jobs: Check = async ({ db }) => {
  const { rows } = await db.queuePool.query<{
    given_up: string[]
    waiting: string
    heard: Date | string | null
  }>(
    `select array(select distinct t.identifier from graphile_worker._private_jobs j
          join graphile_worker._private_tasks t on t.id = j.task_id where j.attempts >= j.max_attempts
            -- One that runs while the same is asked for again is marked so too, and ends well.
            and j.locked_at is null order by 1) as given_up,
        (select count(*) from graphile_worker._private_jobs j where j.locked_at is null and j.attempts < j.max_attempts
          and j.run_at < now() - interval '1 hour') as waiting,
        (select max(last_execution) from graphile_worker._private_known_crontabs) as heard`,
  )
  const [row] = rows
  const found: Found[] = []
  if ((row?.given_up.length ?? 0) > 0) found.push(toDo("gave-up", { names: row?.given_up ?? [] }))
  if (Number(row?.waiting ?? 0) > 0) found.push(toDo("waiting", { n: Number(row?.waiting) }))
  const heard = row?.heard == null ? null : new Date(row.heard)
  if (heard === null || Date.now() - heard.getTime() > silentMaxMs)
    found.push(toDo("silent", { since: heard?.toISOString() ?? "" }))
  return found
}

const keys: Check = async ({ keys: kept, config }) => {
  const { keysDir, dataDir, demo } = config
  const ids = kept.notBackedUp()
  const found = ids.length === 0 ? [] : [toDo("not-copied", { ids, dir: keysDir })]
  const isBeside = !demo && (await isOnDiskOf(keysDir, dataDir))
  return isBeside ? [...found, toDo("same-disk", { dir: keysDir })] : found
}

/** A night that failed, or no whole backup for more than a day and a bit. */
const backup: Check = async ({ config: { backupDir, dataDir, demo } }) => {
  if (backupDir === null) return demo ? [] : [toDo("unset")]
  const fault = await folderFault(backupDir)
  if (fault !== null) return [toDo(fault, { dir: backupDir })]
  const found: Found[] = []
  if (await isOnDiskOf(backupDir, dataDir)) found.push(toDo("same-disk", { dir: backupDir }))
  const mb = await freeMb(backupDir)
  if (mb < disk.leastMb) found.push(toDo("full", { mb, dir: backupDir }))
  const last = lastNight(backupDir)
  if (last?.ok === false) found.push(toDo("failed", { at: last.at, why: last.said }))
  const newest = await newestNight(backupDir)
  if (newest === null || Date.now() - Date.parse(newest) > backupAgeMaxMs)
    found.push(toDo("old", { at: newest ?? "", dir: backupDir }))
  return found
}

const clock: Check = async (house) => {
  const { rows } = await query(house)("select clock_timestamp() as at")
  const apart = Math.abs(new Date(String(rows[0]?.at)).getTime() - Date.now())
  const found: Found[] = apart > clockMaxMs ? [toDo("apart", { seconds: Math.round(apart / 1_000) })] : []
  const { today, demo } = house.config
  if (today !== null && !demo) found.push(cannotRun("stands", { day: today }))
  if (today !== null || demo) return found
  // A database on this machine goes by the same clock; what is written in the journal went by the clock of its hour.
  const { rows: newest } = await query(house)("select at from journal order by id desc limit 1")
  const last = newest[0]?.at == null ? null : new Date(String(newest[0].at))
  if (last !== null && last.getTime() - house.clock.now().getTime() > clockMaxMs)
    found.push(cannotRun("behind", { at: last.toISOString() }))
  return found
}

/** Tết of this year, and from October on of the next: the State decides its days off by then. */
const daysOff: Check = async (house) => {
  const today = localDateOf(house.clock.now())
  const year = Number(today.slice(0, 4))
  const entered = await asPublic(house.db, addedDays)
  const isKnown = (one: number) =>
    stateCalendar().isDecided(`${one}-01-01`) ||
    entered.filter(({ on }) => on.startsWith(`${one}-`)).length >= enteredMin
  const wanted = Number(today.slice(5, 7)) >= 10 ? [year, year + 1] : [year]
  const unknown = wanted.filter((one) => !isKnown(one))
  return unknown.length === 0 ? [] : [toDo("undecided", { years: unknown.map(String) })]
}

const mail: Check = async (house) => {
  if (house.config.smtpUrl === null) return house.config.demo ? [] : [toDo("unset")]
  const why = await mailFault(house)
  return why === null ? [] : [toDo("refused", { why })]
}

const address: Check = async ({ config: { publicUrl, demo } }) => {
  if (publicUrl === null) return demo ? [] : [toDo("unset")]
  return publicUrl.startsWith("https:") ? [] : [toDo("plain", { url: publicUrl })]
}
