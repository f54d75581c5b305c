/** Sums as people write them, and how much of them is really lost. Whole đồng. */
export type Sum = { vnd: number; start: number; end: number }

const amounts =
  /(?<![a-z0-9.,])(\d{1,3}(?:[.,]\d{3}){1,4}|\d{1,12}(?:[.,]\d{1,2})?)\s?(k|nghin|ngan|tr|trieu|cu|ty|ti|d|dong|vnd)?(\d{1,3})?(?![a-z0-9])/g
const scale: Readonly<Record<string, number>> = {
  k: 1_000,
  nghin: 1_000,
  ngan: 1_000,
  tr: 1_000_000,
  trieu: 1_000_000,
  cu: 1_000_000,
  ty: 1_000_000_000,
  ti: 1_000_000_000,
}

export function sumsIn(text: string): Sum[] {
  const sums: Sum[] = []
  for (const match of text.matchAll(amounts)) {
    const vnd = vndOf(match[1] ?? "", match[2], match[3])
    if (vnd !== null) sums.push({ vnd, start: match.index, end: match.index + match[0].length })
  }
  return sums
}

function vndOf(number: string, unit: string | undefined, rest: string | undefined): number | null {
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(number)
  const factor = scale[unit ?? ""]
  if (factor === undefined) {
    if (rest !== undefined || !isGrouped) return null
    const vnd = Number(number.replace(/[.,]/g, ""))
    return vnd >= 10_000 ? vnd : null
  }
  const base = isGrouped ? Number(number.replace(/[.,]/g, "")) : Number(number.replace(",", "."))
  // "3tr2" is 3.200.000, "31tr200" is 31.200.000.
  const tail = rest === undefined ? 0 : (Number(rest) / 10 ** rest.length) * factor
  return Math.round(base * factor + tail)
}

const lost =
  /\b(?:chuyen(?: khoan)?|ck|nap|mat|dong|coc|bi tru|tru|bi rut|rut|gui|nop|dua|tra|thiet hai|uoc tinh|gia tri thiet hai|bay|chuyen di|gop|bank|order|cho muon|cho vay|thu truoc|lan \d+|lan|thi)\b[^.;]{0,40}$/
const demanded =
  /\b(?:doi|yeu cau|bao|phai|bat|doa|neu|them|xin|hua|se|duyet|de nghi|hoan|duoc|lai|thuong|tang|giam gia|no tien|con no|so tien|quyet dinh phat|tri gia|lai len|dung lenh|kip dung|chua)\b[^.;]{0,28}$/
const totalled =
  /\b(?:tong(?: cong| mat| ck| so tien| thiet hai)?|mat het|het)\b[^.;0-9]{0,30}(?:\d+ (?:lan|don)[^.;0-9]{0,8})?$/

/** Nothing was lost: nobody paid, installed or believed it, or luck had it so. */
const denied =
  /\b(?:chua|khong|ko|k|hok|kg|dau co) (?:ai |co ai |co |bi |dam |he |kip )?(?:mat (?:tien|gi|dong|xu|mat)|chuyen|ck|thiet hai|phat sinh|ghi nhan|nap|bam|doc|lam theo|lam gi|cai|dat coc|coc|dong|tai|nop|quet|nhap|tra (?:tien|no|lai|cho)|gui (?:tien|gi)|dua tien)\b|\b(?:em|e|toi|minh|chi|anh|ba|ong|nha em|nha toi) (?:chua|khong|ko) tra\b|\bchua dat\b|\bkhong thiet hai|\bkip (?:thoi )?(?:dung|ngan|chan|huy)|chua co thiet hai|\bmay (?:ma|sao|thay)\b|[.!,]\s*may (?:la|the|em|e|me|toi|minh|bo|ba|con)\b|\bsuyt\b/
export const isDenied = (text: string) => denied.test(text)
const plainlyLost =
  /\b(?:mat|tong(?: cong| mat| ck| thiet hai)?|bi tru|bi chuyen|da chuyen|vua chuyen|thiet hai)[^.;0-9]{0,14}\d/

/** What the text says is lost: its total where it gives one, else the sums that left. Null when none did. */
export function lossIn(text: string): number | null {
  if (isDenied(text) && !plainlyLost.test(text)) return null
  const found = sumsIn(text).map((sum) => ({
    ...sum,
    before: text.slice(Math.max(0, sum.start - 60), sum.start),
  }))
  const total = found.filter((sum) => totalled.test(sum.before)).at(-1)
  if (total !== undefined) return total.vnd
  const left = found.filter((sum) => lost.test(sum.before) && !demanded.test(sum.before.slice(-34)))
  return left.length === 0 ? null : left.reduce((all, sum) => all + sum.vnd, 0)
}
