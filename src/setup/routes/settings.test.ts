import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, test, vi } from "vitest"
import { type Signed, signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { paths } from "../paths.ts"

const db = await freshDatabase()
const house = houseOf(db)
const app = createApp(house)
const backups = join(house.config.dataDir, "backups")
mkdirSync(backups)
afterAll(() => rmSync(house.config.dataDir, { recursive: true, force: true }))
await db.admin(
  "insert into areas (code, name, kind) values ('15', 'Lào Cai', 'province') on conflict do nothing",
)
await db.admin(
  "insert into installation (province_code, province_name, province_kind, set_up_by) values ('15', 'Lào Cai', 'tỉnh', 'pages')",
)
const keeper = await signInAs(db, {
  bodySlug: "van-phong",
  role: "administrator",
  email: "may@vanphong.example",
  name: "Lý Thị Mây",
  body: { keepsChart: true, kind: "province-office" },
})
const lead = await signInAs(db, {
  bodySlug: "so-chu-tri",
  role: "administrator",
  email: "su@khcn.example",
  body: { isLead: true },
})
const other = await signInAs(db, {
  bodySlug: "so-khac",
  role: "administrator",
  email: "khac@so-khac.example",
})
const officer = await signInAs(db, { bodySlug: "van-phong", role: "officer", email: "cv@vanphong.example" })

const post = (path: string, fields: Record<string, string>, who: Signed) =>
  app.request(path, { method: "POST", headers: who.headers, body: new URLSearchParams(fields) })
const see = async (path: string, who: Signed) => {
  const answer = await app.request(path, { headers: { cookie: who.cookie } })
  return { status: answer.status, text: await answer.text() }
}
const stands = async () =>
  (await db.admin("select public_url, backup_dir, keys_copied_to from installation")).rows[0]
const waiting = async () =>
  (await db.admin("select id from setting_changes where applied_at is null and withdrawn_at is null")).rows[0]
    ?.id ?? ""
const reach = { address: "https://lienphong.laocai.example", server: "", from: "" }

test("only administrators of the keeper of the chart and of the lead see the settings, and only the keeper's change them", async () => {
  expect((await see(paths.settings, keeper)).status).toBe(200)
  expect((await see(paths.settings, lead)).status).toBe(200)
  expect((await see(paths.settings, other)).status).toBe(403)
  expect((await see(paths.settings, officer)).status).toBe(403)
  expect((await post(paths.setting("reach"), reach, lead)).status).toBe(403)
})

test("an installation that was given no numbers says so, and one whose numbers come with the program says which and that nobody checked them", async () => {
  await house.refresh()
  expect((await see(paths.settings, keeper)).text).toContain("Không có số nào")
  await db.admin("update installation set set_up_by = 'before'")
  await house.refresh()
  const { text } = await see(paths.settings, keeper)
  expect(text).toMatch(/đang dùng số có sẵn của chương trình \([\d, ]*113[\d, ]*\), chưa ai đối chiếu/)
  expect(text).not.toContain("0 trong 0")
  await db.admin("update installation set set_up_by = 'pages'")
  await house.refresh()
})

test("where the keys are copied and backups go is changed by one administrator, and journaled", async () => {
  const wrong = await post(paths.setting("keeping"), { keysCopiedTo: "Két", backupDir: "backup" }, keeper)
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="backup"')
  const gone = await post(paths.setting("keeping"), { keysCopiedTo: "", backupDir: "/chua/gan" }, keeper)
  expect([gone.status, (await stands()).backup_dir]).toEqual([422, null])
  await post(paths.setting("keeping"), { keysCopiedTo: "", backupDir: backups }, keeper)
  expect(await stands()).toEqual({ public_url: null, backup_dir: backups, keys_copied_to: null })
  expect(house.config.backupDir).toBe(backups)
  expect(
    (await db.admin("select count(*)::int from journal where what = 'settings.changed'")).rows[0].count,
  ).toBe(1)
})

test("keys that came since the copy was made stay named as not copied when somebody changes the backup folder alone", async () => {
  await db.admin("update installation set keys_copied_to = 'Két của Văn phòng'")
  const marked = vi.spyOn(house.keys, "markBackedUp").mockImplementation(() => {})
  const keeping = { keysCopiedTo: "Két của Văn phòng", backupDir: backups }
  await post(paths.setting("keeping"), { ...keeping, backupDir: house.config.dataDir }, keeper)
  expect([(await stands()).backup_dir, marked.mock.calls.length]).toEqual([house.config.dataDir, 0])
  await post(paths.setting("keeping"), { ...keeping, keysCopiedTo: "Két của Sở" }, keeper)
  expect([(await stands()).backup_dir, marked.mock.calls.length]).toEqual([backups, 1])
  await db.admin("update installation set keys_copied_to = null")
})

test("the address of the links changes when a second administrator has agreed, never by who asked", async () => {
  await post(paths.setting("reach"), reach, keeper)
  expect((await stands()).public_url).toBeNull()
  const id = await waiting()
  await post(paths.settingAgree(id), {}, keeper)
  expect((await stands()).public_url).toBeNull()
  expect((await see(paths.settings, lead)).text).toContain("https://lienphong.laocai.example")
  const twice = await post(paths.setting("reach"), { ...reach, address: "https://khac.example" }, keeper)
  expect(twice.status).toBe(422)
  await post(paths.settingAgree(id), {}, lead)
  expect((await stands()).public_url).toBe("https://lienphong.laocai.example")
  expect(house.config.publicUrl).toBe("https://lienphong.laocai.example")
})

test("a number is told to the public when a second person agreed and somebody compared it with its source", async () => {
  const numbers = {
    ...{
      number0: "113",
      name0: "Công an",
      shownFor0: "police",
      source0: "Thông báo 12/TB",
      checkedBy0: "Lý Thị Mây",
    },
    ...{
      number1: "1800 0000",
      name1: "Tổng đài",
      shownFor1: "other",
      source1: "Thông báo 13/TB",
      checkedBy1: "",
    },
  }
  await post(paths.setting("numbers"), numbers, keeper)
  expect(house.numbers).toEqual([])
  await post(paths.settingAgree(await waiting()), {}, lead)
  expect(house.numbers).toEqual([{ number: "113", name: "Công an", shownFor: "police" }])
  expect((await see(paths.settings, keeper)).text).toContain("1 trong 2 số đã đối chiếu")
})

test("a request that is withdrawn is never applied, and the password of a mail server is on no page", async () => {
  await post(
    paths.setting("reach"),
    { ...reach, server: "smtps://a:bi-mat-lam@thu.example", from: "lp@laocai.example" },
    keeper,
  )
  const page = await see(paths.settings, lead)
  expect(page.text).toContain("thu.example")
  expect(page.text).not.toContain("bi-mat-lam")
  const id = await waiting()
  await post(paths.settingWithdraw(id), {}, keeper)
  await post(paths.settingAgree(id), {}, lead)
  expect(house.config.smtpUrl).toBeNull()
})
