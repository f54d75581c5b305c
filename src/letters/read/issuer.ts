/** Who issues a letter, from its letterhead in capitals or, where none is printed, from what it says of itself. */
import type { Found } from "./head.ts"
import type { Line } from "./lines.ts"
import { cut, fold, isCapital, type Piece, withoutEnd } from "./piece.ts"

/** "ỦY BAN NHÂN DÂN" / "TỈNH SƠN LA" is "UBND tỉnh Sơn La"; of two offices the lower one issues. */
export function nameFromCapitals(lines: readonly string[], body: readonly string[]): string | null {
  const offices: string[] = []
  for (const line of lines.slice(0, 5)) {
    const words = withoutEnd(line, "-–*_ ").replace(/\s+/g, " ")
    const startsOffice =
      /^(?:ỦY BAN|UỶ BAN|UBND|BỘ|SỞ|BAN|CỤC|TỔNG CỤC|CHI CỤC|VĂN PHÒNG|THỦ TƯỚNG|CÔNG AN|CHÍNH PHỦ|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|HỘI|NGÂN HÀNG|THANH TRA|TẬP ĐOÀN|TỔNG CÔNG TY|CÔNG TY|VIỆN|TRƯỜNG|TÒA ÁN|ĐÀI|KHO BẠC|HĐND|ĐOÀN|LIÊN)/.test(
        words,
      )
    const last = offices.at(-1)
    const isWhole = last !== undefined && !/^(?:ỦY BAN|UỶ BAN|UBND)(?: NHÂN DÂN)?$/.test(last)
    if (last === undefined || (startsOffice && isWhole)) offices.push(words)
    else offices[offices.length - 1] = `${last} ${words}`
  }
  const office = offices.at(-1)
  const above = offices.at(-2)
  // "UBND TỈNH X" / "VĂN PHÒNG": the office has no name but that of whose office it is.
  if (office === "VĂN PHÒNG" && above !== undefined) return `Văn phòng ${properName(above, body)}`
  return office === undefined || office.length < 3 ? null : properName(office, body)
}

/** Capitals as the body writes the name; else each word as names of offices and places are written. */
export function properName(capitals: string, body: readonly string[]): string {
  const short = fold(capitals)
    .replace(/^ủy ban nhân dân/, "ubnd")
    .trim()
  if (short.startsWith("ubnd")) return `UBND ${placeName(short.slice(4).trim())}`.trim()
  const low = fold(capitals)
  for (const text of body) {
    const at = fold(text).indexOf(low)
    if (at >= 0 && /\p{Ll}/u.test(text.slice(at, at + low.length))) return text.slice(at, at + low.length)
  }
  return officeName(low)
}

