/** A decision is served, executed, enforced; what is owed on a day. */
import type { Desk } from "../../kernel/http/env.ts"
import { pausesOf } from "../domain/clocks.ts"
import { lateCharge } from "../domain/fines.ts"
import { paySanction, serveSanctions } from "../store/acts.ts"
import { isRunning } from "./course.ts"
import { type Facts, noteWith, type Result, take } from "./take.ts"

export const serveDecision = (desk: Desk, id: string, input: { servedOn: string }): Promise<Result> =>
  take(desk, id, "serve", ({ acts }, today, tx) => {
    const { servedOn } = input
    if (servedOn > today || acts.some((act) => (act.sanction?.decidedOn ?? "") > servedOn))
      return { refused: "datesWrong" as const }
    return { at: servedOn, details: { servedOn }, write: () => serveSanctions(tx, id, servedOn) }
  })

/** What must be paid on a day: every fine and its late charge. */
export function owed(facts: Facts, on: string): { fines: number; late: number } {
  const pay = facts.clocks.find((clock) => clock.purpose === "pay" && isRunning(clock))
  const fines = facts.acts.reduce((sum, act) => sum + (act.sanction?.amount ?? 0), 0)
  if (pay === undefined || pay.due === null) return { fines, late: 0 }
  return { fines, late: lateCharge(fines, pay.due, on, pausesOf(pay)) }
}

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
    const { fines, late } = owed(facts, paidOn)
    if (paid < fines + late) return { refused: "underpaid" as const }
    return {
      at: paidOn,
      note: input.note,
      details: { paidOn, paid, late },
      write: async () => {
        for (const { act, sanction } of sanctions) await paySanction(tx, act.id, paidOn, sanction.amount ?? 0)
      },
    }
  })

/** A decision to enforce was made: the duty of whoever handles the case once the days to pay freely are over. */
export const enforceDecision = (
  desk: Desk,
  id: string,
  input: { number: string; note: string | null; doneOn?: string | null },
) =>
  take(
    desk,
    id,
    "enforce",
    () => ({ note: noteWith(input.number, input.note), shown: { number: input.number } }),
    input.doneOn ?? null,
  )
