/**
 * Whose each identifier is, weighed: words around it, what the rules say of it (`roles.ts`), and what stood before it.
 * The weights come from labelled tips (`script/train-tips.ts`). Where the weights are not sure, it is `unclear`: better an
 * officer's press of a button than a victim's number on a page.
 */
import { isAccused } from "./accused.ts"
import type { Folded } from "./fold.ts"
import { type Found, type IdentifierRole, keyOf } from "./identifiers.ts"
import { best, type Linear, modelOf, scoresOf, shares } from "./linear.ts"
import { roleFeatures } from "./role-features.ts"
import { roleOf } from "./roles.ts"

export const roleLabels = ["suspect", "victim", "reporter", "official-mentioned"] as const
type Label = (typeof roleLabels)[number]

/** Chosen by leaving one author out at a time, see `src/signals/fixtures/README.md`. */
const sureOfSuspect = 0.85
const sureOfOwn = 0.5

const model = modelOf("roles")

/** What the model is asked about; whose a web address is, the list of official hosts and the rules settle. */
export const isWeighed = ({ kind }: Found) =>
  kind === "phone" || kind === "bank-account" || kind === "social" || kind === "email"

/** Signs of each occurrence that do not depend on the roles of those before it. */
export function signsOf(
  folded: Folded,
  found: readonly Found[],
): { signs: string[]; rule: IdentifierRole }[] {
  const around = roleFeatures(folded, found)
  let previous: { found: Found; role: IdentifierRole } | null = null
  return found.map((one, at) => {
    const rule = roleOf(folded, one, previous)
    previous = { found: one, role: rule }
    return { signs: around[at] ?? [], rule }
  })
}

/** What stood before it, and whether in the same breath. */
export function chainSigns(
  folded: Folded,
  found: readonly Found[],
  at: number,
  previous: string | null,
): string[] {
  const [one, last] = [found[at], found[at - 1]]
  if (one === undefined || last === undefined || previous === null) return ["prev=none"]
  const between = folded.text.slice(last.end, last.end + 60 < one.start ? last.end + 60 : one.start)
  const isNear =
    one.start - last.end < 30 &&
    /^[\s,;/)(&:.-]*(?:(?:va|hoac|hay|voi|zalo|sdt|dt|email|stk|tk|so|fb)[\s:,/(&.-]*){0,3}$/.test(between)
  return [
    `prev=${previous}`,
    ...(isNear ? [`prevnear=${previous}`] : []),
    ...(last.start === one.start ? [`same=${previous}`] : []),
  ]
}

/** The role of each occurrence, in their order; the same thing named twice has one role. `weights`: another model, to measure it. */
export function rolesOf(
  folded: Folded,
  found: readonly Found[],
  weights: Linear = model(),
): IdentifierRole[] {
  if (found.length === 0) return []
  const read = signsOf(folded, found)
  const sums = new Map<string, number[]>()
  const settled = new Map<string, IdentifierRole>()
  let previous: string | null = null
  for (const [at, one] of found.entries()) {
    const { signs, rule } = read[at] ?? { signs: [], rule: "unclear" as const }
    const key = keyOf(one)
    const isSettled =
      !isWeighed(one) ||
      rule === "official-mentioned" ||
      one.value.startsWith("1900") ||
      (rule === "suspect" && isAccused(folded.text, one))
    if (isSettled) {
      if (settled.get(key) !== "official-mentioned") settled.set(key, rule)
      previous = rule
      continue
    }
    const scores = scoresOf(weights, [`rule=${rule}`, ...signs, ...chainSigns(folded, found, at, previous)])
    previous = best(weights, scores)
    sums.set(
      key,
      (sums.get(key) ?? scores.map(() => 0)).map((sum, k) => sum + (scores[k] ?? 0)),
    )
  }
  return found.map((one) => settled.get(keyOf(one)) ?? decided(sums.get(keyOf(one)) ?? []))
}

function decided(scores: readonly number[]): IdentifierRole {
  const share = shares(scores)
  const of = (label: Label) => share[roleLabels.indexOf(label)] ?? 0
  if (of("suspect") >= sureOfSuspect) return "suspect"
  if (of("victim") + of("reporter") >= sureOfOwn) return of("victim") > of("reporter") ? "victim" : "reporter"
  return "unclear"
}
