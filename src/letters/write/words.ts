/**
 * The words that the law itself prints on a document (Nghị định 30/2020/NĐ-CP, Phụ lục I and III). They are Vietnamese
 * whatever the reader's language: an English form of them would not be an official document.
 */
import type { DocumentKind } from "./model.ts"

export const printed = {
  nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  number: "Số:",
  about: "V/v",
  addressees: "Kính gửi:",
  recipients: "Nơi nhận:",
  end: "./.",
  annex: "Phụ lục",
  enclosed: (kind: string, number: string, date: string, issuer: string) =>
    `(Kèm theo ${kind} số ${number} ${date} của ${issuer})`,
  day: (day: string, month: string, year: string) => `ngày ${day} tháng ${month} năm ${year}`,
  meeting: {
    began: "Thời gian bắt đầu:",
    place: "Địa điểm:",
    present: "Thành phần tham dự:",
    chair: "Chủ trì (chủ tọa):",
    secretary: "Thư ký (người ghi biên bản):",
    content: "Nội dung:",
    ended: (moment: string) => `Cuộc họp kết thúc vào ${moment}`,
  },
  circulation: { "return-after-reading": "XEM XONG TRẢ LẠI", internal: "LƯU HÀNH NỘI BỘ" },
  urgency: { urgent: "KHẨN", "very-urgent": "THƯỢNG KHẨN", express: "HỎA TỐC" },
} as const

/** Name and abbreviation of each kind (Phụ lục III); a công văn has neither name on its face nor abbreviation. */
export const kindNames: Readonly<Record<DocumentKind, { name: string; short: string | null }>> = {
  letter: { name: "Công văn", short: null },
  report: { name: "Báo cáo", short: "BC" },
  referral: { name: "Phiếu chuyển", short: "PC" },
  minutes: { name: "Biên bản", short: "BB" },
  submission: { name: "Tờ trình", short: "TTr" },
  plan: { name: "Kế hoạch", short: "KH" },
  decision: { name: "Quyết định", short: "QĐ" },
  announcement: { name: "Thông báo", short: "TB" },
}

/** Words that an abbreviation of a body leaves out: "Sở Thông tin và Truyền thông" is STTTT. */
export const silentWords: ReadonlySet<string> = new Set(["và", "tỉnh", "thành", "phố", "các"])

/** "Phó Giám đốc" is the deputy of "Giám đốc". */
export const deputy = /^phó\s+(.+)$/iu

/** Names of the DOCX styles, as a clerk sees them in the style list. */
export const styleNames = {
  nation: "Quốc hiệu",
  motto: "Tiêu ngữ",
  parent: "Cơ quan chủ quản",
  issuer: "Cơ quan ban hành",
  number: "Số, ký hiệu",
  placeDate: "Địa danh, thời gian",
  about: "Trích yếu công văn",
  urgency: "Mức độ khẩn, phạm vi lưu hành",
  kind: "Tên loại văn bản",
  title: "Trích yếu nội dung",
  addressees: "Kính gửi",
  authority: "Thẩm quyền ban hành",
  ground: "Căn cứ",
  order: "Lệnh quyết định",
  body: "Nội dung",
  heading: "Đề mục",
  centre: "Nội dung giữa dòng",
  left: "Nội dung canh trái",
  caption: "Tên bảng, hình",
  note: "Ghi chú bảng",
  cellHead: "Đầu cột bảng",
  cell: "Ô bảng",
  signature: "Quyền hạn, chức vụ",
  signer: "Họ tên người ký",
  recipientsLead: "Nơi nhận (tiêu đề)",
  recipient: "Nơi nhận",
  drafter: "Ký hiệu người soạn thảo",
  contact: "Địa chỉ cơ quan",
  annex: "Phụ lục",
  annexTitle: "Tên phụ lục",
  enclosed: "Kèm theo",
  rule: "Đường kẻ",
  pageNumber: "Số trang",
} as const
