import fc from "fast-check"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { desksIn } from "../../cases/testing/hub.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { tallyTips } from "../../signals/index.ts"
import { countedToday, keepWalks, walked } from "../testing/counted-tips.ts"

let now = "2023-09-15T02:00:00Z"
const db = await freshDatabase({ clock: { now: () => new Date(now) } })
const desks = await desksIn(db)
const ids = [desks.lan, desks.son, desks.ngoai].map((desk) => desk.who.bodyId)
const telco = desks.tam.who.bodyId
const admin = new pg.Client({ connectionString: db.adminUrl })
const other = new pg.Client({ connectionString: db.adminUrl })
beforeAll(async () => {
  await admin.connect()
  await other.connect()
  await keepWalks(db)
})
afterAll(async () => {
  await admin.end()
  await other.end()
})

type Values = {
  body: number
  telco: boolean
  channel: string
  type: string
  place: string | null
  loss: number | null
  at: number
}
type Step =
  | { does: "comes" | "comes while counting"; tip: Values }
  | { does: "is corrected"; which: number; to: Partial<Values> }
  | { does: "is merged" | "goes"; which: number }
  | { does: "days pass"; days: number }
  | { does: "is counted" }

/** Hours since the first of May 2023 in Việt Nam, the first and last hours of half-months among them. */
const anyHour = fc.oneof(
  fc.integer({ min: 0, max: 200 * 24 }),
  fc
    .tuple(fc.constantFrom(0, 14, 31, 45, 61, 75, 92, 106), fc.constantFrom(-0.01, 0, 6.99, 7))
    .map(([day, hour]) => Math.max(0, day * 24 + hour)),
)
const parts = {
  body: fc.nat({ max: 2 }),
  telco: fc.boolean(),
  channel: fc.constantFrom("portal", "phone", "forwarded"),
  type: fc.constantFrom("vay", "mao-danh"),
  place: fc.option(fc.constantFrom("Phố Hiến", "")),
  loss: fc.option(fc.integer({ min: 0, max: 9e9 })),
  at: anyHour,
}
const which = fc.nat({ max: 30 })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constantFrom("comes", "comes while counting"), tip: fc.record(parts) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("is corrected"),
      which,
      to: fc.record(parts, { requiredKeys: [] }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom("is merged", "goes"), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("days pass"), days: fc.integer({ min: 1, max: 40 }) }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("is counted") }) },
) as fc.Arbitrary<Step>
const anyWindow = fc
  .tuple(fc.integer({ min: -20, max: 200 }), fc.integer({ min: 0, max: 220 }))
  .map(([from, days]) => [dayOf(from), dayOf(from + days)] as const)

test("whatever comes late, is corrected, merged or goes: counted half-months say what a walk over all tips says", {
  timeout: 240_000,
}, async () => {
  let tallied = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStep, { minLength: 4, maxLength: 24 }),
      fc.array(anyWindow, { minLength: 2, maxLength: 2 }),
      async (steps, windows) => {
        now = "2023-08-20T02:00:00Z"
        await admin.query("truncate signals cascade")
        for (const step of steps) {
          await take(step)
          for (const [from, to] of windows) await compare(from, to)
        }
        const kept = await admin.query("select count(*)::int as n from signal_tallies")
        tallied += kept.rows[0]?.n ?? 0
      },
    ),
    { numRuns: 14, seed: 2023 },
  )
  // The histories do reach what is kept: none is right by keeping nothing.
  expect(tallied).toBeGreaterThan(100)
})

test("a tip that is being written while its half-month is counted is counted when it is there, not before", async () => {
  now = "2023-09-15T02:00:00Z"
  await admin.query("truncate signals cascade")
  await add(admin, {
    body: 0,
    telco: false,
    channel: "portal",
    type: "vay",
    place: null,
    loss: 5,
    at: 30 * 24,
  })
  await other.query("begin")
  await add(other, { body: 0, telco: true, channel: "phone", type: "vay", place: null, loss: 7, at: 30 * 24 })
  expect(await tallyTips({ db })).toBeGreaterThan(0)
  expect(await received()).toBe("1")
  await other.query("commit")
  expect(await received()).toBe("2")
  expect(await tallyTips({ db })).toBe(1)
  expect(await received()).toBe("2")
  expect(await tallyTips({ db })).toBe(0)
})

test("what is kept is what is read, until a tip of that half-month changes", async () => {
  await admin.query("update signal_tallies set tips = tips + 40")
  expect(await received()).toBe("42")
  await change(0, [["loss_vnd", 6]])
  expect(await received()).toBe("2")
  expect(await tallyTips({ db })).toBe(1)
  expect(await received()).toBe("2")
})

