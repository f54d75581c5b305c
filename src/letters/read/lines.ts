/**
 * From printed lines to paragraphs.
 *
 * A line ends a paragraph when its own words end (". ; :"), when the next line opens an item, or when there was
 * room left on it for the next word. A text without long lines broken in the middle has one paragraph a line.
 */
import { bodiesAt, headAt } from "./bodies.ts"
import { columnOf } from "./columns.ts"
import { openingActAt } from "./lexicon.ts"
import { markerOf, opensItem } from "./markers.ts"
import { fold, type Piece, pieceOf, withoutEnd } from "./piece.ts"
import type { Span } from "./reading.ts"

/** `isApart`: an empty line, or more room than between lines, stands above it. */
export type Line = { text: string; low: string; span: Span; isApart?: boolean }

export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  let isApart = false
  for (const raw of text.split("\n")) {
    let at = from
    for (const cell of cellsOnLine(raw)) {
      const words = cell.trim()
      const start = at + (cell.length - cell.trimStart().length)
      if (words !== "")
        lines.push({ text: words, low: fold(words), span: [start, start + words.length], isApart })
      at += cell.length + 1
    }
    isApart = raw.trim() === ""
    from += raw.length + 1
  }
  return withoutPageNumbers(lines.filter((line) => !isAddress(line)))
}

/** "| ỦY BAN NHÂN DÂN | CỘNG HÒA … |": converters print a table's row on one line; each cell is a line of its own. */
const cellsOnLine = (raw: string): string[] =>
  /^\s*\||\s\|\s|\|\s*$/.test(raw) && !pageNumber.test(raw.trim())
    ? raw.split("|").map((cell) => (/^[\s:-]*$/.test(cell) ? cell.replace(/\S/g, " ") : cell))
    : [raw]

/** "Địa chỉ: …; điện thoại: …" at the foot of a page is the office's, and no word of the letter's. */
const isAddress = ({ low }: Line) =>
  /^(?:địa chỉ|trụ sở)(?: cơ quan)?\s?:.{5,150}(?:điện thoại|đt|e-?mail|thư điện tử|fax|website)\s?:/.test(
    low,
  )

const pageNumber = /^(?:trang\s{0,3})?[-–]?\s{0,2}\d{1,3}(?:\s{0,2}[/|]\s{0,2}\d{1,3})?\s{0,2}[-–]?$/i

/** Page numbers, and the running head or foot that stands beside more than one of them. */
function withoutPageNumbers(lines: Line[]): Line[] {
  const isNumber = lines.map((line) => pageNumber.test(line.text))
  const beside = new Map<string, number>()
  const near = (i: number) => isNumber[i - 1] === true || isNumber[i + 1] === true
  for (const [i, line] of lines.entries())
    if (near(i) && !isNumber[i] && line.text.length < 100)
      beside.set(line.low, (beside.get(line.low) ?? 0) + 1)
  return lines.filter(
    (line, i) => !isNumber[i] && !(near(i) && (beside.get(line.low) ?? 0) > 1 && !opensItem(line)),
  )
}

/** How wide the printed column is; null when lines were never broken. */
export function columnWidth(lines: readonly Line[]): number | null {
  const lengths = lines.map((line) => line.text.length).toSorted((a, b) => a - b)
  const longest = lengths.at(-1) ?? 0
  const broken = lines.filter((line, i) => {
    const next = lines[i + 1]
    return next !== undefined && line.text.length > 40 && startsSmall(next) && !/[.;:]$/.test(line.text)
  }).length
  if (broken < 2 && broken * 4 < lines.length) return null
  // A footnote or a heading of one long line says nothing of the others.
  if ((lengths[Math.floor(lengths.length * 0.95)] ?? longest) > 220) return null
  return lengths[Math.floor(lengths.length * 0.9)] ?? longest
}

export function paragraphsOf(text: string, lines: readonly Line[], width: number | null): Piece[] {
  const paragraphs: Piece[] = []
  const isSetApart = setsParagraphsApart(lines)
  const cells = cellsOf(lines)
  const pairs = pairsIn(lines)
  let open: Span[] = []
  const close = () => {
    if (open.length > 0) paragraphs.push(pieceOf(text, open))
    open = []
  }
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    const isFalseBullet = before !== undefined && continuesAsBullet(before, line)
    const isCellApart = cells.get(i)
    const goesOn =
      before !== undefined &&
      (isCellApart === true
        ? line.isApart !== true
        : continues(before, line, { width, isSetApart, pairs, lines: open.length })) &&
      !(isCellApart === false && opensCell(before, line))
    if (before === undefined || !(isFalseBullet || goesOn)) close()
    open.push(isFalseBullet ? [line.span[0] + bulletLength(line), line.span[1]] : line.span)
  }
  close()
  return paragraphs
}

