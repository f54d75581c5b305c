import { beforeAll, describe, expect, test } from "vitest"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { lawfulSteps } from "../domain/life.ts"
import { findCase } from "../store/cases.ts"
import { clocksOf } from "../store/clocks.ts"
import { requestsTo } from "../store/others.ts"
import {
  actOf,
  asked,
  checkedByLaw,
  type Desks,
  deciding,
  desksIn,
  finding,
  must,
  nextNumber,
  recorded,
} from "../testing/hub.ts"
import { answerPrevention } from "./answering.ts"
import { executeDecision, serveDecision } from "./execution.ts"
import { continueExecution } from "./halting.ts"
import { askHearing, examineFacts, receiveExplanation } from "./hearing.ts"
import { keepThings, releaseThings } from "./keeping.ts"
import { contentOf, gatherPaper } from "./paper-content.ts"
import { withdrawPrevention } from "./prevention.ts"
import { confirmRangeOf, typeRangeOf } from "./range.ts"
import { readCase } from "./reading.ts"
import { decideSanction, findAct, recordViolation } from "./sanction.ts"
import * as steps from "./steps.ts"
import { factsOf, heldOf, sinceOf } from "./take.ts"
import { returnCase, signTransfer, transferCase } from "./transfer.ts"

/** Clocks follow the day on which something happened, not the day on which somebody typed it or clicked. */
const clock = { at: "2023-09-15T02:00:00Z", now: () => new Date(clock.at) }
const db = await freshDatabase({ clock })
let at: Desks
beforeAll(async () => {
  at = await desksIn(db)
})
const itIs = (day: string) => {
  clock.at = `${day}T02:00:00Z`
}
const clocksAs = (id: string) => asOfficer(db, at.lan.who, (tx) => clocksOf(tx, id))
const running = async (id: string): Promise<Record<string, string | null>> =>
  Object.fromEntries(
    (await clocksAs(id)).filter((one) => one.stoppedOn === null).map((one) => [one.purpose, one.due]),
  )
const offered = (id: string) =>
  asOfficer(db, at.lan.who, async (tx) => {
    const row = await findCase(tx, id)
    if (row === null) throw new Error("the case is gone")
    const facts = await factsOf(tx, row)
    return lawfulSteps(heldOf(facts), ["handler"], clock.at.slice(0, 10), sinceOf(facts))
  })

/** An organisation that may explain: record of the day given, typed today. */
async function explainable(recordedOn: string): Promise<string> {
  const { id } = await steps.openCase(at.lan, { title: "Mạng xã hội không phép", summary: "", kind: null })
  must(await steps.verifyCase(at.lan, id, { note: "" }))
  must(await findAct(at.minh, id, finding({ foundOn: recordedOn, committedOn: "2023-09-01" })))
  must(
    await recordViolation(at.minh, id, {
      recordedAt: `${recordedOn}T09:00`,
      number: `BB-${nextNumber()}`,
      note: "",
    }),
  )
  await checkedByLaw(at.lan, id)
  return id
}
const decideOn = async (id: string, decidedOn: string) =>
  decideSanction(at.lan, id, deciding(await actOf(db, id), { decidedOn }))

