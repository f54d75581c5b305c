/** A name as hands write it: run together, over a line's end, without its middle, with initials, behind "bà" alone. Folded text. */

import { fold } from "../read/fold.ts"

export type NameShape = {
  pattern: RegExp
  /** The whole name: then other accents are a slip of the pen. A part of it with other accents is another word ("vẫn an"). */
  isWhole: boolean
  /** Streets and communes are called so too ("đường Lê Lợi"). */
  isOfPlaces: boolean
}

const room = "\\s{0,5}"
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
const alone = (inside: string) => new RegExp(`(?<![\\p{L}\\p{N}])${inside}(?![\\p{L}\\p{N}])`, "gu")
/** Words of a name at most whose initials are looked for. */
const initialsMax = 5

/** `folded`: the name, folded. The longest shapes come first. */
export function shapesOf(folded: string): NameShape[] {
  const words = folded.trim().split(/\s+/).map(escaped)
  const shape = (inside: string, is: Partial<NameShape> = {}): NameShape => ({
    pattern: alone(inside),
    isWhole: false,
    isOfPlaces: false,
    ...is,
  })
  const whole = shape(words.join(room), { isWhole: true })
  const parts = words.slice(1, -1).map((_, i) => shape(words.slice(i + 1).join(room)))
  return [whole, ...shortened(words).map(({ inside, ...is }) => shape(inside, is)), ...parts]
}

/** "Nguyễn Hoa", "Nguyễn T. Hoa", "N.T.Hoa", "N. Thị Hoa"; never "N.T.H.", which is how names are left out. */
function shortened(words: readonly string[]): { inside: string; isOfPlaces: boolean }[] {
  const [first = "", ...others] = words
  const last = others.pop() ?? ""
  const isPlain = words.every((word) => /^[a-z]+$/.test(word))
  if (words.length < 3 || words.length > initialsMax || !isPlain) return []
  const initial = (word: string) => word.slice(0, 1)
  const middle = others.map((word) => `(?:${word}|${initial(word)}\\.?)${room}`)
  return [
    { inside: `${first}\\s{1,5}${middle.join("")}${last}`, isOfPlaces: false },
    { inside: `${initial(first)}\\.${room}${middle.join("")}${last}`, isOfPlaces: false },
    { inside: `${first}\\s{1,5}${last}`, isOfPlaces: true },
  ]
}

/** Words that go before what is called after a person. */
export const placeBefore =
  /(?:^|[^a-z])(?:duong|pho|ngo|hem|ngach|phuong|xa|huyen|quan|tinh|thi tran|thon|ap|truong|thpt|thcs|benh vien|cho|cau|cong vien|khu|thanh pho|tp)\.?\s{0,3}$/

const marksOf = (word: string) => (word.normalize("NFD").match(/\p{M}/gu) ?? []).toSorted()
const isWithin = (few: readonly string[], many: readonly string[]) => {
  const left = [...many]
  return few.every((mark) => {
    const at = left.indexOf(mark)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}
/** Each word as the name has it, or with accents left out. A name that was given without any is met by all. */
export function hasAccentsOf(written: string, name: string): boolean {
  if (marksOf(name).length === 0) return true
  const known = Map.groupBy(wordsOf(name), (word) => fold(word).text)
  return wordsOf(written).every((word) => {
    const twins = known.get(fold(word).text)
    return twins === undefined || twins.some((twin) => isWithin(marksOf(word), marksOf(twin)))
  })
}
const wordsOf = (text: string) => text.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== "")
