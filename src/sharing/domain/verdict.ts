/** The answer of the public check, from what was found: pure. It says what is known, and never that something is safe. */
import type { MessageReading, Pressure } from "../../signals/index.ts"
import { hostOf, printOf, type Thing } from "./asked.ts"
import { dialled } from "./good-names.ts"
import { type LookAlike, lookAlikeOf, type OfficialDomain, type OfficialNames } from "./look-alike.ts"

/** A released indicator that the public may know of. Dates are local days. */
export type Hit = {
  digest: string
  kind: string
  trick: string | null
  since: string
  until: string
  /** "5-9", "10-19"…; null below five: then nothing is told of how many. */
  reports: string | null
  warningCode: number | null
  contested: boolean
}

export type OfficialNumber = {
  number: string
  name: string
  /** Somebody of the province compared it with where it was published; else it is the repository's own list. */
  isChecked: boolean
}

export type Told =
  /** `through`: the warning is of this number or link itself, of its range, of the whole site, or of another link on it. */
  | { verdict: "warned"; hit: Hit; through: "itself" | "range" | "site" | "link" }
  | { verdict: "official-number"; official: OfficialNumber }
  | { verdict: "official-site"; official: OfficialDomain }
  | { verdict: "official-mail"; official: OfficialDomain }
  | { verdict: "alike"; alike: LookAlike }
  /** `hides`: a service that leads on to somewhere else; `pages`: a platform on which anybody has a page. */
  | { verdict: "unknown"; note: "hides" | "pages" | null }

export type Found = { thing: Thing; told: Told }
export type Overall = "warned" | "doubt" | "official" | "unknown"

export type Answer = {
  overall: Overall
  found: readonly Found[]
  /** What was named beyond the limit and is not answered. */
  leftOut: number
  trick: string | null
  trickWords: MessageReading["trickWords"]
  pressure: MessageReading["pressure"]
}

export type Known = {
  hits: readonly Hit[]
  numbers: readonly OfficialNumber[]
  names: OfficialNames
  isOfficialMail: (address: string) => boolean
  shortLinks: ReadonlySet<string>
}

/** So many ways of pressing at once are a sign by themselves. */
const pressureMin = 2

export function answerFor(
  reading: Pick<MessageReading, "trick" | "trickWords" | "pressure">,
  things: readonly Thing[],
  known: Known,
  leftOut = 0,
): Answer {
  const found = things.map((thing) => ({ thing, told: toldOf(thing, known) }))
  const { trick, trickWords, pressure } = reading
  return { overall: overallOf(found, trick, pressure), found, leftOut, trick, trickWords, pressure }
}

function overallOf(
  found: readonly Found[],
  trick: string | null,
  pressure: readonly { sign: Pressure }[],
): Overall {
  const has = (verdict: Told["verdict"]) => found.some(({ told }) => told.verdict === verdict)
  if (has("warned")) return "warned"
  if (has("alike") || trick !== null || pressure.length >= pressureMin) return "doubt"
  const isOfficial = ({ told }: Found) => told.verdict.startsWith("official")
  return found.length > 0 && found.every(isOfficial) ? "official" : "unknown"
}

function toldOf(thing: Thing, known: Known): Told {
  const official = officialOf(thing, known)
  // A good name is never warned about, whatever stands in a list.
  if (official !== null) return official
  const byPrint = new Map(known.hits.map((hit) => [hit.digest, hit]))
  for (const asked of thing.asked) {
    const hit = byPrint.get(printOf(asked))
    if (hit !== undefined) return { verdict: "warned", hit, through: throughOf(thing, asked) }
  }
  const host = hostFor(thing)
  const alike = host === "" ? null : lookAlikeOf(host, known.names)
  if (alike !== null) return { verdict: "alike", alike }
  return { verdict: "unknown", note: noteOf(host, known) }
}

function throughOf(
  thing: Thing,
  asked: { kind: string; value: string },
): "itself" | "range" | "site" | "link" {
  if (asked.kind === "phone-range") return "range"
  if (asked.kind === "url-site") return "link"
  if (["domain", "ip"].includes(asked.kind) && asked.value !== thing.value) return "site"
  return "itself"
}

const hostFor = ({ kind, value }: Thing): string =>
  kind === "url"
    ? hostOf(value)
    : kind === "domain"
      ? value
      : kind === "email"
        ? (value.split("@")[1] ?? "")
        : ""

function officialOf(thing: Thing, { numbers, names, isOfficialMail }: Known): Told | null {
  if (thing.kind === "phone") {
    const asked = dialled(thing.value)
    const official = numbers.find(({ number }) => dialled(number) === asked)
    return official === undefined ? null : { verdict: "official-number", official }
  }
  const isMail = thing.kind === "email" && isOfficialMail(thing.value)
  const isSite = (thing.kind === "url" || thing.kind === "domain") && names.isOfficial(thing.value)
  if (!isMail && !isSite) return null
  const host = hostFor(thing)
  const official = names.domains
    .filter(({ domain }) => host === domain || host.endsWith(`.${domain}`))
    .toSorted((a, b) => b.domain.length - a.domain.length)[0]
  return official === undefined ? null : { verdict: isMail ? "official-mail" : "official-site", official }
}

function noteOf(host: string, { names, shortLinks }: Known): "hides" | "pages" | null {
  const bare = host.replace(/^www\./, "")
  if (shortLinks.has(bare)) return "hides"
  const holds = names.domains.some(
    ({ domain, holdsPagesOfOthers }) =>
      holdsPagesOfOthers && (bare === domain || bare.endsWith(`.${domain}`)),
  )
  return holds ? "pages" : null
}
