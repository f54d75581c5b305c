/**
 * The task list at 100,000 assignments as an officer, against the same SQL through bare `pg` and the same string:
 * what is left is what sessions, row security, routing and rendering cost. Rounds alternate within one run.
 */
import { createServer } from "node:http"
import { Worker } from "node:worker_threads"
import { serve } from "@hono/node-server"
import pg from "pg"
import { signInAs } from "../../src/accounts/testing.ts"
import { createApp } from "../../src/app.ts"
import { countQuery, type WorkFilter, workQuery } from "../../src/directives/store/lists.ts"
import { asPublic } from "../../src/kernel/db/database.ts"
import { compareWith } from "./against.ts"
import { measureDuring } from "./during.ts"
import { flag, percentile, print, say } from "./figure.ts"
import { fillWork, openProvince, type Province, today } from "./province.ts"

const rows = flag("--rows", 100_000)
const rounds = flag("--rounds", 5)
const requests = flag("--requests", 400)
const connections = 8

const commit = process.argv[process.argv.indexOf("--against") + 1]
if (process.argv.includes("--against")) await compareWith(commit ?? "HEAD", { rounds, requests })
else {
  if (!process.argv.includes("--during")) await measureLists()
  await measureDuring()
}

async function measureLists(): Promise<void> {
  const province = await openProvince()
  try {
    say(`filling ${rows} assignments…`)
    await fillWork(province.adminUrl, rows)
    const app = await serveApp(province)
    for (const slug of ["bench-2", "bench-3"]) await compareList(province, app.url, slug)
    await readOthers(province, app.url)
    await app.close()
  } finally {
    await province.close()
  }
}

async function compareList(province: Province, url: string, bodySlug: string): Promise<void> {
  const { house, adminUrl } = province
  const db = { ...house.db, adminUrl, keys: house.keys } as Parameters<typeof signInAs>[0]
  const { cookie, bodyId } = await signInAs(db, { bodySlug, role: "officer" })
  const page = await (await fetch(`${url}/lam-viec`, { headers: { cookie } })).text()
  const bare = await serveBare(province, bodyId, page)
  const ours: number[] = []
  const theirs: number[] = []
  const waits: number[] = []
  await load(`${url}/lam-viec`, cookie)
  await load(bare.url, "")
  for (let round = 0; round < rounds; round += 1) {
    const one = await load(`${url}/lam-viec`, cookie)
    ours.push(one.perSecond)
    waits.push(...one.times)
    theirs.push((await load(bare.url, "")).perSecond)
    say(
      `${bodySlug} round ${round + 1}: ${Math.round(ours.at(-1) ?? 0)} against ${Math.round(theirs.at(-1) ?? 0)} requests/s`,
    )
  }
  const [value, ceiling] = [percentile(ours, 0.5), percentile(theirs, 0.5)]
  const name = bodySlug === "bench-2" ? "one-in-twenty" : "most"
  print({
    name: `pages.work.${name}`,
    value,
    unit: "requests/s",
    ratio: value / ceiling,
    against: "same SQL through bare pg, same string",
    n: rounds * requests,
  })
  print({
    name: `pages.work.${name}.p95`,
    value: percentile(waits, 0.95),
    unit: "ms",
    ratio: null,
    against: `${connections} connections`,
    n: waits.length,
  })
  await bare.close()
}

/** Search with and without accents, and the roll-up, one at a time. */
async function readOthers({ house, adminUrl }: Province, url: string): Promise<void> {
  const db = { ...house.db, adminUrl, keys: house.keys } as Parameters<typeof signInAs>[0]
  const { cookie } = await signInAs(db, { bodySlug: "bench-2", role: "officer" })
  const issuer = await signInAs(db, { bodySlug: "bench-1", role: "leader" })
  const list = await (await fetch(`${url}/van-ban`, { headers: { cookie: issuer.cookie } })).text()
  const directive = /\/van-ban\/[0-9a-f]{8}-[0-9a-f-]{27}/.exec(list)?.[0] ?? "/van-ban"
  const asked: [string, string, string][] = [
    ["search.accents", `/lam-viec?q=${encodeURIComponent("lừa đảo Đắk Lắk")}`, cookie],
    ["search.plain", "/lam-viec?q=lua+dao+dak+lak", cookie],
    ["directives", "/van-ban", issuer.cookie],
    ["roll-up", directive, issuer.cookie],
  ]
  for (const [name, path, who] of asked) {
    const { times } = await load(`${url}${path}`, who, { requests: 60, connections: 1 })
    print({
      name: `pages.${name}.p50`,
      value: percentile(times, 0.5),
      unit: "ms",
      ratio: null,
      against: null,
      n: times.length,
    })
    print({
      name: `pages.${name}.p95`,
      value: percentile(times, 0.95),
      unit: "ms",
      ratio: null,
      against: null,
      n: times.length,
    })
  }
}

type Served = { url: string; close(): Promise<void> }

function serveApp({ house }: Province): Promise<Served> {
  return new Promise((resolve) => {
    const server = serve({ fetch: createApp(house).fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () => new Promise((done) => server.close(() => done())),
      }),
    )
  })
}

/** The two statements of the page, as the superuser, without a transaction, and the finished page as it is. */
async function serveBare({ house, adminUrl }: Province, bodyId: string, page: string): Promise<Served> {
  const pool = new pg.Pool({ connectionString: adminUrl, max: 16 })
  const filter: WorkFilter = {
    state: "open",
    side: "body",
    mine: null,
    text: "",
    directiveId: null,
    bodyId: null,
  }
  const at = { bodyId, today }
  const [list, count] = await asPublic(house.db, async (tx) => [
    workQuery(at, filter, { limit: 50, offset: 0 }).compile(tx),
    countQuery(at, filter).compile(tx),
  ])
  const server = createServer((_request, response) => {
    const answer = async () => {
      await pool.query(list.sql, [...list.parameters])
      await pool.query(count.sql, [...count.parameters])
      response.setHeader("content-type", "text/html; charset=UTF-8")
      response.end(page)
    }
    answer().catch((error: unknown) => {
      response.statusCode = 500
      response.end(String(error))
    })
  })
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      const close = async () => {
        await new Promise<void>((done) => server.close(() => done()))
        await pool.end()
      }
      resolve({ url: `http://127.0.0.1:${port}/`, close })
    })
  })
}

type Loaded = { perSecond: number; times: number[] }

function load(url: string, cookie: string, size = { requests, connections }): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./load.ts", import.meta.url), { workerData: { url, cookie, ...size } })
    worker.once("message", resolve)
    worker.once("error", reject)
  })
}
