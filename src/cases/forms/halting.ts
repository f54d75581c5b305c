/** Execution of a sanction is suspended, and goes on. */
import { day, form, text } from "../../kernel/forms/index.ts"
import { say } from "../../kernel/words.ts"
import { number, reason } from "./asks.ts"

const asks = {
  number,
  doneOn: day(say("Ngày ra quyết định", "Day of the decision"), {
    hint: say("Để trống: hôm nay", "Left empty: today"),
  }).optional(),
  signerName: text(say("Người ký quyết định, chức danh", "Who signed the decision, with title")),
  reason,
}

export const halting = {
  halt: form({
    slug: "tam-dinh-chi-thi-hanh",
    verb: "case.decide",
    title: say(
      "Ghi quyết định tạm đình chỉ thi hành (Đ62.2)",
      "Note a decision to suspend execution (Article 62.2)",
    ),
    follows: say(
      "Thấy dấu hiệu tội phạm sau khi đã xử phạt: hạn thi hành ngừng chạy, thời hạn chuyển hồ sơ sang cơ quan tố tụng bắt đầu. Không cưỡng chế cho đến khi có quyết định tiếp tục thi hành.",
      "Signs of a crime after the sanction: the days to execute stop, those to hand the file over begin. Nobody is forced until a decision lets execution go on.",
    ),
    look: "second",
    asks,
  }),
  goOn: form({
    slug: "tiep-tuc-thi-hanh",
    verb: "case.decide",
    title: say(
      "Ghi quyết định tiếp tục thi hành (Đ62.3)",
      "Note a decision to continue execution (Article 62.3)",
    ),
    follows: say(
      "Hạn thi hành chạy tiếp từ ngày quyết định; ngày tạm đình chỉ không tính, không tính tiền chậm nộp.",
      "The days to execute run on from the day of the decision; those of suspension count for nothing and are not charged.",
    ),
    asks,
  }),
}
