/** Which runs of digits are telephone numbers, which are bank accounts, and which are nobody's business. */
import { accountAt } from "./accounts.ts"
import { digitRuns, digitsOf, type Group, type Run } from "./digits.ts"
import { type Folded, wordsBefore } from "./fold.ts"
import type { Claims, Found } from "./identifiers.ts"
import { phoneOf } from "./phones.ts"
import { hotlines } from "./reference.ts"
import { findSpoken } from "./spoken.ts"

/** Numbers of papers, parcels, machines and places: not identifiers (the labels' own rule). */
const paperWord =
  /\b(?:can cuoc(?: cong dan)?|cccd|cmnd|cmt|chung minh|ho chieu|passport|mst|ma so thue|bhxh|bhyt|bao hiem(?: xa hoi| y te)?|ma (?:don|van don|vd|kh|khach hang|hop dong|giu cho|dat cho|ho so|the|giao dich|gd|so)|don hang(?: so)?|van don|hop dong(?: so)?|hd so|seri|serial|imei|the cao|bien so|bks|bs|toa do|so the|the (?:tin dung|atm|visa)(?: so)?|so ho so|quyet dinh so|cong van so|otp|vi (?:usdt|btc|tien ao)|giay phep|so khung)\b(?:[\s:.,"(#-]|so|la|cua|nha|toi|em|e|minh|ong|ba|chi|anh|no|ghi|dung|ten|nguoi mua|khach){0,8}$/

export function findNumbers(folded: Folded, claims: Claims): Found[] {
  const found: Found[] = []
  const bankTaken = new Set<number>()
  for (const one of findSpoken(folded.text)) {
    if (!claims.isFree(one.start, one.end)) continue
    claims.take(one.start, one.end)
    found.push(one)
  }
  const spoken = [...found]
  for (const run of digitRuns(folded.text)) {
    if (!claims.isFree(run.start, run.end)) continue
    const last = found.length > spoken.length ? found.at(-1) : undefined
    const tail = tailOf(folded.text, run, last)
    for (const one of tail === null ? readRun(folded, run, last, bankTaken) : [tail]) {
      claims.take(one.start, one.end)
      found.push(one)
    }
  }
  return sharedBank(
    folded.text,
    found.sort((a, b) => a.start - b.start),
  )
}

/** A citizen's card has nine or twelve digits: "số gắn với căn cước em: 0955 …" is a telephone number. */
function isNoPaper(before: string, run: Run): boolean {
  return (
    /\b(?:can cuoc(?: cong dan)?|cccd|cmnd|cmt|chung minh)\b(?!.*\b(?:mst|ma so thue|bhxh|bhyt|bao hiem)\b)/.test(
      before,
    ) && /^\+84[35789]/.test(phoneOf(digitsOf(run.groups), run.plus) ?? "")
  )
}

/** "A và B, đều PVcomBank": the bank named behind the last account is the bank of all. */
function sharedBank(text: string, found: readonly Found[]): Found[] {
  return found.map((one, at) => {
    const next = found[at + 1]
    const previous = found.slice(0, at).findLast((other) => other.kind === "bank-account")
    if (
      previous !== undefined &&
      one.value.startsWith("unknown:") &&
      /^[\s,(]*(?:cung (?:ngan hang|nh|bank)|same bank)\b/.test(text.slice(one.end, one.end + 24))
    )
      return { ...one, value: `${previous.value.split(":")[0] ?? ""}:${one.value.slice(8)}` }
    if (one.kind !== "bank-account" || next?.kind !== "bank-account" || !one.value.startsWith("unknown:"))
      return one
    const isList = /^[\s,;]*(?:va|hoac|voi)?\s*$/.test(text.slice(one.end, next.start))
    const isShared = /^[\s,(:-]*(?:deu|cung|ca hai|ca 2|ca ba)\b/.test(text.slice(next.end, next.end + 20))
    const bin = next.value.split(":")[0] ?? ""
    return isList && isShared && bin !== "unknown" ? { ...one, value: `${bin}:${one.value.slice(8)}` } : one
  })
}

/** "0953.440.101 / 102 / 103": a number that differs from the one before in its last digits only. */
function tailOf(text: string, run: Run, last: Found | undefined): Found | null {
  const [group] = run.groups
  if (last?.kind !== "phone" || group === undefined || run.groups.length > 1) return null
  if (!/^\d{2,4}$/.test(group.digits) || run.glued !== "") return null
  const between = text.slice(last.end, run.start)
  const isList =
    /^\s?\/\s?$/.test(between) || (/^\s?(?:,|va)\s?$/.test(between) && !counted.test(text.slice(run.end)))
  const written = /\d+$/.exec(text.slice(last.start, last.end))?.[0] ?? ""
  const isSameGroup = written.length === group.digits.length
  if (!isList || !(isSameGroup || (between.includes("/") && written.length >= 7))) return null
  if (/^\s?(?:\.\.|[x*])/.test(text.slice(run.end, run.end + 3))) return null
  if (!between.includes("/") && hotlines.has(group.digits)) return null
  const value = phoneOf(last.value.replace("+", "").slice(0, -group.digits.length) + group.digits)
  return value === null ? null : { kind: "phone", value, start: run.start, end: run.end }
}

/** No identifier is written in more groups of digits than this; a run of thousands is read in steps that do not grow. */
const groupsMax = 40

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
  if (paperWord.test(before) && !isNoPaper(before, run)) return
  let last = previous
  let written: readonly Group[] = []
  for (let at = 0; at < run.groups.length; ) {
    const rest = run.groups.slice(at, at + groupsMax)
    const one =
      accountAt(folded, rest, { before, after, last, bankTaken, run }) ??
      phoneAt(rest, run, at) ??
      shortCodeAt(text, rest, before, after)
    if (one === null) {
      const end = lastOf(folded.text, run, { at, last, written })
      if (end !== null) yield end
      at += 1
      continue
    }
    yield one.found
    last = one.found
    written = run.groups.slice(at, at + one.groups)
    at += one.groups
  }
}

/**
 * "0951 000 123 - 125", "0951000123-125": behind a dash that stands nowhere inside the number, the last digits of another. A
 * land line's are those of a telephone behind it.
 */
function lastOf(text: string, run: Run, { at, last, written }: Before): Found | null {
  const group = run.groups[at]
  const ending = written.at(-1)
  if (group === undefined || ending === undefined || last?.kind !== "phone") return null
  const isMobile = /^\+84[35789]/.test(last.value)
  if (!isMobile || !group.before.includes("-") || !/^\d{2,4}$/.test(group.digits) || run.glued !== "")
    return null
  const isAlike = ending.digits.length === group.digits.length || ending.digits.length >= 7
  if (!isAlike || written.slice(1).some((one) => one.before === group.before)) return null
  // "… - 998 cuộc" counts.
  if (countedBehind.test(text.slice(group.end, group.end + 20))) return null
  const value = phoneOf(last.value.replace("+", "").slice(0, -group.digits.length) + group.digits)
  return value === null ? null : { kind: "phone", value, start: group.start, end: group.end }
}

const countedBehind =
  /^\s?(?:k|tr|trieu|d|dong|vnd|%|cuoc|lan|ngay|gio|phut|giay|thue bao|nguoi|tin nhan|sms|don|truong hop)(?![a-z])/
/** The place of a group that is no identifier, what was read before it, and in which groups. */
type Before = { at: number; last: Found | undefined; written: readonly Group[] }
type Read = { found: Found; groups: number }

/** E.164 has fifteen digits at most; people part each from the next. */
const digitsMax = 15

function phoneAt(groups: Group[], run: Run, at: number): Read | null {
  const plus = run.plus && at === 0
  let best: Read | null = null
  for (let count = 1; count <= Math.min(groups.length, digitsMax); count += 1) {
    const some = groups.slice(0, count)
    const value = phoneOf(digitsOf(some), plus)
    const [first, last] = [some[0], some.at(-1)]
    if (value === null || first === undefined || last === undefined) continue
    const found: Found = { kind: "phone", value, start: at === 0 ? run.start : first.start, end: last.end }
    if (hotlines.has(value)) found.role = "official-mentioned"
    best = { found, groups: count }
    // A Vietnamese number has one length: what follows is the next number. A service number has one of two.
    if (value.startsWith("+84")) break
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
