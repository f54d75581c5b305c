/** Names of those who write and of those who were harmed, to be masked: with and without diacritics, titled, signed. */
import { type Folded, fold, spanOf } from "./fold.ts"

type Range = readonly [from: number, to: number]

const families =
  "nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dao|dinh|trinh|mai|doan|lam|cao|ta|to|luong|chu|luu|nghiem|quach|thai|ha|truong|kieu|khuat|mac|ninh|lo|giang|tong|phung|vuong|trieu|hua|au|lai|tang|dam|khong|la|ung|chau|quan"
const title = "(?:(?:ong|ba|anh|chi|cu|co|chu|bac|em|chau)\\s)?"
const me = "(?:toi|tui|em|minh|chau|con|e|bac|chu|co)"
const kin =
  "(?:me|bo|ba|ma|cha|vo|chong|con(?: trai| gai| dau| re| ut)?|(?:em|anh|chi)(?: trai| gai| dau| re| ho)?|ong(?: noi| ngoai| xa)?|ba (?:noi|ngoai|xa)|chau|co|di|chu|bac|cau|mo|thim|ban(?: gai| trai| than)?|dong nghiep|hang xom)(?: cua)? (?:nha )?(?:toi|tui|em|minh|chau)"
/** Words behind which the name of the writer, of theirs or of a victim stands; behind "ten" and "ky ten" any name, else a family's. */
const announced = new RegExp(
  `\\b(?:${me} (?:ten(?: la)?|la)|ho (?:va )?ten(?: toi| em| nguoi (?!nhan|thu|ban|lua|bi to)[a-z]{2,8})?|ten (?:cua )?(?:toi|em|minh|chau|con|day du)(?: la)?|nguoi (?:bao|gui|lap|lam|trinh bao|phan anh|bi hai|viet|lien he|cung cap|to cao|to giac|khai)(?: tin| don| giay| bao)?|(?:da )?ky (?:va ghi ro ho )?ten|bi hai|nan nhan|nguoi dan|chu thue bao|my name is|i am|i'm|this is|name:?)(?: la)?(?:[\\s:]{1,3}|[\\s:.,]{0,3}\\n\\s{0,3})${title}`,
  "g",
)
/** "Con gái tôi Trần Thị Hoa": a name of more than one word, that begins with a family's. */
const ofKin = new RegExp(`\\b${kin}(?: ten(?: la)?| la)?(?:[\\s:,(-]{1,3})${title}`, "g")
/** "Trân trọng," with the name of whoever writes behind it, on the same line or the next. */
const closing =
  /\b(?:(?:xin )?(?:tran trong|chan thanh)(?: cam on| kinh chao)?|kinh (?:don|thu|chao|but)|than(?: men| ai| chao)?|(?:xin )?cam on(?: nhieu| a| rat nhieu)?|(?:best |kind |warm )?regards|(?:yours )?(?:sincerely|faithfully|truly)|(?:many )?thanks|thank you)(?: so much| very much)?[ \t]{0,2}(?:[,.!:;-]{1,3}[ \t]{0,2}\n{0,2}|\n{1,2})[ \t]{0,3}/g
/** "Nó nói tôi là …", "xưng em tên …": whoever is introduced there is not the writer. */
const saidByThem =
  /\b(?:no|han|chung|ho|ke|doi tuong|y|ta|gioi thieu|xung|tu xung|tu nhan)(?: (?:noi|bao|keu|xung|nhan|gioi thieu|la|rang|ban|than|minh))*[\s:"]*$/
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
  return [...[...introducedIn(folded)].map(({ range }) => range), ...withTitle(folded)]
}

/** `isSure`: the words before ask for a name and nothing else ("ký tên:", "Trân trọng,"), whatever it begins with. */
type Introduced = { range: Range; isSure: boolean }

/** Names behind the words that announce whoever writes, theirs, or whoever was harmed. */
export function* introducedIn(folded: Folded): Generator<Introduced> {
  for (const match of folded.text.matchAll(announced)) {
    if (saidByThem.test(folded.text.slice(Math.max(0, match.index - 30), match.index))) continue
    const at = match.index + match[0].length
    const range = capitalsAt(folded, at, 1) ?? plainAt(folded, at)
    if (range !== null)
      yield { range, isSure: isOfFamily(folded, range) || isAskedFor(folded, match[0], range) }
  }
  for (const match of folded.text.matchAll(self)) {
    const range = capitalsAt(folded, match.index + match[0].length, 2)
    if (range !== null && isOfFamily(folded, range) && reports(folded, range)) yield { range, isSure: true }
  }
  for (const match of folded.text.matchAll(ofKin)) {
    const range = capitalsAt(folded, match.index + match[0].length, 2)
    if (range !== null && isOfFamily(folded, range)) yield { range, isSure: true }
  }
  for (const match of folded.text.matchAll(closing)) {
    const at = match.index + match[0].length
    const range = capitalsAt(folded, at, 1) ?? plainAt(folded, at)
    if (range !== null && isSigned(folded, range)) yield { range, isSure: true }
  }
}

