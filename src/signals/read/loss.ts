/**
 * How much is really lost: of all sums that a tip names, those that left. What was asked for, promised, borrowed, nearly lost or
 * stopped by a bank is no loss. Whether a sum left is weighed from labelled tips (`script/train-tips.ts`).
 */
import type { Folded } from "./fold.ts"
import { type Linear, modelOf, scoresOf, shares } from "./linear.ts"
import { type Place, signsAround } from "./role-features.ts"
import { type Sum, sumsIn } from "./sums.ts"

export const lossLabels = ["left", "stayed"] as const
const model = modelOf("losses")

/** Signs of each sum of đồng: the words around it, and how it stands to the other sums. */
export function lossSigns(folded: Folded, sums: readonly Sum[], identifiers: readonly Place[]): string[][] {
  const places = sums.map(({ vnd, foreign, start, end }) => ({
    start,
    end,
    kind: foreign === undefined ? "sum" : "foreign sum",
    value: String(vnd),
  }))
  const all = [...places, ...identifiers].sort((one, other) => one.start - other.start)
  const known = sums.flatMap(({ vnd }) => (vnd === null ? [] : [vnd]))
  const largest = Math.max(...known)
  return places.map((place, at) => {
    const vnd = sums[at]?.vnd ?? 0
    const before = known.slice(0, known.indexOf(vnd))
    return [
      ...signsAround(folded, all, place),
      ...(isTotal(folded.text, place.start) ? ["total"] : []),
      ...saidOf(folded.text, place, at > 0 ? (places[at - 1]?.end ?? 0) : 0),
      ...(isDenied(folded.text) ? ["denied"] : []),
      ...(vnd === largest ? ["largest"] : []),
      ...(known.length === 1 ? ["only sum"] : []),
      ...(known.filter((one) => one === vnd).length > 1 ? ["told twice"] : []),
      ...(before.length > 1 && before.reduce((all, one) => all + one, 0) === vnd ? ["adds up"] : []),
      `digits=${Math.floor(Math.log10(Math.max(1, vnd)))}`,
    ]
  })
}

const verb =
  "(?:chuyen(?: khoan)?|ck|nap|mat|dong|coc|dat coc|bi tru|tru|bi rut|rut|gui|nop|dua|tra|thiet hai|bay|bank|gop|quet|bi quet|hut|hot|boc hoi|di|thanh toan|mua|lost|sent|paid|pay|transferred|deposit(?:ed)?)"
/** Words that say of a sum, right before or behind it, that it left; that it was wanted; that it came in. */
const sayings: readonly (readonly [string, "before" | "behind", RegExp])[] = [
  ["left", "before", new RegExp(`\\b${verb}\\b[^.;]{0,30}$`)],
  ["left beside", "before", new RegExp(`\\b${verb}(?: [a-z]{1,7}){0,2}[\\s:]*$`)],
  ["did", "before", /\b(?:da|vua|moi|lo|nen|lien|roi|xong|het|bi|sau do|hom|hoi)\b[^.;]{0,24}$/],
  [
    "wanted",
    "before",
    /\b(?:doi|bat|yeu cau|keu|phai|de nghi|giuc|moi|them|nua|neu|hua|se|can|xin|hoi|phi la|gia)\b[^.;]{0,28}$/,
  ],
  [
    "wanted still",
    "before",
    /\b(?:doi|bat|yeu cau|keu|bao|phai|giuc)\b[^.;]{0,20}\b(?:them|tiep|nua)\b[^.;]{0,14}$/,
  ],
  ["not done", "before", /\b(?:chua|khong|ko|k|dinh|suyt|toan|sap|xem|not|nearly|almost)\b[^.;]{0,24}$/],
  [
    "came in",
    "before",
    /\b(?:nhan (?:duoc|ve)?|tra cong|tra lai|hoan|lai|thuong|trung|tang|giai ngan|vay|muon|rut duoc|co|duoc|luong|thu nhap|tu dung)\b[^.;]{0,20}$/,
  ],
  [
    "once",
    "before",
    /\b(?:lan truoc|truoc do|hoi|nam ngoai|vu dau|vu goc|vu truoc|lan dau|ban dau|luc dau)\b[^.;]{0,40}$/,
  ],
  [
    "behind gone",
    "behind",
    /^[\s,]*(?:dong|vnd|d)?[^.;]{0,30}\b(?:vao|vo|vô|sang|qua|cho|xong|roi|di|bay|mat|chan|lan|left|to)\b/,
  ],
  [
    "behind wanted",
    "behind",
    /^[^.;]{0,24}\b(?:nua moi|moi (?:cho|giai|rut|giao|mo|duoc)|thi (?:moi|se)|chua|toi khong|em khong|khong (?:dua|chuyen|co))\b/,
  ],
  ["a time", "behind", /^\s?(?:\/|moi|mot)\s?(?:thang|ngay|gio|nam|don|san pham|lan)\b/],
]

