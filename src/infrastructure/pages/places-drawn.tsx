/** Counts by place, drawn: communes, or the districts of before the merger. */
import { groundOn } from "../../kernel/outlines/ground.ts"
import { type Here, hasOutlines } from "../../kernel/outlines/map.ts"
import { AreaMap } from "../../kernel/ui/index.ts"

export type PlacesDrawnProps = {
  places: readonly { areaCode: string; areaName: string; count: number }[]
  day: string
  here: Here
  said: {
    title: string
    none: string
    of: (place: string, n: number) => string
    range: (text: string) => string
  }
}

/** A place is found by its code; one of before the merger by the name of the district that is drawn. */
export function PlacesDrawn({ places, day, here, said }: PlacesDrawnProps) {
  const { map, shapeOf } = groundOn(here, day)
  if (!hasOutlines(map)) return <p>{said.none}</p>
  const codes = new Set(map.communes.map(({ code }) => code))
  const byName = new Map(map.communes.map(({ code, name }) => [name.toLowerCase(), code]))
  const sums = new Map<string, number>()
  for (const { areaCode, areaName, count } of places) {
    const shape = codes.has(areaCode) ? areaCode : (shapeOf(areaCode) ?? byName.get(areaName.toLowerCase()))
    if (shape === undefined || count === 0) continue
    sums.set(shape, (sums.get(shape) ?? 0) + count)
  }
  return <AreaMap map={map} counts={sums} title={said.title} said={said.of} range={said.range} />
}
