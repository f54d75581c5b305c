/** One search over everything that an officer may read. Each slice finds its own records; `app.ts` puts them together. */
import { readAsOfficer, type Tx } from "../db/database.ts"
import type { Desk, Language } from "../http/env.ts"

/** One record, in words that its reader may see in the list of its kind as well. */
export type Hit = { href: string; title: string; note: string }
export type Found = {
  /** The name of these records, as in the navigation. */
  kind: string
  hits: readonly Hit[]
  /** Counted up to the limit of the list of its kind. */
  total: number
  /** The list of its kind, asked the same. */
  all: string
}
/** Null: this officer reads no such records. `text` is trimmed and not empty. */
export type Finder = (tx: Tx, ask: { desk: Desk; lang: Language; text: string }) => Promise<Found | null>

/** So many of each kind are shown; the list of its kind has the rest. */
export const hitsMax = 5

/** Longer words are cut as in every list. */
export const askedMax = 200

/** In one transaction that changes nothing, one kind after the other. Kinds without a record come last. */
export function findAnything(
  desk: Desk,
  lang: Language,
  text: string,
  finders: readonly Finder[],
): Promise<Found[]> {
  return readAsOfficer(desk.house.db, desk.who, async (tx) => {
    const found: Found[] = []
    for (const finder of finders) {
      const one = await finder(tx, { desk, lang, text })
      if (one !== null) found.push(one)
    }
    return found.toSorted((a, b) => Number(b.total > 0) - Number(a.total > 0))
  })
}
