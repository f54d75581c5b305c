/** One tip after the other, and what finding its likes costs, beside the fewest statements that write the same rows. */
import { randomBytes } from "node:crypto"
import { sql } from "kysely"
import type pg from "pg"
import { asReporter, kept } from "../../src/kernel/db/database.ts"
import { type Taking, takeFromPublic } from "../../src/signals/actions/take.ts"
import { bareClient, compare, compareTimes, percentile, say } from "./figure.ts"
import type { Province } from "./province.ts"

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

/** What of the counting is the same for both comparisons: `known` is the row of the number, new or not. */
const knownNumber = `
  fresh as (insert into indicators (body_id, kind, value) values ($2, 'phone', $3) on conflict do nothing returning id),
  known as (select id from fresh union all select id from indicators where body_id = $2 and kind = 'phone' and value = $3),
  named as (insert into signal_identifiers (signal_id, indicator_id, body_id, role, source, at)
    select $1, id, $2, 'suspect', 'given', now() from known),
  alike as (select count(distinct o.signal_id)::int as tips from (select o.signal_id from known
    join signal_identifiers o on o.indicator_id = known.id and o.role = 'suspect' and o.signal_id <> $1 limit 1000) o)`

/**
 * The rows that one tip becomes, written in one statement whose plan is kept, without roles, row security, sealing or
 * reading; correlated like ours, and waking the delivery like ours.
 */
const bareTipText = `with ${knownNumber},
  s as (insert into signals (id, body_id, channel, path, state, urgency, type, redacted_text, is_anonymous, alike_before)
    select $1, $2, 'portal', 'identifier', 'received', 'ongoing', 'gia-danh-cong-an', $4, true, tips from alike),
  r as (insert into signal_receipts (signal_id, body_id, code_hash, salt, hash, at, key_id, signature)
    values ($1, $2, $5, '', '', now(), '', '')),
  x as (insert into signal_seals (signal_id, body_id, raw_text) values ($1, $2, $6)),
  e as (insert into signal_events (signal_id, body_id, what, state_after) values ($1, $2, 'signal.received', 'received')),
  j as (insert into journal (what, record_kind, record_id) values ('signal.received', 'signal', $1::uuid::text)),
  o as (insert into outbox (event, record_id) values ('signal.received', $1::uuid::text))
  select case when not exists (select from graphile_worker._private_jobs
      where key = 'outbox.deliver' and locked_at is null and attempts < max_attempts and run_at <= now())
    then (graphile_worker.add_job('outbox.deliver', job_key => 'outbox.deliver')).id end`

async function bareTip(client: pg.Client, bodyId: string, n: number): Promise<void> {
  const opened = (await client.query("begin; select uuidv7() as id")) as unknown as {
    rows: { id: string }[]
  }[]
  const signal = opened[1]?.rows[0]?.id ?? ""
  const text = `${phone(n)}\nSố này gọi xưng là công an, bắt chuyển tiền, lần thử ${n}.`
  const hash = randomBytes(16).toString("hex")
  await client.query({
    name: "bare-tip",
    text: bareTipText,
    values: [signal, bodyId, phone(n), text, hash, Buffer.from(text)],
  })
  await client.query("commit")
}

