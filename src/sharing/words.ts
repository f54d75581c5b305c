import { defineWords } from "../kernel/words.ts"

export const words = defineWords({
  vi: {
    nav: "Chia sẻ",
    clock: "Hết hạn tự động",
    states: {
      draft: "Bản nháp",
      waiting: "Chờ người thứ hai",
      released: "Đang phát",
      recalled: "Đã thu hồi",
      expired: "Đã hết hạn",
      refused: "Không phát",
    },
    events: {
      written: "Đã viết",
      changed: "Đã sửa",
      sent: "Đã gửi người thứ hai",
      "taken-back": "Người viết lấy lại",
      "given-back": "Người thứ hai trả lại",
      refused: "Người thứ hai từ chối",
      dropped: "Đã bỏ",
      released: "Đã phát",
      recalled: "Đã thu hồi",
      expired: "Hết hạn",
      "passed-on": "Chuyển cơ quan kế thừa",
    },
  },
  en: {
    nav: "Sharing",
    clock: "Expired by itself",
    states: {
      draft: "Draft",
      waiting: "Waits for a second",
      released: "Released",
      recalled: "Recalled",
      expired: "Expired",
      refused: "Not released",
    },
    events: {
      written: "Written",
      changed: "Changed",
      sent: "Sent to the second person",
      "taken-back": "Taken back by who wrote it",
      "given-back": "Given back by the second person",
      refused: "Refused by the second person",
      dropped: "Dropped",
      released: "Released",
      recalled: "Recalled",
      expired: "Expired",
      "passed-on": "Passed to the successor",
    },
  },
})
