/**
 * A TAXII client takes a public collection of 200,000 objects, page by page over HTTP, in turns with the same pages by bare `pg`
 * and `JSON` behind Node's own server; and what it costs in memory.
 */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { serve } from "@hono/node-server"
import pg from "pg"
import { createApp } from "../../src/app.ts"
import { withClient } from "../../src/kernel/db/prepare.ts"
import { collectionId } from "../../src/sharing/taxii/actions/own.ts"
import { taxiiType } from "../../src/sharing/taxii/domain/service.ts"
import { flag, percentile, print, say } from "./figure.ts"
import { openProvince } from "./province.ts"

const rows = flag("--rows", 200_000)
const rounds = flag("--rounds", 3)
const pageSize = 1_000

const province = await openProvince()
const bare = new pg.Pool({ connectionString: province.adminUrl, max: 2 })
try {
  say(`filling ${rows} objects…`)
  await fill(province.adminUrl)
  const ours = serve({ fetch: createApp(province.house).fetch, port: 0, createServer })
  const theirs = createServer((request, response) => {
    void bareAnswer(new URL(request.url ?? "/", "http://x").searchParams.get("after") ?? "").then((text) =>
      response.setHeader("content-type", "application/json").end(text),
    )
  }).listen(0)
  await Promise.all(
    [ours, theirs].map((one) => one.listening || new Promise((ready) => one.once("listening", ready))),
  )
  await compare(addressOf(ours), addressOf(theirs))
  await Promise.all([ours, theirs].map((one) => new Promise((closed) => one.close(closed))))
} finally {
  await bare.end()
  await province.close()
}

type Walk = { seconds: number; times: number[]; objects: number }

async function compare(ours: string, theirs: string): Promise<void> {
  const path = `${ours}/taxii2/province/collections/${collectionId("public")}/objects/?limit=${pageSize}`
  const viaTaxii = () =>
    walk(
      (at) => `${path}${at === "" ? "" : `&next=${encodeURIComponent(at)}`}`,
      (told) => (told.more ? told.next : null),
    )
  const viaBare = () =>
    walk(
      (at) => `${theirs}/?after=${encodeURIComponent(at)}`,
      ({ next }) => next,
    )
  await viaTaxii()
  const before = process.memoryUsage().rss
  let highest = before
  const [mine, bares]: [Walk[], Walk[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    mine.push(await viaTaxii())
    highest = Math.max(highest, process.memoryUsage().rss)
    bares.push(await viaBare())
    say(
      `round ${round + 1}: ${perSecond([mine.at(-1)]).toFixed(0)} objects/s, bare ${perSecond([bares.at(-1)]).toFixed(0)}/s`,
    )
  }
  const p95 = (walks: Walk[]) =>
    percentile(
      walks.flatMap(({ times }) => times),
      0.95,
    )
  const against = "the same rows by bare pg and JSON"
  const n = rounds * rows
  print({
    name: "taxii: objects",
    value: perSecond(mine),
    unit: "objects/s",
    ratio: perSecond(mine) / perSecond(bares),
    against,
    n,
  })
  print({
    name: "taxii: slowest 5 % of pages",
    value: p95(mine),
    unit: "ms",
    ratio: p95(mine) / p95(bares),
    against,
    n: n / pageSize,
  })
  const mb = 1024 * 1024
  print({
    ...{ name: "taxii: memory, highest after a walk", value: highest / mb, unit: "MB" },
    ...{ ratio: highest / before, against: "after the first walk", n: rounds },
  })
}

function perSecond(walks: (Walk | undefined)[]): number {
  const all = walks.flatMap((one) => (one === undefined ? [] : [one.objects / one.seconds]))
  return percentile(all, 0.5)
}

type Page = { more?: boolean; next?: string | null; objects?: unknown[] }

async function walk(
  urlOf: (at: string) => string,
  nextOf: (page: Page) => string | null | undefined,
): Promise<Walk> {
  const times: number[] = []
  let [at, objects]: [string, number] = ["", 0]
  const began = performance.now()
  for (let pages = 0; pages <= rows / pageSize; pages += 1) {
    const asked = performance.now()
    const answer = await fetch(urlOf(at), { headers: { accept: taxiiType } })
    const page = (await answer.json()) as Page
    times.push(performance.now() - asked)
    objects += page.objects?.length ?? 0
    const next = nextOf(page)
    if (typeof next !== "string") break
    at = next
  }
  if (objects !== rows) throw new Error(`${objects} of ${rows} objects came`)
  return { seconds: (performance.now() - began) / 1_000, times, objects }
}

async function bareAnswer(after: string): Promise<string> {
  const { rows: found } = await bare.query(
    `select added::text as added, object::json as object from shared_objects where collection = 'public'
      and added > $1::timestamptz order by added limit ${pageSize}`,
    [after === "" ? "-infinity" : after],
  )
  const next = found.length < pageSize ? null : found.at(-1)?.added
  return JSON.stringify({ next, objects: found.map(({ object }) => object) })
}

function addressOf(server: { address(): AddressInfo | string | null }): string {
  const address = server.address()
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`
}

/** As the job writes them: an indicator and its observable, a microsecond apart. */
function fill(adminUrl: string): Promise<unknown> {
  return withClient(adminUrl, async (admin) => {
    await admin.query(
      `insert into shared_objects (collection, added, object_id, object_type, version, is_first, object)
      select 'public', timestamptz '2023-09-01' + n * interval '1 microsecond', id, 'indicator', '2023-09-01', true,
        json_build_object('type', 'indicator', 'spec_version', '2.1', 'id', id, 'created_by_ref', 'identity--' || md5('a')::uuid,
          'created', '2023-09-01T00:00:00.000Z', 'modified', '2023-09-01T00:00:00.000Z', 'name', 'domain: thu-' || n || '.example',
          'indicator_types', json_build_array('malicious-activity'), 'pattern', '[domain-name:value = ''thu-' || n || '.example'']',
          'pattern_type', 'stix', 'valid_from', '2023-08-31T17:00:00.000Z', 'valid_until', '2023-12-31T17:00:00.000Z', 'confidence', 85,
          'labels', json_build_array('gia-danh-dien-luc'), 'object_marking_refs',
          json_build_array('marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487'))::text
      from generate_series(1, $1::int) n, lateral (select 'indicator--' || md5(n::text)::uuid as id) x`,
      [rows],
    )
    await admin.query("analyze shared_objects")
  })
}
