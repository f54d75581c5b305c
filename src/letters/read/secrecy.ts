/**
 * The stamp of a state secret: "MẬT", "TỐI MẬT", "TUYỆT MẬT" on a line of its own in the head.
 *
 * Such a letter is not read further and not kept ("bí mật nhà nước" in a sentence is no stamp).
 */
import type { Line } from "./lines.ts"

const headLines = 40
const stamp = /^[[(|"'*\s-]{0,3}(?:độ mật\s{0,3}:?\s{0,3})?(?:tuyệt|tối)?\s{0,3}mật[\])|"'*.!\s-]{0,3}$/
/** A converter may set the stamp beside what stands in the other column. */
const beside = /^(?:TUYỆT MẬT|TỐI MẬT|MẬT)\s{2}|\s{2}(?:TUYỆT MẬT|TỐI MẬT|MẬT)$/u

export function isStateSecret(lines: readonly Line[]): boolean {
  const salute = lines.findIndex((line) => /^(?:kính gửi|căn cứ|điều 1|nơi nhận)/.test(line.low))
  const end = salute < 0 ? headLines : Math.min(salute + 1, headLines)
  return lines.slice(0, Math.max(end, 12)).some((line) => stamp.test(line.low) || beside.test(line.text))
}
