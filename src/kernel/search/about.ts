/** What is known of one number, account or address, summed by each slice from what the reader may see. `app.ts` puts the parts together. */
import type { Tx } from "../db/database.ts"
import type { Desk, Language } from "../http/env.ts"
import type { Hit } from "./finder.ts"

/** `kind` and `value` in the canonical form of the reader of tips. */
export type AskedAbout = { desk: Desk; lang: Language; kind: string; value: string }

export type AboutPart = {
  title: string
  /** Counted up to the limit of its slice; may be more than the records shown. */
  total: number
  /** There are more than `total`: nobody counted on. */
  isMore?: boolean
  hits: readonly Hit[]
  /** The list that holds the rest; null: all are shown, or there is no list. */
  all: string | null
}

/** Empty: this officer reads no such records. */
export type AboutIdentifier = (tx: Tx, asked: AskedAbout) => Promise<readonly AboutPart[]>

/** Records of each part that are shown. */
export const aboutMax = 20

/** Asked of a store, so that a page knows whether there are more than it shows. */
export const aboutAsked = aboutMax + 1

/** The records that are shown, of the `aboutAsked` that were read. */
export const firstOf = <T>(rows: readonly T[]) => ({
  shown: rows.slice(0, aboutMax),
  total: Math.min(rows.length, aboutMax),
  isMore: rows.length > aboutMax,
})
