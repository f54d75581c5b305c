/**
 * Whose number it is. What the report is about is the suspect; the writer's own, the victim's, and hotlines are not.
 * The words right before and right behind decide; when they say nothing, it is what the report is about.
 */
import { type Folded, wordsAfter, wordsBefore } from "./fold.ts"
import type { Found, IdentifierRole } from "./identifiers.ts"
import { isOfficialHost } from "./official.ts"
import { claims, kin, me, notThem, owner } from "./people.ts"
import { bankName } from "./reference.ts"
import { isGenuine, isScammersWords, ownRole, theySpeak } from "./whose.ts"

const thing =
  "(?:so|sdt|dt|dthoai|dien thoai|may(?: ban)?|sim|stk|so tk|tk|tai khoan|the|zalo|zl|fb|facebook|face|nick|momo|vi|hotline|mail|email|thue bao|lien he|lh|tele|telegram)"
/** "SĐT bà", "số tôi dùng là", "máy bàn nhà tôi (", "TK của mình … là". */
const owned = new RegExp(
  `\\b${thing}(?: ${thing}| chinh| rieng| ca nhan)?(?: cua| nha)? ${owner}(?: ${me}| ay| nha| dang| dung| hay dung| la| o nha| ban| that)*[\\s:("-]*(?:la|so)?[\\s:("-]*$`,
)
const belongs = new RegExp(`\\b(?:cua|nha) ${owner}(?: ${me})?[\\s:("-]*(?:la|so)?[\\s:("-]*$`)
/** "(tổng đài …)", "của MB", "in sau thẻ" right behind a service number that somebody called. */
const behindOfficial =
  /^[\s)]*(?:\(?(?:tong dai|hotline|cskh|duong day nong)|cua (?:ngan hang|nh|nha mang|so|tinh)|in (?:sau|tren) the)/
const agency =
  /\b(?:cong an|cax|capx|ca|ubnd|uy ban|so (?:khcn|tttt|thong tin|khoa hoc|van hoa|y te|giao duc|cong thuong|noi vu|tai chinh)|trung tam|cuc|chi cuc|doi|phong|toa an|benh vien|truong|buu dien|ngan hang|cong ty|cty)(?: [a-z0-9&]{1,12}){0,6}(?: ?\(| (?:so|sdt|dt|dien thoai|may(?: ban)?|truc ban)[\s:]*| ?:\s*)$/
/** "gọi em số", "ai cần hỏi thêm gọi mình": but a caller who "gọi em" is the subject of the sentence. */
const callMe = new RegExp(
  `\\b(?:goi|ib|nhan|alo|lien he|lien lac|bao|phone|call)(?: lai| cho| toi| qua| voi| gap)* (?:${me}|con (?:trai|gai)(?: ${me})?|vo ${me}|chong ${me})(?: ${me})?(?: so| qua so| theo so| sdt| qua sdt| nhe| nha)*[\\s:(-]*$`,
)
/** "em tên Thảo 0313…": the writer says who they are. */
const introduced = new RegExp(
  `\\b${me} (?:ten|la)(?: la)?(?: (?!bi |goi |nhan |duoc |thay |cua )[a-z]{2,12}){1,4}[\\s,:-]*(?:sdt|so|dt)?[\\s:]*$`,
)
/** A shop's customer may be the swindler; whoever calls a hotline is its customer too. */
const buyer = /\b(?:co|1|mot|nguoi)? ?khach (?:dat|mua|chuyen|gui|order|oder|hoi mua|lay)\b/
const caller = /\b(?:no|chung|han|bon|ke|doi tuong|thang|nguoi la|co nguoi|tu so|bi|lai|lien tuc)\b/
const contact =
  /\b(?:lien he|lien lac|lh|l\/h|dau moi|truc(?: ban| ca| noc)?|nguoi (?:lap(?! (?:nhom|gr|group|page|trang|web|nick|kenh|app|sim|so|tk|tai khoan))|bao|bao cao|bao tin|nhan tin|viet|phan anh|trinh bay|cung cap)(?: tin)?:?|phu trach|thong tin lien he|phan hoi|goi lai|can them|hoi them|lien lac lai|bao lai|can bo (?:phu trach|truc|dau moi|tiep nhan))\b[^0-9;]{0,48}$/
const told =
  /\b(?:no|chung|han|ho|bon|doi tuong|ke gian|nguoi nay|shop|page|quang cao|tin nhan|web|link|yeu cau|bat|keu|bao|huong dan|moi|de nghi|ru)\b[^.]{0,25}\b(?:lien he|lien lac|lh|goi lai|goi)\b/

/** Money leaves from, or is typed in from: the victim's account. */
const source = new RegExp(
  `\\b(?:(?:tu|trong|khoi)(?: so)?(?: tk| stk| tai khoan| the)?|nhap(?: so)?(?: tk| stk| tai khoan)?|dien(?: so)?(?: tk| stk)?|bi (?:tru|rut|mat)[^0-9]{0,20} (?:tk|tai khoan|trong))(?: cua ${owner})?[\\s:("-]*(?:so)?[\\s:("-]*$`,
)
const behindOwned = new RegExp(
  `^[\\s)"']*(?:cua|la so cua|la cua|dung ten) (?:${me}\\b|${kin}\\b(?! (?:ta|nay|kia))(?![^,;]{0,25}\\b(?:lua|chiem doat|goi|nhan)\\b))`,
)
/** "TK … mang tên ông (…)": a title without a name behind it is the person of whom the report speaks. */
const inTheirName = new RegExp(`^\\s?(?:mang |dung )?ten (?:${me}|${kin})\\s?[(,.;]`)
const behindLosing =
  /^[\s)"']*(?:cua [^,;0-9]{1,24} )?(?:bi (?:tru|rut|chuyen|mat|hack|khoa|chiem)|mat tien|mat song|se bi khoa|bi doa khoa)/
const callOfficial =
  /\b(?:da |toi |em |minh |gio |nho |lien |va |con )?(?:goi|bao|hoi|goi len|goi den|goi hoi|trinh bao|phan anh)(?: lai| cho| den| len| toi| hoi)*\s(?:tong dai|hotline(?! (?:cua )?(?:page|shop|web|no|ben|trang))|cskh|cong an|ca (?:xa|phuong|huyen|tinh)|nha mang|dien luc|ngan hang|truc ban|duong day nong|so cong bo)[^0-9;]{0,25}$/
const pretended = /\b(?:tu xung|tu nhan|gia|gia danh|no|chung|goi tu|tu so|ghi|in tren|cho so|lua)\b/
const thirdParty =
  /\b(?:bi hack|bi chiem|bi mat(?: nick)?|bi dao|hack fb|hack facebook|bi lay mat|bi mao danh|bi gia mao)\b/

const theirProfile = new RegExp(
  `\\b(?:fb|facebook|face|zalo|nick|tai khoan|tele|telegram)(?: cua)? ${owner}\\b|\\b${owner} bi (?:chiem|hack|mat) (?:fb|facebook|face|zalo|nick|tele|tai khoan)\\b`,
)

export function roleOf(
  folded: Folded,
  found: Found,
  previous: { found: Found; role: IdentifierRole } | null,
): IdentifierRole {
  if (
    found.role !== undefined &&
    !(found.value.startsWith("1900") && drains.test(wordsAfter(folded.text, found.end, 70)))
  )
    return found.role
  const before = withoutBrackets(wordsBefore(folded.text, found.start, 80))
  const after = wordsAfter(folded.text, found.end)
  // A number begins at the bracket that opens it.
  const raw = `${wordsBefore(folded.text, found.start, 80)}${folded.text.charAt(found.start) === "(" ? "(" : ""}`
  if (isOfficial(folded.text, found, { before, raw, after: folded.text.slice(found.end, found.end + 30) }))
    return "official-mentioned"
  if ((found.kind === "url" || found.kind === "domain") && isGenuine(raw)) return "official-mentioned"
  const inherited = inheritedRole(folded.text, found, previous)
  if (inherited !== null) return inherited
  const near = afterLastNumber(before).replace(new RegExp(`${bankName}[\\s:(-]*`, "g"), "")
  if (found.kind === "bank-account")
    return isOwnAccount(near, after.replace(new RegExp(`^[\\s(,-]*${bankName}`), "")) ? "victim" : "suspect"
  if (found.kind === "phone" || found.kind === "social" || found.kind === "email") {
    const own = ownRole(folded, found, near, after)
    if (own !== null) return own
    if (
      contact.test(near) &&
      !theySpeak.test(after) &&
      !isScammersWords(folded.text, found.start) &&
      !told.test(near)
    )
      return "reporter"
    if (callMe.test(near) && !caller.test(near)) return "reporter"
    if (introduced.test(near)) return "reporter"
    if (/\bkhach\b/.test(near) && buyer.test(folded.text)) return "suspect"
    if (owned.test(near) && !notThem.test(near)) return losing(near, after) ? "victim" : "reporter"
    if (belongs.test(near) || behindOwned.test(after) || /^[\s)]*se bi khoa/.test(after)) return "victim"
  }
  if (found.kind === "social" && isHacked(folded.text, before, found)) return "victim"
  return "suspect"
}

/** Which of the rules' patterns meet it, each by its name: the weights learn how far each can be trusted. */
export function patternSigns(folded: Folded, found: Found): string[] {
  const before = withoutBrackets(wordsBefore(folded.text, found.start, 80))
  const after = wordsAfter(folded.text, found.end)
  const near = afterLastNumber(before).replace(new RegExp(`${bankName}[\\s:(-]*`, "g"), "")
  const asked: readonly (readonly [string, boolean])[] = [
    ["contact", contact.test(near)],
    ["call me", callMe.test(near)],
    ["introduced", introduced.test(near)],
    ["owned", owned.test(near)],
    ["belongs", belongs.test(near)],
    ["owned behind", behindOwned.test(after)],
    ["source", source.test(near)],
    ["losing behind", behindLosing.test(after)],
    ["in their name", inTheirName.test(after)],
    ["told", told.test(near)],
    ["caller", caller.test(near)],
    ["not them", notThem.test(near.slice(-30))],
    ["claims", claims.test(near)],
    ["agency", agency.test(before)],
    ["buyer", /\bkhach\b/.test(near) && buyer.test(folded.text)],
  ]
  return asked.filter(([, isMet]) => isMet).map(([name]) => `pattern ${name}`)
}

/** "Tổng đài 1900 … nhắn tin tự trừ tiền": a service number that takes money is what the report is about. */
const drains =
  /^[\s)]*[^.;]{0,40}\b(?:tu (?:dong )?tru|tru (?:tien|mat|het|\d)|lua|moi (?:trung|soan|choi)|bat soan|doi (?:tien|phi|otp|ma)|tu xung|gia danh|mao danh)\b/
