/** Words of the task of a letter that a check serves. */
import { formatNumber, plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const servingWords = defineWords({
  vi: {
    room: "Kiểm tra, thanh tra",
    figure: (n: number) => `${formatNumber(n, "vi")} cuộc kiểm tra đã kết luận`,
  },
  en: {
    room: "Inspections",
    figure: (n: number) => `${formatNumber(n, "en")} ${plural(n, "check", "checks")} concluded`,
  },
})
