/**
 * Thirty cases in every state, told by rule: from tips, through sanction, prevention and the police, some of them back.
 * Every offender is invented; fines are within the ranges of the catalogue.
 */

import { makeDossier } from "../cases/actions/dossier.ts"
import {
  decideSanction,
  executeDecision,
  findAct,
  recordViolation,
  serveDecision,
} from "../cases/actions/sanction.ts"
import {
  answerPrevention,
  clearCase,
  closeCase,
  endPrevention,
  prosecuteCase,
  requestPrevention,
  returnCase,
  signTransfer,
  transferCase,
  verifyCase,
} from "../cases/actions/steps.ts"
import { openCaseFrom } from "../cases/actions/tips.ts"
import { asOfficer } from "../kernel/db/database.ts"
import type { Desk } from "../kernel/http/env.ts"
import { checkRedaction } from "../signals/actions/correcting.ts"
import { readSignalRow, seatOf } from "../signals/index.ts"
import { together } from "./together.ts"

export const casesOfDemo = 30
const atOnce = 4
export type Seats = {
  officer(day: string): Desk
  leader(day: string): Desk
  police(day: string): Desk
  enterprise(day: string): Desk
}

const titles = [
  "Bán SIM đã kích hoạt sẵn tại chợ",
  "Trang giả cổng dịch vụ công",
  "Đăng tin sai sự thật về sạt lở đê",
  "Cắt trộm cáp đồng dọc tuyến đường xã",
  "Nhóm tuyển cộng tác viên nhiệm vụ trả tiền",
  "Số điện thoại giả danh công an",
]
const ends = [
  "opened",
  "verifying",
  "recorded",
  "decided",
  "executed",
  "closed",
  "preventing",
  "prevented",
  "cleared",
  "transferred",
  "signed",
  "prosecuted",
  "returned",
] as const
type End = (typeof ends)[number]

/** `tips`: of the lead department, open, the oldest first; each opens one case. */
export async function openCases(tips: readonly string[], seats: Seats): Promise<void> {
  await together(tips.slice(0, casesOfDemo), atOnce, async (tip, at) => {
    const end = ends[at % ends.length] ?? "opened"
    const begin = dayAfter("2023-06-20", Math.floor(at * 2.2))
    const opening = { title: `${titles[at % titles.length]} (${at + 1})`, summary: "", kind: null }
    const made = must(await openCaseFrom(seats.officer(begin), opening, tip))
    if (end !== "opened") await goOn({ id: made.id, tip }, end, at, begin, seats)
  })
}

async function goOn(
  { id, tip }: { id: string; tip: string },
  end: End,
  at: number,
  begin: string,
  seats: Seats,
): Promise<void> {
  const on = (days: number) => dayAfter(begin, days)
  must(await verifyCase(seats.officer(on(1)), id, { note: "Phân công xác minh nguồn tin." }))
  if (end === "verifying") return
  if (end === "preventing" || end === "prevented") return prevent(id, end, at, on, seats)
  if (end === "cleared") {
    must(await clearCase(seats.leader(on(6)), id, { reason: "Thuê bao chính chủ, không có vi phạm." }))
    if (at % 2 === 0) must(await closeCase(seats.leader(on(7)), id, { reason: "Không có vi phạm." }))
    return
  }
  if (end === "transferred" || end === "signed" || end === "prosecuted" || end === "returned")
    return handOver({ id, tip }, end, on, seats)
  return sanction(id, end, at, on, seats)
}

type On = (days: number) => string

