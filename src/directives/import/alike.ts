/**
 * Whether a letter was imported before: the same bytes, the same number with date and issuer, or nearly the
 * same words (a second scan, a corrected copy). Words are compared by MinHash over runs of five words, so that
 * a few numbers a letter are kept instead of its text.
 */
import { collapse } from "./domain.ts"

const runWords = 5
const prints = 64
/** A longer letter is judged by its beginning. */
const charsMax = 300_000
/** Share of equal prints from which two letters are shown as nearly the same. */
export const nearlySameFrom = 0.7

export function fingerprint(text: string): number[] {
  const words = plain(text.slice(0, charsMax))
    .split(" ")
    .filter((word) => word !== "")
  const lowest = new Array<number>(prints).fill(0x7fffffff)
  for (let i = 0; i + Math.min(runWords, words.length) <= words.length; i += 1) {
    const hash = fnv(words.slice(i, i + runWords).join(" "))
    for (let p = 0; p < prints; p += 1) {
      const value = mix(hash, p)
      if (value < (lowest[p] ?? 0)) lowest[p] = value
    }
    if (words.length < runWords) break
  }
  return lowest
}

/** Estimated share of the runs of words that both have. */
export function likeness(one: readonly number[], two: readonly number[]): number {
  if (one.length !== prints || two.length !== prints) return 0
  return one.filter((value, i) => value === two[i]).length / prints
}

/** Number, date and issuer as one key; null while one of them is open. */
export function letterKey(letter: {
  number: string | null
  date: string | null
  issuer: string | null
}): string | null {
  if (letter.number === null || letter.date === null || letter.issuer === null) return null
  return [letter.number.replace(/\s/g, ""), letter.date, letter.issuer].map(plain).join("|")
}

const plain = (text: string) =>
  collapse(
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replaceAll("đ", "d")
      .replace(/[^\p{L}\p{N}/-]+/gu, " "),
  )

function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** One of `prints` orders of all hashes; 31 bits, so that PostgreSQL keeps it as `int`. */
function mix(hash: number, order: number): number {
  let value = Math.imul(hash ^ Math.imul(order + 1, 0x9e3779b1), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 1
}
