/** Words about who sees to a case. */
import { defineWords } from "../kernel/words.ts"

export const handlerWords = defineWords({
  vi: {
    handler: "Người thụ lý",
    sees: (name: string) => `${name} thụ lý`,
    nobody: "Chưa có người thụ lý",
    inHand: "Vụ việc đang thụ lý",
    held: (number: string, state: string, due: string) =>
      `${number}, ${state}${due === "" ? "" : `, hạn ${due}`}`,
    mine: "Tôi thụ lý",
    nobodys: "Chưa có người thụ lý",
    follow: "Đến ngày theo dõi lại",
  },
  en: {
    handler: "Handled by",
    sees: (name) => `handled by ${name}`,
    nobody: "Nobody handles it yet",
    inHand: "Cases in hand",
    held: (number, state, due) => `${number}, ${state}${due === "" ? "" : `, due ${due}`}`,
    mine: "Handled by me",
    nobodys: "Nobody handles it",
    follow: "Day to look again has come",
  },
})
