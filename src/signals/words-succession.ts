/** What the administrator reads of tips in the plan of a reform. */
import { plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const successionWords = defineWords({
  vi: {
    byReform: "Sắp xếp tổ chức",
    queue: (open: string, done: string, sheets: string) =>
      `Hàng chờ tin báo: ${open} tin đang mở, ${done} tin đã xong, ${sheets} phiếu chuyển đến chưa nhận`,
  },
  en: {
    byReform: "Reform",
    queue: (open, done, sheets) =>
      `Queue of reports: ${open} open, ${done} done, ${sheets} forwarded ${plural(Number(sheets), "sheet", "sheets")} not taken in yet`,
  },
})
