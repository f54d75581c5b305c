/** Words for those who write, those who are harmed, and those who only claim to be somebody. */
export const me = "(?:toi|tui|to|em|e|minh|mk|mik|chau|tao|tớ|ck em|vk em)"
export const kin =
  "(?:ong gia|ba gia|ong cu|ba cu|ong noi|ba noi|ong ngoai|ba ngoai|me chong|me vo|bo vo|bo chong|ban em|ban toi|ban minh|ba|ong|chi|anh|co|chu|bac|cau|di|me|bo|ma|vo|chong|con(?: trai| gai| toi| em)?|chau|khach(?: hang)?|kh|nguoi bao(?: tin)?|nguoi (?:dan|goi|phan anh)|nan nhan|bi hai|nguoi nha|gia dinh|nha|chu thue bao|phu huynh|ph|thue bao|vk|bo me|ba ma|ban ay)"
/** An office whose own line is harmed; an account "of the company" is mostly the swindler's. */
export const office = "(?:cong ty|cty|co quan|truong|cua hang|quan|tiem)"
export const owner = `(?:${me}|${kin})`

export const claims = /\b(?:xung|tu nhan|gia|gia danh|mao danh|lua|no|chung|doi tuong|goi tu|so la|ke)\b/
export const notThem = /\b(?:ong|ba|chi|anh|co|thang|con) (?:ta|nay|kia|ho)\b/