/**
 * Lines of a table whose cells stand one below another: from the names of its columns to the next section or numbered item.
 * True where empty lines set the cells apart.
 */
function cellsOf(lines: readonly Line[]): ReadonlyMap<number, boolean> {
  const cells = new Map<number, boolean>()
  for (let at = 0; at < lines.length; at++) {
    let to = at
    while (columnOf(lines[to]?.low ?? "") !== undefined) to++
    if (to - at < 3 && !(to > at && columnOf(lines[at]?.low ?? "") === "no")) continue
    for (to = Math.max(to, at); to < lines.length && !endsTable(lines[to]); to++);
    const isSetApart = lines.slice(at, at + 8).filter((line) => line.isApart === true).length >= 4
    for (let i = at; i <= to; i++) cells.set(i, isSetApart)
    at = to
  }
  return cells
}

const endsTable = (line: Line | undefined): boolean =>
  line === undefined ||
  line.text.length > 160 ||
  /^(?:nơi nhận|kính gửi)/.test(line.low) ||
  /^(?:section|article|number)$/.test(markerOf(line.text, line.low)?.kind ?? "")

/** A cell begins with a column's name, a body's, a time, unless the line before cannot end. */
const opensCell = (before: Line, line: Line): boolean =>
  // "Cơ quan" / "chủ trì" is one column's name.
  !(startsSmall(line) && columnOf(`${before.low} ${line.low}`) !== undefined) &&
  (columnOf(line.low) !== undefined ||
    columnOf(before.low) !== undefined ||
    (!goesOnAfter.test(before.low) &&
      !/[,&(-]$/.test(before.text) &&
      /^[\p{Lu}\d]/u.test(line.text) &&
      (headAt({ text: line.text, low: line.low, at: new Int32Array() }, 0) !== null ||
        /^(?:trước|trong|quý|tháng|năm|định kỳ|hằng|hàng|thường xuyên|đến|\d{1,2}\/\d)/.test(line.low))))

/** An empty line stands above nearly every item and above hardly any line that goes on: only empty lines end paragraphs. */
function setsParagraphsApart(lines: readonly Line[]): boolean {
  const items = lines.slice(1).filter((line) => opensItem(line))
  const others = lines.slice(1).filter((line) => startsSmall(line))
  if (items.length < 2 || others.length < 3) return false
  const apart = (some: readonly Line[]) => some.filter((line) => line.isApart === true).length
  return apart(items) >= items.length * 0.9 && apart(others) <= others.length * 0.05
}

const pairLettersMax = 300_000

/** Every two words that follow each other on one line. */
function pairsIn(lines: readonly Line[]): ReadonlySet<string> {
  const pairs = new Set<string>()
  let letters = 0
  for (const { text } of lines) {
    letters += text.length
    if (letters > pairLettersMax) break
    const words = text.split(" ")
    for (const [i, word] of words.slice(1).entries()) pairs.add(`${words[i]} ${withoutEnd(word, ".,;:)")}`)
  }
  return pairs
}

/** "Tập đoàn Điện lực Việt" / "Nam báo cáo …": the two words stand together elsewhere in the letter. */
function isPair(before: Line, line: Line, pairs: ReadonlySet<string>): boolean {
  const last = /[\p{L}\d-]+$/u.exec(before.text.slice(-30))?.[0]
  const first = withoutEnd(line.text.slice(0, 30).split(" ", 1)[0] ?? "", ".,;:)")
  return last !== undefined && pairs.has(`${last} ${first}`)
}

/** `lines`: how many the paragraph has so far. */
type Page = { width: number | null; isSetApart: boolean; pairs: ReadonlySet<string>; lines: number }

function continues(before: Line, line: Line, { width, isSetApart, pairs, lines }: Page): boolean {
  if (/^(?:\d{1,2}|[ivx]{1,5}|điều \d{1,3}|[a-zđ])[.)]$/.test(before.low)) return !opensItem(line)
  if (/^(?:kính gửi|nơi nhận)/.test(line.low)) return false
  // "… trước ngày" / "30/10/2026": a figure for which the line before asks opens nothing.
  if (/^\d/.test(line.text) && asksNumber.test(before.low)) return true
  if (opensItem(line)) return false
  if (isSetApart) return line.isApart !== true || (startsSmall(line) && !/[.:;]$/.test(before.text))
  if (/[.:;]$/.test(before.text) && !/\b(?:tp|ttg|p|tx)\.$/.test(before.low)) {
    return (
      width !== null &&
      /;$/.test(before.text) &&
      before.text.length > width * 0.75 &&
      (startsSmall(line) || goesOnWithNames(before, line))
    )
  }
  if (before.text.length > 40 && goesOnAfter.test(before.low) && !isAllCapitals(line)) return true
  if (width === null) return startsSmall(line) && /[\p{L}\d,]$/u.test(before.text) && before.text.length < 120
  if (/,$/.test(before.text) && before.text.length > 40) return true
  if (isAllCapitals(before) && isAllCapitals(line)) return true
  if (!isAllCapitals(before) && line.isApart !== true && isPair(before, line, pairs)) return true
  if (isAllCapitals(before) !== isAllCapitals(line) && isAllCapitals(before)) return false
  if (startsSmall(line)) return true
  if (line.isApart !== true && before.text.length > 40 && !isAllCapitals(line)) {
    if (!opensSentence(line)) return true
    if (lines > 1 && before.text.length > width * 0.6) return true
  }
  const firstWord = line.text.split(" ", 1)[0] ?? ""
  return before.text.length + 1 + firstWord.length >= width * 0.82
}

