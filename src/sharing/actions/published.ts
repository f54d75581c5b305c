/** The published warnings, as anybody may read them. */
import { readAsPublic } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { localDateOf } from "../../kernel/time.ts"
import { type Published, standingOf } from "../domain/published.ts"
import { isWarningContested } from "../store/contests.ts"
import { isWarningDoubted } from "../store/doubts.ts"
import {
  filtersOfWarnings,
  indicatorsOfWarning,
  type NamedIndicator,
  publishedWarning,
  publishedWarnings,
  type WarningFilter,
} from "../store/public.ts"

export type Shown = Published & { standing: ReturnType<typeof standingOf> }
export type { NamedIndicator }

export async function readPublished(
  house: House,
  filter: WarningFilter,
  { limit, offset }: { limit: number; offset: number },
) {
  const today = localDateOf(house.clock.now())
  return readAsPublic(house.db, async (tx) => {
    const rows = await publishedWarnings(tx, filter, { limit: limit + 1, offset })
    const shown: Shown[] = rows.slice(0, limit).map((row) => ({ ...row, standing: standingOf(row, today) }))
    return { shown, hasMore: rows.length > limit, ...(await filtersOfWarnings(tx)) }
  })
}

/** Places and tricks of what was ever published. */
export const filtersOfPublished = (house: House) => readAsPublic(house.db, filtersOfWarnings)

export async function readOnePublished(
  house: House,
  code: number,
): Promise<{ warning: Shown; named: NamedIndicator[]; isContested: boolean; isDoubted: boolean } | null> {
  const today = localDateOf(house.clock.now())
  return readAsPublic(house.db, async (tx) => {
    const warning = await publishedWarning(tx, code)
    if (warning === null) return null
    return {
      warning: { ...warning, standing: standingOf(warning, today) },
      named: await indicatorsOfWarning(tx, code),
      isContested: await isWarningContested(tx, code),
      isDoubted: await isWarningDoubted(tx, code),
    }
  })
}
