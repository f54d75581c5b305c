/**
 * A piece of the letter: its words on one line, and where each stands in the letter as received.
 *
 * Every rule looks at `low` (small letters, one way of placing the tone mark, same length as `text`), so that
 * "UỶ BAN", "Ủy ban" and "Uỷ ban" are one word, and answers with ranges that are cut from `text`.
 */
import type { Span } from "./reading.ts"

export type Piece = { text: string; low: string; at: Int32Array }

/** A piece from the letter's lines: white space becomes one space, and a line's end counts as white space. */
export function pieceOf(text: string, ranges: readonly Span[]): Piece {
  const words: string[] = []
  const at: number[] = []
  for (const [from, to] of ranges) {
    for (let i = from; i < to; i++) {
      const char = text[i] ?? ""
      if (!isSpace(char)) {
        words.push(char)
        at.push(i)
      } else if (words.length > 0 && words.at(-1) !== " ") {
        words.push(" ")
        at.push(i)
      }
    }
    if (words.length > 0 && words.at(-1) !== " ") {
      words.push(" ")
      at.push(to)
    }
  }
  const joined = words.join("")
  return cut({ text: joined, low: fold(joined), at: Int32Array.from(at) }, 0, joined.length)
}

/** Part of a piece, without white space at its ends. */
export function cut(piece: Piece, from: number, to = piece.text.length): Piece {
  let [a, b] = [Math.max(0, from), Math.min(piece.text.length, to)]
  while (a < b && piece.text[a] === " ") a++
  while (b > a && piece.text[b - 1] === " ") b--
  return { text: piece.text.slice(a, b), low: piece.low.slice(a, b), at: piece.at.subarray(a, b) }
}

export function spanOf(piece: Piece): Span | null {
  const [first, last] = [piece.at[0], piece.at.at(-1)]
  return first === undefined || last === undefined ? null : [first, last + 1]
}

/** Two pieces as one, joined by a space. */
export function join(a: Piece, b: Piece): Piece {
  if (a.text === "") return b
  if (b.text === "") return a
  const gap = (a.at.at(-1) ?? 0) + 1
  return {
    text: `${a.text} ${b.text}`,
    low: `${a.low} ${b.low}`,
    at: Int32Array.from([...a.at, gap, ...b.at]),
  }
}

const isSpace = (char: string) => char === " " || char === "\n" || char === "\t" || char === "\u00a0"

/** Old and new ways of placing the tone mark; pairs of the same length. */
const tones: Record<string, string> = Object.fromEntries(
  ["oà òa", "oá óa", "oả ỏa", "oã õa", "oạ ọa", "oè òe", "oé óe", "oẻ ỏe", "oẽ õe", "oẹ ọe"]
    .concat(["uỳ ùy", "uý úy", "uỷ ủy", "uỹ ũy", "uỵ ụy"])
    .map((pair) => pair.split(" ") as [string, string]),
)

/** Small letters, one tone placement, one dash, one quotation mark; never longer or shorter than the text. */
export function fold(text: string): string {
  let low = text.toLowerCase()
  if (low.length !== text.length)
    low = [...text]
      .map((char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char))
      .join("")
  return low
    .replace(/(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/gu, (pair) => tones[pair] ?? pair)
    .replace(/[–—−]/g, "-")
    .replace(/[“”]/g, '"')
}

/** Text without these signs at its end. A loop, since `[…]+$` looks at every run of them again and again. */
export function withoutEnd(text: string, signs: string): string {
  let to = text.length
  while (to > 0 && signs.includes(text[to - 1] ?? "x")) to--
  return text.slice(0, to)
}

/** Is this letter a capital? */
export const isCapital = (char: string | undefined) => char !== undefined && char !== char.toLowerCase()
