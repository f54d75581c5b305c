/** Processor time: what a page costs on any machine, however busy the machine is while it is measured. */
import { readFileSync } from "node:fs"
import type pg from "pg"

export type Used = { program: number; database: number | null }

/** Milliseconds so far of this process, and of the database's processes that serve this database (Linux only, else null). */
export async function usedSoFar(pool: pg.Pool): Promise<Used> {
  const { user, system } = process.cpuUsage()
  const { rows } = await pool.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  )
  const times = rows.map(({ pid }) => timeOf(pid))
  const database = times.reduce<number | null>(
    (sum, one) => (sum === null || one === null ? null : sum + one),
    0,
  )
  return { program: (user + system) / 1000, database }
}

function timeOf(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6
  } catch {
    return null
  }
}
