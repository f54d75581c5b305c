/** Words right beside a number that leave no doubt: it did something to somebody. */
import { wordsAfter, wordsBefore } from "./fold.ts"
import type { Found } from "./identifiers.ts"
import { me, owner } from "./people.ts"
import { bankName } from "./reference.ts"

const them =
  "(?:ke gian|ke xau|ke lua dao|ke la|doi tuong|bon lua dao|bon xau|chung no|chung|no|han|ho|thang|con|dua|scammers?|the caller)"
const thing =
  "(?:so|sdt|dt|so dien thoai|dau so|sim|zalo|zl|tele|telegram|nick|fb|facebook|email|mail|stk|tk|tai khoan|so tai khoan)"
const before = [
  /** "bị số …", "bởi …", "scammed by …". */
  new RegExp(
    `\\b(?:bi|boi|scammed by|called by|calls? from|called (?:me )?from)(?: (?:mot|cai|nguoi|con|thang|dua|the))?(?: ${thing})?(?: la| number)?\\s?$`,
  ),
  /** "kẻ gian số …", "họ còn dùng số …", "the scammer …". */
  new RegExp(
    `\\b${them} (?:con |lai |van |dang |hay |no )?(?:(?:dung|xai|su dung|goi (?:tu|bang|qua)|lay)(?: them)? )?${thing}(?: (?:la|nay))?[\\s:]*$`,
  ),
  /\b(?:ke gian|ke lua dao|doi tuong lua dao|lua dao|scammer|swindler)[\s:]*$/,
  /** "chuyển tiền cho số …": money went there. */
  /\b(?:chuyen|chuyen khoan|ck|gui|nop|nap|coc|dua|tra)\b[^.;]{0,80} (?:cho|vao|vo|sang|qua|toi|den) (?:so|sdt|so dien thoai|momo|vi|vi momo|zalopay)[\s:]*$/,
]
/** "sang ví MoMo …", "nhập hàng của zalo …": to whom money went, from whom goods came. */
const wallet =
  /\b(?:sang|qua|vao|vo|den) (?:so )?(?:vi )?(?:momo|zalopay|zalo pay|vi|viettel money)(?: so)?[\s:(]*$|\bnhap (?:hang|sim|nguon)(?: [a-z]{1,6})? (?:cua|tu|ben)(?: zalo| so| sdt| nguoi| ten| mot)*[\s:]*$/
/** "có người xưng là bưu điện, số …": said of whoever pretended, in the same breath. */
const pretended =
  /\b(?:xung|tu xung|gia danh|mao danh|tu nhan)\b[^.;]{0,40}?(?:,| bang| tu| qua)? (?:so|sdt|dau so|so dien thoai|so may)[\s:]*$/
const ownWords = new RegExp(`\\b(?:cua|may|nha) ${owner}\\b|\\b(?:bao|lien he|goi lai)\\b[^.;]{0,25}$`)
const behind =
  /^[\s,)]*(?:nay |do |kia )?(?:(?:lien tuc|cu|lai|van|no|goi(?: dien)?(?: (?:den|toi|cho|vao))?|nhan tin|da|dang|co)(?: [a-z]{1,6}){0,2} )?(?:lua|xung|tu xung|tu nhan|gia danh|mao danh|gia lam|doa|de doa|chui|quay roi|khung bo|nhay may|nha may|du do|dong vai)\b|^\s*de (?:mua|dat|vay|nhan (?:qua|thuong|tien)|tham gia|vao nhom)\b/
