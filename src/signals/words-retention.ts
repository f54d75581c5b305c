/** The end date of personal data of a tip. */
import { plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const retentionWords = defineWords({
  vi: {
    title: "Thời hạn lưu dữ liệu cá nhân",
    on: (day: string) => `Danh tính, cách liên lạc, lời gốc, tệp và ghi chú bị xóa ngày ${day}.`,
    stays: "Lời đã che, số liệu và nhật ký vẫn còn.",
    rule: (name: string, months: number, basis: string) =>
      `${name}: ${months} tháng từ lần thay đổi cuối. ${basis}.`,
    unverified: "chưa đối chiếu",
    held: (by: string, on: string, reason: string) => `${by} giữ lại từ ${on}: ${reason}`,
    keptElsewhere:
      "Chưa xóa: tin này, hoặc tin mà nó gộp vào, còn đang xử lý, ở trong hồ sơ, được giữ lại hoặc đang ở cơ quan khác.",
    erased: (day: string) =>
      `Dữ liệu cá nhân của tin này đã xóa ngày ${day} vì hết thời hạn lưu. Lời đã che, số liệu và nhật ký vẫn còn.`,
    hold: {
      title: "Giữ lại, chưa xóa dữ liệu cá nhân",
      follows:
        "Khi một vụ việc, khiếu nại hoặc yêu cầu pháp luật còn cần đến. Lý do hiện ở trang tin; việc giữ ghi vào nhật ký.",
      reason: "Vì sao phải giữ",
    },
    lift: { title: "Thôi giữ lại", follows: "Thời hạn lưu tính như trước; quá hạn thì xóa trong đêm." },
    refusals: {
      heldAlready: "Tin đã được giữ lại.",
      notHeldBack: "Tin không ở diện giữ lại.",
    },
    waiting: (n: number) => `${n} tin sắp xóa dữ liệu cá nhân trong 30 ngày: cần giữ tin nào?`,
  },
  en: {
    title: "How long personal data is kept",
    on: (day: string) => `Identity, contact, raw words, files and notes are erased on ${day}.`,
    stays: "The masked words, the figures and the journal stay.",
    rule: (name: string, months: number, basis: string) =>
      `${name}: ${months} months from the last change. ${basis}.`,
    unverified: "not verified",
    held: (by: string, on: string, reason: string) => `Held by ${by} since ${on}: ${reason}`,
    keptElsewhere:
      "Not erased: this report, or the one that it was merged into, is being worked on, in a file, held, or with another body.",
    erased: (day: string) =>
      `The personal data of this report was erased on ${day} since its term was over. The masked words, the figures and the journal stay.`,
    hold: {
      title: "Hold: do not erase personal data",
      follows:
        "Where a case, a complaint or the law still needs it. The reason stands on this page; the hold is journaled.",
      reason: "Why it must be kept",
    },
    lift: {
      title: "Lift the hold",
      follows: "The term counts as before; once over, it is erased in the night.",
    },
    refusals: { heldAlready: "It is held already.", notHeldBack: "Nobody holds it." },
    waiting: (n: number) =>
      `Personal data of ${n} ${plural(n, "report", "reports")} will be erased within 30 days: must any be held?`,
  },
})
