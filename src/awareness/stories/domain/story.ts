/** Places, people and numbers may not stand in a story that everybody reads: found here as far as a machine can; the rest is for the second reader. Pure. */
export type Found = { what: "place" | "person" | "number"; words: string }

const kinds =
  "xã|phường|thị trấn|thôn|xóm|ấp|huyện|quận|thị xã|thành phố|tổ dân phố|khu phố|phố|đường|ngõ|chợ|trường"
    .split("|")
    .map((kind) => `[${kind.charAt(0).toLocaleUpperCase("vi")}${kind.charAt(0)}]${kind.slice(1)}`)
    .join("|")
/** "Thôn Đoài", "đường số 4": the kind of a place and what it is called. "Đường dẫn" and "chợ gần nhà" call nothing by a name. */
const placed = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${kinds})(?:[ ](?:số|mầm non|tiểu học|trung học))?[ ](?:\\p{Lu}[\\p{L}\\p{M}]*|\\d+)(?:[ ]\\p{Lu}[\\p{L}\\p{M}]*){0,3}`,
  "gu",
)

/** `places`: names of communes and districts, with their kind ("xã Bát Xát"). A name of one syllable is a common word and needs its kind. */
export function placesIn(text: string, places: readonly string[]): string[] {
  const whole = text.normalize("NFC")
  const named = [...whole.matchAll(placed)].map(([words]) => words)
  const bare = places.map(nameIn).filter((name) => name.includes(" ") && standsIn(whole, name))
  return [...new Set([...named, ...bare])]
}

const startsWithKind = new RegExp(`^(?:${kinds})(?: (?:số|mầm non|tiểu học|trung học))? `, "u")
const nameIn = (place: string): string => place.normalize("NFC").replace(startsWithKind, "")

function standsIn(text: string, name: string): boolean {
  const letter = /[\p{L}\p{M}\d]/u
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, behind] = [text[at - 1] ?? "", text[at + name.length] ?? ""]
    if (!letter.test(before) && !letter.test(behind)) return true
  }
  return false
}

/** The tip or the case that an address of this program leads to, or that an id names. */
export function sourceIn(typed: string): { kind: "signal" | "case"; id: string } | null {
  const [, room, id] = /(tin-bao|vu-viec)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i.exec(typed) ?? []
  if (room === undefined || id === undefined) return null
  return { kind: room.toLowerCase() === "tin-bao" ? "signal" : "case", id: id.toLowerCase() }
}
