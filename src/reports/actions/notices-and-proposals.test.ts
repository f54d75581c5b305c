import { beforeAll, describe, expect, test } from "vitest"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { noticePaths } from "../../notices/index.ts"
import { proposalPaths } from "../../proposals/index.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { bodies, people } from "../../testing/province.ts"
import { periodOf, windowOf } from "../domain/windows.ts"
import { readFigures, type Scope } from "./figures.ts"

const db = await freshDatabase()
let hub: Hub
const measures = ["correct", "label", "limit", "remove", "lock", "remove-24h"] as const
const outcomes = ["removed", "labelled", "locked", "refused", null] as const
const decided = ["approved", "partly", "refused", "returned", null] as const
const hour = 3_600_000

/** Notices sent and answered in the books of two bodies: the last minutes of days and of the period are among them. */
type Sent = {
  id: string
  by: "hub" | "police"
  measure: string
  at: string
  outcome: string | null
  hours: number
}
type Proposed = {
  id: string
  by: "hub" | "culture"
  first: string
  state: string
  told: { outcome: string; on: string }[]
}
const sent: Sent[] = []
const proposed: Proposed[] = []

beforeAll(async () => {
  hub = await hubOf(db)
  let nth = 0
  for (const measure of measures)
    for (const outcome of outcomes) {
      nth += 1
      const by = measure === "remove-24h" || nth % 7 === 0 ? "police" : "hub"
      // 15 June and 14 December are the first and the last day of a second half-year, to the minute in Vietnam.
      const at =
        ["2023-06-14T16:59:00Z", "2023-06-14T17:00:00Z", "2023-12-14T16:59:00Z", "2023-12-13T03:00:00Z"][
          nth % 4
        ] ?? ""
      const hours = [3, 24, 25, 60][(nth * 3) % 4] ?? 0
      sent.push({
        id: await sendNotice(nth, { by, measure, at, outcome, hours }),
        by,
        measure,
        at,
        outcome,
        hours,
      })
    }
  for (const [at, last] of decided.entries())
    for (const first of ["2023-06-14", "2023-06-15", "2023-12-14"]) {
      const by = at % 2 === 0 ? "hub" : "culture"
      const told =
        last === null
          ? []
          : [
              { outcome: "returned", on: first },
              { outcome: last, on: at === 1 ? "2024-02-01" : first },
            ]
      const state = at === 3 ? "withdrawn" : (last ?? "submitted")
      proposed.push({ id: await propose({ by, first, state, told }), by, first, state, told })
    }
})

async function sendNotice(nth: number, one: Omit<Sent, "id">): Promise<string> {
  const outcomeAt =
    one.outcome === null ? null : new Date(Date.parse(one.at) + one.hours * hour).toISOString()
  const state = one.outcome === null ? (nth % 2 === 0 ? "reversed" : "sent") : "answered"
  const counted = Array.from({ length: 5 }, (_, i) => ({ url: `https://mxh.example/${i}`, on: "2023-06-01" }))
  const { rows } = await db.admin(
    `insert into notices (body_id, complaint_hash, objection_hash, sealed, standing, url, platform, seen_at, filed_at, state, ground, measure,
      proportionality, lesser, counted, signing_body_id, assessed_by, assessed_name, assessed_at, approved_by, approved_name, approved_at, sent_at,
      asked_on, outcome, outcome_at, outcome_note)
    values ($1, $2, $3, '\\x00', 'self', 'https://mxh.example/bai', 'mxh.example', $4::timestamptz - interval '2 days', $4::timestamptz - interval '1 day', $5,
      'vu-khong-2020', $6, 'Bài nêu đích danh một người và sai sự thật.', 'Không đính chính.', $7, $8, $9, 'a', $4, $10, 'b', $4, $4,
      '2024-01-01', $11, $12, 'Ghi theo thư trả lời') returning id`,
    [
      bodies.hub.id,
      `c${nth}`,
      `o${nth}`,
      one.at,
      state,
      one.measure,
      JSON.stringify(counted),
      bodies[one.by].id,
      people.minh.id,
      people.lan.id,
      one.outcome,
      outcomeAt,
    ],
  )
  return String(rows[0]?.id)
}

async function propose(one: Omit<Proposed, "id">): Promise<string> {
  // Sent back once and submitted anew: the paper that counts last bears a later day.
  const { rows } = await db.admin(
    `insert into proposals (body_id, made_body, title, to_body_id, to_name, problem, state, keeper_id, keeper_name, made_name, submitted_number, submitted_on)
    values ($1, $1, 'Một đầu mối', $2, 'Văn phòng', 'Chậm', 'submitted', $3, 'a', 'a', '1/TTr', $4) returning id`,
    [bodies[one.by].id, bodies.office.id, people.minh.id, one.first],
  )
  const id = String(rows[0]?.id)
  for (const [at, told] of one.told.entries())
    await db.admin(
      `insert into proposal_decisions (body_id, proposal_id, outcome, number, decided_on, note, noted_body, noted_name, noted_at)
      values ($1, $2, $3, '2/UBND', $4, 'Nêu lý do', $1, 'a', now() + $5 * interval '1 minute')`,
      [bodies[one.by].id, id, told.outcome, told.on, at],
    )
  await db.admin("alter table proposals disable trigger proposals_guard")
  await db.admin("update proposals set state = $2, submitted_on = submitted_on + 3 where id = $1", [
    id,
    one.state,
  ])
  await db.admin("alter table proposals enable trigger proposals_guard")
  return id
}

