/** A foreign table: its shape, how far it may reach, and why it is refused. */
import type { Cell } from "./cell.ts"

export type Sheet = { name: string; rows: Cell[][] }
/** `rowsMax` and `columnsMax` count from the first row and column of the sheet, empty ones too. */
export type TableLimits = { rowsMax: number; columnsMax: number }
export type TableTrouble = "unreadable" | "tooManyRows" | "tooManyColumns" | "unfoldsTooFar"
export type TableAnswer = { sheets: Sheet[] } | { refused: TableTrouble; at?: string }

export class TableRefused extends Error {
  readonly trouble: TableTrouble
  /** The cell that is too far away ("XFD1048576"), where one is. */
  readonly at: string | undefined

  constructor(trouble: TableTrouble, at?: string) {
    super(trouble)
    this.trouble = trouble
    this.at = at
  }
}
