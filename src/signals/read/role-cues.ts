/**
 * What the words around an identifier say of it, in the large: money goes to it or comes from it, it calls or is called, its
 * owner is the writer, one of theirs, or somebody who only claims to be. Each is one sign for the weights (`role-model.ts`).
 */
import { type Folded, wordsAfter, wordsBefore } from "./fold.ts"
import type { Found } from "./identifiers.ts"
import { bankName } from "./reference.ts"
import { writtenOut } from "./type.ts"

const mine = "(?:toi|tui|to|em|e|minh|mk|chau|con|nha (?:toi|em|minh|chau|tui)|my|our|me|i)"
const kin =
  "(?:me|bo|ba|ma|vo|chong|con (?:trai|gai|dau|re|ut)|con|em (?:trai|gai|dau|re|ho)|em|anh (?:trai|re|ho)|chi (?:gai|dau|ho)|ong (?:ngoai|noi|xa|cu)|ong|ba (?:ngoai|noi|xa|cu)|chau|cu|co|chu|bac|cau|di|mo|thim|di uot|ban (?:em|toi|minh)|sep|giam doc|wife|husband|mother|father|son|daughter|friend|landlord|landlady)"
const strange =
  "(?:ke (?:gian|xau|la|goi|lua dao)|ke|doi tuong|thang|con (?:nho|be|me)|con kia|dua|no|chung(?: no)?|han|ho|bon|tui no|nguoi (?:la|goi|moi gioi|ban|dan|ru|moi|quan ly|mua)|co nguoi|mot (?:ong|ba|co|anh|chi|nguoi|dua|thang)|nhan vien|shipper|shop|page|ben (?:do|ban|kia|cho vay)|luat su|chuyen (?:gia|vien)|tro ly|tuyen tren|admin|quan ly|tu van|ke toan app|chu (?:shop|sap|quan|diem)|dai ly|moi gioi|the caller|caller|scammer|manager|guy|woman|man|courier|agent|he|she|they)"
const claimed =
  "(?:xung|tu xung|tu nhan|nhan la|gia (?:lam|danh)|mao danh|doi lot|dong vai|claiming|pretend(?:ing|ed)?|calling (?:himself|herself)|posing)"
const official =
  "(?:dai uy|thieu ta|trung uy|thuong uy|dai ta|trung ta|thieu uy|kiem sat vien|tham phan|dieu tra vien)"
const things =
  "(?:so|sdt|so dien thoai|dien thoai|may|sim|thue bao|stk|so tai khoan|tai khoan|tk|the|zalo|viber|tele|telegram|fb|facebook|email|mail|number|phone|account|bank|mobile|card|whatsapp)"
const gap = "(?: [a-z]{1,12}){0,3}"
const pay =
  "(?:chuyen(?: khoan| tien)?|ck|nap|nop|dong|gui|goi|coc|dat coc|bank|tra|tien(?: di| vao| sang)?|quet(?: ma)?|paid|pay|sent|send|transferred|transfer|deposit(?:ed)?)"

