/** One server a data folder: `server.lock` names the process; a lock whose process is gone is taken over. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { isAlive } from "./db/cluster.ts"

export class AlreadyRunning extends Error {}

const attemptsMax = 3

/** Returns the function that gives the lock back. The process's start time guards against a pid used again. */
export function takeLock(dataDir: string, kind: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, `${kind}.lock`)
  const mine = JSON.stringify({ pid: process.pid, startedAt: startTime(process.pid) })
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: "wx", mode: 0o600 })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
    }
    const holder = readHolder(file)
    if (holder !== null && isAlive(holder.pid) && startTime(holder.pid) === holder.startedAt) {
      throw new AlreadyRunning(
        `Một máy chủ khác (tiến trình ${holder.pid}) đang chạy trên ${dataDir}. Dừng nó trước, hoặc đặt LIENPHONG_DATA khác.`,
      )
    }
    rmSync(file, { force: true })
  }
  throw new AlreadyRunning(`Không giữ được ${file}: một máy chủ khác vừa khởi động.`)
}

function readHolder(file: string): { pid: number; startedAt: string } | null {
  try {
    const held = JSON.parse(readFileSync(file, "utf8")) as { pid: number; startedAt: string }
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
