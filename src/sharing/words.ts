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
  },
})
