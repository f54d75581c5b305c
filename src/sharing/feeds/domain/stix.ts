/** Indicators, tricks and warnings as STIX 2.1 (OASIS). The same input gives the same ids, however often. Pure. */
import { addDays } from "../../../kernel/time.ts"
import { type Tlp, tlps } from "../../domain/indicator.ts"
import { idOf } from "./ids.ts"
import {
  changedAt,
  type Issuer,
  type ReleasedIndicator,
  type ReleasedWarning,
  type SeenAtWork,
  type Trick,
  warningAddress,
  warningChangedAt,
} from "./released.ts"
import {
  catalogueDay,
  extensionOf,
  markingId,
  markingOf,
  type NewObservable,
  type StixObject,
} from "./stix-fixed.ts"
import { observableIdOf, observableOf, patternOf } from "./stix-patterns.ts"

const startOf = (day: string) => new Date(`${day}T00:00:00+07:00`)
const stamp = (at: Date) => at.toISOString()
const revokedIf = (isRecalled: boolean) => (isRecalled ? { revoked: true } : {})

const authorId = ({ code }: Issuer) => `identity--${idOf("identity", `province:${code}`)}`

const authorOf = (issuer: Issuer): StixObject => ({
  type: "identity",
  spec_version: "2.1",
  id: authorId(issuer),
  created: catalogueDay,
  modified: catalogueDay,
  name: issuer.name,
  identity_class: "organization",
  contact_information: issuer.url,
})

const trickId = ({ slug }: Trick) => `attack-pattern--${idOf("trick", slug)}`

const trickOf = (trick: Trick, issuer: Issuer): StixObject => ({
  type: "attack-pattern",
  spec_version: "2.1",
  id: trickId(trick),
  created_by_ref: authorId(issuer),
  created: catalogueDay,
  modified: catalogueDay,
  name: trick.nameEn,
  aliases: [trick.name],
  object_marking_refs: [markingId("clear")],
})

export const stixIndicatorId = (id: string) => `indicator--${idOf("indicator", id)}`

/** Properties of an indicator that decide about the marking of the observable that it is based on. */
export type Standing = Pick<ReleasedIndicator, "kind" | "value" | "openDigits" | "tlp" | "state">

/**
 * The marking of each observable: as the most open of the indicators that are based on it and were not recalled. It says
 * nothing but the value, which whoever got it under that marking may pass on so far; what a closer source adds, that it
 * warns too, stands in its indicator and the tie, and these keep their own marking.
 */
function markingsOf(standing: readonly Standing[]): ReadonlyMap<string, Tlp> {
  const groups = Map.groupBy(standing, observableIdOf)
  return new Map(
    [...groups].flatMap(([id, all]) => {
      const held = all.filter(({ state }) => state !== "recalled")
      const of = held.length === 0 ? all : held
      const tlp = tlps.find((one) => of.some((standing) => standing.tlp === one))
      return id === null || tlp === undefined ? [] : [[id, tlp] as const]
    }),
  )
}

/** What one indicator comes to: itself, the observable it is based on, and the ties between them and its trick. */
function indicatorObjects(
  one: ReleasedIndicator,
  issuer: Issuer,
  markings: ReadonlyMap<string, Tlp>,
): { objects: StixObject[]; extension: NewObservable | null } {
  const [created, modified] = [stamp(one.releasedAt), stamp(changedAt(one))]
  const [author, marking] = [authorId(issuer), markingId(one.tlp)]
  const indicator: StixObject = {
    type: "indicator",
    spec_version: "2.1",
    id: stixIndicatorId(one.id),
    created_by_ref: author,
    created,
    modified,
    name: `${one.kind}: ${one.value}`,
    indicator_types: ["malicious-activity"],
    pattern: patternOf(one),
    pattern_type: "stix",
    valid_from: stamp(startOf(one.validFrom)),
    valid_until: stamp(startOf(addDays(one.validUntil, 1))),
    confidence: one.confidence,
    ...(one.trick === null ? {} : { labels: [one.trick.slug] }),
    // An indicator that came to its day is over by itself; one that was recalled must be taken back.
    ...revokedIf(one.state === "recalled"),
    ...(one.warnings.length === 0
      ? {}
      : {
          external_references: one.warnings.map((code) => ({
            source_name: issuer.name,
            url: warningAddress(issuer, code),
          })),
        }),
    object_marking_refs: [marking],
  }
  const tie = (kind: string, target: string): StixObject => ({
    type: "relationship",
    spec_version: "2.1",
    id: `relationship--${idOf("relationship", `${indicator.id} ${kind} ${target}`)}`,
    created_by_ref: author,
    created,
    modified,
    relationship_type: kind,
    source_ref: indicator.id,
    target_ref: target,
    ...revokedIf(one.state === "recalled"),
    object_marking_refs: [marking],
  })
  const observable = observableOf(one, markingId(markings.get(observableIdOf(one) ?? "") ?? one.tlp))
  return {
    objects: [
      indicator,
      ...(observable === null ? [] : [observable.object, tie("based-on", observable.object.id)]),
      ...(one.trick === null ? [] : [tie("indicates", trickId(one.trick))]),
      ...(one.seen === null ? [] : [sightingOf(one, one.seen, issuer)]),
    ],
    extension: observable?.extension ?? null,
  }
}

