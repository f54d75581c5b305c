/** How a letter's text lies on paper again: two columns at its head, paragraphs of joined lines, its foot. */

export type Block = {
  kind: "left" | "right" | "heading" | "body" | "foot" | "signature"
  /** Ranges of the letter's text, one a printed line. */
  lines: (readonly [from: number, to: number])[]
}

const headLinesMax = 40

export function blocksOf(text: string): Block[] {
  const lines = linesOf(text)
  const headEnd = endOfHead(text, lines)
  const head = lines
    .slice(0, headEnd)
    .map((line): Block => ({ kind: sideOf(wordsOf(text, line)), lines: [line] }))
  const blocks: Block[] = [...joinSides(head)]
  let isFoot = false
  for (const [i, line] of lines.entries()) {
    if (i < headEnd) continue
    const words = wordsOf(text, line)
    if (/^Nơi nhận\s*:?/i.test(words)) isFoot = true
    const before = blocks.at(-1)
    const kind = kindOf(words, isFoot)
    if (before !== undefined && before.kind === kind && continues(text, before, words))
      before.lines.push(line)
    else blocks.push({ kind, lines: [line] })
  }
  return blocks
}

function linesOf(text: string): [number, number][] {
  const lines: [number, number][] = []
  let at = 0
  for (const line of text.split("\n")) {
    if (line.trim() !== "") lines.push([at, at + line.length])
    at += line.length + 1
  }
  return lines
}

const wordsOf = (text: string, [from, to]: readonly [number, number]) => text.slice(from, to).trim()

/** The head ends where the letter begins to speak: at whom it is for, or at the first long line. */
function endOfHead(text: string, lines: readonly [number, number][]): number {
  for (const [i, line] of lines.slice(0, headLinesMax).entries()) {
    const words = wordsOf(text, line)
    if (i > 0 && titled.test(words)) return i
    if (/^(Kính gửi|Căn cứ|Thực hiện|Sau khi|Ngày \d|1\.|I\.|Điều 1)/.test(words)) return i
    if (words.length > 75 && /\p{Ll}/u.test(words)) return i
  }
  return 0
}

/** The name of the letter's kind stands alone over its title, across both columns (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const titled =
  /^(?:CHỈ THỊ|CÔNG ĐIỆN|QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾ HOẠCH|THÔNG BÁO|BÁO CÁO|TỜ TRÌNH|HƯỚNG DẪN|KẾT LUẬN|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN|QUY CHẾ|QUY ĐỊNH|GIẤY MỜI|BIÊN BẢN)(?=\s*$|\s+\p{Lu}{2})/u

const sideOf = (words: string): "left" | "right" =>
  /CỘNG H(ÒA|OÀ)|Độc lập|ngày\s.*tháng\s.*năm/i.test(words) ? "right" : "left"

/** The two columns stand side by side, whatever the order in which they came. */
function joinSides(head: readonly Block[]): Block[] {
  return (["left", "right"] as const).flatMap((kind): Block[] => {
    const lines = head.filter((block) => block.kind === kind).flatMap((block) => block.lines)
    return lines.length === 0 ? [] : [{ kind, lines }]
  })
}

function kindOf(words: string, isFoot: boolean): Block["kind"] {
  if (/^(TM\.|KT\.|TL\.|TUQ\.|Q\.)\s/.test(words)) return "signature"
  if (isFoot && isCapitals(words)) return "signature"
  if (isFoot) return "foot"
  return isCapitals(words) && words.length < 90 ? "heading" : "body"
}

const isCapitals = (words: string) => /\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words)

const opens =
  /^(?:[-–+•*]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ][.)]\s|[IVX]{1,5}\.\s|Điều \d|Kính gửi|Nơi nhận|Như trên)/u

function continues(text: string, before: Block, words: string): boolean {
  const last = before.lines.at(-1)
  if (last === undefined) return false
  if (before.kind === "signature" || before.kind === "heading") return false
  if (opens.test(words)) return false
  const ended = wordsOf(text, last)
  if (before.kind === "foot") return !/[;.:]$/.test(ended)
  return !/[.:!?]$/.test(ended)
}

export type Mark = {
  key: string
  from: number
  to: number
  /** Shown before the words and led by: a task's number. Leaf marks are links themselves. */
  pin: string | null
  label: string
  isDoubt: boolean
}

/** A piece of a paragraph: words, or a mark around further pieces. `isFirst`: the piece that carries the mark's id. */
export type Piece = string | { mark: Mark; isFirst: boolean; pieces: Piece[] }

/**
 * Marks laid over a paragraph, properly nested. A mark that reaches beyond the one around it is cut there and goes
 * on after it, so that no words are shown twice and none are lost.
 */
export function piecesOf(text: string, block: Block, marks: readonly Mark[]): Piece[] {
  const [first, last] = [block.lines[0], block.lines.at(-1)]
  if (first === undefined || last === undefined) return []
  const near = marks
    .filter((mark) => mark.from < last[1] && mark.to > first[0] && mark.to > mark.from)
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  return between(
    text,
    block,
    near.map((mark) => ({ mark, from: mark.from, to: mark.to })),
    [first[0], last[1]],
  )
}

type Laid = { mark: Mark; from: number; to: number }

function between(
  text: string,
  block: Block,
  laid: readonly Laid[],
  [from, to]: readonly [number, number],
): Piece[] {
  const pieces: Piece[] = []
  const waiting = [...laid]
  let at = from
  while (waiting.length > 0) {
    const next = waiting.shift()
    if (next === undefined) break
    const [start, end] = [Math.max(next.from, at), Math.min(next.to, to)]
    if (end <= start) continue
    pieces.push(...plain(text, block, at, start))
    const inside = waiting.filter((one) => one.from < end)
    const after = waiting.filter((one) => one.from >= end)
    const rest = inside.filter((one) => one.to > end).map((one) => ({ ...one, from: end }))
    waiting.splice(
      0,
      waiting.length,
      ...[...rest, ...after].toSorted((a, b) => a.from - b.from || b.to - a.to),
    )
    const children = inside.map((one) => ({ ...one, to: Math.min(one.to, end) }))
    pieces.push({
      mark: next.mark,
      isFirst: start === next.mark.from,
      pieces: between(text, block, children, [start, end]),
    })
    at = end
  }
  pieces.push(...plain(text, block, at, to))
  return pieces
}

/** The words of the block's own lines in this range, a line's end as one space. */
function plain(text: string, block: Block, from: number, to: number): string[] {
  const parts = block.lines.flatMap(([start, end], i) => {
    const [a, b] = [Math.max(start, from), Math.min(end, to)]
    const isBreak = i > 0 && from <= start && to > start && from < start
    const words = b > a ? text.slice(a, b).replace(/\s+/g, " ") : ""
    return isBreak ? [` ${words.trimStart()}`] : [words]
  })
  const joined = parts.join("")
  return joined === "" ? [] : [joined]
}
