/** Names and numbers on a platform: "tele @ai_do", "zalo 095…", 'nick fb "Tên Hiển Thị"'. */
import { type Folded, wordsBefore } from "./fold.ts"
import type { Claims, Found } from "./identifiers.ts"

const handle = /(?<![a-z0-9._%+-])@ ?([a-z0-9_][a-z0-9_.]{2,40})/g
const platformWord: readonly (readonly [string, RegExp])[] = [
  ["telegram", /\b(?:tele|telegram|tlg|telegam|tg(?= ?@))\b/g],
  ["tiktok", /\b(?:tiktok|tik tok|toptop|douyin)\b/g],
  ["facebook", /\b(?:fb|facebook|face|messenger|mess)\b/g],
  ["zalo", /\b(?:zalo|zl|dalo)\b/g],
]

/** `@name` belongs to the platform named last before it, within the same thought. */
export function findHandles(folded: Folded, claims: Claims): Found[] {
  const found: Found[] = []
  for (const match of folded.text.matchAll(handle)) {
    const name = (match[1] ?? "").replace(/[._]*$/, (tail) => tail.replace(/\.+$/, ""))
    const end = match.index + match[0].length - ((match[1] ?? "").length - name.length)
    if (!claims.isFree(match.index, end)) continue
    const platform =
      platformBehind(folded.text.slice(end, end + 30)) ??
      lastPlatform(folded.text.slice(Math.max(0, match.index - 60), match.index)) ??
      linkedPlatform(folded.text.slice(Math.max(0, match.index - 500), match.index))
    if (platform === null) continue
    claims.take(match.index, end)
    found.push({ kind: "social", value: `${platform}:${name}`, start: match.index, end })
  }
  return [...found, ...bareHandles(folded, claims), ...numberedProfiles(folded, claims)]
}

const profileId = /\b(?:fb|facebook|face)\b[^0-9\n]{0,20}\b(?:id|uid)\b[\s:=]*(\d{8,20})(?!\d)/g

/** "fb (id 100000000778812)" */
function* numberedProfiles(folded: Folded, claims: Claims): Generator<Found> {
  for (const match of folded.text.matchAll(profileId)) {
    const id = match[1] ?? ""
    const end = match.index + match[0].length
    if (!claims.isFree(end - id.length, end)) continue
    claims.take(end - id.length, end)
    yield { kind: "social", value: `facebook:${id}`, start: end - id.length, end }
  }
}

const bare =
  /\b(tele|telegram|tlg|tiktok|tik tok|fb|facebook)\b(?: la| ten| nick| id| acc| kenh|:| :|=){0,2} ?([a-z][a-z0-9]*[_0-9.](?:[a-z0-9_]|\.(?=[a-z0-9])){2,40})(?![a-z0-9/@.]*\/)/g

/** "zalo.me", "5tr", "24h": neither is what somebody is called. */
const looksLikeCode = (name: string) => !/[a-z]{3}/.test(name)

/** "tele: ten_ai_do", without the at sign: only with an underscore or a digit, so that no plain word is a name. */
function bareHandles(folded: Folded, claims: Claims): Found[] {
  const found: Found[] = []
  for (const match of folded.text.matchAll(bare)) {
    const name = match[2] ?? ""
    const platform = lastPlatform(match[1] ?? "") ?? "telegram"
    const end = match.index + match[0].length
    if (!claims.isFree(end - name.length, end) || looksLikeCode(name)) continue
    claims.take(end - name.length, end)
    found.push({ kind: "social", value: `${platform}:${name}`, start: end - name.length, end })
  }
  return found
}

