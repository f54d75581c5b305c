import { beforeAll, expect, test } from "vitest"
import { createToken } from "../accounts/actions/tokens.ts"
import { signInAs } from "../accounts/testing.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { deskOf } from "../testing/province.ts"
import { groundIn, places } from "./testing/ground.ts"

const db = await freshDatabase()
let hub: Hub
let token = ""
beforeAll(async () => {
  hub = await hubOf(db)
  await groundIn(db)
  const { who } = await signInAs(db, { bodySlug: "telco", role: "administrator" })
  const desk = { ...deskOf(hub.house, "tam"), who: { ...who, requestId: "test-request" } }
  token = (await createToken(desk, { name: "Giám sát mạng", scopes: ["incidents:write"], days: 30 })).token
})

const post = (body: object, more: Record<string, string> = {}) =>
  hub.app.request("/api/v1/incidents", {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...more },
  })
const cut = {
  kind: "sabotage",
  happenedAt: "2023-09-14T02:15:00+07:00",
  commune: places.here,
  trick: "cut",
  what: "Mất tín hiệu tuyến cáp, đo thấy đứt ở km 3,2",
  subscribers: 240,
  outageHours: 2.5,
}

test("an enterprise's system tells of a cut once, however often it sends, and the committee of the place reads it", async () => {
  const key = { "idempotency-key": "alarm-2023-0914" }
  const [first, again] = [await post(cut, key), await post(cut, key)]
  expect([first.status, again.status]).toEqual([201, 200])
  const { id } = (await first.json()) as { id: string }
  expect((await again.json()) as object).toMatchObject({ id, isAgain: true })
  const page = await (await hub.get(`/ha-tang/su-co/${id}`, hub.huyen)).text()
  for (const said of ["đứt ở km 3,2", "600 thuê bao-giờ", "từ hệ thống của doanh nghiệp", "Viễn thông Mẫu"])
    expect(page).toContain(said)
})

test("what cannot be right comes back with its place and how to put it right; without the scope nothing is taken", async () => {
  const said = async (body: object) => {
    const answer = await post(body)
    const { issues } = (await answer.json()) as { issues: { path: string }[] }
    return [answer.status, issues.map(({ path }) => path)]
  }
  expect(await said({ ...cut, happenedAt: "2030-01-01T00:00:00+07:00" })).toEqual([422, ["/happenedAt"]])
  expect(await said({ ...cut, commune: "99999" })).toEqual([422, ["/commune"]])
  expect(await said({ ...cut, assets: ["KHONG-CO"] })).toEqual([422, ["/assets"]])
  expect(await said({ ...cut, damageVnd: 5_000_000 })).toEqual([422, ["/damageBasis"]])
  expect((await post({ ...cut, nguoiBao: "x" })).status).toBe(422)
  const bare = await hub.app.request("/api/v1/incidents", { method: "POST", body: "{}" })
  expect(bare.status).toBe(401)
})
