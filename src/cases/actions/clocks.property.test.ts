import fc from "fast-check"
import { CompiledQuery } from "kysely"
import { beforeAll, expect, test } from "vitest"
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarOf } from "../../kernel/calendar/days-off.ts"
import type { LegalRule } from "../../kernel/calendar/deadline.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { addDays, addMonths } from "../../kernel/time.ts"
import { extensionsOf } from "../domain/clocks.ts"
import { clocksOf, type KeptClock } from "../store/clocks.ts"
import { actOf, checkedByLaw, type Desks, deciding, desksIn, finding, must } from "../testing/hub.ts"
import { answerPrevention } from "./answering.ts"
import { executeDecision, serveDecision } from "./execution.ts"
import { askHearing, examineFacts, receiveExplanation } from "./hearing.ts"
import { endPrevention, requestPrevention, withdrawPrevention } from "./prevention.ts"
import { recountClocks } from "./recount.ts"
import { decideSanction, findAct, recordViolation } from "./sanction.ts"
import * as steps from "./steps.ts"
import { prosecuteCase, returnCase, signTransfer, transferCase } from "./transfer.ts"

/**
 * Whatever the hub, the police and an enterprise do with a case, in whatever order, on whatever day, while the calendar
 * changes under them: no clock breaks, nothing is lost, and nobody else sees any of it.
 */
const firstDay = "2023-09-15T02:00:00Z"
const clock = { at: firstDay, now: () => new Date(clock.at) }
const db = await freshDatabase({ clock })
let at: Desks
beforeAll(async () => {
  at = await desksIn(db)
  // Whoever enters days off keeps the chart.
  await db.admin("update bodies set keeps_chart = true where id = $1", [at.ngoai.who.bodyId])
})
const today = () => clock.at.slice(0, 10)
const decision = () => ({ number: "5/QĐ", decidedOn: today() })
const clocksAs = (id: string) => asOfficer(db, at.lan.who, (tx) => clocksOf(tx, id))
const running = async (id: string) => (await clocksAs(id)).filter((one) => one.stoppedOn === null)

const acts = [
  "verify",
  "find",
  "record",
  "explain",
  "hearing",
  "examine",
  "decide",
  "serve",
  "execute",
  "clear",
  "prevent",
  "answer",
  "withdraw",
  "endPrevention",
  "transfer",
  "sign",
  "suspend",
  "resume",
  "prosecute",
  "return",
  "extend",
  "prolong",
  "fulfil",
  "close",
  "reopen",
  "dayOff",
] as const
type Act = { what: (typeof acts)[number]; days: number; pick: number }

