/** Words of the book of outgoing documents. */
import { defineWords } from "../../kernel/words.ts"

export const bookWords = defineWords({
  vi: {
    title: "Sổ văn bản đi",
    caption: "Số đã cấp của cơ quan, mới nhất đứng trước",
    number: "Số, ký hiệu",
    day: "Ngày",
    kind: "Loại",
    subject: "Trích yếu",
    signer: "Người ký",
    recipients: "Nơi nhận",
    closed: "(giấy tờ bạn không có quyền xem)",
    year: "Năm",
    everyYear: "Mọi năm",
    search: "Tìm",
    searchHint: "Số, ký hiệu hoặc một phần trích yếu; có dấu hay không đều được.",
    empty: "Chưa cấp số nào",
    emptyHint: "Mỗi số được cấp cho văn bản, quyết định hay hồ sơ của cơ quan đứng ở đây.",
  },
  en: {
    title: "Book of outgoing documents",
    caption: "The body's numbers, the newest first",
    number: "Number, symbol",
    day: "Date",
    kind: "Kind",
    subject: "Subject",
    signer: "Signed by",
    recipients: "Recipients",
    closed: "(papers that you may not read)",
    year: "Year",
    everyYear: "Every year",
    search: "Find",
    searchHint: "Number, symbol or part of the subject; with or without accents.",
    empty: "No number yet",
    emptyHint: "Every number given to a letter, a decision or a file of the body stands here.",
  },
})