/** "chat với @ten_000 trên telegram", "@ten_000 (tiktok)". */
function platformBehind(behind: string): string | null {
  const word =
    /^\s?(?:\(|,?\s?(?:tren|ben|o|on|qua) (?:app |mang )?)(tele|telegram|tiktok|facebook|fb|zalo)\b/.exec(
      behind,
    )?.[1]
  return word === undefined ? null : lastPlatform(word)
}

/** A name with an at sign soon behind a link to a group there: "nhóm t.me/… , admin @ten_000". */
const linkedPlatform = (before: string) => (/\bt\.me\//.test(before) ? "telegram" : null)

function lastPlatform(before: string): string | null {
  let best: { platform: string; at: number } | null = null
  for (const [platform, pattern] of platformWord)
    for (const match of before.matchAll(pattern))
      if (best === null || match.index > best.at) best = { platform, at: match.index }
  return best?.platform ?? null
}

const talk = /\b(zalo|zl|dalo|viber|whatsapp|whats app|whatapp|wapp)\b/g
const spelling: Readonly<Record<string, string>> = {
  zl: "zalo",
  dalo: "zalo",
  "whats app": "whatsapp",
  whatapp: "whatsapp",
  wapp: "whatsapp",
}
const platformOf = (word: string) => spelling[word] ?? word
const alsoPhone = /(?:sdt|dt|dien thoai|so|phone|goi|hotline|tel)\s?(?:\/|,|&|\+|va|kiem|hoac|-|kem)\s?$/
const alsoTalk =
  /^\s?[,(]?\s?(?:(?:dt|sdt|so|goi|call)\s?(?:\+|\/|&|va|,)\s?)?(?:\(|ca |co |va |kiem |cung la |dung |la |\/|kb |ket ban |, )?\s?(zalo|zl|viber|whatsapp)\b(?!\s?[:@+\d]|\s?so\s?\d|\s(?:khac|rieng))/

const saidPhone = /\b(?:sdt|dt|dien thoai|goi|phone|thue bao)\b[^0-9]{0,16}$/
/** "0305 … nhắn Zalo": what it did there is all that is said of it. */
const talksThere =
  /^\s(?:lai |da |no |co )?(?:nhan(?: tin)?|goi video|goi hinh|ket ban)(?: cho [a-z]{1,6}| toi| em)?(?: qua| bang| tren)? (zalo|zl|viber|whatsapp)\b/
/** "… qua Zalo cùng số": further on, and no other number between. */
const sameNumber = /^[^0-9]{0,90}?\b(zalo|zl|viber|whatsapp)\b (?:cung|trung|dung|chinh|chung)(?: la)? so\b/

/**
 * A number named as Zalo, Viber or WhatsApp only is that profile; one said to be telephone and Zalo is both. The
 * platform's word stands before the number with no other number between, or right behind it.
 */
export function talkOf(folded: Folded, phone: Found, previousEnd: number): Found[] {
  const { text } = folded
  const before = wordsBefore(text, phone.start, 90).slice(-Math.max(0, phone.start - previousEnd))
  let named: RegExpExecArray | null = null
  for (const match of before.matchAll(talk)) named = match
  const social = (platform: string): Found => ({
    ...phone,
    kind: "social",
    value: `${platformOf(platform)}:${phone.value}`,
  })
  if (named !== null && speaksOfNumber(before.slice(named.index + named[0].length))) {
    const isBoth = alsoPhone.test(before.slice(0, named.index))
    return isBoth ? [phone, social(named[1] ?? "")] : [social(named[1] ?? "")]
  }
  const there = talksThere.exec(text.slice(phone.end, phone.end + 50))
  if (there !== null && !saidPhone.test(before)) return [social(there[1] ?? "")]
  const after =
    alsoTalk.exec(text.slice(phone.end, phone.end + 30)) ??
    sameNumber.exec(text.slice(phone.end, phone.end + 120))
  return after === null ? [phone] : [phone, social(after[1] ?? "")]
}

/** Between "zalo" and the number: a name, "số", "sđt"; not another action ("zalo, gọi từ số …"). */
function speaksOfNumber(words: string): boolean {
  return !/\b(?:goi tu|goi den|goi vao|tu so|cuoc goi|may|hotline|stk|tk|tai khoan|email|fb|facebook|tele)\b|,\s*(?:sdt|goi|dt|so (?:dt|dien thoai|may))\b/.test(
    words,
  )
}