/** Days pass before each act; what the rules refuse changes nothing. */
async function doIt(id: string, { what, days, pick }: Act): Promise<void> {
  clock.at = `${addDays(today(), days)}T02:00:00Z`
  const reason = { reason: "Lý do" }
  const note = { note: "Ghi chú" }
  switch (what) {
    case "verify":
      return void (await steps.verifyCase(at.lan, id, note))
    case "find":
      return void (await findAct(
        at.minh,
        id,
        finding({ violationId: pick % 2 ? "V-TIN-01" : "V-WEB-02", foundOn: today() }),
      ))
    case "record":
      await checkedByLaw(at.lan, id)
      return void (await recordViolation(at.minh, id, {
        recordedAt: `${today()}T08:00`,
        number: `BB-${id}`,
        note: "",
      }))
    case "explain":
      return void (await receiveExplanation(at.minh, id, { way: "renounced", note: "" }))
    case "hearing":
      return void (await askHearing(at.minh, id, { askedOn: addDays(today(), -(pick % 3)), note: "" }))
    case "examine":
      return void (await examineFacts(at.minh, id, { ...reason, doneOn: addDays(today(), -(pick % 5)) }))
    case "decide": {
      const actId = await actOf(db, id)
      const amounts = { [actId]: pick % 2 ? 15_000_000 : 60_000_000 }
      return void (await decideSanction(at.lan, id, deciding(actId, { amounts })))
    }
    case "serve":
      return void (await serveDecision(at.minh, id, { servedOn: today() }))
    case "execute":
      return void (await executeDecision(at.minh, id, { paidOn: today(), paid: 1_000_000_000, note: "" }))
    case "clear":
      return void (await steps.clearCase(at.lan, id, reason))
    case "prevent":
      return void (await requestPrevention(at.minh, id, {
        enterpriseId: at.tam.who.bodyId,
        asks: "block",
        targets: ["0912 000 111"],
        basis: "NĐ 91",
        dueOn: addDays(today(), 3),
      }))
    case "answer": {
      const open = await db.admin(
        "select id from prevention_requests where case_id = $1 and answer is null",
        [id],
      )
      for (const row of open.rows) await answer(String(row.id))
      return
    }
    case "withdraw": {
      const open = await db.admin(
        "select id from prevention_requests where case_id = $1 and answer is null and withdrawn_on is null",
        [id],
      )
      for (const row of open.rows)
        must(await withdrawPrevention(at.lan, id, { requestId: String(row.id), ...reason }))
      return
    }
    case "endPrevention":
      return void (await endPrevention(at.minh, id, note))
    case "transfer":
      return void (await transferCase(at.lan, id, {
        toBodyId: at.son.who.bodyId,
        suspension: { number: "1/QĐ-TĐC", on: today() },
        ...reason,
      }))
    case "sign":
      return void (await signTransfer(at.son, id))
    case "suspend":
      return void (await steps.suspendResolution(at.son, id, reason))
    case "resume":
      return void (await steps.resumeResolution(at.son, id, reason))
    case "prosecute":
      return void (await prosecuteCase(at.son, id, { ...note, ...decision() }))
    case "return":
      return void (await returnCase(at.son, id, { ...reason, ...decision() }))
    case "extend":
    case "prolong":
      return lengthen(id, what, pick)
    case "fulfil": {
      const all = await running(id)
      const one = all[pick % Math.max(1, all.length)]
      if (one !== undefined) await steps.fulfilDuty(at.lan, id, { clockId: one.id, note: "" })
      return
    }
    case "close":
      return void (await steps.closeCase(at.lan, id, reason))
    case "reopen":
      return void (await steps.reopenCase(at.lan, id, reason))
    case "dayOff":
      return newDayOff(pick)
  }
}

const answer = (id: string) => answerPrevention(at.tam, id, { answer: "done", text: "Đã chặn" })

/** An extension only lengthens; refused, it leaves the clock as it was. */
async function lengthen(id: string, what: "extend" | "prolong", pick: number): Promise<void> {
  const offers = (await running(id)).flatMap((one) =>
    extensionsOf(one, legalRules()).map((extension) => ({ one, extension })),
  )
  const offer = offers[pick % Math.max(1, offers.length)]
  if (offer === undefined) return
  const input = { clockId: offer.one.id, extension: offer.extension, decision: "1/QĐ-GH", reason: "Phức tạp" }
  const done = await (what === "extend"
    ? steps.extendClock(at.lan, id, input)
    : steps.prolongResolution(at.son, id, input))
  const after = (await clocksAs(id)).find((one) => one.id === offer.one.id)
  const [before, now] = [offer.one.due ?? "", after?.due ?? ""]
  if ("refused" in done) expect(now).toBe(before)
  else expect(now > before).toBe(true)
}

/** The State decides on a day off soon; every open clock is counted again, and a second count moves nothing. */
async function newDayOff(pick: number): Promise<void> {
  const on = addDays(today(), 1 + (pick % 12))
  await db.admin(
    `insert into days_off (on_day, kind, name, basis, entered_by, entered_name) values ($1, $2, 'Nghỉ', 'CĐ', $3, 'Quản trị')
     on conflict do nothing`,
    [on, pick % 5 === 0 ? "work" : "off", at.ngoai.who.officerId],
  )
  await recountClocks(db)
  expect(await recountClocks(db)).toEqual([])
}

