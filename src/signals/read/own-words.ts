/**
 * More words right beside a number that say whose it is: whom somebody pretended to be, who denies, from which account money
 * left. Read beside `harmed.ts`, each line by itself; a number in a list is read as the list.
 */
import { theirOwnCalled } from "./accused.ts"
import { wordsAfter, wordsBefore } from "./fold.ts"
import type { Found, IdentifierRole } from "./identifiers.ts"
import { kin, me } from "./people.ts"
import { bankName } from "./reference.ts"

type Owner = Extract<IdentifierRole, "victim" | "reporter" | "unclear">
type Line = {
  owner: Owner
  kinds: readonly Found["kind"][]
  before?: RegExp
  behind?: RegExp
  not?: RegExp
}

const numbers = ["phone", "social", "email"] as const
const accounts = ["bank-account"] as const
const bank = `(?:${bankName}[\\s:(]*)?`
const place = "(?:quan|tiem|shop|cua hang|nha|cong ty|cty|truong|htx|xuong|co so)"
const theySay = /\b(?:no|chung|han|bon|doi tuong|ke|nguoi la|xung|tu nhan|so la)\b[^.;:]{0,30}$/

const lines: readonly Line[] = [
  // "Trên tờ rơi còn số 03…, chưa rõ của ai."
  {
    owner: "unclear",
    kinds: numbers,
    behind:
      /^[\s,)]*(?:thi |la )?(?:chua|khong|ko) (?:ro|biet)(?: ro)?(?: la)?(?: so)?(?: may)?(?: cua)? ai\s*(?:[.,;)\n]|$)/,
  },
  // "mạo danh shop em (Shop Bống 03…)"
  {
    owner: "victim",
    kinds: numbers,
    before: new RegExp(
      `\\b(?:mao danh|gia mao|gia danh|nhai|lay ten|lay anh)(?: [a-z]+){0,3} ${me}\\s?\\([^()0-9]{0,30}$`,
    ),
  },
  // "Nick face của mình "…" (facebook.com/…)"
  {
    owner: "victim",
    kinds: ["social"],
    before: new RegExp(
      `\\b(?:nick|fb|facebook|face|zalo|trang|page|fanpage|kenh|acc)(?: (?:face|fb|facebook))? (?:cua )?${me}(?: ten| la)?(?: "[^"]{1,40}")?[\\s(:]*$`,
    ),
    not: /\b(?:gia|nhai|mao danh|gia mao|clone|lap)\b[^.;]{0,30}$/,
  },
  // "gọi bằng 03…: hỏi …" in the note of whoever is on duty
  {
    owner: "reporter",
    kinds: ["phone"],
    before: /\bgoi (?:den |toi )?(?:bang|tu|qua)(?: so| may)?\s*$/,
    behind: /^\s?:\s?(?:bi|hoi|phan anh|bao|trinh bay|trinh bao|ke|nho|muon|xin|me|bo|con|vo|chong)\b/,
    not: theySay,
  },
  // "Khách hàng M.T.H, tài khoản …, bị lợi dụng chuyển …"
  {
    owner: "victim",
    kinds: accounts,
    before: /\b(?:khach hang|kh|nan nhan|bi hai)\b[^;:\n]{0,30}\b(?:tai khoan|tk|stk)(?: so)?[\s:]*$/,
    behind: /^[^.;]{0,50}\bbi (?:loi dung|chuyen|tru|rut|trich|hack|chiem|mat)\b/,
  },
  // "từ tài khoản công ty tôi VietinBank …"
  {
    owner: "victim",
    kinds: accounts,
    before: new RegExp(
      `\\b(?:tu|trong|khoi)(?: so)? (?:tk|stk|tai khoan|the)(?: cua)?(?: ${place})? ${me}(?: (?:o|ben|tai))? ?[\\s:(]*${bank}$`,
    ),
  },
  // "Tiền từ 3 tài khoản của em ấy: …"
  {
    owner: "victim",
    kinds: accounts,
    before: new RegExp(`\\b(?:tk|stk|tai khoan) (?:cua )?(?:${kin}|em) (?:ay|${me})\\s?:\\s?${bank}$`),
    not: /\b(?:vao|sang|den|toi|cho)\b[^.;]{0,16}$/,
  },
  // "… vào tk PG Bank … của a rồi"
  {
    owner: "victim",
    kinds: accounts,
    behind: new RegExp(
      `^[\\s)]*${bank}cua (?:a|c|${me})(?! (?:trai|gai|ho|no|ta|hang|kia)\\b)(?:[\\s.,;)]|$)`,
    ),
  },
  // "Bên chuyển: …", "TK nguồn …", "Nguồn tiền của KH: …"
  {
    owner: "victim",
    kinds: accounts,
    before: new RegExp(
      `\\b(?:ben (?:chuyen|gui|bi tru)|(?:tk|stk|tai khoan) (?:nguon|chuyen|gui|trich no|bi tru|bi hai|bi mat tien)|nguon(?: tien)?)(?: tien| di)?(?: cua [a-z. ]{1,20})?[\\s:(]*${bank}$`,
    ),
    not: /\b(?:gia|ghi tren|rom)\b[^.;\n]{0,40}$/,
  },
  // "Shop chỉ nhận qua VCB …"
  {
    owner: "victim",
    kinds: accounts,
    before: new RegExp(
      `\\b(?:${place}|${me})(?: ${me})? (?:toi |van )?chi (?:nhan|dung|co)(?: tien)?(?: qua| vao| bang)?(?: tk| stk| tai khoan)?[\\s:]*${bank}$`,
    ),
  },
  // "từ ví MoMo … sang ví …"
  {
    owner: "victim",
    kinds: ["phone"],
    before:
      /\btu (?:so )?(?:vi )?(?:momo|zalopay|zalo pay|vi|viettel money|vnpay|shopeepay)(?: so| cua [a-z ]{1,16})?[\s:(]*$/,
    behind: /^[^.;]{0,24}\b(?:sang|qua|vao|den|toi|cho)\b/,
  },
  // "KH: …", "Khách 1: …", "khách hàng Bách: …" in a bank's or an operator's note
  {
    owner: "victim",
    kinds: ["phone", "email"],
    before:
      /(?:^|[.\n;,] ?)(?:lien he )?(?:(?:so )?kh|khach hang|khach \d|nd?t \d)(?: [a-z.]{1,12}){0,3}\s?:\s?$/,
  },
  // "Thuê bao khiếu nại nhiều: …", "complainants: …"
  {
    owner: "victim",
    kinds: numbers,
    before:
      /\b(?:(?:thue bao|khach)(?: da| bi)? (?:khieu nai|phan anh|bi hai|nan nhan|anh huong|nhan tin)(?: [a-z]{1,8}){0,2}|complainants?|victims?)"?\s?[:[(="\s]*$/,
  },
  // "engineer": "Long 05…", "reported_by: …"
  {
    owner: "reporter",
    kinds: numbers,
    before:
      /\b(?:engineer|reporter|reported_by|reported by|contact|duty|operator)"?\s?[:(="]{1,3}\s?"?(?:[a-z]{1,12} ){0,4}$/,
    not: theySay,
  },
  // "gọi vào máy cô hiệu phó …", "đường dây cố định của trạm y tế …"
  {
    owner: "victim",
    kinds: ["phone"],
    before: new RegExp(
      `\\bgoi\\b[^.;]{0,70} may (?:rieng )?(?:cua )?(?:me|bo|ma|vo|chong|con|chau|co|thay|anh|chi|ong|ba|chu|bac|em|ban|van phong)(?: [a-z]{1,8}){0,3}[\\s:(]*$|\\b(?:duong day|so|may|dt)(?: co dinh| ban)+ (?:cua )?(?:tram|truong|nha|ubnd|uy ban|htx|cong ty|cty|co quan|van phong|don vi)(?: [a-z]{1,8}){0,3}[\\s:(]*$|\\bgoi (?:cho |vao |den )?${place}(?: ${me})?(?: lien tuc| suot| hoai| ca ngay)*[\\s:(]*$`,
    ),
  },
  // "Mã QR quán trỏ về MB …"
  {
    owner: "victim",
    kinds: accounts,
    before: new RegExp(`\\b(?:ma )?qr (?:cua )?(?:${place}|${me})\\b[^.;0-9]{0,24}${bank}$`),
    not: /\b(?:dan de|tro sang|gia)\b[^.;]{0,30}$/,
  },
  // "số trên thùng …, trang … là của gia đình"
  {
    owner: "victim",
    kinds: ["phone", "social"],
    behind: new RegExp(
      `^[^.;]{0,60}\\b(?:moi )?(?:la|thuoc) (?:cua )?(?:gia dinh|nha ${me}|chinh ${me}|${me} that|shop ${me})\\b`,
    ),
    not: theySay,
  },
  // "người bán nước (…) thấy xe có dây ăng ten"
  {
    owner: "reporter",
    kinds: ["phone"],
    before: /\($/,
    behind: /^\)\s?(?:nhin |co |da )?(?:thay|chung kien|ke lai|quay duoc|ghi duoc|biet ro)\b/,
    not: /\b(?:xung|tu nhan|ke|doi tuong)\b[^.;]{0,40}$/,
  },
  // "Khách dùng …, đề nghị huỷ hai số kia"
  {
    owner: "victim",
    kinds: ["phone"],
    before: /\bkhach(?: hang)? (?:dang |van |chi )?(?:dung|xai)(?: so| sim)?\s*$/,
    behind: /^[\s,]*(?:de nghi|yeu cau|xin|muon|bao|noi la)\b/,
  },
  // "Em Quỳnh, công nhân điện tử 05…"
  {
    owner: "reporter",
    kinds: ["phone"],
    before:
      /(?:^|[.\n!?] ?)(?:em|toi|minh|chau|con) (?!goi|bi|nhan|chuyen|ck|mua|dat|lien|co|da|moi|vua|thay|bao|nap|coc|tra)[a-z]{2,8}, (?:tho|cong nhan|sinh vien|sv|nhan vien|giao vien|ke toan|chu|tiep vien|bao ve|lai xe|tai xe|hoc sinh|noi tro|ban|lam|giam doc|to truong|truong)(?: [a-z]{1,8}){0,4}[\s,:-]*$/,
  },
  // "Thuê bao nhận tin …", "máy dính tin rác …"
  {
    owner: "victim",
    kinds: ["phone"],
    before:
      /\b(?:thue bao|may|so|sim|sdt|dt) (?:nhan(?: duoc)?|dinh|bi nhan) tin(?: nhan)?(?: (?:nay|do|tren|la|rac|gia|lua dao))*[\s:(]*$/,
    behind: /^(?!\s?(?:lai |da |cu |lien tuc )?(?:goi|nhan|lua|doa))/,
  },
  // "nick … văng ra ngoài", "zalo … bị thoát"
  {
    owner: "victim",
    kinds: ["social"],
    behind:
      /^[\s),]*(?:tu nhien |tu |da |bong )?(?:vang|thoat|bi (?:da|thoat|vang|van)|got logged out|was hacked|(?:khong|ko|k) (?:vao|dang nhap) (?:duoc|lai duoc))\b/,
  },
  // "nick … bị người ta chiếm"
  {
    owner: "victim",
    kinds: ["social", "email"],
    behind:
      /^[\s),]*(?:da |vua |moi )?bi (?:nguoi ta |ke gian |ke xau |no |ai do )?(?:hack|chiem|mat|cuop|vo|khoa|thoat|dao|danh cap|lay cap)\b/,
  },
  // "nó gọi cả vào quầy …"
  {
    owner: "victim",
    kinds: ["phone"],
    before:
      /\bgoi (?:ca )?(?:vao|den|xuong|len) (?:quay|le tan|phong|van phong|bep)(?: [a-z]{1,8}){0,3}[\s:(]*$/,
  },
  // "her ACB no. …": whose that is the sentence does not tell
  {
    owner: "unclear",
    kinds: accounts,
    before: new RegExp(`\\b(?:her|his|their) ${bankName}(?: bank)?(?: no\\.?| acc| acct| account)*[\\s:]*$`),
  },
  // "rút: … về …"
  { owner: "victim", kinds: accounts, before: new RegExp(`\\brut\\b[^.;\\n]{0,34}\\bve\\s*:?\\s*${bank}$`) },
  // "Luật sư công ty: …"
  {
    owner: "reporter",
    kinds: ["phone", "email"],
    before: new RegExp(
      `\\b(?:luat su|ke toan(?: truong)?|thu quy|giam doc|truong phong|hieu truong|quan ly) (?:cua |ben )?(?:cong ty|cty|truong|htx|shop|xuong)(?: ${me})?\\s?:\\s?$`,
    ),
    not: /\b(?:gia|mao danh|xung|tu nhan|rom)\b[^.;]{0,30}$/,
  },
  // "and mine, Peter, …"; "aunt's phone, which they still used, …"
  { owner: "reporter", kinds: numbers, before: /\b(?:mine|my own)\b[^.;0-9]{0,20}$/ },
  {
    owner: "victim",
    kinds: [...numbers, "bank-account"],
    before: new RegExp(
      `\\b(?:aunt|uncle|mother|mom|mum|father|dad|wife|husband|sister|brother|son|daughter|friend|neighbou?r|landlady|landlord|grand(?:ma|pa|mother|father))'?s? (?:own )?(?:phone|number|mobile|cell|account|acc|card|${bankName})\\b[^.;0-9]{0,45}$`,
    ),
  },
  // "… (KH bị giả số hiển thị)", "… (bị mạo danh, không phải nguồn phát)"
  {
    owner: "victim",
    kinds: [...numbers, "bank-account"],
    behind:
      /^\s?\([^()]{0,30}\b(?:bi (?:gia|mao danh|gia mao|nhai|lay cap|muon|loi dung|hack|chiem)|khong phai (?:nguon|thu pham|ke|doi tuong))\b/,
  },
  // "my mother called me from …"
  { owner: "victim", kinds: ["phone", "social"], before: theirOwnCalled },
  // "mới gọi được cho con bằng số bên đó …"
  {
    owner: "victim",
    kinds: ["phone", "social"],
    before: new RegExp(`\\bgoi duoc cho ${kin}\\b[^.;0-9]{0,28}$`),
  },
  // "Luật sư thật trùng tên số … bảo không phải của họ"
  {
    owner: "victim",
    kinds: numbers,
    behind:
      /^[\s),]*(?:da |moi |cung |vua )?(?:bao|noi|xac nhan|khang dinh|tra loi)(?: la| rang)? (?:khong|ko|k|chua|ho khong) (?:phai|he|co|nhan|goi|nhu vay)/,
  },
  // "Thuê bao khách phản ánh đầu tiên: …"
  {
    owner: "victim",
    kinds: ["phone"],
    before:
      /\b(?:khach|kh)(?: hang)? (?:phan anh|khieu nai|trinh bao) (?:dau tien|gan nhat|nhieu nhat)[\s:]*$/,
  },
  // "máy gọi đến … (của đồng nghiệp)"
  {
    owner: "reporter",
    kinds: ["phone"],
    behind:
      /^\s?\((?:so |may |sdt )?(?:cua |nho |muon )?(?:may )?(?:dong nghiep|hang xom|ban cung|ban toi|ban em|chu nha|nguoi nha)\b/,
  },
  // "Số quán in trên biển là …"
  {
    owner: "victim",
    kinds: ["phone"],
    before: new RegExp(
      `\\b(?:so|sdt|dt|hotline) (?:cua )?${place}(?: ${me})?(?: (?:in|ghi|dan|treo))? tren bien[^.;0-9]{0,16}$`,
    ),
  },
]

/** `text`: folded. What the nearest words say; null where they say nothing. */
export function ownWords(text: string, found: Found): Owner | null {
  const before = wordsBefore(text, found.start, 100)
  const behind = wordsAfter(text, found.end, 70)
  const met = lines.find(
    (line) =>
      line.kinds.includes(found.kind) &&
      (line.before?.test(before) ?? true) &&
      (line.behind?.test(behind) ?? true) &&
      !(line.not?.test(before) ?? false),
  )
  return met?.owner ?? null
}
