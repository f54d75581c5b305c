/** Several tips of the list at once. */
import { plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const severalWords = defineWords({
  vi: {
    pick: "Chọn",
    pickOne: (gist: string) => `Chọn tin: ${gist}`,
    title: "Làm với các tin đã chọn",
    follows: "Tối đa 50 tin một lần. Hoàn tác được trong 30 phút, bằng một lần bấm.",
    tips: "Tin đã chọn",
    noTips: "Đánh dấu các tin ở cột “Chọn” trước",
    act: "Việc cần làm",
    acts: {
      assign: "Giao người xử lý",
      spam: "Kết thúc: không có nội dung kiểm tra được",
      merge: "Gộp vào tin cũ nhất trong số đã chọn",
    },
    to: "Giao cho ai",
    toHint: "Chỉ khi giao người xử lý.",
    noColleague: "Chọn người được giao",
    noOther: "Chọn từ hai tin còn chờ xử lý trở lên để gộp",
    done: {
      assign: (n: string, to: string) => `Đã giao ${n} tin cho ${to}.`,
      spam: (n: string) => `Đã kết thúc ${n} tin.`,
      merge: (n: string) => `Đã gộp ${n} tin vào tin cũ nhất.`,
    },
    none: "Không tin nào thay đổi.",
    undone: (n: string) => `Đã hoàn tác ${n} tin: mỗi tin trở lại như trước.`,
    undo: "Hoàn tác",
    undoUntil: (time: string) => `Hoàn tác được đến ${time}.`,
    tooLate: "Quá 30 phút, hoặc đã hoàn tác rồi: sửa từng tin ở trang của tin.",
    left: "Các tin giữ nguyên và lý do:",
    fromElsewhere:
      "Tin do nơi khác chuyển đến: kết thúc ở trang của tin, vì lời kết thúc trả lời ngay cho nơi ấy.",
    changedSince: "Sau đó tin đã có bước khác nên không hoàn tác.",
  },
  en: {
    pick: "Choose",
    pickOne: (gist: string) => `Choose the report: ${gist}`,
    title: "Do with the chosen reports",
    follows: "Fifty at a time. Undone with one press within 30 minutes.",
    tips: "Chosen reports",
    noTips: "Tick reports in the column “Choose” first",
    act: "What to do",
    acts: {
      assign: "Assign",
      spam: "Close: nothing in it can be checked",
      merge: "Merge into the oldest of the chosen",
    },
    to: "To whom",
    toHint: "Only for assigning.",
    noColleague: "Choose to whom",
    noOther: "Choose two open reports or more to merge",
    done: {
      assign: (n: string, to: string) => `${n} ${plural(Number(n), "report", "reports")} assigned to ${to}.`,
      spam: (n: string) => `${n} ${plural(Number(n), "report", "reports")} closed.`,
      merge: (n: string) => `${n} ${plural(Number(n), "report", "reports")} merged into the oldest.`,
    },
    none: "Nothing changed.",
    undone: (n: string) => `Undone: ${n} ${plural(Number(n), "report is", "reports are")} as before.`,
    undo: "Undo",
    undoUntil: (time: string) => `Can be undone until ${time}.`,
    tooLate: "More than 30 minutes, or undone already: change each report on its page.",
    left: "These stay as they are:",
    fromElsewhere:
      "Handed over by another body: close it on its page, since the end answers that body at once.",
    changedSince: "Something else has happened to it since, so it was not undone.",
  },
})
