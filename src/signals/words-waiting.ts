import { plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

/** One sentence for each thing that waits at the tips' desk. */
export const waitingWords = defineWords({
  vi: {
    urgent: (n: number) => `${n} tin khẩn cấp: tiền đang chuyển`,
    moving: (n: number) => `${n} tin báo tiền đang chuyển đã quá một ngày: còn chuyển không?`,
    wrote: (n: number) => `${n} tin có lời mới của người báo, chưa ai đọc`,
    follow: (n: number) => `${n} tin đến ngày theo dõi lại`,
    arriving: (n: number) => `${n} tin nơi khác chuyển đến, chờ ký nhận`,
    asking: (n: number) => `${n} đề nghị chia sẻ chờ trả lời`,
    mine: (n: number) => `${n} tin giao cho tôi`,
    open: (n: number) => `${n} tin của cơ quan chờ xử lý`,
    held: (n: number) => `${n} tin chờ sàng lọc`,
  },
  en: {
    urgent: (n: number) => `${n} urgent ${plural(n, "report", "reports")}: money is moving`,
    moving: (n: number) =>
      `${n} ${plural(n, "report", "reports")} of moving money older than a day: is it still moving?`,
    wrote: (n: number) => `New words of the reporter of ${n} ${plural(n, "report", "reports")} to read`,
    follow: (n: number) => `${n} ${plural(n, "report", "reports")} to look at again today`,
    arriving: (n: number) => `${n} forwarded ${plural(n, "report waits", "reports wait")} to be signed for`,
    asking: (n: number) => `${n} ${plural(n, "request", "requests")} to share to answer`,
    mine: (n: number) => `${n} ${plural(n, "report", "reports")} assigned to me`,
    open: (n: number) => `${n} ${plural(n, "report", "reports")} of our body to handle`,
    held: (n: number) => `${n} ${plural(n, "report", "reports")} to screen`,
  },
})
