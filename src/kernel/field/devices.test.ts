import { beforeAll, expect, test } from "vitest"
import { signInAs } from "../../accounts/testing.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { freshDatabase } from "../testing/database.ts"
import { fieldPaths } from "./paths.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
const [minhs, tams] = ["a1".repeat(16), "b2".repeat(16)]
const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()
const asks = async (device: string) =>
  (await (await hub.app.request(`${fieldPaths.me}?may=${device}`)).json()) as { revoked: string[] }

test("a lost tablet is revoked by its officer or the administrator of the body, by nobody else; the device learns it without anybody signed in, and nothing is taken from it", async () => {
  const admin = await signInAs(db, { bodySlug: "hub", role: "administrator", email: "quantri@hub.example" })
  const name = "Máy tính bảng thử"
  expect((await hub.post(fieldPaths.devices, { device: minhs, name }, hub.minh)).status).toBe(204)
  expect((await hub.post(fieldPaths.devices, { device: tams, name }, hub.tam)).status).toBe(204)
  expect(await text(fieldPaths.devices, hub.minh)).toContain(minhs)
  // A colleague sees only their own; the administrator those of the body and no other's.
  expect(await text(fieldPaths.devices, hub.lan)).not.toContain(minhs)
  const kept = await text(fieldPaths.devices, admin)
  expect(kept).toContain(minhs)
  expect(kept).not.toContain(tams)
  expect((await hub.post(fieldPaths.revoke(minhs), {}, hub.lan)).status).toBe(409)
  expect((await hub.post(fieldPaths.revoke(tams), {}, admin)).status).toBe(409)
  expect((await asks(minhs)).revoked).toEqual([])

  expect((await hub.post(fieldPaths.revoke(minhs), {}, admin)).status).toBe(303)
  expect((await asks(minhs)).revoked).toEqual([minhs])
  const sent = await hub.app.request("/kiem-tra-thuc-te/tai-cho/sim-point", {
    method: "POST",
    body: new FormData(),
    headers: { cookie: hub.minh.cookie, "sec-fetch-site": "same-origin", "x-lienphong-may": minhs },
  })
  expect(sent.status).toBe(409)
  expect(await sent.text()).toContain("Máy này đã bị thu hồi: hệ thống không nhận gì từ máy")
  // It does not come back under its old name.
  expect((await hub.post(fieldPaths.devices, { device: minhs, name }, hub.minh)).status).toBe(204)
  expect((await asks(minhs)).revoked).toEqual([minhs])
})
