/** A contest's life, who may decide it, and what the public is told of all of them. Pure. */
export type ContestState = "open" | "kept" | "removed"
export type Outcome = Exclude<ContestState, "open">

/** The officers who wrote, changed, put forward or released what is contested. */
export type Hands = { writers: readonly string[]; releasedBy: string | null }

export type ContestRefusal = "decided" | "yourOwn"

/** As `guard_contest` of migration 0820 holds it, whoever the statement comes from. */
export function mayDecide(
  state: ContestState,
  hands: Hands,
  officerId: string,
): true | { refused: ContestRefusal } {
  if (state !== "open") return { refused: "decided" }
  if (hands.writers.includes(officerId) || hands.releasedBy === officerId) return { refused: "yourOwn" }
  return true
}

/**
 * No law sets a term for this yet; a first complaint has the nearest one ("thời hạn giải quyết khiếu nại lần đầu", Luật Khiếu
 * nại 02/2011 Điều 28). The page says that nobody has compared it.
 */
export const contestRule = "KN-GQ-L1"
