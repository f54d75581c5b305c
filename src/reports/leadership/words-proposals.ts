/** The sentences of a proposed directive: a letter is Vietnamese, whatever language its page is read in. */
import { formatDay, formatNumber } from "../../kernel/format.ts"
import { committeeOf, type Province } from "../../kernel/installation.ts"
import type { LetterWords } from "./domain/letter.ts"
import type { Sentences } from "./domain/proposals.ts"
import type { ReportMarks } from "./domain/recommended.ts"

const said = (value: number) => formatNumber(value, "vi")
/** Without the closing point. */
const plain = (text: string) => text.trim().replace(/[.;,/\s]+$/, "")
/** Without the closing point, and small at its beginning, so that it goes on inside a sentence. */
const inside = (text: string) => plain(text).charAt(0).toLocaleLowerCase("vi") + plain(text).slice(1)

/** "Khác" gathers what has no name of its own: it rises and falls, and nobody can be warned of it. */
export const namelessTrick = "khac"

/** Bodies as they are called on the day: districts are no more since 1 July 2025. */
const localBodies = (day: string) =>
  day < "2025-07-01" ? "UBND huyện, thị xã, thành phố" : "UBND xã, phường"

export const enterprises = "Các doanh nghiệp viễn thông, công nghệ thông tin, truyền thông trên địa bàn tỉnh"

export const sentencesOn = (day: string, lead: string): Sentences => ({
  everyBody: `Các sở, ban, ngành; ${localBodies(day)}`,
  enterprises,
  lead,
  warn: (name) =>
    `Tăng cường tuyên truyền, cảnh báo đến cán bộ, người dân về thủ đoạn “${inside(name)}”; hướng dẫn cách nhận biết và báo tin kịp thời về cơ quan đầu mối.`,
  block: (name) =>
    `Rà soát, kịp thời ngăn chặn thuê bao, đầu số, đường dẫn liên quan đến thủ đoạn “${inside(name)}” theo yêu cầu của cơ quan có thẩm quyền; báo cáo kết quả thực hiện.`,
  finish: (text) => `Khẩn trương hoàn thành nhiệm vụ đã giao: ${inside(text)}.`,
  consider: (by, text) =>
    `Nghiên cứu, tham mưu Ủy ban nhân dân tỉnh xem xét kiến nghị của ${by}: “${plain(text)}”; báo cáo kết quả thực hiện.`,
  tell: "Báo cáo đầy đủ số liệu thuộc phạm vi quản lý về cơ quan đầu mối theo đúng kỳ báo cáo.",
  rose: ({ name, now, was }) =>
    `“${name}”: ${said(was)} tin trong cùng số ngày của kỳ trước, ${said(now)} tin kỳ này.`,
  late: ({ path, late, total }) => `Nhiệm vụ ${path}: ${said(late)} trong ${said(total)} cơ quan đang trễ.`,
  recommended: ({ by, place, text }) => `${by} nêu tại ${place} của báo cáo: “${plain(text)}”.`,
  untold: (names) => `Chưa có số liệu: ${names}.`,
})

/** How an issued report is found its way in. */
export const reportMarks = (annexOfParts: string): ReportMarks => ({
  annexOfParts,
  section: (mark) => `mục ${mark}`,
  annex: (name) => `phụ lục “${name}”`,
})

export const letterWords = (province: Province, symbol: string): LetterWords => ({
  issuer: committeeOf(province),
  place: province.name,
  symbol,
  opening: (cites) =>
    `Sau khi xem xét ${cites}, Ủy ban nhân dân ${province.kind} yêu cầu các cơ quan, đơn vị, địa phương thực hiện tốt các nội dung sau:`,
  due: (text, dueOn) => `${plain(text)}, hoàn thành chậm nhất ngày ${formatDay(dueOn, "vi")}.`,
  committee: "Ủy ban nhân dân",
  chair: "Chủ tịch",
  asAbove: "Như trên",
  archive: "Lưu: VT, KGVX",
})

export const nextWords = {
  /** Where the chart names no department that leads the field. */
  lead: "Cơ quan chủ trì lĩnh vực",
  /** The committee of the province, as numbers name it (Nghị định 30/2020/NĐ-CP, Phụ lục III). */
  committeeShort: "UBND",
  subject:
    "tiếp tục tăng cường công tác phối hợp phòng, chống tội phạm trong lĩnh vực viễn thông và công nghệ thông tin",
  /** As a letter cites another document: kind, number, day, issuer, subject. */
  cites: (number: string, on: string, issuer: string, subject: string) =>
    `Báo cáo số ${number} ngày ${on} của ${issuer} về ${inside(subject)}`,
  /** Before the report has a number. */
  citesUnnumbered: (from: string, to: string) =>
    `Báo cáo kết quả công tác phối hợp phòng, chống tội phạm trong lĩnh vực viễn thông và công nghệ thông tin từ ngày ${from} đến ngày ${to}`,
} as const
