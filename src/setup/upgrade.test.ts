import { randomBytes } from "node:crypto"
import { afterAll, expect, inject, test } from "vitest"
import { migrationNames, prepareDatabase, withClient } from "../kernel/db/prepare.ts"
import { freshDatabase } from "../kernel/testing/database.ts"

const { keys } = await freshDatabase()
const made: string[] = []
afterAll(async () => {
  for (const name of made)
    await withClient(inject("adminUrl"), (admin) =>
      admin.query(`drop database if exists ${name} with (force)`),
    )
})

/** A database as a version before left it (as it was before the set-up, where nothing else is said), filled, and then upgraded. */
async function upgraded(
  fill: readonly string[],
  until = "0800",
): Promise<(text: string) => Promise<Record<string, unknown>[]>> {
  const name = `t_${randomBytes(6).toString("hex")}`
  made.push(name)
  const before = new Set(migrationNames().filter((one) => one < until))
  const url = await prepareDatabase(inject("adminUrl"), name, keys, before)
  await withClient(url, async (admin) => {
    for (const text of fill) await admin.query(text)
  })
  await prepareDatabase(inject("adminUrl"), name, keys)
  return async (text) => (await withClient(url, (admin) => admin.query(text))).rows
}

const chart = [
  "insert into areas (code, name, kind) values ('33', 'Mẫu', 'province')",
  "insert into areas (code, name, kind, parent_code) values ('11953', 'phường Một', 'commune', '33')",
  "insert into bodies (slug, name, kind) values ('so-mau', 'Sở Mẫu', 'department')",
  "insert into body_names (body_id, name) select id, 'Sở M' from bodies",
]

test("a province that works already goes on, and is never set up anew", async () => {
  const ask = await upgraded([
    ...chart,
    "insert into officers (full_name, email) values ('Nguyễn Thị Lan', 'lan@mau.example')",
  ])
  expect(await ask("select province_code, province_name, set_up_by from installation")).toEqual([
    { province_code: "33", province_name: "Mẫu", set_up_by: "before" },
  ])
  expect(await ask("select slug from bodies")).toEqual([{ slug: "so-mau" }])
  expect(await ask("select is_set_up()")).toEqual([{ is_set_up: true }])
})

test("a chart that nobody worked with makes room for the set-up", async () => {
  const ask = await upgraded(chart)
  expect(await ask("select count(*)::int from bodies")).toEqual([{ count: 0 }])
  expect(await ask("select count(*)::int from areas")).toEqual([{ count: 0 }])
  expect(await ask("select is_set_up()")).toEqual([{ is_set_up: false }])
})

test("a chart by which tips came in already is not thrown away", async () => {
  const ask = await upgraded([
    ...chart,
    `insert into signals (id, body_id, channel, path, state, urgency, type, redacted_text, is_anonymous)
     select uuidv7(), id, 'portal', 'identifier', 'received', 'ongoing', 'gia-danh-cong-an', 'Tin', true from bodies`,
  ])
  expect(await ask("select count(*)::int from bodies")).toEqual([{ count: 1 }])
  expect(await ask("select set_up_by from installation")).toEqual([{ set_up_by: "before" }])
})

test("a crypto wallet that tips named in capitals stands in small letters, once a body, with every tip that named it", async () => {
  const tip = (n: number, value: string) => `with s as (insert into signals
      (id, body_id, channel, path, state, urgency, type, redacted_text, is_anonymous)
      select uuidv7(), id, 'portal', 'identifier', 'received', 'ongoing', 'gia-danh-cong-an', 'Tin ${n}', true from bodies returning id, body_id),
    i as (insert into indicators (body_id, kind, value) select body_id, 'crypto', '${value}' from s returning id)
    insert into signal_identifiers (signal_id, indicator_id, body_id, role, source, at)
      select s.id, i.id, s.body_id, 'suspect', 'read', now() from s, i`
  const wallet = "0x52908400098527886E0F7030069857D2E4169EE7"
  const legacy = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"
  const ask = await upgraded([...chart, tip(1, wallet), tip(2, wallet.toLowerCase()), tip(3, legacy)], "1078")
  const found = await ask(
    "select i.value, count(*)::int as tips from indicators i join signal_identifiers m on m.indicator_id = i.id group by 1 order by 1",
  )
  expect(found).toEqual([
    { value: wallet.toLowerCase(), tips: 2 },
    { value: legacy, tips: 1 },
  ])
  expect(await ask("select count(*)::int from indicators")).toEqual([{ count: 2 }])
})
