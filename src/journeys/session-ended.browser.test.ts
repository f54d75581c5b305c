import { generate } from "otplib"
import { beforeAll, expect, test } from "vitest"
import { createApp } from "../app.ts"
import { forms } from "../cases/forms.ts"
import { paths } from "../cases/paths.ts"
import { recorded } from "../cases/testing/hub.ts"
import { asJob } from "../kernel/db/database.ts"
import { tidyKeptForms } from "../kernel/db/kept-forms.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { type Desks, desksIn, signedIn } from "../testing/province.ts"

/** The session of an officer ends while a form is being filled in: the form waits, sealed, for that officer and nobody else. */
const db = await freshDatabase()
const house = houseOf(db)
const app = createApp(house)
const site = siteFor(() => app)
const password = "câu dài chỉ chị Lan biết"
const typed = "Phải xác minh giải trình của người bị xử phạt,\nđã nhận đơn tại bộ phận một cửa."
let desks: Desks
let secret = ""

const post = (path: string, fields: Record<string, string>, cookie: string) =>
  app.request(path, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", cookie },
    body: new URLSearchParams(fields),
  })
/** From its end on, a later session of the same officer is another. */
const endSessions = () =>
  db.admin("update sessions set revoked_at = now(), revoked_why = 'revoked' where revoked_at is null")
const keptRows = async () => (await db.admin("select sealed from kept_forms")).rows

beforeAll(async () => {
  desks = await desksIn(db, house)
  const lan = await signedIn(db, "lan", password)
  const set = await (await post("/tai-khoan/xac-thuc", { current: password }, lan.cookie)).text()
  secret = (/<code>([A-Z2-7 ]{20,60})<\/code>/.exec(set)?.[1] ?? "").replaceAll(" ", "")
  await post("/tai-khoan/xac-thuc/ma-dau-tien", { code: await generate({ secret }) }, lan.cookie)
})

/** A code of an authenticator serves once: the next one is of half a minute later. */
const nextCode = () => generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 })

test("an officer whose session ended signs in again, with the second step, and stands before the form with every word in it", async () => {
  const id = await recorded(desks.lan, { violationId: "V-WEB-02" })
  const lan = await signedIn(db, "lan")
  const page = await site.visitAs(lan.cookie, { scripts: false })
  await page.goto(paths.case(id))
  await page.click("#b-clear summary")
  await page.fill("#clear [name=doneOn]", "2023-09-14")
  await page.fill("#clear [name=reason]", typed)
  await endSessions()
  await page.click("#clear button")
  expect(await page.textContent("main")).toContain("Phiên đăng nhập đã kết thúc")
  const [row] = await keptRows()
  expect(row?.sealed.includes(Buffer.from("xác minh"))).toBe(false)

  await page.fill("input[name=email]", "lan@mau.example")
  await page.fill("input[name=password]", password)
  await page.click("main button[type=submit]")
  await page.fill("input[name=code]", await nextCode())
  await page.click("main button[type=submit]")
  expect(await page.isVisible("#clear [name=reason]")).toBe(true)
  expect(await page.inputValue("#clear [name=reason]")).toBe(typed)
  expect(await page.inputValue("#clear [name=doneOn]")).toBe("2023-09-14")
  expect(await page.textContent("#clear #typed")).toContain("Chưa có gì được gửi")
  await page.reload()
  expect(await page.inputValue("#clear [name=reason]")).toBe(typed)

  await page.click("#clear button")
  expect(new URL(page.url()).pathname).toBe(paths.case(id))
  expect(await page.textContent("main")).toContain("đã nhận đơn tại bộ phận một cửa")
  expect(await keptRows()).toEqual([])
  await page.context().close()
})

test("a colleague who signs in where another officer's form waited sees nothing of it", async () => {
  const id = await recorded(desks.lan, { violationId: "V-WEB-02" })
  const lan = await signedIn(db, "lan")
  await signedIn(db, "minh", "câu dài của anh Minh")
  const page = await site.visitAs(lan.cookie, { scripts: false })
  await page.goto(paths.case(id))
  await page.click("#b-clear summary")
  await page.fill("#clear [name=reason]", typed)
  await endSessions()
  await page.click("#clear button")
  await page.fill("input[name=email]", "minh@mau.example")
  await page.fill("input[name=password]", "câu dài của anh Minh")
  await page.click("main button[type=submit]")
  expect(new URL(page.url()).pathname).toBe(paths.case(id))
  expect(await page.content()).not.toContain("một cửa")
  expect(await keptRows()).toHaveLength(1)
  await page.context().close()
})

test("what nobody came back for is gone within the hour, and opens no more before it is gone", async () => {
  const old = () => db.admin("update kept_forms set kept_at = now() - interval '51 minutes'")
  expect(await keptRows()).not.toEqual([])
  await old()
  await asJob(db, "forms.tidy", tidyKeptForms)
  await asJob(db, "forms.tidy", tidyKeptForms)
  expect(await keptRows()).toEqual([])
})

test("the words of a form that the page has no more stand on the page, to be copied", async () => {
  const id = await recorded(desks.lan, { violationId: "V-WEB-02" })
  const lan = await signedIn(db, "lan")
  const html = await (await app.request(paths.case(id), { headers: lan.headers })).text()
  const opened = /name="opened" value="([^"]+)"/.exec(html)?.[1] ?? ""
  const fields = { opened, recordedOn: "2023-09-14", time: "09:40", number: "BB-99", note: typed }
  const late = await post(paths.form(id, forms.record.slug), fields, lan.cookie)
  expect(late.status).toBe(409)
  const text = await late.text()
  expect(text).toContain("Những gì bạn đã nhập, chưa được ghi")
  expect(text).toContain("đã nhận đơn tại bộ phận một cửa")
})

test("a form that does not say whose it is, or was opened by nobody, is not kept", async () => {
  const id = await recorded(desks.lan, { violationId: "V-WEB-02" })
  const at = paths.form(id, forms.clear.slug)
  const forged = `${"0".repeat(64)} ${desks.lan.who.officerId} 1694750400000 ${paths.case(id)}`
  for (const opened of ["", forged]) {
    const answer = await post(at, { opened, reason: typed }, "")
    expect(answer.status).toBe(401)
  }
  expect(await keptRows()).toEqual([])
})
