/** The review of what went out at once. Pure. */

/** Ours, not a law's: nobody's content is asked away for longer on one officer's word. */
export const reviewHours = 24
const hourMs = 3_600_000

export type SentAtOnce = {
  emergency: string | null
  sentAt: string | Date | null
  reviewedBy: string | null
  approvedBy: string | null
  state: string
}

/** By when another officer reviews it; null: it did not go out at once, or is reviewed, or taken back. */
export function reviewDueAt({ emergency, sentAt, reviewedBy, approvedBy, state }: SentAtOnce): string | null {
  if (emergency === null || sentAt === null || reviewedBy !== null || approvedBy !== null) return null
  if (state === "reversed") return null
  return new Date(new Date(sentAt).getTime() + reviewHours * hourMs).toISOString()
}

export const isReviewLate = (one: SentAtOnce, now: Date): boolean => {
  const due = reviewDueAt(one)
  return due !== null && now.getTime() >= Date.parse(due)
}
