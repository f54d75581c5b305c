/** Patrols of the demo: one operator and the police, where the series struck. Each body's in one transaction. */
import { sql } from "kysely"
import { asOfficer, type Tx } from "../kernel/db/database.ts"
import type { Desk } from "../kernel/http/env.ts"
import { journal } from "../kernel/journal.ts"
import { addDays, addMonths } from "../kernel/time.ts"

type Planned = { slug: string; name: string; kinds: string[]; times: number; nights: readonly number[] }
const planned: readonly Planned[] = [
  { slug: "viettel-hung-yen", name: "Trạm dọc đê", kinds: ["bts", "cabinet"], times: 4, nights: [9, 6, 2] },
  { slug: "cong-an-tinh", name: "Đêm nơi có chuỗi vụ", kinds: ["bts", "exchange"], times: 4, nights: [3] },
]

export async function buildPatrols(deskOn: (who: string, day: string) => Desk, today: string): Promise<void> {
  for (const one of planned) {
    const desk = deskOn(one.slug, today)
    await asOfficer(desk.house.db, desk.who, (tx) => patrolIn(tx, desk, { ...one, today }))
  }
}

async function patrolIn(
  tx: Tx,
  desk: Desk,
  { name, kinds, times, nights, today }: Planned & { today: string },
) {
  const { rows: assets } =
    await sql<Asset>`select a.id, a.area_code, (s.shape->0->>0)::float8 as lat, (s.shape->0->>1)::float8 as lon
    from assets a join asset_sites s on s.asset_id = a.id where a.kind = any (${kinds}) and a.area_code in
      (select area_code from incidents where kind = 'theft' and taken = '{copper-earth}' order by happened_at desc limit 3)
    order by a.area_code, a.number limit 12`.execute(tx)
  if (assets.length === 0) return
  const plan = await tx
    .insertInto("patrolPlans")
    .values({
      ...{ name, kinds, timesMonth: times, proposed: 2, fromOn: addMonths(today, -1) },
      areaCodes: [...new Set(assets.map(({ areaCode }) => areaCode))],
      segments: "Đường đê và đường thôn qua các trạm",
      ...{ leaderId: desk.who.officerId, leaderName: desk.officer.name, madeName: desk.officer.name },
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  const patrols = await tx
    .insertInto("patrols")
    .values(
      nights.map((ago, n) => ({
        ...{ planId: plan.id, origin: "field", madeName: desk.officer.name },
        beganAt: `${addDays(today, -ago)}T22:30:00+07:00`,
        endedAt: `${addDays(today, -ago + 1)}T00:40:00+07:00`,
        enteredAt: `${addDays(today, -ago + 1)}T07:10:00+07:00`,
        deviceAt: `${addDays(today, -ago + 1)}T00:42:00+07:00`,
        ...{ points: pointsOf(assets, n).length, findings: n === 0 ? 1 : 0 },
      })),
    )
    .returning(["id", "beganAt"])
    .execute()
  const points = patrols.flatMap(({ id, beganAt }, n) =>
    pointsOf(assets, n).map(({ id: assetId, areaCode, lat, lon }, at) => ({
      ...{ patrolId: id, position: at + 1, assetId, areaCode, lat, lon },
      at: new Date(Date.parse(beganAt) + (at + 1) * 25 * 60_000).toISOString(),
      ...(n === 0 && at === 0
        ? { outcome: "suspicious", note: "Khóa cổng có vết cạy mới, chưa mất gì" }
        : { outcome: "fine" }),
    })),
  )
  await tx.insertInto("patrolCheckpoints").values(points).execute()
  const [first] = patrols
  if (first !== undefined)
    await tx
      .insertInto("patrolTracks")
      .values({
        ...{ patrolId: first.id, leaderId: desk.who.officerId, teamIds: [] },
        points: JSON.stringify(
          pointsOf(assets, 0).map(({ lat, lon }, at) => [
            lat,
            lon,
            Date.parse(first.beganAt) / 1_000 + at * 1_500,
          ]),
        ),
      })
      .execute()
  await journal(tx, { what: "patrol.held", details: { rows: patrols.length } })
}

type Asset = { id: string; areaCode: string; lat: number; lon: number }
/** Four at a time, other ones each night. */
const pointsOf = (assets: readonly Asset[], night: number) =>
  [0, 1, 2, 3].flatMap((at) => assets[(night * 4 + at) % assets.length] ?? [])
