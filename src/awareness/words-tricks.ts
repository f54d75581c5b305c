/** Words of the pages about the tricks; the tricks themselves are data (`data/tricks.json`). */
import { defineWords } from "../kernel/words.ts"

export const trickWords = defineWords({
  vi: {
    list: {
      title: "Các kiểu lừa hay gặp",
      hint: "Kẻ lừa bắt đầu thế nào, lộ ra ở đâu, nên làm gì. Mỗi kiểu một trang ngắn.",
      lead: "Mỗi kiểu một trang: bắt đầu thế nào, lộ ra ở đâu, nên làm gì, và một ví dụ giống thật. Đọc trước một lần, gặp là nhận ra.",
      ofType: (name: string) => `Các trang về kiểu lừa “${name}”`,
      published: "24 hình thức đã công bố",
      more: "Kiểu khác cũng hay gặp ở tỉnh",
      all: "Tất cả các kiểu lừa",
      source: "Nguồn tên các hình thức",
    },
    one: {
      begins: "Bắt đầu thế nào",
      signs: "Dấu hiệu lộ ra",
      todo: "Nên làm gì",
      example: { message: "Tin nhắn trông như thế này", call: "Cuộc gọi nghe như thế này" },
      invented: "Ví dụ do chúng tôi viết ra; tên, số, địa chỉ trong đó đều là bịa.",
      lost: "Đã mất tiền? Làm ngay các việc của giờ đầu tiên",
      check: "Kiểm tra số, đường dẫn, tin nhắn",
      report: "Tôi gặp kiểu này, báo tin",
      form: (no: string, name: string) => `Số ${no} trong 24 hình thức đã công bố: “${name}”.`,
      written: (day: string) => `Viết ngày ${day}.`,
    },
  },
  en: {
    list: {
      title: "Common tricks",
      hint: "How a trick begins, what gives it away, what to do. A short page each.",
      lead: "A page each: how it begins, what gives it away, what to do, and an example that looks real. Read it once and you will know it when it comes.",
      ofType: (name: string) => `Pages about the trick “${name}”`,
      published: "The 24 published forms",
      more: "Others often met in the province",
      all: "All tricks",
      source: "Source of the names",
    },
    one: {
      begins: "How it begins",
      signs: "What gives it away",
      todo: "What to do",
      example: { message: "The message looks like this", call: "The call sounds like this" },
      invented: "We wrote the example; names, numbers and addresses in it are invented.",
      lost: "Money lost already? Do what belongs to the first hour",
      check: "Check a number, a link, a message",
      report: "I met this: report it",
      form: (no: string, name: string) => `Number ${no} of the 24 published forms: “${name}”.`,
      written: (day: string) => `Written on ${day}.`,
    },
  },
})
