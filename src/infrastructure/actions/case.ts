/** One press opens a case of an incident, or of all of a series: what the officer sees is carried over, nothing is typed again. */
import { exhibitsMax, openCaseIn, takeExhibitIn } from "../../cases/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { putFile } from "../../kernel/files.ts"
import { announce } from "../../kernel/journal.ts"
import { caseKindOf, incidentNumber, isOfTip } from "../domain/incident.ts"
import { goodsOf, witnessesOf } from "../store/evidence.ts"
import { addEvents, assetsHit, inCases, noteCases, photosOf, readIncidentRows } from "../store/incidents.ts"
import { caseWords } from "../words-case.ts"
import { evidenceWords } from "../words-evidence.ts"
import { type Carried, caseTitle, factsOf, summaryOf } from "./case-facts.ts"
import type { Seat } from "./seat.ts"

export type CaseDone = { caseId: string } | { refused: "gone" | "caseOpened" }

/** A case's papers are Vietnamese, whoever reads the page. */
const t = caseWords.vi
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
    const note = await exhibitsInto(tx, seat, made.id, carried)
    const incidentIds = rows.map(({ id }) => id)
    if (!(await noteCases(tx, { incidentIds, caseId: made.id, byName: seat.name })))
      throw new Error("a case of one of these incidents was opened meanwhile")
    await addEvents(tx, incidentIds, { what: "case-opened", byName: seat.name, note })
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

/**
 * Facts that a summary is too short for go along as a file; then goods, then photos, as many as a case holds. What is left is told in
 * that file and given back in words, to stand in the history of the incidents; null: all went along.
 */
async function exhibitsInto(
  tx: Tx,
  seat: Seat,
  caseId: string,
  carried: readonly Carried[],
): Promise<string | null> {
  const all = [
    ...carried.flatMap(({ row, goods }) => goods.map((one) => ({ row, exhibit: thingOf(row, one) }))),
    ...carried.flatMap(({ row, photos }) => photos.map((one) => ({ row, exhibit: pictureOf(row, one) }))),
  ]
  const hasFile = carried.length > 1 || all.length > exhibitsMax
  const room = exhibitsMax - (hasFile ? 1 : 0)
  const left = all.slice(room)
  const numbers = [...new Set(left.map(({ row }) => incidentNumber(row.number)))]
  const note =
    left.length === 0 ? null : t.notCarried(String(left.length), numbers.join(", ")).slice(0, noteMax)
  const facts = [...(note === null ? [] : [note]), ...carried.map(factsOf)].join("\n\n")
  const taken = [
    ...(hasFile ? [await factsFileOf(seat, facts, carried)] : []),
    ...all.slice(0, room).map(({ exhibit }) => exhibit),
  ]
  for (const exhibit of taken) {
    const done = await takeExhibitIn(tx, seat.desk, caseId, exhibit)
    if ("refused" in done) throw new Error(`a case that was just opened takes no exhibit: ${done.refused}`)
  }
  return note
}

type NewExhibit = Parameters<typeof takeExhibitIn>[3]

async function factsFileOf(seat: Seat, facts: string, carried: readonly Carried[]): Promise<NewExhibit> {
  const [first, ...others] = carried.map(({ row }) => t.fromIncident(incidentNumber(row.number)))
  const bytes = Buffer.from(facts, "utf8")
  const { sha256 } = await putFile(seat.house, bytes)
  return {
    title: others.length === 0 && first !== undefined ? first : t.factsFile(String(carried.length)),
    file: { sha256, bytes: bytes.length, mediaType: "text/plain" },
    place: t.exhibitPlace,
    fromWhom: seat.name,
    reason: others.length === 0 && first !== undefined ? first : t.factsReason,
  }
}

const thingOf = (row: Carried["row"], one: Carried["goods"][number]): NewExhibit => ({
  title: `${one.what}, ${one.amount}`.slice(0, titleMax),
  file: null,
  place: one.returnedTo ?? one.keptAt,
  fromWhom: one.bodyName,
  reason: e.exhibitReason(incidentNumber(row.number)),
})

const pictureOf = (row: Carried["row"], one: Carried["photos"][number]): NewExhibit => ({
  title: one.name,
  file: { sha256: one.sha256, bytes: one.bytes, mediaType: one.mediaType },
  place: t.exhibitPlace,
  fromWhom: `${one.addedName}, ${row.bodyName}`,
  reason: t.fromIncident(incidentNumber(row.number)),
  fromTip: isOfTip(row),
})
const titleMax = 200
const noteMax = 2_000
