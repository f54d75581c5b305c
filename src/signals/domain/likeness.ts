/**
 * How alike two texts are: the share of their runs of three words that both have (Jaccard). Numbers count as one word,
 * so that the same message from another number is found.
 */
import { fold } from "../read/fold.ts"

/** From here on a person sees at once that it is one message. */
export const alikeFrom = 0.6
const wordsMax = 400
const runLength = 3

export function runsOf(text: string): Set<string> {
  const words = fold(text)
    .text.replace(/\d[\d\s.,-]*/g, " # ")
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((word) => word !== "")
    .slice(0, wordsMax)
  const runs = new Set<string>()
  for (let i = 0; i + runLength <= words.length; i += 1) runs.add(words.slice(i, i + runLength).join(" "))
  return runs
}

export function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  let both = 0
  for (const run of one) if (other.has(run)) both += 1
  return both / (one.size + other.size - both)
}

export type Text = { id: string; runs: ReadonlySet<string> }
export type Pair = { id: string; otherId: string; likeness: number }

/** Of each fresh text the most alike among `others`, at most `most`; by an index of runs, never all against all. */
export function pairsOf(fresh: readonly Text[], others: readonly Text[], most: number): Pair[] {
  const where = new Map<string, Text[]>()
  for (const text of others)
    for (const run of text.runs) where.set(run, [...(where.get(run) ?? []), text].slice(-200))
  const seen = new Set<string>()
  return fresh.flatMap(({ id, runs }) => {
    const near = new Set([...runs].flatMap((run) => where.get(run) ?? []))
    return [...near]
      .filter((other) => other.id !== id)
      .map((other) => ({ id, otherId: other.id, likeness: likenessOf(runs, other.runs) }))
      .filter(({ likeness }) => likeness >= alikeFrom)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, most)
      .filter(({ otherId }) => {
        const key = [id, otherId].sort().join(" ")
        return !seen.has(key) && seen.add(key)
      })
  })
}
