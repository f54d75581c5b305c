/** A few processes that work apart, started when needed, and those who wait for one (`apart.ts` says why). */
import { type ChildProcess, spawn } from "node:child_process"
import { readFileSync, realpathSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import type { Socket } from "node:net"
import { setPriority } from "node:os"
import { join } from "node:path"
import type { Writable } from "node:stream"
import { fileURLToPath } from "node:url"
import type { Answer, Order } from "./child.ts"
import { FrameReader, FrameTooLarge, frameOf } from "./frames.ts"

export type OverrunReason = "time" | "memory" | "answer" | "broken"

/** The work passed a bound: that says something about the file. */
export class Overrun extends Error {
  readonly why: OverrunReason
  constructor(why: OverrunReason, of: string) {
    super(`${of}: ${why}`)
    this.why = why
  }
}

/** Too many wait, or the machine gave the work too little of its time: that says nothing about the file. */
export class LaneBusy extends Error {}

export type Task = { file: string; name: string; ms: number; answerBytesMax: number }
export type Lane = { run(task: Task, input: unknown): Promise<unknown> }

export type LaneBounds = {
  /** So many processes at once. */
  children: number
  /** Objects of JavaScript. */
  heapMb: number
  /** All of the process: buffers, pictures and WebAssembly too. */
  memoryMb: number
  /** A process with nothing to do for so many milliseconds is let go: memory goes back. */
  idleMs?: number
}

const waitingMax = 60
/** What waits is held in memory meanwhile. */
const waitingBytesMax = 120_000_000
const waitingMs = 90_000
/** A process is let go after so many orders. */
const ordersMax = 100
const idleMsUsual = 15_000
const watchMs = 50
/** Work is measured by the processor time that it took; on a machine with much else to do it gets so much longer. */
const graceMs = 60_000
/** People's pages come first: so much gentler than the process that answers them. */
const niceness = 5

type Waiting = {
  task: Task
  order: Buffer
  resolve(value: unknown): void
  reject(why: Error): void
  timer: NodeJS.Timeout
}

export function openLane(bounds: LaneBounds): Lane {
  const waiting: Waiting[] = []
  const idle: Child[] = []
  let waitingBytes = 0
  let busy = 0

  function next(): void {
    while (busy < bounds.children) {
      const first = waiting.shift()
      if (first === undefined) return
      waitingBytes -= first.order.length
      clearTimeout(first.timer)
      busy += 1
      const child = rested() ?? new Child(bounds, (gone) => leave(gone))
      child
        .carryOut(first.task, first.order)
        .then(first.resolve, first.reject)
        .finally(() => {
          busy -= 1
          if (child.isFit()) {
            idle.push(child)
            child.rest()
          } else child.end()
          next()
        })
    }
  }

  /** A process that was ended a moment ago may not have left yet. */
  function rested(): Child | undefined {
    for (let child = idle.pop(); child !== undefined; child = idle.pop()) if (child.isFit()) return child
    return undefined
  }

  function leave(gone: Child): void {
    const at = idle.indexOf(gone)
    if (at >= 0) idle.splice(at, 1)
  }

  function giveUp(one: Waiting): void {
    const at = waiting.indexOf(one)
    if (at < 0) return
    waiting.splice(at, 1)
    waitingBytes -= one.order.length
    one.reject(new LaneBusy(one.task.name))
  }

  function run(task: Task, input: unknown): Promise<unknown> {
    const { file, name, answerBytesMax } = task
    const order: Order = { file, name, answerBytesMax, input }
    const framed = frameOf(order)
    if (
      waiting.length >= waitingMax ||
      (waiting.length > 0 && waitingBytes + framed.length > waitingBytesMax)
    )
      return Promise.reject(new LaneBusy(name))
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => giveUp(one), waitingMs)
      const one: Waiting = { task, order: framed, resolve, reject, timer }
      waiting.push(one)
      waitingBytes += framed.length
      next()
    })
  }

  return { run }
}

const root = realpathSync(fileURLToPath(new URL("../../..", import.meta.url)))
/** What a reader needs of this machine: the program, its tables, its libraries. Keys and files stand elsewhere. */
const readable = ["src", "data", "node_modules", "package.json"].flatMap((name) => {
  const path = join(root, name)
  // Libraries may stand elsewhere, behind a link: then the link is looked at as well.
  return [...new Set([path, realpathSync(path)])]
})

type Current = { task: Task; resolve(value: unknown): void; reject(why: Error): void }

class Child {
  readonly #process: ChildProcess
  readonly #in: Writable
  readonly #out: Socket
  readonly #bounds: LaneBounds
  #current: Current | null = null
  #orders = 0
  #largestMb = 0
  /** Processor time of the process when the order began. */
  #startedMs = 0
  #isOver = false
  #idle: NodeJS.Timeout | null = null

