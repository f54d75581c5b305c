/** Warnings and sites as a MISP feed: a manifest, the hashes of its values, and one event a warning or a month. Pure. */
import { createHash } from "node:crypto"
import { localDateOf } from "../../../kernel/time.ts"
import type { Tlp } from "../../domain/indicator.ts"
import { idOf } from "./ids.ts"
import {
  changedAt,
  type Issuer,
  type ReleasedIndicator,
  type ReleasedWarning,
  warningAddress,
  warningChangedAt,
} from "./released.ts"

type Tag = { name: string; colour: string }
type Attribute = Readonly<Record<string, string | boolean>> & { value: string }
export type MispEvent = {
  uuid: string
  info: string
  date: string
  timestamp: string
  publish_timestamp: string
  published: boolean
  analysis: string
  threat_level_id: string
  distribution: string
  Orgc: { name: string; uuid: string }
  Tag: readonly Tag[]
  Attribute: readonly Attribute[]
}

const colours: Readonly<Record<Tlp, string>> = {
  clear: "#ffffff",
  green: "#33ff00",
  amber: "#ffc000",
  "amber+strict": "#ffc000",
  red: "#ff2b2b",
}
const tlpTag = (tlp: Tlp): Tag => ({ name: `tlp:${tlp}`, colour: colours[tlp] })
const seconds = (at: Date) => String(Math.floor(at.getTime() / 1000))

/** MISP's category and type of each kind; "text" where it has none of its own. */
const kinds: Readonly<Record<ReleasedIndicator["kind"], readonly [category: string, type: string]>> = {
  phone: ["Financial fraud", "phone-number"],
  "phone-range": ["Financial fraud", "text"],
  url: ["Network activity", "url"],
  domain: ["Network activity", "domain"],
  ip: ["Network activity", "ip-dst"],
  "bank-account": ["Financial fraud", "bank-account-nr"],
  "e-wallet": ["Financial fraud", "text"],
  social: ["Social network", "text"],
  email: ["Payload delivery", "email-src"],
  brandname: ["Other", "text"],
  crypto: ["Financial fraud", "text"],
  imei: ["Other", "text"],
}

function attributeOf(one: ReleasedIndicator): Attribute {
  const [category, type] = kinds[one.kind]
  return {
    uuid: idOf("misp-attribute", one.id),
    category,
    type,
    value: one.openDigits === null ? one.value : `${one.value}${"x".repeat(one.openDigits)}`,
    to_ids: one.state === "released" && type !== "text",
    disable_correlation: false,
    // A reader of the feed takes back what is marked so.
    deleted: one.state === "recalled",
    timestamp: seconds(changedAt(one)),
    comment: one.kind,
  }
}

const orgOf = ({ code, name }: Issuer) => ({ name, uuid: idOf("identity", `province:${code}`) })

const eventOf = (
  issuer: Issuer,
  {
    name,
    info,
    date,
    changed,
    tags,
    attributes,
  }: { name: string; info: string; date: string; changed: Date; tags: Tag[]; attributes: Attribute[] },
): MispEvent => ({
  uuid: idOf("misp-event", `${issuer.code}:${name}`),
  info,
  date,
  timestamp: seconds(changed),
  publish_timestamp: seconds(changed),
  published: true,
  analysis: "2",
  threat_level_id: "2",
  distribution: "3",
  Orgc: orgOf(issuer),
  Tag: issuer.isDrill ? [...tags, { name: "lienphong:exercise", colour: "#888888" }] : tags,
  Attribute: attributes,
})

function warningEvent(
  issuer: Issuer,
  one: ReleasedWarning,
  named: readonly ReleasedIndicator[],
  recalled: string,
): MispEvent {
  const link: Attribute = {
    uuid: idOf("misp-link", `${issuer.code}:${one.code}`),
    category: "External analysis",
    type: "link",
    value: warningAddress(issuer, one.code),
    to_ids: false,
    timestamp: seconds(one.releasedAt),
    comment: one.title,
  }
  const isOver = one.recalledAt !== null
  const changed = [warningChangedAt(one), ...named.map(changedAt)].reduce((a, b) => (a > b ? a : b))
  return eventOf(issuer, {
    name: `warning:${one.code}`,
    info: isOver ? `${recalled}: ${one.title}` : one.title,
    date: localDateOf(one.releasedAt),
    changed,
    tags: [
      tlpTag("clear"),
      ...(one.trick === null ? [] : [{ name: `lienphong:trick="${one.trick.slug}"`, colour: "#0b4f6c" }]),
    ],
    attributes: [link, ...named.map(attributeOf).map((each) => (isOver ? { ...each, deleted: true } : each))],
  })
}

/** Indicators that no published warning names, an event for each month and TLP. */
function looseEvents(
  issuer: Issuer,
  loose: readonly ReleasedIndicator[],
  words: (month: string) => string,
): MispEvent[] {
  const by = Map.groupBy(loose, (one) => `${localDateOf(one.releasedAt).slice(0, 7)} ${one.tlp}`)
  return [...by].map(([key, these]) => {
    const [month = "", tlp = "clear"] = key.split(" ")
    return eventOf(issuer, {
      name: `month:${key}`,
      info: words(month),
      date: `${month}-01`,
      changed: these.map(changedAt).reduce((a, b) => (a > b ? a : b)),
      tags: [tlpTag(tlp as Tlp)],
      attributes: these.map(attributeOf),
    })
  })
}

export function mispEvents(
  issuer: Issuer,
  {
    indicators,
    warnings,
  }: { indicators: readonly ReleasedIndicator[]; warnings: readonly ReleasedWarning[] },
  words: { recalled: string; month: (month: string) => string },
): MispEvent[] {
  const of = (code: number) => indicators.filter((one) => one.warnings.includes(code))
  return [
    ...warnings.map((one) => warningEvent(issuer, one, of(one.code), words.recalled)),
    ...looseEvents(
      issuer,
      indicators.filter((one) => one.warnings.length === 0),
      words.month,
    ),
  ]
}

/** What a reader compares to know which events to fetch again. */
export const mispManifest = (events: readonly MispEvent[]) =>
  Object.fromEntries(
    events.map(
      ({ uuid, Attribute: _, publish_timestamp: __, published: ___, distribution: ____, ...head }) => [
        uuid,
        head,
      ],
    ),
  )

/** "MD5 of a value,event": by this file a reader finds out whether a value is in the feed at all. */
export const mispHashes = (events: readonly MispEvent[]): string =>
  events
    .flatMap(({ uuid, Attribute }) =>
      Attribute.filter(({ deleted }) => deleted !== true).map(
        ({ value }) => `${createHash("md5").update(value).digest("hex")},${uuid}\n`,
      ),
    )
    .join("")