/** "Tên: …", "My name is …" are followed by a name whatever it begins with; "I am …" by one of two words, not by "Vietnamese". */
const isAskedFor = ({ original }: Folded, words: string, [from, to]: Range): boolean =>
  /\b(?:ten(?: la)?|my name is)[\s:.,]*$/.test(words) ||
  (/\b(?:i am|i'm)\s*$/.test(words) && /\s/.test(original.slice(from, to).trim()))

/** "Em Trần Thị Mơ báo tin": whoever says "em" of themselves, and what they do. */
const self = /(?:^|[.,;:!?\n]\s{0,3})(?:da,? )?(?:toi|tui|em|minh|con|chau) /g
const reports = ({ original }: Folded, [, to]: Range): boolean =>
  /^,? (?:xin |muon |can )?(?:bao|gui|trinh|phan anh|viet|to cao|to giac|khai|keu|nho|hoi)\b/.test(
    fold(original.slice(to, to + 40)).text,
  )

const isOfFamily = ({ original }: Folded, [from, to]: Range): boolean =>
  family.test(fold(original.slice(from, to).split(/\s/)[0] ?? "").text)

/** A signature is a name and nothing else: its line ends behind it, or a number or a bracket follows. */
const isSigned = ({ original }: Folded, [from, to]: Range): boolean =>
  isName(original.slice(from, to)) &&
  !office.test(fold(original.slice(from, to)).text) &&
  /^[ \t]*(?:[-–—,.(:/\n]|\d|$)/.test(original.slice(to))

const office =
  /^(?:cong an|ca |ubnd|uy ban|so |phong |ban |ngan hang|chi nhanh|cong ty|trung tam|quy co quan|quy don vi|vien|toa an|bo |cac |mong|rat|tran trong|lien he|hotline)/

function* withTitle(folded: Folded): Generator<Range> {
  for (const match of folded.text.matchAll(titled)) {
    const range = capitalsAt(folded, match.index + match[0].length, 2)
    if (range !== null) yield range
  }
}

/** A single letter may have its dot: "Vũ Thị M.". */
const capitals = /^\p{Lu}(?:[\p{L}\p{M}]+|\.)?(?:[ \t]\p{Lu}(?:[\p{L}\p{M}]+|\.)?){0,5}/u

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

/** Words in front of a customer, as an operator or a bank writes of one. */
const customers =
  /\b(?:chu (?:thue bao|tai khoan|the|sim|so)|thue bao|khach hang|kh|dung ten|chinh chu|nguoi (?:dang ky|su dung|dung ten)|dang ky (?:boi|ten))(?: la)?(?: (?:ong|ba|anh|chi|cu|co|chu|bac))?[\s:]{1,3}/g
const wholeName = /(?<!\p{L})(?:\p{Lu}\p{Ll}+[ \t]){2,5}\p{Lu}\p{Ll}+/gu
/** Streets, places and companies are called by people's names. */
const placeBefore =
  /(?:duong|pho|ngo|hem|phuong|xa|huyen|quan|tinh|thi tran|truong|cong ty|cty|tnhh|cp|benh vien|cho|cau|thanh pho|tp|so|ubnd|dnt?n|ho kinh doanh)\.? (?:\p{L}+ ){0,2}$/u

/** Names of people in the words of an office: titled, introduced as a customer's, or a family's name with two names behind it. */
export function peopleNamed(text: string): string[] {
  const folded = fold(text)
  const ranges: Range[] = [...namesIn(folded)]
  for (const match of folded.text.matchAll(customers)) {
    const at = match.index + match[0].length
    const range = capitalsAt(folded, at, 2) ?? plainAt(folded, at)
    if (range !== null) ranges.push(range)
  }
  const found = ranges.map(([from, to]) => folded.original.slice(from, to).trim())
  for (const match of folded.original.matchAll(wholeName)) {
    const first = fold(match[0]).text.split(/\s/)[0] ?? ""
    const before = fold(folded.original.slice(Math.max(0, match.index - 40), match.index)).text
    if (family.test(first) && !placeBefore.test(before)) found.push(match[0].trim())
  }
  return [...new Set(found)]
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
