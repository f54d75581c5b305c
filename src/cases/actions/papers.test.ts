import { beforeAll, describe, expect, test } from "vitest"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { documentFile, readDocument, readDocuments, takeStep } from "../../letters/documents/actions.ts"
import { readLetter } from "../../letters/index.ts"
import { amountFieldName } from "../papers/content.ts"
import { papersOf } from "../store/papers.ts"
import {
  actOf,
  checkedByLaw,
  type Desks,
  decided,
  desksIn,
  finding,
  must,
  recorded,
  recordedUnchecked,
  verifying,
} from "../testing/hub.ts"
import { issueAs } from "../testing/papers.ts"
import { executeDecision, serveDecision } from "./execution.ts"
import { draftPaper, readPaperForm } from "./papers.ts"
import { requestPrevention } from "./prevention.ts"
import { confirmRangeOf, typeRangeOf } from "./range.ts"
import { readCase } from "./reading.ts"
import { findAct } from "./sanction.ts"
import { nameOfficer } from "./steps.ts"
import { takePaper } from "./take-paper.ts"
import { transferCase } from "./transfer.ts"
import { casesWaiting } from "./waiting.ts"

const db = await freshDatabase()
const house = houseOf(db)
let at: Desks
beforeAll(async () => {
  at = await desksIn(db, house)
})

const stateOf = async (id: string) =>
  (await db.admin("select state from cases where id = $1", [id])).rows[0]?.state
const paperOf = async (id: string, kind: string) =>
  (await asOfficer(db, at.lan.who, (tx) => papersOf(tx, id))).find((one) => one.kind === kind)?.id ?? ""

const recordAnswers = () => ({
  place: "trụ sở công ty",
  madeOn: "2023-09-14",
  beganAt: "09:40",
  signerId: at.minh.who.officerId,
})
const sanctionAnswers = (actId: string, more: Record<string, string> = {}) => ({
  [amountFieldName(actId)]: "15.000.000",
  signerId: at.lan.who.officerId,
  ...more,
})
const sanction = (id: string, answers: Record<string, string>) =>
  draftPaper(at.minh, id, { kind: "sanction", requestId: null, answers })

describe("from the record to the issued decision", () => {
  test("the number and the day of each paper are taken from the book, and nobody types them", async () => {
    const id = await verifying(at.lan)
    must(await findAct(at.minh, id, finding({ violationId: "V-TIN-01" })))
    const record = must(
      await draftPaper(at.minh, id, { kind: "record", requestId: null, answers: recordAnswers() }),
    )
    expect(await takePaper(at.minh, id, await paperOf(id, "record"))).toEqual({ refused: "paper.notIssued" })
    const recordNumber = await issueAs(record.documentId, {
      drafter: at.minh,
      signer: at.minh,
      other: at.lan,
      clerk: at.hoa,
    })
    must(await takePaper(at.minh, id, await paperOf(id, "record")))
    expect(await stateOf(id)).toBe("recorded")
    await checkedByLaw(at.lan, id)
    const actId = await actOf(db, id)
    const decision = must(await sanction(id, sanctionAnswers(actId)))
    const number = await issueAs(decision.documentId, {
      drafter: at.minh,
      signer: at.lan,
      other: at.hoa,
      clerk: at.hoa,
    })
    const waits = () => asOfficer(db, at.minh.who, (tx) => casesWaiting(tx, at.minh, "vi"))
    const line = expect.objectContaining({
      text: expect.stringContaining("1 văn bản của vụ việc đã phát hành"),
    })
    expect(await waits()).toContainEqual(line)
    must(await takePaper(at.minh, id, await paperOf(id, "sanction")))
    expect(await waits()).not.toContainEqual(line)
    const { rows } = await db.admin(
      "select number, amount, decided_on::text, decided_name, office from sanctions where case_id = $1",
      [id],
    )
    expect(rows).toEqual([
      {
        number,
        amount: "15000000",
        decided_on: "2023-09-15",
        decided_name: "Nguyễn Thị Lan",
        office: "chief-inspector",
      },
    ])
    const file = await documentFile(at.lan, decision.documentId, "pdf")
    const reading = await readLetter(file ?? new Uint8Array(), "quyet-dinh.pdf")
    if ("refused" in reading) throw new Error(reading.refused)
    expect([reading.number, reading.type, reading.signer.name]).toEqual([
      number,
      "quyết định",
      "Nguyễn Thị Lan",
    ])
    expect(reading.normalizedText.replace(/\s+/g, " ")).toContain(
      `Biên bản vi phạm hành chính số ${recordNumber} lập`,
    )
    expect(await takePaper(at.minh, id, await paperOf(id, "sanction"))).toEqual({ refused: "paper.taken" })
  }, 120_000)
})

