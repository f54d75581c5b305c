/** One press opens a case of an incident: what the officer sees of it is carried over, nothing is typed again. */
import { openCaseIn, takeExhibitIn } from "../../cases/index.ts"
import { formatDate, formatInstant, formatMoney, formatNumber } from "../../kernel/format.ts"
import { announce } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { assetNumber } from "../domain/asset.ts"
import { caseKindOf, incidentNumber, outageOf } from "../domain/incident.ts"
import {
  addEvent,
  assetsHit,
  caseOf,
  type HitAsset,
  type IncidentRow,
  noteCase,
  photosOf,
  readIncidentRow,
} from "../store/incidents.ts"
import { words } from "../words.ts"
import { assetWords } from "../words-asset.ts"
import type { Seat } from "./seat.ts"

export function openCaseOf(
  seat: Seat,
  id: string,
): Promise<{ caseId: string } | { refused: "gone" | "caseOpened" }> {
  return seat.open(async (tx) => {
    const row = await readIncidentRow(tx, id)
    if (row === null) return { refused: "gone" as const }
    if ((await caseOf(tx, id)) !== null) return { refused: "caseOpened" as const }
    const made = await openCaseIn(tx, seat.desk, {
      title: titleOf(row),
      summary: summaryOf(row, await assetsHit(tx, id)),
      kind: caseKindOf(row.kind),
    })
    for (const photo of await photosOf(tx, id)) {
      const { sha256, bytes, mediaType } = photo
      await takeExhibitIn(tx, seat.desk, made.id, {
        title: photo.name,
        file: { sha256, bytes, mediaType },
        place: t.exhibitPlace,
        fromWhom: `${photo.addedName}, ${row.bodyName}`,
        reason: t.fromIncident(incidentNumber(row.number)),
      })
    }
    if (!(await noteCase(tx, { incidentId: id, caseId: made.id, byName: seat.name })))
      throw new Error("a case of this incident was opened meanwhile")
    await addEvent(tx, id, { what: "case-opened", byName: seat.name, note: null })
    await announce(tx, { what: "incident.case-opened", record: { kind: "incident", id } })
    return { caseId: made.id }
  })
}

/** A case's papers are Vietnamese, whoever reads the page. */
const t = words.vi
const a = assetWords.vi

const titleOf = (row: IncidentRow) =>
  t.caseTitle(t.kinds[row.kind], row.areaName, formatDate(localDateOf(new Date(row.happenedAt)), "vi"))

function summaryOf(row: IncidentRow, assets: readonly HitAsset[]): string {
  const line = (label: string, value: string | null) =>
    value === null || value === "" ? [] : [`${label}: ${value}`]
  const named = (keys: readonly string[], of: Readonly<Record<string, string>>) =>
    keys.map((key) => of[key] ?? key).join(", ")
  return [
    `${t.fromIncident(incidentNumber(row.number))} (${row.bodyName})`,
    ...line(t.happened, formatInstant(row.happenedAt, "vi")),
    ...line(t.found, row.foundAt === null ? null : formatInstant(row.foundAt, "vi")),
    ...line(t.where, [row.areaName, row.place].filter((part) => part !== null).join(", ")),
    ...line(t.exact, row.lat === null || row.lon === null ? null : `${row.lat}, ${row.lon}`),
    ...line(t.owner, row.ownerNames),
    ...line(
      t.hitAssets,
      assets
        .map((one) => [
          assetNumber(one.number),
          one.code,
          one.name,
          a.kinds[one.kind as keyof typeof a.kinds],
        ])
        .map((parts) => parts.filter((part) => part !== null).join(" "))
        .join("; "),
    ),
    ...line(t.how, [t.tricks[row.trick], named(row.tools, t.tools)].filter((part) => part !== "").join("; ")),
    ...line(t.lost, named(row.taken, t.taken)),
    ...line(t.outage, outageSaid(row)),
    ...line(t.servicesHit, named(row.services, t.services)),
    ...line(t.damage, row.damageVnd === null ? null : formatMoney(row.damageVnd, "vi")),
    ...line(t.basis, row.damageBasis),
    ...line(t.what, row.what),
  ]
    .join("\n")
    .slice(0, summaryMax)
}
const summaryMax = 5_000

function outageSaid({ subscribers, outageHours }: IncidentRow): string | null {
  const product = outageOf(subscribers, outageHours)
  const said = (n: number) => formatNumber(n, "vi")
  if (product !== null) return t.outageOf(said(subscribers ?? 0), said(outageHours ?? 0), said(product))
  if (subscribers !== null) return t.subscribersOnly(said(subscribers))
  return outageHours === null ? null : t.hoursOnly(said(outageHours))
}
