/**
 * Many signs in one file, as enterprises send them: each line stands for itself, is taken in or told what is wrong, and
 * sending the file again takes nothing twice. "Taken" is said of what was understood, not of what was stored: a line
 * whose number was damaged by a spreadsheet, or whose thing nobody can read, is refused with its cell and the remedy.
 */
import type { Desk } from "../../kernel/http/env.ts"
import type { Cell } from "../../kernel/tables/cell.ts"
import { readForeignTable, type Sheet, type TableTrouble } from "../../kernel/tables/read.ts"
import { isUnread } from "../domain/intake.ts"
import { linesMax, listColumnsMax, listRowsMax } from "../domain/list.ts"
import { type Columns, headingsOf } from "../domain/list-columns.ts"
import { draftLine, type LineFault } from "../domain/list-line.ts"
import { tipInput } from "../inputs.ts"
import { onceFor, takeAtDesk } from "./take.ts"

export type ListTrouble = TableTrouble | "noColumns" | "tooMany" | "nothing"
export type Line =
  | { line: number; code: string; isAgain: boolean; sameAs: number | null; target: string }
  | { line: number; fault: LineFault; column: string | null; target: string }
/** `unused`: headings whose cells were not taken. `sheet`: the tab that was read, where the file has several. */
export type ListAnswer =
  | { lines: Line[]; unused: string[]; sheet: string | null }
  | { refused: ListTrouble; at?: string }

export async function takeList(desk: Desk, file: Buffer): Promise<ListAnswer> {
  const table = await readForeignTable(file, { rowsMax: listRowsMax, columnsMax: listColumnsMax })
  if ("refused" in table) return table
  const found = listIn(table.sheets)
  if (found === null) return { refused: "noColumns" }
  const { columns, filled } = found
  if (filled.length === 0) return { refused: "nothing" }
  if (filled.length > linesMax) return { refused: "tooMany" }
  const lines: Line[] = []
  const firstWith = new Map<string, number>()
  for (const { cells, line } of filled) {
    const taken = await takeLine(desk, columns, cells, line)
    if ("fault" in taken) lines.push(taken)
    else {
      lines.push({ ...taken, sameAs: firstWith.get(taken.code) ?? null })
      if (!firstWith.has(taken.code)) firstWith.set(taken.code, line)
    }
  }
  return { lines, unused: columns.unused, sheet: found.sheet }
}

type ListFound = { sheet: string | null; columns: Columns; filled: { cells: Cell[]; line: number }[] }

/** The sheet, or the way of cutting the text, whose headings say most; of equals the first. */
function listIn(sheets: readonly Sheet[]): ListFound | null {
  let best: (ListFound & { known: number }) | null = null
  for (const { name, rows } of sheets) {
    const found = headingsOf(rows.map((row) => row.map(({ text }) => text)))
    if (found === null || (best !== null && found.columns.known.length <= best.known)) continue
    const { at, columns } = found
    const filled = rows
      .slice(at + 1)
      .map((cells, i) => ({ cells, line: at + i + 2 }))
      .filter(({ cells }) => columns.known.some(({ index }) => isFilled(cells[index])))
    best = {
      sheet: sheets.length > 1 && name.length > 1 ? name : null,
      columns,
      filled,
      known: columns.known.length,
    }
  }
  return best
}

const isFilled = (cell: Cell | undefined) => cell !== undefined && (cell.text !== "" || cell.kind !== "text")

async function takeLine(desk: Desk, columns: Columns, cells: readonly Cell[], line: number): Promise<Line> {
  const draft = draftLine(columns, cells)
  const target = draft.shown
  if ("fault" in draft) return { line, fault: draft.fault, column: draft.column, target }
  const parsed = tipInput.safeParse(draft.tip)
  if (!parsed.success) {
    const isEmpty = parsed.error.issues.some((one) => one.message === "empty")
    return { line, fault: isEmpty ? "empty" : "tooLong", column: null, target }
  }
  const tip = parsed.data
  if (isUnread(tip)) return { line, fault: "unread", column: null, target }
  const once = onceFor(desk.house, "list", desk.who.bodyId, JSON.stringify(tip))
  const taken = await takeAtDesk(desk, {
    tip,
    channel: "file",
    once,
    files: [],
    keepsOriginals: false,
    isHeld: false,
  })
  return { line, code: taken.code, isAgain: taken.isAgain, sameAs: null, target }
}
