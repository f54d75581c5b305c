/**
 * Taking tips in, finding what shares a clue, searching and the queue's page, over many tips: each as the program does it
 * (roles, row security, sealing, reading) beside the same rows as bare SQL through `pg` as superuser, in one run.
 */
import { randomBytes } from "node:crypto"
import { createServer } from "node:http"
import { Worker } from "node:worker_threads"
import { serve } from "@hono/node-server"
import pg from "pg"
import { signInAs } from "../../src/accounts/testing.ts"
import { createApp } from "../../src/app.ts"
import { asOfficer } from "../../src/kernel/db/database.ts"
import { withClient } from "../../src/kernel/db/prepare.ts"
import { type Taking, takeFromPublic } from "../../src/signals/actions/take.ts"
import { countWaiting, readQueue } from "../../src/signals/store/queue.ts"
import { flag, percentile, print, say } from "./figure.ts"
import { openProvince, type Province } from "./province.ts"

const rows = flag("--rows", 200_000)
const tips = flag("--tips", 400)
const rounds = flag("--rounds", 5)

const province = await openProvince()
try {
  const { house, adminUrl } = province
  const db = { ...house.db, adminUrl, keys: house.keys } as Parameters<typeof signInAs>[0]
  const lead = { name: "Cơ quan đầu mối", isLead: true }
  const officer = await signInAs(db, { bodySlug: "bench-lead", body: lead, role: "officer" })
  say(`filling ${rows} tips…`)
  await fill(adminUrl, officer.bodyId, rows)
  await compareIntake(province, officer.bodyId)
  await compareCorrelation(province, officer.bodyId)
  await compareSearch(province, officer)
  await compareQueue(province, officer)
} finally {
  await province.close()
}

async function fill(url: string, bodyId: string, count: number): Promise<void> {
  await withClient(url, async (admin) => {
    await admin.query(
      `insert into signals (id, body_id, channel, path, state, urgency, type, place, redacted_text, is_anonymous, close_reason, received_at)
      select uuidv7(), $1, 'portal', 'identifier', case when i % 40 = 0 then 'received' else 'closed' end,
        (array['past','ongoing','money-moving-now'])[1 + i % 3], 'gia-danh-cong-an', case when i % 997 = 0 then 'xã Đắk Lắk' end,
        'Số ' || (900000000 + i % 50000) || ' gọi xưng là công an, bắt chuyển tiền. Lần thứ ' || i
          || case when i % 997 = 0 then ', người nghe ở Đắk Lắk' else '' end, true,
        case when i % 40 = 0 then null else 'handled' end, timestamptz '2023-09-01' - i * interval '3 minutes'
      from generate_series(1, $2::int) i`,
      [bodyId, count],
    )
    await admin.query(
      `insert into indicators (body_id, kind, value) select $1, 'phone', '+84' || (900000000 + i) from generate_series(0, 49999) i`,
      [bodyId],
    )
    await admin.query(
      `insert into signal_identifiers (signal_id, indicator_id, body_id, role, source, at)
      select s.id, i.id, s.body_id, 'suspect', 'read', s.received_at from signals s
        join indicators i on i.body_id = s.body_id and i.value = '+84' || substring(s.redacted_text from 4 for 9)`,
    )
    await admin.query("vacuum (analyze) signals")
    await admin.query("analyze")
  })
}

function phone(n: number): string {
  return `+84${900_000_000 + ((n * 7919) % 50_000)}`
}
function taking(n: number): Taking {
  return {
    tip: {
      path: "identifier",
      target: phone(n),
      text: `Số này gọi xưng là công an, bắt chuyển tiền, lần thử ${n}.`,
      place: "",
      name: "",
      contact: "",
    },
    channel: "portal",
    once: randomBytes(16).toString("hex"),
    files: [],
    keepsOriginals: false,
    isHeld: false,
  }
}

