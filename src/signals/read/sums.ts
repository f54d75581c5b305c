/**
 * Sums of money as people write them: "3tr5", "3 triệu rưỡi", "hai trăm ba mươi triệu", "1 tỷ 2", "50 củ", "2 lít", "nửa tỷ",
 * "15 million dong", "$200". Whole đồng; money of another country is told in its own units, never converted.
 */
import { type Folded, typed } from "./fold.ts"
import { digitOf, isWord, numeralAt, type Word } from "./numerals.ts"

export type Sum = {
  /** Null where the words leave it open: "vài chục triệu", "5-7 triệu"; or where the money is not đồng. */
  vnd: number | null
  /** Money of another country, as told. */
  foreign?: { amount: number; currency: string }
  /** Half-open, in the folded text. */
  start: number
  end: number
}

type Token = Word & { digits: string | null; start: number; end: number }

const scale: Readonly<Record<string, number>> = {
  k: 1e3,
  nghin: 1e3,
  ngan: 1e3,
  ngin: 1e3,
  ng: 1e3,
  canh: 1e3,
  thousand: 1e3,
  lit: 1e5,
  xi: 1e5,
  tr: 1e6,
  trieu: 1e6,
  cu: 1e6,
  chai: 1e6,
  m: 1e6,
  mil: 1e6,
  million: 1e6,
  ty: 1e9,
  ti: 1e9,
  billion: 1e9,
  d: 1,
  dong: 1,
  vnd: 1,
}
/** Units that are also other words: only as they are typed here. */
const typedAs: Readonly<Record<string, readonly string[]>> = {
  ngan: ["ngàn", "ngan"],
  canh: ["cành", "canh"],
  lit: ["lít", "lit"],
  xi: ["xị", "xi"],
  cu: ["củ", "cu"],
  ti: ["tỉ", "ti"],
  ty: ["tỷ", "tỹ", "ty"],
  d: ["đ", "d"],
  dong: ["đồng", "dong"],
}
/** Litres of petrol, branches, metres and bottles stand alone too: these units say money only beside it. */
const needsMoney = new Set(["canh", "lit", "xi", "chai", "m"])
const moneyNear =
  /\b(?:mat|ck|chuyen|chuyen khoan|bank|nap|coc|gui|tra|dong|nop|lua|bay|hut|het|tong|tien|vay|muon|cho|no|gia|doi|du|dua|rut|tru|lost|sent|paid|pay|transfer(?:red)?|took|stole|owe[ds]?|worth|deposit(?:ed)?)\b[^.;]{0,20}$/
/** Whoever writes so counts money: "15m dong" is no metres of copper. */
const inEnglish =
  /\b(?:lost|sent|paid|pay|transfer(?:red)?|took|stole|owe[ds]?|worth|deposit(?:ed)?)\b[^.;]{0,30}$/

const currencies: readonly (readonly [string, RegExp])[] = [
  ["USD", /^(?:usd|dollars?|bucks)$/],
  ["USDT", /^(?:usdt|tether)$/],
  ["EUR", /^(?:eur|euros?)$/],
  ["GBP", /^(?:gbp|pounds?)$/],
  ["KRW", /^(?:won|krw)$/],
  ["JPY", /^(?:yen|jpy)$/],
  ["CNY", /^(?:cny|rmb|ndt|yuan)$/],
]

const sumsMax = 200
const tokenPattern = /\d[\d.,]*|[a-z]+|[$€£]/g

/** `taken`: stretches that are something else already, such as accounts. At most `sumsMax` sums. */
export function sumsIn(folded: Folded, taken: readonly { start: number; end: number }[] = []): Sum[] {
  const tokens = tokensOf(folded, taken)
  const sums: Sum[] = []
  for (let at = 0; at < tokens.length && sums.length < sumsMax; ) {
    const read = foreignAt(tokens, at) ?? sumAt(folded.text, tokens, at)
    if (read === null) {
      at += 1
      continue
    }
    sums.push(read.sum)
    at = read.next
  }
  return sums
}

function tokensOf(folded: Folded, taken: readonly { start: number; end: number }[]): Token[] {
  const tokens: Token[] = []
  let other = 0
  for (const match of folded.text.matchAll(tokenPattern)) {
    const start = match.index
    const bare = match[0].replace(/[.,]+$/, "")
    const end = start + bare.length
    while (other < taken.length && (taken[other]?.end ?? 0) <= start) other += 1
    const isTaken = other < taken.length && (taken[other]?.start ?? 0) < end
    const isNumber = /^\d/.test(bare)
    tokens.push({
      bare: isTaken ? "" : bare,
      typed: isTaken ? "" : typed(folded, start, end).toLowerCase(),
      digits: isNumber && !isTaken ? bare : null,
      start,
      end,
    })
  }
  return tokens
}

type Read = { sum: Sum; next: number }

