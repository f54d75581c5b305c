/** What the set-up asked, changed later. */
import { defineWords } from "../kernel/words.ts"

export const settingWords = defineWords({
  vi: {
    title: "Cài đặt của tỉnh",
    lead: "Những điều đã khai khi cài đặt, sửa lại khi cần. Biến môi trường của máy chủ (LIENPHONG_URL, LIENPHONG_SMTP, LIENPHONG_MAIL_FROM, LIENPHONG_BACKUP_DIR) nếu có đặt thì đứng trước.",
    change: (part: string) => `Sửa: ${part}`,
    second:
      "Nơi đường dẫn trỏ tới, máy chủ gửi thư và số điện thoại người dân gọi không do một người đổi: người quản trị thứ hai (của cơ quan giữ sơ đồ hoặc sở chủ trì) đồng ý thì mới có hiệu lực.",
    ask: "Gửi để người thứ hai đồng ý",
    save: "Lưu",
    waiting: "Đang chờ người thứ hai",
    waitingOf: (name: string, at: string) => `${name} đề nghị lúc ${at}`,
    wanted: "Sẽ thành",
    agree: "Đồng ý, áp dụng ngay",
    withdraw: "Rút đề nghị",
    ownWaits: "Bạn là người đề nghị; một người quản trị khác đồng ý.",
    saved: "Đã lưu.",
    asked: "Đã gửi; có hiệu lực khi người thứ hai đồng ý.",
    agreed: "Đã đồng ý và áp dụng.",
    withdrawn: "Đã rút đề nghị.",
    anotherWaits: "Mục này đang có một đề nghị chờ; đồng ý hoặc rút đề nghị đó trước.",
    gone: "Đề nghị này không còn, hoặc do chính bạn nêu.",
    onlyKeeper:
      "Chỉ người quản trị của cơ quan giữ sơ đồ tổ chức sửa được; bạn có thể đồng ý đề nghị đang chờ.",
    none: "chưa có",
    checked: (checked: number, all: number) => `${checked} trong ${all} số đã đối chiếu, hiện cho người dân`,
    ofData: (numbers: string) =>
      `Tỉnh chưa khai số nào: trang công khai đang dùng số có sẵn của chương trình (${numbers}), chưa ai đối chiếu`,
    noNumbers: "Không có số nào: trang công khai không bảo người dân gọi số nào",
    by: (name: string) => `đối chiếu: ${name}`,
    notChecked: "chưa đối chiếu, không hiện",
  },
  en: {
    title: "Settings of the province",
    lead: "What was said in the set-up, changed where it is needed. Variables of the server's environment (LIENPHONG_URL, LIENPHONG_SMTP, LIENPHONG_MAIL_FROM, LIENPHONG_BACKUP_DIR) stand before it.",
    change: (part) => `Change: ${part}`,
    second:
      "Where links lead, which server sends mail and whom people call is not one person's to change: it takes effect when a second administrator (of the body that keeps the chart, or of the lead department) agrees.",
    ask: "Send it to a second person",
    save: "Save",
    waiting: "Waits for a second person",
    waitingOf: (name, at) => `${name} asked at ${at}`,
    wanted: "Will be",
    agree: "Agree, at once",
    withdraw: "Withdraw",
    ownWaits: "You asked for it; another administrator agrees.",
    saved: "Saved.",
    asked: "Sent; it takes effect when a second person agrees.",
    agreed: "Agreed and applied.",
    withdrawn: "Withdrawn.",
    anotherWaits: "A change of this part waits already; agree to it or withdraw it first.",
    gone: "This request is no more, or it is your own.",
    onlyKeeper:
      "Only an administrator of the body that keeps the chart can change these; you may agree to what waits.",
    none: "none yet",
    checked: (checked, all) => `${checked} of ${all} numbers are checked and shown to the public`,
    ofData: (numbers) =>
      `The province has given none: the public pages use those that come with the program (${numbers}), checked by nobody`,
    noNumbers: "None: the public pages tell nobody to call a number",
    by: (name) => `checked by ${name}`,
    notChecked: "not checked, not shown",
  },
})
