/** Documents of the other kinds by chance, each with the body that such a document has in an office. */
import fc from "fast-check"
import type { BlockInput, OfficialDocumentInput } from "../write/model.ts"
import { anyClause, anyLetter, anySignature, anyTask, names, offices, things } from "./any-letter.ts"

const paragraph = (text: string): BlockInput => ({ is: "paragraph", text })
const list = (items: string[]): BlockInput => ({ is: "list", items })
const section = (mark: string, title: string, blocks: BlockInput[]): BlockInput => ({
  is: "section",
  mark,
  title,
  blocks,
})
const article = (n: number, blocks: BlockInput[]): BlockInput => ({
  is: "section",
  mark: `Điều ${n}`,
  blocks,
})

/** What a written document asks, as the reader should find it: path, names, tasks. */
export type Asked = { path: string; to: string[] | null; tasks: string[] }
export type Written = { input: OfficialDocumentInput; asked: Asked[] | null }

const clauses = fc.uniqueArray(anyClause, { minLength: 1, maxLength: 4, selector: ({ to }) => to })
const aims = fc.uniqueArray(
  fc.constantFrom(
    "Nâng cao nhận thức của cán bộ và người dân về thủ đoạn lừa đảo.",
    "Bảo đảm sự phối hợp chặt chẽ giữa các cơ quan, doanh nghiệp.",
    "Việc triển khai phải thiết thực, hiệu quả, tiết kiệm.",
  ),
  { minLength: 1, maxLength: 3 },
)
const findings = fc.uniqueArray(
  fc.constantFrom(
    "Trong kỳ đã tiếp nhận 1.284 tin báo, đã xử lý 1.200 tin.",
    "Các đơn vị đã kiểm tra 18 điểm cung cấp dịch vụ, phát hiện 03 điểm vi phạm.",
    "Số thuê bao có thông tin không chính xác giảm 12,5% so với cùng kỳ năm 2022.",
    "Doanh nghiệp viễn thông đã tạm dừng 45 số điện thoại có dấu hiệu phát tán tin nhắn rác.",
  ),
  { minLength: 1, maxLength: 4 },
)
/** How a body begins, also where no usual word opens it. */
const beginnings = fc.constantFrom(
  "Tình hình tội phạm sử dụng công nghệ cao trên địa bàn tỉnh diễn biến phức tạp, cơ quan ban hành nêu các nội dung sau:",
  "Thực hiện nhiệm vụ được giao, cơ quan ban hành nêu các nội dung sau:",
  "Mạng lưới viễn thông của tỉnh đã phủ tới mọi thôn, khu phố. Cơ quan ban hành nêu các nội dung sau:",
)
const grounds = fc.constantFrom<string[]>(
  [],
  ["Căn cứ Luật Viễn thông ngày 24 tháng 11 năm 2023"],
  [
    "Căn cứ Luật An ninh mạng ngày 12 tháng 6 năm 2018",
    "Theo đề nghị của Giám đốc Công an tỉnh tại Tờ trình số 45/TTr-CAT ngày 01 tháng 9 năm 2023",
  ],
)

const given = fc.record({
  base: anyLetter,
  clauses,
  aims,
  findings,
  beginnings,
  grounds,
  task: anyTask,
  thing: fc.constantFrom(...things),
})
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never

const headed = (
  all: Given["clauses"],
  mark: (n: number) => string,
  title: (to: string) => string = (to) => to,
) => all.map(({ to, tasks }, i) => section(mark(i + 1), title(to), [list(tasks)]))
const askedUnder = (all: Given["clauses"], path: (n: number) => string): Asked[] =>
  all.map(({ to, tasks }, i) => ({ path: path(i + 1), to: [to], tasks }))

