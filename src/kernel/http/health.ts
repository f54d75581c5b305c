import { mkdir, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { Hono } from "hono"
import type pg from "pg"
import type { Database } from "../db/database.ts"
import type { House } from "../house.ts"
import { metricsText } from "../metrics.ts"
import { isSameSecret } from "../secret.ts"
import type { Ctx, Env } from "./env.ts"
import { missingPage } from "./mishaps.tsx"
import { isFromHere } from "./network.ts"

/**
 * `/healthz`: the process lives. `/readyz`: pages are served, the database answers on every pool, files can be written.
 * `/metrics`: Prometheus, for this machine or who brings the token: its counters tell when somebody signs in.
 */
export const healthRoutes = new Hono<Env>()
  .get("/healthz", (c) => c.text("ok\n"))
  .get("/readyz", async (c) => {
    const silent = await silentPools(c.get("house").db)
    if (silent.length === 0)
      return (await canKeepFiles(c.get("house"))) ? c.text("ready\n") : c.text("no room for files\n", 503)
    c.get("house").log.error({ silent }, "not ready")
    return c.text(`database does not answer: ${silent.join(", ")}\n`, 503)
  })
  .get("/metrics", async (c) => (mayMeasure(c) ? c.text(await metricsText()) : missingPage(c)))

function mayMeasure(c: Ctx): boolean {
  const token = c.get("house").config.metricsToken
  const given = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1]
  if (given === undefined || token === null) return isFromHere(c)
  return isSameSecret(given, token)
}

/** A pool that has no free connection within this time does not serve people either. */
const answerMs = 2_000

async function silentPools({ app, public: portal, job, queuePool }: Database): Promise<string[]> {
  const pools = { officers: app, portal, jobs: job, queue: queuePool }
  const asked = Object.entries(pools).map(async ([name, pool]) => ((await answers(pool)) ? [] : [name]))
  return (await Promise.all(asked)).flat()
}

async function answers(pool: pg.Pool): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), answerMs)
  })
  const asked = pool.query("select 1").then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A block of a file system that is full refuses the first byte that needs it; an empty file may still fit. */
const probe = Buffer.alloc(8_192, 1)

async function canKeepFiles({ filesDir, log }: House): Promise<boolean> {
  const path = join(filesDir, `ready-${process.pid}.part`)
  try {
    await mkdir(filesDir, { recursive: true, mode: 0o700 })
    await writeFile(path, probe, { mode: 0o600 })
    return true
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "unknown"
    log.error({ code }, "files cannot be kept")
    return false
  } finally {
    await rm(path, { force: true }).catch(() => {})
  }
}
