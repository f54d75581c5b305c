import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { deskOfSigned, type Signed, signInAs } from "../../../accounts/testing.ts"
import { asOfficer } from "../../../kernel/db/database.ts"
import { freshDatabase } from "../../../kernel/testing/database.ts"
import { houseOf } from "../../../kernel/testing/house.ts"
import { readReport } from "../../actions/document.ts"
import { periodOf } from "../../domain/windows.ts"
import { communeOf } from "../domain/areas.ts"
import { readMap } from "./overview.ts"
import { readPlaces } from "./places.ts"
import { openRecords } from "./records.ts"

/** After the reform of 1 July 2025: before it the map and the report name districts. */
const clock = { now: () => new Date("2026-09-15T02:00:00Z") }
const db = await freshDatabase({ clock })
const house = houseOf(db)
const code = communeOf("33", "xã Lương Bằng") ?? ""
/** A reporter of the lead department, whose words no other body has. */
const words = ["nhà bà Hoàng Thị Kín, sau chợ", "nhà ông Trần Văn Kín, xã Lương Bằng"] as const
const today = house.clock.now().toISOString().slice(0, 10)
const days = sql`${today}::date - 30, ${today}::date + 1`
let theirs: Signed
let asking: Signed

async function tip(bodyId: string, place: string | null, caseId: string | null = null): Promise<void> {
  await db.admin(`insert into signals (id, body_id, path, channel, state, urgency, type, place, redacted_text, is_anonymous, received_at, case_id)
    values ('${randomUUID()}', '${bodyId}', 'other', 'portal', 'received', 'past', 'khac', ${place === null ? "null" : `'${place}'`},
      'Lời kể', true, '${house.clock.now().toISOString()}', ${caseId === null ? "null" : `'${caseId}'`})`)
}

beforeAll(async () => {
  theirs = await signInAs(db, { bodySlug: "so-mau", role: "officer", body: { isLead: true } })
  asking = await signInAs(db, { bodySlug: "so-khac", role: "leader", body: { keepsChart: true } })
  for (const place of words) {
    const caseId = randomUUID()
    await db.admin(`set session_replication_role = replica;
      insert into cases (id, body_id, number, title, state, opened_on, opened_name)
        values ('${caseId}', '${theirs.bodyId}', '${caseId.slice(0, 6)}', 'Một vụ', 'opened', '${today}', 'A');
      set session_replication_role = origin`)
    await tip(theirs.bodyId, place, caseId)
  }
  await tip(theirs.bodyId, null)
  await readPlaces(house)
})

describe("a reporter who wrote somebody's name where a place was asked for", () => {
  const asked = {
    "the counts by place": sql`select * from province_counts_by('area', ${days})`,
    "the cases by place": sql`select * from province_cases_by_place(${days})`,
    "what stands behind a trick": sql`select * from province_tips_behind('type', '{khac}', ${days})`,
    "what stands behind a commune": sql`select * from province_tips_behind('area', ${[code, "", ...words]}::text[], ${days})`,
  }
  test.each(Object.entries(asked))("another body learns it neither from %s", async (_name, statement) => {
    const { rows } = await asOfficer(db, asking.who, (tx) => statement.execute(tx))
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).toContain(code)
    expect(JSON.stringify(rows)).not.toMatch(/Kín|nhà|chợ/)
  })

  test("nor by looking at the words that are still to be read, or at what they were found to be", async () => {
    for (const table of ["place_codes", "unread_places"])
      await expect(
        asOfficer(db, asking.who, (tx) => sql`select * from ${sql.table(table)}`.execute(tx)),
      ).rejects.toThrow("permission denied")
    expect((await db.admin("select * from unread_places")).rows).toEqual([])
    expect(
      JSON.stringify((await db.admin("select place_hash::text, code, read_by from place_codes")).rows),
    ).not.toMatch(/Kín/)
  })

  const desk = () => deskOfSigned(house, asking, { role: "leader", keepsChart: true })

  test("on the leader's map both tips are counted, one in its commune and one nowhere", async () => {
    const map = await readMap(desk())
    expect([map.tips.get(code), map.elsewhere.tips]).toEqual([1, 2])
    expect([map.cases.get(code), map.elsewhere.cases]).toEqual([1, 1])
  })

  test("in the report of the province the commune stands by its official name", async () => {
    const period = periodOf(`${house.clock.now().getUTCFullYear()}`)
    if (period === null) throw new Error("no period")
    const report = JSON.stringify(await readReport(desk(), period, "province"))
    expect(report).toContain("xã Lương Bằng")
    expect(report).not.toMatch(/Kín/)
  })

  test("the records behind the commune are those of the body whose tip it is", async () => {
    const of = { type: "", commune: code, month: "", figure: "", period: "" }
    const page = { limit: 10, offset: 0 }
    const [own, foreign] = await Promise.all([
      openRecords(deskOfSigned(house, theirs, { role: "officer", isLead: true }), of, page),
      openRecords(desk(), of, page),
    ])
    expect([own?.counted, own?.open]).toEqual([{ signal: 1, case: 1 }, 2])
    expect([foreign?.counted, foreign?.open]).toEqual([{ signal: 1, case: 1 }, 0])
    expect(foreign?.spread.bodies).toHaveLength(1)
  })
})

test("a place that is put right later is looked up anew", async () => {
  await tip(theirs.bodyId, "chưa rõ ở đâu")
  const before = (await readMap(deskOfSigned(house, asking, { role: "leader", keepsChart: true }))).tips.get(
    code,
  )
  await db.admin("update signals set place = 'thôn 3, Lương Bằng' where place = 'chưa rõ ở đâu'")
  const after = (await readMap(deskOfSigned(house, asking, { role: "leader", keepsChart: true }))).tips.get(
    code,
  )
  expect([before, after]).toEqual([1, 2])
})

test("a list that changed is used for what came before it, too", async () => {
  await db.admin("update place_codes set read_by = 'an older list', code = ''")
  const map = await readMap(deskOfSigned(house, asking, { role: "leader", keepsChart: true }))
  expect(map.tips.get(code)).toBe(2)
})