async function prevent(id: string, end: End, at: number, on: On, seats: Seats): Promise<void> {
  must(
    await requestPrevention(seats.officer(on(2)), id, {
      enterpriseId: seats.enterprise(on(2)).who.bodyId,
      asks: at % 2 === 0 ? "block" : "suspend",
      targets: [`0912 000 ${100 + at}`, `0912 000 ${200 + at}`],
      basis: "Nghị định 91/2020/NĐ-CP",
      dueOn: on(5),
    }),
  )
  if (end === "preventing") return
  const desk = seats.enterprise(on(3))
  const request = await requestOf(seats.officer(on(3)), id)
  must(await answerPrevention(desk, request, { answer: "done", text: "Đã chặn một chiều hai thuê bao." }))
  must(await endPrevention(seats.officer(on(4)), id, { note: "Doanh nghiệp đã chặn." }))
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

async function sanction(id: string, end: End, at: number, on: On, seats: Seats): Promise<void> {
  must(
    await findAct(seats.officer(on(3)), id, {
      violationId: "V-TIN-01",
      committedOn: on(-5),
      foundOn: on(2),
      description: "Đăng thông tin sai sự thật trên mạng xã hội",
      offenderName: `Hộ kinh doanh Mẫu ${at + 1}`,
      offenderKind: "individual",
      offenderCode: null,
    }),
  )
  const number = `${at + 1}/BB-VPHC`
  must(await recordViolation(seats.officer(on(4)), id, { recordedAt: `${on(4)}T09:00`, number, note: "" }))
  if (end === "recorded") return
  const actId = await actOf(seats.officer(on(5)), id)
  must(
    await decideSanction(seats.leader(on(6)), id, {
      number: `${at + 1}/QĐ-XPHC`,
      office: "inspectorate",
      competenceChecked: true,
      amounts: { [actId]: 7_500_000 },
      remedy: "",
    }),
  )
  if (end === "decided") return
  must(await serveDecision(seats.officer(on(7)), id, { servedOn: on(7) }))
  must(
    await executeDecision(seats.officer(on(10)), id, {
      paidOn: on(10),
      paid: 7_500_000,
      note: "Nộp tại kho bạc",
    }),
  )
  if (end === "closed") must(await closeCase(seats.leader(on(11)), id, { reason: "Đã thi hành xong." }))
}

async function actOf(desk: Desk, caseId: string): Promise<string> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await tx
      .selectFrom("caseActs")
      .select("id")
      .where("caseId", "=", caseId)
      .executeTakeFirstOrThrow()
    return row.id
  })
}

async function handOver(
  { id, tip }: { id: string; tip: string },
  end: End,
  on: On,
  seats: Seats,
): Promise<void> {
  await compareMasking(seats.officer(on(4)), tip)
  const toBodyId = seats.police(on(5)).who.bodyId
  must(
    await transferCase(seats.leader(on(5)), id, {
      toBodyId,
      reason: "Có dấu hiệu của Điều 290 Bộ luật Hình sự.",
    }),
  )
  if (end === "transferred" || end === "signed") must(await makeDossier(seats.leader(on(5)), id))
  if (end === "transferred") return
  must(await signTransfer(seats.police(on(6)), id))
  if (end === "prosecuted") must(await prosecuteCase(seats.police(on(16)), id, { note: "Khởi tố vụ án." }))
  if (end === "returned")
    must(
      await returnCase(seats.police(on(14)), id, {
        reason: "Chưa đủ yếu tố cấu thành; đề nghị xử phạt hành chính.",
      }),
    )
}

/** The reader's own masking is right for these invented texts: the officer confirms it as it stands. */
async function compareMasking(desk: Desk, tip: string): Promise<void> {
  const text = await asOfficer(desk.house.db, desk.who, (tx) => readSignalRow(tx, tip))
  must(await checkRedaction(seatOf(desk), tip, text?.redactedText ?? ""))
}

/** The demo is told by rule: a step that is refused is a mistake in the telling. */
function must<Done extends object>(done: Done): Exclude<Done, { refused: unknown }> {
  if ("refused" in done) throw new Error(`a step of the demo was refused: ${String(done.refused)}`)
  return done as Exclude<Done, { refused: unknown }>
}

function dayAfter(day: string, days: number): string {
  const last = "2023-09-15"
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  return moved < last ? moved : last
}
