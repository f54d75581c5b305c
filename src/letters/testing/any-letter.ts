/** Letters and other documents by chance, of a made-up province: for properties that must hold for every letter. */
import fc from "fast-check"
import type { OfficialDocumentInput } from "../write/model.ts"

export const issuers = [
  { parent: null, name: "Ủy ban nhân dân tỉnh Hưng Yên", short: "UBND" },
  { parent: "Ủy ban nhân dân tỉnh Hưng Yên", name: "Sở Thông tin và Truyền thông", short: "STTTT" },
  { parent: "Bộ Công an", name: "Công an tỉnh Hưng Yên", short: "CAT" },
  { parent: "Ủy ban nhân dân thành phố Hải Phòng", name: "Sở Khoa học và Công nghệ", short: "SKHCN" },
  { parent: "Ủy ban nhân dân tỉnh Thái Bình", name: "Ủy ban nhân dân huyện Kiến Xương", short: "UBND" },
] as const
export const offices = [
  "Công an tỉnh",
  "Sở Tài chính",
  "Sở Giáo dục và Đào tạo",
  "Sở Văn hóa, Thể thao và Du lịch",
  "Các sở, ban, ngành",
  "UBND huyện, thị xã, thành phố",
  "Các doanh nghiệp viễn thông",
  "Ngân hàng Nhà nước chi nhánh tỉnh",
]
const verbs = ["Tăng cường", "Chủ động", "Rà soát", "Tổ chức", "Kiểm tra", "Hướng dẫn", "Xây dựng kế hoạch"]
export const things = [
  "tuyên truyền về thủ đoạn lừa đảo qua mạng",
  "kiểm tra các điểm cung cấp dịch vụ viễn thông",
  "ngăn chặn số điện thoại có dấu hiệu vi phạm",
  "bảo vệ nhà trạm, cột, cáp và nguồn điện dự phòng",
  "tiếp nhận, xử lý tin báo của người dân trên địa bàn",
]
const ends = [
  "",
  ", báo cáo trước ngày 15 tháng 12 năm 2023",
  " theo Kế hoạch số 12/KH-UBND ngày 10/01/2023",
  ", bảo đảm đúng quy định của pháp luật",
]
export const names = ["Trần Văn Mẫu", "Nguyễn Thị Ví Dụ", "Lê Thị Minh Thử", "Đỗ Giả Định"]

export const anyTask = fc
  .tuple(fc.constantFrom(...verbs), fc.constantFrom(...things), fc.constantFrom(...ends))
  .map(([verb, thing, end]) => `${verb} ${thing}${end}.`)

export const anyClause = fc.record({
  to: fc.constantFrom(...offices),
  tasks: fc.uniqueArray(anyTask, { minLength: 1, maxLength: 4 }),
})

const seats: Omit<OfficialDocumentInput["signatures"][number], "name">[] = [
  { position: "Giám đốc" },
  { inStead: [{ form: "KT", of: "Giám đốc" }], position: "Phó Giám đốc" },
  { inStead: [{ form: "TL", of: "Chủ tịch" }], position: "Chánh Văn phòng" },
  { inStead: [{ form: "TUQ", of: "Giám đốc" }], position: "Trưởng phòng Bưu chính, Viễn thông" },
  { inStead: [{ form: "TM", of: "Ủy ban nhân dân" }], position: "Chủ tịch" },
  { acting: true, position: "Giám đốc" },
  {
    inStead: [
      { form: "TM", of: "Ủy ban nhân dân" },
      { form: "KT", of: "Chủ tịch" },
    ],
    position: "Phó Chủ tịch",
  },
]
export const anySignature = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...seats))
  .map(([name, seat]) => ({ ...seat, name }))

export const anyLetter: fc.Arbitrary<OfficialDocumentInput> = fc
  .record({
    issuer: fc.constantFrom(...issuers),
    number: fc.option(fc.integer({ min: 1, max: 9999 }).map(String)),
    date: fc.constantFrom("2023-07", "2023-09-05", "2024-01-31", "2024-02-09", "2025-12-20"),
    urgency: fc.constantFrom(null, "urgent", "very-urgent", "express"),
    circulation: fc.constantFrom(null, null, "internal", "return-after-reading"),
    subject: fc.constantFrom(...things).map((thing) => `tăng cường ${thing}`),
    addressees: fc.uniqueArray(fc.constantFrom(...offices), { minLength: 1, maxLength: 5 }),
    contact: fc.constantFrom<string[]>(
      [],
      ["Địa chỉ: số 10 đường Ví Dụ, phường Thử; điện thoại: 0221.3000.000; thư điện tử: vanthu@so.example"],
    ),
    drafter: fc.constantFrom(null, "NVA.(30)"),
    clauses: fc.uniqueArray(anyClause, { minLength: 1, maxLength: 5, selector: ({ to }) => to }),
    signature: anySignature,
    copies: fc.uniqueArray(fc.constantFrom(...offices), { maxLength: 4 }),
  })
  .map(({ issuer, clauses, signature, copies, ...given }) => ({
    ...given,
    kind: "letter" as const,
    issuer: { parent: issuer.parent, name: issuer.name },
    symbol: `${issuer.short}-VP`,
    place: "Hưng Yên",
    blocks: [
      { is: "paragraph" as const, text: "Thực hiện nhiệm vụ được giao, cơ quan ban hành yêu cầu như sau:" },
      ...clauses.map(({ to, tasks }, i) => ({
        is: "section" as const,
        mark: String(i + 1),
        title: to,
        blocks: [{ is: "list" as const, items: tasks }],
      })),
    ],
    signatures: [signature],
    recipients: ["Như trên", ...copies, "Lưu: VT, VP"],
  }))
