/** Words about the task of a letter that an indicator, a warning or a block serves. */
import { formatNumber, plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const servingWords = defineWords({
  vi: {
    rooms: { warning: "Cảnh báo", indicator: "Chỉ báo chia sẻ", block: "Chặn theo chỉ báo" },
    figures: {
      warning: (n: number) => `${formatNumber(n, "vi")} cảnh báo đã phát`,
      indicator: (n: number) => `${formatNumber(n, "vi")} chỉ báo đã chia sẻ`,
      block: (n: number) => `${formatNumber(n, "vi")} số, địa chỉ đã chặn`,
    },
    indicator: (what: string) => `Chỉ báo ${what}`,
    card: "Nhiệm vụ của văn bản",
    servesNone: "Chưa gắn với nhiệm vụ nào.",
    proposed: (task: string) => `Theo lời văn bản, việc này có thể thuộc nhiệm vụ ${task}.`,
    noTasks: "Cơ quan bạn không có nhiệm vụ nào đang mở.",
  },
  en: {
    rooms: { warning: "Warnings", indicator: "Shared indicators", block: "Blocks" },
    figures: {
      warning: (n: number) => `${formatNumber(n, "en")} ${plural(n, "warning", "warnings")} released`,
      indicator: (n: number) => `${formatNumber(n, "en")} ${plural(n, "indicator", "indicators")} shared`,
      block: (n: number) =>
        `${formatNumber(n, "en")} ${plural(n, "number or address", "numbers or addresses")} blocked`,
    },
    indicator: (what: string) => `Indicator ${what}`,
    card: "Task of the letter",
    servesNone: "It names no task yet.",
    proposed: (task: string) => `By the letter's words it may belong to task ${task}.`,
    noTasks: "Your body has no open task.",
  },
})
