/** What proves a case: each thing or file with who held it, when and why. Nothing of it can be changed afterwards. */
import { can } from "../../accounts/index.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import { getFile } from "../../kernel/files.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { lockCase } from "../store/cases.ts"
import { addCustody, addExhibit, type Custody, custodyOf, exhibitsMax, exhibitsOf } from "../store/files.ts"
import { transfersOf } from "../store/others.ts"
import { todayOf } from "./take.ts"

export type NewExhibit = {
  title: string
  /** Kept before it is named: a file that nothing names harms nobody, a name without a file would. */
  file: { sha256: string; bytes: number; mediaType: string } | null
  place: string
  fromWhom: string
  reason: string
  /** The day on which it was taken; absent or null: today. */
  takenOn?: string | null
  /** A picture that a tip brought; absent: none. */
  fromTip?: boolean
}
export type ExhibitDone =
  | { exhibitId: string }
  | { refused: "notFound" | "closed" | "tooManyExhibits" | "datesWrong" }

export async function takeExhibit(desk: Desk, caseId: string, input: NewExhibit): Promise<ExhibitDone> {
  return asOfficer(desk.house.db, desk.who, (tx) => takeExhibitIn(tx, desk, caseId, input))
}

/** For who opens the case with it, in one transaction. */
export async function takeExhibitIn(
  tx: Tx,
  desk: Desk,
  caseId: string,
  input: NewExhibit,
): Promise<ExhibitDone> {
  const { file } = input
  const row = await lockCase(tx, caseId)
  if (row === null || row.bodyId !== desk.who.bodyId) return { refused: "notFound" as const }
  if (row.state === "closed") return { refused: "closed" as const }
  const takenOn = input.takenOn || todayOf(desk)
  if (takenOn > todayOf(desk)) return { refused: "datesWrong" as const }
  if ((await exhibitsOf(tx, caseId)).length >= exhibitsMax) return { refused: "tooManyExhibits" as const }
  const exhibitId = await addExhibit(tx, caseId, {
    title: input.title,
    kind: file === null ? "thing" : "file",
    sha256: file?.sha256 ?? null,
    mediaType: file?.mediaType ?? null,
    bytes: file?.bytes ?? null,
    place: input.place || null,
    takenOn,
    addedName: desk.officer.name,
    fromTip: input.fromTip ?? false,
  })
  const { fromWhom, reason } = input
  const { name: toWhom } = desk.officer
  const held = { exhibitId, caseId, happenedOn: takenOn, fromWhom, toWhom, reason, byName: toWhom }
  await addCustody(tx, held)
  await journal(tx, {
    what: "case.exhibit-taken",
    record: { kind: "case", id: caseId },
    details: { exhibit: exhibitId, sha256: file?.sha256 ?? null },
  })
  return { exhibitId }
}

export type Handing = {
  exhibitId: string
  fromWhom: string
  toWhom: string
  reason: string
  /** The day of the hand-over; absent or null: today. */
  handedOn?: string | null
}

export type HandingRefused =
  | { refused: "notFound" | "heldElsewhere" | "datesWrong" }
  | { refused: "notHolder"; holder: string }

/** Only who holds a thing hands it on, and only at the desk where it is: the police's from their signature until they return it. */
export function handExhibit(
  desk: Desk,
  caseId: string,
  input: Handing,
): Promise<{ noted: true } | HandingRefused> {
  return asOfficer(desk.house.db, desk.who, async (tx): Promise<{ noted: true } | HandingRefused> => {
    const row = await lockCase(tx, caseId)
    const known = row === null ? [] : await exhibitsOf(tx, caseId)
    if (row === null || !known.some((one) => one.id === input.exhibitId)) return { refused: "notFound" }
    const away = (await transfersOf(tx, caseId)).find(({ result }) => result !== "returned")
    const isWithPolice = away !== undefined && away.signedOn !== null
    if ((isWithPolice ? away.toBodyId : row.bodyId) !== desk.who.bodyId) return { refused: "heldElsewhere" }
    const { handedOn, ...handing } = input
    const [happenedOn, custody] = [handedOn || todayOf(desk), await custodyOf(tx, caseId)]
    const before = custody.findLast((one) => one.exhibitId === input.exhibitId)?.happenedOn ?? ""
    if (happenedOn > todayOf(desk) || happenedOn < before) return { refused: "datesWrong" }
    const holder = holderOf(custody, input.exhibitId)
    if (holder !== null && folded(holder) !== folded(input.fromWhom)) return { refused: "notHolder", holder }
    await addCustody(tx, { ...handing, happenedOn, caseId, byName: desk.officer.name })
    await journal(tx, {
      what: "case.exhibit-handed",
      record: { kind: "case", id: caseId },
      details: { exhibit: input.exhibitId },
    })
    return { noted: true }
  })
}

/** With whom the last hand-over left it; null: nobody is noted. */
export const holderOf = (custody: readonly Custody[], exhibitId: string): string | null =>
  custody.findLast((one) => one.exhibitId === exhibitId)?.toWhom ?? null

const folded = (name: string) => name.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim()

/** Every exhibit goes with the file: whoever signs for it holds it from then on. */
export async function handAll(
  tx: Tx,
  caseId: string,
  { toWhom, reason, byName, on }: { toWhom: string; reason: string; byName: string; on: string },
): Promise<void> {
  const custody = await custodyOf(tx, caseId)
  for (const { id: exhibitId } of await exhibitsOf(tx, caseId)) {
    const fromWhom = holderOf(custody, exhibitId)
    if (fromWhom !== null)
      await addCustody(tx, { exhibitId, caseId, happenedOn: on, fromWhom, toWhom, reason, byName })
  }
}

/** Whoever sees the case may look, at a picture of a tip who may read its raw text; that they did is written down first. */
export async function readExhibit(
  desk: Desk,
  caseId: string,
  exhibitId: string,
): Promise<{ bytes: Buffer; mediaType: string; position: number } | { refused: "notMasked" } | null> {
  const found = await asOfficer(desk.house.db, desk.who, async (tx) => {
    const one = (await exhibitsOf(tx, caseId)).find((each) => each.id === exhibitId)
    if (one?.sha256 == null || one.mediaType === null) return null
    if (one.fromTip && !can(desk.officer, "signal.open-text")) return { refused: "notMasked" as const }
    await journal(tx, {
      what: "case.exhibit-read",
      record: { kind: "case", id: caseId },
      details: { exhibit: exhibitId },
    })
    return { sha256: one.sha256, mediaType: one.mediaType, position: one.position }
  })
  if (found === null) return null
  if (found.refused !== undefined) return { refused: found.refused }
  const bytes = await getFile(desk.house, found.sha256)
  return bytes === null ? null : { bytes, mediaType: found.mediaType, position: found.position }
}
