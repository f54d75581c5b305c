/** Whose number it is, from the whole sentence: who speaks in it, and what became of the number. */
import { type Folded, wordsBefore } from "./fold.ts"
import type { Found, IdentifierRole } from "./identifiers.ts"
import { claims, kin, me, notThem, office, owner } from "./people.ts"

/** "mẹ em dùng số …", "ba chỉ xài …", "máy em đang dùng …": in use by them. */
const uses = new RegExp(
  `\\b${owner}(?: ${me}| nha)? ?(?:chi |dang |van |hay |thuong |tam )?(?:dung|xai|su dung|cam)(?: tam| rieng)?(?: cai| chiec)?(?: so| sim| may| sdt| dt| thue bao)*(?: nay| khac| la)?[\\s:("-]*$`,
)
/** "số bị mất là …", "nick bị hack:": what was taken. "vợ mình số …": whose it is. */
const taken =
  /\b(?:so|sim|may|nick|thue bao|zalo|tk|tai khoan) bi (?:mat|chiem|khoa|hack|lay|doi|cuop|goi|lam phien|quay roi|nha may|doa)(?: mat| quyen| song)?[\s:]*(?:la|so)?[\s:]*$|\b(?:khong (?:dang nhap|vao) duoc|bi thoat)[^.;]{0,30}\b(?:nick|fb|facebook|zalo)[\s:]*$|\b(?:mat|chiem|hack) (?:nick|fb|facebook|zalo|page|trang|tai khoan)(?: cua [a-z]{1,6})?[\s:(]*$/
/** "gọi cho tôi (thuê bao …)" */
const inBrackets = new RegExp(`\\b${owner}(?: ${me})? ?\\((?:thue bao|so|sdt|dt|may|so may)[\\s:]*$`)
/** "nó còn gọi vào máy phòng hiệu trưởng …": whoever they called is no suspect. */
const calledThere =
  /\b(?:no|chung|han|ho|doi tuong|bon|ke gian|con|lai|roi)\b[^.;]{0,20}\bgoi (?:vao|den|toi|ca|qua) (?:ca )?(?:may|so|sdt|dt|dien thoai|hotline|duong day)\b[^.;,0-9]{0,30}$/
const theirs = new RegExp(`\\b${kin} ${me}(?: (?:co|dung))? (?:so|sdt|dt|may)[\\s:]*(?:la)?[\\s:]*$`)
/** "Liên hệ Telegram … họ kêu đóng phí": the contact is theirs. */
export const theySpeak = /^[\s,)(]*(?:thi |de |xong )?(?:ho|no|chung|ben do|ms|mr|nhan vien|keu|bat)\b/
/** "số thật của giám đốc là …", "Zalo thật của cô: …", "công ty thật (…)": whose name was borrowed. */
const genuine =
  /\b(?:that|thiet|chinh chu|chinh thuc|chinh hang)(?: (?:cua|ben) [a-z .]{1,25})?[\s:(]*(?:la |so )?[\s:(]*$/
/** "hotline … của công ty" */
const ofAnOffice = new RegExp(`^[\\s)]*cua (?:${office})\\b(?! (?:nay|kia|do|lua|ma))`)
/** Somebody who can show, tell or be asked; a sentence of the writer about themselves that ends in a number. */
const offered = /\b(?:ai (?:can|muon)|can (?:gi|them|hoi)|muon (?:hoi|biet|ro)|hoi gi|thac mac)\b[^.;]{0,60}$/
const ownSentence = new RegExp(
  `^[\\s"]*(?:${me}|ben ${me}|nha ${me}|(?:bac|co|chu|ong|ba|anh|chi) (?:o|tru|que|ten|nha|dung day))\\b(?![^.;]*\\b(?:goi|lua|no|chung|han|xung|moi|ban|mua|chuyen|ck|coc|keu|bao|doi|nhan|vao|bi|cho|thay|gap|lay)\\b)[^.;]{0,70}\\b(?:sdt|dt|dien thoai|may|so|lh|lien he|alo)[\\s:]*$`,
)
/** In a note of the person on duty: whoever calls, asks or reports is named before the number, and speaks behind it. */
const tells =
  /^[\s),-]*(?::|bao(?! (?:toi|em|minh|ba|ong|la))|phan anh|trinh bao|trinh bay|cho biet|hoi|to giac|ke)/
const person =
  /\b(?:ong|ba|anh|chi|co|chu|bac|em|chau)(?! (?:nhan|bi|duoc|thay|co|dang|vua|cung|hay|toan|nguoi|ai|dua|thang|mot|may|so)\b)(?: [a-z]{1,7}\.?){1,4} ?(?:\([^()]{0,60}|[^.;]{0,25}goi (?:tu|den|toi|bang)(?: so)?|[^.;0-9]{0,40}, ?(?=sdt|dt|so|may))[\s,:(]*(?:sdt|dt|dien thoai|so|may)?[\s:]*$/
const witness = /^[\s),-]*(?:biet ro|chung kien|nhin thay|co camera|lam chung)/
/** "có số X và Y đêm nào cũng nhá máy": the numbers do it. */
const actsBehind =
  /^[^.;]{0,50}\b(?:goi|nha may|nhay may|nhan tin|doa|chui|lua|quay roi|lam phien|moi|keu|bao)\b/

export const isGenuine = (before: string): boolean =>
  genuine.test(before.slice(-50)) && !/\bkhong (?:that|chinh)/.test(before.slice(-50))

/** Rules that read the whole sentence and who speaks in it. */
export function ownRole(folded: Folded, found: Found, near: string, after: string): IdentifierRole | null {
  const { text } = folded
  const raw = wordsBefore(text, found.start, 110)
  if (isScammersWords(text, found.start)) return null
  if (isGenuine(raw)) return "victim"
  if (
    /^[^.;0-9]{0,70}\bbi (?:gia danh|mao danh|gia mao)\b/.test(text.slice(found.end, found.end + 90)) &&
    !/\bgoi\b[^.;]{0,20}$/.test(raw)
  )
    return "victim"
  if (ofAnOffice.test(after)) return "victim"
  if (inBrackets.test(raw) || calledThere.test(raw)) return "victim"
  if (taken.test(near) || (theirs.test(near) && !claims.test(near.slice(-25)))) return "victim"
  if (uses.test(near) && !notThem.test(near.slice(-30))) return "victim"
  if (offered.test(raw) && !claims.test(raw)) return "reporter"
  if (ownSentence.test(near) && !actsBehind.test(text.slice(found.end, found.end + 90))) return "reporter"
  if (
    person.test(raw) &&
    !/\b(?:xung|tu nhan|gia danh|nguoi la)\b/.test(raw) &&
    tells.test(text.slice(found.end, found.end + 20))
  )
    return "reporter"
  if (witness.test(text.slice(found.end, found.end + 25)) && !claims.test(raw)) return "reporter"
  if (isComplainant(text, found.start, raw)) return "reporter"
  return standsAtTheEnd(text, found) ? "reporter" : null
}

/** "Số máy ông B: …" where "Ông Trịnh Văn B." opened the report. */
function isComplainant(text: string, at: number, near: string): boolean {
  const named =
    /\b(?:so|sdt|dt|may|dien thoai)(?: (?:so|sdt|dt|may))? (?:cua )?(ong|ba|anh|chi|co|chu|bac|em|chau) ([a-z]{1,7})\.?[\s:(]*(?:la|so)?[\s:]*$/.exec(
      near,
    )
  if (named === null) return false
  const [, title = "", name = ""] = named
  return new RegExp(`\\b${title} (?:[a-z]{1,7}\\.? ){0,3}${name}\\b`).test(
    text.slice(0, at - near.length + named.index),
  )
}

/** A telephone number as the last words, a sentence of its own: how to reach the writer. */
function standsAtTheEnd(text: string, found: Found): boolean {
  return (
    found.kind === "phone" &&
    /^[\s.!)]*$/.test(text.slice(found.end)) &&
    /[.?!]\s+$|\n\s*$/.test(text.slice(0, found.start)) &&
    text.slice(0, found.start).trim().length > 40
  )
}

/** What stands in quotes, or in the body of a message forwarded to 156, was written by them. */
export function isScammersWords(text: string, at: number): boolean {
  const isForwarded = /^\s*(?:s|v|ld)\s*[[(]?[\s+(]*\d/.test(text)
  if (isForwarded) return !/\b(?:toi|em|minh)\b[^.;]{0,15}$/.test(text.slice(Math.max(0, at - 30), at))
  return (text.slice(0, at).match(/"/g)?.length ?? 0) % 2 === 1 && text.slice(at, at + 200).includes('"')
}
