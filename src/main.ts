/**
 * Starts web, worker or both (`main.ts [web|worker|both]`) and stops them cleanly on SIGTERM. With `both` the worker is a
 * process of its own beside the one that answers people, which keeps it running and owns the embedded database.
 */

import { existsSync } from "node:fs"
import { join } from "node:path"
import { ConfigError, readConfig } from "./kernel/config.ts"
import { ClusterError } from "./kernel/db/cluster.ts"
import { keepEveryStatement } from "./kernel/db/database.ts"
import { MigrationError } from "./kernel/db/prepare.ts"
import { type House, openHouse } from "./kernel/house.ts"
import { linkHere } from "./kernel/http/links.ts"
import { keepRunning, ProcessFailed, runOnce, untilTold, whenAlone } from "./kernel/keep.ts"
import { KeysMissing } from "./kernel/keys.ts"
import { AlreadyRunning, takeLock, tellAddress } from "./kernel/lock.ts"
import { sweepAtStart } from "./kernel/sweep.ts"
import { localDateOf } from "./kernel/time.ts"
import { seedOrganizations } from "./organizations/index.ts"

/** `beside` and `demo` are what `web` and `both` start themselves, next to the server that they hold open. */
const kinds = ["web", "worker", "both", "beside", "demo"] as const
/** Requests, jobs (`keep.ts`) and the database may take this long to finish once we are asked to stop. */
const stopTimeoutMs = 15_000

/** The demo makes much that lives for a moment: with room for it V8 clears up less often. */
const roomForTheYoung = ["--max-semi-space-size=32"]

/**
 * Thousands of small commits: none waits for the disk; the log is written out within a second of the last one. Thousands of
 * equal statements: each is planned once on a connection, not five times and then perhaps once more.
 */
const hurriedAndKept = "-c synchronous_commit=off -c plan_cache_mode=force_generic_plan"
/** Each connection reads the catalogue and plans all over again: measured on two cores, ten cost a third more than four. */
const few = { poolMax: 4, patient: true } as const

// Whoever reads our words may go away; the province's work does not stop for that.
process.stdout.on("error", () => {})
try {
  await start(process.argv[2] ?? "both")
} catch (error) {
  const known = [ConfigError, ClusterError, MigrationError, KeysMissing, AlreadyRunning, ProcessFailed].some(
    (type) => error instanceof type,
  )
  process.stderr.write(
    known && error instanceof Error
      ? `${error.message}\n`
      : `${error instanceof Error ? error.stack : error}\n`,
  )
  process.exit(1)
}

function start(asked: string): Promise<void> {
  const kind = kinds.find((one) => one === asked)
  if (kind === undefined) throw new ConfigError(`main.ts nhận web, worker hoặc both, không phải "${asked}".`)
  if (kind === "demo") return loadDemo()
  return kind === "worker" || kind === "beside" ? startWork(kind) : startWeb(kind)
}

async function startWeb(kind: "web" | "both"): Promise<void> {
  // What loading the demo takes in memory is not kept by the process that answers people. It reads its program while the
  // database is made here, and this one reads its pages while the demo is told.
  const early = isFirstDemo() ? teller() : null
  const { house, closeHouse } = await open("server", { takeOver: true })
  warnAboutKeys(house)
  if (house.config.demo) await layDemo(house).catch(failing(closeHouse))
  const demo = house.config.demo ? await import("./demo/sign-ins.ts") : null
  const isLoaded = demo === null || (await demo.isLoaded(house))
  if (isLoaded) early?.leave()
  const loading = isLoaded ? null : (early ?? teller()).go()
  const [{ listen }] = await Promise.all([import("./listen.ts"), loading]).catch(failing(closeHouse))
  const server = await listen(house).catch(failing(closeHouse))
  tellAddress(house.config)
  if (demo !== null) process.stdout.write(demo.demoSignIns(localDateOf(house.clock.now())))
  if (house.province === null) await sayHowToSetUp(house).catch(failing(closeHouse))
  const worker = kind === "both" ? keepRunning([import.meta.filename, "beside"], house.log) : null
  stopWhenAsked(async () => {
    await Promise.all([new Promise<void>((resolve) => server.close(resolve)), worker?.stop()])
    await closeHouse()
  })
}

