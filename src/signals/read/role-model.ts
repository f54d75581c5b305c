/**
 * Whose each identifier is, weighed: words around it, what the rules say of it (`roles.ts`), and what stood before it.
 * The weights come from labelled tips (`script/train-tips.ts`). Where the weights are not sure, it is `unclear`: better an
 * officer's press of a button than a victim's number on a page.
 */
import { isAccused, isTheirs } from "./accused.ts"
import type { Folded } from "./fold.ts"
import { harmedOwner } from "./harmed.ts"
import { type Found, type IdentifierRole, keyOf } from "./identifiers.ts"
import { best, type Linear, modelOf, scoresOf, shares } from "./linear.ts"
import { isOfficialMail } from "./official.ts"
import { ownWords } from "./own-words.ts"
import { bankName } from "./reference.ts"
import { type Company, companySigns } from "./role-company.ts"
import { roleCues } from "./role-cues.ts"
import { roleFeatures } from "./role-features.ts"
import { patternSigns, roleOf } from "./roles.ts"

export const roleLabels = ["suspect", "victim", "reporter", "official-mentioned"] as const
type Label = (typeof roleLabels)[number]

/**
 * From which share on a role is said; below, it is unclear. `byWords`: what the words around a suspect's must say by themselves, so that
 * company alone accuses nobody; `alone`: the same of what keeps no company. See `src/signals/fixtures/README.md` for how they were chosen.
 */
export type Sure = { suspect: number; byWords: number; alone: number; own: number }
const sureEnough: Sure = { suspect: 0.85, byWords: 0.6, alone: 0.88, own: 0.5 }

/** What the words around a thing weigh, and what the company that it keeps does (`role-company.ts`). */
export type RoleModels = { words: Linear; company: Linear }
const wordsModel = modelOf("roles")
const companyModel = modelOf("company")

/** What the model is asked about; whose a web address is, the list of official hosts and the rules settle. */
export const isWeighed = ({ kind }: Found) =>
  kind === "phone" || kind === "bank-account" || kind === "social" || kind === "email"

/** `rule` and `patterns` come from the rules; tips on which those were mended say nothing of their worth. */
type Weighed = { signs: string[]; rule: IdentifierRole; patterns: string[] }

/** Signs of each occurrence that do not depend on the roles of those before it. */
export function signsOf(folded: Folded, found: readonly Found[]): Weighed[] {
  const around = roleFeatures(folded, found)
  let previous: { found: Found; role: IdentifierRole } | null = null
  return found.map((one, at) => {
    const rule = roleOf(folded, one, previous)
    previous = { found: one, role: rule }
    const signs = [...(around[at] ?? []), ...roleCues(folded, one)]
    if (one.kind === "email" && isHostNamed(one, found)) signs.push("host named apart")
    return { signs, rule, patterns: patternSigns(folded, one) }
  })
}

/** An address at the very host that is named as a site too. */
function isHostNamed({ value }: Found, found: readonly Found[]): boolean {
  const host = value.split("@")[1] ?? ""
  return found.some(
    (one) =>
      (one.kind === "domain" && one.value === host) ||
      (one.kind === "url" && /^https?:\/\/([^/:]+)/.exec(one.value)?.[1] === host),
  )
}

/**
 * Each identifier as the list in which it stands ("0301 …, 0302 … và 0303 …"): what is said before the first and behind the
 * last is said of all. One that stands alone is itself.
 */
