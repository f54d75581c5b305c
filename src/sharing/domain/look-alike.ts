/**
 * Whether a host's name is made to look like an official one, and by what: so that a person sees with their own eyes what
 * was changed. Pure: the lists are handed in, nothing is looked up on the net.
 */
import { domainToUnicode } from "node:url"
import { parse } from "tldts"
import { type Difference, differencesOf } from "./letters.ts"

export type OfficialDomain = { domain: string; name: string; whose: string; holdsPagesOfOthers: boolean }

export type Way =
  /** One or two letters of the name are others. `label`: the part of the host that they are counted in. */
  | { kind: "letters"; label: string; differences: readonly Difference[] }
  /** The same name under another ending: ".top" for ".com.vn". */
  | { kind: "ending"; ending: string; isNew: boolean }
  /** The official name stands in front; the page belongs to whoever holds what stands last. */
  | { kind: "subdomain"; holder: string }
  /** The official name with words added. */
  | { kind: "words"; added: readonly string[] }
  /** Letters of two alphabets in one name. */
  | { kind: "mixed"; letters: readonly string[] }

export type LookAlike = {
  /** Null where the name mixes alphabets and resembles nobody whom we know. */
  of: OfficialDomain | null
  /** The host in the letters that a browser may show. */
  shown: string
  ways: readonly Way[]
}

export type OfficialNames = {
  domains: readonly OfficialDomain[]
  /** Character → the letters a–z or digits that it looks like (Unicode, UTS #39). */
  confusables: ReadonlyMap<string, string>
  isOfficial(host: string): boolean
}

type Brand = { label: string; official: OfficialDomain }

/** Companies of the world have their own endings in many countries; a bank of Việt Nam has one or two. */
const worldWide: ReadonlySet<string> = new Set(["nền tảng", "thư", "sàn"])
/** Ordinary words, and letters too few to tell anything by themselves. */
const everyday: ReadonlySet<string> = new Set([
  "apple",
  "live",
  "outlook",
  "office",
  "proton",
  "viber",
  "momo",
  "tiki",
])
/** What is put beside a short name to make a trap of it. */
const lures: ReadonlySet<string> = new Set(
  "xacthuc xacminh dangnhap dangky capnhat hotro cskh chamsoc nhanqua nhanthuong quatang trian uudai khuyenmai vay vaytien vayvon tindung the thetindung otp sms app apk ebank ebanking ibanking banking smartbanking smartbank digibank bank online login signin verify secure security support service card pay hoantien hoadon tracuu thanhtoan phatnguoi nhanvien vn".split(
    " ",
  ),
)
/** Endings from before 2012; whatever else has three letters and more can be had by anybody within minutes. */
const oldEndings: ReadonlySet<string> = new Set(
  "com net org edu gov mil int info biz name pro aero coop museum jobs mobi travel tel cat asia post arpa".split(
    " ",
  ),
)
const nameMin = 6
/** Shorter names differ by one letter among themselves, unless it is one that is easily misread. */
const nearMin = 9
const near = ["ijlt", "mnrh", "aceo", "uvyw", "bdpqg", "sz", "kx"]
const areNear = ({ shown, real }: { shown: string; real: string }) =>
  shown.length !== real.length || near.some((group) => group.includes(shown) && group.includes(real))
const longNameMin = 10

/** `host`: lower case, as `signal read` gives it (punycode for other alphabets). */
export function lookAlikeOf(host: string, names: OfficialNames): LookAlike | null {
  if (host === "" || names.isOfficial(host)) return null
  const parts = parse(host, { allowPrivateDomains: false })
  const { domain, publicSuffix: ending } = parts
  if (domain === null || ending === null) return null
  const label = parts.domainWithoutSuffix ?? ""
  const shown = domainToUnicode(host) || host
  const front = (parts.subdomain ?? "").replace(/^www\.?/, "")
  const known = brandsOf(names.domains)
  const found =
    inFront(front, domain, names, known) ??
    nearly(domainToUnicode(label) || label, ending, names, known) ??
    sameName(label, ending, known) ??
    withWords(domainToUnicode(label) || label, names, known)
  if (found !== null) return { of: found.official, shown, ways: found.ways }
  const mixed = mixedIn(shown)
  return mixed === null ? null : { of: null, shown, ways: [mixed] }
}

type Match = { official: OfficialDomain; ways: Way[] }

const brands = new WeakMap<readonly OfficialDomain[], Brand[]>()

/** The same list is asked for each link: its names are taken apart once. */
function brandsOf(domains: readonly OfficialDomain[]): Brand[] {
  const known = brands.get(domains)
  if (known !== undefined) return known
  const made = domains.flatMap((official) => {
    const label = parse(official.domain, { allowPrivateDomains: false }).domainWithoutSuffix
    return label === null || label === "" ? [] : [{ label, official }]
  })
  brands.set(domains, made)
  return made
}

/** "vietcombank.com.vn.xyz.top": whoever holds "xyz.top" shows the page. */
function inFront(front: string, holder: string, names: OfficialNames, known: readonly Brand[]): Match | null {
  if (front === "") return null
  const way: Way = { kind: "subdomain", holder: domainToUnicode(holder) || holder }
  const whole = names.domains
    .filter(({ domain }) => `.${front}.`.includes(`.${domain}.`))
    .toSorted((a, b) => b.domain.length - a.domain.length)[0]
  if (whole !== undefined) return { official: whole, ways: [way] }
  const labels = front.split(".").flatMap((one) => one.split("-"))
  const named = known.find(
    ({ label, official }) =>
      label.length >= 4 && !worldWide.has(official.whose) && !everyday.has(label) && labels.includes(label),
  )
  return named === undefined ? null : { official: named.official, ways: [way] }
}

