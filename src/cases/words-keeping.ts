/** What becomes of things that were kept. */
import { defineWords } from "../kernel/words.ts"

export const keepingWords = defineWords({
  vi: { ways: { returned: "Trả lại", confiscated: "Tịch thu" } },
  en: { ways: { returned: "Given back", confiscated: "Confiscated" } },
})
