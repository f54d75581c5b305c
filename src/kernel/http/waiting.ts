/**
 * What waits for a person at the desks of every slice, so that the first page after signing in forgets none of them.
 * Each slice says it in one sentence a kind; `app.ts` puts them together.
 */
import type { Tx } from "../db/database.ts"
import type { Desk, Language } from "./env.ts"

/** In the order in which they are read: what is late, what is near or hurts now, what waits. */
export const urgencyOfWaiting = ["late", "soon", "calm"] as const
export type Waiting = { href: string; text: string; tone: (typeof urgencyOfWaiting)[number] }
export type WaitingAt = (tx: Tx, desk: Desk, lang: Language) => Promise<readonly Waiting[]>

/** What is most urgent leads; the slices keep their order within. */
export async function waitingFor(
  tx: Tx,
  desk: Desk,
  lang: Language,
  desks: readonly WaitingAt[],
): Promise<Waiting[]> {
  const all: Waiting[] = []
  for (const one of desks) all.push(...(await one(tx, desk, lang)))
  const rank = ({ tone }: Waiting) => urgencyOfWaiting.indexOf(tone)
  return all.toSorted((a, b) => rank(a) - rank(b))
}
