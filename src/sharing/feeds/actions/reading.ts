/** What feeds carry, read as the public reads it. */
import { readAsPublic } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import { linkTo } from "../../../kernel/http/links.ts"
import { scamTypes } from "../../../signals/index.ts"
import type { IndicatorKind, Tlp } from "../../domain/indicator.ts"
import type { Issuer, ReleasedIndicator, ReleasedWarning, SeenAtWork, Trick } from "../domain/released.ts"
import {
  type IndicatorRow,
  releasedSites,
  releasedWarning,
  releasedWarnings,
  type SeenRow,
  type WarningRow,
} from "../store/released.ts"

/** As many as one document of a feed holds; who wants all of more asks TAXII. */
export const warningsMax = 500
const sitesMax = 20_000
/** So long a feed says of something that it is over. */
const goneDays = 90

export function issuerOf({ config, province }: House): Issuer {
  const url = linkTo(config, "/")
  const name = province === null ? "" : `${province.kind} ${province.name}`
  return {
    code: province?.code ?? "00",
    name: `Liên Phòng ${name}`.trim(),
    url,
    domain: new URL(url).hostname,
    isDrill: config.demo,
  }
}

export function trickOf(slug: string | null): Trick | null {
  const found = scamTypes().find(({ value }) => value === slug)
  return found === undefined ? null : { slug: found.value, name: found.label, nameEn: found.labelEn }
}

export const goneSince = (house: House) => new Date(house.clock.now().getTime() - goneDays * 86_400_000)

const instantOf = (text: string | null) => (text === null ? null : new Date(text))

export const warningOf = ({
  replacesCode,
  replacesReleasedAt,
  trick,
  ...row
}: WarningRow): ReleasedWarning => ({
  ...row,
  trick: trickOf(trick),
  releasedAt: new Date(row.releasedAt),
  recalledAt: instantOf(row.recalledAt),
  replaces:
    replacesCode === null || replacesReleasedAt === null
      ? null
      : { code: replacesCode, releasedAt: new Date(replacesReleasedAt) },
})

export const indicatorOf = ({ trick, kind, tlp, seen, ...row }: IndicatorRow): ReleasedIndicator => ({
  ...row,
  seen: seen === null || seen.count === 0 ? null : seenOf(seen),
  releasedAt: new Date(row.releasedAt),
  endedAt: instantOf(row.endedAt),
  warnedAt: instantOf(row.warnedAt),
  kind: kind as IndicatorKind,
  tlp: tlp as Tlp,
  trick: trickOf(trick),
})

const seenOf = ({ count, bodies, ...at }: SeenRow): SeenAtWork => ({
  count,
  bodies,
  firstAt: new Date(at.firstAt),
  lastAt: new Date(at.lastAt),
  notedFrom: new Date(at.notedFrom),
  notedUntil: new Date(at.notedUntil),
})

export type Wanted = { trick: string; area: string }
export const everything: Wanted = { trick: "", area: "" }

export async function feedWarnings(house: House, wanted: Wanted = everything): Promise<ReleasedWarning[]> {
  const asked = { ...wanted, since: goneSince(house), limit: warningsMax }
  const rows = await readAsPublic(house.db, (tx) => releasedWarnings(tx, asked))
  return rows.map(warningOf)
}

export async function feedWarning(house: House, code: number): Promise<ReleasedWarning | null> {
  const row = await readAsPublic(house.db, (tx) => releasedWarning(tx, code))
  return row === null ? null : warningOf(row)
}

export async function feedSites(house: House): Promise<ReleasedIndicator[]> {
  const rows = await readAsPublic(house.db, (tx) => releasedSites(tx, goneSince(house), sitesMax))
  return rows.map(indicatorOf)
}

/** Warnings and sites, both of one moment as far as a reader can tell: a site names its warnings. */
export async function feedAll(
  house: House,
): Promise<{ warnings: ReleasedWarning[]; indicators: ReleasedIndicator[] }> {
  const asked = { ...everything, since: goneSince(house), limit: warningsMax }
  return readAsPublic(house.db, async (tx) => ({
    warnings: (await releasedWarnings(tx, asked)).map(warningOf),
    indicators: (await releasedSites(tx, goneSince(house), sitesMax)).map(indicatorOf),
  }))
}
