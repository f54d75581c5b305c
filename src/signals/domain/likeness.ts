/**
 * How alike two texts are: the share of their runs of three words that both have (Jaccard). Numbers count as one word,
 * so that the same message from another number is found. Runs are kept as hashes of 32 bits, sorted; which texts may be
 * alike at all is told by a few numbers a text (MinHash, in bands), so that nobody reads thousands of texts for one.
 */
import { fold } from "../read/fold.ts"

/** From here on a person sees at once that it is one message. */
export const alikeFrom = 0.6
/** From here on the one stands for the other: what is alike to either is found by one of them. */
export const sameFrom = 0.8
const wordsMax = 400
const runLength = 3

/** 32-bit hashes in ascending order, each once; a text of fewer than three words has none. */
export type Runs = readonly number[]

export function runsOf(text: string): Runs {
  const words = fold(text)
    .text.replace(/\d[\d\s.,-]*/g, " # ")
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((word) => word !== "")
    .slice(0, wordsMax)
  const runs = new Set<number>()
  for (let i = 0; i + runLength <= words.length; i += 1)
    runs.add(hashOf(words.slice(i, i + runLength).join(" ")))
  return [...runs].sort((a, b) => a - b)
}

export function likenessOf(one: Runs, other: Runs): number {
  if (one.length === 0 || other.length === 0) return 0
  let [both, i, j] = [0, 0, 0]
  while (i < one.length && j < other.length) {
    const [a, b] = [one[i] ?? 0, other[j] ?? 0]
    if (a === b) both += 1
    if (a <= b) i += 1
    if (b <= a) j += 1
  }
  return both / (one.length + other.length - both)
}

/** Bands of three: two texts of likeness s share one with probability 1 - (1 - s³)²⁰: 99.2 % at 0.6, 99.98 % at 0.7. */
const bandsEach = 20
const hashesInBand = 3
/** Odd multipliers and offsets, always the same: what is kept today must be found tomorrow. */
const mixers = Array.from({ length: bandsEach * hashesInBand }, (_, i) => ({
  times: hashOf(`times ${i}`) | 1,
  plus: hashOf(`plus ${i}`),
}))

/** What two alike texts have in common with near certainty; empty for a text without runs. */
export function bandsOf(runs: Runs): number[] {
  if (runs.length === 0) return []
  const least = mixers.map(({ times, plus }) => {
    let smallest = 0xffff_ffff
    for (const run of runs) smallest = Math.min(smallest, mixed(Math.imul(run, times) + plus))
    return smallest
  })
  return Array.from({ length: bandsEach }, (_, band) =>
    hashOf(`${band} ${least.slice(band * hashesInBand, (band + 1) * hashesInBand).join(" ")}`),
  )
}

export type Text = { id: string; runs: Runs }
export type Pair = { id: string; otherId: string; likeness: number }

/** The most alike among `others`, at most `most`, the nearest first; `id` names the text of `runs` itself. */
export function nearest({ id, runs }: Text, others: Iterable<Text>, most: number): Pair[] {
  return [...others]
    .map((other) => ({ id, otherId: other.id, likeness: likenessOf(runs, other.runs) }))
    .filter(({ otherId, likeness }) => otherId !== id && likeness >= alikeFrom)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
}

/** FNV-1a, 32 bits, signed as PostgreSQL's `int` is. */
function hashOf(text: string): number {
  let hash = 0x811c_9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193)
  return hash | 0
}

/** The upper bits of a product know little of the lower ones; this spreads them (the finaliser of MurmurHash3). */
function mixed(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
