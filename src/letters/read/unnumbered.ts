/**
 * Headings without a number: "Đối với các sở, ban, ngành" above its dashes, "Trưởng các ấp:", "Đối với các nhà mạng: Cung cấp …".
 * They stand in the letter's tree as a number would, so that what is asked below them is asked of those they name.
 */
import { bodiesAt } from "./bodies.ts"
import { markerOf } from "./markers.ts"
import { openingOf } from "./opening.ts"
import { isCapital, type Piece } from "./piece.ts"

/** The ranks of such headings among the paragraphs, by place; each a little above what it heads. */
export function headingsWithoutNumber(paragraphs: readonly Piece[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const [i, paragraph] of paragraphs.entries()) {
    if (markerOf(paragraph.text, paragraph.low) !== null) continue
    const next = paragraphs[i + 1]
    const below = next === undefined ? null : markerOf(next.text, next.low)
    const headsItems =
      below !== null &&
      (below.kind === "dash" || below.kind === "plus") &&
      !listsPersons.test(next?.low ?? "")
    if (headsItems && (isLineOfNames(paragraph) || isTurn(paragraph))) found.set(i, below.rank - 0.5)
  }
  // A heading that goes on in its own line is one where others of its kind head items.
  if ([...found.keys()].some((i) => turn.test(paragraphs[i]?.low ?? "")))
    for (const [i, paragraph] of paragraphs.entries())
      if (!found.has(i) && isTurnInLine(paragraph)) found.set(i, 5.5)
  return found
}

const turn = /^(?:riêng )?(?:đối với|về phía) /
const listsPersons = /^[-+•*] ?(?:ông|bà|đồng chí|đ\/c) /

const isTurn = (paragraph: Piece) =>
  turn.test(paragraph.low) &&
  paragraph.text.length < 200 &&
  !/[.;]$/.test(paragraph.text) &&
  openingOf(paragraph)?.rest === null

function isTurnInLine(paragraph: Piece): boolean {
  const colon = paragraph.text.indexOf(": ")
  if (!turn.test(paragraph.low) || colon < 0 || colon > 200 || /[.;]/.test(paragraph.text.slice(0, colon)))
    return false
  return isCapital(paragraph.text[colon + 2]) && openingOf(paragraph)?.rest != null
}

/** Nothing but names of bodies, each with a capital or "các", up to the line's end or its colon. */
function isLineOfNames(paragraph: Piece): boolean {
  const { text } = paragraph
  if (text.length > 250 || /[.;,]$/.test(text) || !isCapital(text[0])) return false
  const bodies = bodiesAt(paragraph, 0)
  return (
    bodies !== null &&
    (bodies.stop === "colon" || bodies.stop === "end") &&
    /^\s?:?$/.test(text.slice(bodies.to))
  )
}