/** Day by day, as a clerk with a wall calendar: knows nothing of the program's way of counting. */
function naive(one: KeptClock, calendar: Calendar): string | null {
  const rule = legalRules().find((each) => each.id === one.ruleId) as LegalRule
  const dated = one.events.filter((event) => event.kind === "suspend" || event.kind === "resume")
  if (dated.at(-1)?.kind === "suspend") return null
  const resumed = one.purpose === "resolve" ? dated.findLast((event) => event.kind === "resume") : undefined
  /** Days on which the file was with the police do not count. */
  const stands = (day: string) => {
    const last = dated.findLast((event) => "on" in event && event.on <= day)
    return one.purpose !== "resolve" && last?.kind === "suspend"
  }
  if (rule.quantity === null || rule.unit === null || rule.quantity === 0) return null
  if (rule.unit === "hour") {
    const end = new Date(Date.parse(`${one.start}:00Z`) + rule.quantity * 3_600_000).toISOString()
    let [left, day] = [rule.quantity / 24, one.start.slice(0, 10)]
    while (left > 0) {
      day = addDays(day, 1)
      if (!stands(day)) left -= 1
    }
    return `${day}T${end.slice(11, 16)}`
  }
  const add = (from: string, quantity: number, unit: string): string => {
    if (unit === "month") return addMonths(from, quantity)
    if (unit === "year") return addMonths(from, quantity * 12)
    let day = from
    for (let left = quantity; left > 0; ) {
      day = addDays(day, 1)
      if ((unit === "day" || calendar.isWorkingDay(day)) && !stands(day)) left -= 1
    }
    return day
  }
  let due =
    resumed !== undefined && resumed.kind === "resume"
      ? addMonths(resumed.on, 1)
      : add(one.start.slice(0, 10), rule.quantity, rule.unit)
  for (const event of one.events) if (event.kind === "extend") due = add(due, event.quantity, event.unit)
  const isLimitation = one.purpose === "limitation" || one.purpose === "execution-limitation"
  while (rule.unit !== "working-day" && !isLimitation && !calendar.isWorkingDay(due)) due = addDays(due, 1)
  return due
}

async function holds(id: string): Promise<void> {
  const all = await clocksAs(id)
  const open = all.filter((one) => one.stoppedOn === null)
  const keys = open.map((one) => `${one.purpose} ${one.actId}`)
  expect(new Set(keys).size).toBe(keys.length)
  for (const one of all)
    if (one.due !== null) expect(one.due.slice(0, 10) >= one.start.slice(0, 10)).toBe(true)
  const calendar = await calendarOf(db)
  for (const one of open) expect({ ...one, due: one.due }).toEqual({ ...one, due: naive(one, calendar) })
  // An act that nobody sanctioned keeps its limitation until the case ends, whatever was taken back meanwhile.
  const acts = await db.admin(
    "select a.id from case_acts a left join sanctions s on s.act_id = a.id where a.case_id = $1 and s.act_id is null",
    [id],
  )
  const row = (await db.admin("select state, due_on::text from cases where id = $1", [id])).rows[0]
  if (!["closed", "cleared", "executed"].includes(String(row?.state)))
    for (const act of acts.rows)
      expect(open.some((one) => one.purpose === "limitation" && one.actId === act.id)).toBe(true)
  // Only the police's word of their result outlives a case.
  if (row?.state === "closed") expect(open.filter(({ purpose }) => purpose !== "tell-result")).toEqual([])
  const dues = open.flatMap((one) =>
    one.due === null || one.purpose === "explain" || one.purpose === "ask-hearing"
      ? []
      : [one.due.slice(0, 10)],
  )
  expect(row?.due_on ?? null).toBe(dues.sort()[0] ?? null)
}

const counted = [
  "case_events",
  "case_clocks",
  "case_acts",
  "sanctions",
  "prevention_requests",
  "case_transfers",
] as const