/** "vietc0mbank", "vìetcombank" with a letter of another alphabet, "vietcombamk", "viecombank". */
function nearly(label: string, ending: string, names: OfficialNames, known: readonly Brand[]): Match | null {
  if (known.some((brand) => brand.label === label)) return null
  const plain = plainOf(label, names.confusables)
  for (const { label: real, official } of known) {
    if (real.length < 3) continue
    const isForeign = plain !== label && /[^\x20-\x7e]/.test(label)
    const looksSame = plain === real || withoutDigits(plain) === real || withoutDigits(plain, "i") === real
    if (looksSame ? real.length >= 4 || isForeign : isOneOff(plain, real, official)) {
      const differences = differencesOf(label, real)
      if (differences.length === 0) continue
      const way: Way = { kind: "letters", label, differences }
      return { official, ways: isSameEnding(ending, real, official) ? [way] : [way, endingOf(ending)] }
    }
  }
  return null
}

function isOneOff(label: string, real: string, official: OfficialDomain): boolean {
  if (real.length < nameMin || everyday.has(real)) return false
  const most = real.length >= longNameMin && !worldWide.has(official.whose) ? 2 : 1
  const differences = differencesOf(label, real, most)
  if (differences.length === 0 || differences.length > most) return false
  // "chanhphu" is a place of its own, "chinhphv" plays on the eye.
  if (real.length < nearMin && differences.some((one) => one.kind === "replaced" && !areNear(one)))
    return false
  // "telegraf" is not Telegram; "telegarm" and "faceboook" play on the eye.
  return (
    !worldWide.has(official.whose) || differences.every(({ kind }) => kind === "turned" || kind === "doubled")
  )
}

/** "vietcombank.top". */
function sameName(label: string, ending: string, known: readonly Brand[]): Match | null {
  for (const { label: real, official } of known) {
    if (label !== real || everyday.has(real)) continue
    const way = endingOf(ending)
    const tells = worldWide.has(official.whose) || real.length < nameMin ? way.isNew : true
    if (tells && real.length >= 3) return { official, ways: [way] }
  }
  return null
}

/** "vietcombank-xacthuc", "xacthucvietcombank", "bidv-smartbanking", "dichvucong-gov". */
function withWords(label: string, names: OfficialNames, known: readonly Brand[]): Match | null {
  const plain = withoutDigits(plainOf(label, names.confusables))
  for (const text of new Set([label, plain])) {
    const tokens = text.split("-").filter((token) => token !== "")
    const state = names.domains.find(({ domain }) => domain === "gov.vn")
    if (state !== undefined && tokens.length > 1 && tokens.includes("gov"))
      return { official: state, ways: [{ kind: "words", added: tokens.filter((token) => token !== "gov") }] }
    for (const { label: real, official } of known) {
      const added = addedTo(real, text, tokens, official)
      if (added !== null) return { official, ways: [{ kind: "words", added }] }
    }
  }
  return null
}

function addedTo(
  real: string,
  label: string,
  tokens: readonly string[],
  official: OfficialDomain,
): string[] | null {
  if (real.length < 3 || label === real) return null
  const others = tokens.filter((token) => token !== real)
  const hasLure = others.some((token) => lures.has(token))
  if (tokens.includes(real) && others.length > 0) {
    const tells = !worldWide.has(official.whose) && real.length >= nameMin
    return tells || (hasLure && real.length >= 3) ? others : null
  }
  if (worldWide.has(official.whose)) return null
  const squeezed = label.replaceAll("-", "")
  const rest = squeezed.startsWith(real)
    ? squeezed.slice(real.length)
    : squeezed.endsWith(real)
      ? squeezed.slice(0, -real.length)
      : ""
  if (rest === "" || rest.length > 16) return null
  return real.length >= 7 || (real.length >= 4 && lures.has(rest)) ? [rest] : null
}

const endingOf = (ending: string) =>
  ({ kind: "ending", ending: `.${domainToUnicode(ending) || ending}`, isNew: isNewEnding(ending) }) as const

const isNewEnding = (ending: string) =>
  !ending.includes(".") &&
  ending.length >= 3 &&
  !oldEndings.has(ending) &&
  !["example", "test"].includes(ending)

const isSameEnding = (ending: string, real: string, { domain }: OfficialDomain) =>
  domain === `${real}.${ending}`

/** Marks taken off, look-alikes of other alphabets as the letters that a reader sees. */
export function plainOf(text: string, confusables: ReadonlyMap<string, string>): string {
  return [...text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d")]
    .map((letter) => confusables.get(letter) ?? letter)
    .join("")
}

/** "rn" reads as "m", "0" as "o", "1" as "l": what a name plays on without leaving the keyboard. */
function withoutDigits(text: string, one: "l" | "i" = "l"): string {
  const digits: Readonly<Record<string, string>> = {
    "0": "o",
    "1": one,
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
  }
  return text
    .replace(/[0134578]/g, (digit) => digits[digit] ?? digit)
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
}

function mixedIn(shown: string): Way | null {
  for (const label of shown.split(".")) {
    const letters = [...label].filter((letter) => /\p{L}/u.test(letter))
    const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter))
    if (foreign.length > 0 && foreign.length < letters.length)
      return { kind: "mixed", letters: [...new Set(foreign)] }
  }
  return null
}
