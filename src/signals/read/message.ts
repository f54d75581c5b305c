/**
 * Reads a message that somebody received, for the person who asks whether it can be trusted: what it names, which trick it
 * resembles and by which of its words, and by which words it presses. Pure; nothing of it is kept.
 */
import { type Folded, fold, spanOf } from "./fold.ts"
import type { Identifier } from "./identifiers.ts"
import { type More, moreIn } from "./more.ts"
import { readTarget } from "./read.ts"
import { readTable } from "./reference.ts"
import { cuesMet, otherType, patternFor } from "./type.ts"
import { infrastructureTypes, typeIn } from "./type-model.ts"

type Span = readonly [number, number]
export const pressures = ["hurry", "threat", "secret", "money", "code", "app", "link"] as const
export type Pressure = (typeof pressures)[number]

export type MessageReading = {
  identifiers: Identifier[]
  more: More[]
  /** A slug of `data/signals/scam-types.csv`; null where too few of its words speak for one. */
  trick: string | null
  /** Where the words stand that speak for the trick: half-open ranges of UTF-16 offsets, in order, apart from each other. */
  trickWords: Span[]
  /** One place for each way of pressing that was found. */
  pressure: { sign: Pressure; span: Span }[]
}

/** A message on a phone; a whole conversation is told in a report. */
export const messageCharsMax = 4_000
/** Fewer words are a number with its label, and no message. */
const messageWordsMin = 5
/** As much as one strong phrase of `data/signals/type-cues.csv`. */
const cuesWeightMin = 3
const trickWordsMax = 8

const pressing: readonly { sign: Pressure; pattern: RegExp }[] = readTable(
  "signals/pressure-signs.csv",
).flatMap((row) =>
  (row.phrases ?? "").split(";").map((phrase) => ({
    sign: pressures.find((sign) => sign === row.sign) ?? "hurry",
    pattern: patternFor(phrase),
  })),
)

/** `text`: at most `messageCharsMax` characters (throws `RangeError` beyond). */
export function readMessage(text: string): MessageReading {
  if (text.length > messageCharsMax) throw new RangeError(`text longer than ${messageCharsMax} characters`)
  const folded = fold(text)
  const isMessage = (folded.text.match(/[a-z]{2,}/g) ?? []).length >= messageWordsMin
  const named = { identifiers: readTarget(text), more: moreIn(folded) }
  if (!isMessage) return { ...named, trick: null, trickWords: [], pressure: [] }
  return { ...named, ...trickOf(folded), pressure: pressureOf(folded) }
}

function trickOf(folded: Folded): Pick<MessageReading, "trick" | "trickWords"> {
  const none = { trick: null, trickWords: [] }
  const type = typeIn(folded)
  const notTold: readonly string[] = [...infrastructureTypes, otherType]
  if (notTold.includes(type)) return none
  const met = cuesMet(folded.original).filter((cue) => cue.type === type)
  if (met.reduce((sum, { weight }) => sum + weight, 0) < cuesWeightMin) return none
  const spans = met.flatMap(({ pattern }) => placeOf(folded, pattern) ?? [])
  return { trick: type, trickWords: apart(spans).slice(0, trickWordsMax) }
}

function pressureOf(folded: Folded): MessageReading["pressure"] {
  return pressures.flatMap((sign) => {
    const first = pressing
      .filter((one) => one.sign === sign)
      .flatMap(({ pattern }) => placeOf(folded, pattern) ?? [])
      .toSorted((a, b) => a[0] - b[0])[0]
    return first === undefined ? [] : [{ sign, span: first }]
  })
}

/** Where the words stand as they were written; a phrase that is met in chat's short forms only has no place. */
function placeOf(folded: Folded, pattern: RegExp): [Span] | null {
  const match = pattern.exec(folded.text)
  return match === null ? null : [spanOf(folded, match.index, match.index + match[0].length)]
}

function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]))
    if (span[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(span)
  return kept
}
