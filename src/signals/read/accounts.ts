/** Which runs of digits are bank accounts, and at which bank: `BIN:account`. */
import { digitsOf, type Group, isAmount, type Run } from "./digits.ts"
import { type Folded, wordsBefore } from "./fold.ts"
import type { Found } from "./identifiers.ts"
import { phoneOf } from "./phones.ts"
import { bankName, banks, binOf, nearlyBank } from "./reference.ts"

const bins: ReadonlySet<string> = new Set(banks.values())

/** "VP-TK" and "đ/c TK" are not the word: it stands alone. */
const accountWord =
  /(?<![a-z0-9/-])(?:stk|s\.t\.k|so tk|sotk|tk|tai khoan|acc|account|so tai khoan|atm)(?![a-z0-9])/g
const phoneWord =
  /\b(?:sdt|sđt|dt|dien thoai|dthoai|hotline|zalo|zl|viber|whatsapp|momo|vi|zalopay|call|goi|thue bao|may|sim|tong dai|dau so|ib|phone|tel|mobile|lien he|lh|sms|nhan tin|alo)\b/g
/** Money is sent right here: what stands behind is where it goes, even where nobody says "account". */
const sentTo =
  /\b(?:chuyen(?: khoan| tien)?|ck|bank|gui(?: tien)?|nop(?: tien)?|nap(?: tien)?|nhan tien)(?: (?:het|luon|tiep|den|nham|qua|vao|vo|vô|toi|sang|cho|no|ho|chung|tai)){1,4}[\s:(]*(?:so )?$/

const sentInEnglish = /\b(?:sent|transferred|remitted|wired|paid|payment|deposited)\b[^;]{0,46} to\s*$/

export type Around = {
  before: string
  after: string
  last: Found | undefined
  bankTaken: Set<number>
  run: Run
}

export function accountAt(folded: Folded, groups: Group[], around: Around) {
  const [first] = groups
  if (first === undefined) return null
  const some = accountGroups(groups, around)
  const digits = digitsOf(some)
  const end = some.at(-1)?.end ?? first.end
  if (digits.length < 6 || digits.length > 19) return null
  const near = wordsBefore(folded.text, first.start, 60)
  const bank = bankNear(folded.text, first.start, end, around.bankTaken)
  const isPhone = phoneOf(digits, around.run.plus) !== null
  if (isAmount(around.run, around.after) && !announced.test(near)) return null
  const inList = follows(folded.text, first, around.last)
  const said = isPhone && !inList ? sinceAccount(near, first, around.last) : near
  if (!speaksOfAccount(said, digits, { bank, isPhone, follows: inList })) return null
  if (bank !== null) around.bankTaken.add(bank.at)
  const value = bank === null ? accountOf(digits) : `${bank.bin}:${digits}`
  const found: Found = { kind: "bank-account", value, start: first.start, end }
  return { found, groups: some.length }
}

/** "STK 121.200.034", "Nam A 121.200.034": digits in threes right behind the word or a bank are no sum of money. */
const announced = new RegExp(`(?:stk|tk|tai khoan|account|${bankName})(?: bank)?(?: so)?\\W{0,3}$`)

/** A card's number begins with the BIN of its bank (NAPAS: 9704…, sixteen or nineteen digits). */
export function accountOf(digits: string): string {
  const bin = digits.slice(0, 6)
  return (digits.length === 16 || digits.length === 19) && bins.has(bin)
    ? `${bin}:${digits}`
    : `unknown:${digits}`
}

/** "tài khoản 1903… theo lời số 0912…": the word belongs to the account before, and says nothing of this number. */
function sinceAccount(before: string, first: Group, last: Found | undefined): string {
  if (last?.kind !== "bank-account") return before
  return before.slice(Math.max(0, before.length - (first.start - last.end)))
}

const counting = /^\s?(?:lan|tr|trieu|k|cu|ngay|h|p|phut|gio|nguoi|thang|tuan|cai|don)(?![a-z])/

/** A new line, or a new sentence, ends an account that is long enough, and so does a number that counts something. */
function accountGroups(groups: Group[], { run, after }: Around): Group[] {
  const some: Group[] = []
  for (const group of groups) {
    const length = digitsOf(some).length
    const ends = /^\.[ \n]|[\n()]/.test(group.before)
    if (length >= 6 && ends) break
    if (length + group.digits.length > 19) break
    const isLast = group === run.groups.at(-1)
    if (length >= 8 && isLast && group.digits.length <= 2 && counting.test(run.glued || after)) break
    some.push(group)
  }
  return some
}

type Speech = { bank: { adjacent: boolean } | null; isPhone: boolean; follows: boolean }

function speaksOfAccount(
  before: string,
  digits: string,
  { bank, isPhone, follows: inList }: Speech,
): boolean {
  const account = lastIndex(before, accountWord)
  const phone = lastIndex(before, phoneWord)
  if (account > phone && (!isPhone || isBeside(before.slice(account)))) return true
  if (inList && !isPhone) return true
  if (bank === null)
    return (
      !isPhone &&
      !/0{5,}$/.test(digits) &&
      digits.length > 7 &&
      (sentTo.test(before) || sentInEnglish.test(before))
    )
  if (!isPhone) return true
  return (
    bank.adjacent && (phone < 0 || sentTo.test(before)) && !/tu xung|nhan vien|goi/.test(before.slice(-25))
  )
}

/** "tk của nó là 09…" names an account; "nhầm tk hội viên, một người khác 09…" does not. */
const isBeside = (words: string) =>
  !/[,;]/.test(words.replace(/, ?so\s*$/, "")) && words.trim().split(/\s+/).length <= 6

/** "TK A, B và C": what is listed behind an account is an account. */
function follows(text: string, first: Group, last: Found | undefined): boolean {
  return (
    last?.kind === "bank-account" &&
    /^[\s,;/&]*(?:va|hoac|voi)?[\s,;/]*$/.test(text.slice(last.end, first.start))
  )
}

const filler =
  "[\\s,:(/.-]|\\b(?:tai|deu|thuoc|o|ben|mo|mo tai|nh|ngan hang|tmcp|cua|cung|ten|chu tk|bank|at|with)\\b"
const behind = new RegExp(`^(?:${filler}){0,8}?(${bankName})`)
/** "1018 2277 66 / NGUYEN THI T / Vietcombank": the owner's name between. */
const behindName = new RegExp(
  `^\\s?[/,(|-]+\\s?(?:(?:ten|chu tk|chu tai khoan|ctk)\\b[\\s:]*)?[a-z.]{1,12}(?: [a-z.]{1,12}){1,4}\\s?[/,)|-]+\\s?(?:${filler}){0,4}?(${bankName})`,
)
/** "…, cháu chỉ nhớ là ngân hàng OCB": some words between, and the word for a bank before its name. */
const behindWords = new RegExp(`^[\\s,(:-]*(?:[a-z]{1,8} ){0,6}?(?:ngan hang|nh|bank) (${bankName})\\b`)
const ahead = new RegExp(`(${bankName})[\\s:(),."-]{0,4}(?:[a-z.]{1,8}[\\s:().-]{1,3}){0,4}$`)
const bankWord = /\b[a-z]{2,14}(?: [a-z]{1,6})? ?bank\b|\b[a-z]{5,14}\b/g

/** The bank named beside a number; each name serves one number. */
function bankNear(text: string, start: number, end: number, taken: ReadonlySet<number>) {
  const window = text.slice(Math.max(0, start - 45), start)
  const cut = Math.max(window.lastIndexOf(";"), lastDigit(window))
  const before = ahead.exec(window.slice(cut + 1))
  const beforeAt = before === null ? -1 : start - window.length + cut + 1 + before.index
  const gap = before === null ? "" : before[0].slice(before[1]?.length ?? 0)
  if (before !== null && !taken.has(beforeAt) && gap.trim().length <= 1)
    return bankAt(before[1] ?? "", beforeAt, true)
  const tail = text.slice(end, end + 60)
  const after = behind.exec(tail.slice(0, 40)) ?? behindName.exec(tail) ?? behindWords.exec(tail)
  if (after !== null) {
    const offset = after[0].length - (after[1]?.length ?? 0)
    return bankAt(after[1] ?? "", end + offset, offset <= 2)
  }
  if (before !== null && !taken.has(beforeAt)) return bankAt(before[1] ?? "", beforeAt, false)
  return misspelt(text, start, end, taken) ?? bankOfSentence(text, start, taken)
}

const anyBank = new RegExp(bankName, "g")

/** "Thẻ Sacombank của em, số tài khoản 0602 …": named earlier in the sentence, no other number between. */
function bankOfSentence(text: string, start: number, taken: ReadonlySet<number>) {
  const said = wordsBefore(text, start, 100)
  const other = /^[\s\S]*\d{5,}\D/.exec(said.replace(/(\d)[ .](?=\d)/g, "$1\u0000"))
  const from = other === null ? 0 : other[0].length
  const named = [...said.slice(from).matchAll(anyBank)].at(-1)
  if (named === undefined) return null
  const at = start - said.length + from + named.index
  return taken.has(at) ? null : bankAt(named[0], at, false)
}

/** "saccombank", "viettin": a bank's name with a letter too many, too few or wrong, right beside the number. */
function misspelt(text: string, start: number, end: number, taken: ReadonlySet<number>) {
  const around = [
    { from: end, words: /^[^0-9;\n]{0,22}/.exec(text.slice(end, end + 22))?.[0] ?? "" },
    { from: start - 22, words: text.slice(Math.max(0, start - 22), start) },
  ]
  for (const { from, words } of around)
    for (const match of words.slice(Math.max(0, -from)).matchAll(bankWord)) {
      const bin = nearlyBank(match[0])
      const at = Math.max(0, from) + match.index
      if (bin !== null && !taken.has(at)) return { bin, at, adjacent: false }
    }
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