describe("the time to decide", () => {
  test("an offender who asked to be heard on the day of the record has the decision due a month later, and is lawfully fined on the ninth working day", async () => {
    itIs("2023-09-15")
    const id = await explainable("2023-09-15")
    expect((await running(id)).decide).toBe("2023-09-26")
    must(await askHearing(at.minh, id, { askedOn: "2023-09-15", note: "" }))
    // 15 October is a Sunday.
    expect((await running(id)).decide).toBe("2023-10-16")
    itIs("2023-09-27")
    must(await receiveExplanation(at.minh, id, { way: "oral", note: "Đã họp" }))
    expect(await offered(id)).toContain("decide")
    expect(await offered(id)).not.toContain("remedy")
    must(
      await decideOn(id, "2023-09-28").then((done) =>
        "refused" in done ? decideOn(id, "2023-09-27") : done,
      ),
    )
  })
  test("facts that must be verified give a month without anybody's extension; found necessary too late they give nothing", async () => {
    itIs("2023-09-15")
    const id = await explainable("2023-09-15")
    itIs("2023-09-27")
    expect(await examineFacts(at.minh, id, { reason: "Giám định" })).toEqual({ refused: "tooLate" })
    must(await examineFacts(at.minh, id, { reason: "Giám định", doneOn: "2023-09-20" }))
    expect((await running(id)).decide).toBe("2023-10-16")
  })
  test("who renounces explaining lengthens nothing; who explains in writing after the last day neither", async () => {
    itIs("2023-09-15")
    const id = await explainable("2023-09-15")
    must(await receiveExplanation(at.minh, id, { way: "renounced", note: "" }))
    expect((await running(id)).decide).toBe("2023-09-26")
    const late = await explainable("2023-09-15")
    itIs("2023-09-25")
    must(await receiveExplanation(at.minh, late, { way: "written", note: "", explainedOn: "2023-09-25" }))
    expect((await running(late)).decide).toBe("2023-09-26")
  })
  test("a case under point b that is especially serious has two months by law, noted on its day though typed after the month; one that is not under b has not", async () => {
    itIs("2023-09-15")
    const id = await explainable("2023-09-15")
    const serious = (doneOn: string) =>
      examineFacts(at.minh, id, { matter: "serious", reason: "Nhiều tình tiết phức tạp", doneOn })
    expect(await serious("2023-09-15")).toEqual({ refused: "notPointB" })
    must(await receiveExplanation(at.minh, id, { way: "written", note: "" }))
    itIs("2023-10-20")
    expect(await serious("2023-10-20")).toEqual({ refused: "tooLate" })
    expect(await serious("2023-10-21")).toEqual({ refused: "datesWrong" })
    must(await serious("2023-10-12"))
    expect((await running(id)).decide).toBe("2023-11-15")
    expect(await serious("2023-10-13")).toEqual({ refused: "classKept" })
  })
  test("a complicated matter has five working days for its record, seen before the two were over; nobody extends it", async () => {
    itIs("2023-09-15")
    const { id } = await steps.openCase(at.lan, { title: "Nhiều điểm bán SIM", summary: "", kind: null })
    must(await steps.verifyCase(at.lan, id, { note: "" }))
    const complex = (doneOn: string) =>
      examineFacts(at.minh, id, { matter: "complex", reason: "Ba huyện", doneOn })
    expect(await complex("2023-09-15")).toEqual({ refused: "noAct" })
    must(await findAct(at.minh, id, finding({ foundOn: "2023-09-11" })))
    expect((await running(id)).record).toBe("2023-09-13")
    expect(await offered(id)).toContain("examine")
    expect(await offered(id)).not.toContain("extend")
    expect(await complex("2023-09-14")).toEqual({ refused: "recordLate" })
    must(await complex("2023-09-12"))
    expect((await running(id)).record).toBe("2023-09-18")
    expect(await examineFacts(at.minh, id, { matter: "facts", reason: "Giám định" })).toEqual({
      refused: "classLater",
    })
  })
  test("an act found by technical means has its record due three working days after the offender was known", async () => {
    itIs("2023-09-15")
    const { id } = await steps.openCase(at.lan, { title: "Phát tán SMS", summary: "", kind: null })
    must(await steps.verifyCase(at.lan, id, { note: "" }))
    const found = (identifiedOn: string) =>
      findAct(at.minh, id, finding({ foundOn: "2023-09-01", identifiedOn }))
    expect(await found("2023-08-31")).toEqual({ refused: "datesWrong" })
    expect(await found("2023-09-16")).toEqual({ refused: "datesWrong" })
    must(await found("2023-09-14"))
    expect((await running(id)).record).toBe("2023-09-19")
  })
  test("an act whose file the police pass back in 2026 is punishable a year longer; its decision is due as Điều 63 says", async () => {
    itIs("2026-03-16")
    const id = await steps
      .openCase(at.lan, { title: "Mạng xã hội không phép", summary: "", kind: null })
      .then((made) => made.id)
    must(await steps.verifyCase(at.lan, id, { note: "" }))
    must(await findAct(at.minh, id, finding({ foundOn: "2026-03-10", committedOn: "2025-09-01" })))
    expect((await running(id)).limitation).toBe("2026-09-01")
    must(await transferCase(at.lan, id, { toBodyId: at.cong.who.bodyId, reason: "Dấu hiệu tội phạm" }))
    itIs("2026-10-05")
    must(await signTransfer(at.cong, id))
    expect(await returnCase(at.cong, id, { reason: "Không khởi tố" })).toEqual({
      refused: "decisionMissing",
    })
    const decision = { number: "7/QĐ", decidedOn: "2026-09-24" }
    must(await returnCase(at.cong, id, { reason: "Không khởi tố", ...decision }))
    // Five working days from their decision: on the sixth they were late, and the page shows by how much.
    const back = (await clocksAs(id)).find((one) => one.purpose === "give-back")
    expect(back).toMatchObject({ ruleId: "XP-62-TRA-2025", due: "2026-10-01", stoppedOn: "2026-10-05" })
    expect((await running(id)).limitation).toBe("2027-09-01")
    itIs("2023-09-15")
  })
  test("a record that had to be passed on to whoever may sanction has ten working days by law", async () => {
    itIs("2023-09-15")
    const id = await explainable("2023-09-15")
    const duty = (await clocksAs(id)).find((one) => one.purpose === "pass-record")
    must(await steps.fulfilDuty(at.minh, id, { clockId: duty?.id ?? "", note: "" }))
    expect((await running(id)).decide).toBe("2023-09-29")
  })
})

