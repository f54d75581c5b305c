/** Names of the collections. */
import { defineWords } from "../../kernel/words.ts"

export const taxiiWords = defineWords({
  vi: {
    public: "Cảnh báo, trang và đường dẫn đã công bố",
    bodies: "Chia sẻ cho các cơ quan, đơn vị",
    enterprises: "Chia sẻ cho các doanh nghiệp",
    inbox: "Hộp nhận: chương trình của cơ quan gửi vào, thành bản nháp",
    inboxSource: "Chương trình của cơ quan (TAXII)",
  },
  en: {
    public: "Published warnings, sites and links",
    bodies: "Shared with all bodies",
    enterprises: "Shared with the enterprises",
    inbox: "Inbox: what programs of the body hand in, as drafts",
    inboxSource: "A program of the body (TAXII)",
  },
})
