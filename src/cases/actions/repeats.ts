/**
 * Whether the offender did the same before: by the keyed hash of their papers, and only among what the acting body may
 * see. That it counts as repetition is for a person to say; here stand the facts.
 */
import type { Tx } from "../../kernel/db/database.ts"
import { formatDay } from "../../kernel/format.ts"
import { isRepeat } from "../domain/fines.ts"
import { printed } from "../papers/printed.ts"
import { type Act, earlierSanctions, openSameActs } from "../store/acts.ts"
import type { Facts } from "./take.ts"

/** `executed`: within the year after; `standing`: decided before the act and not executed yet; `several`: not decided yet. */
export type Repeat =
  | { is: "executed" | "standing"; caseId: string; number: string; decidedOn: string; paidOn: string | null }
  | { is: "several"; acts: number; cases: number }

export async function repeatsOf(tx: Tx, act: Act, facts: Facts): Promise<Repeat[]> {
  const earlier = await earlierSanctions(tx, act, facts.row.id)
  const decided = earlier.flatMap((one): Repeat[] => {
    if (one.paidOn !== null) return isRepeat(one.paidOn, act.committedOn) ? [{ is: "executed", ...one }] : []
    return one.decidedOn < act.committedOn ? [{ is: "standing", ...one }] : []
  })
  const open = await openSameActs(tx, act)
  return open.acts > 1 ? [...decided, { is: "several", ...open }] : decided
}

/** As a decision prints it among the aggravating circumstances; a person strikes what does not count. */
export function repeatText(repeat: Repeat): string {
  const t = printed.repeats
  if (repeat.is === "several") return t.several(String(repeat.acts))
  const said = t.decision(repeat.number, formatDay(repeat.decidedOn, "vi"))
  return repeat.is === "executed" ? t.executed(said, formatDay(repeat.paidOn ?? "", "vi")) : t.standing(said)
}
