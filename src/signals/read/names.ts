/** Pages and people on Facebook named by what they call themselves, where no link is given. */
import { type Folded, fold, typed } from "./fold.ts"
import type { Found } from "./identifiers.ts"

const quoted = /"([^"\n]{3,60})"/g
/** What right before the quotes says that this is what somebody calls themselves there. */
const calledPage =
  /\b(?:page|fanpage|trang(?: fb| facebook)?|nick(?: gia)?(?: ten| la| cua)?|nich|acc(?: fb)?(?: ten)?|called|named)(?: (?:fb|face|facebook))?(?: gia| ten| la| cua| mang ten){0,2}[\s:]*$/
const calledOnFacebook =
  /\b(?:fb|facebook|face|mess|messenger|mkp|marketplace)(?: cua (?:no|han|ho|ke gian|doi tuong))?(?: gia| ten| la| cua| nick| mang ten| shop){0,3}[\s:,(]*$/
/** 'nhóm "…" trên fb': a group is called as it likes, without capitals too. */
const calledGroup = /\b(?:nhom|group|gr|hoi nhom|page|fanpage|trang)(?: ten| la)?[\s:]*$/
/** 'lên fb kể khổ, có "…" vào nhắn': whoever writes there has a name there. */
const writesBehind = /^,?\s?(?:vao |lien |da |no |moi )?(?:nhan|ib|inbox|add|ket ban|kb|moi|comment|cmt)\b/
/** "… trên facebook", "… (fb)", "… facebook. Nó …": the platform right behind the name. */
const calledAfter = /^[,\s]{0,2}\(?(?:(?:tren|o|ben|qua|on|cua)\s)?(?:mang )?(?:fb|face|facebook)\b/
const facebookWord = /\b(?:fb|facebook|face|mess|messenger|mkp|marketplace|page|fanpage)\b/g
const otherPlatform =
  /\b(?:zalo|zl|tele|telegram|tiktok|viber|whatsapp|instagram|ig|shopee|lazada|app|web|website|tinder|youtube|email)\b/g
const bare =
  /\b(?:ten |nick |nich |page |fanpage |trang |acc |tai khoan |nguoi dung )?(?:fb|facebook|face|fanpage|page)(?: ten| la| nick|:| ten la){0,2} ?\(?(?:ten |nick |acc |page )?([^\n"@:/.,;()]{3,60})/g

export function findDisplayNames(folded: Folded): Found[] {
  return [...quotedNames(folded), ...bareNames(folded), ...labelledNames(folded), ...namesBefore(folded)]
}

const labelled =
  /(?:^|[\n:,-])[^\S\n]{0,9}([^\s:,()"][^\n:,()"]{4,59}?) \((?:tren |nick |acc |trang )?(?:fb|facebook|face)\)/g

/** "Người bán: Vườn Bonsai 000 (Facebook)" */
function* labelledNames(folded: Folded): Generator<Found> {
  for (const match of folded.text.matchAll(labelled)) {
    const words = match[1] ?? ""
    const start = match.index + match[0].indexOf(words)
    const name = capitalised(typed(folded, start, start + words.length))
    if (name !== null) yield facebook(name, start)
  }
}

/** "tên Daniel Wong 000 trên facebook", "shop Giày Xịn 000 (fb)", "named Robert Hale 000, we met on Facebook". */
const platformBehind =
  /\b(?:ten(?: la)?|nick|acc|shop|page|trang|named|called|cua) ([a-z0-9][a-z0-9 .&-]{3,50}?)(?:[,\s]{1,2}(?:[a-z]{1,8} ){0,3}(?:tren|on|ben|qua)(?: mang)? |\s?\(| )(?:fb|facebook|face)\b/g

/** Words with capitals right before "trên facebook" or "(fb)". */
const platformWord = /(?:,?\s(?:tren|on|ben|qua)\s|\s?\()(?:fb|facebook|face)\b/g
const capitalsBefore = /(?:[\p{Lu}\d][\p{L}\p{M}\d.&-]*\s){1,6}[\p{Lu}\d][\p{L}\p{M}\d.&-]*$/u

function* namesBefore(folded: Folded): Generator<Found> {
  for (const match of folded.text.matchAll(platformWord)) {
    const from = Math.max(0, match.index - 60)
    const shown = folded.original.slice(folded.from[from] ?? 0, folded.from[match.index] ?? 0)
    const name = capitalsBefore.exec(shown)?.[0].normalize("NFC")
    // Digits alone, or a name that begins with them, are an amount or a date.
    if (name !== undefined && /^\p{Lu}/u.test(name))
      yield facebook(name, match.index - fold(name).text.length)
  }
  for (const match of folded.text.matchAll(platformBehind)) {
    const words = match[1] ?? ""
    const start = match.index + match[0].indexOf(words)
    const shown = typed(folded, start, start + words.length)
    const name = capitalised(shown)
    if (name !== null && name.length === shown.trim().length) yield facebook(name, start)
  }
}

function* quotedNames(folded: Folded): Generator<Found> {
  for (const match of folded.text.matchAll(quoted)) {
    const words = match[1] ?? ""
    const before = folded.text.slice(Math.max(0, match.index - 300), match.index)
    const start = match.index + 1 + (words.length - words.trimStart().length)
    const name = typed(folded, match.index + 1, match.index + 1 + words.length).trim()
    const after = folded.text.slice(match.index + match[0].length, match.index + match[0].length + 20)
    const isNamed =
      (calledAfter.test(after) && (isCapitalised(name) || calledGroup.test(before))) ||
      (writesBehind.test(after) && isCapitalised(name) && isOnFacebook(before.slice(-90))) ||
      (calledPage.test(before) && isOnFacebook(before)) ||
      (calledOnFacebook.test(before) && (isCapitalised(name) || /^[^,]{3,30} \d+$/.test(name)))
    if (isNamed) yield facebook(name, start)
  }
}

function* bareNames(folded: Folded): Generator<Found> {
  for (const match of folded.text.matchAll(bare)) {
    const words = match[1] ?? ""
    const end = match.index + match[0].length
    const name = capitalised(typed(folded, end - words.length, end))
    if (name !== null) yield facebook(name, end - words.length + (words.length - words.trimStart().length))
  }
}

const facebook = (name: string, start: number): Found => ({
  kind: "social",
  value: `facebook:${name.toLowerCase()}`,
  start,
  end: start + name.length,
})

/** The platform named last before decides; a page without one is on Facebook. */
function isOnFacebook(before: string): boolean {
  const last = (pattern: RegExp) => [...before.matchAll(pattern)].at(-1)?.index ?? -1
  return last(facebookWord) > last(otherPlatform)
}

/** A slogan in quotes is a sentence; a name has capitals or digits in more than half of its words, and no comma. */
function isCapitalised(shown: string): boolean {
  const words = shown.split(/\s+/)
  return !shown.includes(",") && words.filter((word) => /^[\p{Lu}\d]/u.test(word)).length * 2 >= words.length
}

/** At least two words with capitals or digits, up to the first that has neither. */
function capitalised(shown: string): string | null {
  const words = shown.trim().split(/\s+/)
  const count = words.findIndex((word) => !/^[\p{Lu}\d]/u.test(word))
  const name = words.slice(0, count < 0 ? words.length : count)
  return name.length < 2 || !/^\p{Lu}/u.test(name[0] ?? "") ? null : name.join(" ")
}
