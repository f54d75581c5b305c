/**
 * Writes the table of STIX objects behind the releases, recalls and expiries: one writer at a time, change after change in the
 * order in which they hold, so that whoever pages by `added_after` misses none. An installation of before is filled in the
 * same way, a batch a transaction. Running it twice changes nothing.
 */
import { asJob, type Tx } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import { runOnceMore } from "../../../kernel/queue.ts"
import type { ReleasedIndicator } from "../domain/released.ts"
import { type Made, stixObjects } from "../domain/stix.ts"
import {
  addObjects,
  type Collection,
  collections,
  dropEnded,
  type NewObject,
  takePen,
} from "../store/objects.ts"
import {
  changesAfter,
  ofTheSame,
  releasedIndicators,
  releasedToAll,
  sightedAnew,
  tiedTo,
} from "../store/released.ts"
import { goneSince, indicatorOf, issuerOf, warningOf } from "./reading.ts"

export const objectsJob = "sharing.objects"
const atOnce = 500
const roundsMax = 10_000

export async function keepObjects(house: House): Promise<void> {
  if ((await writeObjects(house)) > 0) await runOnceMore(house.db, objectsJob)
}

/** Gives the number of changes that were written. */
export async function writeObjects(house: House): Promise<number> {
  let changes = 0
  for (let round = 0; round < roundsMax; round += 1) {
    const some = await asJob(house.db, objectsJob, (tx) => writeSome(tx, house))
    changes += some
    if (some < atOnce) break
  }
  return changes
}

async function writeSome(tx: Tx, house: House): Promise<number> {
  const { seq } = await takePen(tx)
  const changes = await changesAfter(tx, seq, atOnce)
  const sighted = await sightedAnew(tx, { publicFrom: sightingsPublicFrom, sites, limit: atOnce })
  if (changes.length + sighted.length === 0) return 0
  const idsOf = (kind: "indicator" | "warning") =>
    changes.flatMap((one) => (one.kind === kind ? [one.id] : []))
  const anew = [...new Set([...idsOf("indicator"), ...sighted])]
  const tied = await tiedTo(tx, { indicators: anew, warnings: idsOf("warning") })
  const indicators = await releasedIndicators(tx, tied.indicators)
  const warnings = await releasedToAll(tx, tied.warnings)
  const beside = await ofTheSame(tx, tied.indicators)
  const owners: Owners = {
    indicators: new Map(indicators.map(({ id, bodyId }) => [id, bodyId])),
    warnings: new Map(warnings.map(({ code, id, bodyId }) => [code, { id, bodyId }])),
  }
  const objects = collections.flatMap((collection) => {
    const of = indicators
      .filter((one) => collectionOf(one) === collection)
      .map(indicatorOf)
      .map((one) => (collection === "public" ? withFewUntold(one) : one))
    const reports = collection === "public" ? warnings.map(warningOf) : []
    if (of.length + reports.length === 0) return []
    const there = beside.filter((one) => one.collection === collection)
    const made = stixObjects(issuerOf(house), { indicators: of, warnings: reports }, there)
    return made.map((one) => newObject(collection, one, owners))
  })
  await addObjects(tx, objects, changes.at(-1)?.seq ?? seq)
  return Math.max(changes.length, sighted.length)
}

/** Sightings are told to everybody from so many bodies on: of fewer, a count could name a single one. */
const sightingsPublicFrom = 5

const withFewUntold = (one: ReleasedIndicator): ReleasedIndicator =>
  one.seen !== null && one.seen.bodies < sightingsPublicFrom ? { ...one, seen: null } : one

const sites: readonly string[] = ["url", "domain", "ip"]

/** Numbers and accounts of people leave in lists only to bodies, those of which everybody is warned as well. */
const collectionOf = ({ audience, kind }: { audience: string; kind: string }): Collection =>
  audience === "enterprises" ? audience : audience === "public" && sites.includes(kind) ? audience : "bodies"

type Owners = {
  indicators: ReadonlyMap<string, string>
  warnings: ReadonlyMap<number, { id: string; bodyId: string }>
}

function newObject(collection: Collection, { object, from }: Made, owners: Owners): NewObject {
  const indicatorId = from !== null && "indicator" in from ? from.indicator : null
  const warning = from !== null && "warning" in from ? owners.warnings.get(from.warning) : undefined
  const day = object.modified ?? object.created
  return {
    collection,
    id: object.id,
    type: object.type,
    version: typeof day === "string" ? day : null,
    text: JSON.stringify(object),
    bodyId: indicatorId === null ? (warning?.bodyId ?? null) : (owners.indicators.get(indicatorId) ?? null),
    indicatorId,
    warningId: warning?.id ?? null,
  }
}

const droppedAtOnce = 5_000

/** As long as feeds say that something is over, and no longer. */
export async function tidyObjects(house: House): Promise<void> {
  const before = goneSince(house)
  for (let round = 0; round < roundsMax; round += 1) {
    const some = await asJob(house.db, "sharing.tidy-objects", (tx) => dropEnded(tx, before, droppedAtOnce))
    if (some < droppedAtOnce) return
  }
}