describe("what was done in time and typed late", () => {
  test("a request for a hearing of 7 September is entered on the 15th, and the page offers it", async () => {
    itIs("2023-09-15")
    const id = await explainable("2023-09-05")
    expect(await offered(id)).toContain("askHearing")
    expect(await askHearing(at.minh, id, { askedOn: "2023-09-08", note: "" })).toEqual({
      refused: "noHearing",
    })
    must(await askHearing(at.minh, id, { askedOn: "2023-09-07", note: "" }))
    expect(await running(id)).toMatchObject({ decide: "2023-10-05" })
  })
  test("a decision signed on its last day is entered two days later as it was signed, and not under a day of the officer's choice", async () => {
    itIs("2023-09-14")
    const id = await recorded(at.lan)
    itIs("2023-09-27")
    expect(await offered(id)).toEqual(expect.arrayContaining(["decide", "remedy"]))
    const amounts = { [await actOf(db, id)]: 15_000_000 }
    const decided = (decidedOn: string) =>
      actOf(db, id).then((act) => decideSanction(at.lan, id, deciding(act, { decidedOn, amounts })))
    expect(await decided("2023-09-26")).toEqual({ refused: "tooLate" })
    expect(await decided("2023-09-13")).toEqual({ refused: "datesWrong" })
    must(await decided("2023-09-25"))
    const reading = await readCase(at.lan, id)
    expect(reading?.reached.get("recorded")).toBe("2023-09-14")
    expect(reading?.reached.get("decided")).toBe("2023-09-25")
  })
})

