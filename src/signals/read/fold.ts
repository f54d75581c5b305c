/**
 * People type with and without diacritics, composed and decomposed, with full-width digits. Patterns are written once,
 * against a folded text: lower case, no diacritics, plain punctuation. Each folded character knows where it stood.
 */
export type Folded = {
  text: string
  original: string
  /** UTF-16 offsets of each folded character in the original: half-open. */
  from: readonly number[]
  to: readonly number[]
}

const plain: Readonly<Record<string, string>> = {
  đ: "d",
  "–": "-",
  "—": "-",
  "‐": "-",
  "−": "-",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "‘": "'",
  "’": "'",
  "\u00a0": " ",
  "\t": " ",
  "\r": " ",
  "\u3002": ".",
  "\uff61": ".",
}
const invisible = /^[\u00ad\u200b-\u200f\u2060\ufeff]$/

/** Linear in the length of the text. */
export function fold(original: string): Folded {
  const text: string[] = []
  const from: number[] = []
  const to: number[] = []
  let at = 0
  for (const character of original) {
    const end = at + character.length
    const folded = foldCharacter(character)
    if (folded === "" && to.length > 0 && !invisible.test(character)) to[to.length - 1] = end
    for (const one of folded) {
      text.push(one)
      for (let unit = 0; unit < one.length; unit += 1) {
        from.push(at)
        to.push(end)
      }
    }
    at = end
  }
  return { text: text.join(""), original, from, to }
}

function foldCharacter(character: string): string {
  if (character < "\u0080" && character !== "\t" && character !== "\r") return character.toLowerCase()
  if (invisible.test(character)) return ""
  const known = plain[character.toLowerCase()]
  if (known !== undefined) return known
  return character
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[đ\u00a0]/g, (one) => plain[one] ?? one)
}

/** The words as they were typed, composed, between two places of the folded text. */
export function typed(folded: Folded, start: number, end: number): string {
  return folded.original.slice(...spanOf(folded, start, end)).normalize("NFC")
}

export function spanOf(folded: Folded, start: number, end: number): [number, number] {
  if (end <= start)
    return [folded.from[start] ?? folded.original.length, folded.from[start] ?? folded.original.length]
  return [folded.from[start] ?? 0, folded.to[end - 1] ?? folded.original.length]
}

/** A sentence ends, or a thought: the words before do not speak of what comes after. */
const stop = /[;!?]|\.\s|\.$/g

/** What was said just before, back to the last end of a sentence; at most `max` characters. */
export function wordsBefore(text: string, at: number, max = 60): string {
  const window = text.slice(Math.max(0, at - max), at)
  let cut = 0
  for (const match of window.matchAll(stop)) {
    const end = match.index + match[0].length
    if (!isAbbreviation(window.slice(0, match.index), text.slice(at - window.length + end, at + 1))) cut = end
  }
  return window.slice(cut)
}

/** "SĐT. 09…" announces a number and ends nothing; "Mr. X", "đ/c.", a single letter are abbreviations. */
function isAbbreviation(before: string, after: string): boolean {
  if (/(?:^|[\s.(])(?:sdt|dt|tk|stk|so)$/.test(before)) return /^[\s(+]*[\do]/.test(after)
  return /(?:^|[\s.(])(?:tp|mr|ms|ng|[a-z])$/.test(before)
}

export function wordsAfter(text: string, at: number, max = 45): string {
  const window = text.slice(at, at + max)
  const end = window.search(/[;!?]|\.\s|\n/)
  return end < 0 ? window : window.slice(0, end)
}
