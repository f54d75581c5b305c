/** What was seized is kept by a decision, for the days that the law gives, and then goes back or is confiscated. */
import { choice, day, form, text } from "../../kernel/forms/index.ts"
import { say, sayEach } from "../../kernel/words.ts"
import { keepingWords } from "../words-keeping.ts"
import { doneOn, number, reason } from "./asks.ts"

export const keeping = {
  keep: form({
    slug: "tam-giu",
    verb: "case.record",
    title: say("Ghi quyết định tạm giữ tang vật", "Note a decision to keep what was seized"),
    follows: say(
      "Thời hạn tạm giữ chạy từ ngày tạm giữ (Đ125.8): 7 ngày làm việc; kéo dài bằng văn bản ở “Gia hạn”.",
      "The days of keeping run from the day of the seizure (Article 125.8): 7 working days; longer by a paper, under “Extend”.",
    ),
    look: "second",
    asks: {
      number,
      keptOn: day(say("Ngày tạm giữ", "Seized on")),
      signerName: text(say("Người ký quyết định, chức danh", "Who signed the decision, with title")),
      reason,
    },
  }),
  release: form({
    slug: "het-tam-giu",
    verb: "case.record",
    title: say("Ghi trả lại hoặc tịch thu tang vật", "Note that it was given back or confiscated"),
    follows: say("Thời hạn tạm giữ dừng lại.", "The days of keeping stop."),
    look: "second",
    asks: {
      way: choice(
        say("Xử lý tang vật", "What became of it"),
        sayEach(keepingWords, (t) => t.ways),
      ),
      number,
      doneOn: doneOn.optional(),
      reason,
    },
  }),
}
