/** Questions that many forms of a case ask. */
import { number as count, day, paragraph, text } from "../../kernel/forms/index.ts"
import { say } from "../../kernel/words.ts"

const unitsMax = 10_000_000

export const numbers = count(say("Số thuê bao của hành vi", "Subscriber numbers of the act"), {
  least: 1,
  most: unitsMax,
  hint: say(
    "Khi mức phạt theo số lượng (cuối tên hành vi ghi khoảng): dòng đã chọn phải chứa số này",
    "Where the fine depends on it (the end of the violation says the band): the chosen row must hold it",
  ),
})
export const points = count(say("Số điểm đăng ký thông tin thuê bao", "Points of registration"), {
  least: 1,
  most: unitsMax,
})

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
