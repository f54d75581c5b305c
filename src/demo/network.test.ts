import { expect, test } from "vitest"
import { type Struck, seriesIn } from "../infrastructure/domain/series.ts"
import { demoHouse } from "./testing.ts"

const { db } = await demoHouse()

test("2,000 assets of two operators stand over the places of the day, each with its exact place apart", async () => {
  const { rows } =
    await db.admin(`select count(*)::int as assets, count(s.asset_id)::int as sites, count(distinct a.body_id)::int as owners,
    count(distinct a.area_code)::int as places from assets a left join asset_sites s on s.asset_id = a.id`)
  expect(rows[0]).toMatchObject({ assets: 2_000, sites: 2_000, owners: 2 })
  expect(Number(rows[0]?.places)).toBeGreaterThan(8)
})

test("120 incidents of eighteen months, among them nine by one trick in five nights at both operators", async () => {
  const { rows } =
    await db.admin(`select count(*)::int as n, count(distinct date_trunc('month', happened_at))::int as months,
    count(*) filter (where taken = '{copper-earth}')::int as series,
    count(distinct body_id) filter (where taken = '{copper-earth}')::int as operators,
    count(distinct happened_at::date) filter (where taken = '{copper-earth}')::int as nights from incidents`)
  expect(rows[0]).toMatchObject({ series: 9, operators: 2, nights: 5 })
  expect(Number(rows[0]?.n)).toBeGreaterThanOrEqual(120)
  expect(Number(rows[0]?.months)).toBeGreaterThan(14)
})

test("the nine are seen as one series of two operators", async () => {
  const { rows } =
    await db.admin(`select id, kind, happened_at as "happenedAt", area_code as "areaCode", cell_lat as "cellLat",
    cell_lon as "cellLon", trick, tools, taken, owner_ids as "ownerIds" from incidents where happened_at > '2023-08-25'`)
  const struck = rows.map((row) => ({ ...row, happenedAt: new Date(String(row.happenedAt)).toISOString() }))
  const largest = seriesIn(struck as unknown as Struck[]).toSorted(
    (a, b) => b.incidents.length - a.incidents.length,
  )[0]
  expect(largest).toMatchObject({ owners: 2, rhythmDays: 4 })
  expect(largest?.incidents.length).toBeGreaterThanOrEqual(9)
})