/** The same rows as a plain program writes them: table by table, each statement planned when it is asked. */
async function plainTip(client: pg.Client, bodyId: string, n: number): Promise<void> {
  const opened = (await client.query("begin; select uuidv7() as id")) as unknown as {
    rows: { id: string }[]
  }[]
  const id = opened[1]?.rows[0]?.id ?? ""
  const text = `${phone(n)}\nSố này gọi xưng là công an, bắt chuyển tiền, lần thử ${n}.`
  const hash = randomBytes(16).toString("hex")
  for (const [statement, values] of [
    [
      `insert into signals (id, body_id, channel, path, state, urgency, type, redacted_text, is_anonymous)
       values ($1, $2, 'portal', 'identifier', 'received', 'ongoing', 'gia-danh-cong-an', $3, true)`,
      [id, bodyId, text],
    ],
    [
      `insert into signal_receipts (signal_id, body_id, code_hash, salt, hash, at, key_id, signature)
       values ($1, $2, $3, '', '', now(), '', '')`,
      [id, bodyId, hash],
    ],
    [
      "insert into signal_seals (signal_id, body_id, raw_text) values ($1, $2, $3)",
      [id, bodyId, Buffer.from(text)],
    ],
    [
      "insert into signal_events (signal_id, body_id, what, state_after) values ($1, $2, 'signal.received', 'received')",
      [id, bodyId],
    ],
    [
      `with ${knownNumber} update signals set alike_before = (select tips from alike) where id = $1`,
      [id, bodyId, phone(n)],
    ],
    ["insert into journal (what, record_kind, record_id) values ('signal.received', 'signal', $1)", [id]],
    ["insert into outbox (event, record_id) values ('signal.received', $1)", [id]],
    ["select graphile_worker.add_job('outbox.deliver', job_key => 'outbox.deliver')", []],
  ] as [string, unknown[]][])
    await client.query(statement, values)
  await client.query("commit")
}

type Size = { tips: number; rounds: number }

/** Beside two ceilings: the fewest statements that write the same rows, and the same rows table by table. */
export async function compareIntake(
  { house, adminUrl }: Province,
  bodyId: string,
  { tips, rounds }: Size,
): Promise<void> {
  const client = await bareClient(adminUrl)
  const [ours, least, plain]: [number[], number[], number[]] = [[], [], []]
  let n = 0
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await perSecond(tips, () => takeFromPublic(house, taking(n++))))
    least.push(await perSecond(tips, () => bareTip(client, bodyId, n++)))
    plain.push(await perSecond(tips, () => plainTip(client, bodyId, n++)))
    const [one, two, three] = [ours, least, plain].map((all) => Math.round(all.at(-1) ?? 0))
    say(`intake ${round + 1}: ${one} against ${two} and ${three} tips/s`)
  }
  await client.end()
  for (const [name, bare, against] of [
    ["signals.intake", plain, "the same rows as bare SQL, table by table, one connection each"],
    ["signals.intake.least", least, "the same rows in one bare statement whose plan is kept"],
  ] as const)
    compare(name, "tips/s", percentile(ours, 0.5), percentile(bare, 0.5), rounds * tips, against)
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  for (let i = 0; i < count; i += 1) await work()
  return (count / (performance.now() - began)) * 1000
}

/** What finding the tips that share a clue costs inside the insert's transaction. */
export async function compareCorrelation(
  { adminUrl, house }: Province,
  bodyId: string,
  tips: number,
): Promise<void> {
  const client = await bareClient(adminUrl)
  const [ours, theirs]: [number[], number[]] = [[], []]
  const nameless = (n: number): Taking => ({ ...taking(n), tip: { ...taking(n).tip, target: "" } })
  for (let n = 0; n < tips; n += 1) {
    const taken = await takeFromPublic(house, nameless(n))
    const named = JSON.stringify([{ kind: "phone", value: phone(n), role: "suspect", source: "given" }])
    await asReporter(house.db, house.keys.hmac("receipt", taken.code), async (tx) => {
      await sql`select 1`.execute(tx)
      const began = performance.now()
      await sql`${kept}select take_identifiers(${taken.signalId}::uuid, ${named}::jsonb)`.execute(tx)
      ours.push(performance.now() - began)
    })
    const other = await takeFromPublic(house, nameless(n))
    await client.query("begin")
    const began = performance.now()
    await client.query({
      name: "bare-correlation",
      text: `with ${knownNumber} update signals set alike_before = (select tips from alike) where id = $1`,
      values: [other.signalId, bodyId, phone(n)],
    })
    theirs.push(performance.now() - began)
    await client.query("commit")
  }
  await client.end()
  compareTimes("signals.correlation", ours, theirs)
}
