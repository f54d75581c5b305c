/**
 * Words of time in a task that its deadline does not hold: what follows the deadline and changes it ("trước ngày 15/6 năm
 * sau"), a second time, or a time that the reader did not take at all ("trước ngày 15 tháng tới"). A person sets the date.
 */
import type { DraftTask } from "./domain.ts"

type Timed = Pick<DraftTask, "text" | "deadline" | "spans">

const day = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)|\d{1,2}\s+tháng\s+\d{1,2}`
const often = "(?:hằng|hàng|mỗi|từng)"

/** Right behind the deadline, words that make another time of it, or that go on naming times. */
const goesOn = new RegExp(
  String.raw`^\s*\)?\s*(?:[,;–-]|và|hoặc|đến|tới)?\s*(?:của\s+)?(?:` +
    [
      String.raw`năm\s+(?:\d{2,4}|sau|tới|tiếp|kế)`,
      "(?:các|những|mỗi) (?:năm|quý|tháng)",
      "âm lịch",
      "(?:được )?(?:kể|tính) (?:từ|khi)",
      String.raw`(?:trước |vào |hết )?(?:ngày\s+)?(?:${day})`,
      String.raw`(?:trước |vào )?ngày\s+\d`,
      String.raw`(?:trước |vào |trong )?(?:tháng\s+\d|quý\s+(?:[ivx]+|\d))`,
      String.raw`\d{1,2}(?=\s*(?:năm|và|,|/|hoặc))`,
      "(?:tháng|quý|tuần) (?:sau|tới|tiếp|kế|cuối|thứ)",
      "(?:quý|năm|tháng)(?=[,;.]|$)",
    ].join("|") +
    ")",
  "iu",
)
/** After a number of days: from when, unless the sentence ends or says what is then to be done. */
const lasts = /(?:ngày làm việc|ngày|giờ|tháng|tuần)$/iu
const isOver =
  /^\s*(?:$|[.,;:)]|(?:phải|để|cần|thì|báo cáo|gửi|hoàn thành|về|cho|tổ chức|triển khai|xong)(?!\p{L}))/iu

/** What announces a time, and the time, when none was read. */
const announced = new RegExp(
  String.raw`(?<!\p{L})(?:` +
    [
      String.raw`(?:trước|chậm nhất|muộn nhất|không (?:muộn|chậm) (?:hơn|quá)|đến hết|hạn cuối|thời hạn|hạn)(?:\s+(?:là|vào|trong|hết|đến|của))*\s+(?:ngày\s+)?(?:\d{1,2}(?:\s?[/.-]\s?\d|\s+tháng|\s+của)|ngày\s)`,
      String.raw`(?:trước|chậm nhất|sau|hết)\s+(?:dịp\s+)?(?:tết|năm học|khai giảng|mùa mưa|kỳ họp|kỳ thi|đại hội)`,
      String.raw`(?:trong|không quá|chậm nhất|sau)(?:\s+(?:vòng|thời hạn|là|sau|trong))*\s+\d{1,3}\s+(?:giờ|ngày|tuần|tháng)(?!\p{L})`,
      String.raw`(?:ngày|trước)\s+\d{1,2}\s+(?:của\s+)?tháng\s+(?:sau|tới|tiếp|kế|này)`,
      String.raw`(?:trong|trước|đầu|cuối|hết)\s+(?:tuần|tháng|quý)\s+(?:sau|tới|tiếp|kế|này|đầu)`,
      String.raw`(?:trong|trước|hết|cuối|đầu)\s+(?:tháng\s+\d{1,2}|quý\s+(?:[ivx]{1,3}|[1-4]))(?!\p{L})`,
    ].join("|") +
    ")",
  "iu",
)

/** Times with what announces them, each once, as their words name them. */
const times = new RegExp(
  String.raw`(?<!\p{L})(?:trước|chậm nhất|muộn nhất|không muộn hơn|đến hết|hạn cuối|trong|hết|vào|xong|hoàn thành)(?: là| vào| hết| đến| trong| trước)*\s+(?:ngày\s+)?(\d{1,2}(?:\/|\s+tháng\s+)\d{1,2}(?:(?:\/|\s+năm\s+)\d{4})?|\d{1,2}\s+${often}\s+tháng|tháng\s+\d{1,2}|quý\s+(?:[ivx]{1,3}|[1-4]))(?![\p{L}\d])`,
  "giu",
)

/** Whether words of the letter's own task name a time that its deadline does not hold. */
export function isTimeOpen(task: Timed): boolean {
  if (task.spans.length === 0) return false
  if (task.deadline === null) return announced.test(task.text)
  return isChangedBehind(task) || namesSeveral(task.text)
}

/** Words behind the deadline change it: no date follows from its words alone. */
export function isChangedBehind({ text, deadline, spans }: Timed): boolean {
  if (deadline === null || spans.length === 0) return false
  const end = endOf(text, deadline)
  if (end === null) return false
  const rest = text.slice(end)
  return goesOn.test(rest) || (lasts.test(deadline) && !isOver.test(rest))
}

/** More than one time is named: which of them binds whom is for a person to say. */
const namesSeveral = (text: string) =>
  new Set([...text.matchAll(times)].map((found) => found[1]?.toLowerCase().replace(/\s+/g, " "))).size > 1

/** Where in the text the deadline ends; null where its words do not stand there. A whole date stands in another form. */
function endOf(text: string, deadline: string): number | null {
  const at = text.indexOf(deadline)
  if (at >= 0) return at + deadline.length
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(deadline)
  const [y, m, d] = iso?.slice(1) ?? /(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(deadline)?.slice(1).reverse() ?? []
  if (y === undefined) return null
  const written = String.raw`0?${Number(d)}(?:\s?[/.-]\s?|\s+tháng\s+)0?${Number(m)}(?:\s?[/.-]\s?|\s+năm\s+)${y}`
  const found = new RegExp(written).exec(text)
  return found === null ? null : found.index + found[0].length
}
