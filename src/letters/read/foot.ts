/** Who receives a copy and who signs (Nghị định 30/2020/NĐ-CP, Điều 8: "Nơi nhận", "quyền hạn, chức vụ, họ tên"). */
import type { Line } from "./lines.ts"
import { type Piece, pieceOf, withoutEnd } from "./piece.ts"
import type { Signer } from "./reading.ts"

export type Foot = {
  recipients: Piece[]
  signer: Signer
  signerAt: { authority: Piece | null; position: Piece | null; name: Piece | null }
}

const prefix = /^(?:TM|KT|TL|TUQ|Q)\. ?\p{Lu}/u
const recipientsMax = 100

export function footOf(text: string, lines: readonly Line[]): Foot {
  const isCapitals = (line: Line) => /\p{Lu}{2}/u.test(line.text) && line.text === line.text.toUpperCase()
  const signature = lines.findIndex(
    (line) =>
      prefix.test(line.text) ||
      (isCapitals(line) && !/^[-–]|^NƠI NHẬN/.test(line.text) && line.text.length > 5),
  )
  const start = lines.findIndex((line) => /^nơi nhận/.test(line.low))
  const end = signature > start ? signature : lines.length
  const listed = start < 0 ? [] : lines.slice(start, end)
  return {
    recipients: recipientsOf(text, listed),
    ...signerOf(text, signature < 0 ? [] : lines.slice(signature)),
  }
}

function recipientsOf(text: string, lines: readonly Line[]): Piece[] {
  const items: Line[][] = []
  for (const line of lines) {
    const own = /^nơi nhận\s{0,3}:?\s{0,3}/.exec(line.low)?.[0].length ?? 0
    const rest = own === 0 ? line : from(line, own)
    if (rest.text === "") continue
    const bullet = /^[-–•*+]\s{0,3}/.exec(rest.text)?.[0].length ?? 0
    const last = items.at(-1)
    const goesOn = bullet === 0 && last !== undefined && !/[;.]$/.test(last.at(-1)?.text ?? "")
    if (goesOn) last.push(rest)
    else items.push([from(rest, bullet)])
  }
  return items.slice(0, recipientsMax).flatMap((item) => {
    const piece = pieceOf(
      text,
      item.map((line) => line.span),
    )
    const words = withoutEnd(piece.text, ".;, ")
    return words === "" ? [] : [pieceOf(text, [[piece.at[0] ?? 0, (piece.at[words.length - 1] ?? 0) + 1]])]
  })
}

const from = (line: Line, at: number): Line => {
  const raw = line.text.slice(at)
  const words = raw.trimStart()
  const start = line.span[0] + at + (raw.length - words.length)
  return {
    text: words,
    low: line.low.slice(line.low.length - words.length),
    span: [start, start + words.length],
  }
}

function signerOf(text: string, lines: readonly Line[]): Omit<Foot, "recipients"> {
  const capitals: Line[] = []
  let name: Line | null = null
  for (const line of lines.slice(0, 12)) {
    if (/^\(/.test(line.text)) continue
    if (/\p{Lu}{2}/u.test(line.text) && line.text === line.text.toUpperCase()) {
      if (name === null) capitals.push(line)
    } else if (isName(line.text) && name === null && capitals.length > 0) name = line
  }
  const offices = officesOf(capitals)
  const acting = offices.filter((line) => !/^TM\./.test(line.text) || offices.length === 1)
  const [authority = null, ...rest] = acting.length > 1 || offices.length === acting.length ? acting : offices
  const position = rest.at(-1) ?? null
  const words = (line: Line | null) => line?.text.replace(/\s+/g, " ") ?? null
  const piece = (line: Line | null) => (line === null ? null : pieceOf(text, [line.span]))
  return {
    signer: { authority: words(authority), position: words(position), name: words(name) },
    signerAt: { authority: piece(authority), position: piece(position), name: piece(name) },
  }
}

/** A long office takes several lines: "TRƯỞNG PHÒNG BƯU CHÍNH," / "VIỄN THÔNG". */
function officesOf(lines: readonly Line[]): Line[] {
  const offices: Line[] = []
  for (const line of lines) {
    const last = offices.at(-1)
    if (last === undefined || prefix.test(line.text) || officeStart.test(line.low)) offices.push(line)
    else
      offices[offices.length - 1] = {
        text: `${last.text} ${line.text}`,
        low: `${last.low} ${line.low}`,
        span: [last.span[0], line.span[1]],
      }
  }
  return offices
}

const officeStart =
  /^(?:q\. ?)?(?:phó|chủ|giám đốc|tổng|chánh|trưởng|bộ|thứ|thủ|cục|vụ|viện|hiệu|thống|ủy viên|quyền|thư ký|đội|tổ|đại diện)(?= )/u

/** "Nguyễn Duy Hưng", with a rank or a degree before it or not. */
const isName = (text: string) =>
  /^(?:(?:Trung|Thượng|Đại|Thiếu) (?:tá|tướng) |[A-Z]{2,4}\. ?|TS\. ?)?\p{Lu}\p{Ll}{0,6}(?: \p{Lu}\p{Ll}{0,6}){1,5}$/u.test(
    text.replace(/\s+/g, " "),
  )
