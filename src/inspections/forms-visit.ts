/** A visit on the spot: beside the checklist, what its record needs. */
import { files, form, pick, tick } from "../kernel/forms/index.ts"
import { say } from "../kernel/words.ts"
import { forms } from "./forms.ts"
import { pageWords } from "./words-page.ts"

export const visiting = form({
  slug: "tai-cho",
  verb: "inspection.hold",
  title: say(pageWords.vi.visit, pageWords.en.visit),
  submit: say("Lập biên bản và gửi", "Make the record and send it"),
  asks: {
    inspectionId: pick(say(pageWords.vi.whichCheck, pageWords.en.whichCheck)),
    ...forms.record.asks,
    isOver: tick(
      say("Đồng nghiệp đã trả lời khác", "A colleague answered otherwise"),
      say("Tôi đã xem câu trả lời đó; lấy câu của tôi", "I have seen that answer; mine stands"),
    ),
    declared: tick(
      say("Ảnh, tệp kèm theo", "Attached files"),
      say("Ảnh, tệp không chứa bí mật nhà nước", "They hold no state secret"),
    ),
    file: files(
      say("Ảnh, tệp; cả ảnh biên bản giấy đã ký", "Photos, files; also of the signed paper record"),
    ),
  },
})
