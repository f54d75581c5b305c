/**
 * An officer decides that a number of a tip is the reporter's or a victim's, after it was shared or warned of: what rests on
 * that tip, or on no tip at all, is taken back with the same word, in its transaction. What other tips accuse too stays.
 */
import type { Tx } from "../../kernel/db/database.ts"
import type { Step } from "../domain/life.ts"
import { standingOn } from "../store/own-after-all.ts"
import { words } from "../words.ts"
import type { Seat } from "./seat.ts"
import { takeStepIn } from "./steps.ts"

export async function takeBackOwn(
  tx: Tx,
  seat: Seat,
  of: { signalId: string; kind: string; value: string },
): Promise<number> {
  const standing = await standingOn(tx, of)
  // History is kept in Vietnamese, as the officers of the body write it.
  for (const { id, state, writers } of standing)
    for (const step of waysOut(state, writers.includes(seat.officerId)))
      await takeStepIn(tx, seat, { kind: "indicator", id }, { step, note: words.vi.ownAfterAll })
  return standing.length
}

function waysOut(state: string, isWriter: boolean): readonly Step[] {
  if (state === "released") return ["recall"]
  if (state === "draft") return ["drop"]
  return isWriter ? ["takeBack", "drop"] : ["refuse"]
}