describe("what is taken back brings its clocks back", () => {
  test("a case closed as no violation and opened again a year later is not fined after its limitation ran out", async () => {
    itIs("2023-09-15")
    const { id } = await steps.openCase(at.lan, { title: "Vụ", summary: "", kind: null })
    must(await steps.verifyCase(at.lan, id, { note: "" }))
    must(await findAct(at.minh, id, finding({ violationId: "V-TIN-01", committedOn: "2023-09-01" })))
    must(await steps.clearCase(at.lan, id, { reason: "Không vi phạm" }))
    must(await steps.closeCase(at.lan, id, { reason: "Xong" }))
    expect(await running(id)).toEqual({})
    itIs("2024-09-16")
    must(await steps.reopenCase(at.lan, id, { reason: "Chứng cứ mới" }))
    expect(await running(id)).toEqual({ limitation: "2024-09-01", record: "2023-09-15" })
    must(
      await recordViolation(at.minh, id, {
        recordedAt: "2024-09-16T09:00",
        number: `BB-${nextNumber()}`,
        note: "",
      }),
    )
    const amounts = { [await actOf(db, id)]: 15_000_000 }
    expect(await decideSanction(at.lan, id, deciding(await actOf(db, id), { amounts }))).toEqual({
      refused: "tooLate",
    })
  })
  test("a file that the police return while the fine is being paid has its days to pay go on, and none lost", async () => {
    itIs("2023-09-14")
    const id = await recorded(at.lan)
    const amounts = { [await actOf(db, id)]: 15_000_000 }
    must(await decideSanction(at.lan, id, deciding(await actOf(db, id), { amounts })))
    must(await serveDecision(at.minh, id, { servedOn: "2023-09-14" }))
    expect((await running(id)).pay).toBe("2023-09-25")
    itIs("2023-09-18")
    const handed = { toBodyId: at.son.who.bodyId, reason: "Dấu hiệu Điều 290" }
    expect(await transferCase(at.lan, id, handed)).toEqual({ refused: "suspensionMissing" })
    must(
      await transferCase(at.lan, id, {
        ...handed,
        suspension: { number: "3/QĐ-TĐC", on: "2023-09-18" },
      }),
    )
    // Handed over on the day itself: nobody waits for the police to sign.
    const handOver = (await clocksAs(id)).find((one) => one.purpose === "hand-over")
    expect(handOver).toMatchObject({ due: "2023-09-21", stoppedOn: "2023-09-18" })
    expect((await running(id)).pay).toBeNull()
    itIs("2023-09-22")
    must(
      await returnCase(at.son, id, {
        reason: "Không khởi tố",
        number: "9/QĐ-KKT",
        decidedOn: "2023-09-22",
      }),
    )
    // Execution goes on by a decision of its own, from its day on.
    expect((await running(id)).pay).toBeNull()
    const signed = { signerName: "Vũ Văn Đứng, Chánh Thanh tra Sở", reason: "Không khởi tố" }
    must(await continueExecution(at.lan, id, { ...signed, number: `${nextNumber()}/QĐ-TTTH` }))
    // Ten days from 14 September, four of which the file was away, and the last a Thursday.
    expect((await running(id)).pay).toBe("2023-09-28")
    expect(await running(id)).toHaveProperty("execution-limitation")
    itIs("2023-10-02")
    const pay = (paid: number) => executeDecision(at.minh, id, { paidOn: "2023-10-02", paid, note: "" })
    expect(await pay(15_000_000)).toEqual({ refused: "underpaid" })
    must(await pay(15_022_500))
  })
})

describe("an enterprise that does not answer", () => {
  test("stops neither the record nor the end of a case, and the request to it is given up", async () => {
    itIs("2023-09-15")
    const id = await asked(at)
    must(await findAct(at.minh, id, finding({ violationId: "V-TIN-01" })))
    expect(await offered(id)).toEqual(expect.arrayContaining(["record", "clear", "close", "endPrevention"]))
    must(
      await recordViolation(at.minh, id, {
        recordedAt: "2023-09-15T09:00",
        number: `BB-${nextNumber()}`,
        note: "",
      }),
    )
    const [request] = await asOfficer(db, at.tam.who, (tx) => requestsTo(tx, at.tam.who.bodyId))
    const requestId = request?.id ?? ""
    must(await withdrawPrevention(at.lan, id, { requestId, reason: "Không còn cần" }))
    expect(await answerPrevention(at.tam, requestId, { answer: "done", text: "Đã chặn" })).toEqual({
      refused: "notFound",
    })
    expect(await withdrawPrevention(at.lan, id, { requestId, reason: "Lần nữa" })).toEqual({
      refused: "requestGone",
    })
    const seen = await asOfficer(db, at.tam.who, (tx) => requestsTo(tx, at.tam.who.bodyId))
    expect(seen.find((one) => one.id === requestId)).toMatchObject({
      withdrawnOn: "2023-09-15",
      withdrawnReason: "Không còn cần",
      answer: null,
    })
    // Nobody but who asked gives it up, and who asked answers nothing in the enterprise's name.
    const other = await asked(at)
    const [open] = await asOfficer(db, at.tam.who, (tx) => requestsTo(tx, at.tam.who.bodyId))
    expect(await withdrawPrevention(at.ngoai, other, { requestId: open?.id ?? "", reason: "x" })).toEqual({
      refused: "notFound",
    })
  })
})

