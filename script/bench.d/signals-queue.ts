/** The queue's page over HTTP, beside a server that asks for its rows and counts with bare SQL and sends the same string. */
import { createServer } from "node:http"
import { Worker } from "node:worker_threads"
import { serve } from "@hono/node-server"
import pg from "pg"
import { createApp } from "../../src/app.ts"
import { asOfficer } from "../../src/kernel/db/database.ts"
import { countWaiting, nothingDue } from "../../src/signals/store/queue.ts"
import { compare, percentile, print, say } from "./figure.ts"
import type { Province } from "./province.ts"
import type { Officer } from "./signals-search.ts"

const open = "body_id = $1 and state in ('received', 'reviewing', 'asked')"
const some = (condition: string) =>
  `(select count(*)::int from (select from signals where body_id = $1 and ${condition} limit 1000) s)`

/** What the page shows, each with its plan kept: the rows, how many there are, and the figures on its tabs. */
const bareStatements = {
  rows: `select id, state, urgency, type, channel, place, left(redacted_text, 240) as gist, loss_vnd, received_at, handler_name, alike_before
    from signals where ${open} order by rank, received_at desc, id limit 25`,
  total: `select count(*)::int from (select from signals where ${open} limit 10000) s`,
  tabs: `select ${some("state in ('received', 'reviewing', 'asked')")},
    ${some("state in ('received', 'reviewing', 'asked') and rank = 0")},
    ${some("state in ('received', 'reviewing', 'asked') and handler_id = '00000000-0000-7000-8000-000000000000'")}, ${some("state = 'held'")},
    (select count(*) from (select from signal_forwards where to_body_id = $1 and state = 'sent' limit 1000) f),
    (select count(*) from (select from share_answers where body_id = $1 and state = 'asked' limit 1000) a)`,
} as const

export async function compareQueue(
  { house, adminUrl }: Province,
  { cookie, bodyId, who }: Officer,
  rounds: number,
): Promise<void> {
  const app = await served(createApp(house).fetch)
  const page = await (await fetch(`${app.url}/tin-bao`, { headers: { cookie } })).text()
  const waiting = await asOfficer(house.db, { ...who, requestId: "" }, (tx) => countWaiting(tx, nothingDue))
  say(`${waiting.open} wait`)
  const pool = new pg.Pool({ connectionString: adminUrl, max: 8 })
  pool.on("error", () => {})
  const bare = createServer(async (request, response) => {
    const isKept = request.url === "/kept"
    for (const [name, text] of Object.entries(bareStatements))
      await pool.query(isKept ? { name, text, values: [bodyId] } : { text, values: [bodyId] })
    response.setHeader("content-type", "text/html; charset=utf-8")
    response.end(page)
  })
  await new Promise<void>((resolve) => bare.listen(0, "127.0.0.1", resolve))
  const address = bare.address()
  const bareUrl = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`
  const [ours, theirs, least]: [number[], number[], number[]] = [[], [], []]
  const waits: number[] = []
  // Both sides warm up: a program that serves all day has its hot paths compiled, and its plans kept.
  for (let round = 0; round < 2; round += 1) {
    await load(`${app.url}/tin-bao`, cookie)
    await load(bareUrl, "")
    await load(`${bareUrl}kept`, "")
  }
  for (let round = 0; round < rounds; round += 1) {
    const one = await load(`${app.url}/tin-bao`, cookie)
    ours.push(one.perSecond)
    waits.push(...one.times)
    theirs.push((await load(bareUrl, "")).perSecond)
    least.push((await load(`${bareUrl}kept`, "")).perSecond)
    const said = [ours, theirs, least].map((one) => Math.round(one.at(-1) ?? 0))
    say(`queue ${round + 1}: ${said[0]} against ${said[1]} and ${said[2]} requests/s`)
  }
  compare(
    "signals.queue",
    "requests/s",
    percentile(ours, 0.5),
    percentile(theirs, 0.5),
    rounds * requestsOfRound,
    "the page's rows and counts through bare pg, planned when asked, same string",
  )
  compare(
    "signals.queue.least",
    "requests/s",
    percentile(ours, 0.5),
    percentile(least, 0.5),
    rounds * requestsOfRound,
    "the same with plans that are kept",
  )
  print({
    name: "signals.queue.p95",
    value: percentile(waits, 0.95),
    unit: "ms",
    ratio: null,
    against: "8 connections",
    n: waits.length,
  })
  await pool.end()
  await new Promise((resolve) => bare.close(resolve))
  await app.close()
}

function served(
  fetch: ReturnType<typeof createApp>["fetch"],
): Promise<{ url: string; close(): Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () => new Promise((done) => server.close(() => done())),
      }),
    )
  })
}

const requestsOfRound = 1_000

function load(url: string, cookie: string): Promise<{ perSecond: number; times: number[] }> {
  return new Promise((resolve, reject) => {
    const workerData = { url, cookie, requests: requestsOfRound, connections: 8 }
    const worker = new Worker(new URL("./load.ts", import.meta.url), { workerData })
    worker.once("message", resolve)
    worker.once("error", reject)
  })
}
