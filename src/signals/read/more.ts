/**
 * What a tip names besides identifiers: crypto wallets, devices, sender names, people's display
 * names, sums in foreign money. Shown to the officer
 * who works on the tip; nothing is compared by it.
 */
import { createHash } from "node:crypto"
import { type Folded, fold, spanOf } from "./fold.ts"
import { sumsIn } from "./sums.ts"

export const moreKinds = ["crypto", "imei", "brandname", "name", "sum"] as const
export type More = {
  kind: (typeof moreKinds)[number]
  /** As written; a display name without its quotes; an address that is one in capitals and in small letters, in small ones. */
  value: string
  /** Half-open range of UTF-16 offsets in the text as received. */
  span: [number, number]
}

const moreMax = 50

export function moreIn(folded: Folded): More[] {
  const found = [
    ...wallets(folded),
    ...devices(folded),
    ...senders(folded),
    ...shownNames(folded),
    ...foreignSums(folded),
  ]
  const seen = new Set<string>()
  return found
    .sort((one, other) => one.span[0] - other.span[0])
    .filter(({ kind, value }) => !seen.has(`${kind} ${value}`) && seen.add(`${kind} ${value}`))
    .slice(0, moreMax)
}

/** At most `textMax` characters of it are looked at. */
export const moreNamed = (text: string): More[] => (text === "" ? [] : moreIn(fold(text.slice(0, textMax))))
const textMax = 50_000

/** "$200", "1.500 USDT": told as it stands, converted by nobody. */
function* foreignSums(folded: Folded): Generator<More> {
  for (const { foreign, start, end } of sumsIn(folded)) {
    if (foreign === undefined) continue
    const span = spanOf(folded, start, end)
    yield { kind: "sum", value: folded.original.slice(...span), span }
  }
}

const base58 = /(?<![A-Za-z0-9])(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|T[1-9A-HJ-NP-Za-km-z]{33})(?![A-Za-z0-9])/g
const hex = /(?<![A-Za-z0-9])0x[0-9a-fA-F]{40}(?![A-Za-z0-9])/g
const bech32 = /(?<![A-Za-z0-9])(?:bc1[02-9ac-hj-np-z]{11,71}|BC1[02-9AC-HJ-NP-Z]{11,71})(?![A-Za-z0-9])/g

/** Bitcoin and TRON with their checksums (Base58Check; BIP 173, BIP 350); Ethereum by its shape. */
function* wallets({ original }: Folded): Generator<More> {
  for (const match of original.matchAll(base58)) if (hasBase58Checksum(match[0])) yield as("crypto", match)
  for (const match of original.matchAll(hex)) yield inSmall(as("crypto", match))
  for (const match of original.matchAll(bech32))
    if (hasBech32Checksum(match[0].toLowerCase())) yield inSmall(as("crypto", match))
}

/** The same address in capitals and in small letters: BIP 173 allows both, and Ethereum's capitals are a checksum only. */
const inSmall = (one: More): More => ({ ...one, value: one.value.toLowerCase() })

function as(kind: More["kind"], match: RegExpExecArray): More {
  return { kind, value: match[0], span: [match.index, match.index + match[0].length] }
}

const alphabet58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

function hasBase58Checksum(address: string): boolean {
  let value = 0n
  for (const letter of address) value = value * 58n + BigInt(alphabet58.indexOf(letter))
  const bytes = Buffer.from(value.toString(16).padStart(50, "0"), "hex")
  if (bytes.length !== 25) return false
  const hash = (of: Buffer) => createHash("sha256").update(of).digest()
  return hash(hash(bytes.subarray(0, 21)))
    .subarray(0, 4)
    .equals(bytes.subarray(21))
}

const alphabet32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"

function hasBech32Checksum(address: string): boolean {
  const [human, data] = [
    address.slice(0, 2),
    [...address.slice(3)].map((letter) => alphabet32.indexOf(letter)),
  ]
  const expanded = [...human].map((letter) => letter.charCodeAt(0))
  const values = [...expanded.map((code) => code >> 5), 0, ...expanded.map((code) => code & 31), ...data]
  let check = 1
  for (const value of values) {
    const top = check >> 25
    check = ((check & 0x1ffffff) << 5) ^ value
    for (const [at, term] of [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].entries())
      if (((top >> at) & 1) === 1) check ^= term
  }
  return check === 1 || check === 0x2bc830a3
}

