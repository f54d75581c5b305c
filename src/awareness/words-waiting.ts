/** Words of awareness on the page of my work. */
import { formatNumber, plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const waitingWords = defineWords({
  vi: {
    asked: (n: number) => `${formatNumber(n, "vi")} chiến dịch tuyên truyền mời cơ quan bạn tham gia`,
    late: (n: number) => `${formatNumber(n, "vi")} lời mời tham gia chiến dịch tuyên truyền đã quá hạn`,
    materials: (n: number) => `${formatNumber(n, "vi")} tài liệu tuyên truyền chờ người thứ hai đọc`,
    stories: (n: number) => `${formatNumber(n, "vi")} chuyện có thật chờ người thứ hai đọc`,
    courses: (n: number) => `${formatNumber(n, "vi")} khóa học chờ người thứ hai đọc`,
  },
  en: {
    asked: (n) =>
      `${formatNumber(n, "en")} ${plural(n, "campaign asks", "campaigns ask")} your body to take part`,
    late: (n) =>
      `${formatNumber(n, "en")} ${plural(n, "invitation to a campaign is", "invitations to campaigns are")} past the day`,
    materials: (n) =>
      `${formatNumber(n, "en")} ${plural(n, "material waits", "materials wait")} for a second person`,
    stories: (n) =>
      `${formatNumber(n, "en")} ${plural(n, "true story waits", "true stories wait")} for a second person`,
    courses: (n) =>
      `${formatNumber(n, "en")} ${plural(n, "course waits", "courses wait")} for a second person`,
  },
})
