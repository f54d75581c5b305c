/**
 * One cell of a foreign table: its words, and what kept them from being what the person typed.
 *
 * A spreadsheet changes what is typed into it: it rounds a number at the fifteenth digit, writes a long one with an
 * exponent, takes "3/9" for a day and an account for a sum. A reader that only looks at the words takes the damage for
 * the thing itself, so each cell says how it came by its words.
 */
import { isStorable } from "../storable.ts"

export const cellKinds = [
  "text",
  /** A number cell with at most fifteen digits: they are all there, leading zeros are not. */
  "number",
  /** A number of more than fifteen digits: a spreadsheet keeps fifteen and writes noughts for the rest. */
  "rounded",
  /** Written with an exponent ("9.12E+08"): the digits behind it are gone. */
  "exponent",
  /** A number with a part behind the comma. */
  "fraction",
  "date",
  "boolean",
  /** "#N/A", "#REF!" and the like, or "#####" of a column that was too narrow. */
  "error",
  /** A formula whose value the program that saved the file did not write down. */
  "uncounted",
  /** NUL or half a character among the words: no text of the database holds it. */
  "unstorable",
] as const
export type CellKind = (typeof cellKinds)[number]
export type Cell = { text: string; kind: CellKind }

export const emptyCell: Cell = { text: "", kind: "text" }

/** Digits that a double holds exactly, and that Excel keeps. */
const digitsKept = 15

/** What stands in a text cell, or in a field of a CSV, where everything is text. */
export function textCell(typed: string): Cell {
  const text = unwrapped(typed.trim())
  // What cannot be kept is seen in the words, not dropped from them.
  if (!isStorable(text))
    return { text: text.replaceAll("\u0000", "\ufffd").toWellFormed(), kind: "unstorable" }
  return { text, kind: kindOfText(text) }
}

/** What stands in a number cell: the decimal that the file holds ("912345678", "9.704229200012345E15"). */
export function numberCell(written: string, format: string): Cell {
  const value = Number(written)
  if (!Number.isFinite(value)) return { text: written, kind: "error" }
  if (!Number.isInteger(value)) return { text: written, kind: "fraction" }
  const digits = Math.abs(value).toFixed(0)
  if (digits.length > digitsKept) return { text: exactly(written) ?? digits, kind: "rounded" }
  // A format of noughts ("0000000000") is how an office shows the zero that a number has lost.
  const width = /^0+$/.exec(format)?.[0].length ?? 0
  return {
    text: `${value < 0 ? "-" : ""}${digits.padStart(Math.min(width, digitsKept), "0")}`,
    kind: "number",
  }
}

/** Excel's ways of keeping digits a text, ="0912" and '0912, are no part of the words. */
function unwrapped(text: string): string {
  const formula = /^="([^"]*)"$/.exec(text)
  if (formula !== null) return (formula[1] ?? "").trim()
  return /^'[\d+(]/.test(text) ? text.slice(1).trim() : text
}

function kindOfText(text: string): CellKind {
  if (/^[+-]?\d+(?:[.,]\d+)?E[+-]?\d{1,3}$/i.test(text)) return "exponent"
  if (/^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#+)$/i.test(text))
    return "error"
  if (/^(?:true|false|đúng|sai)$/iu.test(text)) return "boolean"
  if (day.test(text)) return "date"
  // Seventeen digits and more that end in noughts: a spreadsheet wrote these, no account or card has them.
  if (/^\d{14,}000$/.test(text)) return "rounded"
  return "text"
}

const clock = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?`
/** A day as offices and spreadsheets write it, with or without the time; "3/9" alone may be a house number. */
const day = new RegExp(
  `^(?:(\\d{1,2})[/.-](\\d{1,2})[/.-](?:19|20)\\d{2}|(?:19|20)\\d{2}[/-]\\d{1,2}[/-]\\d{1,2})${clock}$`,
)

/** The digits that stand in the file, where it wrote them without an exponent. */
const exactly = (written: string) => (/^\d+$/.test(written) ? written : null)
