import { CompiledQuery, sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { moves } from "../domain/life.ts"
import { findCase } from "../store/cases.ts"
import { clocksOf } from "../store/clocks.ts"
import { requestsTo } from "../store/others.ts"
import {
  actOf,
  asked,
  checkedByLaw,
  chiefInspector,
  type Desks,
  decided,
  deciding,
  desksIn,
  finding,
  must,
  recorded,
  transferred,
  verifying,
} from "../testing/hub.ts"
import { answerPrevention } from "./answering.ts"
import { executeDecision, serveDecision } from "./execution.ts"
import { examineFacts, receiveExplanation } from "./hearing.ts"
import { endPrevention } from "./prevention.ts"
import { confirmRangeOf, typeRangeOf } from "./range.ts"
import { readCases } from "./reading.ts"
import { recountClocks } from "./recount.ts"
import { decideRemedy, decideSanction, findAct, recordViolation } from "./sanction.ts"
import {
  clearCase,
  closeCase,
  extendClock,
  fulfilDuty,
  nameOfficer,
  openCase,
  prolongResolution,
  reopenCase,
  resumeResolution,
  suspendResolution,
} from "./steps.ts"
import { prosecuteCase, returnCase, signTransfer, transferCase } from "./transfer.ts"

const db = await freshDatabase()
let at: Desks
beforeAll(async () => {
  at = await desksIn(db)
})

const stateOf = async (id: string) =>
  (await db.admin("select state from cases where id = $1", [id])).rows[0]?.state
const journaled = async (id: string) =>
  (await db.admin("select what from journal where record_id = $1 order by id", [id])).rows.map(
    (row) => row.what,
  )
const running = async (id: string) =>
  Object.fromEntries(
    (await asOfficer(db, at.lan.who, (tx) => clocksOf(tx, id)))
      .filter((clock) => clock.stoppedOn === null)
      .map((clock) => [clock.purpose, clock.due]),
  )
const clockId = async (id: string, purpose: string) =>
  String(
    (
      await db.admin(
        "select id from case_clocks where case_id = $1 and purpose = $2 and stopped_on is null",
        [id, purpose],
      )
    ).rows[0]?.id,
  )
const sees = (who: keyof Desks, id: string) => asOfficer(db, at[who].who, (tx) => findCase(tx, id))

describe("from the sign to the closed case", () => {
  test("an act is found, recorded, explained, sanctioned, served, paid and closed; every step is in the journal", async () => {
    const id = await verifying(at.lan)
    must(await findAct(at.minh, id, finding()))
    expect(await running(id)).toEqual({ record: "2023-09-15", limitation: "2024-09-01" })
    must(await recordViolation(at.minh, id, { recordedAt: "2023-09-14T09:40", number: "BB-1A", note: "" }))
    expect(await running(id)).toEqual({
      decide: "2023-09-25",
      "pass-record": "2023-09-15T09:40",
      explain: "2023-09-21",
      "ask-hearing": "2023-09-18",
      limitation: "2024-09-01",
    })
    await checkedByLaw(at.lan, id)
    const actId = await actOf(db, id)
    expect(await decideSanction(at.lan, id, deciding(actId))).toEqual({ refused: "explanationOpen" })
    must(await receiveExplanation(at.minh, id, { way: "renounced", note: "Không giải trình" }))
    must(await decideSanction(at.lan, id, deciding(actId)))
    expect(await running(id)).toEqual({ send: "2023-09-19", "execution-limitation": "2024-09-15" })
    expect(await executeDecision(at.minh, id, { paidOn: "2023-09-15", paid: 60_000_000, note: "" })).toEqual({
      refused: "notServed",
    })
    must(await serveDecision(at.minh, id, { servedOn: "2023-09-15" }))
    expect(await executeDecision(at.minh, id, { paidOn: "2023-09-15", paid: 59_999_999, note: "" })).toEqual({
      refused: "underpaid",
    })
    must(await executeDecision(at.minh, id, { paidOn: "2023-09-15", paid: 60_000_000, note: "BL-9" }))
    expect(await running(id)).toEqual({})
    must(await closeCase(at.lan, id, { reason: "Đã thi hành xong" }))
    expect(await sees("lan", id)).toMatchObject({ state: "closed", outcome: "sanctioned", dueOn: null })
    expect(await reopenCase(at.lan, id, { reason: "x" })).toEqual({ refused: "sanctionStands" })
    expect(await journaled(id)).toEqual([
      "case.opened",
      "case.verified",
      "case.act-found",
      "case.recorded",
      "case.competence-checked",
      "case.explained",
      "case.sanctioned",
      "case.served",
      "case.paid",
      "case.closed",
    ])
  })
  test("numbers of a body's cases run through the year without a gap", async () => {
    const made = []
    for (let i = 0; i < 3; i += 1)
      made.push(await openCase(at.ngoai, { title: "Vụ", summary: "", kind: null }))
    expect(made.map((one) => one.number)).toEqual(["2023-1", "2023-2", "2023-3"])
  })
  test("what is refused leaves no trace", async () => {
    const id = await verifying(at.lan)
    const before = await journaled(id)
    expect(await closeCase(at.lan, id, { reason: "x" })).toEqual({ refused: "notFinished" })
    expect(await findAct(at.lan, id, finding({ committedOn: "2020-01-01" }))).toEqual({
      refused: "noRowInForce",
    })
    expect(await findAct(at.lan, id, finding({ violationId: "H-174" }))).toEqual({ refused: "noRowInForce" })
    expect(await findAct(at.lan, id, finding({ foundOn: "2023-09-16" }))).toEqual({ refused: "datesWrong" })
    expect([await journaled(id), await stateOf(id), await running(id)]).toEqual([before, "verifying", {}])
  })
  test("no violation found: cleared, closed, and opened again when new facts come", async () => {
    const id = await verifying(at.lan)
    must(await clearCase(at.lan, id, { reason: "Không có vi phạm" }))
    must(await closeCase(at.lan, id, { reason: "Không có vi phạm" }))
    expect(await sees("lan", id)).toMatchObject({ outcome: "no-violation" })
    must(await reopenCase(at.lan, id, { reason: "Tình tiết mới" }))
    expect(await sees("lan", id)).toMatchObject({ state: "verifying", outcome: null })
  })
  test("past the deadline only a remedy is decided", async () => {
    const id = await recorded(at.lan)
    const actId = await actOf(db, id)
    await db.admin("update case_clocks set due = '2023-09-14' where case_id = $1 and purpose = 'decide'", [
      id,
    ])
    expect(await decideSanction(at.lan, id, deciding(actId))).toEqual({ refused: "tooLate" })
    const { amounts: _, ...remedy } = deciding(actId, { remedy: "Buộc gỡ bỏ" })
    must(await decideRemedy(at.lan, id, remedy))
    expect((await db.admin("select kind, amount from sanctions where act_id = $1", [actId])).rows).toEqual([
      { kind: "remedy", amount: null },
    ])
  })
})

describe("the fine", () => {
  test("is within the range, by a competent office", async () => {
    const id = await recorded(at.lan)
    const actId = await actOf(db, id)
    const tried = (more: Parameters<typeof deciding>[1]) => decideSanction(at.lan, id, deciding(actId, more))
    expect(await tried({ amounts: { [actId]: 9_999_999 } })).toEqual({ refused: "belowRange" })
    expect(await tried({ amounts: { [actId]: 20_000_001 } })).toEqual({ refused: "aboveRange" })
    expect(await tried({ amounts: {} })).toEqual({ refused: "notAnAmount" })
    expect(await tried({ signer: { ...chiefInspector, post: "science-head" } })).toEqual({
      refused: "notCompetent",
    })
    expect(await stateOf(id)).toBe("recorded")
  })
  test("where the data have no range, one officer types it and another confirms it", async () => {
    const id = await recorded(at.lan, { violationId: "V-MANG-01" })
    const actId = await actOf(db, id)
    const amounts = { [actId]: 15_000_000 }
    expect(await decideSanction(at.lan, id, deciding(actId, { amounts }))).toEqual({
      refused: "explanationOpen",
    })
    must(await receiveExplanation(at.lan, id, { way: "renounced", note: "" }))
    expect(await decideSanction(at.lan, id, deciding(actId, { amounts }))).toEqual({ refused: "needsTyping" })
    const typed = { actId, article: "Đ102.3.g", min: 10_000_000, max: 20_000_000, source: "Công báo" }
    must(await typeRangeOf(at.minh, id, typed))
    expect(await decideSanction(at.lan, id, deciding(actId, { amounts }))).toEqual({
      refused: "needsConfirmation",
    })
    expect(await confirmRangeOf(at.minh, id, actId)).toEqual({ refused: "sameOfficer" })
    must(await confirmRangeOf(at.lan, id, actId))
    must(await decideSanction(at.lan, id, deciding(actId, { amounts })))
  })
  test("the offender's papers are nowhere in the clear", async () => {
    const id = await recorded(at.lan, { offenderCode: "0312 999 777" })
    const kept = await db.admin(
      "select a::text || coalesce((select string_agg(j::text, '') from journal j), '') as all from case_acts a where case_id = $1",
      [id],
    )
    expect(String(kept.rows[0]?.all)).not.toMatch(/0312\s?999\s?777/)
  })
})

describe("prevention", () => {
  test("the enterprise sees its request and nothing of the case, answers once, and the case goes on", async () => {
    const id = await asked(at)
    expect(await sees("tam", id)).toBeNull()
    const [request] = await asOfficer(db, at.tam.who, (tx) => requestsTo(tx, at.tam.who.bodyId))
    expect(request).toMatchObject({ asks: "block", targets: ["0912 000 111"], answer: null })
    const requestId = request?.id ?? ""
    const answer = { answer: "done", text: "Đã chặn lúc 14:05" } as const
    expect(await answerPrevention(at.ngoai, requestId, answer)).toEqual({ refused: "notFound" })
    expect(await answerPrevention(at.lan, requestId, answer)).toEqual({ refused: "notFound" })
    must(await answerPrevention(at.tam, requestId, answer))
    expect(await answerPrevention(at.tam, requestId, answer)).toEqual({ refused: "notFound" })
    must(await endPrevention(at.minh, id, { note: "" }))
    expect(await stateOf(id)).toBe("verifying")
  })
})

describe("transfer to the police", () => {
  test("the police see the file while it is theirs; signed for, it runs twenty days; the result comes back", async () => {
    const id = await verifying(at.lan)
    expect(await sees("son", id)).toBeNull()
    must(await transferCase(at.lan, id, { toBodyId: at.son.who.bodyId, reason: "Dấu hiệu Điều 174" }))
    expect(await sees("son", id)).toMatchObject({ state: "transferred" })
    expect(await prosecuteCase(at.son, id, { note: "x" })).toEqual({ refused: "notSigned" })
    expect(await signTransfer(at.lan, id)).toEqual({ refused: "notThePolice" })
    must(await signTransfer(at.son, id))
    expect(await running(id)).toMatchObject({ resolve: "2023-10-05" })
    must(await prosecuteCase(at.son, id, { note: "Khởi tố", number: "05/QĐ", decidedOn: "2023-09-15" }))
    must(await closeCase(at.lan, id, { reason: "Đã khởi tố" }))
    expect(await sees("lan", id)).toMatchObject({ state: "closed", outcome: "prosecuted" })
    // The police still owe whoever reported word of it.
    expect(Object.keys(await running(id))).toEqual(["tell-result"])
    must(await fulfilDuty(at.son, id, { clockId: await clockId(id, "tell-result"), note: "Đã báo" }))
    expect(await sees("lan", id)).toMatchObject({ state: "closed", dueOn: null })
    must(await returnCase(at.son, id, { reason: "Hủy khởi tố", number: "6/QĐ", decidedOn: "2023-09-15" }))
    expect(await sees("lan", id)).toMatchObject({ state: "verifying" })
  })
  test("a returned file is the hub's alone again, and its decision is due in seven working days", async () => {
    const id = await transferred(at)
    must(await returnCase(at.son, id, { reason: "Không đủ dấu hiệu" }))
    expect([await stateOf(id), await sees("son", id)]).toEqual(["recorded", null])
    expect(await running(id)).toMatchObject({ decide: "2023-09-26" })
    must(await transferCase(at.lan, id, { toBodyId: at.son.who.bodyId, reason: "Bổ sung" }))
    expect(await sees("son", id)).not.toBeNull()
  })
  test("a hand-over is decided by whoever may sanction: an officer names the chief inspector, and is refused as its signer", async () => {
    const id = await verifying(at.lan)
    const handed = { toBodyId: at.son.who.bodyId, reason: "Dấu hiệu Điều 174" }
    const { officerId } = at.minh.who
    expect(await transferCase(at.minh, id, handed)).toEqual({ refused: "signerMissing" })
    expect(await transferCase(at.lan, id, { ...handed, signerId: officerId })).toEqual({
      refused: "signerMissing",
    })
    must(await transferCase(at.minh, id, { ...handed, signerId: at.lan.who.officerId }))
  })
  test("only the police are transferred to", async () => {
    const id = await verifying(at.lan)
    for (const key of ["tam", "lan"] as const)
      expect(await transferCase(at.lan, id, { toBodyId: at[key].who.bodyId, reason: "x" })).toEqual({
        refused: "notPolice",
      })
  })
  test("the police suspend and resume their resolution and lengthen it; the hub cannot", async () => {
    const id = await transferred(at)
    must(await signTransfer(at.son, id))
    const extension = { by: "rule", ruleId: "TG-2M", grade: "complex" } as const
    const clock = await clockId(id, "resolve")
    expect(
      await extendClock(at.lan, id, { clockId: clock, extension, decision: "1/QĐ", reason: "x" }),
    ).toEqual({
      refused: "withThePolice",
    })
    must(
      await prolongResolution(at.son, id, {
        clockId: clock,
        extension,
        decision: "2/QĐ",
        reason: "Nhiều địa điểm",
      }),
    )
    expect(await running(id)).toMatchObject({ resolve: "2023-11-15" })
    must(await suspendResolution(at.son, id, { reason: "Chờ giám định" }))
    expect(await running(id)).toMatchObject({ resolve: null })
    expect(await prosecuteCase(at.son, id, { note: "x" })).toEqual({ refused: "suspended" })
    must(await resumeResolution(at.son, id, { reason: "Có kết quả" }))
    expect(await running(id)).toMatchObject({ resolve: "2023-10-16" })
    // A second resumption is sent as well, though nobody said that the first one was.
    const first = await clockId(id, "send-resumption")
    must(await suspendResolution(at.son, id, { reason: "Giám định lại" }))
    must(await resumeResolution(at.son, id, { reason: "Có kết quả" }))
    expect(await clockId(id, "send-resumption")).not.toMatch(new RegExp(`${first}|undefined`))
  })
})

describe("clocks", () => {
  test("an extension moves the day that presses; what the law does not know is refused", async () => {
    const id = await recorded(at.lan, { violationId: "V-WEB-02" })
    const more = { clockId: await clockId(id, "explain"), decision: "3/QĐ", reason: "Hồ sơ ở nơi xa" }
    const time = (quantity: number) => ({ by: "time", quantity, unit: "working-day" }) as const
    expect(await extendClock(at.lan, id, { ...more, extension: time(9) })).toEqual({ refused: "notLawful" })
    must(await extendClock(at.lan, id, { ...more, extension: time(5) }))
    expect(await running(id)).toMatchObject({ explain: "2023-09-28" })
    expect(await extendClock(at.lan, id, { ...more, extension: time(5) })).toEqual({ refused: "noClock" })
    // The time to decide is a class of the law: no leader's paper lengthens it.
    const longer = { by: "rule", ruleId: "XP-QD-2M", grade: "serious" } as const
    const other = await recorded(at.lan, { violationId: "V-WEB-02" })
    must(await examineFacts(at.minh, other, { reason: "Giám định" }))
    const decide = { ...more, clockId: await clockId(other, "decide") }
    expect(await extendClock(at.lan, other, { ...decide, extension: longer })).toEqual({
      refused: "notLawful",
    })
    must(await examineFacts(at.minh, other, { matter: "serious", reason: "Đặc biệt nghiêm trọng" }))
    expect(await running(other)).toMatchObject({ decide: "2023-11-14" })
  })
  test("a recount sets right what a changed calendar moved, journals it, and moves nothing the second time", async () => {
    const id = await recorded(at.lan)
    await db.admin("update case_clocks set due = '2023-09-22' where case_id = $1 and purpose = 'decide'", [
      id,
    ])
    const moved = (await recountClocks(db)).filter((one) => one.caseId === id)
    expect(moved).toEqual([{ caseId: id, purpose: "decide", before: "2023-09-22", after: "2023-09-25" }])
    expect(await journaled(id)).toContain("case.recounted")
    expect(await recountClocks(db)).toEqual([])
  })
})

describe("the list of cases", () => {
  test("a case is found by the tax code of whoever acted, however it is spaced, and by no other", async () => {
    const id = await verifying(at.lan)
    must(await findAct(at.minh, id, finding({ offenderCode: "0105 987 432" })))
    const page = { sort: "so", descending: true, limit: 10, offset: 0 } as const
    const found = async (desk: Desks["lan"], text: string) =>
      (await readCases(desk, { text, state: "all" }, page)).rows.map((one) => one.id)
    expect(await found(at.lan, "0105.987.432")).toEqual([id])
    expect(await found(at.lan, "0105987431")).toEqual([])
    expect(await found(at.ngoai, "0105987432")).toEqual([])
  })
})

describe("what presses", () => {
  const dueOn = async (id: string) => (await sees("lan", id))?.dueOn
  test("a record that was passed on presses no more; then the decision does", async () => {
    const id = await recorded(at.minh)
    expect(await dueOn(id)).toBe("2023-09-15")
    const clock = await clockId(id, "pass-record")
    expect(await fulfilDuty(at.ngoai, id, { clockId: clock, note: "" })).toEqual({ refused: "notFound" })
    must(await fulfilDuty(at.minh, id, { clockId: clock, note: "" }))
    // Passed on to whoever may sanction: ten working days instead of seven (Đ66.1.a).
    expect(await dueOn(id)).toBe("2023-09-28")
    expect(await fulfilDuty(at.minh, id, { clockId: clock, note: "" })).toEqual({ refused: "notADuty" })
    expect(await journaled(id)).toContain("case.duty-done")
  })
  test("the days that the offender has to explain make nobody late", async () => {
    const id = await recorded(at.minh, { violationId: "V-WEB-02" })
    must(await fulfilDuty(at.minh, id, { clockId: await clockId(id, "pass-record"), note: "" }))
    expect(await running(id)).toMatchObject({ "ask-hearing": "2023-09-18", explain: "2023-09-21" })
    expect(await dueOn(id)).toBe("2023-09-28")
  })
  test("a deadline is not said done: a decision is made, not ticked", async () => {
    const id = await recorded(at.lan)
    for (const purpose of ["decide", "limitation"])
      expect(await fulfilDuty(at.lan, id, { clockId: await clockId(id, purpose), note: "" })).toEqual({
        refused: "notADuty",
      })
  })
  test("the procuracy is told by the police, and the hub cannot say so for them", async () => {
    const id = await transferred(at)
    must(await signTransfer(at.son, id))
    const clock = await clockId(id, "tell-procuracy")
    expect(await fulfilDuty(at.lan, id, { clockId: clock, note: "" })).toEqual({ refused: "notADuty" })
    must(await fulfilDuty(at.son, id, { clockId: clock, note: "" }))
    expect(await dueOn(id)).toBe("2023-10-05")
  })
})

describe("who sees and who may", () => {
  test("another body sees nothing and can do nothing", async () => {
    const id = await recorded(at.lan)
    expect(await sees("ngoai", id)).toBeNull()
    expect(await clearCase(at.ngoai, id, { reason: "x" })).toEqual({ refused: "notFound" })
    for (const table of [
      "case_acts",
      "case_clocks",
      "case_events",
      "sanctions",
      "prevention_requests",
      "case_transfers",
    ]) {
      const found = await asOfficer(db, at.ngoai.who, async (tx) => {
        const query = sql`select from ${sql.table(table)} where case_id = ${id}`
        return (await query.execute(tx)).rows
      })
      expect({ table, found: found.length }).toEqual({ table, found: 0 })
    }
  })
  test("an officer who is named in a case can neither see it, nor decide it, nor learn that they are named", async () => {
    const id = await recorded(at.lan)
    expect(await nameOfficer(at.minh, id, { officerId: at.minh.who.officerId, reason: "x" })).toEqual({
      refused: "yourself",
    })
    must(await nameOfficer(at.lan, id, { officerId: at.minh.who.officerId, reason: "Người thân" }))
    expect(await sees("minh", id)).toBeNull()
    expect(await clearCase(at.minh, id, { reason: "x" })).toEqual({ refused: "notFound" })
    const rows = await asOfficer(db, at.minh.who, (tx) =>
      tx.selectFrom("caseConflicts").selectAll().execute(),
    )
    expect(rows).toEqual([])
    expect(await sees("lan", id)).not.toBeNull()
  })
})

describe("the database refuses what the rules refuse", () => {
  const asLan = (text: string, id: string) =>
    asOfficer(db, at.lan.who, (tx) => tx.executeQuery(CompiledQuery.raw(text, [id])))
  test("its moves are those of the domain", async () => {
    const found = await db.admin("select unnest(case_moves()) as move order by 1")
    expect(found.rows.map((row) => row.move).sort()).toEqual(moves())
  })
  test("a case does not jump from opened to decided", async () => {
    const { id } = await openCase(at.lan, { title: "Vụ", summary: "", kind: null })
    await expect(asLan("update cases set state = 'decided' where id = $1", id)).rejects.toThrow(/does not go/)
  })
  test("the hub cannot fetch a file back from the police", async () => {
    const id = await transferred(at)
    await expect(asLan("update cases set state = 'recorded' where id = $1", id)).rejects.toThrow(
      /with the police/,
    )
  })
  test("no sanction is written while the file is with the police, nor without a record", async () => {
    const insert = `insert into sanctions (act_id, case_id, number, kind, article, amount, range_min, range_max, office, decided_on, decided_name)
      select id, case_id, 'x', 'fine', 'x', 10, 1, 20, 'police', '2023-09-15', 'x' from case_acts where case_id = $1`
    await expect(asLan(insert, await transferred(at))).rejects.toThrow(/needs a record/)
    const early = await verifying(at.lan)
    must(await findAct(at.lan, early, finding()))
    await expect(asLan(insert, early)).rejects.toThrow(/needs a record/)
  })
  test("one act is sanctioned once", async () => {
    const id = await decided(db, at.lan)
    await db.admin("alter table cases disable trigger cases_move")
    await db.admin("update cases set state = 'recorded' where id = $1", [id])
    await db.admin("alter table cases enable trigger cases_move")
    const again = `insert into sanctions (act_id, case_id, number, kind, article, amount, range_min, range_max, office, decided_on, decided_name)
      select act_id, case_id, number, kind, article, amount, range_min, range_max, office, decided_on, decided_name from sanctions where case_id = $1`
    await expect(asLan(again, id)).rejects.toThrow(/sanctions_pkey/)
  })
  test("what happened is never rewritten, a range is not confirmed by who typed it", async () => {
    const id = await recorded(at.lan)
    await expect(db.admin("update case_events set note = 'x' where case_id = $1", [id])).rejects.toThrow(
      /append-only/,
    )
    await expect(
      db.admin(
        `update case_acts set range_article = 'x', range_min = 1, range_max = 2, range_source = 'x',
        range_typed_by = $2, range_confirmed_by = $2 where case_id = $1`,
        [id, at.lan.who.officerId],
      ),
    ).rejects.toThrow(/range_by_two/)
  })
})
