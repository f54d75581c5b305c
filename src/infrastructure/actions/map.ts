/** The map that is moved: counts by place for everybody, and pieces of it for who has scripts. */
import { hereOf } from "../../kernel/installation.ts"
import { type Degrees, outlinesInDegrees } from "../../kernel/outlines/degrees.ts"
import { addMonths, type LocalDate } from "../../kernel/time.ts"
import type { Option } from "../../kernel/ui/index.ts"
import { monthsFilled, windowFrom } from "../domain/hot.ts"
import { instantOf } from "../domain/incident.ts"
import {
  type Box,
  boxAround,
  maySingle,
  type PlaceCount,
  placesOf,
  type Sum,
  stepFor,
  sumsOf,
  thingsMax,
  usualPixels,
} from "../domain/map.ts"
import {
  type AssetOnMap,
  assetsOnMap,
  cellsOnMap,
  type IncidentOnMap,
  incidentsOnMap,
  type Layer,
  type MapFilter,
} from "../store/map.ts"
import { placeOptions } from "./places.ts"
import { readFor, type Seat, todayOf } from "./seat.ts"

export type MapAsked = { layer: Layer; kind: string; area: string; state: string; month: string }
/** Whole months, this one among them. */
const monthsShown = 18

export type MapReading = {
  today: LocalDate
  places: PlaceCount[]
  options: Option[]
  /** The months of incidents, the first first. */
  months: string[]
  /** The ground on which what is shown lies; null: nothing of it has a position. */
  box: Box | null
  /** The sums with which a map of all of that ground begins; null: it begins with single things, which are asked for. */
  first: Sum[] | null
}

const firstMonth = (seat: Seat) => windowFrom(addMonths(todayOf(seat), 1 - monthsShown))
const filterOf = (seat: Seat, { layer: _layer, ...asked }: MapAsked): MapFilter => ({
  ...asked,
  from: instantOf(firstMonth(seat), null).toISOString(),
})

export const readMap = (seat: Seat, asked: MapAsked): Promise<MapReading> =>
  readFor(seat, async (tx) => {
    const cells = await cellsOnMap(tx, { layer: asked.layer, filter: filterOf(seat, asked), box: null })
    const box = boxAround(cells)
    return {
      today: todayOf(seat),
      places: placesOf(cells),
      options: await placeOptions(tx, seat),
      months: monthsFilled([], firstMonth(seat), todayOf(seat)).map(({ month }) => month),
      box,
      first: box === null || maySingle(box) ? null : sumsOf(cells, stepFor(box, usualPixels)),
    }
  })

export type MapPiece = { sums: Sum[] } | { assets: AssetOnMap[] } | { incidents: IncidentOnMap[] }

/** Single things where few are looked at from near, else sums. */
export function readMapPiece(
  seat: Seat,
  asked: MapAsked,
  { box, pixels }: { box: Box; pixels: number },
): Promise<MapPiece> {
  const filter = filterOf(seat, asked)
  return readFor(seat, async (tx) => {
    const of = { filter, box, limit: thingsMax + 1 }
    if (maySingle(box) && asked.layer === "assets") {
      const assets = await assetsOnMap(tx, of)
      if (assets.length <= thingsMax) return { assets }
    }
    if (maySingle(box) && asked.layer === "incidents") {
      const incidents = await incidentsOnMap(tx, of)
      if (incidents.length <= thingsMax) return { incidents }
    }
    const cells = await cellsOnMap(tx, { layer: asked.layer, filter, box })
    return { sums: sumsOf(cells, stepFor(box, pixels)) }
  })
}

/** Null: the province's boundaries are not known in degrees. */
export const readGround = (seat: Seat): Degrees | null =>
  outlinesInDegrees({ province: hereOf(seat.house).code, outlines: seat.house.outlines }, todayOf(seat))
