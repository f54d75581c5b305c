import { defineWords } from "../kernel/words.ts"

export const navWords = defineWords({
  vi: { report: "Báo tin", follow: "Theo dõi tin đã báo", signals: "Tin báo" },
  en: { report: "Report", follow: "Follow a report", signals: "Signals" },
})
