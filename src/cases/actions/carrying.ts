/**
 * A case is opened from a record of a slice above with everything carried over: the words, every act that was found, and where it
 * came from. All of it is written, or nothing.
 */
import type { Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { allViolations } from "../catalogue.ts"
import { lawDayOf, violationsOn } from "../domain/fines.ts"
import { unitsRefused } from "../domain/units.ts"
import { actsMax } from "../store/acts.ts"
import { insertOrigin, type Origin } from "../store/origins.ts"
import { type Finding, findActIn } from "./sanction.ts"
import { type Opening, openCaseIn } from "./steps.ts"
import { takeIn, todayOf } from "./take.ts"

/** The acts are of one offender or several; at least one, since the case is verified with them. */
export type Carried = { opening: Opening; acts: readonly Finding[]; origin: Origin }
export type CarryRefusal = "noRowInForce" | "datesWrong" | "tooManyActs"

export async function openCaseCarrying(
  tx: Tx,
  desk: Desk,
  { opening, acts, origin }: Carried,
): Promise<{ id: string; number: string } | { refused: CarryRefusal }> {
  if (acts.length > actsMax) return { refused: "tooManyActs" }
  for (const act of acts) {
    const lawDay = lawDayOf({ ...act, isOngoing: act.isOngoing ?? false })
    if (!violationsOn(lawDay, allViolations()).some(({ id }) => id === act.violationId))
      return { refused: "noRowInForce" }
    if (act.committedOn > act.foundOn || act.foundOn > todayOf(desk)) return { refused: "datesWrong" }
  }
  const made = await openCaseIn(tx, desk, opening)
  await insertOrigin(tx, made.id, origin)
  await journal(tx, {
    what: "case.carried",
    record: { kind: "case", id: made.id },
    details: { from: origin.kind, acts: acts.length },
  })
  const verified = await takeIn(tx, desk, made.id, {
    step: "verify",
    prepare: () => ({ note: origin.label }),
  })
  if ("refused" in verified) throw new Error(`a new case refused to be verified: ${verified.refused}`)
  for (const act of acts) {
    const found = await findActIn(tx, desk, made.id, withFittingUnits(act))
    // What could be put right was refused above, before anything was written.
    if ("refused" in found) throw new Error(`a new case refused an act: ${found.refused}`)
  }
  return made
}

/**
 * What the record of the slice above counted goes along where its row takes it. Where nothing was counted, or the row of the
 * day of the act is another, the act comes without: it is fined once an officer has said how many.
 */
function withFittingUnits({ units, ...act }: Finding): Finding {
  const lawDay = lawDayOf({ ...act, isOngoing: act.isOngoing ?? false })
  const violation = violationsOn(lawDay, allViolations()).find(({ id }) => id === act.violationId)
  const fits = violation !== undefined && unitsRefused(violation, units) === null
  return fits && units !== undefined ? { ...act, units } : act
}
