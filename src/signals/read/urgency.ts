/** How soon somebody must act: money that can still be stopped comes before everything. */
import { isDenied } from "./loss.ts"

export const urgencies = ["money-moving-now", "ongoing", "past"] as const
export type Urgency = (typeof urgencies)[number]

const left =
  /\b(?:dong (?:tien|phi|coc|them|tiep|du|\d)|coc|dat coc|dua tien|tra tien|chuyen(?: khoan)?|ck|bank|nap|tru tien|bi tru|bi rut|bi quet|bi hut|rut mat|mat tien|mat \d[\d.,]*\s?(?:tr|trieu|k|cu|ty|d|nghin|ngan)?\d*|gui tien|quet ma|nop|thanh toan|lenh (?:thu|chuyen))\b/
const now =
  /\b(?:vua (?:moi |xong |bi |ck|chuyen|nap|quet|nop|gui|thay|rut|cai|nhap|doc|dong|coc|tra)|moi (?:nay|vua|day|ck|chuyen|nap|bi tru)|tu nay (?:toi|den) gio|nay gio|cach day[^.]{0,12}(?:phut|p\b|nua tieng|nua gio|1 tieng|mot tieng|1h|1 gio)|\d{1,2}\s?(?:p|phut|ph)(?: truoc| nay)|lan cuoi cach|nua tieng (?:truoc|nay)|nua gio truoc|(?:1|2|mot|hai|vai) (?:tieng|gio|h) truoc|dang (?:chuyen|ck|nhay|rut|bi tru|bi rut)|van dang (?:nhay|tru|rut)|chuyen gap|can (?:phong toa|dung|khoa) (?:gap|ngay)|phong toa (?:gap|ngay|khan)|giu (?:lenh|tien|lai)|dang o (?:[a-z0-9]{1,8} )?(?:quay|ngan hang)|lam on (?:chan|khoa|dung)|con kip|co (?:chan|dung|thu|giu)[^.?]{0,20}(?:duoc|kip)|lam sao (?:de )?(?:chan|dung|giu|khoa)|gio (?:la |moi |dang )\d{1,2}\s?h\d{0,2}|tien van dang|gap\W{0,3}(?:ngan hang|phong toa))\b/
const later =
  /\b(?:hom qua|hom kia|toi qua|tuan truoc|thang truoc|nam ngoai|tuan roi|thang roi|cach day (?:\d+|may|vai) (?:ngay|tuan|thang)|\d+ (?:ngay|tuan|thang) (?:truoc|nay)|hom truoc|bua truoc|dot truoc)\b/
const continuing =
  /\b(?:van (?:con |cu |dang |bi |tiep )?(?:doi|goi|doa|ban|nhan|lua|quay|bat|hoat dong|dang|dai)|tiep tuc|ngay nao cung|dang (?:bi|doi|doa|goi|ban|lua|rao|chay|dien ra)|nhieu (?:nguoi|ho|nha) (?:van|dang|bi|nhan)|\d+ (?:ho|nguoi|truong hop|thue bao)[^.]{0,12}nhan|doi tiep)\b/
/** Whoever paid says so in passing: "e ck vào", "chuyển đủ", "cọc xong", "đọc hết mã thẻ rồi". */
const paid =
  /\b(?:toi|tui|em|e|minh|mk|ba|me|bo|ma|ong|chi|anh|vo|chong|chau|con) (?:da |lo |cung |moi |co |tin |nen |nghe |)?(?:chuyen|ck|nap|coc|dat coc|gop|ung tien|bank|dong|nop|gui tien|dua tien|thanh toan)\b|\btien (?:vo|vao|qua) \d|\b(?:chuyen|ck|nap|dong|coc|tra|nop|gui|doc) (?:du|het|xong|luon|roi)\b|\b(?:chuyen khoan|tien|coc|ma the) xong\b|\bda doc\b(?! duoc)|\bcho (?:no |ho |anh ta |anh ay )?muon \d|\bdua (?:tien |truoc |no |ho |xe om )?(?:luon|mat|roi|\d)|(?:^|[.!?]\s+)(?:da )?(?:chuyen|ck|nap|coc)\b(?! tiep| cho moi)/
