/**
 * Reads a tip: which numbers, accounts, addresses and profiles it names, whose they are, which trick it is and how
 * urgent. Pure and without a network; the officer sees each reading beside the text and corrects it.
 */
import { accountOf } from "./accounts.ts"
import { type Folded, fold, spanOf, wordsBefore } from "./fold.ts"
import { findHandles, talkOf } from "./handles.ts"
import { Claims, type Found, type Identifier, keyOf } from "./identifiers.ts"
import { findLinks } from "./links.ts"
import { lossIn } from "./loss.ts"
import { isDevice, type More, moreIn } from "./more.ts"
import { findDisplayNames } from "./names.ts"
import { findNumbers } from "./numbers.ts"
import { phoneFrom } from "./phones.ts"
import { placeIn } from "./place.ts"
import { demoProvince } from "./reference.ts"
import { rolesOf } from "./role-model.ts"
import { withHeads } from "./tables.ts"
import { typeIn } from "./type-model.ts"
import type { Urgency } from "./urgency.ts"
import { urgencyIn } from "./urgency-model.ts"

export type SignalReading = {
  identifiers: Identifier[]
  /** Shown, never compared. */
  more: More[]
  /** A slug of `data/signals/scam-types.csv`. */
  type: string
  urgency: Urgency
  loss_vnd: number | null
  place: string | null
}

/** Longer than any tip of a person; a table of numbers comes as CSV or XLSX. */
export const tipCharsMax = 50_000
const identifiersMax = 500

/**
 * `text`: as received, at most `tipCharsMax` characters (throws `RangeError` beyond). `among`: the only tricks it can be,
 * where the door that the citizen chose says so. `province`: the code of the one whose places are known by their bare name.
 */
export function readSignal(
  text: string,
  among: readonly string[] | null = null,
  province: string = demoProvince,
): SignalReading {
  if (text.length > tipCharsMax) throw new RangeError(`text longer than ${tipCharsMax} characters`)
  const folded = fold(text)
  const rows = withHeads(text)
  const labelled = rows.text === text ? folded : fold(rows.text)
  const found = occurrencesIn(labelled)
  const type = typeIn(folded, among)
  const loss = lossIn(labelled, found)
  return {
    identifiers: withRoles(labelled, found, rows.back, type),
    more: moreIn(folded),
    type,
    urgency: urgencyIn(folded, { type, loss }),
    loss_vnd: loss,
    place: placeIn(folded, province),
  }
}

const bareAccount = /^(?:so\s)?\d(?:[\s.-]?\d){7,18}$/
const address = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/
/** Neither a telephone number nor a device's nor an address of the internet. */
const isBareAccount = (folded: string, words: string): boolean =>
  bareAccount.test(folded) &&
  phoneFrom(words) === null &&
  !address.test(folded) &&
  !isDevice(folded.replace(/\D/g, ""))
const bareHandle = /^@[a-z0-9_][a-z0-9_.]{2,40}$/

/**
 * What the box "which number, link, account" points at: its label is the context, so that bare digits which are no
 * telephone number are an account of a bank that is not named, and a bare "@name" is one on Telegram.
 */
export function readTarget(text: string): Identifier[] {
  if (text.length > tipCharsMax) throw new RangeError(`text longer than ${tipCharsMax} characters`)
  const plain = readIdentifiers(text)
  const covered = (from: number, to: number) => plain.some(({ span }) => span[0] < to && from < span[1])
  const isInside = ({ span }: Identifier) =>
    bare.some((one) => one.span[0] <= span[0] && span[1] <= one.span[1])
  const bare: Identifier[] = []
  for (const match of text.matchAll(/[^,;\n]+/g)) {
    const words = match[0].trim()
    const from = match.index + match[0].indexOf(words)
    const span: [number, number] = [from, from + words.length]
    const folded = fold(words).text
    if (bareHandle.test(folded) && !covered(...span))
      bare.push({ kind: "social", value: `telegram:${folded.slice(1)}`, role: "suspect", span })
    else if (isBareAccount(folded, words))
      bare.push({ kind: "bank-account", value: accountOf(folded.replace(/\D/g, "")), role: "suspect", span })
  }
  return [...plain.filter((one) => !isInside(one)), ...bare]
    .sort((one, other) => one.span[0] - other.span[0])
    .slice(0, identifiersMax)
}