function teller() {
  return runOnce([import.meta.filename, "demo"], roomForTheYoung)
}

/** Nothing was ever kept in this data folder: the demo is about to be told. */
function isFirstDemo(): boolean {
  const { demo, databaseUrl, dataDir } = readConfig(process.env)
  return demo && databaseUrl === null && !existsSync(join(dataDir, "postgres.password"))
}

async function startWork(kind: "worker" | "beside"): Promise<void> {
  const { house, closeHouse } = await open("worker", { joins: kind === "beside" })
  if (kind === "worker") {
    warnAboutKeys(house)
    if (house.config.demo) await layDemo(house).catch(failing(closeHouse))
  }
  const [{ startWorker }, { allJobs }] = await Promise.all([
    import("./kernel/worker.ts"),
    import("./jobs.ts"),
  ])
  const alone = house.config.databaseUrl === null
  const worker = await startWorker(house.db, allJobs(house), house.log, { alone }).catch(failing(closeHouse))
  await sweepAtStart(house.db).catch(failing(closeHouse))
  // A web process that was killed leaves nobody to own the server: what is begun is undone and done by the next worker.
  if (kind === "beside") whenAlone(() => process.exit(1))
  stopWhenAsked(async () => {
    await worker.stop()
    await closeHouse()
  })
}

async function loadDemo(): Promise<void> {
  whenAlone(() => process.exit(1))
  process.env.PGOPTIONS = hurriedAndKept
  keepEveryStatement()
  const told = untilTold()
  const demo = await import("./demo/load.ts")
  const { tellPhases } = await import("./demo/phases.ts")
  await told
  const house = await openHouse(readConfig(process.env), { joins: true, few })
  try {
    const phases = tellPhases((line) => process.stdout.write(`${line}\n`))
    await demo.loadDemo(house, phases.begin)
    phases.end()
  } finally {
    await house.close()
  }
  process.exit(0)
}

/** The lock of the data folder, then the house; both are given back together. */
async function open(
  lock: "server" | "worker",
  how: { takeOver?: boolean; joins?: boolean },
): Promise<{ house: House; closeHouse(): Promise<void> }> {
  const config = readConfig(process.env)
  const release = takeLock(config.dataDir, lock)
  const house = await openHouse(config, { ...how, begins: true }).catch(failing(release))
  const closeHouse = async () => {
    await house.close()
    release()
  }
  return { house, closeHouse }
}

function stopWhenAsked(end: () => Promise<void>): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), stopTimeoutMs).unref()
    await end()
    process.exit(0)
  }
  process.on("SIGTERM", () => void stop())
  process.on("SIGINT", () => void stop())
}

/** What was already opened is closed before the mistake is told. */
function failing(undo: () => void | Promise<void>): (error: unknown) => Promise<never> {
  return async (error) => {
    await undo()
    throw error
  }
}

/** The province of the demo with the chart of its first day; it comes to the program's day by its own reforms. */
async function layDemo(house: House): Promise<void> {
  const { beginning } = await import("./demo/sign-ins.ts")
  await seedOrganizations(beginning(house))
  await house.refresh()
}

/** One address, good for an hour; `lienphong setup link` makes another. */
async function sayHowToSetUp(house: House): Promise<void> {
  const { linkMinutes, makeLink, setupPaths } = await import("./setup/index.ts")
  const token = await makeLink(house)
  if (token !== null)
    process.stdout.write(
      `Chưa cài đặt cho tỉnh nào. Mở đường dẫn này trong ${linkMinutes} phút để cài đặt:\n${linkHere(house.config, setupPaths.begin(token))}\n`,
    )
}

function warnAboutKeys(house: House): void {
  const ids = house.keys.notBackedUp()
  if (ids.length === 0 || house.config.demo) return
  house.log.warn(
    { keys: ids, dir: house.config.keysDir },
    "khóa chưa được sao lưu: chép thư mục khóa ra nơi khác rồi chạy bin/lienphong keys backed-up",
  )
}
