import { beforeAll, describe, expect, test } from "vitest"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { amountFieldName } from "../papers/content.ts"
import type { PaperKind } from "../papers/kinds.ts"
import { clocksOf } from "../store/clocks.ts"
import { papersOf } from "../store/papers.ts"
import {
  actOf,
  checkedByLaw,
  type Desks,
  decided,
  deciding,
  desksIn,
  finding,
  must,
  nextNumber,
  recorded,
  verifying,
} from "../testing/hub.ts"
import { issueAs } from "../testing/papers.ts"
import { enforceDecision, serveDecision } from "./execution.ts"
import { continueExecution, haltExecution } from "./halting.ts"
import { decideOnSpot } from "./on-the-spot.ts"
import { draftPaper } from "./papers.ts"
import { confirmRangeOf, typeRangeOf } from "./range.ts"
import { readCase } from "./reading.ts"
import { findAct } from "./sanction.ts"
import { takePaper } from "./take-paper.ts"
import { returnCase, signTransfer, transferCase } from "./transfer.ts"

const clock = { at: "2023-09-15T02:00:00Z", now: () => new Date(clock.at) }
const db = await freshDatabase({ clock })
let at: Desks
beforeAll(async () => {
  at = await desksIn(db)
})
const itIs = (day: string) => {
  clock.at = `${day}T02:00:00Z`
}
const running = (id: string) =>
  asOfficer(db, at.lan.who, async (tx) =>
    Object.fromEntries(
      (await clocksOf(tx, id)).filter((one) => one.stoppedOn === null).map((one) => [one.purpose, one.due]),
    ),
  )
const steps = async (id: string) => (await readCase(at.lan, id))?.steps ?? []

/** Found today, with a range that begins at 200.000 đồng, read by two officers. */
async function small(more: Parameters<typeof finding>[0] = {}) {
  const id = await verifying(at.lan)
  must(
    await findAct(at.minh, id, finding({ violationId: "V-SIM-03", foundOn: clock.at.slice(0, 10), ...more })),
  )
  const actId = await actOf(db, id)
  const typed = { actId, article: "điểm a khoản 1 Điều 33", min: 200_000, max: 600_000, source: "Công báo" }
  must(await typeRangeOf(at.minh, id, typed))
  must(await confirmRangeOf(at.lan, id, actId))
  await checkedByLaw(at.lan, id)
  return { id, actId, amounts: (amount: number) => ({ amounts: { [actId]: amount } }) }
}

