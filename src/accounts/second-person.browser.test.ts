import { expect, test } from "vitest"
import { createApp } from "../app.ts"
import { expectAccessible } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { recoverAccount } from "./actions/recovering.ts"
import { paths } from "./paths.ts"
import { signInAs } from "./testing.ts"

const db = await freshDatabase()
const base = houseOf(db)
const house = { ...base, config: { ...base.config, demo: true } }
const site = siteFor(() => createApp(house))

test("what waits for a second person, what was done to an account and asking a link can be read and used on a small phone", async () => {
  const admin = await signInAs(db, {
    bodySlug: "so-mau",
    role: "administrator",
    email: "quantri@so-mau.example",
  })
  const leader = await signInAs(db, { bodySlug: "so-mau", role: "leader", email: "truong@so-mau.example" })
  await recoverAccount(house, "truong@so-mau.example")
  const asked = await fetch(`${site.url}${paths.invitations}`, {
    method: "POST",
    headers: admin.headers,
    redirect: "manual",
    body: new URLSearchParams({
      email: "nguoi-moi@so-mau.example",
      name: "Nguyễn Thị Người Mới",
      title: "Phó Giám đốc",
      role: "leader",
    }),
  })
  expect(asked.status).toBe(303)
  for (const [who, path] of [
    [admin, `${paths.officers}?da=cho-dong-y`],
    [leader, paths.agreeing],
    [leader, paths.account],
  ] as const) {
    const page = await site.visitAs(who.cookie, { screen: "phone" })
    await page.goto(path)
    await expectAccessible(page)
    await page.context().close()
  }
  const page = await site.visit({ screen: "phone" })
  await page.goto(paths.signIn)
  await page.getByRole("link", { name: "Quên mật khẩu?" }).click()
  await page.getByLabel("Thư điện tử công vụ").fill("khong-ai@so-mau.example")
  await page.getByRole("button", { name: "Gửi đường dẫn" }).click()
  await expectAccessible(page)
  expect(await page.textContent("main")).toContain("Đã nhận yêu cầu.")
  await page.context().close()
}, 240_000)
