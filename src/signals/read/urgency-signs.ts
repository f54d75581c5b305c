/** What a tip says of time and of money, as signs for the model of the urgency; words written out and folded. */
import { isDenied } from "./loss.ts"
import { isContinuing, isPaid, wasAftermath } from "./urgency.ts"

const times: readonly (readonly [string, RegExp])[] = [
  [
    "minutes",
    /\b\d{1,2}\s?(?:p|ph|phut)\b(?! truoc khi)|\bnua (?:tieng|gio)\b|\b(?:mot|hai|vai|may|muoi) (?:phut|tieng)\b|\b[12] (?:tieng|gio) truoc\b/,
  ],
  [
    "just",
    /\bvua (?:moi|xong|bi|roi|qua|chuyen|nap|coc|dong|bam|doc|quet|thay|goi|nhan)\b|\bmoi (?:nay|day|vua|xong|chuyen|nap|coc)\b|\b(?:luc|khi|ban|hoi) nay\b|\bnay gio\b/,
  ],
  ["today", /\b(?:sang|trua|chieu|toi|hom|bua|ngay|dem) nay\b|\bhnay\b|\b\d{1,2}h\d{0,2} nay\b/],
  [
    "now",
    /\bbay gio\b|\bgio (?:la|moi|dang|toi|em|no|ho|thi|van|\d)|\bhien (?:dang|van|nay|tai)\b|\bdang (?:o|ngoi|dung|cho|doi|goi|chuyen|bi)\b/,
  ],
  [
    "hurry",
    /\bgap\b|\bkhan\b|\bkip\b|\b(?:cuu|giup) (?:em|toi|minh|con|chau|ba|me|gap|voi)\b|\b(?:chan|phong toa|khoa|giu|dung)\b[^.]{0,25}\b(?:ngay|duoc|kip|giup|lai|lenh)\b/,
  ],
  ["bank", /\bdang\b[^.]{0,30}\b(?:quay|ngan hang|chi nhanh|phong giao dich)\b|\btra soat\b/],
  ["yesterday", /\bhom (?:qua|kia)\b|\bhqua\b|\b(?:toi|dem|chieu|sang) (?:qua|hom qua|hom kia)\b/],
  ["date", /\b(?:ngay|hom|tu) \d{1,2}[/.-]\d{1,2}\b|\b\d{1,2}\/\d{1,2}\b|\bngay \d{1,2}\b/],
  [
    "past",
    /\b(?:hom|bua|tuan|thang|dot|nam) (?:truoc|roi|ngoai)\b|\bhoi (?:thang|dau|cuoi|giua|tuan|he|tet)\b|\b(?:thang|nam) \d{1,4}\b|\bcach day\b|\b\d+ (?:ngay|tuan|thang) (?:truoc|nay|roi)\b|\bhom (?:sau|do|ay|chu|thu)\b|\bmua? truoc\b/,
  ],
  [
    "every day",
    /\b(?:ngay|dem|sang|tuan|trua|luc) nao cung\b|\bca ngay\b|\bmoi ngay\b|\blien tuc\b|\bmay (?:hom|ngay) (?:nay|lien)\b|\bsuot\b|\bcu \d/,
  ],
  [
    "going on",
    /\bvan (?:con|dang|tiep|goi|doi|cu|bi|hoat|rao|ban|nhan)\b|\btiep tuc\b|\bdang (?:rao|ban|doi|doa|lua|du|mo|chay|hoat|quang|muon|nhan|gia)\b|\bstill\b|\bkeeps?\b/,
  ],
  [
    "over",
    /\b(?:thi|moi) thoi\b|\bhet (?:goi|nhay|roi)\b|\bda (?:nghi|dung|lay lai|huy|bo|xong|giai quyet)\b|\b(?:chan (?:luon|minh|em|toi|so|lien lac|het|roi)|no chan|block|bien mat|tat may|giai thue bao|bay mau|mat hut|lan mat|lan luon|hoan hon)\b/,
  ],
  [
    "more",
    /\b(?:doi|bat|keu|yeu cau|bao|phai|giuc|hen|neu)\b[^.;]{0,30}\b(?:tiep|them|nua|lan (?:2|3|4|5|hai|ba)|moi (?:cho|mo|rut))\b|\bchua (?:ai )?(?:tra|chuyen|nop|bam|coc|ck|dong|co ai)\b/,
  ],
  [
    "others",
    /\b(?:nhieu|bao nhieu|ca|may|\d+) (?:nguoi|ho|nha|khach|truong hop|ba con|hoc sinh|phu huynh)\b|\b(?:canh bao|mao danh|gia mao|phan anh|de nghi (?:chan|xu ly|ngan chan|kiem tra|vao cuoc))\b/,
  ],
  [
    "ruled out",
    /\b(?:da|duoc) (?:lay lai|thu hoi|hoan|tra lai|lam lai|giai quyet|khoa)\b|\bngan hang (?:khoa|giu) (?:lai|ngay|duoc)\b/,
  ],
  [
    "question",
    /\b(?:cho (?:toi|em|con|chau|minh|chi|bac) hoi|co (?:phai|duoc|bi|ai)|lam sao|phai lam gi|the nao)\b|\?/,
  ],
]
const clock = /\b\d{1,2}\s?(?:h|gio|:)\s?\d{0,2}\b/g

const minutesNear = 150

/** Two times of one day that are close to each other: when it happened, and when it is told. */
function areNear(said: string): boolean {
  const times = [...said.matchAll(/\b(\d{1,2})\s?(?:h|gio|:)\s?(\d{2})?\b/g)]
    .slice(0, 20)
    .map((match) => Number(match[1]) * 60 + Number(match[2] ?? 0))
  return times.some((one, at) =>
    times.slice(at + 1).some((other) => Math.abs(other - one) <= minutesNear && other !== one),
  )
}

export function urgencySigns(said: string, type: string, lost: number | null): string[] {
  const time = times.filter(([, pattern]) => pattern.test(said)).map(([name]) => name)
  const clocks = Math.min(3, said.match(clock)?.length ?? 0)
  if (clocks > 0) time.push(`clocks=${clocks}`)
  if (areNear(said)) time.push("clocks near")
  if (/^\s*\d{1,2}\s?(?:h|:|gio)\s?\d{0,2}\b/.test(said)) time.push("clock first")
  if (/^\s*(?:s|v|ld)\s*[[(]/.test(said)) time.push("forwarded")
  if (/^\s*v\s*[[(]/.test(said)) time.push("spam call")
  const loss = lost !== null
  const money = [
    loss ? "loss" : "no loss",
    ...(isPaid(said) ? ["paid"] : []),
    ...(isDenied(said) ? ["denied"] : []),
    ...(wasAftermath(said) ? ["aftermath"] : []),
    ...(isContinuing(said) ? ["continuing"] : []),
  ]
  const out = [...time, ...money].map((one) => `T ${one}`)
  for (const one of time) for (const other of money) out.push(`T ${one}+${other}`)
  for (const [at, one] of time.entries())
    for (const other of time.slice(at + 1)) out.push(`T ${one}+${other}`)
  for (const one of money) out.push(`T ${type}+${one}`)
  out.push(`T ${type}`)
  return out
}
