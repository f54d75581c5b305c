import { Hono } from "hono"
import { expect, test } from "vitest"
import type { Env } from "../kernel/http/env.ts"
import { headers, sameOrigin, withHouse } from "../kernel/http/guards.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { createToken } from "./actions/tokens.ts"
import { allow, requireOfficer, requireScope, signedIn } from "./middleware.ts"
import { signInAs } from "./testing.ts"

/** A clock that the test moves, so that nothing has to wait. */
const time = { now: new Date("2023-09-15T02:00:00Z") }
const db = await freshDatabase({ clock: { now: () => time.now } })
const house = houseOf(db)
const app = new Hono<Env>()
app.use(withHouse(house), headers, sameOrigin, signedIn)
app.use("/lam-viec", requireOfficer)
app.get("/lam-viec", (c) => c.json(c.get("officer")))
app.post("/lam-viec", (c) => c.text("done"))
app.get("/quyet-dinh", requireOfficer, allow("extension.decide"), (c) => c.text("decided"))
app.get("/api/viec", requireScope("assignments:read"), (c) => c.json(c.get("token")))

const hours = (n: number) => n * 3_600_000
function at(moment: string): void {
  time.now = new Date(moment)
}

test("whoever is signed in is known by name, desk and role", async () => {
  at("2023-09-15T02:00:00Z")
  const lan = await signInAs(db, { bodySlug: "so-a", role: "clerk", name: "Trần Thị Lan", title: "Văn thư" })
  const answer = await app.request("/lam-viec", { headers: { cookie: lan.cookie } })
  expect(await answer.json()).toMatchObject({
    ...{ officerId: lan.officerId, name: "Trần Thị Lan", title: "Văn thư", role: "clerk" },
    ...{ bodyId: lan.bodyId, postId: lan.postId, keepsChart: false, isLead: false, unitId: null },
  })
  expect(answer.headers.get("cache-control")).toBe("no-store")
})

test("without a session a page sends to sign-in and back to itself, and a sent form is refused", async () => {
  const page = await app.request("/lam-viec?loc=tre")
  expect([page.status, page.headers.get("location")]).toEqual([
    303,
    "/dang-nhap?next=%2Flam-viec%3Floc%3Dtre",
  ])
  const form = await app.request("/lam-viec", {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
  })
  expect(form.status).toBe(401)
})

test("a form of another site cannot act for who is signed in here", async () => {
  const lan = await signInAs(db, { bodySlug: "so-a", role: "clerk" })
  const from = (site: string) =>
    app.request("/lam-viec", { method: "POST", headers: { cookie: lan.cookie, "sec-fetch-site": site } })
  expect([(await from("cross-site")).status, (await from("same-site")).status]).toEqual([403, 403])
  expect((await from("same-origin")).status).toBe(200)
  const dressedUp = { cookie: lan.cookie, "sec-fetch-site": "cross-site", authorization: "Bearer x" }
  expect((await app.request("/lam-viec", { method: "POST", headers: dressedUp })).status).toBe(403)
})

test("a session is over after eight hours without use, and after three days however busy", async () => {
  at("2023-09-15T02:00:00Z")
  const lan = await signInAs(db, { bodySlug: "so-a", role: "clerk" })
  const status = async () => (await app.request("/lam-viec", { headers: { cookie: lan.cookie } })).status
  time.now = new Date(time.now.getTime() + hours(7.9))
  expect(await status()).toBe(200)
  const began = Date.parse("2023-09-15T02:00:00Z")
  for (let h = 14; h < 72; h += 6) {
    time.now = new Date(began + hours(h))
    expect(await status()).toBe(200)
  }
  time.now = new Date(began + hours(72.1))
  expect(await status()).toBe(303)
  at("2023-09-20T02:00:00Z")
  const again = await signInAs(db, { bodySlug: "so-a", role: "clerk" })
  time.now = new Date(time.now.getTime() + hours(8.1))
  expect((await app.request("/lam-viec", { headers: { cookie: again.cookie } })).status).toBe(303)
})

test("a session is worth nothing from the day after the post ends", async () => {
  at("2023-09-15T02:00:00Z")
  const hoa = await signInAs(db, { bodySlug: "so-b", role: "officer" })
  await db.admin("update posts set valid_to = '2023-09-15' where id = $1", [hoa.postId])
  at("2023-09-15T16:30:00Z") // 23:30 in Việt Nam
  await db.admin("update sessions set seen_at = $1", [time.now])
  expect((await app.request("/lam-viec", { headers: { cookie: hoa.cookie } })).status).toBe(200)
  at("2023-09-15T17:30:00Z")
  expect((await app.request("/lam-viec", { headers: { cookie: hoa.cookie } })).status).toBe(303)
})

test("refusal is a page that says who can", async () => {
  at("2023-09-15T02:00:00Z")
  const lan = await signInAs(db, { bodySlug: "so-a", role: "clerk" })
  const refused = await app.request("/quyet-dinh", { headers: { cookie: lan.cookie } })
  expect(refused.status).toBe(403)
  expect(await refused.text()).toContain("Việc này dành cho: lãnh đạo.")
  const leader = await signInAs(db, { bodySlug: "so-a", role: "leader" })
  expect((await app.request("/quyet-dinh", { headers: { cookie: leader.cookie } })).status).toBe(200)
})

test("the database holds no token that opens a session", async () => {
  const lan = await signInAs(db, { bodySlug: "so-a", role: "clerk" })
  const rows = await db.admin("select * from sessions")
  expect(JSON.stringify(rows.rows)).not.toContain(lan.cookie.split("=")[1])
})

test("a program reaches what its token's scopes say, until its last day", async () => {
  at("2023-09-15T02:00:00Z")
  const admin = await signInAs(db, { bodySlug: "so-a", role: "administrator" })
  const me = (await (await app.request("/lam-viec", { headers: { cookie: admin.cookie } })).json()) as never
  const desk = { house, officer: me, who: { ...admin.who, requestId: "r" } }
  const reading = await createToken(desk, { name: "Đọc nhiệm vụ", scopes: ["assignments:read"], days: 30 })
  const other = await createToken(desk, { name: "Cảnh báo", scopes: ["warnings:read"], days: 30 })
  const ask = (token: string) => app.request("/api/viec", { headers: { authorization: `Bearer ${token}` } })
  const answer = await ask(reading.token)
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { tokenId: reading.id, bodyId: admin.bodyId, scopes: ["assignments:read"] },
  ])
  expect((await ask(other.token)).status).toBe(403)
  expect((await ask(`${reading.token.slice(0, -1)}?`)).status).toBe(401)
  expect((await app.request("/api/viec", { headers: { cookie: admin.cookie } })).status).toBe(401)
  at("2023-10-16T02:00:00Z")
  expect((await ask(reading.token)).status).toBe(401)
})
