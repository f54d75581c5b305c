/** A file of points and lines, GeoJSON or KML, within bounds: its features as a table, or why not and where. */
import { depthOf, isRecord } from "../json.ts"
import { tableOf } from "./features.ts"
import { featuresOfKml } from "./kml.ts"
import { type ShapesRead, ShapesUnread, shapeLimits } from "./shapes.ts"

export function readShapes(bytes: Uint8Array): ShapesRead {
  try {
    return tableOf(featuresIn(textOf(bytes)))
  } catch (error) {
    if (!(error instanceof ShapesUnread)) throw error
    const { trouble: refused, at } = error
    return at === undefined ? { refused } : { refused, at }
  }
}

function textOf(bytes: Uint8Array): string {
  if (bytes.byteLength > shapeLimits.bytes) throw new ShapesUnread("unfoldsTooFar")
  // A KMZ is a KML in a ZIP.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new ShapesUnread("zipped")
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).trimStart()
  } catch {
    throw new ShapesUnread("unreadable")
  }
}

function featuresIn(text: string): readonly unknown[] {
  if (text.startsWith("<")) return featuresOfKml(text)
  if (depthOf(text) > shapeLimits.depth) throw new ShapesUnread("tooDeep")
  const json = parsed(text)
  if (!isRecord(json)) throw new ShapesUnread("notShapes")
  if (json.type === "Feature") return [json]
  if (json.type !== "FeatureCollection" || !Array.isArray(json.features)) throw new ShapesUnread("notShapes")
  return json.features
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // V8 says where: "… at position 123 (line 4 column 5)".
    const line = /\(line (\d+) /.exec(error instanceof Error ? error.message : "")?.[1]
    throw new ShapesUnread("unreadable", line === undefined ? undefined : Number(line))
  }
}
