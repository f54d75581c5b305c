import { type LocalDate, localDateOf } from "../../kernel/time.ts"

/** Answered after the day that was asked, or that day is over and no answer came. */
export function isLateRequest(
  request: { dueOn: LocalDate; answeredAt: string | null },
  today: LocalDate,
): boolean {
  const day = request.answeredAt === null ? today : localDateOf(new Date(request.answeredAt))
  return day > request.dueOn
}
