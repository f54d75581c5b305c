/** The clocks of a tip, in sentences. */
import { plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const dueWords = defineWords({
  vi: {
    title: "Thời hạn của tin",
    heads: {
      pass: "Chuyển cơ quan điều tra",
      "pass-urgent": "Chuyển cơ quan điều tra nếu quả tang, rất nghiêm trọng, hoặc đối tượng có thể bỏ trốn",
      outside: "Chuyển nơi có thẩm quyền nếu không thuộc mình",
      tell: "Báo người báo là đã tiếp nhận",
    },
    is: {
      "at-once": "ngay khi có dấu hiệu tội phạm",
      "not-started": "chưa chạy",
      done: "đã báo",
    },
    why: {
      pass: "Chỉ với tin có dấu hiệu tội phạm: cán bộ xác định. Khẩn cấp thì gọi trước, gửi văn bản sau. Luật không cho sở, UBND số giờ nào.",
      "pass-urgent": "Tính từ lúc tiếp nhận. Trường hợp khác có 7 ngày để kiểm tra sơ bộ rồi chuyển.",
      outside: "Tính từ lúc xác định tin không thuộc thẩm quyền; chưa ai ghi việc đó.",
      tell: "Tin gửi qua cổng, tệp hay chương trình được báo ngay bằng biên nhận. Tin qua điện thoại, đến trực tiếp hoặc nơi khác chuyển: ghi lại khi đã báo.",
    },
    received: "Tiếp nhận",
    unverified: "Chưa đối chiếu",
    provisional: "Tạm tính: lịch nghỉ của năm đó chưa công bố.",
    waiting: {
      untold: (n: number) => `${n} tin chưa ghi đã báo người báo là đã tiếp nhận`,
      untoldLate: (n: number) => `${n} tin quá 3 ngày làm việc chưa báo người báo là đã tiếp nhận`,
      passSigns: (n: number) =>
        `${n} tin nói đến tiền mất đã giữ quá một ngày: có dấu hiệu tội phạm thì chuyển ngay công an`,
      passCommune: (n: number) => `${n} tin quá 7 ngày chưa chuyển cơ quan điều tra`,
    },
    told: {
      title: "Ghi đã báo tiếp nhận",
      follows: "Ghi vào diễn biến của tin; thời hạn báo tiếp nhận xong.",
      how: "Đã báo bằng cách nào",
      hows: { phone: "Gọi điện", person: "Nói trực tiếp, đã trao mã biên nhận", letter: "Văn bản, thư" },
    },
  },
  en: {
    title: "Time limits of this report",
    heads: {
      pass: "Pass on to the investigating police",
      "pass-urgent":
        "Pass on to the investigating police if caught in the act, very serious or about to flee",
      outside: "Pass on to whoever is competent, if we are not",
      tell: "Tell the reporter that it was taken in",
    },
    is: { "at-once": "at once where it shows signs of a crime", "not-started": "not running", done: "told" },
    why: {
      pass: "Only for signs of a crime: an officer decides. Call first where it is urgent, write afterwards. The law gives departments and committees no number of hours.",
      "pass-urgent": "From receipt. All else has 7 days for a first check before it is passed on.",
      outside: "From the moment it is found to be outside competence; nobody has recorded that.",
      tell: "What comes by the portal, a file or a program is answered by its receipt. For calls, visits and what others pass on: note when you have told the reporter.",
    },
    received: "Received",
    unverified: "Not checked",
    provisional: "Provisional: the days off of that year are not published.",
    waiting: {
      untold: (n: number) =>
        `${n} ${plural(n, "report", "reports")} whose reporter is not noted as told of the receipt`,
      untoldLate: (n: number) =>
        `${n} ${plural(n, "report", "reports")} over 3 working days old whose reporter was not told of the receipt`,
      passSigns: (n: number) =>
        `${n} ${plural(n, "report", "reports")} of lost money held for over a day: pass signs of a crime on at once`,
      passCommune: (n: number) =>
        `${n} ${plural(n, "report", "reports")} not passed on to investigators within 7 days`,
    },
    told: {
      title: "Note that receipt was told",
      follows: "Stands in the history; the time limit is met.",
      how: "How",
      hows: { phone: "By phone", person: "In person, receipt code handed over", letter: "In writing" },
    },
  },
})
