import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { signInAs } from "../accounts/testing.ts"
import { loadDemo } from "../demo/load.ts"
import type { Desk } from "../kernel/http/env.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { readLetter } from "../letters/index.ts"
import { seedOrganizations } from "../organizations/index.ts"
import { drawReport } from "../reports/actions/document.ts"
import { readPeriod } from "../reports/actions/figures.ts"
import { lockPeriod } from "../reports/actions/lock.ts"
import { periodOf } from "../reports/domain/windows.ts"
import { proposeNext, startDirective } from "../reports/leadership/actions/next.ts"

/** The whole loop once: the letter of July 2023, work, tips and cases, the locked half-year report, the next letter. */
let now: string | null = null
const clock = { now: () => new Date(now ?? "2023-09-15T02:00:00Z") }
const db = await freshDatabase({ clock })
const house = houseOf(db)
const half = periodOf("2023-H2") ?? raise()
let lead: Desk
let office: Desk

beforeAll(async () => {
  await seedOrganizations(db)
  await loadDemo(house)
  lead = await deskOf("so-thong-tin-va-truyen-thong", { isLead: true, name: "Sở Thông tin và Truyền thông" })
  office = await deskOf("van-phong-ubnd-tinh", { keepsChart: true, name: "Văn phòng UBND tỉnh" })
}, 120_000)
afterAll(() => {
  now = null
})

async function deskOf(
  slug: string,
  body: { isLead?: boolean; keepsChart?: boolean; name: string },
): Promise<Desk> {
  const made = await signInAs(db, {
    bodySlug: slug,
    role: "leader",
    name: "Nguyễn Văn Mẫu",
    email: `${slug}@vong.example`,
  })
  return {
    house,
    officer: {
      sessionId: made.officerId,
      officerId: made.officerId,
      name: "Nguyễn Văn Mẫu",
      bodyId: made.bodyId,
      bodyName: body.name,
      bodyKind: "department",
      unitId: null,
      postId: made.postId,
      title: "Giám đốc",
      role: "leader",
      isLead: body.isLead ?? false,
      keepsChart: body.keepsChart ?? false,
    },
    who: { ...made.who, requestId: "loop" },
  }
}

describe("from a letter to the next", () => {
  test("the work that the letter gave, the tips and the cases are in the half-year's figures, counted by hand too", async () => {
    now = "2023-12-15T03:00:00Z"
    const { figures } = await readPeriod(lead, half, "province")
    const value = (id: string) => figures.find((one) => one.definition.id === id)?.value
    const byHand = async (text: string) =>
      Number((await db.admin(`select count(*) as n from ${text}`)).rows[0]?.n)
    const within = "between '2023-06-15' and '2023-12-14'"
    expect(value("I.1")).toBe(
      await byHand(
        `signals where ((received_at at time zone 'UTC') + interval '7 hours')::date ${within} and channel <> 'forwarded'`,
      ),
    )
    expect(value("II.2")).toBe(await byHand("assignments where state <> 'withdrawn'"))
    expect(value("III.1.3")).toBe(
      await byHand(
        `(select distinct case_id, number, decided_on from sanctions where decided_on ${within}) d`,
      ),
    )
    for (const id of ["I.1", "II.1", "II.2"]) expect(value(id)).toBeGreaterThan(0)
  })

  test("the lead department locks the half-year; its report, read like any letter, is a báo cáo with those numbers", async () => {
    expect(await lockPeriod(lead, half, "province")).toHaveProperty("locked")
    const { lock, figures } = await readPeriod(lead, half, "province")
    const file = await drawReport(lead, { period: half, scope: "province", form: "docx" })
    const reading = await readLetter(file, "bao-cao.docx")
    if ("refused" in reading) throw new Error(reading.refused)
    expect(reading.type).toBe("báo cáo")
    expect(reading.issuer).toContain("Sở Thông tin và Truyền thông")
    const text = reading.normalizedText.replace(/\s+/g, " ")
    const tips = figures.find((one) => one.definition.id === "I.1")?.value ?? 0
    expect(text).toContain(`Số nguồn tin, dấu hiệu vi phạm tiếp nhận: ${tips.toLocaleString("vi-VN")} tin`)
    expect(text).toContain(lock?.sha256)
    expect(text).toContain("UBND tỉnh Hưng Yên về việc tăng cường công tác phối hợp")
  })

  test("the next letter begins from what those figures say, cites the report, and is read back into tasks", async () => {
    const { proposals, subject, cites } = await proposeNext(office)
    expect(proposals.length).toBeGreaterThan(0)
    const kept = proposals.map((one) =>
      one.to === "" ? { ...one, to: "Sở Thông tin và Truyền thông" } : one,
    )
    const started = await startDirective(office, { subject, cites, kept })
    expect(started).toHaveProperty("href")
    const drafts = await db.admin("select reading from import_drafts order by id desc limit 1")
    const reading = drafts.rows[0]?.reading as {
      normalizedText?: string
      clauses: { tasks: { text: string }[] }[]
    }
    const tasks = reading.clauses.flatMap((clause) => clause.tasks.map((task) => task.text))
    expect(tasks.length).toBeGreaterThanOrEqual(kept.length)
    expect(JSON.stringify(reading)).toContain("Báo cáo kết quả công tác phối hợp")
  })
})

function raise(): never {
  throw new Error("no period")
}
