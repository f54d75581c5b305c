import { plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

/** One sentence for each thing of cases that waits. */
export const waitingWords = defineWords({
  vi: {
    late: (n: number) => `${n} vụ việc đã trễ hạn`,
    soon: (n: number, next: string) => `${n} vụ việc sắp đến hạn, gần nhất ${next}`,
    follow: (n: number) => `${n} vụ việc đến ngày theo dõi lại`,
    toSign: (n: number, since: string) => `${n} hồ sơ chờ ký nhận, cũ nhất chuyển ${since}`,
    toTake: (n: number) => `${n} văn bản của vụ việc đã phát hành, chờ ghi số vào vụ việc`,
    toAnswer: (n: number, by: string) => `${n} yêu cầu ngăn chặn chờ trả lời, hạn gần nhất ${by}`,
  },
  en: {
    late: (n: number) => `${n} ${plural(n, "case is", "cases are")} late`,
    soon: (n: number, next: string) => `${n} ${plural(n, "case is", "cases are")} nearly due, first ${next}`,
    follow: (n: number) => `${n} ${plural(n, "case", "cases")} to look at again today`,
    toSign: (n: number, since: string) =>
      `${n} ${plural(n, "file waits", "files wait")} for a signature, oldest handed over ${since}`,
    toTake: (n: number) => `${n} issued ${plural(n, "paper waits", "papers wait")} to be taken into the case`,
    toAnswer: (n: number, by: string) =>
      `${n} prevention ${plural(n, "request waits", "requests wait")} for an answer, first due ${by}`,
  },
})
