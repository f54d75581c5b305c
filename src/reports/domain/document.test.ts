import { describe, expect, test } from "vitest"
import { type BlockInput, officialDocument } from "../../letters/index.ts"
import { recommendationsIn } from "../leadership/domain/recommended.ts"
import { reportMarks } from "../leadership/words-proposals.ts"
import { allFigures, reportOutline } from "../outline.ts"
import type { Printing, ReportContent, ReportFigure } from "./content.ts"
import { composeReport } from "./document.ts"

const print: Printing = {
  day: (on) => on.split("-").reverse().join("/"),
  number: (value) => String(Math.round(value * 10) / 10).replace(".", ","),
  part: (name) => name,
  type: (key) => ({ a: "Giả danh công an", b: "Lừa cọc" })[key] ?? key,
}
const figure = (id: string, more: Partial<ReportFigure> = {}): ReportFigure => {
  const definition = allFigures().find((one) => one.id === id)
  if (definition === undefined) throw new Error(id)
  const nothing = { previous: null, lastYear: null, sincePrevious: null, sinceLastYear: null }
  const source = definition.source === "system" ? ("system" as const) : ("none" as const)
  const value = definition.source === "system" && !["median", "share"].includes(definition.counts) ? 0 : null
  return { definition, source, value, parts: [], reported: null, ...nothing, ...more }
}
const content = (more: Partial<ReportContent> = {}): ReportContent => ({
  window: {
    from: "2023-06-15",
    to: "2023-12-14",
    period: { label: "2023-H2", every: "half-year", year: 2023, at: 2 },
  },
  previous: { from: "2022-12-15", to: "2023-06-14" },
  passed: null,
  periodName: "6 tháng cuối năm 2023",
  today: "2023-12-20",
  sections: reportOutline().sections,
  figures: allFigures().map(({ id }) => figure(id)),
  lock: { on: "2023-12-15", sha256: "ab".repeat(32), corrections: [] },
  texts: {},
  tallies: { types: [], typesBefore: [], places: [], months: [], duties: [] },
  duties: [],
  campaign: null,
  bodyTexts: [],
  ahead: { proposalTasks: 0, campaigns: [] },
  proposals: [],
  follows: [],
  issuer: { parent: "Ủy ban nhân dân tỉnh Mẫu", name: "Sở Mẫu" },
  province: "tỉnh Mẫu",
  joined: ["Mẫu Khác"],
  abbreviation: "SM",
  place: "Mẫu",
  addressees: ["Ủy ban nhân dân tỉnh Mẫu"],
  since: "2022-01-01",
  signer: { position: "Phó Giám đốc", name: "Lê Thị Mẫu" },
  recipients: ["Như trên", "Lưu: VT"],
  number: null,
  ...more,
})
const textsOf = (blocks: readonly BlockInput[]): string[] =>
  blocks.flatMap((one) => {
    if (one.is === "section") return [one.title ?? "", ...textsOf(one.blocks)]
    if (one.is === "list") return one.items
    return one.is === "paragraph" ? [one.text] : []
  })
const said = (more: Partial<ReportContent>) => textsOf(composeReport(content(more), print).blocks).join("\n")

