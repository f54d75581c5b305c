import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import {
  actOf,
  type Desks,
  decided,
  deciding,
  desksIn,
  must,
  recorded,
  recordedUnchecked,
} from "../testing/hub.ts"
import { enforceDecision, executeDecision, serveDecision } from "./execution.ts"
import { askHearing, receiveExplanation } from "./hearing.ts"
import { readCase } from "./reading.ts"
import { decideRemedy, decideSanction } from "./sanction.ts"
import { confirmCompetence } from "./signer.ts"
import { fulfilDuty } from "./steps.ts"

const db = await freshDatabase()
let at: Desks
beforeAll(async () => {
  at = await desksIn(db)
})

const shown = async (id: string) => {
  const reading = await readCase(at.lan, id)
  if (reading === null) throw new Error("the case is gone")
  return reading
}
const running = async (id: string) =>
  Object.fromEntries(
    (await shown(id)).clocks
      .filter((clock) => clock.stoppedOn === null)
      .map((clock) => [clock.purpose, clock.due]),
  )

describe("a hearing", () => {
  test("asked for in time is announced in time, and nobody decides before it was held", async () => {
    const id = await recorded(at.lan, { violationId: "V-WEB-02" })
    expect(await askHearing(at.minh, id, { askedOn: "2023-09-16", note: "" })).toEqual({
      refused: "datesWrong",
    })
    must(await askHearing(at.minh, id, { askedOn: "2023-09-15", note: "Công ty gửi văn bản" }))
    expect(await running(id)).toMatchObject({ "notify-hearing": "2023-09-22", explain: null })
    expect(await running(id)).not.toHaveProperty("ask-hearing")
    expect(await askHearing(at.minh, id, { askedOn: "2023-09-15", note: "" })).toEqual({
      refused: "noHearing",
    })
    // Past the days of a written explanation, and still not heard.
    await db.admin(
      "update case_clocks set start_at = '2023-08-01' where case_id = $1 and purpose = 'explain'",
      [id],
    )
    const actId = await actOf(db, id)
    const decision = deciding(actId)
    expect(await decideSanction(at.lan, id, decision)).toEqual({ refused: "explanationOpen" })
    const notify = (await shown(id)).owedDuties.find(({ purpose }) => purpose === "notify-hearing")
    must(await fulfilDuty(at.minh, id, { clockId: notify?.id ?? "", note: "Thông báo số 3" }))
    expect(await decideSanction(at.lan, id, decision)).toEqual({ refused: "explanationOpen" })
    expect(await receiveExplanation(at.minh, id, { way: "written", note: "" })).toEqual({
      refused: "hearingOpen",
    })
    must(await receiveExplanation(at.minh, id, { way: "oral", note: "Đã họp" }))
    must(await decideSanction(at.lan, id, decision))
  })
  test("is not asked for after its days, nor where the offender has no right to explain", async () => {
    const late = await recorded(at.lan, { violationId: "V-WEB-02" })
    await db.admin(
      "update case_clocks set due = '2023-09-14' where case_id = $1 and purpose = 'ask-hearing'",
      [late],
    )
    expect(await askHearing(at.minh, late, { askedOn: "2023-09-15", note: "" })).toEqual({
      refused: "noHearing",
    })
    const none = await recorded(at.lan)
    expect(await askHearing(at.minh, none, { askedOn: "2023-09-15", note: "" })).toEqual({
      refused: "noHearing",
    })
  })
})

