/** Words of what is published of checks. */
import { defineWords } from "../kernel/words.ts"

export const publicWords = defineWords({
  vi: {
    title: "Kế hoạch và kết luận kiểm tra, thanh tra",
    lead: "Công khai theo Nghị quyết 198/2025/QH15, Điều 4 và Luật Thanh tra 84/2025/QH15, Điều 37. Không ghi tên, địa chỉ của cá nhân kinh doanh.",
    none: "Chưa công khai kế hoạch hay kết luận nào",
    caption: "Ngày gần nhất trước",
    columns: { what: "Văn bản", body: "Cơ quan", subject: "Đối tượng", on: "Ngày", text: "Nội dung" },
    whats: { plan: "Kế hoạch", conclusion: "Kết luận" },
    csv: "Tải CSV",
    individual: "Một cá nhân kinh doanh",
    card: "Công khai",
    must: (what: string, basis: string) => `${what}: phải công khai (${basis})`,
    before: (day: string) => `trước ngày ${day}`,
    done: (when: string) => `đã công khai ${when}`,
    nothing:
      "Luật của các ngày này trong dữ liệu không buộc công khai, hoặc cuộc chưa công bố nên chưa được nói ra.",
    see: "Xem trang công khai",
  },
  en: {
    title: "Plans and conclusions of checks and inspections",
    lead: "Published under Resolution 198/2025/QH15, Article 4 and Law 84/2025/QH15, Article 37. Neither name nor address of an individual in business is given.",
    none: "No plan or conclusion is published yet",
    caption: "The latest day first",
    columns: { what: "Paper", body: "Body", subject: "Subject", on: "Day", text: "Text" },
    whats: { plan: "Plan", conclusion: "Conclusion" },
    csv: "Get as CSV",
    individual: "An individual in business",
    card: "Publication",
    must: (what, basis) => `${what}: has to be published (${basis})`,
    before: (day) => `by ${day}`,
    done: (when) => `published ${when}`,
    nothing:
      "The law of these days in the data asks for no publication, or the check was not announced yet and is told to nobody.",
    see: "See the public page",
  },
})