/** The rows that one tip becomes, written without roles, row security, sealing or reading; correlated like ours. */
async function bareTip(client: pg.Client, bodyId: string, n: number): Promise<void> {
  const id = (await client.query("begin; select uuidv7() as id")) as unknown as { rows: { id: string }[] }[]
  const signal = id[1]?.rows[0]?.id ?? ""
  const text = `${phone(n)}\nSố này gọi xưng là công an, bắt chuyển tiền, lần thử ${n}.`
  await client.query(
    `insert into signals (id, body_id, channel, path, state, urgency, type, redacted_text, is_anonymous)
     values ($1, $2, 'portal', 'identifier', 'received', 'ongoing', 'gia-danh-cong-an', $3, true)`,
    [signal, bodyId, text],
  )
  await client.query(
    "insert into signal_receipts (signal_id, body_id, code_hash, salt, hash, at, key_id, signature) values ($1, $2, $3, '', '', now(), '', '')",
    [signal, bodyId, randomBytes(16).toString("hex")],
  )
  await client.query("insert into signal_seals (signal_id, body_id, raw_text) values ($1, $2, $3)", [
    signal,
    bodyId,
    Buffer.from(text),
  ])
  await client.query(
    "insert into signal_events (signal_id, body_id, what, state_after) values ($1, $2, 'signal.received', 'received')",
    [signal, bodyId],
  )
  await bareCorrelation(client, bodyId, signal, phone(n))
  await client.query(
    "insert into journal (what, record_kind, record_id) values ('signal.received', 'signal', $1)",
    [signal],
  )
  await client.query("insert into outbox (event, record_id) values ('signal.received', $1)", [signal])
  await client.query("select graphile_worker.add_job('outbox.deliver', job_key => 'outbox.deliver')")
  await client.query("commit")
}

async function bareCorrelation(
  client: pg.Client,
  bodyId: string,
  signal: string,
  value: string,
): Promise<void> {
  await client.query(
    "insert into indicators (body_id, kind, value) values ($1, 'phone', $2) on conflict do nothing",
    [bodyId, value],
  )
  await client.query(
    `insert into signal_identifiers (signal_id, indicator_id, body_id, role, source, at)
     select $1, id, body_id, 'suspect', 'given', now() from indicators where body_id = $2 and kind = 'phone' and value = $3`,
    [signal, bodyId, value],
  )
  await client.query(
    `update signals set alike_before = (select count(distinct o.signal_id) from signal_identifiers m
       join signal_identifiers o on o.indicator_id = m.indicator_id where m.signal_id = $1 and o.signal_id <> $1) where id = $1`,
    [signal],
  )
}

async function compareIntake({ house, adminUrl }: Province, bodyId: string): Promise<void> {
  const client = await bareClient(adminUrl)
  const [ours, theirs]: [number[], number[]] = [[], []]
  let n = 0
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await perSecond(tips, () => takeFromPublic(house, taking(n++))))
    theirs.push(await perSecond(tips, () => bareTip(client, bodyId, n++)))
    say(
      `intake ${round + 1}: ${Math.round(ours.at(-1) ?? 0)} against ${Math.round(theirs.at(-1) ?? 0)} tips/s`,
    )
  }
  await client.end()
  compare(
    "signals.intake",
    "tips/s",
    percentile(ours, 0.5),
    percentile(theirs, 0.5),
    rounds * tips,
    "the same rows as bare SQL, one connection each",
  )
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  for (let i = 0; i < count; i += 1) await work()
  return (count / (performance.now() - began)) * 1000
}

/** What finding the tips that share a clue costs inside the insert's transaction. */
async function compareCorrelation({ adminUrl, house }: Province, bodyId: string): Promise<void> {
  const { sql } = await import("kysely")
  const { asReporter } = await import("../../src/kernel/db/database.ts")
  const client = await bareClient(adminUrl)
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let n = 0; n < tips; n += 1) {
    const taken = await takeFromPublic(house, { ...taking(n), tip: { ...taking(n).tip, target: "" } })
    const named = JSON.stringify([{ kind: "phone", value: phone(n), role: "suspect", source: "given" }])
    const code = house.keys.hmac("receipt", taken.code)
    await asReporter(house.db, code, async (tx) => {
      const began = performance.now()
      await sql`select take_identifiers(${taken.signalId}::uuid, ${named}::jsonb)`.execute(tx)
      ours.push(performance.now() - began)
    })
    const other = await takeFromPublic(house, { ...taking(n), tip: { ...taking(n).tip, target: "" } })
    await client.query("begin")
    const began = performance.now()
    await bareCorrelation(client, bodyId, other.signalId, phone(n))
    theirs.push(performance.now() - began)
    await client.query("commit")
  }
  await client.end()
  compareTimes("signals.correlation", ours, theirs)
}

/** When a measurement fails the cluster stops first: that is no news of its own. */
async function bareClient(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  client.on("error", () => {})
  await client.connect()
  return client
}

