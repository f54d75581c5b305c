/** Counts by trick, place and month of a window, and where each body's tasks stand: read live, or from the lock. */
import type { Tx } from "../../kernel/db/database.ts"
import type { Counted } from "../domain/figures.ts"
import { dutiesIn, type Tallies, type Tally } from "../domain/tallies.ts"
import type { Window } from "../domain/windows.ts"
import { type Here, tipsByCommune } from "../leadership/actions/places.ts"
import { communeNames } from "../leadership/domain/areas.ts"
import { type Count, countsBy } from "../leadership/store/counts.ts"

export async function readTallies(
  tx: Tx,
  { window, before, cells }: { window: Window; before: Window; cells: readonly Counted[] },
  { scope, province }: Here,
): Promise<Tallies> {
  const communes = communeNames(province)
  // Reports pass from body to body: a place that is no commune of the list is counted and not named.
  const nameOf = ({ key, value }: Tally): Tally => ({ key: communes.get(key) ?? "", value })
  return {
    types: (await countsBy(tx, "type", window, scope)).map(tallyOf),
    typesBefore: (await countsBy(tx, "type", before, scope)).map(tallyOf),
    places: (await tipsByCommune(tx, window, { scope, province })).map(nameOf),
    months: (await countsBy(tx, "month", window, scope))
      .filter(({ figure }) => figure === "I.1")
      .map(tallyOf),
    duties: dutiesIn(cells),
  }
}

const tallyOf = ({ key, records }: Count): Tally => ({ key, value: records })
