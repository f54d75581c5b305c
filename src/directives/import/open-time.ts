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

/** Dates and years of documents and plans: no time for anything. */
const written = String.raw`(?:\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})`
const cited = new RegExp(
  String.raw`số [^\s,;]{1,40} ngày (?:${written}|\d{1,2}/\d{1,2})|ngày ${written} (?=của )|(?:kế hoạch|chương trình|giai đoạn|nhiệm kỳ|đề án|dự toán|thống kê|năm học)[^,;.]{0,30} (?:năm )?\d{4}`,
  "giu",
)
/** Any word of time: what is due at once, before an event, again and again, a date, a period. */
const anyTime = new RegExp(
  String.raw`(?<![\p{L}\d])(?:` +
    [
      String.raw`ngay(?! (?:từ (?:khâu|cơ sở|đầu|cấp)|tại|trên|cạnh))(?=[\s,.;/)])`,
      "chậm nhất|muộn nhất|kể từ|định kỳ|tuần sau|tháng sau|ngày mai|cùng ngày|học kỳ|kỳ họp thứ|trong năm|6 tháng",
      String.raw`không (?:quá|muộn hơn|chậm quá) \d{1,3} (?:ngày|giờ|phút|tuần|tháng)`,
      String.raw`trong (?:ngày|tuần|\d{1,3} (?:ngày|giờ|phút|tuần|tháng))`,
      String.raw`(?:trước|sau|xong|đến hết|hết) (?:dịp )?(?:ngày|tuần|tháng|quý|mùa|tết|năm|kỳ|đêm|khai giảng|đại hội|\d{1,2})`,
      "trước khi (?:vào|bão|cắt|bước|khai|triển khai|thực hiện)|(?:trước|sau) (?:ít nhất|tối thiểu)",
      "(?:hàng|hằng|mỗi|từng) (?:giờ|ngày|tuần|tháng|quý|năm|học kỳ)",
      String.raw`cứ \d{1,3} (?:giờ|ngày|phút|tuần|tháng)`,
      String.raw`\d{1,3} (?:lần|số|ngày|giờ|phút|tuần|buổi) ?/ ?(?:ngày|tuần|tháng|quý|năm|học kỳ|lần)`,
      String.raw`(?:sáng|chiều|tối|từ|vào|đến|cuối|đầu) (?:ngày \d{1,2}|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|tháng|tuần|quý [ivx1-4]{1,3})`,
      String.raw`quý [ivx]{1,3}|tháng (?:\d{1,2}|tới|này)|tuần (?:tới|này)|ngày \d{1,2}(?:/| tháng| của tháng)|\d{1,2}/\d{1,2}(?:/\d{4})?`,
    ].join("|") +
    String.raw`)(?![\p{L}\d])`,
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
  return isChangedBehind(task) || namesSeveral(task.text) || anyTime.test(besideDeadline(task))
}

const leadsIn =
  /(?:(?:hoàn thành|xong|trước|chậm nhất|muộn nhất|đến hết|hết|vào|trong|là|ngày|thời hạn|hạn cuối|thời gian|phải|và)[\s:]{1,2}){1,8}$/iu
const wordsMax = 4_000

/** The task's words without its deadline, what leads up to it, and the dates of documents. */
function besideDeadline({ text, deadline }: Timed): string {
  const end = deadline === null ? null : endOf(text, deadline)
  const words = text.slice(0, wordsMax)
  if (deadline === null || end === null) return words.replace(cited, " ")
  const from = startOf(text, deadline, end)
  const before = text.slice(0, from).replace(leadsIn, "")
  // "từ ngày 05 hằng tháng" says when it begins, not by when it is done.
  if (/(?:^|\s)từ\s$/.test(before)) return "từ ngày 1"
  return `${before} # ${text.slice(end)}`.slice(0, wordsMax).replace(cited, " ")
}

/** A whole date stands in another form than the deadline's. */
function startOf(text: string, deadline: string, end: number): number {
  const at = text.indexOf(deadline)
  if (at >= 0) return at
  const tail = text.slice(Math.max(0, end - 40), end)
  const found = /\d{1,2}(?:\s?[/.-]\s?|\s+tháng\s+)\d{1,2}(?:\s?[/.-]\s?|\s+năm\s+)\d{4}$/.exec(tail)
  return found === null ? end : end - tail.length + found.index
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
