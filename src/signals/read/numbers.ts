/** Which runs of digits are telephone numbers, which are bank accounts, and which are nobody's business. */
import { digitRuns, digitsOf, type Group, isAmount, type Run } from "./digits.ts"
import { type Folded, wordsBefore } from "./fold.ts"
import type { Claims, Found } from "./identifiers.ts"
import { phoneOf } from "./phones.ts"
import { bankName, binOf, hotlines } from "./reference.ts"

const accountWord = /\b(?:stk|s\.t\.k|so tk|sotk|tk|tai khoan|acc|account|so tai khoan|atm)\b/g
const phoneWord =
  /\b(?:sdt|sđt|dt|dien thoai|dthoai|hotline|zalo|viber|whatsapp|momo|vi|zalopay|call|goi|thue bao|may|sim|tong dai|dau so|ib|phone|tel|mobile|lien he|lh|sms|nhan tin)\b/g
/** Numbers of papers, parcels, machines and places: not identifiers (the labels' own rule). */
const paperWord =
  /\b(?:can cuoc(?: cong dan)?|cccd|cmnd|cmt|chung minh|ho chieu|passport|mst|ma so thue|bhxh|bhyt|bao hiem(?: xa hoi| y te)?|ma (?:don|van don|vd|kh|khach hang|hop dong|giu cho|dat cho|ho so|the|giao dich|gd|so)|don hang(?: so)?|van don|hop dong(?: so)?|hd so|seri|serial|imei|the cao|bien so|bks|bs|toa do|so the|the (?:tin dung|atm|visa)(?: so)?|so ho so|quyet dinh so|cong van so|otp|vi (?:usdt|btc|tien ao)|giay phep|so khung|so may)\b(?:[\s:.,"(#-]|so|la|cua|nha|toi|em|e|minh|ong|ba|chi|anh|no|ghi|dung|ten|nguoi mua|khach){0,8}$/

export function findNumbers(folded: Folded, claims: Claims): Found[] {
  const found: Found[] = []
  const bankTaken = new Set<number>()
  for (const run of digitRuns(folded.text)) {
    if (!claims.isFree(run.start, run.end)) continue
    for (const one of readRun(folded, run, found.at(-1), bankTaken)) {
      claims.take(one.start, one.end)
      found.push(one)
    }
  }
  return found
}

function* readRun(
  folded: Folded,
  run: Run,
  previous: Found | undefined,
  bankTaken: Set<number>,
): Generator<Found> {
  const { text } = folded
  const after = text.slice(run.end, run.end + 30)
  const isMasked = /^[x*]/.test(run.glued) || /[x*]$/.test(text.slice(Math.max(0, run.start - 1), run.start))
  if (isMasked) return
  const before = wordsBefore(text, run.start, 70)
  if (paperWord.test(before)) return
  let last = previous
  for (let at = 0; at < run.groups.length; ) {
    const rest = run.groups.slice(at)
    const one =
      accountAt(folded, rest, { before, after, last, bankTaken, run }) ??
      phoneAt(rest, run, at) ??
      shortCodeAt(text, rest, before, after)
    if (one === null) {
      at += 1
      continue
    }
    yield one.found
    last = one.found
    at += one.groups
  }
}

type Read = { found: Found; groups: number }

function phoneAt(groups: Group[], run: Run, at: number): Read | null {
  const plus = run.plus && at === 0
  let best: Read | null = null
  for (let count = 1; count <= Math.min(groups.length, 8); count += 1) {
    const some = groups.slice(0, count)
    const value = phoneOf(digitsOf(some), plus)
    const [first, last] = [some[0], some.at(-1)]
    if (value === null || first === undefined || last === undefined) continue
    const found: Found = { kind: "phone", value, start: at === 0 ? run.start : first.start, end: last.end }
    if (hotlines.has(value)) found.role = "official-mentioned"
    best = { found, groups: count }
    // A Vietnamese number has one length: what follows is the next number.
    if (!plus || value.startsWith("+84")) break
  }
  return best
}

const called =
  /(?:goi|bao|hotline|tong dai|dau so|so|nhan(?: tin)?|gui|tra(?: cuu)?|toi|cho|voi|qua|va|hoac|soan|dc|duoc|den|,|\+|\/|\()\s*(?:so |cho |toi |den |tin )?$/
const counted =
  /^\s?(?:k|tr|trieu|ty|d|dong|vnd|%|m|km|cuoc|lan|ngay|gio|phut|thue bao|nguoi|ho|cai|thang|nam|tuoi|don|goi|tin|truong hop|-|\/|:|,\d|h)(?![a-z])/

/** "113", "156": only those on the list, and only where the words call or text them. */
function shortCodeAt(text: string, groups: Group[], before: string, after: string): Read | null {
  const [first] = groups
  if (first === undefined || groups.length > 1 || !hotlines.has(first.digits) || first.digits.length > 5)
    return null
  if (
    counted.test(after) ||
    !called.test(before) ||
    /[a-z0-9]$/.test(text.slice(first.start - 1, first.start))
  )
    return null
  const found: Found = {
    kind: "phone",
    value: first.digits,
    start: first.start,
    end: first.end,
    role: "official-mentioned",
  }
  return { found, groups: 1 }
}

type Around = {
  before: string
  after: string
  last: Found | undefined
  bankTaken: Set<number>
  run: Run
}

function accountAt(folded: Folded, groups: Group[], around: Around): Read | null {
  const [first] = groups
  if (first === undefined) return null
  const some = accountGroups(groups)
  const digits = digitsOf(some)
  const end = some.at(-1)?.end ?? first.end
  if (digits.length < 6 || digits.length > 19) return null
  const near = { before: wordsBefore(folded.text, first.start, 60), after: folded.text.slice(end, end + 30) }
  const bank = bankNear(folded.text, first.start, end, around.bankTaken)
  const isPhone = phoneOf(digits, around.run.plus) !== null
  if (isAmount(around.run, around.after) && !/(?:stk|tk|tai khoan)\W{0,3}$/.test(near.before)) return null
  const inList = follows(folded.text, first, around.last)
  const said = isPhone && !inList ? sinceAccount(near.before, first, around.last) : near.before
  if (!speaksOfAccount(said, { bank, isPhone, follows: inList })) return null
  if (bank !== null) around.bankTaken.add(bank.at)
  const value = `${bank?.bin ?? "unknown"}:${digits}`
  return { found: { kind: "bank-account", value, start: first.start, end }, groups: some.length }
}

/** "tài khoản 1903… theo lời số 0912…": the word belongs to the account before, and says nothing of this number. */
function sinceAccount(before: string, first: Group, last: Found | undefined): string {
  if (last?.kind !== "bank-account") return before
  return before.slice(Math.max(0, before.length - (first.start - last.end)))
}

/** A line break ends an account that is long enough: the next line is another number. */
function accountGroups(groups: Group[]): Group[] {
  const some: Group[] = []
  for (const group of groups) {
    const length = digitsOf(some).length
    if (length >= 6 && (group.before === "\n" || group.before.includes("(") || group.before.includes(")")))
      break
    if (length + group.digits.length > 19) break
    some.push(group)
  }
  return some
}

type Speech = { bank: { adjacent: boolean } | null; isPhone: boolean; follows: boolean }

function speaksOfAccount(before: string, { bank, isPhone, follows: inList }: Speech): boolean {
  const account = lastIndex(before, accountWord)
  const phone = lastIndex(before, phoneWord)
  if (account > phone) return true
  if (inList && !isPhone) return true
  if (bank === null) return false
  if (!isPhone) return true
  return bank.adjacent && phone < 0 && !/tu xung|nhan vien|goi/.test(before)
}

/** "TK A, B và C": what is listed behind an account is an account. */
function follows(text: string, first: Group, last: Found | undefined): boolean {
  return (
    last?.kind === "bank-account" &&
    /^[\s,;/&]*(?:va|hoac|voi)?[\s,;/]*$/.test(text.slice(last.end, first.start))
  )
}

const behind = new RegExp(`^(?:[\\s,:(-]|tai|o|nh|ngan hang|tmcp|cua|ten|chu tk){0,8}?(${bankName})`)
const ahead = new RegExp(`(${bankName})[\\s:()."-]{0,4}(?:[a-z.]{1,6}[\\s:().-]{1,3}){0,4}$`)

/** The bank named beside a number; each name serves one number. */
function bankNear(text: string, start: number, end: number, taken: ReadonlySet<number>) {
  const window = text.slice(Math.max(0, start - 45), start)
  const cut = Math.max(window.lastIndexOf(";"), lastDigit(window))
  const before = ahead.exec(window.slice(cut + 1))
  const beforeAt = before === null ? -1 : start - window.length + cut + 1 + before.index
  const gap = before === null ? "" : before[0].slice(before[1]?.length ?? 0)
  if (before !== null && !taken.has(beforeAt) && gap.trim().length <= 1)
    return bankAt(before[1] ?? "", beforeAt, true)
  const tail = text.slice(end, end + 40)
  const after = behind.exec(tail)
  if (after !== null) {
    const offset = after[0].length - (after[1]?.length ?? 0)
    return bankAt(after[1] ?? "", end + offset, offset <= 2)
  }
  if (before !== null && !taken.has(beforeAt)) return bankAt(before[1] ?? "", beforeAt, false)
  return null
}

function bankAt(name: string, at: number, adjacent: boolean) {
  const bin = binOf(name)
  return bin === null ? null : { bin, at, adjacent }
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}

function lastDigit(text: string): number {
  for (let at = text.length - 1; at >= 0; at -= 1) if (/\d/.test(text.charAt(at))) return at
  return -1
}
