/**
 * By when: a whole date as ISO, otherwise the letter's own words.
 *
 * The dates of documents ("Nghị định … ngày 22/3/2007") are no deadlines: a deadline is announced by a word
 * ("trước", "chậm nhất", "đến hết"), or is a period, a duration with its beginning, or an event that must come after.
 */

import { dateWords, isoOf } from "./dates.ts"
import { withoutEnd } from "./piece.ts"

const announced =
  "(?:(?:xong |hoàn thành |thực hiện )?(?:trước|chậm nhất|muộn nhất|đến hết|hết|hạn cuối|thời hạn|thời hạn hoàn thành|thời gian hoàn thành|thời gian thực hiện|hoàn thành|xong|vào|trong|đến))"
const year = String.raw`(?: năm \d{4}|/\d{4}| năm nay| hàng năm| hằng năm)?`
const often = "(?:hàng|hằng|mỗi|từng)"

const patterns = (
  [
    // "ngày 20 tháng 6 và 20 tháng 12 hàng năm", "6 tháng trước 15/6, năm trước 15/12 hàng năm"
    new RegExp(
      String.raw`(?:6 tháng (?:đầu năm )?)?(?:trước |vào |chậm nhất (?:vào )?)?(?:ngày )?\d{1,2}(?:/| tháng )\d{1,2}(?:,? và|[,;]) (?:(?:báo cáo )?(?:cả )?năm )?(?:trước )?(?:ngày )?\d{1,2}(?:/| tháng )\d{1,2}(?!/?\d)(?: ${often} năm)?`,
    ),
    new RegExp(
      String.raw`${announced}(?: là)?(?: vào)?(?: trước)?(?: đến hết)?(?: hết)?:?(?: ngày)? (${dateWords})`,
    ),
    new RegExp(
      `trước \\d{1,2} ?(?:giờ|h)(?: ?\\d{1,2}(?: phút)?)?(?: (?:${often} ngày|ngày ${dateWords}|ngày \\d{1,2}/\\d{1,2}|cùng ngày))?`,
    ),
    // "định kỳ 06 tháng một lần (tháng 01 và tháng 6 hàng năm)", "định kỳ (vào ngày 22 hàng tháng)"
    new RegExp(
      String.raw`định kỳ(?: (?:${often} (?:ngày|tuần|tháng|quý|năm)|\d{1,2} tháng(?:,? (?:một lần|\d{1,2} tháng|${often} năm|và (?:một |cả )?năm|năm|cả năm|1 năm))?|quý|tháng|năm|tuần)(?:,? (?:\d{1,2} tháng|${often} năm|năm|quý|và năm)){0,3})?(?: \([^()]{3,80}\))?`,
    ),
    new RegExp(
      String.raw`(?:trước |vào |chậm nhất (?:vào )?)?(?:ngày \d{1,2}(?:(?: tháng |/)\d{1,2})?|\d{1,2}/\d{1,2}) (?:${often} (?:tuần|tháng|quý|năm)|(?:của )?tháng (?:cuối|đầu) (?:mỗi )?quý)`,
    ),
    new RegExp(
      String.raw`(?:ngay )?(?:trong|vào|trước|hết|đến hết|cuối|đầu)(?: (?:đầu|cuối|giữa))? quý [ivx1-4]{1,3}(?:(?:,| và|-) ?[ivx1-4]{1,3}){0,3}${year}`,
    ),
    new RegExp(
      String.raw`(?:ngay )?(?:trong|vào|trước|hết|đến hết|cuối|đầu|giữa)(?: (?:đầu|cuối|giữa))? tháng \d{1,2}${year}`,
    ),
    /(?:trước|chậm nhất(?: là)?|muộn nhất|đến hết|hết)(?: vào)?(?: trước)?(?: ngày)? \d{1,2}(?:\/| tháng )\d{1,2}(?!\/?\d)/,
    /(?:chậm nhất(?: là)?|trong thời hạn|trong vòng|trong thời gian|sau)(?: sau| trong| trong vòng)?(?: không quá)? \d{1,3}(?: \([^()]{1,30}\))? (?:ngày làm việc|ngày|giờ|tháng|tuần)(?:[^.;]{0,3}(?:kể )?(?:từ|sau) [^,.;]{3,60}?(?= phải| để|[,.;]|$))?/,
    /trước khi (?:triển khai|thực hiện|ban hành|trình|ký|tổ chức|khai mạc|báo cáo|phê duyệt|đưa vào)[^,.;]{0,60}/,
    /(?:(?:trong |hết )?(?:0?[369]|sáu|ba|chín) tháng (?:đầu|cuối) năm|(?:trước|cuối|đầu|giữa) năm)(?: \d{4})?/,
    new RegExp(String.raw`${often} (?:ngày|tuần|tháng|quý|năm)(?:,? (?:và )?${often} (?:quý|năm))?`),
    /(?<=báo cáo |thực hiện |xử lý |báo )ngay(?= (?:về|cho|với|đến|tới|ủy|ubnd|bộ|sở|công an|trạm|cơ quan|chính quyền))/,
  ] as RegExp[]
).map((pattern) => new RegExp(pattern, "g"))

/** The first deadline of the words, by what announces it most surely. Periods win over their own parts. */
export function deadlineOf(text: string, low: string): string | null {
  for (const pattern of patterns) {
    for (const found of low.matchAll(pattern)) {
      if (isOther(low, found.index)) continue
      if (bareOften.test(found[0]) && !setsTime(low, found.index, found.index + found[0].length)) continue
      const iso = found[1] === undefined ? null : isoOf(found[1])
      return iso ?? text.slice(found.index, found.index + found[0].length).trim()
    }
  }
  return null
}

/** "tiết kiệm chi hằng năm đối với …": such words set no time unless they open the order, end it, or follow what comes back. */
const bareOften = new RegExp(`^${often} (?:ngày|tuần|tháng|quý|năm)$`)
const comesBack =
  /(?:^|[,;(] |định kỳ |và |báo cáo |tổng hợp |đánh giá |sơ kết |tổng kết |kiểm tra |rà soát |cập nhật |họp |tổ chức |thực hiện |gửi )$/
const setsTime = (low: string, at: number, end: number) =>
  comesBack.test(low.slice(Math.max(0, at - 14), at)) ||
  /^(?:[,.;)]|$| (?:báo cáo|tổ chức|tổng hợp|gửi))/.test(low.slice(end, end + 12))

/** "trợ cấp hàng tháng", "kế hoạch 5 năm và hàng năm", "văn bản số … trước ngày": words about something else. */
const isOther = (low: string, at: number) =>
  /(?:trợ cấp|phụ cấp|lương|mức|tiền|thu nhập|bình quân|chi phí|kế hoạch|chương trình|chương trình công tác|5 năm và|số|văn bản|điều chỉnh) $/.test(
    low.slice(Math.max(0, at - 24), at),
  )

/** What stands in a plan's "Thời gian" line: its words, or the date if it is one whole date. */
export function deadlineOfLine(text: string, low: string): string | null {
  const words = withoutEnd(text, ".;, ")
  if (words === "") return null
  const only = new RegExp(String.raw`^(?:${announced} ?)?(?:ngày )?(${dateWords})$`).exec(
    low.slice(0, words.length),
  )
  return (only?.[1] === undefined ? null : isoOf(only[1])) ?? words
}
