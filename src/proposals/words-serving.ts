/** Words of the task of a letter that a proposal serves. */
import { formatNumber, plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const servingWords = defineWords({
  vi: {
    room: "Đề xuất, kiến nghị",
    figure: (n: number) => `${formatNumber(n, "vi")} đề xuất đã trình`,
  },
  en: {
    room: "Proposals",
    figure: (n: number) => `${formatNumber(n, "en")} ${plural(n, "proposal", "proposals")} submitted`,
  },
})
