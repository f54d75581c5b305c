import { beforeAll, expect, test } from "vitest"
import { asOfficer } from "../kernel/db/database.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { readFigures } from "../reports/actions/figures.ts"
import { periodOf, windowOf } from "../reports/domain/windows.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { bodies } from "../testing/province.ts"
import { groundIn, places } from "./testing/ground.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
  await groundIn(db)
})

const figure = async (id: string, who: Hub["lan"], scope: "province" | "own" = "province") => {
  const period = periodOf("2023-H2")
  if (period === null) throw new Error("no such period")
  const all = await asOfficer(db, { officerId: who.officerId, bodyId: who.bodyId }, (tx) =>
    readFigures(tx, windowOf(period), scope),
  )
  return all.find((one) => one.definition.id === id)
}
const struck = (kind: string, more: { damage?: number; state?: string; hours?: number } = {}) =>
  db.admin(
    `insert into incidents (body_id, kind, state, happened_at, entered_at, area_code, trick, damage_vnd, damage_basis, outage_hours, resolved_at, owner_ids, origin, made_name, made_by)
     values ($1, $2, $3, '2023-09-10T01:00:00+07:00', '2023-09-10T05:00:00+07:00', $4, 'cut', $5, case when $5::bigint is null then null else 'Đơn giá' end, $6,
       case when $3 = 'resolved' then timestamptz '2023-09-10T09:00:00+07:00' end, array[$7::uuid], 'form', 'Mẫu', null)`,
    [
      bodies.district.id,
      kind,
      more.state ?? "open",
      places.here,
      more.damage ?? null,
      more.hours ?? null,
      bodies.telco.id,
    ],
  )

test("before any incident is recorded the figures are from nowhere; then they count from records, of the body whose network it is", async () => {
  expect(await figure("III.2.1", hub.lan)).toMatchObject({ value: null, source: "none" })
  await struck("theft", { damage: 6_200_000, state: "resolved", hours: 2.5 })
  await struck("sabotage", { damage: 1_800_000 })
  await struck("accident", { damage: 9_000_000, state: "resolved", hours: 4 })
  await struck("theft", { damage: 50_000_000, state: "dismissed" })
  expect(await figure("III.2.1", hub.lan)).toMatchObject({ value: 2, source: "system" })
  expect((await figure("III.2.2", hub.lan))?.value).toBe(8_000_000)
  expect((await figure("III.2.3", hub.lan))?.value).toBe(6.5)
  expect((await figure("III.2.1", hub.tam, "own"))?.value).toBe(2)
})
