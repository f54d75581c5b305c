/** Words of the task of a letter that a round of a course serves. */
import { formatNumber, plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const servingWords = defineWords({
  vi: {
    room: "Lớp học, tuyên truyền",
    figure: (n: number) => `${formatNumber(n, "vi")} lớp học đã mời người học`,
    record: (title: string) => `Lớp học: ${title}`,
    done: "Đã lưu nhiệm vụ.",
  },
  en: {
    room: "Courses",
    figure: (n: number) =>
      `${formatNumber(n, "en")} ${plural(n, "round", "rounds")} of courses with people invited`,
    record: (title) => `Course: ${title}`,
    done: "The task is saved.",
  },
})
