/** Starts web, worker or both (`main.ts [web|worker|both]`) and stops them cleanly on SIGTERM. */
import { serve } from "@hono/node-server"
import { allJobs, createApp } from "./app.ts"
import { demoSignIns, loadDemo } from "./demo/load.ts"
import { ConfigError, readConfig } from "./kernel/config.ts"
import { ClusterError } from "./kernel/db/cluster.ts"
import { MigrationError } from "./kernel/db/prepare.ts"
import { type House, openHouse } from "./kernel/house.ts"
import { KeysMissing } from "./kernel/keys.ts"
import { AlreadyRunning, takeLock } from "./kernel/lock.ts"
import { startWorker } from "./kernel/queue.ts"
import { sweepAtStart } from "./kernel/sweep.ts"
import { seedOrganizations } from "./organizations/index.ts"

const kind = process.argv[2] ?? "both"
/** A request or job may take this long to finish once we are asked to stop. */
const stopTimeoutMs = 10_000

// Whoever reads our words may go away; the province's work does not stop for that.
process.stdout.on("error", () => {})
try {
  await start(kind)
} catch (error) {
  const known = [ConfigError, ClusterError, MigrationError, KeysMissing, AlreadyRunning].some(
    (type) => error instanceof type,
  )
  process.stderr.write(
    known && error instanceof Error
      ? `${error.message}\n`
      : `${error instanceof Error ? error.stack : error}\n`,
  )
  process.exit(1)
}

async function start(what: string): Promise<void> {
  if (!["web", "worker", "both"].includes(what))
    throw new ConfigError(`main.ts nhận web, worker hoặc both, không phải "${what}".`)
  const config = readConfig(process.env)
  const release = takeLock(config.dataDir, what === "worker" ? "worker" : "server")
  const house = await openHouse(config, { takeOver: what !== "worker" }).catch(failing(release))
  const closeHouse = async () => {
    await house.close()
    release()
  }
  warnAboutKeys(house)
  await seedOrganizations(house.db).catch(failing(closeHouse))
  if (config.demo && what !== "worker") await loadDemo(house).catch(failing(closeHouse))
  const worker =
    what === "web"
      ? null
      : await startWorker(house.db, allJobs(house), house.log, { alone: config.databaseUrl === null }).catch(
          failing(closeHouse),
        )
  if (worker !== null) await sweepAtStart(house.db).catch(failing(closeHouse))
  const server = what === "worker" ? null : await listen(house).catch(failing(closeHouse))
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), stopTimeoutMs).unref()
    await new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())))
    await worker?.stop()
    await closeHouse()
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

type Listening = { close(done: () => void): void }

function listen(house: House): Promise<Listening> {
  const { port, host } = house.config
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: createApp(house).fetch, port, hostname: host }, (info) => {
      process.stdout.write(`Liên Phòng: http://${host.includes(":") ? `[${host}]` : host}:${info.port}/\n`)
      if (house.config.demo) process.stdout.write(demoSignIns())
      resolve({
        close: (done) => {
          server.close(() => done())
          if ("closeIdleConnections" in server) server.closeIdleConnections()
        },
      })
    })
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new ConfigError(`Cổng ${port} đang có chương trình khác dùng. Đặt PORT khác, ví dụ PORT=3001.`)
          : error,
      ),
    )
  })
}

function warnAboutKeys(house: House): void {
  const ids = house.keys.notBackedUp()
  if (ids.length === 0 || house.config.demo) return
  house.log.warn(
    { keys: ids, dir: house.config.keysDir },
    "khóa chưa được sao lưu: chép thư mục khóa ra nơi khác rồi chạy bin/lienphong keys backed-up",
  )
}
