/**
 * Networks and what was done to them: 2,000 invented assets over the places of the program's day and 120 incidents of eighteen months, with one series
 * that strikes two operators in five nights. Written in whole sets: a start of the demo waits for it.
 */
import { sql } from "kysely"
import { readCsv } from "../kernel/calendar/data.ts"
import { asOfficer, type Tx } from "../kernel/db/database.ts"
import type { Desk } from "../kernel/http/env.ts"
import { journal } from "../kernel/journal.ts"
import { addDays } from "../kernel/time.ts"
import { placesOn } from "../organizations/index.ts"

type Place = { code: string; lat: number; lon: number }
type Kind = (typeof kinds)[number]

const owners = ["viettel-hung-yen", "vnpt-hung-yen"] as const
const assetsEach = 1_000
const incidentsOfDemo = 120
const kinds = [
  "bts",
  "cabinet",
  "fibre",
  "earth-cable",
  "pole-line",
  "manhole",
  "battery",
  "generator",
  "exchange",
  "transmitter",
] as const
const named: Readonly<Record<Kind, string>> = {
  bts: "Trạm",
  cabinet: "Tủ cáp",
  fibre: "Tuyến cáp quang",
  "earth-cable": "Dây tiếp địa trạm",
  "pole-line": "Tuyến cột",
  manhole: "Hố cáp",
  battery: "Ắc quy trạm",
  generator: "Máy phát trạm",
  exchange: "Nhà trạm",
  transmitter: "Máy phát",
}

export async function buildNetwork(deskOn: (who: string, day: string) => Desk, today: string): Promise<void> {
  const made: string[] = []
  for (const [at, slug] of owners.entries()) {
    const desk = deskOn(slug, today)
    made.push(
      ...(await asOfficer(desk.house.db, desk.who, async (tx) => {
        const places = await placesWithPoints(tx, today)
        const assets = await layAssets(tx, desk, { places, owner: at })
        return tellIncidents(tx, desk, { places, assets, owner: at, today })
      })),
    )
  }
  await takeNote(deskOn("cong-an-tinh", today), made)
}

/** Always the same, and spread evenly: multiples of the golden ratio. */
const spread = (n: number, salt: number): number => (n * 0.618033988749895 + salt * 0.7548776662466927) % 1

async function placesWithPoints(tx: Tx, today: string): Promise<Place[]> {
  const places = await placesOn(tx, today)
  const points = new Map(
    readCsv("administrative-units/communes-hung-yen-2025.csv").map(({ code = "", lat, lon }) => [
      code,
      { lat: Number(lat), lon: Number(lon) },
    ]),
  )
  // Before the communes of 2025 a district is where the first of its later communes is.
  const inDistrict = new Map(
    readCsv("administrative-units/commune-succession-hung-yen.csv").map(
      ({ old_district = "", new_code = "" }) => [old_district.toLowerCase(), new_code],
    ),
  )
  return places.flatMap(({ code, name }) => {
    const point = points.get(code) ?? points.get(inDistrict.get(name.toLowerCase()) ?? "")
    return point === undefined ? [] : [{ code, ...point }]
  })
}

type Made = { id: string; place: Place; lat: number; lon: number }

