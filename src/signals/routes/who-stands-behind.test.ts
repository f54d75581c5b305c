/** A person who is told not to trust unknown sites sees who reads what is sent here, and loses nothing by a slip. */
import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { textCharsMax } from "../domain/intake.ts"
import { paths } from "../paths.ts"
import { type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
let lead = ""
beforeAll(async () => {
  hub = await hubOf(db)
  lead = String((await db.admin("select name from bodies where is_lead")).rows[0]?.name)
})
const words = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replace(/<[^>]+>/g, " ")

test("a visitor reads on the first page, before sending and on the receipt which agency reads reports", async () => {
  expect(await words(hub.get("/"))).toContain(`${lead} nhận và đọc tin báo.`)
  expect(await words(hub.get("/"))).not.toContain("Không việc nào bị quên")
  const privacy = await words(hub.get(paths.privacy))
  expect(privacy).toContain(`${lead} nhận và đọc tin gửi ở đây.`)
  expect(privacy).toContain("trong 20 ngày")
  expect(await (await hub.get(paths.reportOther)).text()).toContain(`href="${paths.privacy}"`)
  const receipt = await words(hub.post(paths.reportOther, { once: once(1), text: "Có người gọi lừa tôi." }))
  expect(receipt).toContain(`${lead} đọc tin theo mức khẩn cấp.`)
})

test("a visitor whose SIM was taken is shown no hotline that nobody checked, and calls 113 by one press", async () => {
  const page = await (await hub.get(paths.reportMoney)).text()
  expect(page).not.toContain("chưa đối chiếu")
  expect(page).not.toContain("Máy bỗng mất sóng?")
  expect(await (await hub.get("/")).text()).toContain('href="tel:113"')
})

test("whoever writes too much is told how much fits, and keeps what was typed", async () => {
  const text = "a".repeat(textCharsMax + 1)
  const page = await hub.post(paths.reportOther, { once: once(2), text })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain("Viết ngắn lại: tối đa 10.000 chữ")
})

test("whoever finds a hole is told where to write by the file that programs look for", async () => {
  const said = await (await hub.get("/.well-known/security.txt")).text()
  expect(said).toMatch(/^Contact: http.+\/bao-tin\/viec-khac$/m)
  expect(said).toMatch(/^Expires: \d{4}-\d\d-\d\dT[\d:]+Z$/m)
})