/** "… vẫn gọi", "… mời vay", "… báo phạt nguội", "… texts me": what a number does to the writer. */
const doesIt =
  /^[\s,)]*(?:(?:lai|cu|van|lien tuc|hay|toan) goi\b(?! lai)|(?:moi|ru|du|chao) (?:vay|mua|choi|dau tu|tham gia|chung khoan|lam|vao)|bao (?:phat nguoi|no cuoc|trung|thue bao|bi|sim|goi hang)|(?:doi|hoi|xin) (?:cccd|otp|ma otp|can cuoc|so the|tien)|goi "|(?:keeps? )?(?:texts?|texting|calls?|called|calling|messaged) (?:me|us|my)\b|(?:la|moi la) (?:so )?(?:gia|lua dao)\b|[-–(:]?\s?[\d.]+ (?:cuoc|tin nhan)\b|(?:thi |da |gio |nay |roi )*(?:tit|thue bao|khoa may|tat may|tat luon|khong (?:con )?lien lac|chan (?:so|toi|em|minh|luon))\b)/
/** "nhận điện …", "có tin nhắn từ …", "Gọi đến: …", "số hiện trên máy là …": from whom it came. */
const cameIn =
  /\b(?:(?<!cong )nhan (?:duoc )?(?:dien(?: thoai)?|cuoc goi|tin nhan|tin|sms|call)(?: la)?(?: tu)?(?: so| dau so)?|(?:cuoc goi|tin nhan|tin|sms) (?:den |toi )?tu(?: so| dau so)?|so (?:goi|nhan|hien)(?: den| toi| noi| len| tren may(?: [a-z]{1,4})?)?(?: la)?|may hien(?: so)?|so goi den)[\s:]*$/
/** "số bọn nó: …, …": each of the list is theirs. */
const theirList =
  /\b(?:so|sdt|dt|dau so|zalo|zl|cac so|may so|so dien thoai) (?:cua )?(?:bon no|bon chung|tui no|chung no|chung|no|han|bon doi no|ke gian|ke lua dao|doi tuong)(?: (?:la|nt|nhan tin|goi|hien tai))*[\s:]*(?:\+?[\d .()-]{8,18}(?:[,;/]|va)\s*){0,10}$/
/** "gửi 6tr sang … OCB", "chuyển khoản vào số tài khoản …": an account to which money went. */
const paidInto = new RegExp(
  `\\b(?:chuyen(?: khoan)?|ck|gui|nop|nap|coc|dong|bank|tien)\\b[^.;\\n]{0,40} (?:vao|vo|sang|qua|den)(?: (?:1|2|mot|hai|cai|cac|cung|dung|may))*(?: so)?(?: tk| stk| tai khoan)?[\\s:]*(?:${bankName}[\\s:]*)?$`,
)
/** "từ VCB … sang MB …", "VCB … → MB …": where the money of the first account went. */
const fromTo = new RegExp(
  `(?:\\btu\\b[^.;\\n]{0,90}\\b(?:sang|qua|toi|den|vao|vo|to|into)|→|->|=>|>>)(?: so)?(?: tk| stk| tai khoan| the)?[\\s:(]*(?:${bankName}[\\s:(]*)?$`,
)
/** "ck MB Bank … cho nó", "chuyển Vietcombank … cho shop": paid here, and it went to them. */
const paysHere = new RegExp(
  `\\b(?:chuyen(?: khoan| tien)?|ck|gui|nop|nap|coc|dat coc|dong|bank)\\b(?: tien| het| truoc| \\S{1,8}(?: trieu| tr| k| nghin| ngan| cu)?){0,3}(?: (?:vao|vo|sang|qua|den|toi))?(?: so)?(?: tk| stk| tai khoan)?[\\s:]*(?:${bankName}(?: bank)?[\\s:]*)?$`,
)
const forThem =
  /^[\s,)]*cho (?:no|ho|han|chung|bon|tui no|ke|doi tuong|thang|dua|shop|page|ben (?:do|kia|ban)|nguoi (?:ban|la|do|nay|ta)|chu (?:shop|page))\b/
