import { plural } from "../../kernel/format.ts"
import { defineWords } from "../../kernel/words.ts"

/** One sentence for each outgoing document that waits for whoever reads it. */
export const waitingWords = defineWords({
  vi: {
    toSign: (n: number) => `${n} văn bản đi chờ tôi ký`,
    toReview: (n: number) => `${n} văn bản đi chờ kiểm tra`,
    toNumber: (n: number) => `${n} văn bản đi chờ cấp số, phát hành`,
  },
  en: {
    toSign: (n: number) => `${n} outgoing ${plural(n, "document waits", "documents wait")} for my signature`,
    toReview: (n: number) => `${n} outgoing ${plural(n, "document waits", "documents wait")} for review`,
    toNumber: (n: number) =>
      `${n} outgoing ${plural(n, "document waits", "documents wait")} to be numbered and issued`,
  },
})
