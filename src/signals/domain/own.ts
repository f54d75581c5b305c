/**
 * What of a tip's whole words names whoever wrote it: their own numbers and accounts, the name by which they introduce
 * themselves, their papers. Kept nowhere in the clear: asked for when other words are compared with a seal, and forgotten.
 */
import { cluesOf } from "../read/clues.ts"
import { fold, spanOf } from "../read/fold.ts"
import { family, introducedIn } from "../read/people-names.ts"
import { readIdentifiers, readSignal } from "../read/read.ts"
import { mask } from "../read/redact.ts"
import { type Tip, withoutIdentity } from "./intake.ts"
import { hasAccentsOf } from "./name-shapes.ts"

/** As told at the portal, and everything else by which one reporter is known. */
export type Reporter = { names: string[]; contacts: string[] }

/** A reporter's or a victim's: "số của tôi" of a victim who reports is read as a victim's, and both lie under the seal. */
export function ownIn(words: string): Reporter {
  if (words === "") return { names: [], contacts: [] }
  const clues = cluesOf(words, readSignal(words)).filter(
    ({ role }) => role === "reporter" || role === "victim",
  )
  const folded = fold(words)
  const after = (pattern: RegExp) =>
    [...folded.text.matchAll(pattern)].map((match) => {
      const end = match.index + match[0].length
      return words.slice(...spanOf(folded, end - (match[1] ?? "").length, end)).trim()
    })
  return {
    // "Tôi là Công an tỉnh" introduces nobody.
    names: [...introducedIn(folded)].flatMap(({ range, isSure }) => (isSure ? [words.slice(...range)] : [])),
    contacts: [...clues.map(({ value }) => bareValue(value)), ...after(ownPapers)],
  }
}

const me = "(?:toi|tui|minh|em|chau|con|my|i)"
const ownPapers = new RegExp(
  `\\b${me}\\b[^.;\\n]{0,60}\\b(?:can cuoc(?: cong dan)?|cccd|cmnd|cmt|ho chieu|bhxh|bhyt)\\b[^0-9\\n]{0,20}(\\d[\\d .-]{6,24}\\d)`,
  "g",
)

/** A kind of account stands before the value: `zalo:`, `vcb:`. */
export const bareValue = (value: string) => value.replace(/^[a-z]+:/, "")

/**
 * Whoever wrote under a seal without a tip: who contests a warning, complains of a post, objects to a notice. `open`: what
 * everybody knows anyway, such as the number that is contested or the name of an account. "Chủ trang" is what somebody is, not what they are called.
 */
export function writerOf(
  { who, contact, said }: { who: string; contact: string; said: string },
  open: readonly string[] = [],
): Reporter {
  const isName = /\p{Lu}\S*\s+\p{Lu}/u.test(who) || (/\S\s+\S+\s+\S/.test(who) && startsWithFamily(who))
  const told = ownIn(said)
  const known = new Set(open.map(bareValue))
  return {
    names: [...(isName ? [who] : []), ...told.names].filter(
      (name) => !open.some((one) => one.includes(name)),
    ),
    contacts: [contact, ...told.contacts].filter(
      (value) =>
        value.trim() !== "" &&
        !known.has(value) &&
        !readIdentifiers(value).some((one) => known.has(one.value)),
    ),
  }
}

const startsWithFamily = (name: string) => family.test(fold(name.trim().split(/\s/)[0] ?? "").text)

/** A single given name ("Lan") is a common word: alone it names nobody. */
const isFull = (name: string) => /\S\s+\S/.test(name.trim())

export function withoutReporter(text: string, { names, contacts }: Reporter): string {
  const secrets: Pick<Tip, "name" | "contact">[] = [
    ...names.filter(isFull).map((name) => ({ name, contact: "" })),
    ...contacts.map((contact) => ({ name: "", contact })),
  ]
  return secrets.reduce((left, who) => withoutIdentity(left, who), withoutSpelled(text, contacts))
}

/** A number in words, an address with "(a)": whatever the reader makes the same number or address of. */
function withoutSpelled(text: string, contacts: readonly string[]): string {
  const own = new Set(contacts.flatMap((one) => [one, ...readIdentifiers(one).map(({ value }) => value)]))
  if (own.size === 0) return text
  return readIdentifiers(text)
    .filter(({ kind, value }) => kinds.includes(kind) && (own.has(value) || own.has(bareValue(value))))
    .toSorted((one, other) => other.span[0] - one.span[0])
    .reduce((left, { span: [from, to] }) => left.slice(0, from) + mask + left.slice(to), text)
}
const kinds: readonly string[] = ["phone", "email", "social", "bank-account"]

/** Whether the words name one of them. A mask that stands there already names nobody. */
export const namesReporter = (text: string, who: Reporter): boolean => withoutReporter(text, who) !== text

/**
 * "Bà Hoa", "anh Minh": asked of what somebody types now and can still put right; of words that stand, nobody knows which
 * Hoa is meant. Another one is written with the whole name ("bà Lê Hoa").
 */
export function callsReporter(text: string, { names }: Reporter): boolean {
  const folded = fold(text)
  const isPlain = !/[\p{M}đ]/iu.test(text.normalize("NFD"))
  return names.some((name) => {
    const given = name.trim().split(/\s+/).at(-1) ?? ""
    const wanted = fold(given).text
    if (!/^[a-z]{2,20}$/.test(wanted)) return false
    return [...folded.text.matchAll(new RegExp(`\\b${titles}\\.?\\s{1,3}${wanted}\\b`, "g"))].some(
      (match) => {
        const end = match.index + match[0].length
        const [from, to] = spanOf(folded, end - wanted.length, end)
        const written = text.slice(from, to)
        const title = text.slice(
          ...spanOf(folded, match.index, match.index + (/^[a-z]+/.exec(match[0])?.[0].length ?? 0)),
        )
        return (
          (isPlain || titleAsWritten.test(title.normalize("NFC").toLowerCase())) &&
          /^\p{Lu}/u.test(written) &&
          hasAccentsOf(written, name) &&
          !/^\s+\p{Lu}\p{Ll}/u.test(text.slice(to))
        )
      },
    )
  })
}
const titles = "(?:ong|ba|anh|chi|co|chu|bac|cu|em|chau|mr|mrs|ms)"
/** Titles as they are spelled: "có An", "chứ Hoa" are none. A text without any accent is compared folded. */
const titleAsWritten = /^(?:ông|bà|anh|chị|cô|chú|bác|cụ|em|cháu|mr|mrs|ms)$/u