/** Words with which a sentence can begin: who is to do something, what is to be done, when, why. "Trạch 3" and "TTHC" are none. */
const opensSentence = (line: Line): boolean =>
  openingActAt(line.low, 0) !== null ||
  headAt({ text: line.text, low: line.low, at: new Int32Array() }, 0) !== null ||
  sentenceStart.test(line.low)

const sentenceStart =
  /^(?:qua|thời|trong|để|nhằm|căn|theo|thực|tuy|hiện|năm|ngày|sau|trên|trước|về|đối|việc|đồng|riêng|khi|nếu|trường|kết|tại|từ|do|với|đến|vì|bên|ngoài|không|phải|cần|là|được|mọi|các|những|tất|một|mỗi|công tác|tình|nội|mục|quan|nhiệm|giải|nguồn|kinh|ghi|lưu|chú|nơi|kính|đây|đó|người|hàng|hằng|định|trân|văn|đơn|cơ|bảo|nâng|đẩy|tăng|số|mức|hồ)(?!\p{L})/u

/** "Chánh Văn phòng …; Giám đốc các Sở: A, B;" / "Giám đốc Công an …": names to whom the sentence has said nothing yet. */
function goesOnWithNames(before: Line, line: Line): boolean {
  const piece = (of: Line) => ({ text: of.text, low: of.low, at: new Int32Array() })
  const bodies = bodiesAt(piece(before), 0)
  return (
    bodies !== null &&
    bodies.stop !== "act" &&
    bodies.to >= before.text.length - 1 &&
    headAt(piece(line), 0) !== null
  )
}

/** After these a figure belongs to the sentence, though its line opens as an item does ("… tại Điều" / "5. …" is none). */
const asksNumber =
  /(?:^|[\s(])(?:số|ngày|tháng|năm|khoản|điểm|mục|quý|từ|đến|và|hoặc|bằng|giai đoạn|nhiệm kỳ|khóa|lần thứ|thứ|gồm|có|còn|trên|dưới|hơn|khoảng|đạt|tăng|giảm)$|\d{4}\s?[-–]$/

/** No paragraph ends with one of these, whatever capital the next line begins with ("… theo" / "Kế hoạch số 12"). */
const goesOnAfter =
  /[\s(](?:theo|của|và|với|về|tại|cho|tới|đến|trong|trên|từ|các|những|do|bởi|hoặc|cùng|để|thuộc|giữa|được|phải|bộ|ubnd|số|giám đốc|chủ tịch|đồng chí)$/

/** A line break inside a list that a converter took for a new bullet: "Vụ Tổ chức" / "- cán bộ, Vụ Phổ biến". */
function continuesAsBullet(before: Line, line: Line): boolean {
  return /^- \p{Ll}/u.test(line.text) && /^- .*[\p{L}]$/u.test(before.text) && /,|:/.test(before.text)
}

const bulletLength = (line: Line) => /^- */.exec(line.text)?.[0].length ?? 0
const startsSmall = (line: Line) => /^[\p{Ll}(,;“"]/u.test(line.text) && !opensItem(line)
export const isAllCapitals = (line: { text: string }) =>
  /\p{Lu}{2}/u.test(line.text) && line.text === line.text.toUpperCase()