function foreignAt(tokens: readonly Token[], at: number): Read | null {
  const [first, second] = [tokens[at], tokens[at + 1]]
  if (first === undefined || second === undefined) return null
  const sign = { $: "USD", "€": "EUR", "£": "GBP" }[first.bare]
  const [number, next] = sign === undefined ? [first, at + 1] : [second, at + 2]
  if (number.digits === null) return null
  const thousands = isUnit(tokens[next], "k") ? 1_000 : isUnit(tokens[next], "million") ? 1e6 : 1
  const word = tokens[next + (thousands === 1 ? 0 : 1)]
  const currency =
    sign ??
    (word?.bare === "$" ? "USD" : undefined) ??
    (word?.typed === "đô" || (word?.bare === "do" && tokens[next + 1]?.bare === "la") ? "USD" : undefined) ??
    currencies.find(([, pattern]) => pattern.test(word?.bare ?? ""))?.[0]
  if (currency === undefined || (sign === undefined && (word?.start ?? 0) - number.end > 10)) return null
  const last = sign === undefined ? word : thousands === 1 ? number : tokens[next]
  const sum = {
    vnd: null,
    foreign: { amount: plainNumber(number.digits) * thousands, currency },
    start: first.start,
    end: last?.end ?? number.end,
  }
  return { sum, next: next + (sign === undefined ? 1 : 0) + (thousands === 1 ? 0 : 1) }
}

const isUnit = (token: Token | undefined, unit: string) => token?.bare === unit

/** A number, its unit, and what follows it in smaller units. */
function sumAt(text: string, tokens: readonly Token[], at: number): Read | null {
  const first = tokens[at]
  if (first === undefined || first.bare === "") return null
  // Digits tied to letters or to other digits before them are codes and dates.
  if (
    first.digits !== null &&
    /[a-z0-9]\.?$|[\d/]-?$/.test(text.slice(Math.max(0, first.start - 2), first.start))
  )
    return null
  const range = rangeAt(text, tokens, at)
  if (range !== null) return range
  const part = partAt(text, tokens, at)
  if (part === null) return bareSum(tokens, at)
  let { value, next } = part
  let unit = part.unit
  let isVague = part.isVague
  for (let steps = 0; steps < 4; steps += 1) {
    const rest = restAt(text, tokens, next, unit)
    if (rest === null) break
    value += rest.value
    next = rest.next
    isVague ||= rest.isVague
    if (rest.unit === null) break
    unit = rest.unit
  }
  if (unit > 1 && isUnitOf(tokens[next], 1)) next += 1
  const vnd = Math.round(value)
  if (vnd < 1_000 && !isVague) return null
  return {
    sum: { vnd: isVague ? null : vnd, start: first.start, end: tokens[next - 1]?.end ?? first.end },
    next,
  }
}

/** "186.000.000", without a unit: thousands in groups, no leading zero. */
function bareSum(tokens: readonly Token[], at: number): Read | null {
  const token = tokens[at]
  if (token?.digits == null || !/^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3}){0,3}$/.test(token.digits))
    return null
  const vnd = Number(token.digits.replace(/[.,]/g, ""))
  return vnd < 10_000 ? null : { sum: { vnd, start: token.start, end: token.end }, next: at + 1 }
}

type Part = { value: number; unit: number; next: number; isVague: boolean }

/** A number or a numeral with its unit: "3tr", "ba trăm nghìn", "3 chục triệu", "triệu rưỡi" without its one. */
function partAt(text: string, tokens: readonly Token[], at: number): Part | null {
  const token = tokens[at]
  if (token === undefined) return null
  const bare = unitAt(text, tokens, at)
  if (bare !== null && bare >= 1e3 && isWord(tokens[at + 1], "rưỡi", "rưởi") && token.bare.length > 1)
    return { value: bare, unit: bare, next: at + 1, isVague: false }
  let amount: number
  let next: number
  let isVague = false
  if (token.digits !== null) {
    amount = plainNumber(token.digits)
    next = at + 1
    if (isWord(tokens[next], "chục", "trăm") && amount < 100) {
      amount *= isWord(tokens[next], "chục") ? 10 : 100
      next += 1
    }
  } else {
    const numeral = numeralAt(tokens, at)
    if (numeral === null) return null
    amount = numeral.value
    next = at + numeral.words
    isVague = numeral.isVague
  }
  if (!isJoined(text, tokens, at, next)) return null
  const unit = unitAt(text, tokens, next)
  if (unit === null) return null
  if (unit === 1 && token.digits === null) return null
  return { value: amount * unit, unit, next: next + 1, isVague }
}

/** Words of one sum stand beside each other: spaces between, a line break at most. */
function isJoined(text: string, tokens: readonly Token[], from: number, last: number): boolean {
  for (let at = from; at < last; at += 1) {
    const [one, other] = [tokens[at], tokens[at + 1]]
    if (one !== undefined && other !== undefined && /[^ \n]/.test(text.slice(one.end, other.start)))
      return false
  }
  return true
}