/** A device's number that stands alone on its line. */
const alone = /(?:^|[\n,;])[^\S\n]*(\d(?:[ -]?\d){14})[^\S\n]*(?=$|[\n,;])/g
const device = /\bimei\b[^0-9]{0,20}(\d(?:[ -]?\d){14})(?!\d)/g

/** An IMEI has fifteen digits, the last by Luhn (3GPP TS 23.003). */
function* devices(folded: Folded): Generator<More> {
  for (const match of [...folded.text.matchAll(device), ...folded.text.matchAll(alone)]) {
    const digits = (match[1] ?? "").replace(/\D/g, "")
    if (!isLuhn(digits) || !(match[0].includes("imei") || isDevice(digits))) continue
    const end = match.index + match[0].length
    yield { kind: "imei", value: digits, span: spanOf(folded, end - (match[1] ?? "").length, end) }
  }
}

/** Fifteen digits with their check, of a body that gives out such numbers (GSMA TS.06): no bank's account is taken for one. */
export const isDevice = (digits: string): boolean =>
  /^(?:01|33|35|44|45|49|5[0-4]|86|91|98|99)\d{13}$/.test(digits) && isLuhn(digits)

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return all + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const sender =
  /\b(?:brandname|brand name|ten (?:nguoi gui|hien thi|thuong hieu|gui)|hien ten|hien thi(?: ten)?|mang ten|dau so ten|nguoi gui|(?:tin nhan|tin|sms)(?: gia)? (?:ghi )?ten)(?: la| ghi| ngan hang| nha mang)?[\s:]{1,3}"?([a-z][a-z0-9_.-]{2,20})/g

/** The name that a message shows instead of a number: a word in capitals behind the words that announce it. */
function* senders(folded: Folded): Generator<More> {
  for (const match of folded.text.matchAll(sender)) {
    const end = match.index + match[0].length
    const span = spanOf(folded, end - (match[1] ?? "").length, end)
    const value = folded.original.slice(...span)
    if (/^[A-Z][A-Za-z0-9_.-]*[A-Z0-9][A-Za-z0-9_.-]*$/.test(value)) yield { kind: "brandname", value, span }
  }
}

const shown =
  /\b(?:ten(?: hien thi)?|nick(?: name)?|zalo|zl|tele|telegram|viber|whatsapp|tiktok|nhom|group|mang ten|dung ten|xung(?: la)?|tu xung(?: la)?)(?: ten| la| cua| nhom)?[\s:]{1,2}"([^"\n]{2,60})"/g

/** "zalo tên Minh Anh BĐS": two words or more with capitals, behind the platform and "tên". */
const titled =
  /\b(?:zalo|zl|tele|telegram|viber|whatsapp|tiktok|facebook|fb|face|nick|acc)(?: (?:fb|zalo|face))?(?: gia)? (?:ten(?: la| hien thi(?: la)?)?|mang ten|dung ten|hien ten|lay ten|xung ten)[\s:]{1,2}(?=[a-z0-9])/g
const capitals = /^(?:\p{Lu}[\p{L}\p{M}\d]*[ \t]+){1,5}[\p{Lu}\d][\p{L}\p{M}\d]*/u

/** What somebody calls themselves, in quotes behind the words that say so. */
function* shownNames(folded: Folded): Generator<More> {
  for (const match of folded.text.matchAll(shown)) {
    const words = match[1] ?? ""
    const end = match.index + match[0].length - 1
    const span = spanOf(folded, end - words.length, end)
    const value = folded.original.slice(...span)
    if (/\p{Lu}/u.test(value) && !/[,.!?]/.test(value)) yield { kind: "name", value, span }
  }
  for (const match of folded.text.matchAll(titled)) {
    const [from] = spanOf(folded, match.index + match[0].length, match.index + match[0].length + 1)
    const value = capitals.exec(folded.original.slice(from, from + 60))?.[0]
    if (value !== undefined) yield { kind: "name", value, span: [from, from + value.length] }
  }
}
