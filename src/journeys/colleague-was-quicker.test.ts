import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../kernel/testing/database.ts"
import { paths as signalPaths } from "../signals/paths.ts"
import { type Hub, hubOf, once } from "../signals/testing/hub.ts"

/** Two officers have the same page open; the slower one reads who was quicker, and finds every word again. */
const time = { now: new Date("2023-09-15T02:00:00Z") }
const db = await freshDatabase({ clock: { now: () => time.now } })
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

const minutesPass = () => {
  time.now = new Date(time.now.getTime() + 120_000)
}
const openedOn = (html: string) => /name="opened" value="([^"]+)"/.exec(html)?.[1] ?? ""
const opened = async (path: string, who: Parameters<Hub["get"]>[1]) => {
  const html = await (await hub.get(path, who)).text()
  // What a colleague does next is later than the page.
  minutesPass()
  return openedOn(html)
}

test("an officer who corrects a tip's reading after a colleague did reads who it was, and overwrites nothing unseen", async () => {
  await hub.post(signalPaths.reportIdentifier, { once: once(7), text: "Số 0966 555 444 giả danh công an." })
  const id = String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
  const at = signalPaths.signalForm(id, "phan-loai")
  const page = await opened(signalPaths.signal(id), hub.minh)
  const { rows } = await db.admin(`select type from signals where id = '${id}'`)
  const type = String(rows[0].type)
  expect((await hub.post(at, { type, urgency: "ongoing" }, hub.lan)).status).toBe(303)
  const late = await hub.post(at, { opened: page, type, urgency: "past" }, hub.minh)
  const html = await late.text()
  expect(late.status).toBe(409)
  expect(html).toContain("Nguyễn Thị Lan đã làm trước")
  expect(html).toMatch(/value="past"[^>]*checked/)
  const urgency = async () =>
    (await db.admin(`select urgency from signals where id = '${id}'`)).rows[0].urgency
  expect(await urgency()).toBe("ongoing")
  // Having seen it, the officer may still say otherwise.
  const again = { opened: openedOn(html), type, urgency: "past" }
  expect((await hub.post(at, again, hub.minh)).status).toBe(303)
  expect(await urgency()).toBe("past")
})
