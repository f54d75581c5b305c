/**
 * Two months of work on the letter, told by rule: every body in its own rhythm, every state met, a few late. The same
 * each time, so that pictures and tests can rely on it.
 */

import type { Seat } from "../directives/actions/seat.ts"
import { commentOn } from "../directives/actions/sharing.ts"
import {
  acceptAssignment,
  askForExtension,
  finishAssignment,
  grantExtension,
  planAssignment,
  receiveAssignment,
  refuseExtension,
  reportProgress,
  returnAssignment,
  withdrawAssignment,
} from "../directives/actions/steps.ts"
import { addDays } from "../kernel/time.ts"

/**
 * `began`: the day after the letter was issued. `figuresOf`: the month for which bodies report figures, `YYYY-MM`.
 * `isPast`: a later letter is at work on the program's day; of this one the end of each task is told, not each step.
 */
export type Letter = { began: string; figuresOf: string; isPast: boolean }
export type Work = { id: string; bodySlug: string; clause: number; task: number; dueOn: string | null }

/** Opens the seat of a body's officer, or of the issuer, on a day at an hour. */
export type SeatOn = (who: string, day: string) => Seat
export const issuer = "van-phong-ubnd-tinh"
export const issuerLeader = `${issuer}:leader`

const reports: readonly string[] = [
  "Đã quán triệt văn bản tới cán bộ, công chức; giao Văn phòng làm đầu mối.",
  "Đã đăng bài cảnh báo thủ đoạn lừa đảo trên trang thông tin điện tử và bảng tin cơ quan.",
  "Phối hợp rà soát tuyến cáp, tủ cáp trên địa bàn; chưa phát hiện dấu hiệu xâm hại.",
  "Đã tổ chức buổi phổ biến Bộ quy tắc ứng xử trên mạng xã hội cho cán bộ.",
  "Đang tổng hợp dấu hiệu vi phạm từ các đơn vị trực thuộc để gửi cơ quan đầu mối.",
]
const plans: readonly string[] = [
  "Ban hành kế hoạch riêng, phân công từng phòng, báo cáo hằng tháng.",
  "Lồng ghép vào sinh hoạt định kỳ; hoàn thành trước hạn ba ngày.",
]

/** Carries one assignment as far as its body's rhythm brings it within two months. */
export async function workOn(letter: Letter, work: Work, at: number, seatOn: SeatOn): Promise<void> {
  const rhythm = (at * 7 + work.task * 3 + work.clause) % 20
  const day = (n: number) => addDays(letter.began, n + (at % 5))
  const own = (n: number) => seatOn(work.bodySlug, day(n))
  // A body that has not yet opened the letter.
  if (rhythm === 0) return
  await receiveAssignment(own(0), work.id)
  if (rhythm <= 2) return
  if (letter.isPast && rhythm > 4) return conclude(letter, work, at, seatOn)
  await planAssignment(own(4), work.id, { text: pick(plans, at), until: work.dueOn })
  if (rhythm === 3) return
  if (rhythm === 4)
    return void (await withdrawAssignment(seatOn(issuer, day(9)), work.id, {
      reason: "Đã giao tại văn bản khác của UBND tỉnh.",
    }))
  if (work.dueOn !== null && (rhythm === 5 || rhythm === 6 || rhythm === 7))
    await extend(work, rhythm, seatOn, day)
  await reportProgress(own(16), work.id, {
    text: pick(reports, at + work.task),
    percent: 20 + (rhythm % 5) * 10,
    figures: figuresOf(letter, work, at),
    files: [],
  })
  if (rhythm % 4 === 1)
    await commentOn(seatOn(issuer, day(20)), work.id, "Đề nghị nêu rõ số buổi, số người tham gia.")
  if (rhythm <= 9) return
  await finishAssignment(own(40), work.id, { text: pick(reports, at + 2), figures: [], files: [] })
  if (rhythm <= 11) return
  if (rhythm === 12)
    return void (await returnAssignment(seatOn(issuerLeader, day(44)), work.id, {
      reason: "Chưa kèm số liệu theo đề cương; bổ sung rồi báo lại.",
    }))
  await acceptAssignment(seatOn(issuer, day(46)), work.id, { note: null })
}

/** The body says that it is done, with its figures, and the issuer accepts it. */
async function conclude(letter: Letter, work: Work, at: number, seatOn: SeatOn): Promise<void> {
  const day = (n: number) => addDays(letter.began, n + (at % 5))
  const figures = figuresOf(letter, work, at)
  await finishAssignment(seatOn(work.bodySlug, day(40)), work.id, {
    text: pick(reports, at + 2),
    figures,
    files: [],
  })
  await acceptAssignment(seatOn(issuer, day(46)), work.id, { note: null })
}

async function extend(work: Work, rhythm: number, seatOn: SeatOn, day: (n: number) => string): Promise<void> {
  const wantedOn = addDays(work.dueOn ?? "", 14)
  await askForExtension(seatOn(work.bodySlug, day(30)), work.id, {
    wantedOn,
    reason: "Chờ kinh phí tuyên truyền quý IV.",
  })
  if (rhythm === 5)
    await grantExtension(seatOn(issuerLeader, day(33)), work.id, { dueOn: wantedOn, answer: "Đồng ý." })
  if (rhythm === 6)
    await refuseExtension(seatOn(issuerLeader, day(33)), work.id, {
      answer: "Giữ thời hạn để kịp báo cáo chung.",
    })
}

/** Figures of `data/report-outline.json` that bodies report for the month: patrols; sessions held and people reached. */
function figuresOf(letter: Letter, work: Work, at: number) {
  const one = (figure: string, value: number) => ({ figure, period: letter.figuresOf, value, note: null })
  if (work.clause !== 1) return []
  if (work.task === 2) return [one("III.2.4", 2 + (at % 9))]
  if (work.task === 4) return [one("III.4.1", 1 + (at % 6)), one("III.4.2", 40 * (1 + (at % 6)))]
  return []
}

const pick = (from: readonly string[], at: number) => from[at % from.length] ?? ""
