/**
 * KML as features of GeoJSON. The file is walked once before anything is built of it: no document type, so no entity of its
 * own and nothing fetched; not deeper and not larger than `shapeLimits`. Links to other files (NetworkLink) are not followed.
 */
import { kmlWithFolders } from "@tmcw/togeojson"
import { DOMParser } from "@xmldom/xmldom"
import { SaxesParser } from "saxes"
import { ShapesUnread, shapeLimits } from "./shapes.ts"

/** Each feature has the name of the folder that it lies in as its last property. */
export function featuresOfKml(text: string): unknown[] {
  walked(text)
  const features: unknown[] = []
  const into = ({ children }: Pick<Tree, "children">, folder: string) => {
    for (const child of children)
      if (child.type === "folder") into(child, String(child.meta.name ?? folder))
      else
        features.push({ ...child, properties: { ...child.properties, ...(folder === "" ? {} : { folder }) } })
  }
  into(kmlWithFolders(new DOMParser({ onError: () => {} }).parseFromString(text, "text/xml")), "")
  return features
}
type Tree = ReturnType<typeof kmlWithFolders>

function walked(text: string): void {
  const parser = new SaxesParser({ xmlns: false, fragment: false })
  let [elements, depth, placemarks] = [0, 0, 0]
  parser.on("doctype", () => {
    throw new ShapesUnread("entities", parser.line)
  })
  parser.on("error", () => {
    throw new ShapesUnread("unreadable", parser.line)
  })
  parser.on("opentag", ({ name }) => {
    elements += 1
    depth += 1
    if (name === "Placemark") placemarks += 1
    if (depth > shapeLimits.depth) throw new ShapesUnread("tooDeep", parser.line)
    if (elements > shapeLimits.elements) throw new ShapesUnread("unfoldsTooFar", parser.line)
    if (placemarks > shapeLimits.features) throw new ShapesUnread("tooManyFeatures", parser.line)
    if (depth === 1 && name !== "kml") throw new ShapesUnread("notShapes", parser.line)
  })
  parser.on("closetag", () => {
    depth -= 1
  })
  parser.write(text).close()
}
