/** Words of a source beside a value: what it calls the trick, how sure it is, how often it was seen. Pure. */
import { isRecord, type JsonRecord, listOf } from "../../../kernel/json.ts"
import { storable } from "../../../kernel/storable.ts"
import { localDateOf } from "../../../kernel/time.ts"

/** `wrong`: so often somebody told the source that it is none. `lastOn`: the last day on which it was seen. */
export type Seen = { times: number; wrong: number; lastOn: string | null }
/** `names`: clusters of galaxies and values of taxonomies, as their source writes them. */
export type Beside = { names: readonly string[]; seen: Seen | null }
export const nothingBeside: Beside = { names: [], seen: null }

const namesMax = 8
const nameChars = 120
const clean = (text: string) =>
  storable(text)
    .replaceAll(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, nameChars)

/** The names of clusters: `Galaxy[].GalaxyCluster[].value`, and tags that name one, `misp-galaxy:kind="Name"`. */
export function namesOf(around: readonly JsonRecord[], tags: readonly string[]): string[] {
  const clusters = around.flatMap((one) =>
    listOf(one.Galaxy).flatMap((galaxy) => (isRecord(galaxy) ? listOf(galaxy.GalaxyCluster) : [])),
  )
  const values = clusters.flatMap((one) => (isRecord(one) && typeof one.value === "string" ? one.value : []))
  const tagged = tags.flatMap((tag) => /^misp-galaxy:[^=]{1,60}="([^"]{1,200})"$/.exec(tag)?.[1] ?? [])
  return [...new Set([...values, ...tagged].map(clean))].filter((one) => one !== "").slice(0, namesMax)
}

/** STIX 2.1, appendix A: what the words of a scale stand for, of a hundred. */
const scales: Readonly<Record<string, number>> = {
  'admiralty-scale:information-credibility="1"': 90,
  'admiralty-scale:information-credibility="2"': 70,
  'admiralty-scale:information-credibility="3"': 50,
  'admiralty-scale:information-credibility="4"': 30,
  'admiralty-scale:information-credibility="5"': 10,
  // The taxonomy "misp", confidence-level, with its own numbers.
  'misp:confidence-level="completely-confident"': 100,
  'misp:confidence-level="usually-confident"': 75,
  'misp:confidence-level="fairly-confident"': 50,
  'misp:confidence-level="rarely-confident"': 25,
  'misp:confidence-level="unconfident"': 0,
}

/** The tag nearest to the value decides; null: none says it. */
export const confidenceOfTags = (tags: readonly string[]): number | null =>
  tags
    .toReversed()
    .flatMap((tag) => scales[tag.toLowerCase()] ?? [])
    .at(0) ?? null

/** The most sightings of one attribute that are read: more say no more. */
const sightingsMax = 10_000

/** MISP's sightings: type 0 seen, 1 a false positive, 2 its day is over. Dates in seconds. */
export function seenIn(sightings: readonly unknown[]): Seen | null {
  const all = sightings.slice(0, sightingsMax).filter(isRecord)
  const times = all.filter((one) => String(one.type ?? "0") === "0")
  const wrong = all.filter((one) => String(one.type) === "1").length
  if (times.length + wrong === 0) return null
  const last = times.reduce((latest, one) => Math.max(latest, secondsOf(one.date_sighting)), 0)
  return { times: times.length, wrong, lastOn: last === 0 ? null : localDateOf(new Date(last * 1000)) }
}

function secondsOf(value: unknown): number {
  const seconds = Number(value)
  return Number.isInteger(seconds) && seconds > 0 && seconds < 10_000_000_000 ? seconds : 0
}

/** STIX: by the indicator that a sighting is of; `count` is one unless it says more. */
export function seenByRef(objects: readonly unknown[]): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>()
  for (const one of objects) {
    if (!isRecord(one) || one.type !== "sighting" || one.revoked === true) continue
    const { sighting_of_ref: of, count = 1, last_seen: lastSeen, first_seen: firstSeen = lastSeen } = one
    if (typeof of !== "string" || of === "" || typeof count !== "number") continue
    if (!Number.isInteger(count) || count < 0 || count > 999_999_999) continue
    const at = Date.parse(String(lastSeen ?? firstSeen))
    const day = Number.isNaN(at) ? null : localDateOf(new Date(at))
    const before = seen.get(of) ?? { times: 0, wrong: 0, lastOn: null }
    const lastOn = day !== null && (before.lastOn === null || day > before.lastOn) ? day : before.lastOn
    seen.set(of, { times: before.times + count, wrong: 0, lastOn })
  }
  return seen
}