describe("what was seized", () => {
  test("the decision to keep a computer is written from the case, signed by the inspector, and its number and days are the case's", async () => {
    const id = await verifying(at.lan)
    const answers = {
      madeOn: "2023-09-14",
      things: "01 máy tính",
      why: "Xác minh nguồn gửi",
      keptAt: "Kho của Sở",
      signerId: at.lan.who.officerId,
    }
    const asked = { kind: "keeping" as const, requestId: null }
    const unfit = { ...answers, signerId: at.minh.who.officerId }
    expect(await draftPaper(at.minh, id, { ...asked, answers: unfit })).toEqual({ refused: "paper.noSigner" })
    const { documentId } = must(await draftPaper(at.minh, id, { ...asked, answers }))
    const number = await issueAs(documentId, {
      drafter: at.minh,
      signer: at.lan,
      other: at.hoa,
      clerk: at.hoa,
    })
    must(await takePaper(at.minh, id, await paperOf(id, "keeping")))
    const { rows } = await db.admin("select due, rule_id from case_clocks where case_id = $1", [id])
    expect(rows).toEqual([{ due: "2023-09-25", rule_id: "XP-TAM-GIU" }])
    const events = await db.admin(
      "select details->>'number' as number, details->>'signerName' as signer from case_events where case_id = $1 and what = 'case.things-kept'",
      [id],
    )
    expect(events.rows).toEqual([{ number, signer: "Nguyễn Thị Lan, Chánh Thanh tra Sở" }])
  }, 120_000)
  test("no session is announced that nobody asked for", async () => {
    const id = await recorded(at.lan, { violationId: "V-WEB-02" })
    const answers = { place: "Sở", madeOn: "2023-09-20", beganAt: "09:00", signerId: at.lan.who.officerId }
    expect(await draftPaper(at.minh, id, { kind: "session", requestId: null, answers })).toEqual({
      refused: "noHearing",
    })
  })
})

describe("a decision is drafted only as it could be made", () => {
  test("not without a checked competence, outside the range, by an office that may not, or while the offender may explain", async () => {
    const id = await recorded(at.lan)
    const actId = await actOf(db, id)
    const tried = (more: Record<string, string>) => sanction(id, sanctionAnswers(actId, more))
    await db.admin(
      "update cases set checked_office = null, checked_source = null, checked_by = null, checked_name = null, checked_on = null where id = $1",
      [id],
    )
    expect(await tried({})).toEqual({ refused: "competenceUnsure" })
    await checkedByLaw(at.lan, id)
    expect(await tried({ [amountFieldName(actId)]: "25.000.000" })).toEqual({ refused: "aboveRange" })
    expect(await tried({ signerId: at.minh.who.officerId })).toEqual({ refused: "paper.noSigner" })
    const open = await recorded(at.lan, { violationId: "V-WEB-02" })
    expect(await sanction(open, sanctionAnswers(await actOf(db, open)))).toEqual({
      refused: "explanationOpen",
    })
    expect(await sanction(await verifying(at.lan), sanctionAnswers("x"))).toEqual({ refused: "notRecorded" })
  })
  test("where the range is not verified, two people come first", async () => {
    const id = await recorded(at.lan, { violationId: "V-MANG-01" })
    const actId = await actOf(db, id)
    await db.admin(
      "update case_clocks set stopped_on = '2023-09-14' where case_id = $1 and purpose in ('explain', 'ask-hearing')",
      [id],
    )
    expect(await sanction(id, sanctionAnswers(actId))).toEqual({ refused: "needsTyping" })
    const typed = {
      actId,
      article: "điểm g khoản 3 Điều 102",
      min: 10_000_000,
      max: 20_000_000,
      source: "Công báo",
    }
    must(await typeRangeOf(at.minh, id, typed))
    expect(await sanction(id, sanctionAnswers(actId))).toEqual({ refused: "needsConfirmation" })
    must(await confirmRangeOf(at.lan, id, actId))
    const { documentId } = must(await sanction(id, sanctionAnswers(actId)))
    const model = await db.admin("select model::text as text from official_documents where id = $1", [
      documentId,
    ])
    expect(model.rows[0]?.text).toContain("điểm g khoản 3 Điều 102 Nghị định số 15/2020/NĐ-CP")
  })
  test("a draft is written anew as often as needed; once it is in review it is not, and there is never a second", async () => {
    const id = await recorded(at.lan)
    const actId = await actOf(db, id)
    const one = must(await sanction(id, sanctionAnswers(actId)))
    const milder = { [amountFieldName(actId)]: "12.000.000", mitigating: "Tự nguyện khai báo" }
    const again = must(await sanction(id, sanctionAnswers(actId, milder)))
    expect(again.documentId).toBe(one.documentId)
    const form = must(await readPaperForm(at.minh, id, { kind: "sanction", requestId: null }))
    expect(form.answers[amountFieldName(actId)]).toBe("12.000.000")
    must(await takeStep(at.minh, one.documentId, "submit", { note: "" }))
    expect(await sanction(id, sanctionAnswers(actId))).toEqual({ refused: "paper.onItsWay" })
    expect(await readPaperForm(at.minh, id, { kind: "sanction", requestId: null })).toEqual({
      refused: "paper.onItsWay",
    })
  })
})

