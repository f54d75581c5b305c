/** Words of the public schedule. */
import { formatNumber } from "../../kernel/format.ts"
import { defineWords } from "../../kernel/words.ts"

export const scheduleWords = defineWords({
  vi: {
    title: "Lịch tuyên truyền",
    lead: "Các buổi nói chuyện, phát loa, phát tài liệu mà ai cũng đến được.",
    none: "Hiện chưa có buổi nào sắp tới.",
    sessions: "Các buổi sắp tới",
    nearest: (n: number) => `Chỉ hiện ${formatNumber(n, "vi")} buổi gần nhất; tệp lịch dưới đây có đủ.`,
    when: "Lúc",
    where: "Ở đâu",
    by: "Ai làm",
    cancelled: "hủy",
    file: "Thêm vào lịch của bạn (iCalendar)",
    fileHow:
      "Điện thoại, máy tính đều mở được. Muốn lịch tự cập nhật: thêm lịch theo địa chỉ, dán đường dẫn của nút này.",
    campaigns: "Chiến dịch đang chạy",
    calendar: (province: string) => `Lịch tuyên truyền ${province}`.trim(),
    fileName: "lich-tuyen-truyen.ics",
    openFile: "Lấy lịch của chiến dịch (iCalendar)",
  },
  en: {
    title: "Schedule of awareness",
    lead: "Talks, broadcasts and hand-outs to which anybody may come.",
    none: "Nothing is ahead now.",
    sessions: "What is ahead",
    nearest: (n) => `The nearest ${formatNumber(n, "en")} are shown; the calendar below has all.`,
    when: "When",
    where: "Where",
    by: "By",
    cancelled: "cancelled",
    file: "Add it to your calendar (iCalendar)",
    fileHow:
      "Telephones and computers open it. To have it renewed by itself, add a calendar by its address and paste the link of this button.",
    campaigns: "Campaigns that run",
    calendar: (province) => `Schedule of awareness ${province}`.trim(),
    fileName: "schedule-of-awareness.ics",
    openFile: "Take the campaign's schedule (iCalendar)",
  },
})
