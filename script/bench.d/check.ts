/**
 * The public check at 1,000,000 released indicators: answers a second beside the answer of the same server to an empty box,
 * in turns within one run; and how long from a release until the check knows of it.
 */
import { createServer } from "node:http"
import { Worker } from "node:worker_threads"
import { serve } from "@hono/node-server"
import { sql } from "kysely"
import { createApp } from "../../src/app.ts"
import { asOfficer } from "../../src/kernel/db/database.ts"
import { withClient } from "../../src/kernel/db/prepare.ts"
import { flag, percentile, print, say } from "./figure.ts"
import { openProvince } from "./province.ts"

const rows = flag("--rows", 1_000_000)
const rounds = flag("--rounds", 5)
const requests = flag("--requests", 400)
const releases = flag("--releases", 21)
const connections = 8

const province = await openProvince()
try {
  say(`filling ${rows} indicators…`)
  const people = await fill(province.adminUrl)
  const app = createApp(province.house)
  const server = serve({ fetch: app.fetch, port: 0, createServer })
  await new Promise((ready) => server.once("listening", ready))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/kiem-tra`
  await compareAnswers(url)
  await measureRelease(url, people)
  await new Promise((closed) => server.close(closed))
} finally {
  await province.close()
}

async function compareAnswers(url: string): Promise<void> {
  const asked = Array.from({ length: 200 }, (_, n) => numberOf(n % 2 === 0 ? n * 997 : rows + n * 13))
  const [answers, empties]: [number[], number[]] = [[], []]
  const waits: number[] = []
  await load(url, asked, 200)
  await load(url, [""], 422)
  for (let round = 0; round < rounds; round += 1) {
    const one = await load(url, asked, 200)
    answers.push(one.perSecond)
    waits.push(...one.times)
    empties.push((await load(url, [""], 422)).perSecond)
    say(`round ${round + 1}: ${answers.at(-1)?.toFixed(0)} answers/s, empty ${empties.at(-1)?.toFixed(0)}/s`)
  }
  const [ours, empty] = [percentile(answers, 0.5), percentile(empties, 0.5)]
  const n = rounds * requests
  print({
    name: `check: answers at ${rows} indicators`,
    value: ours,
    unit: "requests/s",
    ratio: ours / empty,
    against: "the same server's answer to an empty box",
    n,
  })
  print({
    name: "check: slowest 5 % of answers",
    value: percentile(waits, 0.95),
    unit: "ms",
    ratio: null,
    against: null,
    n,
  })
}

/** From just before the second person's statement until the check says "warned"; asked again without a pause. */
async function measureRelease(url: string, { bodyId, writer, head }: People): Promise<void> {
  const { db } = province.house
  const times: number[] = []
  for (let n = 0; n < releases; n += 1) {
    const value = `+8481${String(1_000_000 + n)}`
    const id = await asOfficer(db, { officerId: writer, bodyId }, async (tx) => {
      const made = await sql<{
        id: string
      }>`insert into shared_indicators (kind, value, digest, tlp, audience, confidence, reasons,
        valid_until, written_name) values ('phone', ${value}, '\\x00', 'clear', 'public', 80, 'nhiều tin', '2024-01-01', 'A') returning id`.execute(
        tx,
      )
      const made1 = made.rows[0]?.id ?? ""
      await sql`update shared_indicators set state = 'waiting' where id = ${made1}`.execute(tx)
      return made1
    })
    const began = performance.now()
    await asOfficer(db, { officerId: head, bodyId }, (tx) =>
      sql`update shared_indicators set state = 'released', released_name = 'B' where id = ${id}`.execute(tx),
    )
    while (!(await ask(url, value)).includes('class="verdict warned"'));
    times.push(performance.now() - began)
  }
  print({
    name: "check: from release to the answer, median",
    value: percentile(times, 0.5),
    unit: "ms",
    ratio: null,
    against: null,
    n: releases,
  })
}

async function ask(url: string, text: string): Promise<string> {
  const headers = { "sec-fetch-site": "same-origin" }
  return (await fetch(url, { method: "POST", headers, body: new URLSearchParams({ text }) })).text()
}

function numberOf(n: number): string {
  return `0${900_000_000 + n}`
}

type People = { bodyId: string; writer: string; head: string }

/** The rows are written past the triggers, as they would stand after years of releases by two people. */
async function fill(adminUrl: string): Promise<People> {
  return withClient(adminUrl, async (admin) => {
    const { rows: made } = await admin.query(`
      with b as (insert into bodies (slug, name, kind) values ('bench', 'Cơ quan', 'department') returning id),
        o as (insert into officers (full_name, email) values ('Người viết', 'a@bench.example'), ('Người ký', 'b@bench.example') returning id, email),
        p as (insert into posts (officer_id, body_id, title, role) select o.id, b.id, 'chức', case when o.email like 'b%' then 'leader' else 'officer' end from o, b)
      select b.id as body, (select id from o where email like 'a%') as writer, (select id from o where email like 'b%') as head from b`)
    const { body: bodyId, writer, head } = made[0]
    await admin.query("set session_replication_role = replica")
    await admin.query(
      `insert into shared_indicators (body_id, kind, value, digest, tlp, audience, trick, confidence, reasons, valid_from, valid_until, reports,
        state, writers, written_by, written_name, released_by, released_name, released_at)
      select $1, 'phone', v, sha256(convert_to('phone:' || v, 'UTF8')), 'clear', 'public', 'gia-danh-dien-luc', 80, 'nhiều tin', '2023-01-01', '2024-12-31',
        n % 60, 'released', array[$2::uuid], $2, 'Người viết', $3, 'Người ký', '2023-09-01'
      from generate_series(0, $4::int - 1) n, lateral (select '+84' || (900000000 + n) as v) x`,
      [bodyId, writer, head, rows],
    )
    await admin.query("set session_replication_role = default")
    await admin.query("analyze shared_indicators")
    return { bodyId, writer, head }
  })
}

type Loaded = { perSecond: number; times: number[] }

function load(url: string, asked: readonly string[], status: number): Promise<Loaded> {
  const bodies = asked.map((text) => new URLSearchParams({ text }).toString())
  const workerData = { url, cookie: "", requests, connections, bodies, status }
  const worker = new Worker(new URL("./load.ts", import.meta.url), { workerData })
  return new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject))
}
