/** Words of the notes that a desk writes to itself, on tips and on cases. */
import { defineWords } from "../kernel/words.ts"

export const notesWords = defineWords({
  vi: {
    title: "Ghi chú nội bộ",
    lead: "Chỉ cán bộ cơ quan bạn đọc; không gửi người báo, không vào hồ sơ hay bản xuất.",
    none: "Chưa có ghi chú.",
    followOn: (day: string) => `Theo dõi lại ngày ${day}`,
    setBy: (name: string) => `${name} hẹn`,
    tag: (day: string) => `Theo dõi ${day}`,
    note: {
      title: "Ghi chú nội bộ",
      follows:
        "Chỉ cơ quan bạn đọc được. Ghi chú không sửa, không xóa; viết thêm để đính chính. Ghi chú ở tin bị xóa cùng dữ liệu cá nhân khi hết thời hạn lưu.",
      words: "Ghi chú",
    },
    day: {
      title: "Hẹn ngày theo dõi",
      follows: "Đến ngày, việc hiện ở “Việc của tôi” của người xử lý; chưa ai xử lý thì hiện với cả bàn.",
      on: "Ngày theo dõi lại",
      onHint: "Từ hôm nay đến hai năm tới. Để trống: bỏ hẹn.",
      what: "Để làm gì",
    },
    refused: "Chọn ngày theo dõi từ hôm nay đến hai năm tới",
  },
  en: {
    title: "Internal notes",
    lead: "Read by officers of your body only; never sent to the reporter, into a dossier or an export.",
    none: "No notes yet.",
    followOn: (day: string) => `Look again on ${day}`,
    setBy: (name: string) => `set by ${name}`,
    tag: (day: string) => `Look again ${day}`,
    note: {
      title: "Internal note",
      follows:
        "Only your body reads it. A note is neither changed nor deleted; write another to correct it. A note on a report is erased with its personal data when the term is over.",
      words: "Note",
    },
    day: {
      title: "Set a day to look again",
      follows: "On that day it is in “My work” of whoever handles it; where nobody does, of the whole desk.",
      on: "Look again on",
      onHint: "From today up to two years ahead. Empty: no day any more.",
      what: "What for",
    },
    refused: "Choose a day from today up to two years ahead",
  },
})
