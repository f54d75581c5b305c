/** What of a tip is read for the incident that is made of it: its kind and its place. Pure. */
import { foldName } from "../../organizations/index.ts"
import { caseKindOf, type IncidentKind, incidentKinds } from "./incident.ts"

/** The kind by the trick that the tip is filed under. Null: the tip does not say, and whoever makes the incident does. */
export const kindOfTip = (type: string): IncidentKind | null =>
  incidentKinds.find((kind) => caseKindOf(kind) === type) ?? null

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
