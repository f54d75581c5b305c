import { defineWords } from "../../kernel/words.ts"

export const symbolWords = defineWords({
  vi: {
    title: (body: string) => `Ký hiệu văn bản của ${body}`,
    nav: "Ký hiệu văn bản",
    lead: "Văn bản đi, công văn yêu cầu doanh nghiệp và báo cáo lập từ nay dùng ký hiệu này; văn bản đã có số giữ nguyên (Nghị định 30/2020/NĐ-CP, Phụ lục I).",
    abbreviation: "Chữ viết tắt tên cơ quan",
    abbreviationHint: "Ví dụ SKHCN, UBND, CAT. Chữ và số, có thể nối bằng gạch ngang, tối đa 20 ký tự.",
    field: "Chữ viết tắt đơn vị soạn hoặc lĩnh vực, trong công văn",
    fieldHint: "Ví dụ BCVT trong 123/SKHCN-BCVT. Để trống: công văn chỉ ghi tên cơ quan.",
    wrong: {
      abbreviation: "Viết chữ viết tắt bằng chữ và số, nối bằng gạch ngang, tối đa 20 ký tự",
      field: "Viết chữ viết tắt bằng chữ và số, nối bằng gạch ngang, tối đa 15 ký tự",
    },
    now: "Đang dùng",
    letter: "Công văn",
    report: "Báo cáo",
    save: "Dùng ký hiệu này",
    saved: "Đã lưu. Văn bản lập từ nay dùng ký hiệu này.",
  },
  en: {
    title: (body) => `Symbols of documents of ${body}`,
    nav: "Symbols of documents",
    lead: "Outgoing documents, requests to enterprises and reports made from now on carry them; what has a number keeps it (Decree 30/2020/NĐ-CP, Annex I).",
    abbreviation: "The body's name in short",
    abbreviationHint:
      "As SKHCN, UBND, CAT. Letters and digits, parts joined by a hyphen, 20 characters at most.",
    field: "The drafting unit or field in short, in letters",
    fieldHint: "As BCVT in 123/SKHCN-BCVT. Left empty: a letter says the body alone.",
    wrong: {
      abbreviation: "Write letters and digits, parts joined by a hyphen, 20 characters at most",
      field: "Write letters and digits, parts joined by a hyphen, 15 characters at most",
    },
    now: "In use",
    letter: "Letter",
    report: "Report",
    save: "Use these symbols",
    saved: "Saved. Documents made from now on carry them.",
  },
})
