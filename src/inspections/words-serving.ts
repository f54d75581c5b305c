/** Words of the task of a letter that a check serves. */
import { formatNumber, plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const servingWords = defineWords({
  vi: {
    room: "Kiểm tra, thanh tra",
    figure: (n: number) => `${formatNumber(n, "vi")} cuộc kiểm tra đã kết luận`,
    serves: "Thực hiện nhiệm vụ:",
    option: (directive: string, path: string, text: string) => `${directive}, mục ${path}: ${text}`,
    proposed: "Có thể là nhiệm vụ này",
    others: "Nhiệm vụ khác đang làm",
  },
  en: {
    room: "Inspections",
    figure: (n: number) => `${formatNumber(n, "en")} ${plural(n, "check", "checks")} concluded`,
    serves: "Serves the task:",
    option: (directive, path, text) => `${directive}, item ${path}: ${text}`,
    proposed: "It may be this task",
    others: "Other tasks under way",
  },
})
