/** The list of who is invited, as it is pasted from a spreadsheet: one a line, the name, then where. Pure. */
export type Invited = { name: string; place: string | null }
export type ListFault = "noName" | "tooLong" | "twice" | "number"
export type ReadList = {
  taken: Invited[]
  refused: { line: number; text: string; fault: ListFault }[]
  isTooLong: boolean
}

export const invitedMax = 500
const charsMax = 160

/**
 * A tab, a semicolon or a bar parts the name from the place. A line with a telephone number or an identity number is sent back:
 * the invitation needs neither, and what is not kept cannot leak.
 */
export function readList(text: string): ReadList {
  const read: ReadList = { taken: [], refused: [], isTooLong: false }
  const seen = new Set<string>()
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const cells = line.split(/[\t;|]/).map((cell) => cell.replace(/\s+/g, " ").trim())
    const [name = "", place = ""] = cells
    if (cells.every((cell) => cell === "") || isHeading(name)) continue
    const fault = faultOf(cells, name, place, seen)
    if (fault !== null) read.refused.push({ line: at + 1, text: line.trim().slice(0, charsMax), fault })
    else if (read.taken.length >= invitedMax) read.isTooLong = true
    else {
      seen.add(keyOf(name, place))
      read.taken.push({ name, place: place === "" ? null : place })
    }
  }
  return read
}

const isHeading = (name: string) =>
  /^(?:tên|họ và tên|họ tên|tên (?:cửa hàng|đại lý|điểm bán)|name|shop)$/iu.test(name)
const keyOf = (name: string, place: string) => `${name}\n${place}`.toLocaleLowerCase("vi")

function faultOf(
  cells: readonly string[],
  name: string,
  place: string,
  seen: ReadonlySet<string>,
): ListFault | null {
  if (name === "") return "noName"
  if (cells.some((cell) => /\d{9,}/.test(cell.replace(/[\s.-]/g, "")))) return "number"
  if (name.length > charsMax || place.length > charsMax) return "tooLong"
  return seen.has(keyOf(name, place)) ? "twice" : null
}
