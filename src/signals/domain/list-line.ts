/** One line of a list: the tip that it makes, or what is wrong with it and in which cell. */
import { type Cell, type CellKind, textCell } from "../../kernel/tables/cell.ts"
import { isUnread, type Tip } from "./intake.ts"
import { type Column, type Columns, pathNames, plain } from "./list-columns.ts"

/** Cells of these kinds are not the number, account or link that somebody typed; none may be guessed. */
const spoilt = [
  "rounded",
  "exponent",
  "fraction",
  "date",
  "boolean",
  "error",
  "uncounted",
  "unstorable",
] as const satisfies readonly CellKind[]
type Spoilt = (typeof spoilt)[number]
export type LineFault = Spoilt | "empty" | "path" | "tooLong" | "unread"
export type DraftLine =
  | { tip: Tip; shown: string }
  | { fault: LineFault; column: string | null; shown: string }

export function draftLine(columns: Columns, cells: readonly Cell[]): DraftLine {
  const filled = columns.known
    .map((column) => ({ column, cell: cells[column.index] }))
    .filter((one): one is { column: Column; cell: Cell } => one.cell !== undefined && !isBlank(one.cell))
  const of = (field: Column["field"]) => filled.filter(({ column }) => column.field === field)
  const word = (field: Column["field"]) => of(field)[0]?.cell.text ?? ""
  const targets = of("target")
  const shown = targets
    .map(({ cell }) => withZero(cell.text))
    .join("; ")
    .slice(0, shownCharsMax)
  const bad = filled.find(({ column, cell }) => isSpoilt(cell.kind, column))
  if (bad !== undefined) return { fault: bad.cell.kind as Spoilt, column: bad.column.heading, shown }
  const target = targets.map(({ column, cell }) => targetOf(column, cell, word("bank"))).join("\n")
  const text = wordsOf([...of("text"), ...of("detail")], of("text").length)
  const path = word("path") === "" ? likelyPath(target, text) : pathNames[plain(word("path"))]
  if (path === undefined) return { fault: "path", column: of("path")[0]?.column.heading ?? null, shown }
  return {
    shown,
    tip: {
      path,
      target,
      text,
      place: word("place"),
      name: word("name"),
      contact: word("contact"),
    },
  }
}

/** The same judgement of a thing that a program sends: a cell of its table is often where it comes from. */
export function targetFault(tip: Pick<Tip, "path" | "target" | "text">): Spoilt | "unread" | null {
  const { kind } = textCell(tip.target)
  if ((spoilt as readonly CellKind[]).includes(kind)) return kind as Spoilt
  return isUnread(tip) ? "unread" : null
}

/** A line without a kind is about what stands in its object, or in its words; a story that names nothing is "other". */
function likelyPath(target: string, text: string): Tip["path"] {
  return target === "" && isUnread({ path: "identifier", target, text }) ? "other" : "identifier"
}

const shownCharsMax = 80
const isBlank = (cell: Cell) => cell.text === "" && cell.kind === "text"

/** An error or a lost value is wrong in any column; a date, a sum or "TRUE" only where a thing should stand. */
function isSpoilt(kind: CellKind, { field }: Column): boolean {
  if (kind === "error" || kind === "uncounted" || kind === "unstorable") return true
  return (field === "target" || field === "contact") && (spoilt as readonly CellKind[]).includes(kind)
}

/** The heading says what a bare row of digits is; the bank may stand in a column of its own. */
function targetOf({ kind }: Column, { text }: Cell, bank: string): string {
  if (kind === "account")
    return /^[\d\s.-]+$/.test(text) ? `STK ${text} ${bank}`.trim() : `${text} ${bank}`.trim()
  return withZero(text)
}

/** A spreadsheet takes a telephone number for a number and drops its zero. */
const withZero = (text: string) => text.replace(/^(?:[35789]\d{8}|2\d{9})$/, "0$&")

/** One column of words stands as it is; further ones, and facts without a box, follow under their headings. */
function wordsOf(parts: readonly { column: Column; cell: Cell }[], texts: number): string {
  return parts
    .map(({ column, cell }) =>
      texts === 1 && column.field === "text" ? cell.text : `${column.heading}: ${cell.text}`,
    )
    .join("\n")
}