async function sizes(id: string): Promise<number[]> {
  const found = await db.admin(
    `select ${counted.map((table) => `(select count(*)::int from ${table} where case_id = $1) as ${table}`).join(", ")}`,
    [id],
  )
  return counted.map((table) => Number(found.rows[0]?.[table]))
}

/** Nobody outside sees a row; the enterprise its requests only; the police the file as long as it is theirs. */
async function isHidden(id: string): Promise<void> {
  const seen = (who: keyof Desks, table: string) =>
    asOfficer(db, at[who].who, async (tx) => {
      const column = table === "cases" ? "id" : "case_id"
      return (await tx.executeQuery(CompiledQuery.raw(`select from ${table} where ${column} = $1`, [id])))
        .rows.length
    })
  const [, , , , requests] = await sizes(id)
  for (const table of ["cases", ...counted]) {
    // Whoever keeps the chart sees which deadlines moved (clock_moves), and still no case.
    expect({ table, seen: await seen("ngoai", table) }).toEqual({ table, seen: 0 })
    expect({ table, seen: await seen("tam", table) }).toEqual({
      table,
      seen: table === "prevention_requests" ? requests : 0,
    })
  }
  const held = await db.admin(
    "select count(*)::int as n from case_transfers where case_id = $1 and result is distinct from 'returned'",
    [id],
  )
  expect(await seen("son", "cases")).toBe(Number(held.rows[0]?.n))
}

/** Roads that chance alone seldom walks to their end; what follows them is chance again. */
const roads: readonly (readonly Act["what"][])[] = [
  [],
  ["verify", "find", "record", "explain", "decide", "serve", "execute"],
  ["verify", "find", "record", "transfer", "sign", "suspend", "resume", "prolong"],
  ["verify", "prevent", "answer"],
  ["verify", "find", "record", "examine", "extend", "transfer", "return"],
  ["verify", "find", "record", "explain", "decide", "serve", "transfer", "return"],
  ["verify", "find", "clear", "close", "reopen"],
  ["verify", "find", "prevent", "record", "hearing", "examine"],
]

test("no history of a case breaks a clock, loses a record or shows one body's to another", async () => {
  const act = fc.record({ what: fc.constantFrom(...acts), days: fc.nat(4), pick: fc.nat(30) })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...roads),
      fc.array(act, { minLength: 4, maxLength: 18 }),
      async (road, chance) => {
        clock.at = firstDay
        await db.admin("delete from days_off")
        const { id } = await steps.openCase(at.lan, { title: "Vụ", summary: "", kind: null })
        let before = await sizes(id)
        for (const one of [...road.map((what) => ({ what, days: 0, pick: 0 })), ...chance]) {
          await doIt(id, one)
          await holds(id)
          const after = await sizes(id)
          expect(after.every((size, i) => size >= (before[i] ?? 0))).toBe(true)
          before = after
        }
        await isHidden(id)
      },
    ),
    // Each road is walked once, then chance chooses.
    { numRuns: 20, examples: roads.map((road): [readonly Act["what"][], Act[]] => [road, []]) },
  )
  // What the rules let through was not only the first step.
  const taken = await db.admin("select array_agg(distinct what) as what from case_events")
  for (const what of ["case.paid", "case.resumed", "case.returned", "case.extended", "prevention.requested"])
    expect(taken.rows[0]?.what).toContain(what)
}, 300_000)

test("two counts at once, and a step beside them, leave each clock counted by the last calendar", async () => {
  clock.at = firstDay
  const { id } = await steps.openCase(at.lan, { title: "Vụ", summary: "", kind: null })
  for (const what of ["verify", "find", "record"] as const) await doIt(id, { what, days: 0, pick: 0 })
  await newDayOff(2)
  await Promise.all([recountClocks(db), recountClocks(db), doIt(id, { what: "explain", days: 0, pick: 0 })])
  await recountClocks(db)
  await holds(id)
})