/** Mail of everybody: whose an address at it is, the words around say. */
const isMailHost = (address: string) => !/\.gov\.vn$|@gov\.vn$/.test(address)

/** A service number that the writer, or whoever helped, dialled; not one that called or that a page gives out. */
const calledByThem =
  /\b(?:goi|hoi|bao|dien|alo|lien he|nhan|tra|khoa|chan|huy|dung)(?: (?:the|tk|tai khoan|thu|lai|len|den|toi|vao|cho|qua|tong dai|hotline|so|ngay|duoc)){0,3}[\s(:]*$/

function isOfficial(
  text: string,
  found: Found,
  { before, raw, after }: { before: string; raw: string; after: string },
): boolean {
  if (
    (found.kind === "url" || found.kind === "domain" || found.kind === "email") &&
    isOfficialHost(found.kind === "email" ? (found.value.split("@")[1] ?? "") : found.value) &&
    !(found.kind === "email" && isMailHost(found.value))
  )
    return true
  if (found.kind === "phone" && found.value.startsWith("1900") && drains.test(after)) return false
  if (found.kind !== "phone") return false
  if (found.value.startsWith("+8469")) return true
  const near = before.slice(-45)
  if (callOfficial.test(near) && !pretended.test(near)) return true
  // An office answers on a land line; whoever calls from a mobile number only says so.
  if (!/^\+84[35789]/.test(found.value) && agency.test(raw) && !claims.test(raw)) return true
  if (!/^1[89]00/.test(found.value)) return false
  if (
    /\b(?:tong dai|hotline|cskh)\b/.test(near) &&
    !pretended.test(near) &&
    !/\b(?:ghi|page|shop|web)\b/.test(near)
  )
    return true
  if (isScammersWords(text, found.start)) return false
  if (/\b(?:that|chinh thuc|duy nhat)\b[^.;0-9]{0,20}$/.test(near) && !pretended.test(near)) return true
  return calledByThem.test(near) || (behindOfficial.test(after) && !pretended.test(near))
}

/** "0316 000 123, email truc@…": what follows a contact in the same breath is a contact. */
function inheritedRole(text: string, found: Found, previous: { found: Found; role: IdentifierRole } | null) {
  if (previous === null || (previous.role !== "reporter" && previous.role !== "victim")) return null
  const between = text.slice(previous.found.end, found.start)
  if (previous.found.start === found.start) return previous.role
  return /^[\s,;/)(&-]*(?:va|hoac|e?-?mail|zalo|sdt|dt|hay)?[\s:,/(&-]*$/.test(between) ? previous.role : null
}

function isOwnAccount(before: string, after: string): boolean {
  if (inTheirName.test(after) || behindLosing.test(after)) return true
  if (behindOwned.test(after) && !/^[\s)"']*cua (?:em|anh|chi|con|chau) (?:trai|gai|ho|ta|no)\b/.test(after))
    return true
  if (
    /\b(?:vao|den|sang|cho|toi)(?: so)?(?: tk| stk| tai khoan)?[\s:("-]*$/.test(before) &&
    !owned.test(before)
  )
    return false
  if (notThem.test(before.slice(-20))) return false
  return source.test(before) || belongs.test(before) || owned.test(before)
}

function losing(before: string, after: string): boolean {
  return (
    /\b(?:goi (?:vao|den|toi)|khoa|mat song|bi goi)\b/.test(before) ||
    behindLosing.test(after) ||
    /\bmomo\b|\bchinh so do\b/.test(after)
  )
}

function isHacked(text: string, before: string, found: Found): boolean {
  if (/\b(?:gia|gia mao|mao danh|clone|lap)\b[^.]{0,25}$/.test(before)) return false
  const around = text.slice(Math.max(0, found.start - 160), found.end + 80)
  return thirdParty.test(around) && theirProfile.test(around)
}

function afterLastNumber(before: string): string {
  const match = /^[\s\S]*\d{5,}\D?([\s\S]*)$/.exec(before)
  return match?.[1] ?? before
}

function withoutBrackets(words: string): string {
  return words.replace(/\([^()]{0,80}\)/g, " ").replace(/ {2,}/g, " ")
}