/** "ra đại lý chuyển vô MSB 0330…": money on its way to an account, where nobody is only told to send it. */
const sent =
  /(?<!\b(?:bat|yeu cau|doi|bao|keu|de nghi|phai|de|giuc|noi|moi|hay|dung|nho|xin)\b[^.;]{0,30})\b(?:chuyen|ck|bank|gui|nop|nap)(?: (?:khoan|tien|het|luon|du|[a-z0-9]{1,8})){0,3} (?:vo|vao|qua|cho|sang|toi|den)\b[^.;]{0,30}\d{4}/
/** What comes after: they are gone, the goods are false, the money cannot be had back. */
const aftermath =
  /\bmat (?!nick|tai khoan|facebook|fb|face|song|mang|net|quyen|zalo|lien lac|thoi gian|cong)|bi lua|nan nhan|bi tru|bi rut|(?:xong|roi|la|thi|page|no|shop|ho) (?:roi )?(?:la |no |thi )?(?:chan|khoa may|bien mat|lan|xoa (?:kb|ket ban|nick|nhom))|\b(?:chan|khoa) (?:luon|minh|em|toi|lien lac|so|zalo|facebook|may)\b|moi biet|tra tien roi|khong (?:duoc|co) (?:phong|ve|hang)|doi lai duoc|\bxong\b|im (?:re|lang|lim)|out (?:nhom|group)|\bsap (?:hom|roi|luon|tu|mat|ngay)|khong (?:rut|doi tra|tra lai|giao)|doi tra khong|giao (?:ao|hang|sai|gia)|hang (?:gia|dom|rach|nhai)|(?:hop|goi) rong|thue bao(?: roi| luon)?[\s.,]*$/
/** A question is no statement: "có bị trừ tiền ko?" */
const asked =
  /\b(?:co )?(?:bi |sao )?(?:tru|mat|ton) (?:tien|phi|gi)(?: gi)?[^.?!]{0,12}\b(?:khong|ko|k|hok|ha|z|vay)\b(?! (?:mat|bi))/g
const question = /\b(?:cho (?:toi |em |minh |e |chau )?hoi|(?:muon|xin|can) hoi|hoi (?:thu tuc|cach))\b/
/** A trade, or calls, that go on whatever was said of money. */
const lastingTypes = new Set(["doi-no-khung-bo", "cuoc-goi-rac-quang-cao", "sim-kich-hoat-san"])
const damageTypes = new Set(["trom-cap-thiet-bi-vien-thong", "pha-hoai-ha-tang"])
const damageNow =
  /\bdang (?:co )?(?:[a-z0-9]+ ){0,4}(?:cat|thao|trom|leo|treo|dao|pha|dot|boc|khuan|cho|chat|cuon|cay|dap)\b|\b(?:hay|thuong|chuyen|van) (?:mua|thu mua|ban|thu gom|lui toi)\b/

/** `loss`: what was lost, as read. */
export function urgencyOf(text: string, type: string, loss: number | null): Urgency {
  if (damageTypes.has(type)) return damageNow.test(text) ? "ongoing" : "past"
  const said = text.replace(asked, " ")
  const isSpared = loss === null && isDenied(said)
  if (now.test(said) && left.test(said) && !isSpared && !later.test(said)) return "money-moving-now"
  if (lastingTypes.has(type) || isSpared || (loss === null && question.test(said))) return "ongoing"
  if (loss === null && !paid.test(said) && !sent.test(said) && !(left.test(said) && aftermath.test(said)))
    return "ongoing"
  return continuing.test(said) ? "ongoing" : "past"
}

/** "Giờ nó đòi thêm", "nay bảo nộp nốt", "they say I must now pay": the trick goes on, whatever was lost before. */
const demandsNow =
  /\b(?:gio|bay gio|nay(?! (?:toi|em|minh))|hien|hien nay|now)\b[^.;]{0,40}\b(?:doi|bat|keu|bao|yeu cau|giuc|ep|say|says|asks?|must)\b[^.;]{0,40}\b(?:them|tiep|nua|not|moi (?:cho|duoc|mo|rut|giao|giai|tra)|more|pay)\b|\bchua (?:chuyen|nop|dong|nap|dua|gui|tra|ck) (?:not|them|tiep)\b|\bco nen (?:chuyen|nop|dong|nap|gui)[^.;?]{0,16}\bnua\b|\b(?:dinh|tinh|sap) (?:ban|vay|gui|chuyen|nop|dong|rut)\b[^.;]{0,24}\b(?:tiep|them|gui|nop|dong|nua)\b|\bhas not paid\b|\bkhat (?:lan|hoai|mai)\b/
