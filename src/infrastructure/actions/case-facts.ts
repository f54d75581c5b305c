/** An incident's facts in the words of a case's file, each as far as the officer's body sees it. */
import { formatDate, formatInstant, formatMoney, formatNumber } from "../../kernel/format.ts"
import { localDateOf } from "../../kernel/time.ts"
import { assetNumber } from "../domain/asset.ts"
import { incidentNumber, outageOf } from "../domain/incident.ts"
import type { Goods, Witness } from "../store/evidence.ts"
import type { HitAsset, IncidentRow, Photo } from "../store/incidents.ts"
import { words } from "../words.ts"
import { assetWords } from "../words-asset.ts"
import { caseWords } from "../words-case.ts"
import { evidenceWords } from "../words-evidence.ts"

export type Carried = {
  row: IncidentRow
  assets: HitAsset[]
  goods: Goods[]
  witnesses: Witness[]
  photos: Photo[]
}

const t = words.vi
const c = caseWords.vi
const a = assetWords.vi
const e = evidenceWords.vi
/** Of a case's summary. */
const summaryMax = 5_000

export function caseTitle(rows: readonly IncidentRow[]): string {
  const day = (row: IncidentRow | undefined) =>
    row === undefined ? "" : formatDate(localDateOf(new Date(row.happenedAt)), "vi")
  const [first] = rows
  if (first === undefined) return ""
  if (rows.length === 1) return c.caseTitle(t.kinds[first.kind], first.areaName, day(first))
  return c.seriesTitle(t.kinds[first.kind], String(rows.length), day(first), day(rows.at(-1)))
}

/** All of one incident; of several the sums, and the facts themselves as far as there is room. */
export function summaryOf(carried: readonly Carried[]): string {
  const facts = carried.map(factsOf).join("\n\n")
  if (carried.length === 1) return facts.slice(0, summaryMax)
  const rows = carried.map(({ row }) => row)
  const damage = rows.reduce((sum, { damageVnd }) => sum + (damageVnd ?? 0), 0)
  const head = [
    c.seriesOf(String(rows.length), rows.map(({ number }) => incidentNumber(number)).join(", ")),
    ...line(t.damage, damage === 0 ? null : formatMoney(damage, "vi")),
    ...line(t.owner, [...new Set(rows.flatMap(({ ownerNames }) => ownerNames ?? []))].join("; ")),
    c.seriesFacts,
  ].join("\n")
  return `${head}\n\n${facts}`.slice(0, summaryMax)
}

const line = (label: string, value: string | null) =>
  value === null || value === "" ? [] : [`${label}: ${value}`]
const named = (keys: readonly string[], of: Readonly<Record<string, string>>) =>
  keys.map((key) => of[key] ?? key).join(", ")

export function factsOf({ row, assets, goods, witnesses }: Carried): string {
  return [
    `${c.fromIncident(incidentNumber(row.number))} (${row.bodyName})`,
    ...line(t.happened, formatInstant(row.happenedAt, "vi")),
    ...line(t.found, row.foundAt === null ? null : formatInstant(row.foundAt, "vi")),
    ...line(t.where, [row.areaName, row.place].filter((part) => part !== null).join(", ")),
    ...line(t.exact, row.lat === null || row.lon === null ? null : `${row.lat}, ${row.lon}`),
    ...line(t.owner, row.ownerNames),
    ...line(t.hitAssets, assets.map(assetSaid).join("; ")),
    ...line(t.how, [t.tricks[row.trick], named(row.tools, t.tools)].filter((part) => part !== "").join("; ")),
    ...line(t.lost, named(row.taken, t.taken)),
    ...line(t.outage, outageSaid(row)),
    ...line(t.servicesHit, named(row.services, t.services)),
    ...line(t.damage, row.damageVnd === null ? null : formatMoney(row.damageVnd, "vi")),
    ...line(t.basis, row.damageBasis),
    ...line(t.what, row.what),
    ...line(
      e.goods,
      goods
        .map(({ what, amount, marks }) => [what, amount, marks].filter((one) => one !== null).join(", "))
        .join("; "),
    ),
    ...(witnesses.length === 0 ? [] : [e.carriedWitness(String(witnesses.length))]),
    ...witnesses.map(({ saw }) => `– ${saw}`),
  ].join("\n")
}

const assetSaid = ({ number, code, name, kind }: HitAsset) =>
  [assetNumber(number), code, name, a.kinds[kind as keyof typeof a.kinds]]
    .filter((part) => part !== null)
    .join(" ")

function outageSaid({ subscribers, outageHours }: IncidentRow): string | null {
  const product = outageOf(subscribers, outageHours)
  const said = (n: number) => formatNumber(n, "vi")
  if (product !== null) return t.outageOf(said(subscribers ?? 0), said(outageHours ?? 0), said(product))
  if (subscribers !== null) return t.subscribersOnly(said(subscribers))
  return outageHours === null ? null : t.hoursOnly(said(outageHours))
}