/**
 * One sighting for all that bodies of the province saw of an indicator: which body saw it is between that body and the owner. What
 * is seen later makes a later version of it.
 */
function sightingOf(one: ReleasedIndicator, seen: SeenAtWork, issuer: Issuer): StixObject {
  const isRecalled = one.state === "recalled"
  const modified = isRecalled && changedAt(one) > seen.notedUntil ? changedAt(one) : seen.notedUntil
  return {
    type: "sighting",
    spec_version: "2.1",
    id: `sighting--${idOf("sighting", one.id)}`,
    created_by_ref: authorId(issuer),
    created: stamp(seen.notedFrom),
    modified: stamp(modified),
    first_seen: stamp(seen.firstAt),
    last_seen: stamp(seen.lastAt),
    count: seen.count,
    sighting_of_ref: stixIndicatorId(one.id),
    where_sighted_refs: [authorId(issuer)],
    ...revokedIf(isRecalled),
    object_marking_refs: [markingId(one.tlp)],
  }
}

const reportOf = (one: ReleasedWarning, issuer: Issuer, refs: readonly string[]): StixObject => ({
  type: "report",
  spec_version: "2.1",
  id: `report--${idOf("warning", `${issuer.code}:${one.code}`)}`,
  created_by_ref: authorId(issuer),
  created: stamp(one.releasedAt),
  modified: stamp(warningChangedAt(one)),
  name: one.title,
  description: [one.looksLike, ...one.signs, ...one.whatToDo].join("\n"),
  report_types: ["threat-report"],
  published: stamp(one.releasedAt),
  lang: "vi",
  ...revokedIf(one.recalledAt !== null),
  external_references: [{ source_name: issuer.name, url: warningAddress(issuer, one.code) }],
  object_refs: refs,
  object_marking_refs: [markingId("clear")],
})

/** An object, and the indicator or the number of the warning it comes from; null: it stands by itself. */
export type Made = { object: StixObject; from: { indicator: string } | { warning: number } | null }
type Released = { indicators: readonly ReleasedIndicator[]; warnings: readonly ReleasedWarning[] }

/** Every object once, those that others point to first. `beside`: indicators that the reader has already. */
export function stixObjects(
  issuer: Issuer,
  { indicators, warnings }: Released,
  beside: readonly Standing[] = [],
): Made[] {
  const markings = markingsOf([...indicators, ...beside])
  const made = indicators.map((one) => ({
    ...indicatorObjects(one, issuer, markings),
    from: { indicator: one.id },
  }))
  const tricks = new Map(
    [...indicators, ...warnings].flatMap(({ trick }) => (trick === null ? [] : [[trick.slug, trick]])),
  )
  const tlps = new Set(["clear" as const, ...indicators.map(({ tlp }) => tlp), ...markings.values()])
  const extensions = new Set(made.flatMap(({ extension }) => extension ?? []))
  const reports = warnings.map((one) => {
    const named = indicators.filter((indicator) => indicator.warnings.includes(one.code))
    const refs = [
      ...named.map(({ id }) => stixIndicatorId(id)),
      ...(one.trick === null ? [] : [trickId(one.trick)]),
    ]
    const object = reportOf(one, issuer, refs.length === 0 ? [authorId(issuer)] : refs)
    return { object, from: { warning: one.code } }
  })
  const fixed = [
    ...[...tlps].map(markingOf),
    authorOf(issuer),
    ...[...extensions].map((one) => extensionOf(one, authorId(issuer))),
    ...[...tricks.values()].map((trick) => trickOf(trick, issuer)),
  ].map((object) => ({ object, from: null }))
  const all: Made[] = [
    ...fixed,
    ...made.flatMap(({ objects, from }) => objects.map((object) => ({ object, from }))),
    ...reports,
  ]
  // Two bodies may warn of one number: the observable is the same, and stands once.
  return [...new Map(all.map((one) => [one.object.id, one])).values()]
}

export function stixBundle(issuer: Issuer, released: Released): object {
  const objects = stixObjects(issuer, released).map(({ object }) => object)
  const content = objects.map(({ id, modified }) => `${id} ${modified ?? ""}`).join("\n")
  return { type: "bundle", id: `bundle--${idOf("bundle", content)}`, objects }
}
