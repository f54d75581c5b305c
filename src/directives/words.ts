/** Every sentence of this slice. */
import { defineWords } from "../kernel/words.ts"

export const words = defineWords({
  vi: { nav: { work: "Việc của tôi", directives: "Văn bản chỉ đạo" } },
  en: { nav: { work: "My work", directives: "Directives" } },
})