describe("a decision made elsewhere", () => {
  test("keeps its own day, not before the record, not after today; its clocks run from it", async () => {
    const id = await recorded(at.lan)
    const actId = await actOf(db, id)
    const on = (decidedOn: string) =>
      decideSanction(at.lan, id, deciding(actId, { amounts: { [actId]: 15_000_000 }, decidedOn }))
    expect(await on("2023-09-13")).toEqual({ refused: "datesWrong" })
    expect(await on("2023-09-16")).toEqual({ refused: "datesWrong" })
    must(await on("2023-09-14"))
    expect(await running(id)).toEqual({ send: "2023-09-18", "execution-limitation": "2024-09-14" })
    expect((await shown(id)).acts[0]?.sanction?.decidedOn).toBe("2023-09-14")
  })
  test("dated before a legal officer checked who may sign it is refused, until the check has its own true day", async () => {
    const id = await recordedUnchecked(at.lan)
    const actId = await actOf(db, id)
    const check = (doneOn: string | null) =>
      confirmCompetence(at.minh, id, { office: "chief-inspector", source: "NĐ 15/2020, Công báo", doneOn })
    const made = { amounts: { [actId]: 15_000_000 }, decidedOn: "2023-09-14" }
    const decide = () => decideSanction(at.lan, id, deciding(actId, made))
    must(await check(null))
    expect(await decide()).toEqual({ refused: "checkedLater" })
    expect(await check("2023-09-16")).toEqual({ refused: "datesWrong" })
    must(await check("2023-09-14"))
    must(await decide())
  })
})

describe("service and execution", () => {
  test("a decision is served once; unserved it is neither executed nor enforced", async () => {
    const id = await decided(db, at.lan)
    expect(await executeDecision(at.minh, id, { paidOn: "2023-09-15", paid: 15_000_000, note: "" })).toEqual({
      refused: "notServed",
    })
    expect(await enforceDecision(at.minh, id, { number: "1/QĐ-CC", note: "" })).toEqual({
      refused: "notOverdue",
    })
    must(await serveDecision(at.minh, id, { servedOn: "2023-09-15" }))
    expect(await serveDecision(at.minh, id, { servedOn: "2023-09-15" })).toEqual({ refused: "alreadyServed" })
  })
  test("unpaid past its day it owes each day, must be enforced under a clock that runs on, and is paid with the charge", async () => {
    const id = await decided(db, at.lan)
    must(await serveDecision(at.minh, id, { servedOn: "2023-09-15" }))
    expect(await enforceDecision(at.minh, id, { number: "1/QĐ-CC", note: "" })).toEqual({
      refused: "notOverdue",
    })
    await db.admin(
      "update case_clocks set start_at = '2023-08-26', due = '2023-09-05' where case_id = $1 and purpose = 'pay'",
      [id],
    )
    await db.admin(
      "update sanctions set decided_on = '2023-08-25', served_on = '2023-08-25' where case_id = $1",
      [id],
    )
    // Ten days after the deadline, nine of them before payment: 0.05% of 15 million each.
    expect(await shown(id)).toMatchObject({
      payUntil: "2023-09-05",
      owed: { fines: 15_000_000, late: 67_500 },
    })
    must(await enforceDecision(at.minh, id, { number: "1/QĐ-CC", note: "Khấu trừ tài khoản" }))
    expect(await shown(id)).toMatchObject({
      enforcedAs: "1/QĐ-CC. Khấu trừ tài khoản",
      row: { state: "decided" },
    })
    expect(await running(id)).toHaveProperty("execution-limitation")
    const pay = (paid: number) => executeDecision(at.minh, id, { paidOn: "2023-09-15", paid, note: "" })
    expect(await pay(15_000_000)).toEqual({ refused: "underpaid" })
    must(await pay(15_067_500))
  })
  test("a decision that only remedies is executed without money", async () => {
    const id = await recorded(at.lan)
    const actId = await actOf(db, id)
    await db.admin("update case_clocks set due = '2023-09-14' where case_id = $1 and purpose = 'decide'", [
      id,
    ])
    const { amounts: _, ...remedy } = deciding(actId, { remedy: "Buộc gỡ bỏ" })
    must(await decideRemedy(at.lan, id, remedy))
    must(await serveDecision(at.minh, id, { servedOn: "2023-09-15" }))
    must(await executeDecision(at.minh, id, { paidOn: "2023-09-15", paid: 0, note: "Đã gỡ" }))
  })
})
