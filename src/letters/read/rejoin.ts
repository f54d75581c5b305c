/** Narrow cells of a letterhead break its fixed words over lines ("ỦY" / "BAN NHÂN DÂN"); here they stand on one again. */
import type { Line } from "./lines.ts"
import { fold } from "./piece.ts"

const headLines = 40

export function rejoined(text: string, lines: readonly Line[]): Line[] {
  const whole: Line[] = []
  for (const [i, line] of lines.entries()) {
    const above = whole.at(-1)
    if (above !== undefined && /^nơi$/.test(above.low) && /^nhận\s?[:;]?/.test(line.low)) {
      whole[whole.length - 1] = joinedLine(text, above, line)
      continue
    }
    const last = whole.at(-1)
    // Only what the letter breaks by white space alone is one.
    const isNext = last !== undefined && text.slice(last.span[1], line.span[0]).trim() === ""
    if (last === undefined || i > headLines || !isNext || !belongs(last, line)) whole.push(line)
    else whole[whole.length - 1] = joinedLine(text, last, line)
  }
  return whole
}

function joinedLine(text: string, a: Line, b: Line): Line {
  const span: Line["span"] = [a.span[0], b.span[1]]
  const words = text.slice(...span).replaceAll("\n", " ")
  return { text: words, low: fold(words), span, isApart: a.isApart === true }
}

const mottos = ["cộnghòaxãhộichủnghĩaviệtnam", "độclậptựdohạnhphúc"]
/** "CỘNG HÒA XÃ" / "HỘI CHỦ NGHĨA VIỆT NAM": both lines together are a beginning of the country's name or its motto. */
function isOneMotto(a: string, b: string): boolean {
  const [first, both] = [a, a + b].map((words) => fold(words).replace(/[^\p{L}]/gu, ""))
  return (first ?? "").length > 3 && mottos.some((motto) => motto.startsWith(both ?? "?"))
}

const place = /^\p{Lu}\p{L}{0,7}(?:[ -]{1,3}\p{Lu}\p{L}{0,7}){0,4}$/u
const datedFrom = /^\p{Lu}[^,;:]{1,30},\s{0,4}ngày/u

function belongs(a: Line, b: Line): boolean {
  if (/^(?:ỦY|UỶ|CỘNG|CỘNG HÒA|CỘNG HOÀ)$/.test(a.text) && /^(?:BAN NHÂN|HÒA|HOÀ|XÃ HỘI)/.test(b.text))
    return true
  if (isOneMotto(a.text, b.text)) return true
  if (/^số\s?:?$/.test(a.low) && /^\d{0,6}\s?[/-]\s?\p{Lu}|^\d{1,6}\/\d{4}\//u.test(b.text)) return true
  if (datedFrom.test(a.text) && !/năm[\s.…]{0,4}\d{4}/.test(a.low))
    return /^(?:\d{1,2}\s?)?(?:tháng|năm)\s?[\d.…]|^\d{1,2}$|^\d{4}$/.test(b.low)
  // "Mỹ" / "Tho, ngày 24 tháng 12 năm 2009"
  const named = a.text.replace(/^(?:Thành phố|Thị xã) /, "")
  return a.text.length < 25 && place.test(named) && named !== named.toUpperCase() && datedFrom.test(b.text)
}
