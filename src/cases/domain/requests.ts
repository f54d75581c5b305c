import { type LocalDate, localDateOf } from "../../kernel/time.ts"

/** Answered after the day that was asked, or that day is over and no answer came, while the request stood. */
export function isLateRequest(
  request: { dueOn: LocalDate; answeredAt: string | null; withdrawnOn?: LocalDate | null },
  today: LocalDate,
): boolean {
  const day =
    request.answeredAt === null ? (request.withdrawnOn ?? today) : localDateOf(new Date(request.answeredAt))
  return day > request.dueOn
}

/** It waits for an answer: none came, and nobody gave it up. */
export const isOpenRequest = (request: { answer: string | null; withdrawnOn: LocalDate | null }) =>
  request.answer === null && request.withdrawnOn === null