describe("the law of the act's day", () => {
  test("an act that ended in June 2026 is judged by the old decree, one that still went on when found in July by the new, and its limitation runs from the finding", async () => {
    itIs("2026-07-15")
    const act = { committedOn: "2026-06-20", foundOn: "2026-07-10", offenderCode: null }
    const made = async (more: Parameters<typeof finding>[0]) => {
      const { id } = await steps.openCase(at.lan, { title: "Vụ", summary: "", kind: null })
      must(await steps.verifyCase(at.lan, id, { note: "" }))
      return { id, done: await findAct(at.minh, id, finding({ ...act, ...more })) }
    }
    expect((await made({ violationId: "V-WEB-02-2026" })).done).toEqual({ refused: "noRowInForce" })
    expect((await running((await made({ violationId: "V-WEB-02" })).id)).limitation).toBe("2027-06-20")
    const ongoing = await made({ violationId: "V-WEB-02-2026", isOngoing: true })
    must(ongoing.done)
    expect((await running(ongoing.id)).limitation).toBe("2027-07-10")
  })
  test("an article that two officers have from the text decides how long its act is punishable", async () => {
    itIs("2026-08-10")
    const { id } = await steps.openCase(at.lan, { title: "Vụ", summary: "", kind: null })
    must(await steps.verifyCase(at.lan, id, { note: "" }))
    const found = { violationId: "V-WEB-02-2026", committedOn: "2026-08-01", foundOn: "2026-08-05" }
    must(await findAct(at.minh, id, finding(found)))
    expect((await running(id)).limitation).toBe("2027-08-01")
    const actId = await actOf(db, id)
    const typed = { actId, min: 10_000_000, max: 20_000_000, source: "Công báo" }
    expect(await typeRangeOf(at.minh, id, { ...typed, article: "khoản 2 Điều 53" })).toEqual({
      refused: "articleTooWide",
    })
    must(await typeRangeOf(at.minh, id, { ...typed, article: "điểm a khoản 2 Điều 53" }))
    expect((await running(id)).limitation).toBe("2027-08-01")
    must(await confirmRangeOf(at.lan, id, actId))
    expect((await running(id)).limitation).toBe("2028-08-01")
  })
})