function listsOf(text: string, found: readonly Found[]): Found[] {
  const whole = [...found]
  let first = 0
  const close = (last: number) => {
    const [head, tail] = [found[first], found[last]]
    if (head === undefined || tail === undefined || first === last) return
    for (let at = first; at <= last; at += 1)
      whole[at] = { ...(found[at] as Found), start: head.start, end: tail.end }
  }
  for (const [at, one] of found.entries()) {
    const last = found[at - 1]
    const goesOn =
      last?.kind === one.kind && last.end <= one.start && listMark.test(text.slice(last.end, one.start))
    if (goesOn) continue
    close(at - 1)
    first = at
  }
  close(found.length - 1)
  return whole
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
    /^[\s,;/)(&:.+*-]*(?:(?:va|hoac|hay|voi|roi|and|or|zalo|sdt|dt|email|stk|tk|so|fb|[a-h]\)|\d{1,2}[).])[\s:,/(&.+*-]*){0,3}$/.test(
      between,
    )
  return [
    `prev=${previous}`,
    ...(isNear ? [`prevnear=${previous}`] : []),
    ...(last.start === one.start ? [`same=${previous}`] : []),
  ]
}

/** What is known of each thing by itself: whose the words say it is, else the weights' log-odds. */
export function eachByItself(folded: Folded, found: readonly Found[], weights: Linear): Company {
  const whole = listsOf(folded.text, found)
  const read = signsOf(folded, found)
  const sums = new Map<string, number[]>()
  const settled = new Map<string, IdentifierRole>()
  const rules = new Map<string, IdentifierRole>()
  let previous: string | null = null
  for (const [at, one] of found.entries()) {
    const { signs, rule, patterns } = read[at] ?? { signs: [], rule: "unclear" as const, patterns: [] }
    const key = keyOf(one)
    const spread = whole[at] ?? one
    const isOfTheirs = rule !== "official-mentioned" && isTheirs(folded.text, one)
    const harmed =
      rule === "official-mentioned" || isOfTheirs
        ? null
        : (harmedOwner(folded.text, one) ?? ownWords(folded.text, spread))
    if (harmed !== null) {
      if (settled.get(key) === undefined || settled.get(key) === "suspect") settled.set(key, harmed)
      previous = harmed === "unclear" ? null : harmed
      continue
    }
    const isSettled =
      !isWeighed(one) ||
      rule === "official-mentioned" ||
      one.value.startsWith("1900") ||
      isOfTheirs ||
      (rule === "suspect" && isAccused(folded.text, one))
    if (isSettled) {
      const role = isOfTheirs ? "suspect" : rule
      if (settled.get(key) === undefined || settled.get(key) === "suspect") settled.set(key, role)
      previous = role
      continue
    }
    if (rules.get(key) !== "victim" && rules.get(key) !== "reporter") rules.set(key, rule)
    const scores = scoresOf(weights, [
      `rule=${rule}`,
      ...patterns,
      ...signs,
      ...chainSigns(folded, found, at, previous),
    ])
    previous = best(weights, scores)
    sums.set(
      key,
      (sums.get(key) ?? scores.map(() => 0)).map((sum, k) => sum + (scores[k] ?? 0)),
    )
  }
  return {
    settled,
    listed: settledByList(found, whole, settled),
    scores: ofOneList(folded.text, found, sums),
    rules,
  }
}

/**
 * The role of each occurrence, in their order; the same thing named twice has one role. `type`: the trick, as read. `models`:
 * others, to measure them.
 */
export function rolesOf(
  folded: Folded,
  found: readonly Found[],
  type: string,
  models: RoleModels = { words: wordsModel(), company: companyModel() },
  sure: Sure = sureEnough,
): IdentifierRole[] {
  if (found.length === 0) return []
  const company = eachByItself(folded, found, models.words)
  const { settled, listed } = company
  const signs = companySigns(found, company, { type, chars: folded.text.length })
  const scores = ofOneList(
    folded.text,
    found,
    new Map([...signs].map(([key, some]) => [key, scoresOf(models.company, some)])),
  )
  const ownHosts = new Set<string>()
  const byWords = new Set(found.map(keyOf)).size === 1 ? sure.alone : sure.byWords
  const isBare = wordsOutside(folded.text, found) < wordsThatTell
  const roles = found.map((one) => {
    const key = keyOf(one)
    const role =
      settled.get(key) ??
      listed.get(key) ??
      decided(scores.get(key) ?? [], company.scores.get(key) ?? [], { ...sure, byWords })
    if (one.kind === "email" && (role === "suspect" || role === "unclear") && isOfficialMail(one.value))
      return "official-mentioned"
    if (one.kind === "email" && (role === "reporter" || role === "victim"))
      ownHosts.add(one.value.split("@")[1] ?? "")
    // A number with its label alone says nothing of whose it is.
    return isBare && !settled.has(key) && role !== "official-mentioned" ? "unclear" : role
  })
  // "E: an@congty.example | W: www.congty.example": the site at which the writer has their mail is theirs.
  return roles.map((role, at) => (role === "suspect" && ownHosts.has(hostOf(found[at])) ? "reporter" : role))
}

