/** The legend of a drawn map: a patch of ink for each class, and what it says. */
import type { Child } from "hono/jsx"

/** `inks`: how strongly each class is drawn. `children`: further marks of the map. */
export function ClassLegend(props: {
  inks: readonly (number | undefined)[]
  said: readonly string[]
  label?: string
  children?: Child
}) {
  return (
    <ul class="map-legend quiet" aria-label={props.label}>
      {props.said.map((one, at) => (
        <li>
          <svg class="map" width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" fill-opacity={props.inks[at]} />
          </svg>{" "}
          {one}
        </li>
      ))}
      {props.children}
    </ul>
  )
}
