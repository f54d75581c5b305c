/** A list of assets: looked at first, then taken, and taken back as a whole. */
import { z } from "zod"
import type { Tx } from "../../kernel/db/database.ts"
import { hereOf } from "../../kernel/installation.ts"
import { announce } from "../../kernel/journal.ts"
import { whereaboutsIn } from "../../kernel/outlines/where.ts"
import { readForeignShapes } from "../../kernel/shapes/read.ts"
import {
  type ForeignGeometry,
  isShapes,
  type ShapesRead,
  type ShapeTrouble,
} from "../../kernel/shapes/shapes.ts"
import { textCell } from "../../kernel/tables/cell.ts"
import { type Listed, listedIn } from "../../kernel/tables/listed.ts"
import { carriedBack, type ListTrouble, readList } from "../../kernel/tables/read-list.ts"
import { placesOn } from "../../organizations/index.ts"
import {
  type AssetDraft,
  assetKinds,
  assetStates,
  criticalities,
  isHere,
  mayBeLine,
  mayBeNational,
  withCell,
} from "../domain/asset.ts"
import {
  codesOnce,
  type Ground,
  type ImportField,
  type ImportLine,
  importHeadings,
  importLine,
  importLinesMax,
  importNeeds,
  importPointsMax,
  shapeNeeds,
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

/** `areas`: the names of communes by their codes. Of a file of shapes a line is the so-manieth thing in it. */
export type ImportPreview = {
  fileName: string
  isShapes: boolean
  lines: ImportLine[]
  unused: readonly string[]
  areas: ReadonlyMap<string, string>
}
export type ImportTrouble = ListTrouble | ShapeTrouble | "noNames"
/** `at`: the line of the file, where the reader knows it. */
type Unread = { refused: ImportTrouble; at?: number }

/** Nothing is written. */
export async function previewAssets(
  seat: Seat,
  file: { name: string; bytes: Buffer },
): Promise<ImportPreview | Unread> {
  const found = isShapes(file.bytes, file.name)
    ? shapesListed(await readForeignShapes(file.bytes))
    : await tableListed(file.bytes)
  if ("refused" in found) return found
  const preview = await readFor(seat, async (tx) => {
    const ground = await groundFor(tx, seat)
    const lines = found.lines.map((line) => importLine(line, ground, found.geometries?.[line.line - 1]))
    const taken = await codesTaken(
      tx,
      lines.map(({ code }) => code),
    )
    return {
      fileName: file.name,
      isShapes: found.geometries !== null,
      lines: codesOnce(lines, taken),
      unused: found.unused,
      areas: new Map(ground.areas.map(({ code, name }) => [code, name])),
    }
  })
  return pointsOf(preview.lines) > importPointsMax ? { refused: "tooManyPoints" } : preview
}

const pointsOf = (lines: readonly ImportLine[]) =>
  lines.reduce((sum, one) => sum + ("draft" in one ? (one.draft.shape?.length ?? 0) : 0), 0)

/** A place near no commune of the province is told, where the data has its boundaries. */
async function groundFor(tx: Tx, seat: Seat): Promise<Ground> {
  const areas = await placesOn(tx, todayOf(seat))
  const where = whereaboutsIn(hereOf(seat.house).code)
  return {
    areas,
    isNear: where?.isNear ?? (() => true),
    communeAt: where?.communeAt ?? (() => null),
  }
}

type Found = Pick<Listed<ImportField>, "lines" | "unused"> & { geometries: readonly ForeignGeometry[] | null }

async function tableListed(bytes: Buffer): Promise<Found | Unread> {
  const of = { headings: importHeadings, needs: importNeeds, linesMax: importLinesMax }
  const found = await readList(bytes, of)
  return "refused" in found ? found : { ...found, geometries: null }
}

/** As a table whose first line are the names of the properties. */
function shapesListed(read: ShapesRead): Found | Unread {
  if ("refused" in read) return read
  if (read.features.length === 0) return { refused: "nothing" }
  const rows = [read.names, ...read.features.map(({ values }) => values)]
  const sheet = { name: "", rows: rows.map((row) => row.map(textCell)) }
  const found = listedIn([sheet], importHeadings, shapeNeeds)
  if (found === null) return { refused: "noNames" }
  return {
    unused: found.unused,
    lines: found.lines.map((one) => ({ ...one, line: one.line - 1 })),
    geometries: read.features.map(({ geometry }) => geometry),
  }
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
      .refine(({ criticality, kind }) => criticality !== "national" || mayBeNational(kind))
      .refine(({ shape, kind }) => (shape?.length ?? 0) < 2 || mayBeLine(kind)),
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