type Officer = Awaited<ReturnType<typeof signInAs>>

async function compareSearch({ house, adminUrl }: Province, { who, bodyId }: Officer): Promise<void> {
  const client = await bareClient(adminUrl)
  const page = { order: "urgent", limit: 25, offset: 0 } as const
  for (const [name, text] of [
    ["accents", "người nghe ở Đắk Lắk"],
    ["plain", "nguoi nghe o dak lak"],
  ] as const) {
    const [ours, theirs]: [number[], number[]] = [[], []]
    const filter = { drawer: "all", text, named: [], urgency: "", type: "" } as const
    for (let i = 0; i < 60; i += 1) {
      let began = performance.now()
      const found = await asOfficer(house.db, { ...who, requestId: "" }, (tx) => readQueue(tx, filter, page))
      ours.push(performance.now() - began)
      if (found.total === 0) throw new Error(`nothing found for ${text}`)
      began = performance.now()
      for (const columns of ["*", "count(*)"])
        await client.query(
          `select ${columns} from (select id, redacted_text, rank, received_at from signals where body_id = $1
             and search @@ websearch_to_tsquery('public.vietnamese', $2) order by rank, received_at desc, id limit ${columns === "*" ? 25 : 10_000}) s`,
          [bodyId, text],
        )
      theirs.push(performance.now() - began)
    }
    compareTimes(`signals.search.${name}`, ours, theirs)
  }
  await client.end()
}

async function compareQueue({ house, adminUrl }: Province, { cookie, bodyId, who }: Officer): Promise<void> {
  const app = await served(createApp(house).fetch)
  const page = await (await fetch(`${app.url}/tin-bao`, { headers: { cookie } })).text()
  const pool = new pg.Pool({ connectionString: adminUrl, max: 8 })
  pool.on("connect", (client) => client.on("error", () => {}))
  const waiting = await asOfficer(house.db, { ...who, requestId: "" }, countWaiting)
  say(`${waiting.open} wait`)
  const bare = createServer(async (_request, response) => {
    const open = "body_id = $1 and state in ('received', 'reviewing', 'asked')"
    await pool.query(
      `select id, left(redacted_text, 240) from signals where ${open} order by rank, received_at desc, id limit 25`,
      [bodyId],
    )
    await pool.query(`select count(*) from (select from signals where ${open} limit 10000) s`, [bodyId])
    response.setHeader("content-type", "text/html; charset=utf-8")
    response.end(page)
  })
  await new Promise<void>((resolve) => bare.listen(0, "127.0.0.1", resolve))
  const address = bare.address()
  const bareUrl = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`
  const [ours, theirs]: [number[], number[]] = [[], []]
  const waits: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const one = await load(`${app.url}/tin-bao`, cookie)
    ours.push(one.perSecond)
    waits.push(...one.times)
    theirs.push((await load(bareUrl, "")).perSecond)
    say(
      `queue ${round + 1}: ${Math.round(ours.at(-1) ?? 0)} against ${Math.round(theirs.at(-1) ?? 0)} requests/s`,
    )
  }
  compare(
    "signals.queue",
    "requests/s",
    percentile(ours, 0.5),
    percentile(theirs, 0.5),
    rounds * 300,
    "the list's SQL through bare pg, same string",
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

function load(url: string, cookie: string): Promise<{ perSecond: number; times: number[] }> {
  return new Promise((resolve, reject) => {
    const workerData = { url, cookie, requests: 300, connections: 8 }
    const worker = new Worker(new URL("./load.ts", import.meta.url), { workerData })
    worker.once("message", resolve)
    worker.once("error", reject)
  })
}

function compare(
  name: string,
  unit: "tips/s" | "requests/s",
  value: number,
  ceiling: number,
  n: number,
  against: string,
): void {
  print({ name, value, unit, ratio: value / ceiling, against, n })
}

function compareTimes(name: string, ours: readonly number[], theirs: readonly number[]): void {
  for (const [label, share] of [
    ["p50", 0.5],
    ["p95", 0.95],
  ] as const) {
    const [value, bare] = [percentile(ours, share), percentile(theirs, share)]
    // A ratio of half the ceiling or better is one of at least 0.5: bare time over ours.
    print({
      name: `${name}.${label}`,
      value,
      unit: "ms",
      ratio: bare / value,
      against: `${bare.toFixed(2)} ms as bare SQL`,
      n: ours.length,
    })
  }
}
