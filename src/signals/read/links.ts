/** Addresses on the net, defanged or not: e-mail, URL, bare host, IP address, and links that are a profile. */
import { getPublicSuffix, parse as parseHost } from "tldts"
import { type Folded, typed, wordsBefore } from "./fold.ts"
import type { Claims, Found } from "./identifiers.ts"
import { profileOf } from "./profiles.ts"

const scheme =
  "h(?:tt|xx|\\[tt\\]|\\[xx\\]|tt\\s)ps?\\s?(?:\\[:\\]|:)\\s?(?:\\/\\/|\\[\\/\\]\\[\\/\\]|\\[\\/\\/\\])\\s?"
const dot =
  "(?:\\.|\\s?(?:\\[\\.\\]|\\(\\.\\)|\\{\\.\\}|\\[dot\\]|\\(dot\\)|\\[cham\\]|\\(cham\\))\\s?|\\s\\.\\s?|\\.\\s(?=(?:com|vn|net|org|example|test)(?![a-z])))"
const label = "[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}"
const host = `${label}(?:${dot}${label}){1,6}`
const start = "(?<![\\p{L}\\p{N}@._-])"

const emailPattern = new RegExp(
  `(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}(?:@|\\s?(?:[([]\\s?(?:@|at|a|a cong|a coong|a vong)\\s?[)\\]]|\\sa cong\\s)\\s?)(${host})`,
  "gu",
)
const linkPattern = new RegExp(
  `${start}(${scheme})?(?:[a-z0-9._%+:-]{1,64}@)?(${host}(?:\\.(?=[/:]))?)(:\\d{1,5})?((?:[/?#]|\\[\\/\\]|\\s\\/\\s(?=\\S))[^\\s"<>]{0,2000})?`,
  "gu",
)

/** RFC 2606 and RFC 6761: never delegated, used in examples and by those who hide an address. */
const reserved = new Set(["example", "test", "invalid", "localhost", "onion"])
/** Top-level domains that are also Vietnamese words or file endings: alone, "tôi.la" is no address. */
const words = new Set(
  "ai al am an as ba bi bo ca cam cho co com do em en eu ga gi ha im in is kim la li lo ly ma me mo mu my na ne nha no nu om oi pa ro sa sao se so ta tel to tu va ve vi zip mov app sh md py pl so hn sn tv".split(
    " ",
  ),
)

export function findLinks(folded: Folded, claims: Claims): Found[] {
  return [...findEmails(folded, claims), ...findAddresses(folded, claims)]
}

function* findEmails(folded: Folded, claims: Claims): Generator<Found> {
  for (const match of folded.text.matchAll(emailPattern)) {
    const domain = cleanHost(match[1] ?? "")
    if (!hasSuffix(domain)) continue
    const local = match[0]
      .slice(0, match[0].length - (match[1] ?? "").length)
      .replace(/\s?(?:[([]\s?(?:@|at|a|a cong|a coong|a vong)\s?[)\]]|\sa cong\s|@)\s?$/, "")
    const end = match.index + match[0].length
    claims.take(match.index, end)
    yield { kind: "email", value: `${local}@${domain}`, start: match.index, end }
  }
}

function* findAddresses(folded: Folded, claims: Claims): Generator<Found> {
  for (const match of folded.text.matchAll(linkPattern)) {
    const found = addressOf(folded, match)
    if (found === null || !claims.isFree(found.start, found.end)) continue
    claims.take(found.start, found.end)
    yield found
  }
}

function addressOf(folded: Folded, match: RegExpMatchArray): Found | null {
  const [whole, written, words = "", port = "", behind = ""] = match
  const start = match.index ?? 0
  const hostStart = start + whole.length - behind.length - port.length - words.length
  const host = hostIn(folded, hostStart, words)
  if (host === null) return null
  const { name, length, isIp } = host
  const isWhole = length === words.length
  // " / form" goes on only behind a host whose dots are set apart as well.
  const tail = isWhole && (/\S/.test(behind.charAt(0)) || /\s/.test(words)) ? behind : ""
  const rest = trimmed(tail)
  const pathStart = hostStart + words.length + port.length
  const end = rest === "" ? hostStart + length + (isWhole ? port.length : 0) : pathStart + rest.length
  if (written === undefined && rest === "") {
    if (isIp) return { kind: "ip", value: name, start, end }
    if (!standsAlone(folded, name, start, words.slice(0, length))) return null
    return profileOf(ascii(name), "") === null ? { kind: "domain", value: ascii(name), start, end } : null
  }
  const path = pathOf(typed(folded, end - rest.length, end))
  const profile = profileOf(ascii(name), path)
  if (profile === "none") return null
  if (profile !== null) return { kind: "social", value: profile, start, end }
  const protocol = written === undefined ? "http" : written.replace(/[\s[\]:/]/g, "").replace("xx", "tt")
  return {
    kind: "url",
    value: `${protocol}://${ascii(name)}${isWhole ? port : ""}${path || "/"}`,
    start,
    end,
  }
}

