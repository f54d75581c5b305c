import { describe, expect, test } from "vitest"
import { type Person, signInAs } from "../accounts/testing.ts"
import { createApp } from "../app.ts"
import { allViolations } from "../cases/catalogue.ts"
import { isCrime } from "../cases/domain/fines.ts"
import { states } from "../cases/domain/life.ts"
import { deriveEvidence } from "../signals/actions/evidence.ts"
import { caseStories } from "./case-plan.ts"
import { demoPeople } from "./people.ts"
import { demoHouse } from "./testing.ts"
import { tipsOfDemo } from "./tips.ts"

const { db, house } = await demoHouse()

const rows = async (sql: string) => (await db.admin(sql)).rows as Record<string, string>[]

test("the demo tells four hundred tips, by every door of the portal, from districts and from enterprises", async () => {
  const told = await rows(
    "select path, channel, count(*)::int as n from signals where channel <> 'forwarded' group by 1, 2",
  )
  expect(told.reduce((sum, row) => sum + Number(row.n), 0)).toBe(tipsOfDemo)
  expect(new Set(told.map((row) => row.path))).toEqual(
    new Set(["money", "identifier", "infrastructure", "other"]),
  )
  expect(new Set(told.map((row) => row.channel))).toEqual(new Set(["portal", "phone", "file"]))
})

test("thirty cases stand in every state, each opened from a tip that tells the same story", async () => {
  const cases = await rows(
    "select c.state, c.title, s.redacted_text as text from cases c left join signals s on s.case_id = c.id where not exists (select from case_origins o where o.case_id = c.id)",
  )
  expect(cases).toHaveLength(30)
  expect(new Set(cases.map((row) => row.state))).toEqual(new Set(states))
  const cable = cases.filter((row) => row.title?.startsWith(caseStories.cable.title))
  expect(cable).toHaveLength(2)
  for (const row of cable) expect(row.text).toContain("cáp đồng")
})

test("nobody of the demo is sanctioned for what they said", async () => {
  const acts = await rows("select distinct violation_id as id from case_acts")
  expect(acts.length).toBeGreaterThan(3)
  for (const { id } of acts) expect(id).not.toMatch(/^V-TIN-/)
  const known = allViolations()
    .filter((one) => !isCrime(one))
    .map((one) => one.id)
  for (const { id } of acts) expect(known).toContain(id)
})

test("a call that a district passed on is at the lead department, with its number in their register", async () => {
  const [row] = await rows(
    "select count(*)::int as sent, count(*) filter (where answer is not null)::int as received from signal_forwards",
  )
  expect(Number(row?.sent)).toBeGreaterThan(10)
  expect(Number(row?.received)).toBeGreaterThan(8)
})

test("every picture that a tip of the demo brought can be looked at", async () => {
  await deriveEvidence(house)
  const made = await rows("select derivative, count(*)::int as n from signal_evidence group by 1")
  expect(made.map(({ derivative }) => derivative)).toEqual(["made"])
})

describe("whoever opens their work sees what waits at every desk", () => {
  const app = createApp(house)
  const workOf = async (person: Person) => {
    const { cookie } = await signInAs(db, person)
    return (await app.request("/lam-viec", { headers: { cookie } })).text()
  }
  const ofDemo = (email: string) => demoPeople.find((one) => one.email === email) ?? raise(email)

  test("the police read of late files first, though no directive asks anything of them", async () => {
    const page = await workOf(ofDemo("dieutra@congan.example"))
    expect(page).toMatch(/<h1[^>]*>\d+ (vụ việc sắp đến hạn|hồ sơ chờ ký nhận|vụ việc đã trễ hạn)/)
    expect(page).toContain("hồ sơ chờ ký nhận")
  })

  test("the hub reads of urgent tips and late cases, with the way to each", async () => {
    const page = await workOf(ofDemo("daumoi@sotttt.example"))
    expect(page).toMatch(/href="\/tin-bao">\d+ tin khẩn cấp: tiền đang chuyển/)
    expect(page).toMatch(/href="\/vu-viec\?tt=late">\d+ vụ việc đã trễ hạn/)
  })

  test("an enterprise reads of requests to answer, and of nobody's tips or cases", async () => {
    const page = await workOf(ofDemo("anninh@viettel.example"))
    expect(page).toMatch(/1 yêu cầu ngăn chặn chờ trả lời/)
    // The frame around the page names the rooms of the house.
    expect(page.slice(page.indexOf("<main"))).not.toContain("vụ việc")
  })
})

function raise(what: string): never {
  throw new Error(`nobody of the demo is ${what}`)
}