describe("what was issued too late, or while the file is away, is not taken", () => {
  test("the day of the book decides, not the day on which somebody clicks", async () => {
    const id = await recorded(at.lan)
    const decision = must(await sanction(id, sanctionAnswers(await actOf(db, id))))
    await issueAs(decision.documentId, { drafter: at.minh, signer: at.lan, other: at.hoa, clerk: at.hoa })
    await db.admin("update case_clocks set due = '2023-09-14' where case_id = $1 and purpose = 'decide'", [
      id,
    ])
    expect(await takePaper(at.minh, id, await paperOf(id, "sanction"))).toEqual({ refused: "tooLate" })
    // Issued on the last day and noted afterwards, it counts.
    await db.admin("update case_clocks set due = '2023-09-15' where case_id = $1 and purpose = 'decide'", [
      id,
    ])
    must(await takePaper(at.minh, id, await paperOf(id, "sanction")))
  }, 120_000)
  test("a decision that waits is not taken while the police have the file", async () => {
    const id = await recorded(at.lan)
    const decision = must(await sanction(id, sanctionAnswers(await actOf(db, id))))
    await issueAs(decision.documentId, { drafter: at.minh, signer: at.lan, other: at.hoa, clerk: at.hoa })
    must(await transferCase(at.lan, id, { toBodyId: at.son.who.bodyId, reason: "Dấu hiệu Điều 290" }))
    expect(await takePaper(at.minh, id, await paperOf(id, "sanction"))).toEqual({ refused: "withThePolice" })
  }, 120_000)
})

describe("who may see a paper of a case", () => {
  test("no other body, no observer, and not the officer whom the case names; each opening is journaled", async () => {
    const id = await recorded(at.lan)
    const { documentId } = must(await sanction(id, sanctionAnswers(await actOf(db, id))))
    const observer = { ...at.hoa, officer: { ...at.hoa.officer, role: "observer" as const } }
    const seenBy = async (desk: Desks["lan"]) => [
      (await readDocument(desk, documentId)) !== null,
      (await readDocuments(desk, { state: null, text: "", limit: 100, offset: 0 })).rows.some(
        (one) => one.id === documentId,
      ),
      (await documentFile(desk, documentId, "docx")) !== null,
    ]
    expect(await seenBy(at.lan)).toEqual([true, true, true])
    for (const desk of [at.ngoai, at.son, observer]) expect(await seenBy(desk)).toEqual([false, false, false])
    must(await nameOfficer(at.lan, id, { officerId: at.hoa.who.officerId, reason: "Người thân" }))
    expect(await seenBy(at.hoa)).toEqual([false, false, false])
    const read = await db.admin(
      "select officer_id from journal where what = 'document.read' and record_id = $1",
      [documentId],
    )
    expect(read.rows.map((row) => row.officer_id)).toEqual([at.lan.who.officerId, at.lan.who.officerId])
  })
  test("neither the book nor the list of documents names who is sanctioned", async () => {
    const id = await recorded(at.lan, {
      offenderName: "Bà Chim Hoàng Yến",
      offenderKind: "individual",
      violationId: "V-TIN-01",
    })
    const actId = await actOf(db, id)
    const { documentId } = must(
      await sanction(id, sanctionAnswers(actId, { [amountFieldName(actId)]: "7.500.000" })),
    )
    await issueAs(documentId, { drafter: at.minh, signer: at.lan, other: at.hoa, clerk: at.hoa })
    const kept = await db.admin(
      "select (select string_agg(d::text, '') from document_numbers d) || (select string_agg(j::text, '') from journal j) || (select string_agg(subject, '') from official_documents) as all",
    )
    expect(String(kept.rows[0]?.all)).not.toContain("Chim Hoàng Yến")
  }, 120_000)
})

