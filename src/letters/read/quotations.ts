/** Words of another document, between quotation marks over whole paragraphs: what a law says asks nobody here. */
import type { Piece } from "./piece.ts"

/** A quotation that is not closed within so many paragraphs was never one: a mark was lost. */
const quotedMax = 60

export function withoutQuotations(paragraphs: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  for (let at = 0; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at]
    if (paragraph === undefined) break
    const { low } = paragraph
    if (/^"[^"]{20,}"[.;,\s]*$/.test(low)) continue
    const end = opens(low) ? endOf(paragraphs, at) : at
    if (end === at || !low.startsWith('"')) kept.push(paragraph)
    at = end
  }
  return kept
}

/** The mark is left open at the paragraph's start or after a colon. */
const opens = (low: string) => isOdd(low) && /(?:^|: ?)"[^"]*$/.test(low)

function endOf(paragraphs: readonly Piece[], at: number): number {
  const last = Math.min(paragraphs.length - 1, at + quotedMax)
  for (let i = at + 1; i <= last; i++) {
    const low = paragraphs[i]?.low ?? ""
    if (!isOdd(low)) continue
    // What opens again before it was closed was no quotation.
    return opens(low) && !/"[.;,/\s]*$/.test(low) ? at : i
  }
  return at
}

const isOdd = (low: string) => (low.match(/"/g)?.length ?? 0) % 2 === 1
