/**
 * Many signs in one file, as enterprises send them: each line stands for itself, is taken in or told what is wrong, and
 * sending the file again takes nothing twice.
 */
import { createHash } from "node:crypto"
import { parse } from "csv-parse/sync"
import { readSheet } from "read-excel-file/node"
import type { Desk } from "../../kernel/http/env.ts"
import type { Tip } from "../domain/intake.ts"
import { linesMax } from "../domain/list.ts"
import { tipInput } from "../inputs.ts"
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
  | { line: number; code: string; isAgain: boolean; target: string }
  | { line: number; fault: LineFault; target: string }
export type ListAnswer = { lines: Line[] } | { refused: ListTrouble }

export async function takeList(desk: Desk, file: Buffer): Promise<ListAnswer> {
  const table = await tableOf(file)
  if (table === null) return { refused: "unreadable" }
  const [head, ...body] = table
  const where = columnsOf(head ?? [])
  if (where.target === -1 && where.text === -1) return { refused: "noColumns" }
  const filled = body
    .map((cells, i) => ({ cells, line: i + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""))
  if (filled.length === 0) return { refused: "nothing" }
  if (filled.length > linesMax) return { refused: "tooMany" }
  const lines: Line[] = []
  for (const { cells, line } of filled) lines.push(await takeLine(desk, where, cells, line))
  return { lines }
}

async function takeLine(
  desk: Desk,
  where: Record<Column, number>,
  cells: readonly string[],
  line: number,
): Promise<Line> {
  const cell = (column: Column) => cells[where[column]] ?? ""
  const target = cell("target").slice(0, 80)
  const path = where.path === -1 || cell("path") === "" ? "identifier" : pathNames[plain(cell("path"))]
  if (path === undefined) return { line, fault: "path", target }
  const { text, place, name, contact } = {
    text: cell("text"),
    place: cell("place"),
    name: cell("name"),
    contact: cell("contact"),
  }
  const parsed = tipInput.safeParse({ path, target: cell("target"), text, place, name, contact })
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
  return { line, code: taken.code, isAgain: taken.isAgain, target }
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

/** XLSX by its first bytes (a ZIP), else CSV with commas, semicolons or tabs. Null: neither. */
async function tableOf(file: Buffer): Promise<string[][] | null> {
  try {
    if (file.subarray(0, 2).toString("latin1") === "PK") {
      const rows = await readSheet(file)
      return rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell).trim())))
    }
    const text = new TextDecoder("utf-8", { fatal: true }).decode(file)
    const first = text.slice(0, text.indexOf("\n") === -1 ? undefined : text.indexOf("\n"))
    const delimiter = [";", "\t", ","].find((one) => first.includes(one)) ?? ","
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
    })
  } catch {
    // Whatever the parser says of such bytes, the person needs one sentence: it is no list that we can read.
    return null
  }
}
