/** Where a printed line may break, and where it may not. Pure. */

/** No-break space. */
export const tie = "\u00a0"

/**
 * Words that must stay on one line: "ngày 15 tháng 9 năm 2023", "số 12/…", "Điều 5", "khoản 2", "điểm a", "phòng,
 * chống", and the closing "./." with its word. Only spaces change, so the text reads as it was given.
 */
export function tied(text: string): string {
  return text
    .replace(/ngày +\d{1,2} +tháng +\d{1,2}( +năm +\d{4})?/giu, (day) => day.replaceAll(" ", tie))
    .replace(/(?<!\p{L})(tháng +\d{1,2} +năm +\d{4}|năm +\d{4})/giu, (day) => day.replaceAll(" ", tie))
    .replace(/(?<!\p{L})(ngày|số|Điều|khoản|điểm|mục|quý|lúc) +(?=[\dIVX]|\p{Ll}\)?(?!\p{L}))/giu, `$1${tie}`)
    .replace(/(?<=(?:^|[^\p{L}])phòng,) +(?=chống(?!\p{L}))/giu, tie)
    .replace(/(?<!\p{L})(tăng|giảm) +(?=\d)/giu, `$1${tie}`)
    .replace(/(?<=\d) +(?=(giờ|phút|đồng|%|triệu|tỷ|tin|vụ|lượt|điểm)(?!\p{L}))/giu, tie)
}

/**
 * Few lines of nearly equal width, none wider than `widthMax` unless one word is: a long name in the narrow left column
 * of the head. A break before the name of a place ("… / TỈNH LÀO CAI") is preferred to one inside it.
 */
export function balanced(text: string, widthMax: number, widthOf: (line: string) => number): string[] {
  const words = text.split(" ")
  const fewest = greedy(words, widthMax, widthOf).length
  // The narrowest column that still needs no more lines; twelve halvings are finer than a point.
  let [low, high] = [0, widthMax]
  for (let i = 0; i < 12; i += 1) {
    const middle = (low + high) / 2
    if (greedy(words, middle, widthOf).length <= fewest && fits(words, middle, widthOf)) high = middle
    else low = middle
  }
  const lines = greedy(words, high, widthOf)
  return atPlace(words, lines.length, widthMax, widthOf) ?? lines
}

function fits(words: string[], width: number, widthOf: (line: string) => number): boolean {
  return greedy(words, width, widthOf).every((line) => widthOf(line) <= width)
}

function greedy(words: string[], width: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Two lines that part before a place's level, when both fit. */
function atPlace(
  words: string[],
  lines: number,
  widthMax: number,
  widthOf: (line: string) => number,
): string[] | null {
  if (lines !== 2) return null
  const at = words.findIndex((word, i) => i > 0 && /^(TỈNH|HUYỆN|XÃ|PHƯỜNG)$/i.test(word))
  if (at < 1) return null
  const parted = [words.slice(0, at).join(" "), words.slice(at).join(" ")]
  return parted.every((line) => widthOf(line) <= widthMax) ? parted : null
}
