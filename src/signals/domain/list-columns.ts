/**
 * Columns of a list, by the headings that enterprises and offices write above them.
 *
 * A heading is compared without accents, capitals, stars, colons, unit of measure or a note in brackets: "Số điện thoại
 * (*)" is "so dien thoai". A heading that nobody here knows is named to the sender: its cells are not taken.
 */
import type { Tip } from "./intake.ts"

/** `detail`: a fact about the line that has no box of its own; it goes into the words of the tip under its heading. */
export const fields = ["path", "target", "bank", "text", "detail", "place", "name", "contact"] as const
export type Field = (typeof fields)[number]
/** What the heading says of the things that stand below it. */
export type TargetKind = "any" | "phone" | "account"
export type Column = { index: number; heading: string; field: Field; kind: TargetKind }
export type Columns = { known: Column[]; unused: string[] }

type Meaning = { field: Field; kind?: TargetKind; names: readonly string[] }
/** Each name is the whole heading, or its beginning where it ends in a star. */
const meanings: readonly Meaning[] = [
  { field: "path", names: ["loai", "muc", "path", "loai tin", "loai phan anh", "nhom"] },
  { field: "bank", names: ["ngan hang*", "bank", "ten ngan hang", "tai ngan hang", "mo tai"] },
  {
    field: "target",
    kind: "account",
    names: [
      "so tai khoan*",
      "stk*",
      "tai khoan",
      "tai khoan ngan hang*",
      "tk",
      "so tk*",
      "account*",
      "so the*",
    ],
  },
  {
    field: "target",
    kind: "phone",
    names: [
      "so dien thoai*",
      "dien thoai",
      "so thue bao*",
      "thue bao*",
      "sdt*",
      "so dt*",
      "so goi den",
      "so goi di",
      "so may",
      "so di dong",
      "msisdn",
      "phone*",
    ],
  },
  {
    field: "target",
    names: [
      "so, duong dan, tai khoan",
      "doi tuong*",
      "so",
      "target",
      "duong dan*",
      "duong link*",
      "link*",
      "url*",
      "website*",
      "trang web*",
      "web",
      "ten mien*",
      "domain*",
      "dia chi web*",
      "dia chi website*",
      "email*",
      "e-mail*",
      "thu dien tu*",
      "zalo*",
      "facebook*",
      "telegram*",
      "mang xa hoi*",
      "dinh danh",
    ],
  },
  {
    field: "text",
    names: [
      "noi dung*",
      "mo ta*",
      "text",
      "hanh vi*",
      "dau hieu*",
      "dien bien*",
      "chi tiet",
      "su viec",
      "vi pham",
    ],
  },
  {
    field: "detail",
    names: [
      "ngay*",
      "thoi gian*",
      "thoi diem*",
      "gio*",
      "ghi chu*",
      "so luong*",
      "so lan*",
      "so tien*",
      "thiet hai*",
      "nha mang*",
      "mang",
    ],
  },
  {
    field: "place",
    names: [
      "noi xay ra*",
      "dia diem*",
      "place",
      "dia ban*",
      "xa",
      "phuong",
      "xa, phuong",
      "xa/phuong",
      "khu vuc*",
    ],
  },
  { field: "name", names: ["ho ten*", "ho va ten*", "nguoi bao*", "name"] },
  { field: "contact", names: ["lien he*", "contact", "so lien he*"] },
]

/** The line of headings that says most, among titles, dates and merged cells above it; null where none is one. */
export function headingsOf(rows: readonly (readonly string[])[]): { at: number; columns: Columns } | null {
  let best: { at: number; columns: Columns } | null = null
  for (const [at, row] of rows.slice(0, titleLinesMax).entries()) {
    const columns = columnsOf(row)
    if (!columns.known.some(({ field }) => field === "target" || field === "text")) continue
    if (best === null || columns.known.length > best.columns.known.length) best = { at, columns }
  }
  return best
}

/** Above the names of the columns stand the office's name, a title, a date, often in merged cells. */
const titleLinesMax = 20

function columnsOf(row: readonly string[]): Columns {
  const columns: Columns = { known: [], unused: [] }
  for (const [index, typed] of row.entries()) {
    const heading = typed.replace(/\s+/g, " ").trim()
    if (heading === "") continue
    const meaning = meaningOf(plain(withoutNotes(heading)))
    const isTwice =
      meaning !== null &&
      onlyOnce.includes(meaning.field) &&
      columns.known.some(({ field }) => field === meaning.field)
    if (meaning === null || isTwice) columns.unused.push(heading.slice(0, headingCharsMax))
    else
      columns.known.push({
        index,
        heading: withoutNotes(heading),
        field: meaning.field,
        kind: meaning.kind ?? "any",
      })
  }
  return columns
}

const headingCharsMax = 60
const onlyOnce: readonly Field[] = ["path", "bank", "place", "name", "contact"]

function meaningOf(name: string): Meaning | null {
  const exact = meanings.find(({ names }) => names.some((one) => one.replace("*", "") === name))
  if (exact !== undefined) return exact
  return (
    meanings.find(({ names }) =>
      names.some((one) => one.endsWith("*") && name.startsWith(`${one.slice(0, -1)} `)),
    ) ?? null
  )
}

/** Stars, colons and what stands in brackets tell how to fill a column in, not which it is. */
const withoutNotes = (heading: string) =>
  heading
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/[*:.]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()

export const pathNames: Readonly<Record<string, Tip["path"]>> = {
  tien: "money",
  "lua tien": "money",
  "dinh danh": "identifier",
  "ha tang": "infrastructure",
  khac: "other",
  money: "money",
  identifier: "identifier",
  infrastructure: "infrastructure",
  other: "other",
}

export const plain = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim()