type Side = "before" | "behind" | "sentence"
/** Written against words with short forms written out; banks' names are left out of what stands before. */
const cues: readonly (readonly [string, Side, RegExp])[] = [
  [
    "money to",
    "before",
    new RegExp(`\\b${pay}\\b[^.;]{0,70}\\b(?:vao|vo|sang|qua|den|toi|cho|to|into|o)\\b[^.;0-9]{0,30}$`),
  ],
  [
    "receives",
    "before",
    /\b(?:thu huong|(?:tai khoan|tk|stk|so tai khoan) nhan(?: tien)?|noi nhan|nguoi nhan|tien (?:di|chay|ve|qua|sang|vao)(?: dau)?|receiving|beneficiary)\b[^.;]{0,45}$/,
  ],
  [
    "money from",
    "before",
    /\b(?:tu|khoi|trong|o|from|trich (?:tu|tien)?|rut tu|ra tu|bi (?:tru|rut|trich|quet|hut)|bang the|dung de chuyen|lien ket)\b[^.;0-9]{0,24}$/,
  ],
  [
    "came from",
    "before",
    /\b(?:tien|chuyen|gui|ck|nop|transferred|sent|paid)\b[^.;]{0,40}\b(?:tu|from|bang)\b[^.;0-9]{0,40}$/,
  ],
  [
    "to receive",
    "before",
    /\b(?:dang ky|de|dung de|khai|ghi|dien|nhap)\b[^.;]{0,16}\b(?:nhan(?: tien| luong)?)\b[^.;0-9]{0,24}$/,
  ],
  [
    "mine",
    "before",
    new RegExp(
      `\\b${things}(?: ${things})?(?: cua| nha| chinh chu| that| rieng| chinh| phu| co quan| ca nhan)? ${mine}(?: ${kin})?(?: hay| dang| van)?(?: dung| xai| la| is)?[\\s:(,-]*$`,
    ),
  ],
  [
    "mine ahead",
    "before",
    new RegExp(
      `\\b${mine}(?: ten| la)?(?: [a-z]{1,9}){0,3}[\\s:,(-]{0,3}(?:so|sdt|may|dien thoai|phone|number|account)?[\\s:(is]*$`,
    ),
  ],
  [
    "my own",
    "before",
    /\bmy (?:own )?(?:number|phone|bank|account|mobile|whatsapp|email|card)\b[^.;]{0,30}$|\b(?:her|his|our) (?:own )?(?:number|phone|account|bank)\b[^.;]{0,20}$/,
  ],
  [
    "kin",
    "before",
    new RegExp(
      `\\b${kin}(?: ${mine}| nha ${mine})?(?: [a-z]{1,7}){0,2}[\\s:,(-]{0,3}(?:${things}[\\s:]*){0,2}(?:la |dung |xai )?[\\s:(]*$`,
    ),
  ],
  ["kin beside", "before", new RegExp(`\\b${kin}(?: ${mine})?[\\s:,(-]{1,3}$`)],
  [
    "thing of kin",
    "before",
    new RegExp(`\\b${things}(?: cua| nha)? ${kin}(?: ${mine})?[\\s:(-]*(?:la|is)?[\\s:(-]*$`),
  ],
  ["stranger", "before", new RegExp(`\\b${strange}${gap}[\\s:,("'-]*(?:${things}[\\s:]*){0,2}$`)],
  [
    "stranger uses",
    "before",
    new RegExp(
      `\\b${strange}\\b[^.;]{0,40}\\b(?:dung|xai|su dung|goi|nhan|bang|tu|de lai|cho|dua|qua|used|using|from)\\b[^.;0-9]{0,20}$`,
    ),
  ],
  [
    "stranger calls",
    "before",
    new RegExp(
      `\\b${strange}\\b[^.;]{0,50}\\b(?:goi|dien|nhan tin|nhan|alo|called|phoned|texted|messaged)\\b[^.;0-9]{0,24}$`,
    ),
  ],
  [
    "thing of stranger",
    "before",
    new RegExp(`\\b${things}(?: cua)? ${strange}[\\s:(-]*(?:la|is)?[\\s:(-]*$`),
  ],
  ["claimed ahead", "before", new RegExp(`\\b${claimed}\\b[^.;]{0,60}$`)],
  ["claimed behind", "behind", new RegExp(`^[^.;]{0,24}\\b${claimed}\\b`)],
  ["officer ahead", "before", new RegExp(`\\b${official}\\b[^.;0-9]{0,30}$`)],
  ["in quotes ahead", "before", /"[^"]{2,40}"[\s,(-]{0,3}(?:[a-z]{1,8}[\s:,(-]{1,3}){0,3}$/],
  [
    "called from",
    "before",
    /\b(?:(?:goi|nhan(?: tin| cuoc goi)?|tin nhan|dien|cuoc goi|alo|call(?:ed|s)?|messages?)\b[^.;0-9]{0,30}\b(?:tu|bang|from|qua)|nhan (?:duoc )?(?:tin|cuoc goi|tn)\b[^.;0-9]{0,20}(?:tu)?)[^.;0-9]{0,16}$/,
  ],
  [
    "calls",
    "behind",
    /^[\s,)]*(?:lai |cu |lien tuc |hay |van |no |thi |da |dang |roi )?(?:goi (?!lai|giup|ho|ngay)|nhan tin|nhan vay|bao |keu |doi |doa |xung |hoi (?!toi|em)|giuc |bat |moi |ru |noi |yeu cau|hu |gui link|kem link|called|says?|told|asks?|threaten)/,
  ],
  [
    "called there",
    "before",
    /\b(?:goi|nhan|alo|dien|nha may|quay roi|lam phien|called|calling|spam calls?)\b(?: [a-z]{1,8}){0,3} (?:cho|den|toi|vao|ca|luon|sang|xuong|to|cua)\b[^.;0-9]{0,28}$/,
  ],
  [
    "call back",
    "before",
    new RegExp(
      `\\b(?:goi|alo|a lo|lien he|lien lac|ib|inbox|nhan|nhan tin|hoi|bao|noi chuyen|tim|gap|reach|contact|call|email|write|reply)\\b(?: lai| giup| gap| ngay| thang| rieng| cho| voi| qua| vao| den| toi| sang| ve| to| at| on)*(?: ${mine}| ${kin})?(?: ${mine})?\\b(?: o| qua| theo| bang| so| sdt| so dien thoai| may| so may| may ban| email| mail| zalo| at| on| my)*[\\s:,(-]*$`,
    ),
  ],
  [
    "if needed",
    "sentence",
    /\b(?:can (?:gi|them|thi|xac minh|bang chung|lam ro)|khi can|neu can|ai (?:can|truc|thu ly|tu van|thay)|co gi|moi (?:chi tiet|lien he|thong tin)|xin (?:lien he|phan hoi|nhan)|thong tin (?:cua toi|lien he)|if you need|please (?:call|reply|contact|email)|reach me)\b/,
  ],
  [
    "in charge",
    "before",
    /\b(?:lien he|lien lac|dau moi|nguoi (?:lap(?! (?:nhom|gr|group|page|trang|web|nick|kenh|app|sim|so|tk|tai khoan))|bao|trinh bao|lien he|lien lac|phu trach|phat hien|tiep nhan|phan anh|viet)|can bo|thu ly|theo doi|truc(?: ban)?|phu trach|phoi hop|trao doi them|truong doan|chu tich|ke toan truong|hieu truong|giam doc|dai dien|cong chuc|contact)\b[^.;]{0,50}$/,
  ],
  ["witness", "sentence", /\b(?:lam chung|nhan chung|chung kien|biet viec|nhin thay|phat hien)\b/],
  [
    "harmed",
    "before",
    /\b(?:bi hai|nan nhan|khach(?: hang)?|thue bao (?:cua|bi|khach)|chu (?:the|tai khoan|may|thue bao)|victim)\b[^.;]{0,45}$/,
  ],
  [
    "stolen",
    "behind",
    /^[\s,)(]*(?:[a-z]{1,7} ){0,3}(?:bi (?:hack|chiem|mat|cuop|khoa|vo|danh cap|gia mao|mao danh|lay)|mat song|khong vao duoc|da mat|that )/,
  ],
  [
    "stolen ahead",
    "before",
    /\b(?:bi (?:hack|chiem(?: quyen)?|mat|cuop|khoa|danh cap|mao danh|gia mao|nhai)|mat (?:nick|quyen|tai khoan|song))\b[^.;]{0,40}$/,
  ],
  ["true one", "before", /\b(?:that|thiet|chinh chu|chinh thuc|goc|truoc gio|real|genuine)\b[^.;]{0,24}$/],
  [
    "list of theirs",
    "sentence",
    /\b(?:cac (?:so|tai khoan|dau so)(?: goi| nhan)?|danh sach|may so|nhung so|so rac|so la|so no|so goi|dai dien)\b/,
  ],
  [
    "sign or shop",
    "before",
    /\b(?:bien|to roi|quang cao|card|bao bi|bill|phieu|tem|vo sim|hop dong|giay|bai dang|trang|in tren|ghi)\b[^.;]{0,30}$/,
  ],
  ["name in capitals behind", "behind", /^[\s,(/-]*(?:ten |ctk |chu tk |chu tai khoan |mang ten |name )/],
]

const bankPattern = new RegExp(`${bankName}[\\s:(-]*`, "g")

export function roleCues(folded: Folded, found: Found): string[] {
  const sentence = wordsBefore(folded.text, found.start, 140)
  const before = writtenOut(lastClause(sentence).slice(-100).replace(bankPattern, ""))
  const behind = writtenOut(wordsAfter(folded.text, found.end, 60))
  const group = found.kind === "bank-account" ? "account" : "contact"
  const whole = writtenOut(sentence)
  return cues
    .filter(([, side, pattern]) =>
      pattern.test(side === "before" ? before : side === "behind" ? behind : whole),
    )
    .flatMap(([name]) => [`cue ${name}`, `cue ${group} ${name}`])
}

/** Words since the last long number: those before speak of that one. */
function lastClause(words: string): string {
  return /^[\s\S]*\d{3,}[\s\d.]*\D([\s\S]*)$/.exec(words)?.[1] ?? words
}
