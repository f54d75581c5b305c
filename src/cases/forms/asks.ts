/** Questions that many forms of a case ask. */
import { day, paragraph, text } from "../../kernel/forms/index.ts"
import { say } from "../../kernel/words.ts"

export const note = paragraph(say("Ghi chú", "Note"))
/** The day of the fact: papers are typed days later, and are judged by their own day. */
export const doneOn = day(say("Ngày diễn ra", "Happened on"), {
  hint: say(
    "Ghi ngày thật nếu nhập sau; để trống: hôm nay",
    "The true day, where it is entered later; left empty: today",
  ),
})
export const reason = paragraph(say("Lý do", "Reason"))
export const number = text(say("Số văn bản", "Document number"), {
  hint: say(
    "Chỉ ghi khi văn bản làm ngoài hệ thống; soạn từ vụ việc thì số được lấy khi phát hành.",
    "Only for a paper made elsewhere; one written from the case brings its number when issued.",
  ),
})
