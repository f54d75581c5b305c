/** A material: its words, and the same words as text that any program reads. Pure. */

export const langs = ["vi", "en"] as const
export type MaterialLang = (typeof langs)[number]
export type VersionState = "waiting" | "released" | "refused" | "replaced" | "withdrawn"

export type MaterialWords = {
  title: string
  lead: string
  points: readonly string[]
  toDo: readonly string[]
  spoken: string | null
}

export const itemsMax = 6
const itemCharsMax = 200

export type ItemFault = "tooMany" | "tooLong"

/** One a line; a comma inside a sentence stays. */
export function itemsOf(typed: string): { items: string[] } | { fault: ItemFault } {
  const items = typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
  if (items.length > itemsMax) return { fault: "tooMany" }
  return items.some((item) => item.length > itemCharsMax) ? { fault: "tooLong" } : { items }
}

export type TextHeads = { points: string; toDo: string; spoken: string; at: string }

/** For readers of screens, for messages, for a page of braille: no table, no picture, headings in capitals. */
export function plainText(words: MaterialWords, heads: TextHeads, address: string): string {
  const numbered = (items: readonly string[]) => items.map((item, at) => `${at + 1}. ${item}`)
  return [
    words.title.toLocaleUpperCase("vi"),
    "",
    words.lead,
    "",
    heads.points.toLocaleUpperCase("vi"),
    ...numbered(words.points),
    "",
    heads.toDo.toLocaleUpperCase("vi"),
    ...numbered(words.toDo),
    ...(words.spoken === null ? [] : ["", heads.spoken.toLocaleUpperCase("vi"), words.spoken]),
    "",
    `${heads.at} ${address}`,
    "",
  ].join("\n")
}
