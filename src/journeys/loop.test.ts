import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { demoHouse } from "../demo/testing.ts"
import { issueDraft, openDraft } from "../directives/import/actions.ts"
import { assignFromDocument } from "../directives/import/from-program.ts"
import { readersOf } from "../directives/import/readers.ts"
import type { Desk } from "../kernel/http/env.ts"
import {
  changeDraft,
  documentFile,
  issueDocument,
  readDocument,
  takeStep,
} from "../letters/documents/actions.ts"
import { readLetter, typedBlocks } from "../letters/index.ts"
import { draftReport, drawReport, writeTexts } from "../reports/actions/document.ts"
import { readPeriod } from "../reports/actions/figures.ts"
import { lockPeriod } from "../reports/actions/lock.ts"
import { periodOf } from "../reports/domain/windows.ts"
import { proposeNext, startDirective } from "../reports/leadership/actions/next.ts"

/** The whole loop once: the letter of July 2023, work, tips and cases, the locked half-year report, the next letter. */
let now: string | null = null
const clock = { now: () => new Date(now ?? "2023-09-15T02:00:00Z") }
const { db, house } = await demoHouse({ clock })
const half = periodOf("2023-H2") ?? raise()
let lead: Desk
let documentId = ""
let cited = ""
const asked = "Đề nghị UBND tỉnh chỉ đạo Công an tỉnh mở đợt cao điểm kiểm tra SIM kích hoạt sẵn."
const ownTask = "Tổ chức tập huấn Bộ Quy tắc ứng xử trên mạng xã hội, hoàn thành chậm nhất ngày 30/4/2024."

beforeAll(async () => {
  lead = await seatOf("giamdocso@sotttt.example")
})
afterAll(() => {
  now = null
})

/** A person of the demo, as their desk would be after signing in. */
async function seatOf(email: string): Promise<Desk> {
  const { rows } = await db.admin(
    `select o.id as officer, o.full_name as name, b.id as body, b.name as body_name, b.kind, b.is_lead, b.keeps_chart, p.id as post,
       p.title, p.role from officers o join posts p on p.officer_id = o.id join bodies b on b.id = p.body_id where o.email = $1`,
    [email],
  )
  const row = rows[0] as Record<string, string> & { is_lead: boolean; keeps_chart: boolean }
  const [officerId = "", bodyId = ""] = [row.officer, row.body]
  return {
    house,
    officer: {
      ...{ sessionId: officerId, officerId, bodyId, unitId: null },
      ...{ name: row.name ?? "", bodyName: row.body_name ?? "", bodyKind: row.kind ?? "" },
      ...{ postId: row.post ?? "", title: row.title ?? "", role: row.role as Desk["officer"]["role"] },
      ...{ isLead: row.is_lead, keepsChart: row.keeps_chart },
    },
    who: { officerId, bodyId, requestId: "loop" },
  }
}