function unitAt(text: string, tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]
  const factor = scale[token?.bare ?? ""]
  if (token === undefined || factor === undefined) return null
  if (typedAs[token.bare]?.includes(token.typed) === false) return null
  if (/^ngan$/.test(token.bare) && tokens[at + 1]?.bare === "hang") return null
  const isGlued = tokens[at - 1]?.end === token.start
  if (token.bare === "m" && !isGlued) return null
  if (needsMoney.has(token.bare) && !moneyNear.test(text.slice(Math.max(0, token.start - 45), token.start)))
    return null
  if (
    token.bare === "m" &&
    !inEnglish.test(text.slice(Math.max(0, token.start - 50), token.start)) &&
    /^\s?(?:[.x]?\d|cap|day|dong|ong|vai|chieu|ha\b)/.test(text.slice(token.end, token.end + 8))
  )
    return null
  return factor
}

const isUnitOf = (token: Token | undefined, factor: number) =>
  token !== undefined && scale[token.bare] === factor && typedAs[token.bare]?.includes(token.typed) !== false

type Rest = { value: number; unit: number | null; next: number; isVague: boolean }

/** What follows a unit: "rưỡi", the rest in a smaller unit, or the digits of the next place: "3tr5", "1 tỷ 2", "3 triệu mốt". */
function restAt(text: string, tokens: readonly Token[], at: number, unit: number): Rest | null {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (before === undefined || token === undefined || unit < 1e3) return null
  if (/[^ ]/.test(text.slice(before.end, token.start))) return null
  if (isWord(token, "rưỡi", "rưởi")) return { value: unit / 2, unit: null, next: at + 1, isVague: false }
  const isGlued = token.start === before.end
  const part = partAt(text, tokens, at)
  if (part !== null && part.unit < unit && part.value < unit && part.unit > 1) return part
  if (token.digits !== null) {
    if (!/^\d{1,3}$/.test(token.digits)) return null
    if (!isGlued && !ends(text, tokens, at + 1)) return null
    return placed(token.digits, unit, at + 1)
  }
  const hundreds = numeralAt(tokens, at)
  if (hundreds === null || hundreds.isVague || !ends(text, tokens, at + hundreds.words)) return null
  if (digitOf(token) !== undefined && hundreds.words === 1)
    return { value: (hundreds.value * unit) / 10, unit: null, next: at + 1, isVague: false }
  // "ba triệu hai trăm": thousands left out.
  return hundreds.value >= 100 && unit >= 1e6
    ? { value: hundreds.value * (unit / 1e3), unit: null, next: at + hundreds.words, isVague: false }
    : null
}

const placed = (digits: string, unit: number, next: number): Rest => ({
  value: (Number(digits) / 10 ** digits.length) * unit,
  unit: null,
  next,
  isVague: false,
})

/** Words that can follow a sum; a noun that is counted cannot ("mất 3 triệu 2 lần" is three millions). */
const goesOn =
  /^(?:cho|trong|vao|vo|qua|sang|tu|roi|het|nua|luon|va|tien|dong|d|vnd|cua|thi|la|ma|o|tai|den|ck|chuyen|mat|bay|bac|no|ho|anh|em|toi|minh|a|ah|nha|nhe|xong|de|co|bi|khong|gui|tra|voi|nen|hom|sau|truoc|moi|phi|coc|dat|vi|do|neu|theo|tren|luc|nhung|thoi|cung|day|kia|ay|nay|chu|theo|bang|ngoai|gap|lien|hoac|thue|dau|cuoi)$/

function ends(text: string, tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (before === undefined || token === undefined) return true
  return /[^ ]/.test(text.slice(before.end, token.start)) || goesOn.test(token.bare)
}

/** "5-7 triệu", "5 đến 7 triệu", "5 hay 6 triệu": a range is no sum. */
function rangeAt(text: string, tokens: readonly Token[], at: number): Read | null {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (first === undefined || second === undefined) return null
  const isDashed =
    first.digits !== null && second.digits !== null && /^ ?[-~] ?$/.test(text.slice(first.end, second.start))
  const isSpoken =
    (first.digits !== null || digitOf(first) !== undefined) &&
    isWord(second, "đến", "hay", "hoặc", "tới") &&
    (third?.digits != null || digitOf(third) !== undefined)
  const from = isDashed ? at + 1 : isSpoken ? at + 2 : null
  const part = from === null ? null : partAt(text, tokens, from)
  if (part === null || part.unit === 1) return null
  return {
    sum: { vnd: null, start: first.start, end: tokens[part.next - 1]?.end ?? first.end },
    next: part.next,
  }
}

/** "3,5" and "3.5" are three and a half; "186.000.000" and "1.250" are whole. */
function plainNumber(digits: string): number {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(digits)) return Number(digits.replace(/[.,]/g, ""))
  const [whole = "0", part = ""] = digits.split(/[.,]/)
  return Number(`${whole}.${part || "0"}`)
}
