/** What a TAXII collection holds, and which of it a request asks for (TAXII 2.1, section 3.4). Pure. */

export type TaxiiObject = { readonly id: string; readonly type: string; readonly [property: string]: unknown }

/** One version of an object. `seq` orders what was added in one moment; times have microseconds. */
export type Entry = {
  seq: number
  dateAdded: string
  version: string
  specVersion: string
  object: TaxiiObject
}

export type Position = { dateAdded: string; seq: number }

/** An object as it leaves: `text` is its JSON, which nobody has to read again on the way out. */
export type Told = Position & { id: string; version: string; specVersion: string; text: string }

/** `isKnown`: the collection has such an object at all, whatever else the request narrows. */
export type Found = { page: readonly Told[]; hasMore: boolean; isKnown: boolean }

/** What to leave out; null: the request says nothing of it. */
export type Asked = {
  addedAfter: string | null
  ids: readonly string[] | null
  types: readonly string[] | null
  /** Instants, "first", "last", "all"; null: every one, told only by its version. */
  versions: readonly string[] | null
  specVersions: readonly string[] | null
  limit: number
  after: Position | null
}

export class BadRequest extends Error {}
/** Who keeps the collection takes no more for now. */
export class TooManyRequests extends Error {}

/** "2017-01-20T00:00:00Z" and "2017-01-20T00:00:00.000Z" are one instant: both become the same text, which sorts as time does. */
export function instantOf(text: string): string {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(text)
  if (found === null || !isDay(found[1] ?? ""))
    throw new BadRequest(`"${text}" is no timestamp such as 2023-09-15T02:00:00.000000Z`)
  return `${found[1]}.${(found[2] ?? "").padEnd(6, "0").slice(0, 6)}Z`
}

/** 31 February parses as a day of March; the database has no year 0. */
function isDay(text: string): boolean {
  const at = Date.parse(`${text}Z`)
  return !Number.isNaN(at) && !text.startsWith("0000") && new Date(at).toISOString().startsWith(text)
}

/** An object without days of its own is a cyber observable, which STIX has since 2.1 only. */
export function specVersionOf(object: TaxiiObject): string {
  if (object.created === undefined && object.modified === undefined) return "2.1"
  return typeof object.spec_version === "string" ? object.spec_version : "2.0"
}

/** Section 3.4.1: when it was modified, else made, else added. */
export function versionOf({ modified, created }: TaxiiObject, dateAdded: string): string {
  return typeof modified === "string" ? modified : typeof created === "string" ? created : dateAdded
}

/** Objects that a request finds among entries that are held in memory. `id`: it asks for one object. */
export function findAmong(all: readonly Entry[], wanted: Wanted): Found {
  const some = wanted.id === null ? all : all.filter(({ object }) => object.id === wanted.id)
  const { page, hasMore } = pageOf(matching(some, wanted), wanted)
  return { page: page.map(toldOf), hasMore, isKnown: some.length > 0 }
}
export type Wanted = Asked & { id: string | null }

const toldOf = ({ object, ...entry }: Entry): Told => ({
  ...entry,
  id: object.id,
  text: JSON.stringify(object),
})

/** In the order in which they were added. What the request says nothing of is the last version, by the newest specification. */
export function matching(entries: readonly Entry[], asked: Omit<Asked, "limit" | "after">): Entry[] {
  const { ids, types, addedAfter, specVersions, versions } = asked
  const after = addedAfter === null ? null : instantOf(addedAfter)
  const found = entries.filter(
    ({ object, dateAdded }) =>
      (ids === null || ids.includes(object.id)) &&
      (types === null || types.includes(object.type)) &&
      (after === null || instantOf(dateAdded) > after),
  )
  const ofSpec =
    specVersions === null
      ? newestSpec(found, entries)
      : found.filter((one) => specVersions.includes(one.specVersion))
  const chosen = versions === null ? ofSpec : ofVersions(ofSpec, versions)
  return chosen.toSorted(inOrder)
}

const inOrder = (a: Position, b: Position) =>
  a.dateAdded === b.dateAdded ? a.seq - b.seq : a.dateAdded < b.dateAdded ? -1 : 1

/** Section 3.4: "only objects that correspond to the latest specification version that the server can provide". */
function newestSpec(found: readonly Entry[], all: readonly Entry[]): Entry[] {
  const newest = new Map<string, string>()
  for (const { object, specVersion } of all)
    if (specVersion > (newest.get(object.id) ?? "")) newest.set(object.id, specVersion)
  return found.filter(({ object, specVersion }) => newest.get(object.id) === specVersion)
}

function ofVersions(found: readonly Entry[], versions: readonly string[]): Entry[] {
  if (versions.includes("all")) return [...found]
  const wanted = new Set(versions.filter((one) => !["first", "last"].includes(one)).map(instantOf))
  const byId = Map.groupBy(found, ({ object }) => object.id)
  return [...byId.values()].flatMap((these) => {
    const sorted = these.toSorted((a, b) => (instantOf(a.version) < instantOf(b.version) ? -1 : 1))
    const [first, last] = [sorted[0], sorted.at(-1)]
    return these.filter(
      (one) =>
        wanted.has(instantOf(one.version)) ||
        (versions.includes("first") && one === first) ||
        (versions.includes("last") && one === last),
    )
  })
}

/** The page behind a position, and whether there is more: stable however many share one moment. */
function pageOf(
  found: readonly Entry[],
  { limit, after }: Pick<Asked, "limit" | "after">,
): { page: Entry[]; hasMore: boolean } {
  const left = after === null ? found : found.filter((one) => inOrder(one, after) > 0)
  return { page: left.slice(0, limit), hasMore: left.length > limit }
}
