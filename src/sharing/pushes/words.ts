/** Words of notifications by the browser. */
import { defineWords } from "../../kernel/words.ts"

export const pushWords = defineWords({
  vi: {
    title: "Nhận cảnh báo bằng thông báo của trình duyệt",
    lead: "Có cảnh báo mới, hay một cảnh báo được thu hồi, điện thoại hoặc máy tính này hiện thông báo. Không cần tài khoản, không hỏi tên hay số máy.",
    needsScript:
      "Trình duyệt này không nhận được thông báo: cần bật script, và trình duyệt có hỗ trợ thông báo. Cách khác: nhận qua thư điện tử hoặc nguồn cấp tin.",
    area: "Chỉ ở nơi",
    trick: "Chỉ kiểu lừa",
    any: "Tất cả",
    send: "Bật thông báo",
    leave: "Tắt thông báo trên máy này",
    refused:
      "Trình duyệt không cho phép hiện thông báo: mở cài đặt của trình duyệt cho trang này rồi thử lại.",
    sent: "Thông báo đầu tiên sẽ hiện trong ít phút",
    sentHow: "Thông báo ấy hiện lên là máy này đã nhận được. Tắt lúc nào cũng được, ở chính trang này.",
    left: "Máy này không còn nhận cảnh báo; địa chỉ đã xóa",
    wrong: "Trình duyệt không gửi đủ thông tin: tải lại trang rồi bật lại.",
    tooOften: (minutes: number) =>
      `Mạng bạn đang dùng vừa đăng ký quá nhiều lần. Chờ ${minutes} phút rồi bật lại.`,
    byMail: "Nhận qua thư điện tử",
    notices: {
      welcome: {
        title: "Đã bật thông báo cảnh báo",
        body: "Khi có cảnh báo mới, máy này sẽ hiện thông báo như thế này.",
      },
      released: (title: string) => `Cảnh báo: ${title}`,
      recalled: (title: string) => `Thu hồi cảnh báo: ${title}`,
    },
  },
  en: {
    title: "Warnings as notifications of the browser",
    lead: "When there is a new warning, or one is recalled, this telephone or computer shows a notification. No account is needed; no name and no number is asked.",
    needsScript:
      "This browser takes no notifications: scripts have to be on, and the browser has to know notifications. Other ways: by mail, or by a feed.",
    area: "Only at",
    trick: "Only the trick",
    any: "All",
    send: "Turn notifications on",
    leave: "Turn them off on this device",
    refused: "The browser does not allow notifications: open its settings for this page and try again.",
    sent: "The first notification comes within minutes",
    sentHow: "When it shows, this device is told. It can be turned off at any time, on this page.",
    left: "This device is told no more; its address is deleted",
    wrong: "The browser did not send all that is needed: load the page again and turn it on again.",
    tooOften: (minutes: number) =>
      `Your network has asked too often. Wait ${minutes} minutes and turn it on again.`,
    byMail: "By mail",
    notices: {
      welcome: {
        title: "Notifications of warnings are on",
        body: "When there is a new warning, this device shows a notification such as this.",
      },
      released: (title: string) => `Warning: ${title}`,
      recalled: (title: string) => `Warning recalled: ${title}`,
    },
  },
})