/** What they do goes on: they sell, call, lure, use a stolen profile. */
const stillAtIt =
  /\b(?:van|still)(?: (?:con|dang|cu|tiep tuc|thay|nam trong|are|is)){0,2} (?:nhan|ban|loi keo|hoat dong|doi|goi|nhan tin|rao|live|livestream|dang|moi|mo|lua|chay|quang cao|lam|quay roi|doa|lui toi|nhay|selling|calling|using|messaging)\b|\b(?:no|nick (?:ay|do|nay)|ke gian|chung|doi tuong|bon no)\b[^.;]{0,20}\b(?:di|nhan|dang|dung)\b[^.;]{0,16}\b(?:vay|muon|xin) tien\b(?![^.;]{0,30}\bhom (?:qua|kia))|\btiep tuc (?:moi|doi|goi|lua|nhan|ban|hoat dong|loi keo)\b|\bthreaten to\b|\b(?:chua|van chua) (?:go|dut|dung|ngung|xoa|bi go|bi khoa)\b|\b(?:gian hang|trang|page|web|shop|nick|kenh)\b[^.;]{0,30}\bdang mo\b/
const atOnce =
  /\bde nghi\b[^.;]{0,30}\b(?:ngay|gap|giu)\b|\b(?:xuong|len|den|toi) (?:ngay|gap|lien)\b|\bvuong\b/
/** It is told to be over: they stopped, it was given back, undone, seized. */
const ended =
  /\b(?:het|thoi|ngung|ngung han) (?:goi|nhay|nhan|quay roi|doi)\b|\b(?:khong|ko|k) (?:thay|con|goi|nhan)[^.;]{0,14} nua\b|\b(?:it|they|he|she) (?:has |have )?stopped\b|\b(?:da |)(?:lay|tra|hoan) lai (?:duoc |cho )?(?:nick|zalo|fb|facebook|face|trang|page|tai khoan|mail|sim|so|toi|minh|em)\b(?! (?:khong|chua|ko))|\b(?:nick|zalo|fb|facebook|face|trang|page|mail|gmail)\b[^.;]{0,30}\b(?:da lay lai|lay lai duoc|da tra lai)\b|\b(?:thu giu|lap bien ban)\b(?![^.;]{0,60}\bvan\b)|\bhuy (?:roi|hom qua)\b|\bda huy\b/

const beginsWithClock = /^\s*\d{1,2}\s?(?:h|:|gio)\s?\d{0,2}\b/
const minutesNear = 90

/** "11h48. Cô Hải … 11h05 …": noted within the hour and a half of when it happened. */
function wasNotedSoon(said: string): boolean {
  if (!beginsWithClock.test(said)) return false
  const [told, ...others] = [...said.matchAll(/\b(\d{1,2})\s?(?:h|gio|:)\s?(\d{2})?\b/g)]
    .slice(0, 20)
    .map((match) => Number(match[1]) * 60 + Number(match[2] ?? 0))
  return others.some((one) => (told ?? 0) - one > 0 && (told ?? 0) - one <= minutesNear)
}

/** What the words settle by themselves; null where they must be weighed. `loss`: what was lost, as read. */
export function plainUrgency(said: string, type: string, loss: number | null): Urgency | null {
  if (urgencyOf(said, type, loss) === "money-moving-now") return "money-moving-now"
  if (loss !== null && wasNotedSoon(said) && !later.test(said) && !isDenied(said)) return "money-moving-now"
  if (damageTypes.has(type)) return damageNow.test(said) || atOnce.test(said) ? "ongoing" : null
  if (demandsNow.test(said) || stillAtIt.test(said)) return "ongoing"
  if (ended.test(said)) return "past"
  // Whoever lost nothing tells of a trick that goes on: others may still be saved.
  return loss === null && isDenied(said) ? "ongoing" : null
}

export const isPaid = (said: string): boolean => paid.test(said) || sent.test(said)
export const wasAftermath = (said: string): boolean => aftermath.test(said)
export const isContinuing = (said: string): boolean => continuing.test(said)
