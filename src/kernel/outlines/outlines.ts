/** The boundaries of a province as they are kept: drawn once, at one size, from a file that somebody brought along. */
import { z } from "zod"

export const mapWidth = 420

/** What a file of boundaries may weigh and hold. */
export const outlineLimits = {
  bytes: 10_000_000,
  features: 2_000,
  points: 400_000,
  /** Brackets within brackets; a GeoJSON needs eight. */
  depth: 32,
  /** Characters of one drawn shape. */
  path: 40_000,
  shapes: 400,
  /** Characters of all that is drawn. */
  kept: 1_000_000,
}

/** `path` is empty where a commune is drawn as nothing; `at`: a point inside, for a mark. */
const outline = z.strictObject({
  code: z.string().regex(/^\d{5}$/),
  name: z.string().min(1).max(110),
  path: z
    .string()
    .regex(/^[Mlaz0-9 .-]*$/)
    .max(outlineLimits.path),
  at: z.tuple([z.number().min(0).max(10_000), z.number().min(0).max(10_000)]),
})

export const outlines = z.strictObject({
  width: z.literal(mapWidth),
  height: z.number().int().min(1).max(10_000),
  shapes: z.array(outline).min(1).max(outlineLimits.shapes),
})
export type Outlines = z.output<typeof outlines>

/** A commune as the file's features are matched with it: `name` with its kind, "xã Bát Xát". */
export type UnitToOutline = { code: string; name: string }

export const outlineTroubles = [
  "unreadable",
  "tooDeep",
  "notCollection",
  "tooManyFeatures",
  "tooManyPoints",
  "notDegrees",
  "nothingFits",
  "tooMuch",
] as const
export type OutlineTrouble = (typeof outlineTroubles)[number]

/** `without`: communes that no feature names. `strangers`: what the features are called that name no commune. */
export type OutlinesRead =
  | { refused: OutlineTrouble }
  | { outlines: Outlines; without: readonly string[]; strangers: readonly string[] }
