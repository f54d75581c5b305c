/** A map of counts by place, with its legend. The table beside opens the places: they are too small and too close to be pressed. */
import { classesOf, classOf, inkOf, rangeSaid } from "../outlines/classes.ts"
import { hasOutlines, type ProvinceMap } from "../outlines/map.ts"
import { ClassLegend } from "./class-legend.tsx"
import { useLang } from "./language.ts"

export type AreaMapProps = {
  map: ProvinceMap
  /** By the code of a shape; others have none. */
  counts: ReadonlyMap<string, number>
  title: string
  /** Of one shape, read when it is pointed at. */
  said: (name: string, count: number) => string
  /** Of one step of the legend. */
  range: (range: string) => string
}

/** Nothing where the province's boundaries are not known. */
export function AreaMap({ map, counts, title, said, range }: AreaMapProps) {
  const lang = useLang()
  if (!hasOutlines(map)) return null
  const classes = classesOf([...counts.values()])
  return (
    <>
      <figure class="picture">
        <svg class="map" viewBox={`0 0 ${map.width} ${map.height}`} width="100%">
          <title>{title}</title>
          {map.communes.map(({ code, name, path }) => {
            const count = counts.get(code) ?? 0
            return (
              <path d={path} fill-opacity={inkOf(classOf(count, classes), classes.length)}>
                <title>{said(name, count)}</title>
              </path>
            )
          })}
        </svg>
      </figure>
      <ClassLegend
        inks={[0, ...classes].map((_, at) => inkOf(at, classes.length))}
        said={[{ from: 0, to: 0 }, ...classes].map((one) => range(rangeSaid(one, lang)))}
      />
    </>
  )
}