describe("the half-year report, composed from its figures", () => {
  test("what was proposed before comes back with what became of it, whatever the clerk writes, and is no recommendation of its own", () => {
    const proposals = [
      { title: "Lập tổ liên ngành", submitted: "Chưa trình UBND tỉnh", outcome: "Chưa có kết quả" },
    ]
    const texts = { VI: "Cho phép thí điểm." }
    const document = composeReport(content({ proposals, texts }), print)
    const own = document.blocks.find((one) => one.is === "section" && one.mark === "VI")
    expect(JSON.stringify(own)).toContain("Lập tổ liên ngành")
    const recommended = recommendationsIn(document, reportMarks("Phụ lục"))
    expect(recommended.map(({ text }) => text)).toEqual(["Cho phép thí điểm."])
  })
  test("no part is empty without saying why, even where nothing happened and nobody reported", () => {
    const document = composeReport(content(), print)
    expect(officialDocument.safeParse(document).success).toBe(true)
    const parts = (blocks: readonly BlockInput[]): BlockInput[] =>
      blocks.flatMap((one) => (one.is === "section" ? [one, ...parts(one.blocks)] : []))
    for (const one of parts(document.blocks))
      expect(one).toMatchObject({ blocks: { length: expect.any(Number) } })
    const text = said({})
    expect(text).toContain("Không phát sinh trong kỳ: số nguồn tin, dấu hiệu vi phạm tiếp nhận")
    expect(text).toContain("Chưa có số liệu: vụ trộm cắp, phá hoại hạ tầng")
    expect(text).toContain("Không có trường hợp nào để tính: tỷ lệ chuyển đúng hạn.")
    expect(text).not.toMatch(/undefined|NaN|null/)
  })
  test("a figure is a sentence that says how far it moved and from what; a share moves by points", () => {
    const text = said({
      figures: [
        figure("I.1", { value: 30, lastYear: 20, sinceLastYear: { by: 10, share: 0.5 } }),
        figure("III.3.4", { value: 0.75, previous: 1, sincePrevious: { by: -0.25, share: -0.25 } }),
        figure("III.1.3", { value: 7, previous: 3 }),
      ],
    })
    expect(text).toContain(
      "Tiếp nhận 30 tin báo dấu hiệu vi phạm, tăng 10 (50 %) so với cùng kỳ năm trước (20).",
    )
    expect(text).toContain("Chuyển tin đúng hạn đạt 75 %, giảm 25 điểm % so với kỳ liền trước (100 %).")
    // Known in part only: both numbers, no rise.
    expect(text).toContain("Ra 7 quyết định xử phạt vi phạm hành chính; kỳ liền trước 3.")
  })
  test("what is late, who has not sent and what rose is named, and asked of the committee", () => {
    const late = { bodyId: "x", body: "Sở Trễ", onTime: 1, late: 0, overdue: 2, open: 3 }
    const more = {
      duties: [late],
      campaign: { asked: 3, missing: ["Sở Im"] },
      tallies: {
        types: [
          { key: "a", value: 12 },
          { key: "khac", value: 90 },
        ],
        typesBefore: [{ key: "a", value: 2 }],
        places: [{ key: "xã Mẫu", value: 9 }],
        months: [],
        duties: [late],
      },
    }
    const text = said(more)
    for (const words of [
      "Thủ đoạn, dấu hiệu được báo nhiều nhất: Giả danh công an (12 tin).",
      "Tăng rõ so với kỳ liền trước: Giả danh công an (từ 2 lên 12 tin).",
      "Tỷ lệ nhiệm vụ xong đúng hạn trên số đã đến hạn hoặc đã xong: 33,3 %",
      "2 trong 3 cơ quan được giao đã gửi phần báo cáo.",
      "Cơ quan chưa gửi phần báo cáo: Sở Im.",
      "còn 2 nhiệm vụ quá hạn chưa hoàn thành, thuộc: Sở Trễ (2).",
      "Đề nghị Ủy ban nhân dân tỉnh Mẫu:",
      "hoàn thành 2 nhiệm vụ quá hạn",
    ])
      expect(text).toContain(words)
  })
  test("what rose is not said against a period that the system knows in part", () => {
    const tallies = { ...content().tallies, types: [{ key: "a", value: 12 }] }
    expect(said({ tallies })).toContain("Tăng rõ")
    expect(said({ tallies, since: "2023-01-05" })).not.toContain("Tăng rõ")
    expect(said({ tallies, since: "2023-06-15" })).not.toContain("Tăng rõ")
  })
  test("a part that the clerk wrote is printed as written, in place of what was computed", () => {
    const text = said({ texts: { IV: "Thiếu người.\nThiếu thiết bị." } })
    expect(text).toContain("Thiếu người.\nThiếu thiết bị.")
    expect(text).not.toContain("các chỉ tiêu đều có nguồn số liệu")
  })
})