const makers: Record<string, (one: Given) => Written> = {
  report: ({ base, clauses: all, findings: found, beginnings: begins, thing }) => ({
    input: {
      ...base,
      kind: "report",
      subject: `Kết quả ${thing} 6 tháng đầu năm 2023`,
      blocks: [
        paragraph(begins),
        section("I", "KẾT QUẢ THỰC HIỆN", [section("1", "Công tác phòng ngừa", [list(found)])]),
        section(
          "II",
          "ĐỀ XUẤT, KIẾN NGHỊ",
          headed(all, String, (to) => `Đối với ${to}`),
        ),
      ],
    },
    asked: askedUnder(all, (n) => `II.${n}`),
  }),
  submission: ({ base, beginnings: begins, findings: found, thing }) => ({
    input: {
      ...base,
      kind: "submission",
      subject: `Về việc ban hành Kế hoạch ${thing}`,
      addressees: ["Ủy ban nhân dân tỉnh Hưng Yên"],
      blocks: [
        paragraph(begins),
        section("I", "SỰ CẦN THIẾT", [list(found)]),
        section("II", "NỘI DUNG CƠ BẢN", [paragraph("Kế hoạch gồm 03 phần và 02 phụ lục kèm theo.")]),
        paragraph("Kính trình Ủy ban nhân dân tỉnh Hưng Yên xem xét, quyết định."),
      ],
    },
    asked: null,
  }),
  referral: ({ base, thing }) => ({
    input: {
      ...base,
      kind: "referral",
      subject: `Chuyển tin báo liên quan đến việc ${thing}`,
      addressees: ["Công an tỉnh Hưng Yên"],
      blocks: [
        paragraph("Ngày 14 tháng 9 năm 2023, cơ quan ban hành tiếp nhận tin báo mã số TB-2023-000123."),
        paragraph("Nội dung tin báo không thuộc thẩm quyền giải quyết của cơ quan ban hành."),
      ],
    },
    asked: [],
  }),
  plan: ({ base, clauses: all, aims: meant, grounds: why, beginnings: begins, thing }) => ({
    input: {
      ...base,
      kind: "plan",
      subject: `Triển khai ${thing} năm 2023`,
      addressees: [],
      grounds: why,
      blocks: [
        paragraph(begins),
        section("I", "MỤC ĐÍCH, YÊU CẦU", [section("1", "Mục đích", [list(meant)])]),
        section("II", "TỔ CHỨC THỰC HIỆN", headed(all, String)),
      ],
    },
    asked: askedUnder(all, (n) => `II.${n}`),
  }),
  announcement: ({ base, clauses: all, beginnings: begins, thing }) => ({
    input: {
      ...base,
      kind: "announcement",
      subject: `Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp về ${thing}`,
      addressees: [],
      blocks: [paragraph(begins), ...headed(all, String)],
    },
    asked: askedUnder(all, String),
  }),
  decision: ({ base, clauses: all, grounds: why, thing }) => ({
    input: {
      ...base,
      kind: "decision",
      subject: `Về việc giao nhiệm vụ ${thing}`,
      addressees: [],
      authority: `Chủ tịch ${base.issuer.name}`,
      grounds: why,
      blocks: [
        article(1, [paragraph("Ban hành kèm theo Quyết định này Danh mục nhiệm vụ năm 2023.")]),
        ...all.map(({ to, tasks }, i) => article(i + 2, [paragraph(`${to} có trách nhiệm:`), list(tasks)])),
        article(all.length + 2, [paragraph("Quyết định này có hiệu lực kể từ ngày ký.")]),
      ],
    },
    asked: askedUnder(all, (n) => `Điều ${n + 1}`),
  }),
}

export const titledKinds = Object.keys(makers)
export const anyTitled = (kind: string): fc.Arbitrary<Written> =>
  given.map((one) => {
    const make = makers[kind]
    if (make === undefined) throw new Error(`no document of kind ${kind}`)
    return make(one)
  })

const seats = ["Thư ký", "Chủ tọa", "Đại diện điểm cung cấp dịch vụ viễn thông", "Đại diện Công an tỉnh"]
const attending = names.map((name, i) => `Ông (bà) ${name}, ${seats[i] ?? "thành viên"}`)

export const anyMinutes: fc.Arbitrary<OfficialDocumentInput> = fc
  .record({
    base: anyLetter,
    date: fc.constantFrom("2023-09-05", "2024-01-31", "2024-02-09", "2025-12-20"),
    signers: fc.integer({ min: 2, max: 4 }),
    head: anySignature,
    office: fc.constantFrom(...offices),
    found: findings,
    thing: fc.constantFrom(...things),
  })
  .map(({ base, date, signers, found, office, thing }) => {
    const [year, month, day] = date.split("-")
    const said = `ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
    return {
      ...base,
      kind: "minutes",
      date,
      addressees: [],
      subject: `Kiểm tra việc ${thing}`,
      meeting: {
        began: `8 giờ 30, ${said}`,
        place: `Trụ sở ${office}`,
        present: attending.slice(0, signers),
        chair: names[1] ?? "",
        secretary: names[0] ?? "",
        ended: `10 giờ 15, ${said}`,
      },
      blocks: [{ is: "list", mark: "number", items: found }],
      signatures: names.slice(0, signers).map((name, i) => ({ position: seats[i] ?? "Thành viên", name })),
      recipients: ["Các thành phần tham dự", "Lưu: VT, hồ sơ kiểm tra"],
    }
  })
