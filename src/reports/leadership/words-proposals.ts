/** The sentences of a proposed directive: a letter is Vietnamese, whatever language its page is read in. */
import { formatNumber } from "../../kernel/format.ts"
import type { Sentences } from "./domain/proposals.ts"

const said = (value: number) => formatNumber(value, "vi")
/** Without the closing point, and small at its beginning, so that it goes on inside a sentence. */
const inside = (text: string) => {
  const plain = text.trim().replace(/[.;,/\s]+$/, "")
  return plain.charAt(0).toLocaleLowerCase("vi") + plain.slice(1)
}

export const sentences: Sentences = {
  everyBody: "Các sở, ban, ngành tỉnh; UBND các huyện, thị xã, thành phố",
  enterprises: "Các doanh nghiệp viễn thông trên địa bàn tỉnh",
  lead: "Sở Thông tin và Truyền thông",
  warn: (name) =>
    `Tăng cường tuyên truyền, cảnh báo đến cán bộ, người dân về thủ đoạn “${inside(name)}”; hướng dẫn cách nhận biết và báo tin kịp thời về cơ quan đầu mối.`,
  block: (name) =>
    `Rà soát, kịp thời ngăn chặn thuê bao, đầu số, đường dẫn liên quan đến thủ đoạn “${inside(name)}” theo yêu cầu của cơ quan có thẩm quyền; báo cáo kết quả thực hiện.`,
  finish: (text) => `Khẩn trương hoàn thành nhiệm vụ đã giao: ${inside(text)}.`,
  tell: "Báo cáo đầy đủ số liệu thuộc phạm vi quản lý về cơ quan đầu mối theo đúng kỳ báo cáo.",
  rose: ({ name, now, was }) =>
    `“${name}”: ${said(was)} tin trong cùng số ngày của kỳ trước, ${said(now)} tin kỳ này.`,
  late: ({ path, late, total }) => `Nhiệm vụ ${path}: ${said(late)} trong ${said(total)} cơ quan đang trễ.`,
  untold: (names) => `Chưa có số liệu: ${names}.`,
}

export const letterWords = {
  issuer: "Ủy ban nhân dân tỉnh Hưng Yên",
  place: "Hưng Yên",
  symbol: "UBND-KGVX",
  subject:
    "tiếp tục tăng cường công tác phối hợp phòng, chống tội phạm trong lĩnh vực viễn thông và công nghệ thông tin",
  cites: (from: string, to: string) =>
    `Báo cáo kết quả công tác phối hợp phòng, chống tội phạm trong lĩnh vực viễn thông và công nghệ thông tin từ ngày ${from} đến ngày ${to}`,
  opening: (cites: string) =>
    `Sau khi xem xét ${cites}, Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị, địa phương thực hiện tốt các nội dung sau:`,
  closing: "Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.",
  position: "Phó Chủ tịch",
  authority: "Chủ tịch",
  committee: "Ủy ban nhân dân",
  archive: "Lưu: VT, KGVX",
  asAbove: "Như trên",
} as const
