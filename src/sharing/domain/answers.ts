/** What a receiving body answers to an indicator, and how long it took until the last one blocked. Pure. */
export const answers = [
  "blocked",
  "taken-down",
  "not-ours",
  "more-information",
  "refused",
  "withdrawn",
] as const
export type AnswerKind = (typeof answers)[number]

/** What was done to it, at a time that the body says: a number is blocked, a site or an account taken down. */
export const isDone = (answer: AnswerKind): boolean => answer === "blocked" || answer === "taken-down"

export type AnswerFault = "noTime" | "ahead" | "sayWhy"

export function answerFault(
  { answer, doneAt, note }: { answer: AnswerKind; doneAt: Date | null; note: string | null },
  now: Date,
): AnswerFault | null {
  if (isDone(answer)) {
    if (doneAt === null) return "noTime"
    return doneAt > now ? "ahead" : null
  }
  return (answer === "refused" || answer === "more-information") && note === null ? "sayWhy" : null
}

/** Whole hours from the release to the last block; what was blocked before anybody was told took none. Null: nobody blocked. */
export function hoursToLastBlock(
  given: readonly { answer: AnswerKind; doneAt: string | null }[],
  releasedAt: string,
): number | null {
  const times = given.flatMap(({ answer, doneAt }) =>
    isDone(answer) && doneAt !== null ? [Date.parse(doneAt)] : [],
  )
  if (times.length === 0) return null
  return Math.max(0, Math.ceil((Math.max(...times) - Date.parse(releasedAt)) / 3_600_000))
}
