/** Words of the task of a letter that a notice serves. */
import { formatDate, formatNumber, plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const servingWords = defineWords({
  vi: {
    room: "Thông báo nội dung",
    figure: (n: number) => `${formatNumber(n, "vi")} thông báo nội dung đã gửi`,
    record: (platform: string, on: string) =>
      `Thông báo tới ${platform}, phản ánh ngày ${formatDate(on, "vi")}`,
  },
  en: {
    room: "Content notices",
    figure: (n: number) => `${formatNumber(n, "en")} content ${plural(n, "notice", "notices")} sent`,
    record: (platform, on) => `Notice to ${platform}, complaint of ${formatDate(on, "en")}`,
  },
})