const isTotal = (text: string, start: number) =>
  /\b(?:tong(?: cong| so| mat| thiet hai)?|tat ca|ca thay|het thay|total(?:ling)?|in total|altogether|mat het|het|gom het)\b[^.;]{0,40}$/.test(
    text.slice(Math.max(0, start - 60), start),
  )

/** Nothing was lost: nobody paid, installed or believed it, or luck had it so. */
const denied =
  /\b(?:chua|khong|ko|k|hok|kg|dau co) (?:ai |co ai |co |bi |dam |he |kip )?(?:mat (?:tien|gi|dong|xu|mat)|chuyen|ck|thiet hai|phat sinh|ghi nhan|nap|bam|doc|lam theo|lam gi|cai|dat coc|coc|dong|tai|nop|quet|nhap|tra (?:tien|no|lai|cho)|gui (?:tien|gi)|dua tien)\b|\b(?:em|e|toi|minh|chi|anh|ba|ong|nha em|nha toi) (?:chua|khong|ko) tra\b|\b(?:khong|ko|k|chua) (?:gui|chuyen|mat|dua|ck|nop) (?:dong|xu) nao\b|\b(?:gia dinh|nguoi nha|nha|bo|me|ba|vo|chong|em|toi|minh|con) (?:[a-z]{1,6} )?(?:chua|khong|ko) (?:gui|chuyen|ck|dua|tra)\b(?! (?:duoc|kip))|\bchua dat\b|\bkhong thiet hai|\bkip (?:thoi )?(?:dung|ngan|chan|huy)|chua co thiet hai|\bmay (?:ma|sao|thay)\b|[.!,]\s*may (?:la|the|em|e|me|toi|minh|bo|ba|con)\b|\bsuyt\b/
export const isDenied = (text: string) => denied.test(text)
function saidOf(text: string, { start, end }: Place, previousEnd: number): string[] {
  const before = text.slice(Math.max(0, start - 80, previousEnd), start)
  const behind = text.slice(end, end + 50)
  const said = sayings
    .filter(([, side, pattern]) => pattern.test(side === "before" ? before : behind))
    .map(([name]) => name)
  return [
    ...said.map((one) => `said ${one}`),
    `said all=${said.filter((one) => !one.startsWith("behind")).join("+")}`,
  ]
}

/** "lừa tôi chuyển 5 triệu", "bị mất hết 12tr"; "bắt mẹ nộp 30 triệu" only asks. */
const whom = "(?:toi|em|minh|chau|con|me|bo|ba|ong|chi|anh|vo|chong|nguoi nha|ho)"
const plainlyGone = new RegExp(
  `(?<!\\b(?:khong|chua|suyt|dinh|neu|se|not|nearly|almost|never) (?:bi )?)\\b(?:lost(?: about| around| over| all| another)?|stole|scammed (?:me|us|him|her|my [a-z]+) (?:out )?of|cheated (?:me|us) (?:out )?of|took|lua(?: dao)?|chiem doat|bi mat|mat|da (?:chuyen|nop|nap|mat)|vua (?:chuyen|nap|nop))(?: (?:${whom}|chuyen|mat|lay|het|nop|nap|tong cong|so tien)){0,4}[\\s:]*$`,
)
const plainlyAsked = new RegExp(
  `\\b(?:bat|doi|yeu cau|keu|bao|ep|giuc|moi|xui|du)(?: (?:${whom}|phai)){0,2} (?:chuyen|nop|nap|dong|gui|coc|tra|ck)(?: [a-z]{1,6}){0,2}[\\s:]*$`,
)

/** Whole đồng; null where nothing left, or where the words do not say how much. `weights`: another model, to measure it. */
export function lossIn(
  folded: Folded,
  identifiers: readonly Place[],
  weights: Linear = model(),
): number | null {
  const sums = sumsIn(folded, identifiers)
  const signs = lossSigns(folded, sums, identifiers)
  const left = sums.filter((sum, at) => {
    if (sum.vnd === null) return false
    const share = shares(scoresOf(weights, signs[at] ?? []))[0] ?? 0
    const before = folded.text.slice(Math.max(0, sum.start - 60), sum.start)
    if (plainlyGone.test(before) && !isDenied(folded.text)) return share >= 0.03
    return share >= (plainlyAsked.test(before) ? 0.85 : isDenied(folded.text) ? 0.7 : 0.5)
  })
  return addedUp(
    folded.text,
    left.map((sum) => ({ vnd: sum.vnd ?? 0, start: sum.start })),
  )
}

/** A total counts alone, and a sum told twice once. */
function addedUp(text: string, left: readonly { vnd: number; start: number }[]): number | null {
  const different = [...new Map(left.map((sum) => [sum.vnd, sum])).values()]
  if (different.length === 0) return null
  const all = different.reduce((sum, { vnd }) => sum + vnd, 0)
  const total = different.length > 2 ? different.find(({ vnd }) => vnd * 2 === all) : undefined
  const told = different
    .filter(({ start }) => isTotal(text, start))
    .sort((one, other) => other.vnd - one.vnd)[0]
  return total?.vnd ?? (different.length > 1 && told !== undefined ? told.vnd : all)
}
