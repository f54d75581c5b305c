import { plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

/** The parts of sharing on the page of one number, account or address. */
export const aboutWords = defineWords({
  vi: {
    link: "Tất cả về mục này",
    indicators: "Chỉ báo đã chia sẻ",
    warnings: "Cảnh báo nêu mục này",
    sightings: "Nơi đã thấy",
    blocked: (n: string) => `${n} nơi đã chặn`,
  },
  en: {
    link: "All about it",
    indicators: "Shared indicators",
    warnings: "Warnings that name it",
    sightings: "Where it was seen",
    blocked: (n: string) => `blocked by ${n} ${plural(Number(n), "body", "bodies")}`,
  },
})
