/** How far a set of assignments has come. Done is what the body reports done, accepted or not yet. */
export type Standing = { total: number; done: number; accepted: number; late: number }

export const doneOf = (counts: Standing) => counts.done + counts.accepted
export const shareOf = (counts: Standing) => (counts.total === 0 ? 0 : doneOf(counts) / counts.total)
/** On its way and not late. */
export const underWayOf = (counts: Standing) => Math.max(0, counts.total - doneOf(counts) - counts.late)

export function sumOf(all: readonly Standing[]): Standing {
  const sum = { total: 0, done: 0, accepted: 0, late: 0 }
  for (const one of all) {
    sum.total += one.total
    sum.done += one.done
    sum.accepted += one.accepted
    sum.late += one.late
  }
  return sum
}
