/** Names of those who write and of those who were harmed, to be masked: with and without diacritics, titled, signed. */
import { type Folded, fold, spanOf } from "./fold.ts"

type Range = readonly [from: number, to: number]

const families =
  "nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dao|dinh|trinh|mai|doan|lam|cao|ta|to|luong|chu|luu|nghiem|quach|thai|ha|truong|kieu|khuat|mac|ninh|lo|giang|tong|phung|vuong|trieu|hua|au|lai|tang|dam|khong|la|ung|chau|quan"
/** Words behind which the name of the writer or of a victim stands. */
const announced =
  /\b(?:(?:toi|tui|em|minh|chau|con|e|bac|chu|co) (?:ten(?: la)?|la)|ho (?:va )?ten(?: toi| em| nguoi [a-z]{2,8})?|ten (?:toi|em|minh|chau|con|day du)(?: la)?|nguoi (?:bao|gui|lap|trinh bao|phan anh|bi hai|viet|lien he|cung cap)(?: tin)?|bi hai|nan nhan|nguoi dan|chu thue bao|my name is|i am|i'm|this is|name:?)(?: la)?[\s:]{1,3}(?:(?:ong|ba|anh|chi|cu|co|chu|bac|em|chau)\s)?/g
const titled = new RegExp(
  `(?<!\\b(?:xung|xung la|tu xung|tu nhan|gia danh|mao danh)(?: la)? )\\b(?:ong|ba|anh|chi|cu|co|chu|bac|em|chau|me|mr|mrs|ms)\\.? (?=(?:${families}) )`,
  "g",
)
const stop =
  /^(?:o|tai|sinh|sn|nam|que|tru|dia|sdt|so|dt|bi|xin|hom|ngay|lien|la|va|co|da|dang|muon|den|cung|thuong|hien|lam|nguoi|nha|vua|moi|bao|gui|tuoi|thon|xa|phuong|cccd|cmnd|can|dien|khach|nhan|can bo)$/
/** A family name, folded. */
export const family = new RegExp(`^(?:${families})$`)

/** Ranges of names in the text as received. */
export function namesIn(folded: Folded): Range[] {
  return [...introduced(folded), ...withTitle(folded)]
}

function* introduced(folded: Folded): Generator<Range> {
  for (const match of folded.text.matchAll(announced)) {
    const at = match.index + match[0].length
    const range = capitalsAt(folded, at, 1) ?? plainAt(folded, at)
    if (range !== null) yield range
  }
}

function* withTitle(folded: Folded): Generator<Range> {
  for (const match of folded.text.matchAll(titled)) {
    const range = capitalsAt(folded, match.index + match[0].length, 2)
    if (range !== null) yield range
  }
}

const capitals = /^(?:\p{Lu}[\p{L}\p{M}]*\.?(?:[ \t]|$)?){1,6}/u

/** Capitalised words from here on; null where there are fewer than `least`. */
function capitalsAt(folded: Folded, at: number, least: number): Range | null {
  const [from] = spanOf(folded, at, at + 1)
  const name = capitals.exec(folded.original.slice(from, from + 60))?.[0].trimEnd() ?? ""
  return name === "" || name.split(/\s+/).length < least ? null : [from, from + name.length]
}

/** "nguyen thi buoi": a family's name, and at most three words behind it. */
function plainAt(folded: Folded, at: number): Range | null {
  const words = /^[a-z]+(?: [a-z]+){0,3}/.exec(folded.text.slice(at, at + 40))?.[0].split(" ") ?? []
  if (!family.test(words[0] ?? "")) return null
  const end = words.findIndex((word, n) => n > 0 && stop.test(word))
  const name = words.slice(0, end < 0 ? words.length : end)
  return name.length < 2 ? null : [...spanOf(folded, at, at + name.join(" ").length)]
}

const signedBehind =
  /^[ \t]*[-–,.(]?[ \t]{0,2}((?:\p{Lu}[\p{Ll}\p{M}]+[ \t]?){1,4})(?=[\s.,)!]*$|[ \t]*[\n.,)])/u
const signedBefore = /(?:^|[\n.!?] ?)((?:\p{Lu}[\p{Ll}\p{M}]+ ?){1,4})[ \t]*[-–,:(]{0,2}[ \t]*$/u

/** A sentence also begins with a capital: "Số 09…", "Gọi 09…", "Zalo 09…". */
const noName =
  /^(?:so|sdt|dt|dien|zalo|viber|tele|telegram|facebook|fb|nick|may|sim|tk|stk|tai|goi|lh|lien|hotline|tel|phone|call|nhan|chi|co|xin|bi|ke|doi|ho|no|khi|va|con|toi|em|minh|tong|gap|hoi|vao|tu|cho|cua|my|the|i)$/
const isName = (words: string | undefined): boolean =>
  !noName.test(fold(words?.trim().split(/\s+/)[0] ?? "").text)

/** A name right before or behind one's own number: "0912345678 Bưởi", "Ngà - 0304 …". */
export function signaturesBeside(original: string, spans: readonly Range[]): Range[] {
  return spans.flatMap(([from, to]): Range[] => {
    const behind = signedBehind.exec(original.slice(to, to + 40))
    const before = signedBefore.exec(original.slice(Math.max(0, from - 40), from))
    const ranges: Range[] = []
    if (behind !== null && isName(behind[1])) {
      const at = to + behind[0].indexOf(behind[1] ?? "")
      ranges.push([at, at + (behind[1] ?? "").trimEnd().length])
    }
    if (before !== null && isName(before[1])) {
      const at = Math.max(0, from - 40) + before.index + before[0].indexOf(before[1] ?? "")
      ranges.push([at, at + (before[1] ?? "").trimEnd().length])
    }
    return ranges
  })
}
