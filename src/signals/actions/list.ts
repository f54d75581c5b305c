/**
 * Many signs in one file, as enterprises send them: each line stands for itself, is taken in or told what is wrong, and
 * sending the file again takes nothing twice.
 */
import { createHash } from "node:crypto"
import type { Desk } from "../../kernel/http/env.ts"
import type { Tip } from "../domain/intake.ts"
import { linesMax } from "../domain/list.ts"
import { tipInput } from "../inputs.ts"
import { tableOf } from "./list-table.ts"
import { takeAtDesk } from "./take.ts"

/** Names of the columns, as the example file has them; accents and capitals do not matter. */
export const columns = {
  path: ["loai", "muc", "path"],
  target: ["so, duong dan, tai khoan", "doi tuong", "so", "target"],
  text: ["noi dung", "mo ta", "text"],
  place: ["noi xay ra", "dia diem", "place"],
  name: ["ho ten", "nguoi bao", "name"],
  contact: ["lien he", "contact"],
} as const satisfies Record<keyof Tip, readonly string[]>
type Column = keyof typeof columns

export const pathNames: Readonly<Record<string, Tip["path"]>> = {
  tien: "money",
  "dinh danh": "identifier",
  "ha tang": "infrastructure",
  khac: "other",
  money: "money",
  identifier: "identifier",
  infrastructure: "infrastructure",
  other: "other",
}

export type ListTrouble = "unreadable" | "noColumns" | "tooMany" | "nothing"
export type LineFault = "empty" | "path" | "tooLong"
export type Line =
  | { line: number; code: string; isAgain: boolean; sameAs: number | null; target: string }
  | { line: number; fault: LineFault; target: string }
export type ListAnswer = { lines: Line[] } | { refused: ListTrouble }

export async function takeList(desk: Desk, file: Buffer): Promise<ListAnswer> {
  const table = await tableOf(file)
  if (table === null) return { refused: "unreadable" }
  const headAt = table.slice(0, titleLinesMax).findIndex((row) => namesColumns(columnsOf(row)))
  if (headAt === -1) return { refused: "noColumns" }
  const where = columnsOf(table[headAt] ?? [])
  const filled = table
    .slice(headAt + 1)
    .map((cells, i) => ({ cells, line: headAt + i + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""))
  if (filled.length === 0) return { refused: "nothing" }
  if (filled.length > linesMax) return { refused: "tooMany" }
  const lines: Line[] = []
  const firstWith = new Map<string, number>()
  for (const { cells, line } of filled) {
    const taken = await takeLine(desk, where, cells, line)
    if ("fault" in taken) lines.push(taken)
    else {
      lines.push({ ...taken, sameAs: firstWith.get(taken.code) ?? null })
      if (!firstWith.has(taken.code)) firstWith.set(taken.code, line)
    }
  }
  return { lines }
}

/** Above the names of the columns stand the office's name, a title, a date, often in merged cells. */
const titleLinesMax = 10
const namesColumns = (where: Record<Column, number>) => where.target !== -1 || where.text !== -1

/** A spreadsheet takes a telephone number for a number and drops its zero. */
const withZeros = (target: string) => target.replace(/^(?:[35789]\d{8}|2\d{9})$/, "0$&")

async function takeLine(
  desk: Desk,
  where: Record<Column, number>,
  cells: readonly string[],
  line: number,
): Promise<Line> {
  const cell = (column: Column) => cells[where[column]] ?? ""
  const named = withZeros(cell("target"))
  const target = named.slice(0, 80)
  const path = where.path === -1 || cell("path") === "" ? "identifier" : pathNames[plain(cell("path"))]
  if (path === undefined) return { line, fault: "path", target }
  const { text, place, name, contact } = {
    text: cell("text"),
    place: cell("place"),
    name: cell("name"),
    contact: cell("contact"),
  }
  const parsed = tipInput.safeParse({ path, target: named, text, place, name, contact })
  if (!parsed.success)
    return {
      line,
      fault: parsed.error.issues.some((one) => one.message === "empty") ? "empty" : "tooLong",
      target,
    }
  const tip = parsed.data
  const once = createHash("sha256")
    .update(JSON.stringify(["list", desk.who.bodyId, tip]))
    .digest("hex")
    .slice(0, 32)
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

function columnsOf(head: readonly string[]): Record<Column, number> {
  const names = head.map(plain)
  const find = (column: Column) =>
    names.findIndex((name) => (columns[column] as readonly string[]).includes(name))
  return {
    path: find("path"),
    target: find("target"),
    text: find("text"),
    place: find("place"),
    name: find("name"),
    contact: find("contact"),
  }
}

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "d")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim()
