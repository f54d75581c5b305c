/** Codes and boundaries of communes by the names that warnings give them; read once (data/administrative-units). */
import { z } from "zod"
import { readJson } from "../../kernel/calendar/data.ts"
import { thinned } from "../../kernel/field/thin.ts"
import { onceForCommunes } from "../../kernel/outlines/communes.ts"
import { readyBoundaries, readyProvince } from "../../kernel/outlines/map.ts"
import type { Area } from "./domain/cap.ts"

/** A name that two communes of the province have gives no code. */
export function areasOf(province: string, names: readonly string[]): Area[] {
  const known = codesIn(province)
  return names.map((name) => {
    const code = known.get(keyOf(name)) ?? null
    return { name, code, polygons: code === null ? [] : polygonsOf(province, code) }
  })
}

const codesIn = onceForCommunes((communes): ReadonlyMap<string, string | null> => {
  const found = new Map<string, string | null>()
  for (const { code, name } of communes) {
    const key = keyOf(name)
    found.set(key, found.has(key) ? null : code)
  }
  return found
})

const keyOf = (name: string) =>
  name
    .normalize("NFC")
    .toLocaleLowerCase("vi")
    .replace(/^(?:xã|phường|đặc khu|thị trấn)\s+/, "")
    .trim()

const position = z.tuple([z.number(), z.number()])
const ring = z.array(position).min(4)
const boundaries = z.object({
  features: z.array(
    z.object({
      properties: z.object({ code: z.string() }),
      geometry: z.discriminatedUnion("type", [
        z.object({ type: z.literal("Polygon"), coordinates: z.array(ring) }),
        z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring)) }),
      ]),
    }),
  ),
})

/** Points of one boundary: a receiver of an alert asks whether it stands inside, and no more. */
const pointsMax = 60
let polygons: ReadonlyMap<string, readonly string[]> | null = null

/** The province whose boundaries the data bring along; of another one the code alone says where. */
function polygonsOf(province: string, code: string): readonly string[] {
  if (province !== readyProvince.code) return []
  polygons ??= new Map(
    boundaries
      .parse(readJson(readyBoundaries))
      .features.map(({ properties, geometry }) => [
        properties.code,
        (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flatMap(outerOf),
      ]),
  )
  return polygons.get(code) ?? []
}

/** "20.72,106.06 20.73,106.07 …": latitude first, the last point as the first (CAP 1.2, section 3.2.4). Holes are left out. */
function outerOf(rings: readonly (readonly [number, number])[][]): string[] {
  const outer = rings[0] ?? []
  const points = thinned(
    outer.map(([lon, lat]) => [lat, lon, 0] as const),
    pointsMax,
  )
  return points.length < 4 ? [] : [points.map(([lat, lon]) => `${lat},${lon}`).join(" ")]
}
