/** What of a tip is read for the incident that is made of it: its kind and its place. Pure. */
import { foldName } from "../../organizations/index.ts"
import type { IncidentKind } from "./incident.ts"

/** Null: the tip does not say which, and whoever makes the incident does. */
export const kindOfTip = (type: string): IncidentKind | null =>
  type === "trom-cap-thiet-bi-vien-thong" ? "theft" : type === "pha-hoai-ha-tang" ? "sabotage" : null

/** The place whose whole name stands in the words, the longest name first; null: none, or two of the same length. */
export function placeIn<Place extends { name: string }>(
  words: string,
  places: readonly Place[],
): Place | null {
  const padded = (text: string) =>
    ` ${foldName(text)
      .replace(/[^a-z0-9]+/g, " ")
      .trim()} `
  const said = padded(words)
  const found = places.filter(({ name }) => said.includes(padded(name)))
  const longest = Math.max(0, ...found.map(({ name }) => name.length))
  const best = found.filter(({ name }) => name.length === longest)
  return best.length === 1 ? (best[0] ?? null) : null
}
