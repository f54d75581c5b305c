/**
 * Reads a tip: which numbers, accounts, addresses and profiles it names, whose they are, which trick it is and how
 * urgent. Pure and without a network; the officer sees each reading beside the text and corrects it.
 */
import { type Folded, fold, spanOf } from "./fold.ts"
import { findHandles, talkOf } from "./handles.ts"
import { Claims, type Found, type Identifier, type IdentifierRole } from "./identifiers.ts"
import { findLinks } from "./links.ts"
import { lossIn } from "./money.ts"
import { findDisplayNames } from "./names.ts"
import { findNumbers } from "./numbers.ts"
import { placeIn } from "./place.ts"
import { roleOf } from "./roles.ts"
import { typeOf, writtenOut } from "./type.ts"
import { type Urgency, urgencyOf } from "./urgency.ts"

export type SignalReading = {
  identifiers: Identifier[]
  /** A slug of `data/signals/scam-types.csv`. */
  type: string
  urgency: Urgency
  loss_vnd: number | null
  place: string | null
}

/** Longer than any tip of a person; a table of numbers comes as CSV or XLSX. */
export const tipCharsMax = 50_000
const identifiersMax = 500

/** `text`: as received, at most `tipCharsMax` characters (throws `RangeError` beyond). */
export function readSignal(text: string): SignalReading {
  if (text.length > tipCharsMax) throw new RangeError(`text longer than ${tipCharsMax} characters`)
  const folded = fold(text)
  const words = writtenOut(folded.text)
  const type = typeOf(text)
  return {
    identifiers: identifiersIn(folded),
    type,
    urgency: urgencyOf(words, type),
    loss_vnd: lossIn(folded.text),
    place: placeIn(folded),
  }
}

/** Only what it names: for a box that asks for a number, where nothing is told. */
export function readIdentifiers(text: string): Identifier[] {
  if (text.length > tipCharsMax) throw new RangeError(`text longer than ${tipCharsMax} characters`)
  return text === "" ? [] : identifiersIn(fold(text))
}

function identifiersIn(folded: Folded): Identifier[] {
  return withRoles(folded, occurrencesIn(folded))
}

/** Every place where something is named, in the order of the text; at most `identifiersMax`. */
export function occurrencesIn(folded: Folded): Found[] {
  const claims = new Claims(folded.text.length)
  const links = findLinks(folded, claims)
  const handles = findHandles(folded, claims)
  const numbers = findNumbers(folded, claims).filter((one) => !isTakenBack(folded.text, one))
  const hasProfile = links.some((one) => one.value.startsWith("facebook:"))
  const names = hasProfile ? [] : findDisplayNames(folded)
  return [...links, ...handles, ...withTalk(folded, numbers), ...names]
    .sort((a, b) => a.start - b.start)
    .slice(0, identifiersMax)
}

function withTalk(folded: Folded, numbers: readonly Found[]): Found[] {
  let previousEnd = 0
  return numbers.flatMap((one) => {
    const read = one.kind === "phone" && one.role === undefined ? talkOf(folded, one, previousEnd) : [one]
    previousEnd = one.end
    return read
  })
}

/** "0951… à nhầm, 0952…": the writer takes the first back. */
function isTakenBack(text: string, found: Found): boolean {
  const after = text.slice(found.end, found.end + 40)
  return /^[\s,.(-]*(?:a |uh |ah |y |quen |xin loi )?(?:em |minh |toi |e )?(?:nham|viet nham|go nham|ghi nham|sai roi|ghi sai|danh nham)\b[^0-9]{0,25}[0-9o]/.test(
    after,
  )
}

/** Each (kind, value) once; a role that clears it anywhere clears it, unless it is accused elsewhere by name. */
function withRoles(folded: Folded, found: readonly Found[]): Identifier[] {
  const identifiers = new Map<string, Identifier>()
  let previous: { found: Found; role: IdentifierRole } | null = null
  for (const one of found) {
    const role: IdentifierRole = roleOf(folded, one, previous)
    previous = { found: one, role }
    const key = `${one.kind} ${one.value}`
    const known = identifiers.get(key)
    if (known === undefined)
      identifiers.set(key, {
        kind: one.kind,
        value: one.value,
        role,
        span: spanOf(folded, one.start, one.end),
      })
    else if (known.role === "suspect" && role !== "suspect") known.role = role
  }
  return [...identifiers.values()]
}
