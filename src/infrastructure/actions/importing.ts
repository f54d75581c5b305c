/** A list of assets: looked at first, then taken, and taken back as a whole. */
import { z } from "zod"
import { announce } from "../../kernel/journal.ts"
import { carriedBack, type ListTrouble, readList } from "../../kernel/tables/read-list.ts"
import { placesOn } from "../../organizations/index.ts"
import {
  type AssetDraft,
  assetKinds,
  assetStates,
  criticalities,
  isHere,
  mayBeNational,
  withCell,
} from "../domain/asset.ts"
import {
  codesOnce,
  type ImportLine,
  importHeadings,
  importLine,
  importLinesMax,
  importNeeds,
} from "../domain/import.ts"
import {
  codesTaken,
  type ImportRow,
  importsOf,
  insertAssets,
  insertImport,
  undoImportRow,
} from "../store/assets.ts"
import { readFor, type Seat, todayOf } from "./seat.ts"

export type ImportPreview = { fileName: string; lines: ImportLine[]; unused: readonly string[] }

/** Nothing is written. */
export async function previewAssets(
  seat: Seat,
  file: { name: string; bytes: Buffer },
): Promise<ImportPreview | { refused: ListTrouble }> {
  const found = await readList(file.bytes, {
    headings: importHeadings,
    needs: importNeeds,
    linesMax: importLinesMax,
  })
  if ("refused" in found) return found
  return readFor(seat, async (tx) => {
    const areas = await placesOn(tx, todayOf(seat))
    const lines = found.lines.map((line) => importLine(line, areas))
    const taken = await codesTaken(
      tx,
      lines.map(({ code }) => code),
    )
    return { fileName: file.name, lines: codesOnce(lines, taken), unused: found.unused }
  })
}

const carried = z
  .array(
    z
      .strictObject({
        code: z.string().min(1).max(60),
        name: z.string().min(1).max(200),
        kind: z.enum(assetKinds),
        areaCode: z.string().min(1).max(20),
        criticality: z.enum(criticalities),
        state: z.enum(assetStates),
        place: z.string().min(1).max(300).nullable(),
        shape: z
          .array(z.tuple([z.number(), z.number()]).refine(isHere))
          .min(1)
          .max(500)
          .nullable(),
      })
      .refine(({ criticality, kind }) => criticality !== "national" || mayBeNational(kind)),
  )
  .min(1)
  .max(importLinesMax)

export const draftsCarried = (text: string): AssetDraft[] | null => carriedBack(carried, text)

export function takeAssets(
  seat: Seat,
  { fileName, drafts }: { fileName: string; drafts: readonly AssetDraft[] },
): Promise<{ id: string; rows: number } | { refused: "gone" }> {
  return seat.open(async (tx) => {
    const areas = new Set((await placesOn(tx, todayOf(seat))).map(({ code }) => code))
    if (!drafts.every(({ areaCode }) => areas.has(areaCode))) return { refused: "gone" as const }
    const codes = drafts.map(({ code }) => code)
    // Twice in the list, or somebody of the body took one of them meanwhile.
    if (new Set(codes).size < codes.length || (await codesTaken(tx, codes)).size > 0)
      return { refused: "gone" as const }
    const name = fileName.slice(0, 200) || "danh-sach"
    const id = await insertImport(tx, { fileName: name, rows: drafts.length, byName: seat.name })
    await insertAssets(tx, drafts.map(withCell), id)
    await announce(tx, {
      what: "asset.list-taken",
      record: { kind: "asset-import", id },
      details: { rows: drafts.length },
    })
    return { id, rows: drafts.length }
  })
}

export const pastImports = (seat: Seat): Promise<ImportRow[]> => readFor(seat, importsOf)

export function undoImport(seat: Seat, id: string): Promise<{ gone: number } | { refused: "gone" }> {
  return seat.open(async (tx) => {
    const gone = await undoImportRow(tx, id, seat.name)
    if (gone === null) return { refused: "gone" as const }
    await announce(tx, {
      what: "asset.list-undone",
      record: { kind: "asset-import", id },
      details: { rows: gone },
    })
    return { gone }
  })
}
