/** A table typed or pasted: rows of a spreadsheet (cells parted by tabs) or of "| … | … |"; the first row is the head. Pure. */
import type { BlockInput } from "../write/model.ts"

type ChartForm = "bars" | "columns" | "lines"
/** "Bảng: …" names the table below it; "Biểu đồ cột: …" draws it too. */
export type TypedCaption = { text: string; chart: ChartForm | null; typed: string }

const forms: Readonly<Record<string, ChartForm>> = { cột: "columns", thanh: "bars", đường: "lines" }
const named = /^(bảng|biểu đồ(?: (cột|thanh|đường))?)(?: \d{1,3})?\s*[:.]\s*(\S.*)$/iu

/** A list pasted from a word processor has a tab after its mark, and is no table. */
const listed = /^\s*(?:[IVX]{1,5}\.|\d{1,2}\.|[a-zđ]\)|[-–+•]|Điều \d{1,3}\.)\t[^\t]*$/u

export const isRow = (line: string) =>
  (line.trim().includes("\t") && !listed.test(line)) || /^\s*\|.*\|\s*$/.test(line)

export function captionOf(words: string): TypedCaption | null {
  const [, what, form, text] = named.exec(words) ?? []
  if (what === undefined || text === undefined) return null
  const isChart = /^biểu đồ/iu.test(what)
  return { text, typed: words, chart: isChart ? (forms[(form ?? "cột").toLowerCase()] ?? "columns") : null }
}

/** A caption without rows under it is a sentence like any other. */
export function tableBlocks(lines: readonly string[], caption: TypedCaption | null): BlockInput[] {
  const [head, ...rows] = lines
    .map(cellsOf)
    .filter((cells) => !cells.every((cell) => /^:?-{2,}:?$/.test(cell)))
  if (head === undefined) return caption === null ? [] : [{ is: "paragraph", text: caption.typed }]
  const wide = Math.max(head.length, ...rows.map((row) => row.length))
  const filled = rows.map((row) => Array.from({ length: wide }, (_, i) => row[i] ?? ""))
  const isNumeric = (i: number) =>
    filled.some((row) => row[i] !== "") && filled.every((row) => row[i] === "" || numberIn(row[i]) !== null)
  const columns = Array.from({ length: wide }, (_, i) => ({
    title: head[i] || " ",
    share: shareOf([head[i] ?? "", ...filled.map((row) => row[i] ?? "")]),
    ...(isNumeric(i) && { align: "right" as const }),
  }))
  const table: BlockInput = {
    is: "table",
    columns,
    rows: filled,
    ...(caption !== null && caption.chart === null && { caption: caption.text }),
  }
  const chart = caption?.chart == null ? null : chartOf(caption.text, caption.chart, head, filled)
  return chart === null ? [table] : [chart, table]
}

/** Drawn where the first column names and another one counts. */
function chartOf(caption: string, form: ChartForm, head: string[], rows: string[][]): BlockInput | null {
  const series = head.slice(1).flatMap((name, i) => {
    const values = rows.map((row) => numberIn(row[i + 1]))
    return values.some((value) => value !== null) ? [{ name: name || "–", values }] : []
  })
  if (series.length === 0 || series.length > 6 || rows.length === 0 || rows.length > 60) return null
  const categories = rows.map((row) => (row[0] || "–").slice(0, 100))
  return { is: "chart", form, caption, categories, series }
}

function cellsOf(line: string): string[] {
  const cells = line.includes("\t") ? line.split("\t") : line.trim().slice(1, -1).split("|")
  return cells.map((cell) => cell.replace(/\s+/g, " ").trim())
}

/** "1.678" and "1 678" are one thousand six hundred and seventy-eight; "43,9 %" is 43.9. */
function numberIn(cell: string | undefined): number | null {
  const plain = (cell ?? "")
    .replace(/\s*%$/, "")
    .replaceAll(/[.\s](?=\d{3}(?!\d))/g, "")
    .replace(",", ".")
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(plain) ? Number(plain) : null
}

/** By the length of what stands in it, so that a column of numbers is narrow and one of names is wide. */
function shareOf(cells: readonly string[]): number {
  const longest = Math.max(...cells.map((cell) => cell.length))
  return Math.min(Math.max(longest, 5), 60) / 10
}
