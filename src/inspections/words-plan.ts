/** Words of what is done with a plan: sent, passed on, published. */
import { defineWords } from "../kernel/words.ts"

export const planWords = defineWords({
  vi: {
    held: (checks: string, subjects: string) => `Kiểm tra: ${checks} cuộc, ${subjects} đối tượng trong sổ`,
    send: (n: string) => `Gửi ${n} dự kiến cho Thanh tra tỉnh`,
    sendHint:
      "Thanh tra tỉnh xem được dự kiến đã gửi, để xử lý chồng chéo (Luật Thanh tra 84/2025, Điều 58).",
    sent: (n: string) => `Đã gửi ${n} dự kiến.`,
    sentOn: "Đã gửi Thanh tra tỉnh",
  },
  en: {
    held: (checks, subjects) => `Checks: ${checks}, subjects of the register: ${subjects}`,
    send: (n) => `Send ${n} planned to the provincial inspectorate`,
    sendHint:
      "The provincial inspectorate reads what was sent, to settle overlaps (Law 84/2025, Article 58).",
    sent: (n) => `${n} sent.`,
    sentOn: "Sent to the provincial inspectorate",
  },
})
