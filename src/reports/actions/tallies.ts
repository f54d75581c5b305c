/** Counts by trick, place and month of a window, and where each body's tasks stand: read live, or from the lock. */
import type { Tx } from "../../kernel/db/database.ts"
import { groundOn } from "../../kernel/outlines/ground.ts"
import type { LocalDate } from "../../kernel/time.ts"
import type { Counted } from "../domain/figures.ts"
import { dutiesIn, type Tallies, type Tally } from "../domain/tallies.ts"
import type { Window } from "../domain/windows.ts"
import { type Here, tipsByCommune } from "../leadership/actions/places.ts"
import { communeNames } from "../leadership/domain/areas.ts"
import { type Count, countsBy } from "../leadership/store/counts.ts"
import { actingBody, limitPasses } from "../store/figures.ts"

export async function readTallies(
  tx: Tx,
  { window, before, cells }: { window: Window; before: Window; cells: readonly Counted[] },
  { scope, province }: Here,
): Promise<Tallies> {
  return {
    types: (await countsBy(tx, "type", window, scope)).map(tallyOf),
    typesBefore: (await countsBy(tx, "type", before, scope)).map(tallyOf),
    places: namedOn(province, window.to, await tipsByCommune(tx, window, { scope, province })),
    months: (await countsBy(tx, "month", window, scope))
      .filter(({ figure }) => figure === "I.1")
      .map(tallyOf),
    duties: dutiesIn(cells),
    passes: await limitPasses(tx, window, scope === "own" ? await actingBody(tx) : null),
  }
}

/**
 * Reports pass from body to body: a place that is no commune of the list is counted and not named. A window that ends before
 * 1 July 2025 names the districts that there were.
 */
function namedOn(province: string, day: LocalDate, sums: readonly Tally[]): Tally[] {
  const { isJoined, map, shapeOf } = groundOn({ province, outlines: null }, day)
  const names = isJoined
    ? new Map(map.communes.map(({ code, name }) => [code, name.charAt(0).toLowerCase() + name.slice(1)]))
    : communeNames(province)
  const found = new Map<string, number>()
  for (const { key, value } of sums) {
    const name = names.get(shapeOf(key) ?? "") ?? ""
    found.set(name, (found.get(name) ?? 0) + value)
  }
  return [...found].map(([key, value]) => ({ key, value }))
}

const tallyOf = ({ key, records }: Count): Tally => ({ key, value: records })
