/** A decision is served, executed, enforced; what is owed on a day. */
import type { Desk } from "../../kernel/http/env.ts"
import { pausesOf } from "../domain/clocks.ts"
import { type Charge, chargesOf } from "../domain/late.ts"
import { afterReduction, easedIn, type Owed, owedOn, unpaidOf } from "../domain/money.ts"
import { paySanction, serveSanctions } from "../store/acts.ts"
import { isRunning } from "./course.ts"
import { type FromPaper, markTaken } from "./hearing.ts"
import { type Facts, noteWith, type Result, take } from "./take.ts"

export const serveDecision = (desk: Desk, id: string, input: { servedOn: string }): Promise<Result> =>
  take(desk, id, "serve", ({ acts }, today, tx) => {
    const { servedOn } = input
    if (servedOn > today || acts.some((act) => (act.sanction?.decidedOn ?? "") > servedOn))
      return { refused: "datesWrong" as const }
    return { at: servedOn, details: { servedOn }, write: () => serveSanctions(tx, id, servedOn) }
  })

export const finesOf = ({ acts }: Pick<Facts, "acts">): number =>
  acts.reduce((sum, act) => sum + (act.sanction?.amount ?? 0), 0)

/** The days by which the charge for lateness is counted. */
function payDaysOf({ clocks }: Pick<Facts, "clocks">) {
  const pay = clocks.find((clock) => clock.purpose === "pay" && isRunning(clock))
  return { dueOn: pay?.due ?? null, pauses: pay === undefined ? [] : pausesOf(pay) }
}

/** The sum that must still be paid on a day: every fine, less what was paid or reduced, and its late charge. */
export const owed = (facts: Facts, on: string): Owed =>
  owedOn(finesOf(facts), facts.money, on, payDaysOf(facts))

/** Each day's charge for lateness until a day. */
export function chargesTo(facts: Facts, today: string): Charge[] {
  const { dueOn, pauses } = payDaysOf(facts)
  const unpaid = unpaidOf(finesOf(facts), facts.money)
  return dueOn === null ? [] : chargesOf(unpaid, dueOn, today, [...pauses, ...easedIn(facts.money)])
}

/** `paid`: now, beside what was paid in parts before. */
export const executeDecision = (
  desk: Desk,
  id: string,
  input: { paidOn: string; paid: number; note: string | null },
): Promise<Result<"notServed" | "datesWrong" | "underpaid">> =>
  take(desk, id, "execute", (facts, today, tx) => {
    const { paidOn, paid } = input
    const sanctions = facts.acts.flatMap((act) =>
      act.sanction === null ? [] : [{ act, sanction: act.sanction }],
    )
    if (sanctions.some(({ sanction }) => sanction.servedOn === null)) return { refused: "notServed" as const }
    if (paidOn > today || sanctions.some(({ sanction }) => paidOn < (sanction.servedOn ?? "")))
      return { refused: "datesWrong" as const }
    if (facts.money.some(({ happenedOn }) => happenedOn > paidOn)) return { refused: "datesWrong" as const }
    const { fines, late, paid: before, reduced } = owed(facts, paidOn)
    if (paid < fines + late) return { refused: "underpaid" as const }
    const amounts = afterReduction(
      sanctions.map(({ sanction }) => sanction.amount ?? 0),
      reduced,
    )
    return {
      at: paidOn,
      note: input.note,
      details: { paidOn, paid, late, ...(before === 0 ? {} : { before }) },
      write: async () => {
        for (const [i, { act }] of sanctions.entries()) await paySanction(tx, act.id, paidOn, amounts[i] ?? 0)
      },
    }
  })

/** A decision to enforce was made: the duty of whoever handles the case once the days to pay freely are over. */
export const enforceDecision = (
  desk: Desk,
  id: string,
  input: { number: string; note: string | null; doneOn?: string | null } & FromPaper,
) =>
  take(
    desk,
    id,
    "enforce",
    (_facts, today, tx) => ({
      note: noteWith(input.number, input.note),
      shown: { number: input.number },
      write: () => markTaken(tx, input, today),
    }),
    input.doneOn ?? null,
  )
