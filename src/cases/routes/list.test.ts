import { beforeAll, expect, test } from "vitest"
import { type Signed, signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { paths } from "../paths.ts"
import { bodies } from "../testing/hub.ts"

let today = "2023-09-01"
const clock = { now: () => new Date(`${today}T02:00:00Z`) }
const db = await freshDatabase({ clock })
const app = createApp(houseOf(db))
/** Signed in anew each time: a session does not outlive two quiet weeks. */
const at = (slug: "hub" | "stranger"): Promise<Signed> =>
  signInAs(db, { bodySlug: slug, role: "officer", body: bodies[slug] })
const get = async (path: string, slug: "hub" | "stranger" = "hub") =>
  app.request(path, { headers: (await at(slug)).headers })

beforeAll(async () => {
  const { headers } = await at("hub")
  for (const title of ["Bán SIM kích hoạt sẵn ở chợ Mẫu", "Trang giả cổng dịch vụ công"])
    await app.request(paths.newCase, { method: "POST", headers, body: new URLSearchParams({ title }) })
})

test("a case that no statutory clock presses says for how many days nothing was done", async () => {
  expect(await (await get(paths.cases)).text()).not.toContain("ngày chưa có bước mới")
  today = "2023-09-15"
  const page = await (await get(paths.cases)).text()
  expect(page).toContain("không có thời hạn luật định")
  expect(page).toContain('<span class="tag soon">14 ngày chưa có bước mới</span>')
})

test("the list leaves as CSV and as XLSX, narrowed as the address asks, and the journal says so", async () => {
  const text = await (await get(`${paths.caseExport("csv")}?q=ban+sim`)).text()
  expect(text).toContain("Bán SIM kích hoạt sẵn ở chợ Mẫu")
  expect(text).not.toContain("Trang giả")
  const { readSheet } = await import("read-excel-file/node")
  const book = Buffer.from(await (await get(paths.caseExport("xlsx"))).arrayBuffer())
  expect(await readSheet(book)).toHaveLength(3)
  const { rows } = await db.admin("select details from journal where what = 'case.list-exported' order by id")
  expect(rows.map((row) => row.details.rows)).toEqual([1, 2])
})

test("another body's list has none of it", async () => {
  const text = await (await get(paths.caseExport("csv"), "stranger")).text()
  expect(text).not.toContain("SIM")
})
