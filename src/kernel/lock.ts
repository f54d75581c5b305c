/** Files that name the process that holds something; a lock whose process is gone is taken over. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { isAlive } from "./db/cluster.ts"

export class AlreadyRunning extends Error {}

const attemptsMax = 3

/** One server a data folder. Returns the function that gives the lock back. */
export function takeLock(dataDir: string, kind: string): () => void {
  const lock = tryLock(dataDir, kind)
  if (typeof lock === "function") return lock
  throw new AlreadyRunning(
    lock === null
      ? `Không giữ được ${join(dataDir, `${kind}.lock`)}: một máy chủ khác vừa khởi động.`
      : `Một máy chủ khác (tiến trình ${lock.pid}) đang chạy trên ${dataDir}. Dừng nó trước, hoặc đặt LIENPHONG_DATA khác.`,
  )
}

const addressName = "server.address"

/** Beside the server's lock: for commands, which build links from another shell. */
export function tellAddress({ dataDir, host, port }: { dataDir: string; host: string; port: number }): void {
  writeFileSync(join(dataDir, addressName), JSON.stringify({ host, port }), { mode: 0o600 })
}

/** The address at which the server of this data folder listens; null: none runs. */
export function serverAddress(dataDir: string): { host: string; port: number } | null {
  const holder = readHolder(join(dataDir, "server.lock"))
  if (holder === null || !holds(holder)) return null
  try {
    const { host, port } = JSON.parse(readFileSync(join(dataDir, addressName), "utf8"))
    return typeof host === "string" && Number.isInteger(port) ? { host, port } : null
  } catch {
    // It has not said yet: it is just starting.
    return null
  }
}

/** Gives the function that gives it back, or who holds it; null where another was quicker each time. */
export function tryLock(dir: string, kind: string): (() => void) | { pid: number } | null {
  mkdirSync(dir, { recursive: true })
  const file = join(dir, `${kind}.lock`)
  // The process's start time guards against a pid used again.
  const mine = JSON.stringify({ pid: process.pid, startedAt: startTime(process.pid) })
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: "wx", mode: 0o600 })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
    }
    const holder = readHolder(file)
    if (holder !== null && holds(holder)) return { pid: holder.pid }
    rmSync(file, { force: true })
  }
  return null
}

type Holder = { pid: number; startedAt: string }

const holds = ({ pid, startedAt }: Holder) => isAlive(pid) && startTime(pid) === startedAt

function readHolder(file: string): Holder | null {
  try {
    const held = JSON.parse(readFileSync(file, "utf8")) as Holder
    return Number.isInteger(held.pid) ? held : null
  } catch {
    // Half-written by a process that was killed: nobody holds it.
    return null
  }
}

/** Field 22 of /proc/PID/stat, or "" where there is no /proc. */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? ""
  } catch {
    return ""
  }
}
