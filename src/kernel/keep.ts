/**
 * A process of our own beside this one, started again when it ends by itself: after a second at first, then after pauses
 * that double up to half a minute. It hears that we are gone by the end of its channel (`whenAlone`), however we went.
 */
import { type ChildProcess, spawn } from "node:child_process"
import type { Log } from "./log.ts"

/** V8's ceilings, in MB: a process that outgrows them ends by itself and is started again, instead of taking the machine. */
export const heapFlags = ["--max-old-space-size=384", "--max-semi-space-size=2"]
const pauseMinMs = 1_000
const pauseMaxMs = 30_000
/** Having run this long, it did not fail at its start. */
const settledMs = 60_000
const stopMs = 6_000

export type Kept = {
  pid(): number | undefined
  /** SIGTERM, and SIGKILL where it has not ended in time. */
  stop(): Promise<void>
}

/** `args`: the file and its arguments, as this process would be started with them. */
export function keepRunning(args: readonly string[], log: Log): Kept {
  let [child, isOver, pauseMs] = [start(args), false, pauseMinMs]
  let timer: NodeJS.Timeout | undefined
  const watch = (one: ChildProcess) => {
    const began = Date.now()
    one.once("exit", (code, signal) => {
      if (isOver) return
      pauseMs = Date.now() - began > settledMs ? pauseMinMs : pauseMs
      log.error({ code, signal, pauseMs }, "tiến trình việc nền đã dừng, sẽ khởi động lại")
      timer = setTimeout(() => {
        child = start(args)
        watch(child)
      }, pauseMs)
      pauseMs = Math.min(pauseMs * 2, pauseMaxMs)
    })
  }
  watch(child)
  const stop = async () => {
    isOver = true
    clearTimeout(timer)
    await ended(child)
  }
  return { pid: () => child.pid, stop }
}

/**
 * Runs it once, to its end. It is started now, reads its own program meanwhile, and waits for `go` (`untilTold`) before it
 * touches anything. `ended` throws where it does not end well; it has said why itself.
 */
export function runOnce(args: readonly string[], flags: readonly string[] = []) {
  const child = start(args, flags)
  const ended = new Promise<void>((resolve, reject) =>
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new ProcessFailed(`${args.join(" ")}: ${code ?? child.signalCode}`)),
    ),
  )
  // It may fail before anybody waits for it; whoever waits is told.
  ended.catch(() => {})
  return {
    go(): Promise<void> {
      if (child.connected) child.send("go", () => {})
      return ended
    },
    /** There was nothing to do. */
    leave: () => void child.kill("SIGTERM"),
  }
}

/** In the process that `runOnce` started: until it is told to go. */
export const untilTold = (): Promise<void> =>
  new Promise((resolve) => process.once("message", () => resolve()))

export class ProcessFailed extends Error {}

/** Calls `leave` when the process that started this one is gone. */
export function whenAlone(leave: () => void): void {
  process.once("disconnect", leave)
  if (process.connected === false) leave()
}

function start(args: readonly string[], flags: readonly string[] = []): ChildProcess {
  // Ceilings and debuggers of this process are not the other's.
  const own = process.execArgv.filter((flag) => !/^--(max-(old|semi)-space-size|inspect)/.test(flag))
  return spawn(process.execPath, [...own, ...heapFlags, ...flags, ...args], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const end = new Promise((resolve) => child.once("exit", resolve))
  child.kill("SIGTERM")
  const timer = setTimeout(() => child.kill("SIGKILL"), stopMs)
  await end
  clearTimeout(timer)
}
