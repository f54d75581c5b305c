/** What proves a case: each thing or file with who held it, when and why. Nothing of it can be changed afterwards. */
import { asOfficer } from "../../kernel/db/database.ts"
import { getFile } from "../../kernel/files.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { findCase, lockCase } from "../store/cases.ts"
import { addCustody, addExhibit, exhibitsMax, exhibitsOf } from "../store/files.ts"

export type NewExhibit = {
  title: string
  /** Kept before it is named: a file that nothing names harms nobody, a name without a file would. */
  file: { sha256: string; bytes: number; mediaType: string } | null
  place: string
  fromWhom: string
  reason: string
}
export type ExhibitDone = { exhibitId: string } | { refused: "notFound" | "closed" | "tooManyExhibits" }

export async function takeExhibit(desk: Desk, caseId: string, input: NewExhibit): Promise<ExhibitDone> {
  const { file } = input
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, caseId)
    if (row === null || row.bodyId !== desk.who.bodyId) return { refused: "notFound" as const }
    if (row.state === "closed") return { refused: "closed" as const }
    if ((await exhibitsOf(tx, caseId)).length >= exhibitsMax) return { refused: "tooManyExhibits" as const }
    const exhibitId = await addExhibit(tx, caseId, {
      title: input.title,
      kind: file === null ? "thing" : "file",
      sha256: file?.sha256 ?? null,
      mediaType: file?.mediaType ?? null,
      bytes: file?.bytes ?? null,
      place: input.place || null,
      addedName: desk.officer.name,
    })
    const { fromWhom, reason } = input
    const held = { exhibitId, caseId, fromWhom, toWhom: desk.officer.name, reason, byName: desk.officer.name }
    await addCustody(tx, held)
    await journal(tx, {
      what: "case.exhibit-taken",
      record: { kind: "case", id: caseId },
      details: { exhibit: exhibitId, sha256: file?.sha256 ?? null },
    })
    return { exhibitId }
  })
}

export type Handing = { exhibitId: string; fromWhom: string; toWhom: string; reason: string }

export function handExhibit(
  desk: Desk,
  caseId: string,
  input: Handing,
): Promise<{ noted: true } | { refused: "notFound" }> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await findCase(tx, caseId)
    const known = row === null ? [] : await exhibitsOf(tx, caseId)
    if (!known.some((one) => one.id === input.exhibitId)) return { refused: "notFound" as const }
    await addCustody(tx, { ...input, caseId, byName: desk.officer.name })
    await journal(tx, {
      what: "case.exhibit-handed",
      record: { kind: "case", id: caseId },
      details: { exhibit: input.exhibitId },
    })
    return { noted: true as const }
  })
}

/** Whoever sees the case may look; that they did is written down first. */
export async function readExhibit(
  desk: Desk,
  caseId: string,
  exhibitId: string,
): Promise<{ bytes: Buffer; mediaType: string; position: number } | null> {
  const found = await asOfficer(desk.house.db, desk.who, async (tx) => {
    const one = (await exhibitsOf(tx, caseId)).find((each) => each.id === exhibitId)
    if (one?.sha256 == null || one.mediaType === null) return null
    await journal(tx, {
      what: "case.exhibit-read",
      record: { kind: "case", id: caseId },
      details: { exhibit: exhibitId },
    })
    return { sha256: one.sha256, mediaType: one.mediaType, position: one.position }
  })
  if (found === null) return null
  const bytes = await getFile(desk.house, found.sha256)
  return bytes === null ? null : { bytes, mediaType: found.mediaType, position: found.position }
}