const hostOf = (one: Found | undefined): string =>
  one?.kind === "domain" || one?.kind === "url"
    ? one.value
        .replace(/^https?:\/\//, "")
        .replace(/^www\./, "")
        .replace(/[/:].*$/, "")
    : ""

const wordsThatTell = 3

/** How many words there are beside the identifiers. */
function wordsOutside(text: string, found: readonly Found[]): number {
  let at = 0
  let outside = ""
  for (const { start, end } of found) {
    outside += `${text.slice(at, Math.max(at, start))} `
    at = Math.max(at, end)
  }
  return (outside + text.slice(at)).match(/[a-z]{2,}/g)?.length ?? 0
}

/** Where the words settle whose one of a list is, and nothing else of the others, so are they. */
function settledByList(
  found: readonly Found[],
  whole: readonly Found[],
  settled: ReadonlyMap<string, IdentifierRole>,
): Map<string, IdentifierRole> {
  const lists = new Map<number, string[]>()
  for (const [at, one] of found.entries()) {
    const start = whole[at]?.start ?? one.start
    lists.set(start, [...(lists.get(start) ?? []), keyOf(one)])
  }
  const known = new Map<string, IdentifierRole>()
  for (const keys of lists.values()) {
    const roles = new Set(keys.flatMap((key) => settled.get(key) ?? []))
    const [only] = roles
    if (roles.size === 1 && only !== undefined && only !== "official-mentioned")
      for (const key of keys) known.set(key, only)
  }
  return known
}

/** "0301 …, 0302 … và 0303 …": numbers in one list have one owner; what is known of each speaks of all. */
function ofOneList(
  text: string,
  found: readonly Found[],
  sums: ReadonlyMap<string, number[]>,
): Map<string, number[]> {
  const shared = new Map(sums)
  let list: string[] = []
  const close = () => {
    const rows = [...new Set(list)].map((key) => sums.get(key) ?? [])
    const mean = (rows[0] ?? []).map(
      (_, k) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length,
    )
    if (rows.length > 1) for (const key of list) shared.set(key, mean)
    list = []
  }
  for (const [at, one] of found.entries()) {
    const last = found[at - 1]
    const goesOn =
      last?.kind === one.kind && last.end <= one.start && listMark.test(text.slice(last.end, one.start))
    if (!goesOn) close()
    if (sums.has(keyOf(one))) list.push(keyOf(one))
  }
  close()
  return shared
}
const listMark = new RegExp(
  `^[\\s)"]*(?:${bankName})?\\s*(?:[,;/+&-]|va|and)?\\s*(?:${bankName}[\\s:(-]*)?"?$`,
)

function decided(scores: readonly number[], byWords: readonly number[], sure: Sure): IdentifierRole {
  if (scores.length === 0) return "unclear"
  const share = shares(scores)
  const of = (label: Label) => share[roleLabels.indexOf(label)] ?? 0
  const suspectByWords = shares(byWords)[roleLabels.indexOf("suspect")] ?? 0
  if (of("suspect") >= sure.suspect && suspectByWords >= sure.byWords) return "suspect"
  if (of("victim") + of("reporter") >= sure.own) return of("victim") > of("reporter") ? "victim" : "reporter"
  return "unclear"
}
