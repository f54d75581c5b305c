/** Counts by trick, place and month of a window, and where each body's tasks stand: read live, or from the lock. */
import type { Tx } from "../../kernel/db/database.ts"
import type { Counted } from "../domain/figures.ts"
import { dutiesIn, type Tallies, type Tally } from "../domain/tallies.ts"
import type { Window } from "../domain/windows.ts"
import { type Count, countsBy } from "../leadership/store/counts.ts"
import type { Scope } from "./figures.ts"

export async function readTallies(
  tx: Tx,
  { window, before, cells }: { window: Window; before: Window; cells: readonly Counted[] },
  scope: Scope,
): Promise<Tallies> {
  return {
    types: (await countsBy(tx, "type", window, scope)).map(tallyOf),
    typesBefore: (await countsBy(tx, "type", before, scope)).map(tallyOf),
    places: (await countsBy(tx, "area", window, scope)).map(tallyOf),
    months: (await countsBy(tx, "month", window, scope))
      .filter(({ figure }) => figure === "I.1")
      .map(tallyOf),
    duties: dutiesIn(cells),
  }
}

const tallyOf = ({ key, records }: Count): Tally => ({ key, value: records })
