import { expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { hubOf } from "../../signals/testing/hub.ts"
import { bodies, people } from "../../testing/province.ts"
import { paths } from "../paths.ts"
import { begin, plan, writeShop } from "../testing/hub.ts"

const db = await freshDatabase()

test("an officer to whose body two hundred checks of another were sent still finds their own to take along", async () => {
  const hub = await hubOf(db)
  const at = await plan(hub, await writeShop(hub))
  await begin(hub, at, people.minh.id)
  const id = at.slice(at.lastIndexOf("/") + 1)
  await db.admin("alter table inspections disable trigger inspections_guard")
  await db.admin(
    `insert into inspections (body_id, numbered_by, year, number, power, law, ground, ground_note, matter, subject_id, planned_on, place,
       method, checklist, checklist_version, made_name, state, decided_number, decided_on, decided_by, days, approved_on, approved_by,
       announced_on, sent_to_body_id, sent_at)
     select $1::uuid, $1::uuid, year, 1000 + n, power, law, ground, ground_note, matter, subject_id, planned_on, place,
       method, checklist, checklist_version, made_name, state, decided_number, date '2023-09-01', decided_by, days, date '2023-09-01',
       approved_by, date '2023-09-01', body_id, made_at
     from inspections, generate_series(1, 200) n where id = $2`,
    [bodies[people.ngoai.body].id, id],
  )
  await db.admin("alter table inspections enable trigger inspections_guard")
  const page = await (await hub.get(paths.visit("sim-point"), hub.minh)).text()
  expect(page.match(/<option value="[0-9a-f-]{36}"/g)).toEqual([`<option value="${id}"`])
})
