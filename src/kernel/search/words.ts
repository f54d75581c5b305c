import { defineWords } from "../words.ts"

export const words = defineWords({
  vi: {
    title: "Tìm mọi thứ",
    found: (count: string, text: string) => `${count} kết quả cho “${text}”`,
    nothing: (text: string) => `Không thấy gì khớp với “${text}”`,
    label: "Tìm gì",
    hint: "Số điện thoại viết kiểu nào cũng được hoặc ít nhất năm số cuối; đường dẫn (kể cả hxxp, [.]); mã tin; số vụ việc, số quyết định; tên người vi phạm; số và nội dung văn bản. Phím / đưa con trỏ về ô tìm.",
    find: "Tìm",
    all: (count: string, kind: string) => `Xem cả ${count}: ${kind}`,
    none: "không có",
    other: "Chỉ tìm trong những gì cơ quan bạn được xem. Thử ít chữ hơn, hoặc năm số cuối.",
  },
  en: {
    title: "Find anything",
    found: (count: string, text: string) => `${count} found for “${text}”`,
    nothing: (text: string) => `Nothing matches “${text}”`,
    label: "What to find",
    hint: "A telephone number in any spelling or at least its last five digits; a link (hxxp and [.] too); the code of a tip; the number of a case or decision; the name of an offender; number and words of a letter. The key / leads to the box.",
    find: "Find",
    all: (count: string, kind: string) => `See all ${count}: ${kind}`,
    none: "none",
    other: "Only what your body may read is looked through. Try fewer words, or the last five digits.",
  },
})
