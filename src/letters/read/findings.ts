/** Lists of what was found: "Nổi lên là các thủ đoạn:" and "(1) Lập các sàn đầu tư tiền ảo;" tell what others do and ask nothing. */
import { markerOf } from "./markers.ts"
import type { Piece } from "./piece.ts"

const finding =
  /(?:thủ đoạn|phương thức|hành vi|biểu hiện|dấu hiệu|tồn tại|hạn chế|bất cập|vi phạm|sai phạm|nguyên nhân|kết quả đạt được)(?: (?:chủ yếu|chính|phổ biến|nổi lên|mới|lừa đảo|sau|như sau|sau đây|cụ thể|là|gồm|như)){0,4}\s?:$/
const remedy =
  /(?:yêu cầu|đề nghị|chỉ đạo|chỉ thị|giao|tập trung|khắc phục|xử lý|ngăn chặn|phòng ngừa|kiểm tra|rà soát)[^.:]{0,160}:$/

/** The paragraphs without such lists: the words that announce one stay, its items go, up to the next paragraph without a marker. */
export function withoutFindings(paragraphs: readonly Piece[]): Piece[] {
  let told: string | null = null
  let isAnnounced = false
  return paragraphs.filter((paragraph) => {
    const marker = markerOf(paragraph.text, paragraph.low)
    // "1." may be the letter's first order; "(1)", "a)" and dashes belong to the words above them.
    const kind =
      marker === null ? null : /^(?:\(|[a-zđ]\)|[-+•*])/.test(paragraph.low) ? marker.kind : "order"
    if (isAnnounced) told = kind === "order" ? null : kind
    else if (kind !== told) told = null
    const last = /[^.]{0,200}$/.exec(paragraph.low)?.[0] ?? ""
    isAnnounced = marker === null && finding.test(last) && !remedy.test(last)
    return told === null || isAnnounced
  })
}
