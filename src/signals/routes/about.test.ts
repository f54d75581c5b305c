/** One page for a number: all that is known of it, within what the reader may see. */
import { beforeAll, expect, test } from "vitest"
import { casePaths } from "../../cases/index.ts"
import { aboutAsked, firstOf } from "../../kernel/search/about.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { addDays, localDateOf } from "../../kernel/time.ts"
import { bodies } from "../../testing/province.ts"
import { paths } from "../paths.ts"
import { type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
const value = "+84977105801"
beforeAll(async () => {
  hub = await hubOf(db)
  for (const n of [1, 2])
    await hub.post(paths.reportMoney, {
      once: once(n),
      text: `Số 0977 105 801 gọi xưng là công an, lừa tôi mất ${n} triệu. Số của tôi là 0912 345 811.`,
    })
})
const words = async (path: string, who = hub.lan) =>
  (await (await hub.get(path, who)).text()).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")

test("two tips, their case, the request to block and its number are on one page, reached from the tip and from the list", async () => {
  const { rows } = await db.admin("select id from signals order by id")
  const tip = String(rows[0]?.id)
  const made = await hub.post(casePaths.newCase, { title: "Giả danh công an", tin: tip }, hub.lan)
  const id = String(made.headers.get("location")).split("/").at(-1) ?? ""
  await hub.post(casePaths.form(id, "xac-minh"), {}, hub.lan)
  const asked = {
    enterpriseId: bodies.telco.id,
    asks: "block",
    targets: "0977 105 801",
    basis: "Nghị định 91/2020/NĐ-CP",
    dueOn: addDays(localDateOf(hub.house.clock.now()), 3),
    ported: "yes",
  }
  expect((await hub.post(casePaths.form(id, "yeu-cau"), asked, hub.lan)).status).toBe(303)
  const page = await words(paths.aboutOf("phone", value))
  expect(page).toContain("Tin nêu là của bên bị nghi 2")
  expect(page).toContain("Giả danh công an")
  expect(page).toContain("Chặn: Viễn thông Mẫu")
  expect(page).toContain("3.000.000 đồng")
  for (const from of [paths.signal(tip), `${paths.signals}?ngan=all`, casePaths.case(id)])
    expect(await (await hub.get(from, hub.lan)).text()).toContain("/tin-bao/dau-moi?")
})

test("a loss told in two tips that were merged, or in a duplicate, is summed once; more than twenty sightings are told as 20+", async () => {
  const ids = (await db.admin("select id from signals order by id limit 2")).rows.map(({ id }) => String(id))
  const was = (await db.admin(`select state from signals where id = '${ids[1]}'`)).rows[0]?.state
  const set = (change: string) => db.admin(`update signals set ${change} where id = '${ids[1]}'`)
  await set(`state = 'merged', into_id = '${ids[0]}'`)
  expect(await words(paths.aboutOf("phone", value))).toMatch(/không kể tin gộp, trùng, rác 1\.000\.000 đồng/)
  await set("state = 'closed', close_reason = 'duplicate'")
  expect(await words(paths.aboutOf("phone", value))).toMatch(/không kể tin gộp, trùng, rác 1\.000\.000 đồng/)
  await set(`state = '${was}', close_reason = null, into_id = null`)
  expect(firstOf(Array.from({ length: aboutAsked }, (_, n) => n))).toMatchObject({ total: 20, isMore: true })
  expect(firstOf([1, 2])).toEqual({ shown: [1, 2], total: 2, isMore: false })
})

test("the number of a reporter is known to nobody there, and another body reads none of our tips", async () => {
  expect(await words(paths.aboutOf("phone", "+84912345811"))).toContain("Chưa biết gì về mục này")
  expect(await words(paths.aboutOf("", "0977 105 801"))).toContain("Tin nêu là của bên bị nghi 2")
  expect(await words(paths.aboutOf("phone", value), hub.van)).not.toContain("Giả danh công an")
  expect(await words(paths.aboutOf("phone", value), hub.van)).toContain("Chưa biết gì về mục này")
  expect((await hub.get(paths.aboutOf("", "không có số nào"), hub.lan)).status).toBe(404)
})
