/**
 * Characters that no text of the database holds: NUL, and half of a pair of UTF-16. Nobody types them; they come along with
 * what another program copied. What holds one is refused, never shortened unseen.
 */

export const isStorable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed()

/** The same words without them, for whoever sends them again. */
export const storable = (text: string): string => text.replaceAll("\u0000", "").toWellFormed()

type Place = { value: unknown; parent: Place | null; key: string }

/** The place of the first such text in a parsed JSON document, as a JSON pointer (RFC 6901); null where none stands. */
export function unstorableIn(document: unknown): string | null {
  const open: Place[] = [{ value: document, parent: null, key: "" }]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value } = place
    if (!isStorable(place.key) || (typeof value === "string" && !isStorable(value))) return pointerTo(place)
    if (typeof value !== "object" || value === null) continue
    for (const [key, inside] of Object.entries(value).reverse())
      open.push({ value: inside, parent: place, key })
  }
  return null
}

const pointerCharsMax = 200

function pointerTo(place: Place): string {
  const keys: string[] = []
  for (let at: Place | null = place; at?.parent != null; at = at.parent)
    keys.push(storable(at.key).replaceAll("~", "~0").replaceAll("/", "~1"))
  return keys
    .reverse()
    .map((key) => `/${key}`)
    .join("")
    .slice(0, pointerCharsMax)
}
