import { expect, test } from "vitest"
import { signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { expireDrafts } from "./actions.ts"

const time = { now: new Date("2023-07-17T02:00:00Z") }
const db = await freshDatabase({ clock: { now: () => time.now } })

test("a draft that nobody touched for ninety days is gone, and the journal counts it; a second run finds none", async () => {
  const house = houseOf(db)
  const clerk = await signInAs(db, { bodySlug: "van-phong", role: "clerk" })
  const body = new FormData()
  body.set(
    "pasted",
    "UBND TỈNH MẪU\nSố: 1/UBND\nKính gửi: Sở Y tế\n1. Sở Y tế báo cáo kết quả trước ngày 20/9/2023.\n",
  )
  const answer = await createApp(house).request("/van-ban/nhap", {
    method: "POST",
    headers: clerk.headers,
    body,
  })
  expect(answer.status).toBe(303)
  time.now = new Date("2023-10-10T02:00:00Z")
  expect(await expireDrafts(house)).toBe(0)
  time.now = new Date("2023-10-20T02:00:00Z")
  expect(await expireDrafts(house)).toBe(1)
  expect(await expireDrafts(house)).toBe(0)
  const { rows } = await db.admin("select details from journal where what = 'draft.expired'")
  expect(rows).toEqual([{ details: { count: 1 } }])
})
