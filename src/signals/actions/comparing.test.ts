import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { type Hub, hubOf } from "../testing/hub.ts"
import { compareTexts } from "./comparing.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

/** `text` is SQL over `i`, the number of the tip. */
async function send(text: string, count: number): Promise<string[]> {
  const sent = await db.admin(
    `insert into signals (id, body_id, channel, path, state, urgency, type, redacted_text, is_anonymous)
      select uuidv7(), b.id, 'portal', 'other', 'received', 'past', 'khac', ${text}, true
      from bodies b, generate_series(1, ${count}) i where b.id = '${hub.lan.bodyId}' returning id`,
  )
  return sent.rows.map((row) => String(row.id))
}
const countOf = async (table: string, ids: string[]) =>
  (await db.admin(`select from ${table} where signal_id = any ($1::uuid[])`, [ids])).rowCount

test("a campaign of hundreds costs one row a tip, and each of them still leads to the others", async () => {
  const words = "mời làm việc tại nhà, nạp tiền nhận nhiệm vụ, hoa hồng mỗi ngày"
  const ids = await send(`'0933 111 ' || 100 + i || ' ${words}'`, 600)
  expect(await compareTexts(hub.house)).toBe(600)
  expect(await compareTexts(hub.house)).toBe(0)
  expect(await countOf("signal_pairs", ids)).toBe(599)
  expect(await countOf("signal_prints", ids)).toBe(1)
  const page = await (await hub.get(paths.signal(ids[300] ?? ""), hub.lan)).text()
  const others = ids.filter((id) => id !== ids[300] && page.includes(paths.signal(id)))
  expect(others.length).toBeGreaterThan(5)

  // One more, a day later, is found without any of the 600 being read again.
  const [late = ""] = await send(`'Số 0977 000 111 ${words}'`, 1)
  expect(await compareTexts(hub.house)).toBe(1)
  expect(await countOf("signal_pairs", [late])).toBe(1)
})

test("tips that are alike, not the same, each name the nearest, three at most", async () => {
  const start =
    "gọi xưng là nhân viên điện lực dọa cắt điện nếu không đóng tiền trong hôm nay và đòi cài ứng dụng"
  const ids = await send(`'${start} ' || repeat(chr(96 + i) || 'x ' || chr(96 + i) || 'y ', 4)`, 12)
  await compareTexts(hub.house)
  const most = await db.admin(
    "select count(*)::int as pairs from signal_pairs where signal_id = any ($1::uuid[]) group by signal_id order by 1 desc",
    [ids],
  )
  expect(most.rows[0].pairs).toBe(3)
})

test("more than a run may compare is left for the next run, which is asked for", async () => {
  await send("'Tin ' || i", 1_500)
  expect(await compareTexts(hub.house)).toBe(1_000)
  const asked = await db.admin(
    "select from graphile_worker._private_jobs where key = 'signals.compare.again'",
  )
  expect(asked.rowCount).toBe(1)
  expect(await compareTexts(hub.house)).toBe(500)
})
