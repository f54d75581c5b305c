/**
 * The province's communes as SVG paths: those that the set-up was given (`kernel/outlines`), else made once from
 * data/administrative-units (MIT, see its README; not for legal questions of boundaries), else none.
 *
 * Borders are simplified as arcs that two neighbours share, never commune by commune: what one gives up the other gives
 * up too, so that no gap opens between them.
 */
import { feature, merge } from "topojson-client"
import { topology } from "topojson-server"
import { presimplify, quantile, simplify } from "topojson-simplify"
import type { GeometryCollection, Topology } from "topojson-specification"
import { z } from "zod"
import { readCsv, readJson } from "../calendar/data.ts"
import { communesIn } from "./communes.ts"
import { groundOf, type Point, pathOf, type Ring } from "./draw.ts"
import { mapWidth, type Outlines } from "./outlines.ts"

export type CommuneShape = {
  code: string
  name: string
  path: string
  /** A point inside, for a mark. */
  at: readonly [x: number, y: number]
}
export type ProvinceMap = { width: number; height: number; communes: readonly CommuneShape[] }

/** Where one looks: the province's code, and the boundaries that it was given. */
export type Here = { province: string; outlines: Outlines | null }

/** Of the points of the data, which are few already, so many are drawn: more is not seen at this size. */
const keptShare = 0.3
type Properties = { code: string; fullName: string }
type Arcs = Topology<{ communes: GeometryCollection<Properties> }>

/** Without boundaries it has its communes by name, and nothing is drawn. */
export function provinceMap({ province, outlines }: Here): ProvinceMap {
  if (outlines !== null) return given(outlines, named(province))
  return province === readyProvince.code ? draw(readyOutlines()) : named(province)
}

/** Communes that the file left out stand in the table all the same. */
function given({ width, height, shapes }: Outlines, all: ProvinceMap): ProvinceMap {
  const known = new Set(shapes.map(({ code }) => code))
  return { width, height, communes: [...shapes, ...all.communes.filter(({ code }) => !known.has(code))] }
}

export const hasOutlines = ({ height }: ProvinceMap): boolean => height > 0

function named(province: string): ProvinceMap {
  const communes = communesIn(province).map(({ code, kind, name }): CommuneShape => {
    return { code, name: `${kind} ${name}`, path: "", at: [0, 0] }
  })
  return { width: mapWidth, height: 0, communes }
}

/** The one province whose boundaries the data bring along. */
const ready = z
  .object({
    province: z.object({ code: z.string(), name: z.string() }),
    files: z.object({ communes: z.string(), boundaries: z.string(), communeSuccessions: z.string() }),
  })
  .parse(readJson("administrative-units/demo.json"))

export const readyProvince = ready.province
export const readyBoundaries = ready.files.boundaries
/** Which commune of before 1 July 2025 went into which of today's. */
export const readySuccessions = ready.files.communeSuccessions

/** Polygons in degrees of communes together, the borders between them gone. */
export function ringsOf(codes: readonly string[]): Ring[][] {
  const simple = simplified()
  const members = simple.objects.communes.geometries.filter(({ properties }) =>
    codes.includes((properties as Properties).code),
  )
  return merge(simple, members as never).coordinates as unknown as Ring[][]
}

/** Shapes joined of communes: the borders between communes of one shape are gone. */
export function joinedMap(shapes: readonly Omit<Outlined, "rings">[]): ProvinceMap {
  const simple = simplified()
  const { geometries } = simple.objects.communes
  return draw(
    shapes.map((shape) => {
      const members = geometries.filter(({ properties }) =>
        shape.of.includes((properties as Properties).code),
      )
      return { ...shape, rings: merge(simple, members as never).coordinates.flat() as unknown as Ring[] }
    }),
  )
}

/** `of`: the codes of the communes that it is made of. */
type Outlined = { code: string; name: string; of: readonly string[]; rings: Ring[] }

function draw(shapes: readonly Outlined[]): ProvinceMap {
  const { height, place } = groundOf(shapes.flatMap(({ rings }) => rings.flat()))
  const inside = new Map(
    readCsv(ready.files.communes).map((row) => [row.code ?? "", place([Number(row.lon), Number(row.lat)])]),
  )
  return {
    width: mapWidth,
    height,
    communes: shapes.map(({ code, name, of, rings }) => ({
      code,
      name,
      path: rings.map((ring) => pathOf(ring.map(place))).join(""),
      at: middleOf(of.flatMap((one) => [inside.get(one)].filter((point) => point !== undefined))),
    })),
  }
}

/** The one of several points that lies nearest to their middle: inside, where their mean may be outside. */
function middleOf(points: Ring): Point {
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const away = ([px, py]: Point) => (px - x) ** 2 + (py - y) ** 2
  return points.toSorted((one, other) => away(one) - away(other))[0] ?? [0, 0]
}

let simple: ReturnType<typeof simplifiedAnew> | null = null
/** The borders that neighbours share, simplified once. */
function simplified() {
  simple ??= simplifiedAnew()
  return simple
}

function simplifiedAnew() {
  const data = readJson(readyBoundaries)
  // Ten thousand steps across: about ten metres, as the data has it.
  const whole = presimplify(topology({ communes: data as never }, 1e4) as unknown as Arcs)
  return simplify(whole, quantile(whole, keptShare))
}

/** Rings by commune. */
function readyOutlines(): Outlined[] {
  const simple = simplified()
  return feature(simple, simple.objects.communes).features.map(({ properties, geometry }) => {
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") throw new Error(geometry.type)
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates
    const { code, fullName: name } = properties
    return { code, name, of: [code], rings: polygons.flat() as unknown as Ring[] }
  })
}
