/** A fine decided where the act was seen, without a record (Luật XLVPHC Đ56), by whoever may sanction. */
import { legalRules } from "../../kernel/calendar/data.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { aboveSpot, isSameOffender, spotLimitOn } from "../domain/on-the-spot.ts"
import { insertSanctions, type NewSanction } from "../store/acts.ts"
import { markTaken, takesNumber } from "./hearing.ts"
import { type Deciding, type DecidingRefusal, decisionNumber, openActs, sanctionsFor } from "./sanction.ts"
import { type Facts, type Result, take } from "./take.ts"

export type SpotDeciding = Deciding & {
  /** How the act came to light: what technical means found needs a record whatever it costs. */
  seenBy: "eyes" | "device"
}
export type SpotRefusal = DecidingRefusal | "aboveSpot" | "foundByDevice"

export const decideOnSpot = (
  desk: Desk,
  id: string,
  input: SpotDeciding,
): Promise<Result<SpotRefusal | "numberTaken">> => {
  const decide = take<SpotRefusal | "datesWrong" | "numberTaken">
  return decide(
    desk,
    id,
    "onSpot",
    async (facts, today, tx) => {
      const on = input.decidedOn || today
      const made = spotSanctions(desk, facts, input, on)
      if ("refused" in made) return made
      if (!(await takesNumber(tx, decisionNumber(input, on, id), input)))
        return { refused: "numberTaken" as const }
      const total = made.sanctions.reduce((sum, one) => sum + (one.amount ?? 0), 0)
      return {
        at: on,
        note: input.number,
        rule: made.ruleId,
        details: { acts: made.sanctions.length, total, decidedOn: on },
        write: async () => {
          await insertSanctions(tx, made.sanctions)
          await markTaken(tx, input, today)
        },
      }
    },
    input.decidedOn ?? null,
  )
}

/** Every open act as a decision on the spot would judge it, or why a record is needed. */
export function spotSanctions(
  desk: Desk,
  facts: Facts,
  input: SpotDeciding,
  on: string,
): { sanctions: NewSanction[]; ruleId: string } | { refused: SpotRefusal } {
  if (input.seenBy === "device") return { refused: "foundByDevice" }
  const made = sanctionsFor(desk, facts, input, on)
  if ("refused" in made) return made
  const acts = openActs(facts)
  const fined = made.sanctions.map(({ actId, amount }) => {
    const act = acts.find(({ id }) => id === actId)
    const { foundOn = on, offenderKind = "individual" } = act ?? {}
    const offender = acts.find((one) => act !== undefined && isSameOffender(one, act))?.id ?? actId
    return { foundOn, offenderKind, offender, amount: amount ?? 0 }
  })
  if (aboveSpot(fined, legalRules()) !== null) return { refused: "aboveSpot" }
  const rule = spotLimitOn(acts[0]?.foundOn ?? on, "individual", legalRules())?.rule
  return { sanctions: made.sanctions.map((one) => ({ ...one, onSpot: true })), ruleId: rule?.id ?? "" }
}