/** Only what it names: for words without a question that they answer. */
export function readIdentifiers(text: string): Identifier[] {
  if (text.length > tipCharsMax) throw new RangeError(`text longer than ${tipCharsMax} characters`)
  if (text === "") return []
  const rows = withHeads(text)
  const folded = fold(rows.text)
  const found = occurrencesIn(folded)
  return found.length === 0 ? [] : withRoles(folded, found, rows.back, typeIn(fold(text)))
}

/** Every place where something is named, in the order of the text; at most `identifiersMax`. */
export function occurrencesIn(folded: Folded): Found[] {
  const claims = new Claims(folded.text.length)
  const links = findLinks(folded, claims)
  const handles = findHandles(folded, claims)
  const numbers = findNumbers(folded, claims).filter((one) => !isTakenBack(folded.text, one))
  const hasProfile = links.some((one) => one.value.startsWith("facebook:"))
  const names = hasProfile ? [] : findDisplayNames(folded)
  return [...links, ...handles, ...withTalk(folded, numbers, links), ...names]
    .sort((a, b) => a.start - b.start)
    .slice(0, identifiersMax)
}

/** "Nhóm zalo.me/g/…, ai lấy thì gọi 095…": a platform in an address says nothing of the number behind it. */
function withTalk(folded: Folded, numbers: readonly Found[], links: readonly Found[]): Found[] {
  let previousEnd = 0
  return numbers.flatMap((one) => {
    for (const { end } of links) if (end <= one.start) previousEnd = Math.max(previousEnd, end)
    const read = one.kind === "phone" && one.role === undefined ? talkOf(folded, one, previousEnd) : [one]
    previousEnd = one.end
    return read
  })
}

/** "lần trước ghi sai số là 0951…, số đúng 0952…", "số 0951… là sai". */
const saidWrong = /\b(?:ghi|viet|go|danh|bao|dua|nhap) (?:sai|nham|lon)\b[^.;0-9]{0,44}$/
const saidRight = /^[\s,.;)]*(?:so )?(?:dung|chinh xac|moi dung)\b/
const isWrong = /^[\s,)]*(?:la )?(?:so )?(?:sai|nham)(?: roi)?\s?[,.;(]/

/** "0951… à nhầm, 0952…": the writer takes the first back. */
function isTakenBack(text: string, found: Found): boolean {
  const after = text.slice(found.end, found.end + 40)
  if (saidWrong.test(wordsBefore(text, found.start, 70)) && saidRight.test(after)) return true
  return (
    isWrong.test(after) ||
    /^[\s,.(-]*(?:a |uh |ah |y |quen |xin loi )?(?:em |minh |toi |e )?(?:nham|viet nham|go nham|ghi nham|sai roi|ghi sai|danh nham)\b[^0-9]{0,25}[0-9o]/.test(
      after,
    )
  )
}

/** Each (kind, value) once, where it stands first. */
function withRoles(
  folded: Folded,
  found: readonly Found[],
  back: (span: [number, number]) => [number, number],
  type: string,
): Identifier[] {
  const roles = rolesOf(folded, found, type)
  const identifiers = new Map<string, Identifier>()
  for (const [at, one] of found.entries()) {
    const key = keyOf(one)
    if (identifiers.has(key)) continue
    const { kind, value, start, end } = one
    identifiers.set(key, {
      kind,
      value,
      role: roles[at] ?? "unclear",
      span: back(spanOf(folded, start, end)),
    })
  }
  return [...identifiers.values()]
}
