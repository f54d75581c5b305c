/** Whether a body's number fits its own past. A number that does not is shown to whoever compiles, never refused. */
export type Doubt = "muchMore" | "muchLess" | "newlyNone"

/** So many times more or less than ever before is doubted; small numbers swing and are left alone. */
export const factor = 3
const small = 5

/** `history`: the body's values of earlier periods of the same length; without any there is nothing to doubt. */
export function doubtOf(value: number, history: readonly number[]): Doubt | null {
  if (history.length === 0) return null
  const [least, most] = [Math.min(...history), Math.max(...history)]
  if (value === 0 && least >= small) return "newlyNone"
  if (value > small && value > most * factor) return "muchMore"
  if (least > small && value * factor < least) return "muchLess"
  return null
}
