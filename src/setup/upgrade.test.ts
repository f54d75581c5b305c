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

/** A database as the version before the set-up left it, filled, and then upgraded. */
async function upgraded(
  fill: readonly string[],
): Promise<(text: string) => Promise<Record<string, unknown>[]>> {
  const name = `t_${randomBytes(6).toString("hex")}`
  made.push(name)
  const before = new Set(migrationNames().filter((one) => one < "0800"))
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
