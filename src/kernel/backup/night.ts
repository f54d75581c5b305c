/**
 * The backup of each night, where `LIENPHONG_BACKUP_DIR` or the set-up names a folder that is there: a process of its own makes it as `bin/lienphong
 * backup` does, so that the worker holds no administrator's connection. The outcome lies beside the backups in `last.json`, for
 * `doctor`, and in the log. Old ones go only after a new one is good.
 */
import { execFile } from "node:child_process"
import { randomUUID } from "node:crypto"
import { existsSync, readFileSync, statSync } from "node:fs"
import { readdir, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { z } from "zod"
import type { House } from "../house.ts"
import type { JobList } from "../queue.ts"
import { manifestName } from "./manifest.ts"

const outcomeName = "last.json"
const outcome = z.object({ at: z.iso.datetime(), ok: z.boolean(), said: z.string() })
export type Outcome = z.infer<typeof outcome>

const nightName = /^lienphong-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}$/
/** A province's database and files go well within it; a process that hangs does not hold the nights after it. */
const nightMaxMs = 6 * 3_600_000
const saidMax = 2_000

/** `make` fills the folder that it is given, or throws. */
export async function backUpTonight(
  dir: string,
  keep: number,
  make: (target: string) => Promise<string>,
): Promise<Outcome> {
  const at = new Date().toISOString()
  // A disk that is not there would be stood in for by a folder of the same name on the machine's own.
  const fault = await folderFault(dir)
  if (fault !== null) return { at, ok: false, said: faultSaid[fault](dir) }
  for (const name of await readdir(dir))
    if (name.endsWith(".part") && nightName.test(name.slice(0, -".part".length)))
      await rm(join(dir, name), { recursive: true })
  const place = join(dir, `lienphong-${at.slice(0, 19).replaceAll(":", "-")}`)
  try {
    const said = await make(`${place}.part`)
    await rename(`${place}.part`, place)
    await removeOld(dir, keep)
    return await told(dir, { at, ok: true, said: said.slice(0, saidMax) })
  } catch (error) {
    await rm(`${place}.part`, { recursive: true, force: true }).catch(() => {})
    const failed = {
      at,
      ok: false,
      said: (error instanceof Error ? error.message : String(error)).slice(0, saidMax),
    }
    // On a full disk not even this can be written: then the good word of an earlier night must not stand.
    return told(dir, failed).catch(async () => {
      await rm(join(dir, outcomeName), { force: true }).catch(() => {})
      return failed
    })
  }
}

export type FolderFault = "absent" | "unwritable"

/** Why no backup can be laid into this folder: nobody made it (or its disk is not there), or it cannot be written to. */
export async function folderFault(dir: string): Promise<FolderFault | null> {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) return "absent"
  const trial = join(dir, `.lienphong-${randomUUID()}`)
  try {
    await writeFile(trial, "lienphong\n", { flag: "wx", mode: 0o600 })
    return null
  } catch {
    // Full, read-only or not ours: none of them takes a backup.
    return "unwritable"
  } finally {
    await rm(trial, { force: true }).catch(() => {})
  }
}

const faultSaid: Readonly<Record<FolderFault, (dir: string) => string>> = {
  absent: (dir) => `Không có thư mục sao lưu ${dir}: gắn ổ đĩa của nó, hoặc tạo thư mục, rồi chạy lại.`,
  unwritable: (dir) =>
    `Không ghi được vào thư mục sao lưu ${dir}: xem ổ đĩa có đầy không và ai được ghi ở đó.`,
}

async function told(dir: string, what: Outcome): Promise<Outcome> {
  await writeFile(join(dir, `${outcomeName}.part`), `${JSON.stringify(what)}\n`, { mode: 0o600 })
  await rename(join(dir, `${outcomeName}.part`), join(dir, outcomeName))
  return what
}

/** Only what a night has made and ended; what somebody else laid there stays. */
async function removeOld(dir: string, keep: number): Promise<void> {
  for (const name of (await nightsOf(dir)).slice(0, -keep)) await rm(join(dir, name), { recursive: true })
}

/** Names of the whole backups of nights, the oldest first. */
async function nightsOf(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch(() => [])
  return names.filter((name) => nightName.test(name) && existsSync(join(dir, name, manifestName))).sort()
}

/** Null: no night has tried yet. */
export function lastNight(dir: string): Outcome | null {
  try {
    return outcome.parse(JSON.parse(readFileSync(join(dir, outcomeName), "utf8")))
  } catch {
    // Absent and unreadable come to the same: nothing is known of a backup.
    return null
  }
}

/** ISO instant (to the second) of the newest whole backup of a night; null where there is none. */
export async function newestNight(dir: string): Promise<string | null> {
  const name = (await nightsOf(dir)).at(-1)
  if (name === undefined) return null
  const [day = "", time = ""] = name.slice("lienphong-".length).split("T")
  return `${day}T${time.replaceAll("-", ":")}Z`
}

/** The folder is asked for each night: the set-up, or a change of its settings, may name it while the worker runs. */
export function nightJobs(house: Pick<House, "config" | "log">, make = makeApart): JobList {
  const { log } = house
  return {
    "backup.night": {
      cron: "40 18 * * *",
      run: async () => {
        const { backupDir, backupKeep } = house.config
        if (backupDir === null) return
        const done = await backUpTonight(backupDir, backupKeep, make)
        if (done.ok) log.info({ said: done.said }, "đã sao lưu")
        else {
          log.error({ said: done.said }, "sao lưu không thành")
          // The queue tries again, each time after a longer pause.
          throw new Error(done.said)
        }
      },
    },
  }
}

const cli = join(import.meta.dirname, "../../cli.ts")

/** What the command said; its reason where it refused. */
async function makeApart(target: string): Promise<string> {
  const options = { timeout: nightMaxMs, maxBuffer: 1_000_000 }
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [cli, "backup", target], options)
    return stdout
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : ""
    throw new Error(said === "" ? String(error) : said, { cause: error })
  }
}
