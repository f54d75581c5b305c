/** The page of one number, account or address. */
import { defineWords } from "../kernel/words.ts"

export const aboutWords = defineWords({
  vi: {
    link: "Tất cả về mục này",
    title: (value: string) => `Đã biết gì về ${value}`,
    lead: "Chỉ gồm những gì bạn được xem. Số của người báo hoặc người bị hại không có ở đây.",
    facts: "Tổng cộng",
    kind: "Loại",
    tips: "Tin nêu là của bên bị nghi",
    open: "Còn chờ xử lý",
    first: "Tin đầu",
    last: "Tin mới nhất",
    loss: "Thiệt hại nêu trong các tin, không kể tin gộp, trùng, rác",
    none: "Chưa có.",
    all: "Xem tất cả",
    newest: (count: string) => `Chỉ hiện ${count} mục mới nhất; còn nữa.`,
    nothing: "Chưa biết gì về mục này",
    nothingHint: "Không tin, vụ việc, chỉ báo hay cảnh báo nào bạn được xem nêu đúng mục này.",
  },
  en: {
    link: "All about it",
    title: (value: string) => `What is known of ${value}`,
    lead: "Only what you may see. Numbers of reporters and victims are never here.",
    facts: "In sum",
    kind: "Kind",
    tips: "Reports that name it as a suspect's",
    open: "Still open",
    first: "First report",
    last: "Newest report",
    loss: "Losses stated in them, without merged, duplicate and empty ones",
    none: "None yet.",
    all: "See all",
    newest: (count: string) => `Only the newest ${count} are shown; there are more.`,
    nothing: "Nothing is known of it yet",
    nothingHint: "No report, case, indicator or warning that you may see names exactly this.",
  },
})