async function layAssets(
  tx: Tx,
  desk: Desk,
  { places, owner }: { places: Place[]; owner: number },
): Promise<Made[]> {
  const drafts = Array.from({ length: assetsEach }, (_, n) => {
    const place = places[Math.floor(spread(n, owner) * places.length)] ?? places[0]
    const kind = kinds[n % kinds.length] ?? "bts"
    if (place === undefined) return []
    const lat = round(place.lat + (spread(n, 3 + owner) - 0.5) * 0.04)
    const lon = round(place.lon + (spread(n, 5 + owner) - 0.5) * 0.04)
    return [{ n, place, kind, lat, lon }]
  }).flat()
  const rows = await tx
    .insertInto("assets")
    .values(
      drafts.map(({ place, kind, lat, lon, n }) => ({
        ...{ kind, areaCode: place.code, cellLat: Math.floor(lat * 100), cellLon: Math.floor(lon * 100) },
        criticality: n % 41 === 0 ? "important" : "ordinary",
      })),
    )
    .returning("id")
    .execute()
  await tx
    .insertInto("assetSites")
    .values(
      drafts.map(({ kind, lat, lon, n }, at) => ({
        assetId: rows[at]?.id ?? "",
        code: `${owner === 0 ? "VTL" : "VNP"}-${String(n + 1).padStart(4, "0")}`,
        name: `${named[kind]} ${n + 1}`,
        shape: JSON.stringify([[lat, lon]]),
      })),
    )
    .execute()
  // Important ones have a plan of protection; of the first two one is missing and one is due for its check.
  await sql`insert into asset_protections (asset_id, owner_contact, police_id, committee_id, measures, drilled_on, next_check_on, changed_name)
    select a.id, 'Trực vận hành, 0300 000 019', p.id, c.id, 'Khóa chống cắt, chuông về phòng trực; thấy việc thì gọi công an xã', acting_on() - 60,
      acting_on() + (a.n * 11 - 16)::int, ${desk.officer.name}
    from (select id, area_code, row_number() over (order by number) as n from assets where body_id = current_body() and criticality = 'important') a
      join bodies p on p.slug = 'cong-an-tinh' join lateral (select b.id from bodies b where b.kind in ('commune-committee', 'district-committee')
        order by (b.area_code = a.area_code) desc nulls last, b.id limit 1) c on true where a.n > 1`.execute(
    tx,
  )
  await journal(tx, { what: "asset.list-taken", details: { rows: rows.length, body: desk.who.bodyId } })
  return drafts.map(({ place, lat, lon }, at) => ({ id: rows[at]?.id ?? "", place, lat, lon }))
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** Night, hour and owner of each of nine; the pair goes south, a few kilometres each time. */
const series = [
  { ago: 15, hour: "00:40", owner: 0 },
  { ago: 15, hour: "02:15", owner: 1 },
  { ago: 12, hour: "01:50", owner: 0 },
  { ago: 8, hour: "01:05", owner: 0 },
  { ago: 8, hour: "02:40", owner: 1 },
  { ago: 4, hour: "01:20", owner: 1 },
  { ago: 4, hour: "03:10", owner: 0 },
  { ago: 1, hour: "00:55", owner: 1 },
  { ago: 1, hour: "02:30", owner: 0 },
] as const

/** What usually happens, over and over. */
const stories = [
  {
    kind: "theft",
    trick: "break-in",
    tools: ["bolt-cutter", "motorbike"],
    taken: ["battery"],
    what: "Khoá tủ bị phá, mất ắc quy",
  },
  {
    kind: "accident",
    trick: "dig",
    tools: ["excavator"],
    taken: [],
    what: "Máy xúc thi công mương đào trúng cáp",
  },
  { kind: "disaster", trick: "weather", tools: [], taken: [], what: "Dông làm đổ cột, đứt cáp" },
  {
    kind: "theft",
    trick: "cut",
    tools: ["saw"],
    taken: ["copper-cable"],
    what: "Cáp đồng bị cắt trộm một đoạn",
  },
  { kind: "sabotage", trick: "burn", tools: ["fire"], taken: [], what: "Tủ cáp bị đốt trong đêm" },
  { kind: "obstruction", trick: "block", tools: [], taken: [], what: "Bị chặn đường không cho kéo cáp" },
  {
    kind: "accident",
    trick: "hit",
    tools: ["truck"],
    taken: [],
    what: "Xe tải vướng, kéo đứt cáp qua đường",
  },
] as const

async function tellIncidents(
  tx: Tx,
  desk: Desk,
  of: { places: Place[]; assets: Made[]; owner: number; today: string },
): Promise<string[]> {
  const { assets, owner, today } = of
  const others = Array.from({ length: (incidentsOfDemo - series.length) / owners.length + 1 }, (_, n) => {
    const story = stories[(n + owner) % stories.length] ?? stories[0]
    const ago = 3 + Math.floor(spread(n, owner + 7) * 540)
    const asset = assets[Math.floor(spread(n, owner + 11) * assets.length)]
    const hour = String(Math.floor(spread(n, 13) * 24)).padStart(2, "0")
    return {
      ...story,
      ago,
      hour: `${hour}:20`,
      asset,
      damage: 1_200_000 + Math.floor(spread(n, 17) * 90) * 100_000,
    }
  })
  // Two kilometres further south each time.
  const nearest = (n: number) => {
    const far = ({ lat, lon }: Made) => Math.hypot(lat - (20.94 - n * 0.02), lon - 106.0)
    return assets.toSorted((a, b) => far(a) - far(b))[0]
  }
  const nights = series.flatMap(({ owner: whose, ...night }, n) =>
    whose === owner
      ? [
          {
            ...{ kind: "theft", trick: "cut", tools: ["bolt-cutter", "motorbike"], taken: ["copper-earth"] },
            ...{ what: "Dây tiếp địa đồng bị cắt bằng kìm cộng lực, khóa cổng còn nguyên" },
            ...{ ...night, asset: nearest(n), damage: 3_500_000 + ((n * 7) % 5) * 900_000 },
          },
        ]
      : [],
  )
  const drafts = [...others, ...nights].flatMap(({ asset, ...draft }) =>
    asset === undefined ? [] : [{ ...draft, asset }],
  )
  const rows = await tx
    .insertInto("incidents")
    .values(
      drafts.map(({ kind, trick, tools, taken, ago, hour, asset, damage }) => {
        const happenedAt = `${addDays(today, -ago)}T${hour}:00+07:00`
        return {
          ...{ kind, trick, tools: [...tools], taken: [...taken], happenedAt, origin: "form" },
          enteredAt: new Date(Date.parse(happenedAt) + 4 * 3_600_000).toISOString(),
          areaCode: asset.place.code,
          cellLat: Math.floor(asset.lat * 100),
          cellLon: Math.floor(asset.lon * 100),
          ...{
            subscribers: 40 + (damage / 100_000) * 3,
            outageHours: 1 + (ago % 9) / 2,
            services: ["mobile"],
          },
          ...{ damageVnd: damage, damageBasis: "Đơn giá vật tư kho và công lắp lại (số liệu mẫu)" },
          ...{ ownerIds: [desk.who.bodyId], madeName: desk.officer.name },
        }
      }),
    )
    .returning(["id", "enteredAt"])
    .execute()
  await tx
    .insertInto("incidentSites")
    .values(
      drafts.map(({ what, asset }, at) => ({
        incidentId: rows[at]?.id ?? "",
        what,
        lat: asset.lat,
        lon: asset.lon,
      })),
    )
    .execute()
  await tx
    .insertInto("incidentAssets")
    .values(drafts.map(({ asset }, at) => ({ incidentId: rows[at]?.id ?? "", assetId: asset.id })))
    .execute()
  await tx
    .insertInto("incidentEvents")
    .values(
      rows.map(({ id, enteredAt }) => ({
        incidentId: id,
        what: "reported",
        byName: desk.officer.name,
        at: enteredAt,
      })),
    )
    .execute()
  // What is older than three days works again.
  await sql`update incidents set state = 'resolved', resolved_at = happened_at + interval '9 hours', changed_at = happened_at + interval '9 hours'
    where body_id = current_body() and happened_at < acting_at() - interval '3 days'`.execute(tx)
  await journal(tx, { what: "incident.list-taken", details: { rows: rows.length } })
  return rows.map(({ id }) => id)
}

/** The police have read all but the last two days'. */
async function takeNote(desk: Desk, ids: readonly string[]): Promise<void> {
  await asOfficer(desk.house.db, desk.who, async (tx) => {
    await sql`insert into incident_events (incident_id, what, by_name, at)
      select i.id, 'received', ${desk.officer.name}, i.entered_at + interval '40 minutes' from incidents i
      where i.id = any (${ids}) and i.entered_at < acting_at() - interval '2 days'`.execute(tx)
    await journal(tx, { what: "incident.received", details: { rows: ids.length } })
    await followUp(tx, desk, ids)
  })
}

/** Of the last theft but one week: what was recovered, who saw it, and what dealers of scrap there are told. */
async function followUp(tx: Tx, desk: Desk, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{
    id: string
    areaCode: string
    on: string
  }>`select id, area_code, local_day(happened_at) as "on"
    from incidents where id = any (${ids}) and kind = 'theft' and happened_at < acting_at() - interval '7 days' order by happened_at desc limit 1`.execute(
    tx,
  )
  const [theft] = rows
  if (theft === undefined) return
  const of = { incidentId: theft.id, byName: desk.officer.name }
  const goods = {
    what: "Dây đồng tiếp địa M50",
    amount: "18 m, khoảng 9 kg",
    marks: "vỏ in chữ, hai đầu cắt",
  }
  const kept = { recoveredOn: addDays(theft.on, 2), keptAt: "Kho tang vật công an xã" }
  await tx
    .insertInto("incidentGoods")
    .values({ ...of, ...goods, ...kept })
    .execute()
  const who = { name: "Vũ Thị Mẫu", contact: "0900 000 321" }
  const sealed = desk.house.keys.seal("identity", Buffer.from(JSON.stringify(who), "utf8"))
  await tx
    .insertInto("incidentWitnesses")
    .values({ ...of, sealed, saw: "Khoảng 1 giờ thấy hai người đi xe máy chở cuộn dây về phía đê" })
    .execute()
  await sql`insert into scrap_notices (incident_id, goods, marks, text, contact, area_codes, told_ids, until_on, made_name)
    select ${theft.id}, ${goods.what}, ${goods.marks}, 'Đề nghị cơ sở không mua vật nêu dưới đây khi người bán không chứng minh được nguồn gốc, và báo ngay.',
      'Trực ban công an xã, 0900 000 123', array[${theft.areaCode}], array(select id from bodies where area_code = ${theft.areaCode} and kind like '%-committee'),
      acting_on() + 20, ${desk.officer.name}`.execute(tx)
  await journal(tx, { what: "scrap.notified", details: { areas: 1 } })
}
