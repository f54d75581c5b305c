/** Where it happened, in the writer's own words; the officer sees and corrects it. */

import { type Folded, fold, typed } from "./fold.ts"
import { readTable } from "./reference.ts"

const unit =
  /(?<![a-z0-9])(?:xa|phuong|thi tran|tt|huyen|thi xa|tx|kcn|khu cong nghiep|cho|lang|nga tu|nga ba|ben xe|thon)\s/g
/** The nearer to an administrative unit, the better an officer can send somebody. */
const rank = [
  "xa",
  "phuong",
  "thi tran",
  "tt",
  "huyen",
  "thi xa",
  "tx",
  "kcn",
  "khu cong nghiep",
  "cho",
  "nga tu",
  "nga ba",
  "ben xe",
  "lang",
  "thon",
]
const far = /\b(?:o tan|tai tan|dang o|nuoc ngoai|gui tu|nguoi o)\s*$/

/** `province`: the code of the one whose names are known without a word such as "xã" before them. */
export function placeIn(folded: Folded, province: string): string | null {
  let best: { words: string; rank: number } | null = null
  for (const match of folded.text.matchAll(unit)) {
    const words = nameAt(folded, match.index, match[0].length)
    const order = rank.indexOf(match[0].trim())
    if (words !== null && (best === null || order < best.rank)) best = { words, rank: order }
  }
  return best?.words ?? known(folded, namesOf(province))
}

/** The unit and the capitalised words behind it ("xã Lương Bằng", "huyện Văn Lâm cũ"); one or two words in lower case. */
function nameAt(folded: Folded, at: number, length: number): string | null {
  const tail = folded.text.slice(at + length, at + length + 40)
  const end = tail.search(/[^a-z0-9 ]/)
  const unitWords = typed(folded, at, at + length).trim()
  const words = typed(folded, at + length, at + length + (end < 0 ? tail.length : end))
    .trim()
    .split(/\s+/)
  const count = words.findIndex((word) => !/^(?:\p{Lu}|\d{1,2}$)/u.test(word))
  const name = words.slice(0, count < 0 ? words.length : count).slice(0, 4)
  if (name.length === 0 || !/\p{L}/u.test(name.join(""))) return null
  const isOld = words[name.length]?.toLowerCase() === "cũ"
  return [unitWords, ...name, ...(isOld ? [words[name.length] ?? ""] : [])].join(" ")
}

const known34 = new Map<string, readonly string[]>()

/** Its communes, and the districts of before 1 July 2025; a name of one syllable is too often another word. */
function namesOf(province: string): readonly string[] {
  const before = known34.get(province)
  if (before !== undefined) return before
  const here = (row: Readonly<Record<string, string>>) => row.province === province
  const communes = readTable("administrative-units/communes-34.csv").filter(here)
  const districts = readTable("administrative-units/commune-succession-34.csv").filter(here)
  const all = new Set([
    ...communes.map((row) => row.name ?? ""),
    ...districts.map((row) => (row.old_district ?? "").replace(/^(?:Huyện|Thị xã|Thành phố|Quận) /, "")),
  ])
  const names = [...all].map((name) => fold(name).text).filter((name) => name.includes(" "))
  known34.set(province, names)
  return names
}

function known(folded: Folded, names: readonly string[]): string | null {
  for (const name of names) {
    if (!folded.text.includes(name)) continue
    const at = folded.text.search(new RegExp(`(?<![a-z])${name}(?![a-z])`))
    if (at >= 0 && !far.test(folded.text.slice(Math.max(0, at - 20), at))) {
      const isOld = /^\scu(?![a-z])/.test(folded.text.slice(at + name.length))
      return typed(folded, at, at + name.length + (isOld ? 3 : 0))
    }
  }
  return null
}