describe("a letter to an enterprise", () => {
  test("puts one request in writing, once, and stands beside it on the page of the case", async () => {
    const id = await verifying(at.lan)
    const wanted = {
      enterpriseId: at.tam.who.bodyId,
      asks: "block" as const,
      targets: ["0912 000 111"],
      basis: "Nghị định số 91/2020/NĐ-CP",
      dueOn: "2023-09-18",
    }
    must(await requestPrevention(at.minh, id, wanted))
    const request = (await readCase(at.minh, id))?.requests[0]?.id ?? ""
    const answers = { signerId: at.lan.who.officerId }
    const draft = (requestId: string | null) =>
      draftPaper(at.minh, id, { kind: "request", requestId, answers })
    expect(await draft(null)).toEqual({ refused: "paper.noRequest" })
    const one = must(await draft(request))
    expect(must(await draft(request)).documentId).toBe(one.documentId)
    expect((await readCase(at.minh, id))?.papers.map(({ paper }) => paper.requestId)).toEqual([request])
  })
})

describe("what the same offender did before", () => {
  test("is told by the hash of the papers: executed within the year, standing unpaid, or several at once", async () => {
    const code = { offenderCode: "0900 777 888" }
    const first = await decided(db, at.lan)
    await db.admin(
      "update case_acts set offender_hash = (select offender_hash from case_acts where case_id = $1 limit 1) where case_id = $1",
      [first],
    )
    const id = await recorded(at.lan, { ...code, committedOn: "2023-09-02" })
    const repeatsIn = async (caseId: string) => (await readCase(at.lan, caseId))?.shownActs[0]?.repeats ?? []
    expect(await repeatsIn(id)).toEqual([])
    const other = await recorded(at.lan, { ...code, committedOn: "2023-09-03" })
    expect(await repeatsIn(other)).toEqual([{ is: "several", acts: 2, cases: 2 }])
    const actId = await actOf(db, id)
    const decision = must(await sanction(id, sanctionAnswers(actId)))
    const number = await issueAs(decision.documentId, {
      drafter: at.minh,
      signer: at.lan,
      other: at.hoa,
      clerk: at.hoa,
    })
    must(await takePaper(at.minh, id, await paperOf(id, "sanction")))
    expect(await repeatsIn(other)).toEqual([])
    await db.admin("update sanctions set decided_on = '2023-09-01' where case_id = $1", [id])
    expect(await repeatsIn(other)).toMatchObject([{ is: "standing", number }])
    const form = must(await readPaperForm(at.minh, other, { kind: "sanction", requestId: null }))
    expect(form.answers.aggravating).toContain(`quyết định xử phạt số ${number}`)
    // Another body that holds the same offender learns nothing of it here.
    const theirs = await recordedUnchecked(at.ngoai, code)
    expect((await readCase(at.ngoai, theirs))?.shownActs[0]?.repeats).toEqual([])
  }, 120_000)
})

describe("execution", () => {
  test("a paper's decision is served and paid like any other", async () => {
    const id = await recorded(at.lan)
    const decision = must(await sanction(id, sanctionAnswers(await actOf(db, id))))
    await issueAs(decision.documentId, { drafter: at.minh, signer: at.lan, other: at.hoa, clerk: at.hoa })
    must(await takePaper(at.minh, id, await paperOf(id, "sanction")))
    must(await serveDecision(at.minh, id, { servedOn: "2023-09-15" }))
    must(await executeDecision(at.minh, id, { paidOn: "2023-09-15", paid: 15_000_000, note: "" }))
    expect(await stateOf(id)).toBe("executed")
  }, 120_000)
})