const levels = /^(tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\s/

function placeName(low: string): string {
  const level = levels.exec(low)?.[1]
  return level === undefined ? titled(low) : `${level} ${titled(low.slice(level.length + 1))}`
}

const titled = (low: string) => low.replace(/(?<![\p{L}])\p{L}/gu, (char) => char.toUpperCase())

function officeName(low: string): string {
  const place = /\s(tỉnh|thành phố|huyện|thị xã|quận|xã(?! hội)|phường)\s(.{2,30})$/.exec(low)
  const name = place === null ? low : low.slice(0, place.index)
  const cased = name
    .replace(/(^|, |- ?| và )(\p{L})/gu, (_, before: string, char: string) => before + char.toUpperCase())
    .replace(
      /^((?:Bộ|Sở|Ban|Cục|Tổng cục|Chi cục|Văn phòng|Thanh tra|Hội|Công an|Thủ tướng|Tập đoàn|Tổng công ty|Công ty)) (\p{L})/u,
      (_, office: string, char: string) => `${office} ${char.toUpperCase()}`,
    )
  return place === null ? cased : `${cased} ${place[1]} ${titled(place[2] ?? "")}`
}

/** "Chủ tịch ủy ban nhân dân tỉnh đông hà" on a line of its own under the title: who decides. */
export function deciderOf(head: readonly Line[]): Found | null {
  const line = head.slice(1, 8).find(isDecider)
  if (line === undefined) return null
  const low = line.low.replace(/^(?:chủ tịch|bộ trưởng|giám đốc) (?=\S)/, "")
  const level = /^(?:ủy ban nhân dân|ubnd) (tỉnh|thành phố|huyện|thị xã|quận)$/.exec(low)?.[1]
  const place = level === undefined ? null : placeOf(head, level)
  const named = level === undefined ? properName(low.toUpperCase(), []) : `UBND ${level}`
  return {
    value: place === null ? named : `${named} ${place}`,
    confidence: place === null ? 0.7 : 0.6,
    span: line.span,
  }
}

export const isDecider = (line: Line | undefined) =>
  line !== undefined && line.text.length < 90 && decider.test(line.low) && !/[.,;:]/.test(line.text)

const decider =
  /^(?:(?:chủ tịch )?(?:ủy ban nhân dân|ubnd) (?:tỉnh|thành phố|huyện|thị xã|quận)|bộ trưởng bộ|thủ tướng chính phủ|giám đốc sở|tổng cục trưởng|cục trưởng|thống đốc)/

const bodyMax = 40
const office = String.raw`(thủ tướng chính phủ|văn phòng chính phủ|chính phủ|ủy ban nhân dân (?:tỉnh|thành phố|huyện|thị xã|quận)|ubnd (?:tỉnh|thành phố|huyện|thị xã|quận)|bộ trưởng bộ [^,;:.]{3,50}?|(?:bộ(?! trưởng)|sở|cục|ban) [^,;:.]{3,50}?)`
const speaking = new RegExp(
  `(?<!\\p{L})${office} (?:chỉ thị|yêu cầu|đề nghị|có ý kiến|chỉ đạo|thông báo|xin thông báo|ban hành kế hoạch|xây dựng kế hoạch|báo cáo)(?! số)`,
  "gu",
)

/** "Uỷ ban nhân dân tỉnh chỉ thị:" with the place from the head, the title or the signature. */
export function issuerFromBody(
  head: readonly Line[],
  body: readonly Piece[],
  foot: readonly Line[],
): Found | null {
  const closing = body
    .slice(-3)
    .map((piece) => /^(văn phòng chính phủ)(?: xin)? thông báo/.exec(piece.low)?.[1])
  const named = closing.find((name) => name !== undefined)
  const said = named ?? firstSpeaker(body)
  const signed = foot.find((line) => /^tm\.\s?ủy ban nhân dân/.test(line.low))
  const low = said ?? (signed === undefined ? undefined : "ubnd")
  if (low === undefined) return null
  const office = low.replace(/^bộ trưởng (?=bộ )/, "").replace(/^ủy ban nhân dân/, "ubnd")
  if (!office.startsWith("ubnd"))
    return {
      value: properName(
        office.toUpperCase(),
        body.map((piece) => piece.text),
      ),
      confidence: 0.7,
      span: null,
    }
  const level = office.slice(5) || levelIn(body) || "tỉnh"
  const place = placeOf(head, level)
  return { value: `UBND ${level} ${place ?? ""}`.trim(), confidence: place === null ? 0.5 : 0.7, span: null }
}

/** "Ủy ban nhân dân thành phố ban hành …": of what the letter says it is the office. */
const levelIn = (body: readonly Piece[]) =>
  body
    .slice(0, bodyMax)
    .map(
      (piece) => /(?:ủy ban nhân dân|ubnd) (tỉnh|thành phố|huyện|thị xã|quận)(?!\p{L})/u.exec(piece.low)?.[1],
    )
    .find((level) => level !== undefined)

function firstSpeaker(body: readonly Piece[]): string | undefined {
  for (const piece of body.slice(0, bodyMax)) {
    const end = piece.low.endsWith(":") || /\b(?:yêu cầu|chỉ thị|đề nghị|có ý kiến)/.test(piece.low)
    if (!end) continue
    const tail = Math.max(0, piece.low.length - 400)
    const found = speakersIn(cut(piece, tail)).at(-1) ?? (tail === 0 ? undefined : speakersIn(piece)[0])
    if (found !== undefined) return found
  }
  return undefined
}

/** A name has a capital: "các cơ sở nhập hàng về yêu cầu …" is no office. */
const speakersIn = (piece: Piece) =>
  [...piece.low.matchAll(speaking)].flatMap((found) =>
    isCapital(piece.text[found.index]) && found[1] !== undefined ? [found[1]] : [],
  )

/** The place of "Lào Cai, ngày …", or of "… trên địa bàn tỉnh đồng nai" in the title. */
function placeOf(head: readonly Line[], level: string): string | null {
  for (const line of head) {
    const place = /^(.{2,30}?)\s?,\s{0,5}ngày/.exec(line.text)?.[1]
    if (place !== undefined) return place
  }
  for (const line of head) {
    const named = new RegExp(`${level} (\\p{L}{2,8} \\p{L}{2,8}(?: \\p{L}{2,8})?)$`, "u").exec(line.low)?.[1]
    if (named !== undefined) return titled(named)
  }
  return null
}
