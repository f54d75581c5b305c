import { defineWords } from "../kernel/words.ts"

export const words = defineWords({
  vi: {
    nav: "Chia sẻ",
    clock: "Hết hạn tự động",
  },
  en: {
    nav: "Sharing",
    clock: "Expired by itself",
  },
})
