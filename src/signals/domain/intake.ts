/** What a tip is made of when it arrives, and what becomes of its words before anybody reads them. */

import { cluesOf } from "../read/clues.ts"
import { fold, spanOf } from "../read/fold.ts"
import { type Clue, type ClueKind, type Identifier, keyOf } from "../read/identifiers.ts"
import { readIdentifiers, readSignal, readTarget } from "../read/read.ts"
import { mask, redact } from "../read/redact.ts"
import { infrastructureTypes } from "../read/type-model.ts"
import type { Urgency } from "../read/urgency.ts"
import { hasAccentsOf, placeBefore, shapesOf } from "./name-shapes.ts"

/** The four doors of the portal: the first question decides. */
export const tipPaths = ["money", "identifier", "infrastructure", "other"] as const
export type TipPath = (typeof tipPaths)[number]

export const channels = ["portal", "phone", "walk-in", "form", "file", "api", "forwarded"] as const
export type Channel = (typeof channels)[number]

export const textCharsMax = 10_000
export const targetCharsMax = 1_000
export const placeCharsMax = 300
export const messageCharsMax = 4_000
export const nameCharsMax = 120
export const contactCharsMax = 200

/** As a person typed it. `target` is what they point at: a number, a link, an account. */
export type Tip = {
  path: TipPath
  text: string
  target: string
  place: string
  /** Both empty: anonymous. */
  name: string
  contact: string
}

export type KeptIdentifier = {
  kind: ClueKind | "evidence"
  value: string
  role: "suspect" | "official-mentioned"
  source: "read" | "given"
}

export type ReadTip = {
  type: string
  urgency: Urgency
  lossVnd: number | null
  place: string | null
  redactedText: string
  /** Without the reporter's and the victims': those stay under the seal. */
  identifiers: KeptIdentifier[]
  /** All that its text names, with whose it seems to be: never stored in the clear. */
  named: readonly Clue[]
}

/** More than any person names; a list of numbers comes as a file. */
const identifiersMax = 200

/** `province`: the code of the one that the tip is sent to. */
export function readTip(tip: Tip, province?: string): ReadTip {
  const reading = readSignal(tip.text, tip.path === "infrastructure" ? infrastructureTypes : null, province)
  const named = cluesOf(tip.text, reading)
  const given = readTarget(tip.target).map((one) => ({ ...one, role: pointedAt(one) }))
  const redactedTarget = redact(tip.target, given)
  const redactedText = withoutIdentity(redact(tip.text, named), tip)
  return {
    type: reading.type,
    urgency: tip.path === "money" ? "money-moving-now" : reading.urgency,
    lossVnd: reading.loss_vnd,
    place: withoutIdentity(tip.place, tip).trim() || reading.place,
    redactedText: maskedWithin(
      [withoutIdentity(redactedTarget, tip), redactedText].filter((part) => part !== "").join("\n"),
      redactedCharsMax,
    ),
    identifiers: kept(given, named, tip),
    named: withoutGiven(named, given, tip),
  }
}

/** What the box names is settled by the box; the reporter's own contact is theirs. */
function withoutGiven(read: readonly Clue[], given: readonly Clue[], tip: Tip): Clue[] {
  const settled = new Set([...given, ...readIdentifiers(tip.contact)].map(keyOf))
  return read.filter((one) => one.role !== "unclear" || !settled.has(keyOf(one)))
}

/**
 * A tip about a number, account or link that names none which the program can read: nothing could be found, compared
 * or blocked by it. A person at the portal is never turned away for it; a list or a program can put the line right.
 */
export function isUnread(tip: Pick<Tip, "path" | "target" | "text">): boolean {
  if (tip.path === "other" || tip.path === "infrastructure") return false
  if (tip.target !== "") return readIdentifiers(tip.target).length === 0
  return tip.path === "identifier" && readSignal(tip.text).identifiers.length === 0
}

/** What stands in the box "which number" is meant, whatever the words around it say; a hotline stays one. */
function pointedAt(one: Identifier): Identifier["role"] {
  return one.role === "official-mentioned" ? one.role : "suspect"
}

