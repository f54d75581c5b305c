/** Which trick it is: phrases of `data/signals/type-cues.csv`, weighed; the trick decides, not the channel. */
import { fold } from "./fold.ts"
import { readTable } from "./reference.ts"

export const otherType = "khac"

/** `words`: whole words of every text that the pattern meets; looking for them first spares most patterns. */
type Wording = { words: readonly string[]; pattern: () => RegExp }
/** `exact` is met by text with its diacritics, `bare` by text without: "cho" is not "chó", "lan" not "lần". */
type Cue = { type: string; weight: number; exact: Wording; bare: Wording; isVague: boolean }

/** In a cue "…" stands for up to forty characters, "#" for a number, "|" between words of a bracket for a choice. */
const cues: readonly Cue[] = readTable("signals/type-cues.csv").flatMap((row) =>
  (row.phrases ?? "")
    .split(";")
    .map((phrase) => phrase.trim().toLowerCase().normalize("NFC").replaceAll("…", "..."))
    .filter((phrase) => phrase !== "")
    .map((phrase) => ({
      type: row.type ?? "",
      weight: Number(row.weight),
      exact: wordingOf(phrase),
      bare: wordingOf(fold(phrase).text),
      // One syllable without its diacritics is five words at once.
      isVague: !/[ .#]/.test(phrase) && fold(phrase).text !== phrase,
    })),
)

/**
 * A letter or digit that a word of Vietnamese goes on with. `\p{L}` says more, and V8 spells all of it out again for each of
 * four thousand patterns: measured over the first 400 tips of a program, 3.9 s of the processor against 0.7 s.
 */
const inWord = "[0-9A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u1e00-\\u1eff]"

/** The pattern is made when a tip first asks for it: four thousand of them cost every start of the program half a second. */
function wordingOf(phrase: string): Wording {
  let made: RegExp | null = null
  const pattern = () => {
    made ??= new RegExp(`(?<!${inWord})${patternOf(phrase)}(?!${inWord})`, "u")
    return made
  }
  return { words: fixedWords(phrase), pattern }
}

/** Every pattern of the table, made now: a bracket that nobody closed throws. For the test. */
export const allPatterns = (): RegExp[] =>
  cues.flatMap(({ exact, bare }) => [exact.pattern(), bare.pattern()])

/** Longest first: it is in the fewest texts. Empty: every word of the phrase is a choice or a number. */
function fixedWords(phrase: string): string[] {
  const fixed = phrase.replace(/\([^()]*\)\??/g, " ").replace(/\S*#\S*/g, " ")
  return (fixed.match(/[\p{L}\p{N}]+/gu) ?? []).sort((one, other) => other.length - one.length)
}

function patternOf(phrase: string): string {
  return phrase
    .split("...")
    .map((part) => choices(part.trim()))
    .join(`(?!${inWord})[^;]{0,40}(?<!${inWord})`)
}

/** "(gọi|nhắn) mời": a choice in brackets; "(cho )?" may be left out. */
function choices(part: string): string {
  return part
    .split(/(\([^()]*\)\??)/)
    .map((piece) => (piece.startsWith("(") ? choiceOf(piece) : literal(piece)))
    .join("")
}

function choiceOf(piece: string): string {
  const inside = piece.slice(1, piece.lastIndexOf(")"))
  return `(?:${inside.split("|").map(literal).join("|")})${piece.endsWith("?") ? "?" : ""}`
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()[\]\\/]/g, "\\$&").replaceAll("#", "\\d[\\d.,]{0,14}")
}

/** Cues by the word that their pattern needs, so that a text asks for few of them. */
function byWord(wordingOf: (cue: Cue) => Wording): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [at, cue] of cues.entries()) {
    const word = wordingOf(cue).words[0] ?? ""
    found.set(word, [...(found.get(word) ?? []), at])
  }
  return found
}
const exactByWord = byWord((cue) => cue.exact)
const bareByWord = byWord((cue) => cue.bare)

/** The weight of the cues that each trick's table finds. `text`: as received; whoever writes with diacritics means them. */
export function cueScores(text: string): ReadonlyMap<string, number> {
  return weighed(indexesMet(text))
}

/** The cues that `text` meets, each with the pattern that finds its words in the folded text. */
export function cuesMet(text: string): { type: string; weight: number; pattern: RegExp }[] {
  return indexesMet(text).flatMap((at) => {
    const cue = cues[at]
    return cue === undefined ? [] : [{ type: cue.type, weight: cue.weight, pattern: cue.bare.pattern() }]
  })
}

/** The pattern of a phrase in the language of `data/signals/type-cues.csv`, for folded text. */
export const patternFor = (phrase: string): RegExp => wordingOf(fold(phrase.trim()).text).pattern()

function indexesMet(text: string): number[] {
  const plain = writtenOut(fold(text).text)
  const marked = writtenOut(text.toLowerCase().normalize("NFC"), accented)
  const isMarked = hasDiacritics(marked)
  const met = new Set<number>()
  const meet = (asked: string, among: typeof exactByWord, wordingOf: (cue: Cue) => Wording | null) => {
    const words = new Set(asked.split(/[^\p{L}\p{N}]+/u)).add("")
    for (const word of words)
      for (const at of among.get(word) ?? []) {
        const wording = met.has(at) ? null : wordingOf(cues[at] as Cue)
        if (wording?.words.every((one) => words.has(one)) && wording.pattern().test(asked)) met.add(at)
      }
  }
  meet(marked, exactByWord, (cue) => cue.exact)
  meet(plain, bareByWord, (cue) => (cue.isVague || (isMarked && cue.weight < 2) ? null : cue.bare))
  return [...met].sort((one, other) => one - other)
}

function weighed(met: readonly number[]): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  for (const at of met) {
    const cue = cues[at]
    if (cue !== undefined) scores.set(cue.type, (scores.get(cue.type) ?? 0) + cue.weight)
  }
  return scores
}

/** Vietnamese with its marks has one in every six letters or so; a name or two in a bare text is less. */
function hasDiacritics(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return (text.match(/(?![a-z])\p{L}/gu)?.length ?? 0) * 12 > letters
}

/** Short forms of chat, written out, so that one phrase meets them all. Source: `data/signals/short-forms.csv`. */
const accented: Readonly<Record<string, string>> = Object.fromEntries(
  readTable("signals/short-forms.csv").map((row) => [row.short ?? "", row.words ?? ""]),
)
const bareForms: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(accented).map(([form, words]) => [fold(form).text, fold(words).text]),
)

export function writtenOut(text: string, forms = bareForms): string {
  return text
    .replace(/(?<![\p{L}\p{N}])\p{L}{1,5}(?![\p{L}\p{N}])/gu, (word) => forms[word] ?? word)
    .replace(/\s+/g, " ")
}
