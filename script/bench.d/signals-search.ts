/** Searching, and the lists that are longest, beside the same statements as bare SQL. */
import type pg from "pg"
import type { signInAs } from "../../src/accounts/testing.ts"
import { readAsOfficer } from "../../src/kernel/db/database.ts"
import { soughtIn } from "../../src/signals/domain/search.ts"
import { nothingDue, type QueueFilter, readQueue } from "../../src/signals/store/queue.ts"
import { bareClient, compareTimes } from "./figure.ts"
import type { Province } from "./province.ts"

export type Officer = Awaited<ReturnType<typeof signInAs>>
type Page = Parameters<typeof readQueue>[2]
type Asked = { filter: Partial<QueueFilter>; page?: Partial<Page> }
type Bare = { where: string; order: string; values: unknown[]; offset?: number }

const timesEach = 60
const matches = "search @@ websearch_to_tsquery('public.vietnamese', $2)"
const newest = "received_at desc, id"

/** A rare place with and without its accents, and a word that stands in every tip. */
export async function compareSearch(province: Province, officer: Officer): Promise<void> {
  const client = await bareClient(province.adminUrl)
  for (const [name, text] of [
    ["accents", "người nghe ở Đắk Lắk"],
    ["plain", "nguoi nghe o dak lak"],
    ["frequent", "công an"],
  ] as const) {
    const bare = { where: `body_id = $1 and ${matches}`, order: newest, values: [officer.bodyId, text] }
    await compareOne(province, officer, client, `signals.search.${name}`, { filter: { text } }, bare)
  }
  await client.end()
}

/** Everything, newest first: its first page, and the last one that the list offers. */
export async function compareLists(province: Province, officer: Officer): Promise<void> {
  const client = await bareClient(province.adminUrl)
  for (const [name, offset] of [
    ["all", 0],
    ["deep", 9_975],
  ] as const) {
    const bare = { where: "body_id = $1", order: newest, values: [officer.bodyId], offset }
    const asked = { filter: {}, page: { offset } }
    await compareOne(province, officer, client, `signals.list.${name}`, asked, bare)
  }
  await client.end()
}

async function compareOne(
  { house }: Province,
  { who }: Officer,
  client: pg.Client,
  name: string,
  asked: Asked,
  bare: Bare,
): Promise<void> {
  const nothing = {
    drawer: "all",
    text: "",
    sought: soughtIn(asked.filter.text ?? ""),
    urgency: "",
    type: "",
    since: nothingDue,
  } as const
  const page: Page = { order: "new", limit: 25, offset: 0, ...asked.page }
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let i = 0; i < timesEach; i += 1) {
    let began = performance.now()
    const found = await readAsOfficer(
      house.db,
      { ...who, requestId: "" },
      (tx) => readQueue(tx, { ...nothing, ...asked.filter }, page),
      "at-once",
    )
    ours.push(performance.now() - began)
    if (found.rows.length === 0) throw new Error(`nothing found for ${name}`)
    began = performance.now()
    await client.query(
      `select id, state, urgency, type, channel, place, left(redacted_text, 240), loss_vnd, received_at, handler_name, alike_before
       from signals where ${bare.where} order by ${bare.order} limit 25 offset ${bare.offset ?? 0}`,
      bare.values,
    )
    await client.query(
      `select count(*) from (select from signals where ${bare.where} limit 10000) s`,
      bare.values,
    )
    theirs.push(performance.now() - began)
  }
  compareTimes(name, ours, theirs)
}