function kept(given: readonly Clue[], read: readonly Clue[], tip: Tip): KeptIdentifier[] {
  const own = new Set(readIdentifiers(tip.contact).map((one) => `${one.kind} ${one.value}`))
  const found = new Map<string, KeptIdentifier>()
  const add = (source: "given" | "read") => (one: Clue) => {
    const key = `${one.kind} ${one.value}`
    // The reporter's own number is never kept in the clear, even where the words look like an accusation.
    if (own.has(key) || found.has(key) || found.size >= identifiersMax) return
    if (one.role === "suspect" || one.role === "official-mentioned")
      found.set(key, { kind: one.kind, value: one.value, role: one.role, source })
  }
  given.forEach(add("given"))
  read.forEach(add("read"))
  return [...found.values()]
}

/** Masks the reporter's own name and contact wherever they stand, with or without accents and capitals. */
export function withoutIdentity(text: string, who: Pick<Tip, "name" | "contact">): string {
  const contacts = [who.contact, ...readIdentifiers(who.contact).map((one) => one.value)]
  return contacts
    .map((part) => part.trim())
    .filter(isLong)
    .reduce(hide, withoutName(text, who.name.trim()))
}

const isLong = (part: string) => part.length >= 2 && /[\p{L}\p{N}]/u.test(part)

/** What the columns for masked words hold; a mask is longer than most of what it hides. */
export const redactedCharsMax = 60_000
export const maskedMessageCharsMax = 6_000

/**
 * Masked words that grew past their column are cut, never refused: the whole text is kept under the seal. Half of a
 * character that takes two places is in none of them: a cut here leaves it out, one that was made before shows as "\ufffd".
 */
export function maskedWithin(masked: string, charsMax: number): string {
  const whole = masked.toWellFormed()
  if (whole.length <= charsMax) return whole
  return `${whole.slice(0, charsMax - cutOff.length).replace(/[\uD800-\uDBFF]$/, "")}${cutOff}`
}

const cutOff = " […]"

/** A single given name is too common a word to mask where the whole name is known. */
function withoutName(text: string, name: string): string {
  const wanted = fold(name).text.trim()
  if (wanted === "" || !isLong(name)) return text
  return shapesOf(wanted).reduce((left, { pattern, isWhole, isOfPlaces }) => {
    const hidden = (part: string) =>
      hideMatches(part, pattern, (written, before) => {
        if (isOfPlaces && placeBefore.test(before)) return false
        return isWhole || hasAccentsOf(written, name)
      })
    // A name such as "Che" is not looked for inside a mask that stands there already.
    return left.split(mask).map(hidden).join(mask)
  }, text)
}

/** A contact that is a number is found however it is spaced; six digits at least, or it would be found everywhere. */
const digitsLeast = 6

function hide(text: string, secret: string): string {
  const digits = secret.replace(/\D/g, "")
  const isNumber = /^[\d\s.+()-]+$/.test(secret) && digits.length >= digitsLeast
  const hidden = (part: string) => (isNumber ? hideDigits(part, digits) : hideWords(part, secret))
  return text.split(mask).map(hidden).join(mask)
}

function hideWords(text: string, secret: string): string {
  const wanted = fold(secret).text.trim()
  if (wanted === "") return text
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
  return hideMatches(text, new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "gu"), () => true)
}

/** `is`: of the words as written, and the folded ones before them. */
function hideMatches(
  text: string,
  pattern: RegExp,
  is: (written: string, before: string) => boolean,
): string {
  const folded = fold(text)
  let [out, at] = ["", 0]
  for (const match of folded.text.matchAll(pattern)) {
    const [from, to] = spanOf(folded, match.index, match.index + match[0].length)
    if (!is(text.slice(from, to), folded.text.slice(Math.max(0, match.index - 20), match.index))) continue
    out += text.slice(at, from) + mask
    at = to
  }
  return out + text.slice(at)
}

/** "0912 345 678" and "+84.912.345.678" are the same number. */
function hideDigits(text: string, digits: string): string {
  const national = digits.replace(/^84(?=\d{9}$)/, "0").replace(/^0/, "")
  const spaced = [...national].join("[\\s.\\-()]{0,2}")
  return text.replace(new RegExp(`(?:\\+?84|0)?[\\s.\\-()]{0,2}${spaced}`, "g"), mask)
}