  constructor(bounds: LaneBounds, whenGone: (child: Child) => void) {
    this.#bounds = bounds
    this.#process = startProcess(bounds)
    this.#in = this.#process.stdin as Writable
    this.#out = this.#process.stdio[3] as Socket
    const answers = new FrameReader(() => (this.#current?.task.answerBytesMax ?? 0) + 1_000)
    this.#out.on("data", (piece: Buffer) => {
      try {
        for (const answer of answers.take(piece)) this.#answered(answer as Answer)
      } catch (error) {
        this.#fail(error instanceof FrameTooLarge ? "answer" : "broken")
      }
    })
    // The process ended while it was written to; its exit says why.
    this.#in.on("error", () => {})
    this.#out.on("error", () => {})
    const gone = (why: OverrunReason) => {
      this.#fail(why)
      whenGone(this)
    }
    this.#process.once("error", () => gone("broken"))
    // V8 aborts when its heap is full (through the shell: 128 and the signal's number).
    this.#process.once("exit", (code, signal) =>
      gone(signal === "SIGABRT" || code === 134 ? "memory" : "broken"),
    )
  }

  async carryOut(task: Task, order: Buffer): Promise<unknown> {
    if (this.#idle !== null) clearTimeout(this.#idle)
    this.#hold(true)
    this.#orders += 1
    this.#startedMs = processorMs(this.#process.pid) ?? 0
    const late = setTimeout(() => this.#late(task), task.ms + (isMeasured ? graceMs : 0))
    const watch = setInterval(() => void this.#watch(), watchMs)
    try {
      return await new Promise((resolve, reject) => {
        this.#current = { task, resolve, reject }
        this.#in.write(order)
      })
    } finally {
      clearTimeout(late)
      clearInterval(watch)
      this.#current = null
    }
  }

  /** A process that grew is not used again. */
  isFit(): boolean {
    return !this.#isOver && this.#orders < ordersMax && this.#largestMb < this.#bounds.memoryMb / 2
  }

  /** It does not keep the program alive meanwhile. */
  rest(): void {
    this.#hold(false)
    this.#idle = setTimeout(() => this.end(), this.#bounds.idleMs ?? idleMsUsual).unref()
  }

  end(): void {
    this.#isOver = true
    this.#hold(false)
    this.#process.kill("SIGKILL")
  }

  #answered(answer: Answer): void {
    if ("value" in answer) this.#current?.resolve(answer.value)
    else if ("tooLarge" in answer) this.#fail("answer")
    else {
      this.#isOver = true
      this.#current?.reject(new Error(`apart: ${answer.failed}`))
    }
  }

  #fail(why: OverrunReason): void {
    this.#current?.reject(new Overrun(why, this.#current.task.name))
    this.end()
  }

  #late({ name }: Task): void {
    if (isMeasured) this.#current?.reject(new LaneBusy(name))
    this.#fail("time")
  }

  async #watch(): Promise<void> {
    const spent = (processorMs(this.#process.pid) ?? 0) - this.#startedMs
    if (spent > (this.#current?.task.ms ?? Number.POSITIVE_INFINITY)) return this.#fail("time")
    const mb = await residentMb(this.#process.pid)
    this.#largestMb = Math.max(this.#largestMb, mb)
    if (mb > this.#bounds.memoryMb) this.#fail("memory")
  }

  #hold(isHeld: boolean): void {
    const held = [this.#process, this.#out, this.#in as Socket]
    for (const one of held) isHeld ? one.ref() : one.unref()
  }
}

/** Ten minutes of processor time and no core file, whoever is left to watch; the shell becomes the process itself. */
const limits = 'ulimit -c 0; ulimit -t 600; exec "$0" "$@"'

function startProcess({ heapMb }: LaneBounds): ChildProcess {
  const args = [
    `--max-old-space-size=${heapMb}`,
    "--permission",
    // Drawing pictures and documents is native code.
    "--allow-addons",
    ...readable.map((path) => `--allow-fs-read=${path}`),
    "--disable-proto=delete",
    fileURLToPath(new URL("./child.ts", import.meta.url)),
  ]
  const { PATH, TZ, LANG } = process.env
  const env = Object.fromEntries(
    Object.entries({ PATH, TZ, LANG }).filter(([, value]) => value !== undefined),
  )
  const child = spawn("/bin/sh", ["-c", limits, process.execPath, ...args], {
    stdio: ["pipe", "ignore", "ignore", "pipe"],
    cwd: root,
    env,
  })
  const { pid } = child
  if (pid !== undefined) {
    try {
      setPriority(pid, niceness)
    } catch {
      // It ended already; that is told by its exit.
    }
    // When the machine itself runs out, this process is the one to go. Elsewhere than on Linux there is no such file.
    writeFile(`/proc/${pid}/oom_score_adj`, "800").catch(() => {})
  }
  return child
}

/** Processor time of all threads of a process so far; null where there is no /proc, or no such process any more. */
function processorMs(pid: number | undefined): number | null {
  try {
    // proc_pid_stat(5): after the name in brackets, fields 14 and 15, in ticks that are hundredths of a second on Linux.
    const [, fields = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) (?=[A-Z])/)
    const [user, system] = fields.split(" ").slice(11, 13).map(Number)
    return ((user ?? 0) + (system ?? 0)) * 10
  } catch {
    return null
  }
}

/** Elsewhere than on Linux the clock on the wall bounds the work. */
const isMeasured = processorMs(process.pid) !== null

/** Zero where there is no /proc: there the heap and the time bound it. */
async function residentMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "")
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}
