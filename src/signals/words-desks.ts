/** Words of tips about networks that lie at the desks of communes. */
import { plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const placeDeskWords = defineWords({
  vi: {
    title: "Tin về hạ tầng ở bàn cấp xã",
    lead: "Tin về hạ tầng đến thẳng bàn của xã nơi hư hỏng. Ở đây chỉ thấy số tin và tin cũ nhất từ lúc nào, không thấy nội dung; gọi cho xã để xã xử lý, chuyển tiếp hoặc lập sự cố.",
    none: "Không có tin về hạ tầng nào đang ở bàn cấp xã",
    caption: "Nơi để lâu nhất trước",
    columns: { body: "Nơi giữ", open: "Đang mở", untouched: "Chưa ai nhận", oldest: "Cũ nhất từ" },
    late: (bodies: string) => `Tin về hạ tầng quá 2 ngày chưa ai nhận ở: ${bodies}`,
    more: (n: number) => ` và ${n} nơi khác`,
  },
  en: {
    title: "Tips about networks at the desks of communes",
    lead: "A tip about a network goes to the desk of the commune where the damage is. Here stand only how many and since when the oldest, no words; ring the commune, which handles it, forwards it or makes an incident of it.",
    none: "No tip about a network lies at a commune's desk",
    caption: "Where one lies longest first",
    columns: { body: "Held by", open: "Open", untouched: "Touched by nobody", oldest: "Oldest since" },
    late: (bodies) => `Tips about networks, touched by nobody for over 2 days, at: ${bodies}`,
    more: (n) => ` and ${n} other ${plural(n, "place", "places")}`,
  },
})