/** Submitted by who wrote it, reviewed by another, signed, numbered. */
async function goOut({ clerk, drafter, head }: { clerk: Desk; drafter: Desk; head: Desk }, id: string) {
  const step = async (desk: Desk, what: "submit" | "approve" | "sign" | "number") =>
    expect(await takeStep(desk, id, what, { note: "" })).not.toHaveProperty("refused")
  await step(drafter, "submit")
  await step(head, "approve")
  await step(head, "sign")
  await step(clerk, "number")
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
    expect(text).toContain(`Tiếp nhận ${tips.toLocaleString("vi-VN")} tin báo dấu hiệu vi phạm`)
    expect(text).toContain(lock?.sha256)
    expect(text).toContain("UBND tỉnh Hưng Yên về việc tăng cường công tác phối hợp")
  })

  test("the report is reviewed, signed by its head, numbered and issued: from then it can be cited by its number", async () => {
    const [drafter, clerk, head] = [
      await seatOf("daumoi@sotttt.example"),
      await seatOf("vanthu@sotttt.example"),
      await seatOf("giamdocso@sotttt.example"),
    ]
    await writeTexts(drafter, half, "province", { VI: asked })
    const made = await draftReport(drafter, { period: half, scope: "province", signerId: head.who.officerId })
    if ("refused" in made) throw new Error(made.refused)
    expect((await proposeNext(await seatOf("vanthu@vpubnd.example"))).report).toBeNull()
    await goOut({ clerk, drafter, head }, made.documentId)
    expect(await issueDocument(clerk, made.documentId)).toHaveProperty("state", "issued")
  })

  test("the next letter begins from those figures and what was recommended, and cites the report by number and day", async () => {
    const clerk = await seatOf("vanthu@vpubnd.example")
    const next = await proposeNext(clerk)
    expect(next.period.label).toBe("2023-H2")
    cited = `${String(next.report?.number).padStart(2, "0")}/BC-STTTT`
    expect(next.cites).toContain(`Báo cáo số ${cited} ngày 15/12/2023 của Sở Thông tin và Truyền thông`)
    const about = next.proposals.map((one) => one.about)
    expect(about).toEqual(expect.arrayContaining(["late", "recommended"]))
    const recommended = next.proposals.find((one) => one.about === "recommended")
    expect(recommended).toMatchObject({ to: "Công an tỉnh" })
    expect(recommended?.why).toContain("Sở Thông tin và Truyền thông nêu tại mục VI")
    const kept = next.proposals.map((one) => (one === recommended ? { ...one, dueOn: "2024-03-29" } : one))
    const signer = next.signers.find((one) => one.title === "Phó Chủ tịch UBND tỉnh")
    const started = await startDirective(clerk, {
      ...{ subject: next.subject, cites: next.cites, kept, reportId: next.report?.lockId ?? null },
      signerId: signer?.officerId ?? "",
    })
    if ("refused" in started) throw new Error(started.refused)
    documentId = started.documentId
  })

  test("the clerk edits the draft as any other; it is reviewed, signed for the chair, and numbered; alone it does not go out", async () => {
    now = "2023-12-18T03:00:00Z"
    const [clerk, head] = [await seatOf("vanthu@vpubnd.example"), await seatOf("lanhdao@ubnd.example")]
    const view = await readDocument(clerk, documentId)
    if (view === null) throw new Error("no draft")
    const { typedText, signerId, version } = view.row
    const text = `${typedText}\n- ${ownTask}`
    const model = { ...view.row.model, blocks: typedBlocks(text) }
    const changed = await changeDraft(clerk, documentId, { model, typedText: text, signerId }, version)
    expect(changed).toEqual({ done: true })
    await goOut({ clerk, drafter: clerk, head }, documentId)
    expect(await issueDocument(clerk, documentId)).toEqual({ refused: "issue.assigns" })
  })

  test("issuing it gives its tasks to the right bodies in the same moment; pressing again gives nothing twice", async () => {
    const clerk = await seatOf("vanthu@vpubnd.example")
    const begun = await assignFromDocument(clerk, documentId)
    if (!("draftId" in begun)) throw new Error(JSON.stringify(begun))
    expect(await assignFromDocument(clerk, documentId)).toEqual(begun)
    const readers = readersOf("2023-12-18")
    const opened = await openDraft(clerk, readers, begun.draftId)
    if (opened?.at !== "open") throw new Error("not open")
    expect(opened.review.obstacles).toEqual([])
    const seen = { id: begun.draftId, version: opened.review.version }
    const issued = await issueDraft(clerk, readers, seen)
    if ("refused" in issued) throw new Error(JSON.stringify(issued))
    expect(await issueDraft(clerk, readers, seen)).toMatchObject({ directiveId: issued.directiveId })
    const row = (
      await db.admin("select state, file_sha256 from official_documents where id = $1", [documentId])
    ).rows[0]
    expect(row?.state).toBe("issued")
    const { rows } = await db.admin(
      `select t.text, b.slug, a.due_on::text from assignments a join tasks t on t.id = a.task_id
       join bodies b on b.id = a.body_id join directives d on d.id = a.directive_id
       where d.id = $1 and d.original_sha256 = $2 and d.reference_list @> $3`,
      [issued.directiveId, row?.file_sha256, JSON.stringify([{ number: cited, date: "2023-12-15" }])],
    )
    const to = (words: string) => rows.filter((one) => String(one.text).includes(words))
    expect(to("SIM kích hoạt sẵn").map((one) => [one.slug, one.due_on])).toEqual([
      ["cong-an-tinh", "2024-03-29"],
    ])
    expect(to("giữ mối quan hệ chặt chẽ giữa các doanh nghiệp").map((one) => one.slug)).toContain(
      "viettel-hung-yen",
    )
    expect(to("tập huấn Bộ Quy tắc").every((one) => one.due_on === "2024-04-30")).toBe(true)
    expect(to("Khẩn trương hoàn thành").map((one) => one.slug)).toContain("ubnd-huyen-van-lam")
    const mine = await db.admin("select count(*) as n from directives where plan_key = $1", [
      `document:${documentId}`,
    ])
    expect(Number(mine.rows[0]?.n)).toBe(1)
  })

  test.each(["pdf", "docx"] as const)(
    "the issued %s, read like any letter, gives its model back",
    async (form) => {
      const clerk = await seatOf("vanthu@vpubnd.example")
      const [file, view] = [
        await documentFile(clerk, documentId, form),
        await readDocument(clerk, documentId),
      ]
      if (file === null || view === null) throw new Error("not there")
      const reading = await readLetter(file, `van-ban.${form}`)
      if ("refused" in reading) throw new Error(reading.refused)
      const { model, number } = view.row
      expect(reading).toMatchObject({
        issuer: "UBND tỉnh Hưng Yên",
        number: `${String(number).padStart(2, "0")}/UBND-KGVX`,
        date: "2023-12-18",
        addressees: model.addressees,
        signer: { position: "PHÓ CHỦ TỊCH", name: "Bùi Thị Lãnh" },
      })
      expect(reading.references).toContainEqual({
        ...{ number: cited, date: "2023-12-15", issuer: "Sở Thông tin và Truyền thông" },
      })
      const clauses = model.blocks.flatMap((block) => (block.is === "section" ? [block] : []))
      expect(reading.clauses.map((one) => one.addressees.join("; "))).toEqual(clauses.map((one) => one.title))
      const written = clauses.map((one) =>
        one.blocks.flatMap((inside) => (inside.is === "list" ? inside.items : [])),
      )
      const bare = (text: string) => text.replace(/[.;/\s]+$/, "")
      expect(reading.clauses.map((one) => one.tasks.map((task) => bare(task.text)))).toEqual(
        written.map((items) => items.map(bare)),
      )
      const deadlines = reading.clauses.flatMap((one) => one.tasks.flatMap((task) => task.deadline ?? []))
      expect(deadlines.join(" ")).toMatch(/29\/3\/2024|29\/03\/2024|2024-03-29/)
    },
  )
})

function raise(): never {
  throw new Error("no period")
}
