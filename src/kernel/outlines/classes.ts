/** Classes of a map: few enough to tell apart, with bounds that are counts somebody could have counted. */
import { formatNumber } from "../format.ts"
import type { Lang } from "../words.ts"

export type CountClass = { from: number; to: number }

const classesMax = 4

/** Of the counts above nought, about as many places in each class; the last holds the largest. */
export function classesOf(counts: readonly number[]): CountClass[] {
  const above = counts.filter((count) => count > 0).sort((a, b) => a - b)
  const tops = Array.from({ length: classesMax }, (_, i) => {
    const at = Math.ceil(((i + 1) * above.length) / classesMax) - 1
    return above[at] ?? 0
  })
  const bounds = [...new Set(tops)].filter((top) => top > 0)
  return bounds.map((to, i) => ({ from: (bounds[i - 1] ?? 0) + 1, to }))
}

/** 0: none. The first class is 1. */
export function classOf(count: number, classes: readonly CountClass[]): number {
  return count <= 0 ? 0 : classes.findIndex(({ to }) => count <= to) + 1 || classes.length
}

/** How strongly a class is inked: "none" hardly, the highest most, however few there are. */
const inks = [0.24, 0.46, 0.7, 0.95] as const
export const inkOf = (at: number, classes: number) => (at === 0 ? 0.05 : inks[inks.length - classes + at - 1])

export const rangeSaid = ({ from, to }: CountClass, lang: Lang) =>
  from === to ? formatNumber(to, lang) : `${formatNumber(from, lang)}–${formatNumber(to, lang)}`
