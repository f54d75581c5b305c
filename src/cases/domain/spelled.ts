/** Amounts in words, as a decision prints them beside the figures ("Bằng chữ: mười lăm triệu đồng"). Pure. */

const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
const scales = ["", "nghìn", "triệu"]
const milliard = 1_000_000_000

/** Whole numbers from 0 to 999,999,999,999,999; anything else is a fault of the caller. */
export function inWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= milliard * 1_000_000)
    throw new Error(`no words for ${value}`)
  if (value === 0) return "không"
  const milliards = Math.floor(value / milliard)
  if (milliards === 0) return below(value, false)
  const rest = value % milliard
  return [`${below(milliards, false)} tỷ`, ...(rest === 0 ? [] : [below(rest, true)])].join(" ")
}

/** Below a milliard. `isLater`: something was said before, so that zeros at the front are spoken. */
function below(value: number, isLater: boolean): string {
  const groups = [value % 1_000, Math.floor(value / 1_000) % 1_000, Math.floor(value / 1_000_000)]
  const said: string[] = []
  for (const at of [2, 1, 0]) {
    const group = groups[at] ?? 0
    if (group === 0) continue
    said.push(`${hundreds(group, isLater || said.length > 0)} ${scales[at] ?? ""}`.trim())
  }
  return said.join(" ")
}

function hundreds(group: number, isLater: boolean): string {
  const [hundred, ten, one] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10]
  const said: string[] = []
  if (hundred > 0 || isLater) said.push(`${digits[hundred]} trăm`)
  if (ten === 0 && one > 0 && said.length > 0) said.push("lẻ")
  if (ten === 1) said.push("mười")
  if (ten > 1) said.push(`${digits[ten]} mươi`)
  if (one > 0) said.push(oneOf(one, ten))
  return said.join(" ")
}

function oneOf(one: number, ten: number): string {
  if (one === 1 && ten > 1) return "mốt"
  if (one === 5 && ten > 0) return "lăm"
  return digits[one] ?? ""
}
