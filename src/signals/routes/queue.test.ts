import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
  const tips = [
    { target: "0977 888 999", text: "Số này xưng là công an, đòi chuyển tiền.", name: "Đỗ Thị Kín" },
    { text: "=1+1 là câu trong tin nhắn rác gửi từ 0398 111 222." },
  ]
  for (const [i, fields] of tips.entries())
    await hub.post(paths.reportIdentifier, { once: once(700 + i), ...fields })
})

test("the list leaves as CSV with masked words only, and no cell is a formula", async () => {
  const answer = await hub.get(paths.queueExport("csv"), hub.minh)
  expect(answer.headers.get("content-type")).toContain("text/csv")
  const text = await answer.text()
  expect(text.split("\r\n").filter((line) => line !== "")).toHaveLength(3)
  expect(text).toContain("xưng là công an")
  expect(text).not.toContain("Đỗ Thị Kín")
  expect(text).toContain("'=1+1")
})

test("the list leaves as XLSX, narrowed as the address asks", async () => {
  const answer = await hub.get(`${paths.queueExport("xlsx")}?q=0977888999`, hub.minh)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const { readSheet } = await import("read-excel-file/node")
  const rows = await readSheet(bytes)
  expect(rows).toHaveLength(2)
  expect(String(rows[1]?.[3])).toContain("xưng là công an")
})

test("that a list left is in the journal with how many rows it had", async () => {
  const { rows } = await db.admin(
    "select details from journal where what = 'signal.list-exported' order by id",
  )
  expect(rows.map((row) => row.details.rows)).toEqual([2, 1])
})

test("another body's list has none of it", async () => {
  const text = await (await hub.get(`${paths.queueExport("csv")}?ngan=all`, hub.van)).text()
  expect(text).not.toContain("công an")
})

test("the queue begins with what hurts now, the list of everything with the newest", async () => {
  await db.admin("update signals set urgency = 'money-moving-now' where redacted_text like '%công an%'")
  await db.admin(
    "update signals set received_at = received_at + interval '1 hour' where redacted_text like '=1%'",
  )
  const orderOf = async (drawer: string) => {
    const html = await (await hub.get(`${paths.signals}?ngan=${drawer}`, hub.minh)).text()
    return html.indexOf("xưng là công an") < html.indexOf("=1+1") ? "urgent first" : "newest first"
  }
  expect([await orderOf(""), await orderOf("all")]).toEqual(["urgent first", "newest first"])
  // The tab of the queue leads from there to what hurts now again.
  const all = await (await hub.get(`${paths.signals}?ngan=all`, hub.minh)).text()
  expect(all).toContain(`href="${paths.signals}?sap=khan"`)
})

test("a tip opened from the list leads to the next and the previous one of that list, also after a form was sent; opened otherwise it leads to none", async () => {
  const html = await (await hub.get(`${paths.signals}?ngan=all&sap=moi`, hub.lan)).text()
  const first = /href="(\/tin-bao\/[0-9a-f-]{36}\?[^"]*vt=0)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? ""
  const page = await (await hub.get(first, hub.lan)).text()
  const next = /href="([^"]*vt=1)" rel="next"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? ""
  expect(page).not.toContain('rel="prev"')
  expect(await (await hub.get(next, hub.lan)).text()).toContain('rel="prev"')
  expect(await (await hub.get(first.split("?")[0] ?? "", hub.lan)).text()).not.toContain('rel="next"')
  const opened = /name="opened" value="([^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? ""
  const note = `${first.split("?")[0]}/ghi-chu`
  const sent = await hub.post(note, { words: "Gọi lại chiều nay.", opened }, hub.lan)
  expect(sent.headers.get("location")).toContain("vt=0")
})
