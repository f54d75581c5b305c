/** Tells the cases of the plan step by step, each step by whoever takes it and on a day on which offices work. */

import { colleaguesOf } from "../accounts/index.ts"
import { answerPrevention } from "../cases/actions/answering.ts"
import { makeDossier } from "../cases/actions/dossier.ts"
import { takeExhibit } from "../cases/actions/exhibits.ts"
import { endPrevention, requestPrevention } from "../cases/actions/prevention.ts"
import { clearCase, closeCase, suspendResolution, verifyCase } from "../cases/actions/steps.ts"
import { openCaseFrom } from "../cases/actions/tips.ts"
import { prosecuteCase, returnCase, signTransfer, transferCase } from "../cases/actions/transfer.ts"
import { asOfficer } from "../kernel/db/database.ts"
import { putFile } from "../kernel/files.ts"
import type { Desk } from "../kernel/http/env.ts"
import { checkRedaction } from "../signals/actions/correcting.ts"
import { readSignalRow, seatOf } from "../signals/index.ts"
import { type CaseStory, cameTo, caseStories, type Ending, lastStepDaysAgo, lastStepOn } from "./case-plan.ts"
import { untilToday } from "./days.ts"
import { fulfil } from "./duties.ts"
import { must } from "./must.ts"
import { samplePicture } from "./picture.ts"
import { sanction } from "./sanctions.ts"
import type { Stage } from "./stage.ts"
import type { TipForCase } from "./tips.ts"
import { together } from "./together.ts"

const atOnce = 4
export type Seats = {
  officer(day: string): Desk
  leader(day: string): Desk
  police(day: string): Desk
  enterprise(day: string): Desk
}

/** One case while it is told: its days count from the day on which it was opened. */
export type Told = {
  id: string
  tip: TipForCase
  at: number
  story: CaseStory
  ending: Ending
  on: (days: number) => string
  seats: Seats
  stage: Stage
}

/** Of each story the oldest tip and the newest open a case. `tips`: of the lead department, open, the oldest first. */
export async function openCases(stage: Stage, tips: readonly TipForCase[], seats: Seats): Promise<void> {
  const byStory = Map.groupBy(tips, (tip) => tip.story)
  const chosen = [...byStory].flatMap(([name, own]) => {
    const { endings } = caseStories[name]
    return [own[0], own.length > 1 ? own.at(-1) : undefined].flatMap((tip, i) => {
      const ending = endings[i]
      return tip === undefined || ending === undefined ? [] : [{ tip, ending }]
    })
  })
  const one = async ({ tip, ending: planned }: (typeof chosen)[number], at: number) => {
    const story = caseStories[tip.story]
    const open = sanctioned.has(planned) && stage.act(tip.story) === null ? "verifying" : planned
    const ending = stage.isPast ? (cameTo[open] ?? open) : open
    const begin = beginOf(tip, ending, stage)
    const on = (days: number) => stage.days.workingAfter(begin, days)
    const title = tip.place === "" ? story.title : `${story.title}, ${tip.place}`
    const opening = { title, summary: "", kind: null }
    const made = must(await openCaseFrom(seats.officer(begin), opening, tip.id))
    if (ending !== "opened") await goOn({ id: made.id, tip, at, story, ending, on, seats, stage })
  }
  await together(chosen, atOnce, (case_, at) => untilToday(() => one(case_, at)))
}

const sanctioned: ReadonlySet<Ending> = new Set(["recorded", "rangeWaits", "decided", "executed", "paidUp"])

/** The day after the tip; an open case whose steps are few began later, so that it is still in time today. */
function beginOf(tip: TipForCase, ending: Ending, { days }: Stage): string {
  const first = days.workingAfter(tip.day, 1)
  const ago = lastStepDaysAgo[ending]
  if (ago === undefined) return first
  const late = days.workingAfter(days.until, -ago - (lastStepOn[ending] ?? 0))
  return [first, late].sort().at(-1) ?? first
}

async function goOn(told: Told): Promise<void> {
  const { id, ending, on, seats } = told
  must(await verifyCase(seats.officer(on(1)), id, { note: "Phân công xác minh nguồn tin." }))
  switch (ending) {
    case "opened":
    case "verifying":
      return
    case "preventing":
    case "refused":
    case "prevented":
      return prevent(told)
    case "cleared":
    case "noViolation":
      return clear(told)
    case "transferred":
    case "signed":
    case "suspended":
    case "prosecuted":
    case "tried":
    case "returned":
    case "returnedThenClosed":
      return handOver(told)
    case "recorded":
    case "rangeWaits":
    case "decided":
    case "executed":
    case "paidUp":
      return sanction(told)
    default:
      throw new Error(`the demo does not know how a case ends as ${String(ending satisfies never)}`)
  }
}

async function clear({ id, ending, on, seats }: Told): Promise<void> {
  must(await clearCase(seats.leader(on(6)), id, { reason: "Đã xác minh, chưa thấy hành vi vi phạm." }))
  if (ending === "cleared") return
  must(await closeCase(seats.leader(on(7)), id, { reason: "Không có vi phạm." }))
}

