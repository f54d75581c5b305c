/** Words of the task of a letter that an incident serves. */
import { formatNumber, plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const servingWords = defineWords({
  vi: {
    room: "Sự cố hạ tầng",
    figure: (n: number) => `${formatNumber(n, "vi")} sự cố hạ tầng đã khắc phục`,
  },
  en: {
    room: "Incidents of infrastructure",
    figure: (n: number) => `${formatNumber(n, "en")} ${plural(n, "incident", "incidents")} repaired`,
  },
})