describe("things that were seized", () => {
  test("a phone seized on Monday and entered on Friday is kept seven working days from Monday, a month by a paper, until it goes back", async () => {
    itIs("2023-09-15")
    const id = await explainable("2023-09-14")
    const decision = {
      number: `${nextNumber()}/QĐ-TG`,
      keptOn: "2023-09-11",
      signerName: "Nguyễn Thị Lan, Chánh Thanh tra Sở",
      reason: "Xác minh",
    }
    expect(await keepThings(at.minh, id, { ...decision, keptOn: "2023-09-18" })).toEqual({
      refused: "datesWrong",
    })
    must(await keepThings(at.minh, id, decision))
    expect((await running(id)).keep).toBe("2023-09-20")
    expect(await keepThings(at.minh, id, decision)).toEqual({ refused: "alreadyKept" })
    const clockId = (await clocksAs(id)).find((one) => one.purpose === "keep")?.id ?? ""
    const longer = { by: "rule" as const, ruleId: "XP-TAM-GIU-1M", grade: "explained" as const }
    must(
      await steps.extendClock(at.lan, id, {
        clockId,
        extension: longer,
        decision: "9/QĐ",
        reason: "Đ66.1.b",
      }),
    )
    expect((await running(id)).keep).toBe("2023-10-11")
    must(await releaseThings(at.minh, id, { way: "returned", number: "10/QĐ", reason: "Trả lại" }))
    expect(await running(id)).not.toHaveProperty("keep")
    expect(await releaseThings(at.minh, id, { way: "returned", number: "", reason: "" })).toEqual({
      refused: "notKept",
    })
  })
  test("a phone still kept when its case is cleared goes on being kept; the case is closed once it went back", async () => {
    itIs("2023-09-15")
    const id = await explainable("2023-09-14")
    const number = `${nextNumber()}/QĐ-TG`
    const kept = { number, keptOn: "2023-09-14", signerName: "Nguyễn Thị Lan", reason: "Xác minh" }
    must(await keepThings(at.minh, id, kept))
    must(await steps.clearCase(at.lan, id, { reason: "Không có vi phạm" }))
    expect(Object.keys(await running(id))).toEqual(["keep"])
    expect(await steps.closeCase(at.lan, id, { reason: "Xong" })).toEqual({ refused: "stillKept" })
    must(await releaseThings(at.minh, id, { way: "returned", number: "11/QĐ", reason: "Trả lại" }))
    must(await steps.closeCase(at.lan, id, { reason: "Xong" }))
  })
})

describe("the record and who may sanction", () => {
  test("an officer's record goes on to the inspector, also where the inspector types it; one that the inspector signed does not", async () => {
    itIs("2023-09-15")
    const made = async (desk: Desks["lan"], signed: { signerId?: string } = {}) => {
      const id = await steps
        .openCase(at.lan, { title: "Tin sai", summary: "", kind: null })
        .then((one) => one.id)
      must(await steps.verifyCase(at.lan, id, { note: "" }))
      must(await findAct(at.minh, id, finding({ violationId: "V-TIN-01" })))
      const recordedAt = "2023-09-14T09:00"
      must(await recordViolation(desk, id, { recordedAt, number: `BB-${nextNumber()}`, note: "", ...signed }))
      return running(id)
    }
    expect(await made(at.minh)).toHaveProperty("pass-record")
    expect(await made(at.lan)).toHaveProperty("pass-record")
    expect(await made(at.minh, { signerId: at.lan.who.officerId })).not.toHaveProperty("pass-record")
  })
})

describe("a paper says the days of the facts", () => {
  const paperOf = (id: string) =>
    asOfficer(db, at.lan.who, async (tx) => {
      const row = await findCase(tx, id)
      if (row === null) throw new Error("the case is gone")
      const gathered = await gatherPaper(tx, at.lan, await factsOf(tx, row), "sanction")
      const typed = { answers: { madeOn: "2023-09-14" }, signer: at.lan.officer, sanctions: [] }
      return contentOf(gathered, typed, await calendarIn(tx))
    })
  test("an explanation of Monday that an officer typed on Thursday is cited with Monday, and its days skip one that was declared off this year", async () => {
    itIs("2023-09-15")
    const id = await explainable("2023-09-14")
    itIs("2023-09-21")
    must(
      await receiveExplanation(at.minh, id, {
        way: "written",
        note: "Văn bản ngày 18",
        explainedOn: "2023-09-18",
      }),
    )
    const before = await paperOf(id)
    expect(before.explanation).toEqual({ way: "written", number: null, on: "2023-09-18" })
    const day = ["2023-09-19", "off", "Nghỉ bão", "QĐ 01", at.lan.who.officerId, "Lan"]
    await db.admin(
      "insert into days_off (on_day, kind, name, basis, entered_by, entered_name) values ($1, $2, $3, $4, $5, $6)",
      day,
    )
    const after = await paperOf(id)
    expect([before.terms.explain?.due, after.terms.explain?.due]).toEqual(["2023-09-21", "2023-09-22"])
    await db.admin("delete from days_off")
  })
})
