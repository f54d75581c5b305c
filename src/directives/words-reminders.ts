/** Sentences of reminders, on the page and in the mail. Mail is written in Vietnamese, the language of the office. */
import { plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const reminderWords = defineWords({
  vi: {
    title: (count: string) => `${count} nhiệm vụ cần nhớ`,
    none: "Không có gì phải nhắc",
    noneHint: "Nhiệm vụ được nhắc trước hạn năm ngày, trước hạn một ngày làm việc, và khi đã quá hạn.",
    crumb: "Nhắc việc",
    see: "Đã xem tất cả",
    seen: "đã xem",
    seenNow: "Đã ghi là đã xem.",
    kinds: { "five-days": "còn không quá năm ngày", "one-day": "đến hạn", late: "đã quá hạn" },
    mail: {
      subject: (count: string) => `Liên Phòng: ${count} nhiệm vụ cần nhớ`,
      open: (address: string) => `Mở danh sách: ${address}`,
      foot: "Thư tự động của Liên Phòng. Không trả lời thư này.",
      line: (due: string, left: string, place: string, task: string) =>
        `- ${due} (${left}): ${place} ${task}`,
    },
    preview: {
      title: (count: string) => `${count} thư trong bản xem trước`,
      lead: "Bản dùng thử không gửi thư ra ngoài; thư đáng lẽ được gửi nằm ở đây.",
      none: "Chưa có thư nào",
      to: (address: string) => `Gửi ${address}`,
    },
  },
  en: {
    title: (count) => `${count} ${plural(Number(count), "task", "tasks")} to remember`,
    none: "Nothing to be reminded of",
    noneHint: "A task is recalled five days before, one working day before, and when its day has passed.",
    crumb: "Reminders",
    see: "All seen",
    seen: "seen",
    seenNow: "Marked as seen.",
    kinds: { "five-days": "five days or less", "one-day": "due", late: "past its day" },
    mail: {
      subject: (count) => `Liên Phòng: ${count} ${plural(Number(count), "task", "tasks")} to remember`,
      open: (address) => `Open the list: ${address}`,
      foot: "Sent by Liên Phòng by itself. Do not answer this mail.",
      line: (due, left, place, task) => `- ${due} (${left}): ${place} ${task}`,
    },
    preview: {
      title: (count) => `${count} ${plural(Number(count), "mail", "mails")} in the preview`,
      lead: "The trial version sends no mail; what would have been sent lies here.",
      none: "No mail yet",
      to: (address) => `To ${address}`,
    },
  },
})
