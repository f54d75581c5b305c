/** The same province on other days: what has happened by then, under the law and the names of that day. */
import { beforeAll, describe, expect, test } from "vitest"
import { signInAs } from "../accounts/testing.ts"
import { createApp } from "../app.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { seedOrganizations } from "../organizations/index.ts"
import { loadDemo } from "./load.ts"
import { peopleOn } from "./people.ts"
import { beginning } from "./sign-ins.ts"

async function provinceOn(day: string) {
  const db = await freshDatabase({ clock: { now: () => new Date(`${day}T02:00:00Z`) } })
  const house = houseOf(db)
  const rows = async (text: string) => (await db.admin(text)).rows as Record<string, string>[]
  const load = async () => {
    await seedOrganizations(beginning(house))
    await loadDemo(house)
  }
  return { db, house, rows, load }
}

describe("on 20 November 2026", async () => {
  const { db, house, rows, load } = await provinceOn("2026-11-20")
  beforeAll(load)

  test("the reforms of 1 March and 1 July 2025 were carried out by the program's own reform day", async () => {
    expect(await rows("select effective_on::text as day, state from reforms order by 1")).toEqual([
      { day: "2025-03-01", state: "applied" },
      { day: "2025-07-01", state: "applied" },
    ])
    const left = await rows(
      "select b.slug from assignments a join bodies b on b.id = a.body_id where a.state not in ('done', 'accepted', 'withdrawn') and b.valid_to < '2026-11-20'",
    )
    expect(left).toEqual([])
  })

  test("a directive, tips, cases and a half-year of 2026 stand under the law and names of that day", async () => {
    const [letter] = await rows(
      "select issued_on::text as on, addressees::text from directives order by issued_on desc limit 1",
    )
    expect(letter?.on).toMatch(/^2026-1/)
    expect(letter?.addressees).toContain("UBND xã, phường")
    expect(letter?.addressees).not.toMatch(/huyện|Thông tin và Truyền thông/)
    const [tips] = await rows("select count(*)::int as n from signals where received_at >= '2026-07-01'")
    expect(Number(tips?.n)).toBeGreaterThan(150)
    const acts = await rows(
      "select distinct a.violation_id as id from case_acts a join cases c on c.id = a.case_id where c.opened_on >= '2026-07-01' order by 1",
    )
    expect(acts.length).toBeGreaterThan(1)
    for (const { id } of acts) expect(id).toMatch(/-2026$/)
    const signers = await rows(
      "select distinct d.signer_title as title from sanctions d join cases c on c.id = d.case_id where c.opened_on >= '2026-07-01'",
    )
    expect(signers).toEqual([{ title: "Giám đốc" }])
  })

  test("no case and no joint action of 2023 is years late", async () => {
    expect(
      await rows("select title from cases where opened_on < '2024-01-01' and state <> 'closed'"),
    ).toEqual([])
    expect(await rows("select 1 from joint_actions where state = 'open' and due_on < '2024-01-01'")).toEqual(
      [],
    )
  })

  test("whoever is named at the start signs in, at a body that exists, and finds work or an empty desk that says so", async () => {
    const app = createApp(house)
    const people = peopleOn("2026-11-20")
    expect(people.map(({ bodySlug }) => bodySlug)).not.toContain("so-thong-tin-va-truyen-thong")
    for (const person of people) {
      const { cookie } = await signInAs(db, person)
      const page = await app.request("/lam-viec", { headers: { cookie } })
      expect([person.email, page.status]).toEqual([person.email, 200])
    }
  })

  test("nothing happened after that day", async () => {
    for (const query of [
      "select max(received_at)::date::text as day from signals",
      "select max(opened_on)::text as day from cases",
      "select max(at)::date::text as day from assignment_events",
    ]) {
      const [row] = await rows(query)
      expect(String(row?.day) <= "2026-11-20").toBe(true)
    }
  })
})

describe("on 20 July 2023, three days after the letter", async () => {
  const { rows, load } = await provinceOn("2023-07-20")
  beforeAll(load)

  test("nobody has done what was done in August, and no body or law of later years is met", async () => {
    const [tips] = await rows("select count(*)::int as n, max(received_at)::date::text as last from signals")
    expect(Number(tips?.n)).toBeGreaterThan(100)
    expect(String(tips?.last) <= "2023-07-20").toBe(true)
    const states = await rows("select distinct state from assignments order by 1")
    expect(states.map(({ state }) => state)).not.toContain("accepted")
    expect(await rows("select 1 from reforms")).toEqual([])
  })
})

test("a day before 15 July 2023 is refused with a sentence", async () => {
  const { house } = await provinceOn("2023-07-14")
  expect(() => beginning(house)).toThrow(/Dữ liệu mẫu bắt đầu ngày 15\/0?7\/2023/)
})