describe("a sanction on the spot", () => {
  test("within the limit of the day it is decided without a record, and the case goes on to be served and paid", async () => {
    const { id, actId, amounts } = await small()
    expect(await steps(id)).toContain("onSpot")
    must(await decideOnSpot(at.lan, id, { ...deciding(actId, amounts(400_000)), seenBy: "eyes" }))
    const kept = await db.admin(
      "select c.state, s.on_spot, s.amount from cases c join sanctions s on s.case_id = c.id where c.id = $1",
      [id],
    )
    expect(kept.rows[0]).toEqual({ state: "decided", on_spot: true, amount: expect.anything() })
    expect(await running(id)).toEqual({ send: "2023-09-19", "execution-limitation": "2024-09-15" })
    const said = await db.admin(
      "select rule, details->>'total' as total from journal where record_id = $1 and what = 'case.sanctioned-on-spot'",
      [id],
    )
    expect(said.rows).toEqual([{ rule: "XP-KHONG-BB", total: "400000" }])
    must(await serveDecision(at.minh, id, { servedOn: "2023-09-15" }))
  })
  test("above the limit, and for what technical means found, it is refused: a record is made", async () => {
    const { id, actId, amounts } = await small()
    const above = deciding(actId, {
      ...amounts(500_001),
      circumstances: { mitigating: "", aggravating: "Tái phạm" },
    })
    expect(await decideOnSpot(at.lan, id, { ...above, seenBy: "eyes" })).toEqual({ refused: "aboveSpot" })
    expect(
      await decideOnSpot(at.lan, id, { ...deciding(actId, amounts(400_000)), seenBy: "device" }),
    ).toEqual({
      refused: "foundByDevice",
    })
    const technical = await small({ foundOn: "2023-09-14", identifiedOn: "2023-09-15" })
    expect(await steps(technical.id)).not.toContain("onSpot")
  })
  test("is not decided on a later day, nor by who holds no competence that was checked", async () => {
    const { id, actId, amounts } = await small({ foundOn: "2023-09-14" })
    const late = await decideOnSpot(at.lan, id, { ...deciding(actId, amounts(400_000)), seenBy: "eyes" })
    expect(late).toEqual({ refused: "notThatDay" })
    const signer = { ...deciding(actId).signer, post: "team-head" as const }
    const other = {
      ...deciding(actId, { ...amounts(400_000), decidedOn: "2023-09-14", signer }),
      seenBy: "eyes" as const,
    }
    expect(await decideOnSpot(at.lan, id, other)).toEqual({ refused: "competenceUnsure" })
    // Entered the day after, with the day on which it was made.
    must(await decideOnSpot(at.lan, id, { ...other, signer: deciding(actId).signer }))
  })
  test("the database lets no case be decided without a record but by such decisions", async () => {
    const { id } = await small()
    await expect(
      asOfficer(db, at.lan.who, (tx) =>
        tx.updateTable("cases").set({ state: "decided" }).where("id", "=", id).execute(),
      ),
    ).rejects.toThrow(/decided on the spot/)
    const without = await verifying(at.lan)
    await expect(
      asOfficer(db, at.lan.who, (tx) =>
        tx.updateTable("cases").set({ state: "decided" }).where("id", "=", without).execute(),
      ),
    ).rejects.toThrow(/decided on the spot/)
  })
  test("its paper is drafted, signed and taken with the number of the book", async () => {
    const { id, actId } = await small()
    const answers = {
      [amountFieldName(actId)]: "400.000",
      signerId: at.lan.who.officerId,
      place: "chợ Mẫu",
      seenDirectly: "yes",
    }
    expect(
      await draftPaper(at.minh, id, {
        kind: "spot",
        requestId: null,
        answers: { ...answers, [amountFieldName(actId)]: "600.000", aggravating: "Tái phạm" },
      }),
    ).toEqual({ refused: "aboveSpot" })
    await taken(id, "spot", answers)
    const row = (await db.admin("select state from cases where id = $1", [id])).rows[0]
    expect(row).toEqual({ state: "decided" })
  })
})

/** Drafted, signed by the chief inspector, issued by the clerk, and taken into the case. */
async function taken(id: string, kind: PaperKind, answers: Record<string, string>) {
  const { documentId } = must(await draftPaper(at.minh, id, { kind, requestId: null, answers }))
  await issueAs(documentId, { drafter: at.minh, signer: at.lan, other: at.hoa, clerk: at.hoa })
  const paper = (await asOfficer(db, at.lan.who, (tx) => papersOf(tx, id))).find((one) => one.kind === kind)
  must(await takePaper(at.minh, id, paper?.id ?? ""))
}

