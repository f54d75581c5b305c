/** Who receives a copy and who signs (Nghị định 30/2020/NĐ-CP, Điều 8: "Nơi nhận", "quyền hạn, chức vụ, họ tên"). */
import type { Line } from "./lines.ts"
import { type Piece, pieceOf, withoutEnd } from "./piece.ts"
import type { Signer } from "./reading.ts"

export type Foot = {
  recipients: Piece[]
  signer: Signer
  signers: Signer[]
}

/** The Party signs "T/M", the State "TM.". */
const prefix = /^(?:(?:TM|KT|TL|TUQ|Q)\. ?|(?:T\/M|K\/T|T\/L|T\/U) )\p{Lu}/u
const recipientsMax = 100

export function footOf(text: string, lines: readonly Line[]): Foot {
  const whole = withWholeNames(lines)
  return footOfWhole(text, whole)
}

/** "Vũ" / "Chiến Thắng": a name broken after its first word. */
function withWholeNames(lines: readonly Line[]): Line[] {
  const whole: Line[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const isHalf = last !== undefined && /^\p{Lu}\p{Ll}{1,6}$/u.test(last.text)
    const joined = isHalf ? `${last.text} ${line.text}` : ""
    if (last !== undefined && isHalf && isName({ ...line, text: joined }))
      whole[whole.length - 1] = {
        text: joined,
        low: `${last.low} ${line.low}`,
        span: [last.span[0], line.span[1]],
      }
    else whole.push(line)
  }
  return whole
}

function footOfWhole(text: string, lines: readonly Line[]): Foot {
  const signature = lines.findIndex(
    (line) =>
      prefix.test(line.text) ||
      (isCapitals(line) &&
        !/^[-–]|^NƠI NHẬN/.test(line.text) &&
        line.text.length > 5 &&
        !isShortNames(line.text)),
  )
  const start = lines.findIndex((line) => /^nơi nhận/.test(line.low))
  const end = signature > start ? signature : lines.length
  const listed = start < 0 ? [] : lines.slice(start, end)
  const signers = signersOf(signature < 0 ? [] : lines.slice(signature))
  return {
    recipients: recipientsOf(text, listed),
    signer: signers[0] ?? unsigned,
    signers,
  }
}

function recipientsOf(text: string, lines: readonly Line[]): Piece[] {
  const items: Line[][] = []
  let isDashed = false
  for (const line of lines) {
    const own = /^nơi nhận\s{0,3}:?\s{0,3}/.exec(line.low)?.[0].length ?? 0
    const rest = own === 0 ? line : from(line, own)
    if (rest.text === "") continue
    const bullet = /^[-–•*+]\s{0,3}/.exec(rest.text)?.[0].length ?? 0
    const last = items.at(-1)
    const goesOn = bullet === 0 && last !== undefined && !/[;.]$/.test(last.at(-1)?.text ?? "")
    // Under a list with dashes, a line of its own is the drafter's mark or the address of the office.
    if (bullet === 0 && items.length > 0 && isDashed && !goesOn) {
      if (!isListOfShort(rest.text)) break
      items.push([rest])
      continue
    }
    if (goesOn) last.push(rest)
    else items.push([from(rest, bullet)])
    isDashed ||= bullet > 0
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

/** "NN, PL, NC, TH;", "QHĐP, PL;", "NHNNVN;": the end of a list of recipients, in abbreviations. */
const isShortNames = (text: string) => /;$/.test(text) || isListOfShort(text)
const isListOfShort = (text: string) =>
  /^[\p{Lu}\d.]{1,8}(?:\s?\(\d{1,3}\))?(?:,\s?[\p{Lu}\d.]{1,8}(?:\s?\(\d{1,3}\))?){1,20}[.,;]?$/u.test(text)

/** "NVA.(30)", who drafted it and how many copies, is no office. */
const isCapitals = ({ text }: Line) =>
  /\p{Lu}{2}/u.test(text) &&
  text === text.toUpperCase() &&
  !/^[\p{L}\d]{1,10}(?:\.|\.?\(\d{1,5}\))$/u.test(text)

const signersMax = 20
const unsigned: Signer = { authority: null, position: null, name: null }

/** Offices in capitals up to a name, again and again; recipients between them are no office. */
function signersOf(lines: readonly Line[]): Signer[] {
  const signers: Signer[] = []
  let capitals: Line[] = []
  for (const line of lines.slice(0, 12 * signersMax)) {
    if (/^\(/.test(line.text)) continue
    if (signers.length === signersMax) break
    if (isCapitals(line)) capitals.push(line)
    else if (isName(line) && capitals.length > 0) {
      signers.push(signerOf(capitals, line))
      capitals = []
    }
  }
  return signers.length > 0 ? signers : capitals.length > 0 ? [signerOf(capitals.slice(0, 12), null)] : []
}

function signerOf(capitals: readonly Line[], name: Line | null): Signer {
  const offices = officesOf(capitals)
  const acting = offices.filter((line) => !/^(?:TM\.|T\/M )/.test(line.text) || offices.length === 1)
  const [authority = null, ...rest] = acting.length > 1 || offices.length === acting.length ? acting : offices
  const words = (line: Line | null) => line?.text.replace(/\s+/g, " ") ?? null
  return { authority: words(authority), position: words(rest.at(-1) ?? null), name: words(name) }
}

/** A long office takes several lines: "TRƯỞNG PHÒNG BƯU CHÍNH," / "VIỄN THÔNG". */
function officesOf(lines: readonly Line[]): Line[] {
  const offices: Line[] = []
  for (const line of lines) {
    const last = offices.at(-1)
    const goesOn = last !== undefined && /,$/.test(last.text) && !prefix.test(line.text)
    if (last === undefined || prefix.test(line.text) || (officeStart.test(line.low) && !goesOn))
      offices.push(line)
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
export const isName = ({ text }: Line) =>
  /^(?:(?:Trung|Thượng|Đại|Thiếu) (?:tá|tướng) |[A-Z]{2,4}\. ?|TS\. ?)?\p{Lu}\p{Ll}{0,6}(?: \p{Lu}\p{Ll}{0,6}){1,5}$/u.test(
    text.replace(/\s+/g, " "),
  )
