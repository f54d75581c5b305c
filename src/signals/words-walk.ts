/** From one tip to the next, and the keys for it. */
import { defineWords } from "../kernel/words.ts"

export const walkWords = defineWords({
  vi: {
    around: "Tin trước và tin sau trong danh sách",
    previous: "Tin trước",
    next: "Tin sau",
    keys: "Phím tắt",
    lead: "Dùng được khi con trỏ không ở trong ô gõ chữ, và khi trình duyệt cho chạy mã. Mọi việc đều làm được không cần phím tắt.",
    needScripts: "Trình duyệt này đang tắt mã, nên phím tắt chưa dùng được.",
    use: "Dùng phím tắt một phím: j, k, /",
    useHint: "Bỏ chọn nếu bạn nhập bằng giọng nói hoặc hay chạm nhầm phím. Trình duyệt này ghi nhớ.",
    unkept: "Trình duyệt này không cho ghi nhớ lựa chọn, nên không tắt phím tắt được ở đây.",
    j: "Ở danh sách: sang tin dưới. Ở trang của tin: sang tin sau, theo thứ tự danh sách đã mở.",
    k: "Ở danh sách: lên tin trên. Ở trang của tin: về tin trước.",
    enter: "Mở tin đang chọn.",
    slash: "Vào ô “Tìm mọi thứ”.",
  },
  en: {
    around: "Previous and next report of the list",
    previous: "Previous report",
    next: "Next report",
    keys: "Keys",
    lead: "They work while nobody types in a field, where the browser runs scripts. Everything can be done without them.",
    needScripts: "This browser runs no scripts, so the keys do not work.",
    use: "Use keys of one letter: j, k, /",
    useHint: "Untick it if you speak to type or often touch keys by mistake. This browser remembers it.",
    unkept: "This browser remembers no choice, so the keys cannot be switched off here.",
    j: "In the list: to the report below. On a report: to the next, in the order of the list it was opened from.",
    k: "In the list: to the report above. On a report: to the previous one.",
    enter: "Opens the report that is chosen.",
    slash: "Into the box that finds anything.",
  },
})
