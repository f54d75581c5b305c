/** Identifiers that lie under the seal: nobody knows whose they are, or an officer said that they are not the suspect's. */
import { cluesOf, readClues } from "../read/clues.ts"
import { type Clue, type ClueKind, keyOf } from "../read/identifiers.ts"
import { readSignal, readTarget } from "../read/read.ts"
import { masksAround, redact } from "../read/redact.ts"
import { maskedWithin, redactedCharsMax, type Tip, withoutIdentity } from "./intake.ts"

export const sealedRoles = ["unclear", "theirs"] as const
export type SealedRole = (typeof sealedRoles)[number]
export const isSealedRole = (role: string): role is SealedRole =>
  (sealedRoles as readonly string[]).includes(role)

export type Sealed = {
  kind: ClueKind
  value: string
  role: SealedRole
  source: "read" | "given" | "officer"
  /** Masked words, at most 300 characters each. */
  before: string
  behind: string
}

const sealedMax = 50
const wordsMax = 300

/** What a tip names and nobody can tell whose it is; `identifiers` as read in its text. */
export function unclearOf(tip: Tip, identifiers: readonly Clue[]): Sealed[] {
  return identifiers
    .filter((one) => one.role === "unclear")
    .slice(0, sealedMax)
    .map((one) => sealedOf(tip, identifiers, one))
}

function sealedOf(tip: Tip, identifiers: readonly Clue[], one: Clue): Sealed {
  const { before, behind } = masksAround(tip.text, identifiers, one.span)
  return {
    kind: one.kind,
    value: one.value,
    role: "unclear",
    source: "read",
    before: withoutIdentity(before, tip).slice(-wordsMax),
    behind: withoutIdentity(behind, tip).slice(0, wordsMax),
  }
}

/** What an officer decided about what a tip names, by `keyOf`. */
export type Decided = ReadonlyMap<string, string>

/** The masked words anew, after somebody decided whose a number is. Shows nothing that was masked for another reason. */
export function redactedAnew(tip: Tip, decided: Decided): string {
  const text = cluesOf(tip.text, readSignal(tip.text)).map((one) => decidedRole(one, decided))
  const target = readTarget(tip.target).map((one) =>
    decidedRole({ ...one, role: one.role === "official-mentioned" ? one.role : "suspect" }, decided),
  )
  const parts = [
    withoutIdentity(redact(tip.target, target), tip),
    withoutIdentity(redact(tip.text, text), tip),
  ]
  return maskedWithin(parts.filter((part) => part !== "").join("\n"), redactedCharsMax)
}

/** Words around a clue of a tip, for a clue that goes under the seal afterwards. */
export function wordsAbout(tip: Tip, of: { kind: string; value: string }): Pick<Sealed, "before" | "behind"> {
  const identifiers = cluesOf(tip.text, readSignal(tip.text))
  const one = identifiers.find((each) => keyOf(each) === keyOf(of))
  if (one === undefined) return { before: "", behind: "" }
  const { before, behind } = sealedOf(tip, identifiers, one)
  return { before, behind }
}

function decidedRole(one: Clue, decided: Decided): Clue {
  const role = decided.get(keyOf(one))
  if (role === "theirs") return { ...one, role: "victim" }
  if (role === "suspect" || role === "official-mentioned" || role === "unclear") return { ...one, role }
  return one
}

/** Masked words that an officer has read already: only this clue goes out of them. */
export function maskedToo(words: string, of: { kind: string; value: string }): string {
  const named = readClues(words)
    .filter((one) => keyOf(one) === keyOf(of))
    .map((one): Clue => ({ ...one, role: "victim" }))
  return named.length === 0 ? words : redact(words, named)
}

/** How this clue stands in masked words, as it was typed there. */
export const spellingsOf = (words: string, of: { kind: string; value: string }): string[] => [
  ...new Set(
    readClues(words)
      .filter((one) => keyOf(one) === keyOf(of))
      .map(({ span }) => words.slice(...span)),
  ),
]
