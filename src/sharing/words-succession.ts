/** What the administrator reads of indicators and warnings in the plan of a reform. */
import { defineWords } from "../kernel/words.ts"

export const successionWords = defineWords({
  vi: {
    byReform: "Sắp xếp tổ chức",
    shared: (indicators: string, warnings: string) => `Chia sẻ: ${indicators} chỉ báo, ${warnings} cảnh báo`,
  },
  en: {
    byReform: "Reform",
    shared: (indicators, warnings) => `Sharing: ${indicators} indicators, ${warnings} warnings`,
  },
})
