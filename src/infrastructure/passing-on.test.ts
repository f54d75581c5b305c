import { beforeAll, expect, test } from "vitest"
import { asJob } from "../kernel/db/database.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { bodies, peopleIn } from "../testing/province.ts"
import { networkDuties } from "./actions/succession.ts"
import { groundIn, otherTelco, places, rivalIn } from "./testing/ground.ts"

/** On a reform day a body's network passes whole, and its name in what others wrote. */
const db = await freshDatabase()
const owed = async (bodyId: string) =>
  (await asJob(db, "test", (tx) => networkDuties.openDutiesOf(tx, [bodyId], 100))).map(({ id }) => id)
const pass = (from: string, to: string) =>
  asJob(db, "organizations.reform-day", (tx) => networkDuties.move(tx, from, [to], "move"))
const sites = async () =>
  (
    await db.admin("select code from asset_sites where body_id = $1 order by code", [bodies.telco.id])
  ).rows.map(({ code }) => code)

beforeAll(async () => {
  await peopleIn(db)
  await groundIn(db)
  await rivalIn(db)
  for (const [owner, code] of [
    [bodies.telco.id, "TU-01"],
    [otherTelco, "TU-01"],
    [otherTelco, "TU-02"],
  ])
    await db.admin(
      `with a as (insert into assets (body_id, kind, area_code, criticality) values ($1, 'cabinet', $2, 'important') returning id)
       insert into asset_sites (asset_id, body_id, code, name) select id, $1, $3, $3 from a`,
      [owner, places.here, code],
    )
})

test("two owners that become one may each have a cabinet of one code: the one that is taken over bears its number behind", async () => {
  await pass(otherTelco, bodies.telco.id)
  expect(await sites()).toEqual(["TU-01", expect.stringMatching(/^TU-01 TS-\d{5}$/), "TU-02"])
  expect(await owed(otherTelco)).toEqual([])
})

test("a body that others only name, in a plan of protection or among those who are shown an incident, passes on as well, once", async () => {
  await db.admin(
    `insert into asset_protections (asset_id, body_id, owner_contact, police_id, committee_id, measures, next_check_on, changed_name)
     select asset_id, body_id, 'Trực mạng', $1::uuid, $2::uuid, 'Khóa hai lớp', '2023-12-14', 'Mẫu' from asset_sites where code = 'TU-02'`,
    [bodies.police.id, bodies.district.id],
  )
  await db.admin(
    `insert into incidents (body_id, kind, happened_at, area_code, trick, granted_ids, origin, made_name, made_by)
     values ($1, 'theft', '2023-09-14T01:00:00+07:00', $2, 'cut', array[$3::uuid], 'form', 'Mẫu', null)`,
    [bodies.telco.id, places.here, bodies.stranger.id],
  )
  expect([await owed(bodies.district.id), await owed(bodies.stranger.id)]).toEqual([
    [bodies.district.id],
    [bodies.stranger.id],
  ])
  await pass(bodies.district.id, bodies.culture.id)
  await pass(bodies.stranger.id, bodies.culture.id)
  expect([await owed(bodies.district.id), await owed(bodies.stranger.id)]).toEqual([[], []])
  const { rows } = await db.admin(
    "select committee_id, (select granted_ids from incidents) as shown from asset_protections",
  )
  expect(rows).toEqual([{ committee_id: bodies.culture.id, shown: [bodies.culture.id] }])
})
