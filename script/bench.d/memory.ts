/**
 * What the program takes of the machine: PSS (shared pages divided among those who share them) of all its processes, the
 * embedded PostgreSQL's too, at rest, highest while 5,000 tips come in and are compared, and a while afterwards.
 */
import { readdirSync, readFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { flag, print, say } from "./figure.ts"
import { runJob, sendTip, startProgram } from "./running.ts"

const tips = flag("--tips", 5_000)
const settleSeconds = flag("--settle", 600)
const atOnce = 8
const restSeconds = 20
const everyMs = 1_000
const goalMb = 400

type Sample = { total: number; parts: Record<string, number>; processes: number }

const running = await startProgram({ isDemo: false })
try {
  await sleep(restSeconds * 1_000)
  const rest = sample(running.pid)
  tell("memory.rest", rest, 1)
  let highest = rest
  let samples = 0
  const timer = setInterval(() => {
    const now = sample(running.pid)
    samples += 1
    if (now.total > highest.total) highest = now
  }, everyMs)
  say(`sending ${tips} tips…`)
  let next = 0
  const sender = async () => {
    while (next < tips) {
      next += 1
      await sendTip(running.url, next)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sender))
  for (const job of ["signals.compare", "signals.tally", "journal.seal"]) await runJob(running, job)
  say(`settling for ${settleSeconds} s…`)
  await sleep(settleSeconds * 1_000)
  clearInterval(timer)
  tell("memory.highest", highest, samples)
  const after = sample(running.pid)
  tell("memory.after", after, 1)
  print({
    name: "memory.after.goal",
    value: after.total,
    unit: "MB",
    ratio: after.total / goalMb,
    against: `goal of ${goalMb} MB, ${settleSeconds} s after ${tips} tips`,
    n: 1,
  })
} finally {
  await running.close()
}

function tell(name: string, { total, parts, processes }: Sample, n: number): void {
  print({ name, value: total, unit: "MB", ratio: null, against: `${processes} processes`, n })
  for (const [part, value] of Object.entries(parts))
    print({ name: `${name}.${part}`, value, unit: "MB", ratio: value / total, against: "the whole", n })
}

function sample(from: number): Sample {
  const parts: Record<string, number> = {}
  const found = family(from)
  let total = 0
  for (const { pid, command } of found) {
    const mb = pssMb(pid)
    const part = partOf(command)
    parts[part] = (parts[part] ?? 0) + mb
    total += mb
  }
  return { total, parts, processes: found.length }
}

function partOf(command: string): string {
  if (/^postgres|bin\/postgres/.test(command)) return "postgres"
  if (/apart\/child/.test(command)) return "apart"
  return (
    /main\.ts (both|beside)/.exec(command)?.[1]?.replace("both", "web").replace("beside", "worker") ?? "other"
  )
}

type One = { pid: number; parent: number; command: string }

/** The process and all that descend from it. */
function family(from: number): One[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): One[] => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8")
        const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ")
        return [{ pid: Number(name), parent, command }]
      } catch {
        // It ended while we looked.
        return []
      }
    })
  const own = new Set([from])
  for (let grown = true; grown; ) {
    const more = all.filter(({ pid, parent }) => own.has(parent) && !own.has(pid))
    for (const { pid } of more) own.add(pid)
    grown = more.length > 0
  }
  return all.filter(({ pid }) => own.has(pid))
}

function pssMb(pid: number): number {
  try {
    const kb = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1]
    return Number(kb ?? 0) / 1024
  } catch {
    return 0
  }
}
