/** What changed enough to be said: computed, with the two numbers it was computed from. */
export type Moved = { key: string; now: number; was: number }
export type Notable = Moved

/** Fewer than five either way is chance. */
const leastChange = 5
const leastShare = 0.3

/** The strongest rises first, then falls; at most `most`. */
export function notableChanges(
  now: readonly { key: string; value: number }[],
  was: readonly { key: string; value: number }[],
  most: number,
): Notable[] {
  const earlier = new Map(was.map((one) => [one.key, one.value]))
  const later = new Map(now.map((one) => [one.key, one.value]))
  return [...new Set([...later.keys(), ...earlier.keys()])]
    .map((key) => ({ key, now: later.get(key) ?? 0, was: earlier.get(key) ?? 0 }))
    .filter(isNotable)
    .sort((a, b) => b.now - b.was - (a.now - a.was))
    .slice(0, most)
}

function isNotable({ key, now, was }: Moved): boolean {
  const by = Math.abs(now - was)
  return key !== "" && by >= leastChange && by >= leastShare * Math.max(was, 1)
}

export { firstDaysOf } from "../../domain/windows.ts"

/** The last `count` months as "2023-09", oldest first. */
export function monthsUntil(day: string, count: number): string[] {
  const [year = 0, month = 1] = day.split("-").map(Number)
  return Array.from({ length: count }, (_, i) => {
    const at = new Date(Date.UTC(year, month - count + i, 1))
    return at.toISOString().slice(0, 7)
  })
}

export function lastDayOf(month: string): string {
  const [year = 0, at = 1] = month.split("-").map(Number)
  return new Date(Date.UTC(year, at, 0)).toISOString().slice(0, 10)
}
