/**
 * The text that others may read: what identifies the reporter or a victim is masked, what points at the suspect stays.
 * Names inside a sentence cannot all be found by rules, so that an officer checks every redaction (docs/contracts.md).
 */
import { type Folded, fold, spanOf } from "./fold.ts"
import { type Clue, isMasked } from "./identifiers.ts"
import { namesIn, signaturesBeside } from "./people-names.ts"
import { occurrencesIn } from "./read.ts"

export const mask = "[đã che]"

/** Citizen-id, old identity card, tax, insurance numbers behind the words that announce them. */
const papers =
  /\b(?:can cuoc(?: cong dan)?|cccd|cmnd|cmt|ho chieu|mst|bhxh|bhyt|ma so thue|so the)\b[^0-9\n]{0,20}(\d[\d .-]{6,24}\d)/g
const born = /\b(?:sinh nam|sn|ngay sinh|sinh ngay)[\s:]{0,2}(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4})/g

/** Numbers of papers in words: "CCCD 001…", "hộ chiếu …". */
export const papersIn = (text: string): string[] =>
  [...fold(text).text.matchAll(papers)].map((match) => (match[1] ?? "").replace(/\D/g, ""))

type Range = readonly [from: number, to: number]

/** `identifiers`: as read, or as the officer corrected them. */
export const redact = (text: string, identifiers: readonly Clue[]): string =>
  masked(text, rangesToMask(text, identifiers))

/** Masked words right before and right behind what stands at `span`. */
export function masksAround(
  text: string,
  identifiers: readonly Clue[],
  span: Range,
): { before: string; behind: string } {
  const ranges = rangesToMask(text, identifiers)
  const [from, to] = [Math.max(0, span[0] - wordsAround), Math.min(text.length, span[1] + wordsAround)]
  const within = (start: number, end: number) =>
    masked(
      text.slice(start, end),
      ranges
        .map(([a, b]) => [Math.max(a, start) - start, Math.min(b, end) - start] as const)
        .filter(([a, b]) => a < b),
    )
  return { before: within(from, span[0]), behind: within(span[1], to) }
}

const wordsAround = 70

function rangesToMask(text: string, identifiers: readonly Clue[]): Range[] {
  const folded = fold(text)
  const own = identifiers.filter((one) => isMasked(one.role))
  return [
    ...own.flatMap((one) => everywhere(text, one.span)),
    ...spelledOtherwise(folded, own),
    ...announced(folded, papers),
    ...announced(folded, born),
    ...namesIn(folded),
    ...signaturesBeside(
      text,
      own.map((one) => one.span),
    ),
  ]
}

/** The same number a second time, in other groups: "0912 345 678 … 0912345678". */
function spelledOtherwise(folded: Folded, own: readonly Clue[]): Range[] {
  if (own.length === 0) return []
  const values = new Set(own.map((one) => one.value.replace(/^[a-z-]+:(?=\+)/, "")))
  return occurrencesIn(folded)
    .filter((one) => values.has(one.value.replace(/^[a-z-]+:(?=\+)/, "")))
    .map((one) => spanOf(folded, one.start, one.end))
}

/** The same number may be written twice; every place where it stands in the same way is masked. */
function everywhere(text: string, [from, to]: Range): Range[] {
  const shown = text.slice(from, to)
  if (shown.length < 4) return [[from, to]]
  const ranges: Range[] = []
  for (
    let at = text.indexOf(shown);
    at >= 0 && ranges.length < 100;
    at = text.indexOf(shown, at + shown.length)
  )
    ranges.push([at, at + shown.length])
  return ranges
}

function announced(folded: Folded, pattern: RegExp): Range[] {
  return [...folded.text.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length
    return spanOf(folded, end - (match[1] ?? "").length, end)
  })
}

function masked(text: string, ranges: readonly Range[]): string {
  let out = ""
  let at = 0
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (to <= at) continue
    out += from > at ? text.slice(at, from) + mask : from === at || out.endsWith(mask) ? "" : mask
    if (from <= at && !out.endsWith(mask)) out += mask
    at = to
  }
  return out + text.slice(at)
}