async function prevent({ id, at, ending, on, story, seats, stage }: Told): Promise<void> {
  must(
    await requestPrevention(seats.officer(on(2)), id, {
      enterpriseId: seats.enterprise(on(2)).who.bodyId,
      asks: story.asks ?? "block",
      targets: [`0912 000 ${100 + at}`, `0912 000 ${200 + at}`],
      basis: stage.preventionBasis,
      dueOn: on(5),
    }),
  )
  if (ending === "preventing") return
  const request = await requestOf(seats.officer(on(3)), id)
  const done = (n: number) => ({
    target: `0912 000 ${n + at}`,
    answer: "done" as const,
    doneAt: new Date(`${on(3)}T01:30:00Z`).toISOString(),
  })
  const elsewhere = (n: number) => ({
    target: `0912 000 ${n + at}`,
    answer: "not-ours" as const,
    doneAt: null,
  })
  const answer =
    ending === "refused"
      ? { targets: [elsewhere(100), elsewhere(200)], text: "Hai số thuộc mạng khác." }
      : at % 2 === 0
        ? { targets: [done(100), done(200)], text: "Đã chặn hai chiều cả hai thuê bao." }
        : { targets: [done(100), elsewhere(200)], text: "Số thứ hai đã chuyển mạng." }
  const answering = seats.enterprise(on(3))
  const files = ending === "refused" ? [] : [await keptPicture(answering, `Lệnh chặn ${at + 1}`)]
  must(await answerPrevention(answering, request, { ...answer, files }))
  if (ending === "refused") return
  must(await endPrevention(seats.officer(on(4)), id, { note: "Doanh nghiệp đã trả lời." }))
  must(
    await clearCase(seats.leader(on(6)), id, { reason: "Chủ thuê bao không xác định được; số đã bị chặn." }),
  )
  must(await closeCase(seats.leader(on(7)), id, { reason: "Đã ngăn chặn." }))
}

async function requestOf(desk: Desk, caseId: string): Promise<string> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await tx
      .selectFrom("preventionRequests")
      .select("id")
      .where("caseId", "=", caseId)
      .executeTakeFirstOrThrow()
    return row.id
  })
}

async function handOver(told: Told): Promise<void> {
  const { id, tip, ending, on, story, seats } = told
  await compareMasking(seats.officer(on(4)), tip.id)
  const file = await keptPicture(seats.officer(on(4)), `Vụ việc ${told.at + 1}`)
  const exhibit = {
    title: "Ảnh chụp màn hình",
    file,
    place: "",
    fromWhom: "Người báo tin",
    reason: "Tin báo",
  }
  must(await takeExhibit(seats.officer(on(4)), id, exhibit))
  const reason = `Có dấu hiệu của ${story.crime ?? "tội phạm"}.`
  const toBodyId = seats.police(on(5)).who.bodyId
  const leader = seats.leader(on(5))
  // Decided by whoever may sanction; entered by the leader.
  const signer = (await colleaguesOf(leader)).find(({ name }) => name === told.stage.signs.name)
  must(await transferCase(leader, id, { toBodyId, reason, signerId: signer?.officerId ?? null }))
  must(await makeDossier(leader, id))
  if (ending === "transferred") return
  must(await signTransfer(seats.police(on(6)), id))
  await fulfil(seats.police(on(7)), id, "tell-procuracy", "Đã thông báo Viện kiểm sát nhân dân tỉnh.")
  await resolve(told)
}

/** As an upload leaves it: sealed, and known by its hash. */
async function keptPicture({ house }: Desk, words: string) {
  const bytes = await samplePicture(words)
  return { ...(await putFile(house, bytes)), bytes: bytes.length, mediaType: "image/png" }
}

async function resolve(told: Told): Promise<void> {
  const { id, ending, on, seats } = told
  if (ending === "suspended")
    must(await suspendResolution(seats.police(on(9)), id, { reason: "Chờ kết quả giám định." }))
  if (ending === "prosecuted" || ending === "tried")
    must(
      await prosecuteCase(seats.police(on(16)), id, {
        note: "Khởi tố vụ án.",
        number: `${told.at + 1}/QĐ-KTVA`,
        decidedOn: on(16),
      }),
    )
  if (ending === "tried")
    must(await closeCase(seats.leader(on(18)), id, { reason: "Cơ quan điều tra đã khởi tố." }))
  if (ending !== "returned" && ending !== "returnedThenClosed") return
  const reason = "Chưa đủ yếu tố cấu thành; trả hồ sơ để xem xét xử phạt hành chính."
  must(
    await returnCase(seats.police(on(14)), id, {
      reason,
      number: `${told.at + 1}/QĐ-KKT`,
      decidedOn: on(13),
    }),
  )
  if (ending === "returned") return
  must(await clearCase(seats.leader(on(20)), id, { reason: "Không xác định được người thực hiện." }))
  must(await closeCase(seats.leader(on(21)), id, { reason: "Không có vi phạm." }))
}

/** The reader's own masking is right for these invented texts: the officer confirms it as it stands. */
async function compareMasking(desk: Desk, tip: string): Promise<void> {
  const text = await asOfficer(desk.house.db, desk.who, (tx) => readSignalRow(tx, tip))
  must(await checkRedaction(seatOf(desk), tip, text?.redactedText ?? ""))
}