test("an officer whom a case names counts their body's tips without the hidden one, whether the half-month is over or not", async () => {
  await admin.query("truncate signals, cases cascade")
  for (const at of [30 * 24, 31 * 24])
    await add(admin, { body: 0, telco: false, channel: "portal", type: "vay", place: null, loss: 5, at })
  await admin.query(
    `with c as (insert into cases (body_id, number, title, state, opened_name, opened_on) values ($1, '1', 'x', 'opened', '', '2023-06-01') returning id, body_id),
      s as (update signals set case_id = (select id from c) where received_at < '2023-06-01T00:00:00+07:00' returning id)
    insert into case_conflicts (case_id, body_id, officer_id, noted_by, reason) select c.id, c.body_id, $2, $3, 'x' from c, s`,
    [ids[0], desks.minh.who.officerId, desks.lan.who.officerId],
  )
  const counted = async (officer: string) => {
    const asked = ["2023-05-15", "2023-06-14", ids[0]]
    const today = await asRole("lp_app", countedToday, asked, ids[0], officer)
    expect(today).toEqual(await asRole("lp_app", walked, asked, ids[0], officer))
    return today.find((row) => row.figure === "type")?.records
  }
  for (const isOver of [false, true]) {
    if (isOver) await tallyTips({ db })
    expect(await counted(desks.lan.who.officerId)).toBe("2")
    expect(await counted(desks.minh.who.officerId)).toBe("1")
  }
})

test("each body reads the sums of its own tips, and the public none", async () => {
  await add(admin, {
    body: 1,
    telco: false,
    channel: "portal",
    type: "vay",
    place: null,
    loss: null,
    at: 30 * 24,
  })
  await tallyTips({ db })
  const seen = await asBody(ids[1] ?? "", "select distinct body_id from signal_tallies", [])
  expect(seen).toEqual([{ body_id: ids[1] }])
  await expect(asRole("lp_public", "select from signal_tallies", [])).rejects.toThrow("permission denied")
})

async function take(step: Step): Promise<void> {
  switch (step.does) {
    case "comes":
      return add(admin, step.tip)
    case "comes while counting":
      await other.query("begin")
      await add(other, step.tip)
      await tallyTips({ db })
      await other.query("commit")
      return
    case "is corrected":
      await change(step.which, Object.entries(columnsOf(step.to)))
      return
    case "is merged":
      await change(step.which, [["state", "reviewing"]])
      return
    case "goes":
      await admin.query(`delete from signals where id = (${nth})`, [step.which])
      return
    case "days pass":
      now = new Date(Date.parse(now) + step.days * 86_400_000).toISOString()
      return
    case "is counted":
      await tallyTips({ db })
  }
}

async function add(client: pg.Client, tip: Values): Promise<void> {
  const given = Object.entries({
    path: "money",
    state: "received",
    urgency: "past",
    redacted_text: "",
    is_anonymous: false,
    ...columnsOf(tip),
  })
  await client.query(
    `insert into signals (id, ${given.map(([name]) => name).join(", ")}) values (uuidv7(), ${given.map((_, i) => `$${i + 1}`).join(", ")})`,
    given.map(([, value]) => value),
  )
}

const nth =
  "select id from signals order by received_at, id offset $1 % greatest((select count(*) from signals), 1) limit 1"

async function change(at: number, values: [string, unknown][]): Promise<void> {
  if (values.length === 0) return
  const set = values.map(([name], i) => `${name} = $${i + 2}`).join(", ")
  await admin.query(`update signals set ${set} where id = (${nth})`, [
    at,
    ...values.map(([, value]) => value),
  ])
}

function columnsOf(tip: Partial<Values>): Record<string, unknown> {
  const { body, telco: isFromTelco, loss, at, ...same } = tip
  return {
    ...same,
    ...(body === undefined ? {} : { body_id: ids[body] }),
    ...(isFromTelco === undefined ? {} : { from_body_id: isFromTelco ? telco : null }),
    ...(loss === undefined ? {} : { loss_vnd: loss }),
    ...(at === undefined ? {} : { received_at: new Date(firstHour + at * 3_600_000).toISOString() }),
  }
}

async function compare(from: string, to: string): Promise<void> {
  expect(await asRole("lp_definer", countedToday, [from, to, null])).toEqual(
    await asRole("lp_definer", walked, [from, to, null]),
  )
  for (const id of ids)
    expect(await asBody(id, countedToday, [from, to, id])).toEqual(await asBody(id, walked, [from, to, id]))
}

async function received(): Promise<string> {
  const rows = await asRole(
    "lp_definer",
    "select records from counts_by('type', '2023-05-15', '2023-06-14', null)",
    [],
  )
  return String(rows[0]?.records)
}

const asBody = (id: string, text: string, values: unknown[]) => asRole("lp_app", text, values, id)

async function asRole(
  role: string,
  text: string,
  values: unknown[],
  body = "",
  officer = "",
): Promise<Record<string, unknown>[]> {
  await admin.query("begin")
  try {
    await admin.query(
      "select set_config('role', $1, true), set_config('app.body', $2, true), set_config('app.officer', $3, true)",
      [role, body, officer],
    )
    return (await admin.query(text, values)).rows
  } finally {
    await admin.query("rollback")
  }
}

const firstHour = Date.UTC(2023, 4, 1) - 7 * 3_600_000
function dayOf(day: number): string {
  return new Date(Date.UTC(2023, 4, 1) + day * 86_400_000).toISOString().slice(0, 10)
}
