/** One press opens a case of an incident, or of all of a series: what the officer sees is carried over, nothing is typed again. */
import { openCaseIn, takeExhibitIn } from "../../cases/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { putFile } from "../../kernel/files.ts"
import { announce } from "../../kernel/journal.ts"
import { caseKindOf, incidentNumber } from "../domain/incident.ts"
import { goodsOf, witnessesOf } from "../store/evidence.ts"
import { addEvents, assetsHit, inCases, noteCases, photosOf, readIncidentRows } from "../store/incidents.ts"
import { words } from "../words.ts"
import { evidenceWords } from "../words-evidence.ts"
import { type Carried, caseTitle, factsOf, summaryOf } from "./case-facts.ts"
import type { Seat } from "./seat.ts"

export type CaseDone = { caseId: string } | { refused: "gone" | "caseOpened" }

/** A case's papers are Vietnamese, whoever reads the page. */
const t = words.vi
const e = evidenceWords.vi

/**
 * Of each incident what row security leaves of it to the officer's body: of a series an owner's exact places, words, photos
 * and goods come along where they are open to it. Incidents of which a case was opened before stay in that one.
 */
export function openCaseOf(seat: Seat, ids: readonly string[]): Promise<CaseDone> {
  return seat.open(async (tx) => {
    const seen = await readIncidentRows(tx, ids)
    const taken = new Set(await inCases(tx, ids))
    const rows = seen.filter(({ id, state }) => !taken.has(id) && state !== "dismissed")
    const [first] = rows
    if (first === undefined)
      return { refused: seen.length === 0 ? ("gone" as const) : ("caseOpened" as const) }
    const carried = await carriedOf(tx, rows)
    const made = await openCaseIn(tx, seat.desk, {
      title: caseTitle(rows),
      summary: summaryOf(carried),
      kind: caseKindOf(first.kind),
    })
    await exhibitsInto(tx, seat, made.id, carried)
    const incidentIds = rows.map(({ id }) => id)
    if (!(await noteCases(tx, { incidentIds, caseId: made.id, byName: seat.name })))
      throw new Error("a case of one of these incidents was opened meanwhile")
    await addEvents(tx, incidentIds, { what: "case-opened", byName: seat.name, note: null })
    await announce(tx, {
      what: "incident.case-opened",
      record: { kind: "incident", id: first.id },
      details: { incidents: incidentIds },
    })
    return { caseId: made.id }
  })
}

async function carriedOf(tx: Tx, rows: Carried["row"][]): Promise<Carried[]> {
  const ids = rows.map(({ id }) => id)
  const [assets, goods, witnesses, photos] = [
    await assetsHit(tx, ids),
    await goodsOf(tx, ids),
    await witnessesOf(tx, ids),
    await photosOf(tx, ids),
  ]
  const of = <One extends { incidentId: string }>(all: readonly One[], id: string) =>
    all.filter(({ incidentId }) => incidentId === id)
  return rows.map((row) => ({
    row,
    assets: of(assets, row.id),
    goods: of(goods, row.id),
    witnesses: of(witnesses, row.id),
    photos: of(photos, row.id),
  }))
}

/** Facts that a summary is too short for go along as a file; then goods, then photos, as many as a case holds. */
async function exhibitsInto(tx: Tx, seat: Seat, caseId: string, carried: readonly Carried[]): Promise<void> {
  if (carried.length > 1) {
    const bytes = Buffer.from(carried.map(factsOf).join("\n\n"), "utf8")
    const { sha256 } = await putFile(seat.house, bytes)
    await takeExhibitIn(tx, seat.desk, caseId, {
      title: t.factsFile(String(carried.length)),
      file: { sha256, bytes: bytes.length, mediaType: "text/plain" },
      place: t.exhibitPlace,
      fromWhom: seat.name,
      reason: t.factsReason,
    })
  }
  for (const { row, goods } of carried)
    for (const one of goods)
      await takeExhibitIn(tx, seat.desk, caseId, {
        title: `${one.what}, ${one.amount}`.slice(0, titleMax),
        file: null,
        place: one.returnedTo ?? one.keptAt,
        fromWhom: one.bodyName,
        reason: e.exhibitReason(incidentNumber(row.number)),
      })
  for (const { row, photos } of carried)
    for (const { name, addedName, sha256, bytes, mediaType } of photos)
      await takeExhibitIn(tx, seat.desk, caseId, {
        title: name,
        file: { sha256, bytes, mediaType },
        place: t.exhibitPlace,
        fromWhom: `${addedName}, ${row.bodyName}`,
        reason: t.fromIncident(incidentNumber(row.number)),
      })
}
const titleMax = 200
