/** The mails to the desk that tips came, and the page on which an officer chooses them. */
import { defineWords } from "../kernel/words.ts"

export const tellingWords = defineWords({
  vi: {
    title: "Thư báo có tin mới",
    nav: "Thư báo tin mới",
    lead: "Thư chỉ nói có bao nhiêu tin, không có nội dung, số điện thoại hay tên ai. Tin đọc trong hệ thống.",
    wants: "Bạn muốn nhận thư nào?",
    choices: {
      moving: "Khi có tin tiền đang chuyển: ngay lúc đó, mỗi giờ nhiều nhất 6 thư",
      all: "Cả khi có tin khác: mỗi giờ nhiều nhất thêm một thư",
      none: "Không nhận thư nào",
    },
    save: "Lưu",
    saved: "Đã lưu",
    missing: "Chọn một mục",
    noServer: "Nơi này chưa đặt máy chủ thư nên chưa thư nào được gửi; quản trị đặt ở trang cài đặt.",
    mail: {
      subject: (what: string) => `Liên Phòng: ${what}`,
      moving: (n: number) => `${n} tin tiền đang chuyển chờ đọc`,
      usual: (n: number) => `${n} tin mới chờ đọc`,
      open: (href: string) => `Đọc: ${href}`,
      foot: (href: string) => `Đổi hoặc thôi nhận thư này: ${href}`,
    },
  },
  en: {
    title: "Mail about new reports",
    nav: "Mail about new reports",
    lead: "A mail says how many reports came and nothing of what is in them. Reports are read here.",
    wants: "Which mails do you want?",
    choices: {
      moving: "When money is moving: at once, at most 6 mails an hour",
      all: "Also for other reports: at most one more mail an hour",
      none: "None",
    },
    save: "Save",
    saved: "Saved",
    missing: "Choose one",
    noServer: "No mail server is set here, so no mail leaves; the administrator sets one among the settings.",
    mail: {
      subject: (what: string) => `Liên Phòng: ${what}`,
      moving: (n: number) => `${n} reports of moving money to read`,
      usual: (n: number) => `${n} new reports to read`,
      open: (href: string) => `Read: ${href}`,
      foot: (href: string) => `Change or end these mails: ${href}`,
    },
  },
})
