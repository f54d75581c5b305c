/** Words right beside a number that leave no doubt whom it harms: whatever the weights say, it is no suspect's. */
import { wordsAfter, wordsBefore } from "./fold.ts"
import type { Found } from "./identifiers.ts"
import { kin, me } from "./people.ts"
import { bankName } from "./reference.ts"

const owner = `(?:${me}|${kin})`
const thing =
  "(?:stk|so tk|tk|tai khoan|so tai khoan|so|sdt|dt|sim|zalo|zl|nick|fb|facebook|mail|email|gmail|vi)"

/** "Chuc mung KH …  trung thuong", "Thue bao … se bi khoa": the one to whom a message speaks. */
const addressed = /\b(?:thue bao|kh|khach hang|quy khach|chu thue bao|ong\/ba)(?: co| so| la| mang)*[\s:("]*$/
const spokenTo =
  /^[\s)",]*(?:cua (?:quy khach|ban|anh|chi|ong|ba)\b|(?:da |se |chua |dang |vua )*(?:trung|duoc|bi|khoa|no|vi pham|chua|chuan hoa|het han|dang no))/
/** "mail bị đổi từ … thành …": what it was before. */
const formerly =
  /\b(?:doi|chuyen|sua|thay)(?: mail| email| so| sdt| so dien thoai| tai khoan| khoi phuc){0,3} tu(?: so| mail| email)?[\s:]*$/
const becomes = /^[\s)",]*(?:thanh|sang|qua|to|into)\b/
/** "em khai stk nhận giải ngân là …", "stk em đăng ký nhận tiền là …", "em ghi … nó nói sai": where money should have come. */
const toBePaid = new RegExp(
  `\\b(?:khai|dang ky|dien|nhap|cung cap|gui ho|dua ho)(?: ${thing})?[^.,;0-9]{0,12}\\b(?:nhan|de nhan)(?: tien| luong| giai ngan| thuong| hoa hong| von| hoan| lai)*(?: ve| vao)?(?: (?:${thing}|la))*(?: [a-z]{2,14})?[\\s:("]*$`,
)
const written = new RegExp(`\\b${me} (?:ghi|dien|khai|nhap)(?: ${thing}| la| so| [a-z]{2,12})?[\\s:("]*$`)
/** "BIDV … do con trai bà đứng tên", "… (sim em)". */
const inTheirName = new RegExp(`^[\\s,(]*do ${owner}(?: ${me}| ba| ong)? (?:dung|mo|lam chu)`)
const namedBehind = new RegExp(
  `^\\s*\\((?:${thing}|the|may|cua) (?:cua )?(?:${me}|(?:vo|chong|me|bo|ba|con) ${me})\\b`,
)
/** "có tin về máy nó (…)", "mã gửi về số …": who received it. */
const receivedAt =
  /\b(?:tin|tin nhan|sms|ma|otp|ma otp)(?: nhan)?(?: (?:gui|bao|nhan))? (?:ve|den|toi|vao|vo|sang)(?: so)? (?:may|so|sdt|sim|dt|dien thoai|thue bao)(?: [a-z]{1,8}){0,3}[\s:(]*$/
/** "xin số tk mình để hoàn, mình có đưa …": an account that they asked for. */
const askedFor = new RegExp(
  `\\b(?:xin|hoi|doi|lay|kiem tra|xac minh)(?: lay| luon)? (?:stk|so tk|tk|so tai khoan|tai khoan|so the)(?: cua)?(?: ${owner})?\\b[^.;]{0,60}[\\s:]${me}(?: (?:co|da|moi|lo))? (?:dua|cho|gui|doc|nhan|cung cap)(?: (?:no|ho|luon|so|stk|tk|la))*[\\s:]*$`,
)
/** "làm lại SIM cho …", "đổi esim của …": the number that somebody wanted. */
const simOf =
  /\b(?:lam|cap|doi|thay|chuyen|cat|khoa)(?: lai| sang)? e?sim(?: moi)? (?:cho|cua)(?: so| thue bao| khach)*[\s:]*$/
/** "hai khách hàng phản ánh là … và …" */
const complained =
  /\bkhach(?: hang)?\b(?! (?:lua|la|gia))[^.;0-9]{0,20}\b(?:phan anh|khieu nai|trinh bao)(?: la| gom| so| tu)*[\s:("]*$/
const secondInList =
  /\bkhach(?: hang)?\b(?! (?:lua|la|gia))[^.;0-9]{0,20}\b(?:phan anh|khieu nai|trinh bao)[^.;a-z]{0,8}(?:la |gom |so )*[0-9 .+()-]{8,22}(?:,| va)\s*$/
/** "zalo bị chiếm (số zalo …)" */
const taken =
  /\bbi (?:chiem|hack|mat|cuop|khoa|doi)(?: quyen| mat)?[\s,]*\((?:so|sdt|nick)?(?: zalo| may| cu)?[\s:]*$/
const myOwn =
  /\b(?:my|our|(?:her|his|their) own) (?:own )?(?:acct|acc|account|number|phone|mobile|card|email|whatsapp)(?: no\.?| number| nr)?(?: is| was)?[\s:,(]*(?:[a-z]{2,14}[\s:,]*)?$/
const myBank = new RegExp(`\\bmy ${bankName}(?: bank)?(?: account| acc| acct)?[\\s:(]*$`)
/** "máy KH: …", "TK nạn nhân (…)": named for whoever was harmed. */
const ofTheHarmed =
  /\b(?:may|so|sdt|dt|thue bao|tk|stk|tai khoan) (?:cua )?(?:kh|khach hang|nan nhan|bi hai|phu huynh|hoc sinh)(?: bi hai| phan anh)?\s?[:(]\s?$/
/** A shop's own account, or the false shop's. */
const ofAShop = /\b(?:tk|stk|tai khoan|vi) (?:cua )?(?:shop|cua hang|tiem|quan)[\s:(]*$/
/** Of somebody spoken of before: who that was the sentence does not tell. */
const somebodys =
  /\b(?:her|his|their) (?:acct|acc|account|number|phone|mobile|card|email|whatsapp)(?: no\.?| number| nr)?(?: is| was)?[\s:,(]*(?:[a-z]{2,14}[\s:,]*)?$/

/** "Họ tên người trình báo: … ⏎ Điện thoại: …": a form's own line. */
const inTheForm =
  /\bnguoi (?:trinh bao|to cao|to giac|bao tin|lam don|viet don|khai|phan anh)\b(?:(?!doi tuong|nghi can|bi to)[\s\S]){0,160}(?:^|\n)\s*(?:so )?(?:dien thoai|sdt|dt)(?: lien he)?\s*:\s*$/
/** "anh trai em số Hàn …", "con gái tôi số bên Nhật …": one of the family, abroad. */
const kinAbroad = new RegExp(
  `\\b${kin}(?: trai| gai)? (?:${me}) (?:so|sdt|dt)(?: ben)? (?:han|nhat|dai(?: loan)?|my|uc|duc|trung(?: quoc)?)[\\s:]*$`,
)
/** "số nó …, có chi gọi cho nó" */
const reachThere =
  /^[\s,)-]*(?:co (?:chi|gi|viec gi)|can (?:gi|thi|them))(?: thi)? (?:goi|alo|hoi|lien he|nhan|ib)\b/
/** "kế toán bên em (bạn Ngần, …)": who works with the writer. */
const atOurs = new RegExp(
  `\\b(?:ke toan|nhan vien|bao ve|thu quy|giam doc|sep|truong phong|hieu truong|lai xe|tho|quan ly|thu ngan) (?:cua|ben|nha) (?:${me})[\\s,(]*(?:[a-z]+[\\s,:]+){0,3}$`,
)

/** "Trang của xưởng: …", "web thật của bên em là …". */
const ownSite = new RegExp(
  `\\b(?:trang|web|website|site|ten mien)(?: web| chu| ban hang)?(?: that| thiet| goc| chinh thuc)? (?:cua|nha|ben)(?: ben)? (?:${me}|xuong|shop|cong ty|cty|truong|don vi|cua hang|tiem|quan|htx)(?: ${me})?[\\s:(]*(?:la)?[\\s:(]*$`,
)

/** "shop gốm của mình là …" */
const ownShop = new RegExp(
  `\\b(?:shop|tiem|cua hang|quan|xuong|cong ty|cty|truong|htx|page|trang)(?: [a-z]{1,8}){0,3} (?:cua|nha|ben) ${me}(?: (?:la|that|ban|o|co web|co trang))*[\\s:(]*$`,
)

/** `text`: folded. "unclear": an officer is asked. */
export function harmedOwner(text: string, found: Found): "victim" | "reporter" | "unclear" | null {
  if (found.kind === "ip") return null
  const before = wordsBefore(text, found.start, 90)
  if (found.kind === "url" || found.kind === "domain")
    return ownSite.test(before) || ownShop.test(before) ? "victim" : null
  const behind = wordsAfter(text, found.end, 60)
  if (addressed.test(before) && spokenTo.test(behind)) return "victim"
  if (formerly.test(before) && becomes.test(behind)) return "victim"
  if (inTheirName.test(behind) || namedBehind.test(behind)) return "victim"
  if (receivedAt.test(before) || simOf.test(before)) return "victim"
  if (found.kind === "bank-account" && askedFor.test(before)) return "victim"
  if (complained.test(before) || secondInList.test(before) || taken.test(before)) return "victim"
  if (found.kind === "bank-account" && (toBePaid.test(before) || written.test(before))) return "victim"
  if (found.kind === "phone" && (atOurs.test(before) || kinAbroad.test(before))) return "victim"
  if (
    found.kind === "phone" &&
    (reachThere.test(behind) || inTheForm.test(text.slice(Math.max(0, found.start - 240), found.start)))
  )
    return "reporter"
  if (myOwn.test(before) || myBank.test(before) || ofTheHarmed.test(before)) return "victim"
  if (found.kind === "bank-account" && ofAShop.test(before)) return "unclear"
  return somebodys.test(before) ? "unclear" : null
}