const returned = /\b(?:hoan|tra lai|hoan lai|rut|luong|hoa hong)\b[^.;]{0,60}$/
/** "Nơi nhận: …", "STK nhận tiền là …", "chỗ nó nhận …". */
const receiving = new RegExp(
  `\\b(?:noi|cho|ben|dau|tk|stk|so tk|tai khoan|so tai khoan|vi|account)(?: (?:no|chung|ho|han|bon no|chung no))? nhan(?: tien| coc)?(?: la| o)?[\\s:,(]*(?:${bankName}[\\s:(]*)?$|\\b(?:noi|cho) (?:ck|nop|nap|chuyen(?: tien)?)[\\s:,(]*(?:${bankName}[\\s:(]*)?$|(?:^|[\\n.;] ?)dich(?: den)?\\s?:\\s?(?:${bankName}[\\s:(]*)?$`,
)
const ownToReceive = new RegExp(
  `\\b(?:khai|dang ky|de|hoan|luong|giai ngan|rut|cua ${me}|${me})\\b[^.;:\\n]{0,24}$`,
)
const backToThem = new RegExp(
  `\\b(?:hoan|nhan|rut|luong|ve|cua ${owner}|cho ${owner}|tk ${owner}|vao ${owner})\\b[^.;]{0,40}$`,
)
const ofAnOwner = new RegExp(
  `^[\\s)]*(?:${bankName}[\\s)]*)?(?:cua (?:a|c|${owner})\\b|(?:mang|dung) ten ${owner}\\s?[(,.;])`,
)
/** "my mother called me from …": from a telephone of the family's. */
export const theirOwnCalled =
  /\b(?:my|our) (?:own )?(?:mother|mom|mum|dad|father|wife|husband|son|daughter|sister|brother|aunt|uncle|friend|boss|neighbou?r)(?: [a-z]{1,10}){0,2} (?:called|phoned|texted|rang|messaged)\b[^.;0-9]{0,40}\bfrom(?: [a-z']{1,9}){0,3}[\s:]*$/
/** "gọi cho con tôi 09… dọa": whoever they called does nothing. */
const calledThere =
  /\b(?:goi|nhan|nhan tin|alo|call(?:ed)?|reo|nhay|nha may|gui|sang)(?: [a-z]{1,5})? (?:cho|vao|vo|den|toi|qua|ca|to|sang|lai)\b[^.;]{0,45}$/
/** "máy em 09… bị dọa". */
const owned = new RegExp(
  `\\b${owner}(?: ${me}| ay| nha)?(?: (?:co|dung|xai|la|so|sdt|dt|may|sim|zalo)){0,3}[\\s:(,-]*$`,
)

/** "Tôi là Vượng, 05…, cứ gọi buổi tối." */
const introduced = new RegExp(`\\b${me} (?:la|ten)(?: [a-z]{1,8}){1,4}[\\s,:-]*(?:so|sdt|dt)?[\\s:]*$`)
/** "họ còn dùng số …": "còn" without its marks is "con", a child, and misleads the rules; the subject settles it. */
const theyUse = new RegExp(
  `\\b(?:ke gian|ke xau|ke lua dao|ke la|doi tuong(?: (?:nay|do|tren))?|bon (?:lua dao|xau|no|chung|chung no)|tui no|chung no|chung|no|han|ho|ben (?:do|kia|lua dao)) (?:(?:con|van|lai|dang|cung|hay|da|thuong) ){0,2}(?:dung|xai|su dung|goi (?:tu|bang|qua)|lay|doi sang|chuyen sang)(?: them)? (?:mot |cai )?${thing}(?: (?:la|khac|moi))?[\\s:]*$`,
)
/** "Kẻ lừa đảo còn gọi tôi từ số …", "tin nhắn rác gửi từ …": where it came from. */
const cameFrom = new RegExp(
  `\\b(?:ke gian|ke xau|ke lua dao|ke la|doi tuong|nguoi la|tui no|chung no|chung|no|tin nhan (?:rac|lua dao|gia)|cuoc goi (?:rac|lua dao))\\b[^.;,0-9]{0,30}\\b(?:goi|nhan|gui|alo)\\b[^.;,0-9]{0,16}\\b(?:tu|bang|qua)(?: ${thing})?[\\s:]*$`,
)
const theyAre =
  "(?:ke (?:gian|xau|la|lua dao)|ke|doi tuong(?: (?:nay|do|tren|kia))?|bon (?:lua dao|lua|xau|no|chung|chung no|kia|do|nay|ay)|tui no|chung no|chung|no|ho|han|thang (?:do|nay|kia|cha do|lua dao|lua|ay)|dua (?:do|kia|lua)|con (?:do|kia|mu do|nho do)|mu (?:do|kia|no)|(?:o|thang|mu|dua|con) no|cha (?:do|noi do)|y|ong ta|ba ta|co ta|anh ta)"
/** "bọn lừa đảo còn có số …", "thằng đó có thêm số khác là …": what they have besides. */
const theyHave = new RegExp(
  `\\b${theyAre} (?:(?:con|van|cung|lai|hay|dang) ){0,2}(?:(?:co|them) ){1,2}(?:mot |hai |may |vai |nhieu |them )?${thing}(?: (?:khac|nua|moi|phu|thu hai|sau))?(?: (?:la|nay))?[\\s:]*$|\\b${theyAre} con ${thing} (?:khac|nua|moi|phu|thu hai)(?: (?:la|nay))?[\\s:]*$`,
)
/** "kẻ gọi là …", "đối tượng lừa tôi có số …", "kẻ nhắn tin dùng …": who did it, then the number. */
const whoDid = new RegExp(
  `\\b(?:ke|doi tuong|thang|dua|bon|con) (?:da |vua |van |hay )?(?:goi|lua(?: dao)?|nhan tin|nhan|doa|mao danh|gia danh|xung)(?: (?!so|sdt)[a-z]{1,8}){0,4} (?:la|co|dung|xai|tu|bang)(?: ${thing})?[\\s:]*$`,
)
/** "số của nó: …", "Số o nớ: …", "sđt nó đây các anh xử đi: …": whose it is, in so many words. */
const ofThem = new RegExp(
  `\\b${thing} (?:cua |la cua )?(?:(?<!(?:so|sdt|dt) )(?=han\\b)|(?!han\\b))(?:${theyAre}|nguoi ban|thang ban|con ban|chu (?:shop|page|sim)|admin|ben (?:ban|do|kia))(?: (?:day|ne|nay|la|ghi|de lai|dua|cho|gui|nhan|goi))*(?:[\\s,][^.;:0-9]{0,25}:\\s?|[\\s:,(]*)$`,
)
/** "Con tôi tên Hiền, số nó …", "con út ck từ tk của nó": whoever is spoken of is one of theirs. */
const speaksOfKin = new RegExp(
  `\\b(?:(?:me|bo|ba|ma|cha|vo|chong|ong|anh|chi|em|chau|co|di|cau|chu|bac|con)(?: trai| gai| ut| ca| dau| re| ho| noi| ngoai)? (?:cua )?(?:nha )?${me}|con (?:trai|gai|ut|ca|dau|re)|chau (?:noi|ngoai|trai|gai)|vo chong|khach(?: hang)?(?! hang)|nan nhan)\\b(?![^.;]*\\b(?:gap|bi|voi|cho|bao|keu) (?:no|chung|ho|thang)\\b)`,
)
const callThere =
  /^[\s,)-]*(?:co (?:chi|gi|viec gi)|can (?:gi|thi|them))(?: thi)? (?:goi|alo|hoi|lien he|nhan|ib)\b/
/** "Tk họ là MSB …", "stk bọn đó đưa khách: …", "tài khoản nó cho: …": an account of theirs. */
const theirAccount = new RegExp(
  `\\b(?:stk|so tk|tk|tai khoan|so tai khoan|acc)(?: nhan(?: tien)?)?(?: cua)? ${theyAre}(?: (?:la|day|dua|cho|gui|nhan|bao|cung cap|dung|doc|nhan tin|ghi|mo|ben)){0,3}(?: (?:cho |ra )?(?:toi|em|minh|khach(?: hang)?|moi nguoi|nguoi ta|ba con))?[\\s:(]*(?:${bankName}(?: bank)?[\\s:(]*)?$`,
)
/** "Số đòi nợ …", "số đang điều khiển: …", "sđt gọi lừa: …": what the number does stands before it. */
const numberDoes =
  /\b(?:so|sdt|dau so|so dien thoai|so may|thue bao) (?:da |dang |vua |chuyen |hay )?(?:goi(?: lua| doa| den| toi| quay roi| rac)?|nhan(?: tin)?(?: lua| rac| doa)?|lua(?: dao)?|doi no|doa(?: nat)?|dieu khien|khung bo|quay roi|lam phien|mao danh|gia danh|xung danh|phat tan)[\s:(]*(?:la)?[\s:]*$/
/** "một thanh niên tự giới thiệu là cán bộ …, dùng số …": by whoever pretended. */
const pretender =
  /\b(?:tu gioi thieu|tu xung|tu nhan|xung(?: danh)?|mao danh|gia danh|gia lam|gia vo)\b(?:(?!\b(?:goi|nhan|lien he|bao|gap)\b)[^.;]){0,70}(?:,| va) (?:dung|su dung)(?: so| sdt| so dien thoai| dau so| zalo| so may)*[\s:]*$/
/** "agent "Kenny" blocked me, his number was …": of whoever did it, in one sentence. */
const hisInEnglish =
  /\b(?:agents?|sellers?|scammers?|guy|caller|admins?|dealers?|brokers?|recruiters?|fraudsters?|traders?|shop|page|company)\b[^.;]{0,70}\b(?:his|her|their|its) (?:number|phone|mobile|whatsapp|zalo|telegram|email|account)(?: no\.?| number)?(?: is| was)?[\s:]*$/
/** A report by message to 156 opens with the number it is about: "S 0951…", "V(0951…)". */
const reported = /^\s*(?:s|v|ld)[\s:.,]*[[(]*\s*(?:\+|so |sdt )?\s*$/
/** "scammer used …", "the fraudster also has number …", "they called my mom at … from …". */
const theyDidInEnglish =
  /\b(?:scammers?|scammer's|fraudsters?|swindlers?|crooks?|imposters?|impostors?)(?: (?:also|then|still|now|later|has|have|had|is|was|are)){0,2} (?:us(?:ed|es|ing|e)|has|have|had|contacted (?:me|us) (?:from|via|with))(?: (?:the|a|an|another|this|number|phone|account|no\.?|second|other|new)){0,4}[\s:]*$|\b(?:scammers?|fraudsters?|swindlers?|callers?|they|he|she|someone|somebody|strangers?|(?:a|an|some|the|this)(?: [a-z]+)? (?:man|woman|guy|person|lady|number)|(?:i|we|he|she|mom|mother|dad) (?:was|were|got))\b[^.;0-9]{0,30}\b(?:called|calls|calling|texted|texts|messaged|messages|phoned|rang|contacted)\b[^.;]{0,60}\bfrom(?: (?:the|a|an|another|this|number|phone|no\.?|unknown|foreign)){0,3}[\s:]*$/
/** "email bị thay thành …": the address that whoever took an account put in. */
const putIn =
  /\b(?:mail|email|gmail|khoi phuc)\b[^.;]{0,20}\b(?:bi|was|got) (?:thay|doi|sua|chuyen|chinh|swapped|changed|replaced)(?: [a-z]{1,8}){0,2} (?:thanh|sang|qua|to|with)\s*$/
/** "Admin page gọi …", "Quản lý nhóm dùng …": whoever runs it is the subject. */
const runsIt =
  /(?:^|[.\n!?,] ?)(?:admin|ad|quan ly|chu|chu nhom|nguoi lap)(?: (?:page|nhom|group|trang|shop|san|kenh)) (?:goi|nhan|dung|xai)(?: tu| bang| qua| so| sdt)*\s*$/
/** A sentence whose subject is the number: "Số … bán SIM." */
const itSells = /^\s(?:nay )?(?:ban|rao ban|rao|phat tan|moi chao|mao danh)\s/
const isSubject = /(?:^|[\n.!?]\s?)(?:so|sdt|so dien thoai|thue bao)[\s:]*$/

/** A pronoun may speak of one of theirs of whom the tip spoke before. */
const isOfKin = (text: string, found: Found): boolean =>
  speaksOfKin.test(text.slice(Math.max(0, found.start - 250), found.start)) ||
  callThere.test(wordsAfter(text, found.end, 40))

/** Whether the sentence says whose it is in so many words, whatever the rules read. `text`: folded. */
export function isTheirs(text: string, found: Found): boolean {
  const words = wordsBefore(text, found.start, 110)
  if (found.kind === "bank-account")
    return (
      theirAccount.test(words) && !speaksOfKin.test(words) && !ofAnOwner.test(wordsAfter(text, found.end, 30))
    )
  if (found.kind !== "phone" && found.kind !== "social" && found.kind !== "email") return false
  if (theirOwnCalled.test(words)) return false
  if (found.kind === "phone" && found.start < 12 && reported.test(text.slice(0, found.start))) return true
  if (ofThem.test(words) && !isOfKin(text, found)) return true
  if (pretender.test(words) || hisInEnglish.test(words)) return true
  if (runsIt.test(words) || (found.kind === "email" && putIn.test(words))) return true
  if (numberDoes.test(words)) return true
  if (theyUse.test(words) || cameFrom.test(words)) return true
  if (theyHave.test(words) || whoDid.test(words) || theyDidInEnglish.test(words)) return true
  return isSubject.test(words) && itSells.test(text.slice(found.end, found.end + 30))
}

/** `text`: folded. */
export function isAccused(text: string, found: Found): boolean {
  if (found.kind === "bank-account") {
    const words = wordsBefore(text, found.start, 80)
    if (receiving.test(words) && !ownToReceive.test(words)) return true
    if (fromTo.test(words) && !returned.test(words)) return true
    if (paysHere.test(words) && forThem.test(wordsAfter(text, found.end, 40))) return true
    return paidInto.test(words) && !backToThem.test(words) && !ofAnOwner.test(wordsAfter(text, found.end, 30))
  }
  if (found.kind !== "phone" && found.kind !== "social" && found.kind !== "email") return false
  const words = wordsBefore(text, found.start, 110)
  if (theirOwnCalled.test(words)) return false
  if (wallet.test(words) && !ofAnOwner.test(wordsAfter(text, found.end, 30))) return true
  if (before.some((pattern) => pattern.test(words)) || cameIn.test(words) || theirList.test(words))
    return true
  if (pretended.test(words) && !calledThere.test(words) && !ownWords.test(words)) return true
  const after = wordsAfter(text, found.end, 50)
  if (introduced.test(words)) return false
  return (behind.test(after) || doesIt.test(after)) && !calledThere.test(words) && !owned.test(words)
}
