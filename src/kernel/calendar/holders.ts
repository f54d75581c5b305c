/**
 * Whoever keeps counted deadlines, so that a day off that is decided moves all of them together. A slice hands its holder in
 * through its front door; `app.ts` lists them, and the calendar knows no slice.
 */
import type { Database } from "../db/database.ts"
import type { Lang } from "../words.ts"

/** A deadline whose day changed; `before`, `after`: `YYYY-MM-DD`, for hours `YYYY-MM-DDTHH:MM`, null: no day. */
export type Moved = { purpose: string; before: string | null; after: string | null }

export type DeadlineHolder = {
  /** Counts every running deadline by the calendar as it stands, keeps and journals what moved; twice moves nothing twice. */
  recount(db: Database): Promise<Moved[]>
  /** The deadline's name in a list, or null where the purpose is another holder's. */
  nameOf(purpose: string, lang: Lang): string | null
}

export async function recountAll(holders: readonly DeadlineHolder[], db: Database): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const holder of holders) moved.push(...(await holder.recount(db)))
  return moved
}
