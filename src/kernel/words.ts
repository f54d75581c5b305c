/**
 * Every sentence on the screen comes from a slice's `words.ts`, written once in Vietnamese and once in English.
 *
 * The Vietnamese catalogue decides the shape; the English one must have the same keys, and its functions the same
 * parameters, or the program does not compile. `catalogues` lists them all, so that one test can also refuse an
 * empty or forgotten sentence.
 */
export type Lang = "vi" | "en"

export type Sentences = {
  readonly [key: string]: string | ((...values: never[]) => string) | Sentences
}

/** The same keys and the same parameters, other words. */
type SameShape<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: SameShape<T[Key]> }

export type Words<T> = { readonly vi: SameShape<T>; readonly en: SameShape<T> }

const defined: Words<Sentences>[] = []

/** All catalogues of the modules loaded so far. */
export const catalogues: readonly Words<Sentences>[] = defined

/** `const words = defineWords({ vi: {…}, en: {…} })`; a page then says `const t = words[lang]`. */
export function defineWords<const T extends Sentences>(words: { vi: T; en: SameShape<T> }): Words<T> {
  const catalogue = words as unknown as Words<T>
  defined.push(catalogue as unknown as Words<Sentences>)
  return catalogue
}

/** One sentence in both languages, where the thing stands that it names. */
export type Say = { readonly vi: string; readonly en: string }

/** `say("Ghi ngày giao", "Note the day of service")`; a page then says `words[lang]`. */
export const say = (vi: string, en: string): Say => ({ vi, en })

/** A sentence that a catalogue has already, because a table says it too. */
export const sayOf = <T extends object>(
  words: { readonly vi: T; readonly en: T },
  of: (t: T) => string,
): Say => say(of(words.vi), of(words.en))

/** The entries of one part of a catalogue, each in both languages: the answers of a choice. */
export function sayEach<T extends object, Key extends string>(
  words: { readonly vi: T; readonly en: T },
  of: (t: T) => Readonly<Record<Key, string>>,
): Readonly<Record<Key, Say>> {
  const [vi, en] = [of(words.vi), of(words.en)]
  return Object.fromEntries((Object.keys(vi) as Key[]).map((key) => [key, say(vi[key], en[key])])) as Record<
    Key,
    Say
  >
}

/** Two catalogues that one page reads as one; each file stays short enough to be read. */
export function joinWords<A extends Words<object>, B extends Words<object>>(one: A, other: B) {
  type Joined = A["vi"] & B["vi"]
  const join = (lang: Lang) => ({ ...one[lang], ...other[lang] }) as Joined
  return { vi: join("vi"), en: join("en") }
}

/** What is wrong with a catalogue: a path and a reason each. Empty when it is complete. */
export function gapsOf(words: Words<Sentences>): string[] {
  return [
    ...blanks(words.vi as Sentences, "vi"),
    ...blanks(words.en as Sentences, "en"),
    ...differences(words.vi as Sentences, words.en as Sentences, ""),
  ]
}

function blanks(part: Sentences, path: string): string[] {
  return Object.entries(part).flatMap(([key, value]) => {
    const here = `${path}.${key}`
    if (typeof value === "string") return value.trim() === "" ? [`${here} is empty`] : []
    return typeof value === "function" ? [] : blanks(value, here)
  })
}

function differences(vi: Sentences, en: Sentences, path: string): string[] {
  const keys = new Set([...Object.keys(vi), ...Object.keys(en)])
  return [...keys].flatMap((key) => {
    const here = path === "" ? key : `${path}.${key}`
    const [left, right] = [vi[key], en[key]]
    if (left === undefined || right === undefined) return [`${here} is missing in ${left ? "en" : "vi"}`]
    if (typeof left !== typeof right) return [`${here} is of another kind in en`]
    if (typeof left === "object" && typeof right === "object") return differences(left, right, here)
    return isUntranslated(left, right) ? [`${here} is still Vietnamese in en`] : []
  })
}

/** Proper names may stay as they are; a sentence of more than four words may not. */
function isUntranslated(vi: unknown, en: unknown): boolean {
  return typeof vi === "string" && vi === en && vi.split(/\s+/).length > 4
}