const dayOf = (at: string, later = 0) =>
  new Date(Date.parse(at) + (later + 7) * hour).toISOString().slice(0, 10)
const within = (day: string, { from, to }: { from: string; to: string }) => from <= day && day <= to
const figureIn = async (id: string, label: string, who: Hub["lan"], scope: Scope) => {
  const window = windowOf(periodOf(label) ?? raise())
  const all = await asOfficer(db, who.who, (tx) => readFigures(tx, window, scope))
  return all.find((one) => one.definition.id === id) ?? raise()
}
const partsOf = (parts: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(parts, (one) => one)].map(([key, all]) => [key, all.length]))
const blocks = ["limit", "remove", "lock", "remove-24h"]

describe("what is counted from records of notices and proposals is what a person finds who goes through the books", () => {
  const readers = [
    { key: "lan", scope: "province", only: null },
    { key: "lan", scope: "own", only: "hub" },
    { key: "son", scope: "own", only: "police" },
  ] as const
  test.each(["2023-H1", "2023-H2", "2023-Q4", "2023", "2024-H1"])(
    "in %s: requests sent, contents removed and how fast",
    async (label) => {
      const window = windowOf(periodOf(label) ?? raise())
      for (const { key, scope, only } of readers) {
        const own = sent.filter(
          ({ by, measure }) => (only === null || by === only) && blocks.includes(measure),
        )
        const asked = own.filter(({ at }) => within(dayOf(at), window))
        const gone = own.filter(
          ({ outcome, at, hours }) => outcome === "removed" && within(dayOf(at, hours), window),
        )
        const requests = await figureIn("III.6.1", label, hub[key], scope)
        expect([scope, requests.value]).toEqual([scope, asked.length])
        expect(Object.fromEntries(requests.parts.map(({ part, value }) => [part, value]))).toEqual(
          partsOf(asked.map(({ measure }) => (measure.startsWith("remove") ? "remove" : measure))),
        )
        const removed = await figureIn("III.6.2", label, hub[key], scope)
        expect([scope, removed.value]).toEqual([scope, gone.length])
        expect(removed.parts.find(({ part }) => part === "within-24h")?.value ?? 0).toBe(
          gone.filter(({ hours }) => hours <= 24).length,
        )
      }
    },
  )

  test.each(["2023-H1", "2023-H2", "2023", "2024-H1"])(
    "in %s: proposals by the day on which each first went up, with what had become of it on the last day",
    async (label) => {
      const window = windowOf(periodOf(label) ?? raise())
      for (const { key, scope, only } of [
        { key: "lan", scope: "province", only: null },
        { key: "lan", scope: "own", only: "hub" },
        { key: "van", scope: "own", only: "culture" },
      ] as const) {
        const counted = proposed.filter(
          ({ by, first, state }) =>
            (only === null || by === only) && state !== "withdrawn" && within(first, window),
        )
        const figure = await figureIn("VI.1", label, hub[key], scope)
        expect([scope, figure.value]).toEqual([scope, counted.length])
        expect(Object.fromEntries(figure.parts.map(({ part, value }) => [part, value]))).toEqual(
          partsOf(
            counted.map(({ told }) => told.filter(({ on }) => on <= window.to).at(-1)?.outcome ?? "waiting"),
          ),
        )
      }
    },
  )

  test("each number opens down to its records; another body's are counted and not opened", async () => {
    const page = async (id: string, who: Hub["lan"]) =>
      (await hub.get(`/bao-cao/so-lieu/2023-H2/${id}`, who)).text()
    const own =
      sent.find(
        ({ by, measure, at }) => by === "hub" && measure === "remove" && at === "2023-06-14T17:00:00Z",
      ) ?? raise()
    expect(await page("III.6.1", hub.lan)).toContain(noticePaths.notice(own.id))
    const theirs =
      proposed.find(
        ({ by, first, state }) => by === "hub" && first === "2023-06-15" && state !== "withdrawn",
      ) ?? raise()
    expect(await page("VI.1", hub.lan)).toContain(proposalPaths.proposal(theirs.id))
    const elsewhere = await page("VI.1", hub.ngoai)
    expect(elsewhere).not.toContain(proposalPaths.proposal(theirs.id))
  })
})

function raise(): never {
  throw new Error("not there")
}