function pathOf(words: string): string {
  const path = words
    .replaceAll("[.]", ".")
    .replaceAll("[/]", "/")
    .replace(/^\s\/\s/, "/")
  const bare = path.replace(/#.*$/s, "")
  return bare === "" || bare.startsWith("/") ? bare : `/${bare}`
}

/** What is a host; where the next sentence was taken with it ("lua.example . Em", "lua.example.Em"), without that. */
function hostIn(folded: Folded, start: number, words: string) {
  for (let length = words.length; length > 0; ) {
    const shown = typed(folded, start, start + length)
    const name = cleanHost(
      shown
        .replace(/[\u2010-\u2015\u2212]/g, "-")
        .replace(/[\u3002\uff61\uff0e]/g, ".")
        .toLowerCase(),
    )
    const isIp =
      /^[1-9]\d{0,2}(?:\.(?:0|[1-9]\d{0,2})){3}$/.test(name) &&
      name.split(".").every((part) => Number(part) < 256)
    if (isIp || hasSuffix(name)) return { name, length, isIp }
    const cut = /\s?\.(?:\s\S*|\p{Lu}\S*)$/u.exec(shown)
    if (cut === null) return null
    length -= cut[0].length
  }
  return null
}

function cleanHost(words: string): string {
  return words
    .replace(/\s*(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\[cham\]|\(cham\)|\[chấm\]|\(chấm\)|\.)\s*/g, ".")
    .replace(/^\.|\.$/g, "")
}

/** Punctuation of the sentence around, not of the address. */
function trimmed(tail: string): string {
  let rest = tail.replace(/[.,;:!?'"*…>\]]+$/, "")
  while (rest.endsWith(")") && !rest.includes("(")) rest = rest.slice(0, -1).replace(/[.,;:!?'"]+$/, "")
  return rest
}

function hasSuffix(name: string): boolean {
  // "0221.3862.xxx" hides the end of a number.
  if (/^(?:\d+\.)+[a-z]{2,3}$/.test(name) && /\d{3}\./.test(name) && /\.x+$/.test(name)) return false
  const last = name.split(".").at(-1) ?? ""
  if (reserved.has(last)) return name.split(".").length > 1
  if (/^\d+$/.test(last) || last.length < 2) return false
  const parsed = parseHost(name, { allowPrivateDomains: false })
  return parsed.isIcann === true && parsed.domain !== null && getPublicSuffix(name) !== name
}

const cue = /(?:web|website|trang|link|site|app|san|truy cap|dia chi|vao|url|ten mien|tai)\W*(?:\S+\W+){0,2}$/

/** A bare host among words: "tôi.la" is a typing slip, "gold-trade88.test" an address. */
function standsAlone(folded: Folded, name: string, start: number, hostWords: string): boolean {
  const last = name.split(".").at(-1) ?? ""
  const shown = typed(folded, start, start + hostWords.length)
  const isPlain = shown === shown.toLowerCase() || shown === shown.toUpperCase()
  if (!words.has(last) || last === "com")
    return isPlain || /[-\d]/.test(name) || cue.test(wordsBefore(folded.text, start))
  if (/\s/.test(hostWords)) return false
  return /[-\d]/.test(name) || cue.test(wordsBefore(folded.text, start))
}

/** Lower case and punycode, so that a look-alike in another script is seen to be another host. */
function ascii(name: string): string {
  const url = URL.canParse(`http://${name}/`) ? new URL(`http://${name}/`) : null
  return url === null ? name : url.hostname
}