describe("execution is suspended and goes on", () => {
  const signed = { signerName: "Đỗ Thị Lan, Chánh Thanh tra Sở", reason: "Có dấu hiệu tội phạm" }
  test("meanwhile the days to pay stand still and nobody is forced; the file goes over within its days, under that decision", async () => {
    itIs("2023-09-15")
    const id = await decided(db, at.lan)
    must(await serveDecision(at.minh, id, { servedOn: "2023-09-15" }))
    itIs("2023-09-18")
    must(await haltExecution(at.lan, id, { ...signed, number: `${nextNumber()}/QĐ-TĐC` }))
    expect(await running(id)).toMatchObject({ pay: null, "hand-over": "2023-09-21" })
    itIs("2023-10-10")
    expect(await enforceDecision(at.lan, id, { number: "1/QĐ-CC", note: "" })).toEqual({
      refused: "executionHalted",
    })
    // The number and the day of the suspension are not asked again.
    must(await transferCase(at.lan, id, { toBodyId: at.son.who.bodyId, reason: "Dấu hiệu Điều 290" }))
    must(await signTransfer(at.son, id))
    expect(await running(id)).not.toHaveProperty("hand-over")
  })
  test("it goes on from the day of the decision that lets it, not before the one that stopped it", async () => {
    itIs("2023-09-15")
    const id = await decided(db, at.lan)
    must(await serveDecision(at.minh, id, { servedOn: "2023-09-15" }))
    itIs("2023-09-18")
    await taken(id, "halt", { why: "Có dấu hiệu tội phạm", signerId: at.lan.who.officerId })
    expect((await readCase(at.lan, id))?.row.haltedOn).toBe("2023-09-18")
    itIs("2023-09-22")
    const early = { ...signed, number: "9/QĐ-TT", doneOn: "2023-09-16" }
    const now = { ...signed, number: "9/QĐ-TT" }
    expect(await continueExecution(at.lan, id, now)).toEqual({ refused: "notHandedBack" })
    must(await transferCase(at.lan, id, { toBodyId: at.son.who.bodyId, reason: "Dấu hiệu Điều 290" }))
    must(await returnCase(at.son, id, { reason: "Không đủ dấu hiệu" }))
    expect(await continueExecution(at.lan, id, early)).toEqual({ refused: "datesWrong" })
    await taken(id, "continuation", { why: "Không đủ dấu hiệu", signerId: at.lan.who.officerId })
    // Ten days from 15 September, four of which stood still.
    expect((await running(id)).pay).toBe("2023-09-29")
    expect((await readCase(at.lan, id))?.row.haltedOn).toBeNull()
    // Four days stood still: a second suspension cannot begin among them and count them again.
    const again = { ...signed, number: `${nextNumber()}/QĐ-TĐC`, doneOn: "2023-09-20" }
    expect(await haltExecution(at.lan, id, again)).toEqual({ refused: "datesWrong" })
  })
})

describe("papers that were typed elsewhere before", () => {
  test("more time to explain is given in writing, once, and the paper says until when", async () => {
    itIs("2023-09-15")
    const id = await recorded(at.lan, { violationId: "V-WEB-02" })
    expect((await running(id)).explain).toBe("2023-09-21")
    const answers = { why: "Công ty đề nghị", signerId: at.lan.who.officerId }
    await taken(id, "explaining", answers)
    expect((await running(id)).explain).toBe("2023-09-28")
    expect(await draftPaper(at.minh, id, { kind: "explaining", requestId: null, answers })).toEqual({
      refused: "noExplanation",
    })
  })
  test("a fine is postponed by a paper, and a plan of instalments that the law forbids is not even drafted", async () => {
    itIs("2023-09-15")
    const id = await decided(db, at.lan)
    must(await serveDecision(at.minh, id, { servedOn: "2023-09-15" }))
    const signerId = at.lan.who.officerId
    const plan = {
      firstOn: "2023-10-01",
      firstAmount: "7.500.000",
      secondOn: "2023-11-01",
      secondAmount: "7.500.000",
    }
    expect(
      await draftPaper(at.minh, id, {
        kind: "instalments",
        requestId: null,
        answers: { ...plan, why: "Khó khăn", signerId },
      }),
    ).toEqual({ refused: "fineTooSmall" })
    await taken(id, "postponement", { untilOn: "2023-10-31", why: "Thiên tai", signerId })
    expect((await readCase(at.lan, id))?.payUntil).toBe("2023-10-31")
  })
  test("the offender is told of the hand-over while the police have the file, and of nothing before", async () => {
    itIs("2023-09-15")
    const id = await recorded(at.lan)
    const answers = { signerId: at.lan.who.officerId }
    const notice = { kind: "transfer-notice", requestId: null, answers } as const
    expect(await draftPaper(at.minh, id, notice)).toEqual({ refused: "notTransferred" })
    must(await transferCase(at.lan, id, { toBodyId: at.son.who.bodyId, reason: "Dấu hiệu Điều 290" }))
    must(await draftPaper(at.minh, id, notice))
  })
})
