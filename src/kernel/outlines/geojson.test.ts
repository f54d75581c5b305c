import { describe, expect, test } from "vitest"
import { readJson } from "../calendar/data.ts"
import { readOutlines } from "./geojson.ts"
import { outlineLimits, outlines } from "./outlines.ts"

const units = [
  { code: "02881", name: "xã Bát Xát" },
  { code: "02650", name: "phường Sa Pa" },
  { code: "02700", name: "xã Mường Hum" },
  { code: "02711", name: "xã Y Tý" },
]
type Shape = { type: string; coordinates: unknown }
const square = (lon: number, lat: number, side = 0.1): Shape => ({
  type: "Polygon",
  coordinates: [
    [
      [lon, lat],
      [lon + side, lat],
      [lon + side, lat + side],
      [lon, lat + side],
      [lon, lat],
    ],
  ],
})
const feature = (properties: object, geometry: Shape) => ({ type: "Feature", properties, geometry })
const bytesOf = (json: unknown) => Buffer.from(typeof json === "string" ? json : JSON.stringify(json))
const collection = (...features: object[]) => ({ type: "FeatureCollection", features })
const read = (json: unknown) => readOutlines(bytesOf(json), units)
const readWell = (json: unknown) => {
  const found = read(json)
  if ("refused" in found) throw new Error(found.refused)
  return found
}

describe("which commune a feature is", () => {
  test("is told by a property with its code, whatever the property is called and however a spreadsheet wrote it", () => {
    const found = readWell(
      collection(
        feature({ dan_so: 12_000, MA: 2881 }, square(103.8, 22.5)),
        feature({ dan_so: 2_650, MA: "02650" }, square(103.9, 22.5)),
        feature({ dan_so: 9_000, MA: "99999", TEN: "Xã Lạ" }, square(104, 22.5)),
      ),
    )
    expect(found.outlines.shapes.map(({ code, name }) => [code, name])).toEqual([
      ["02881", "xã Bát Xát"],
      ["02650", "phường Sa Pa"],
    ])
    expect(found.without).toEqual(["xã Mường Hum", "xã Y Tý"])
    expect(found.strangers).toEqual(["Xã Lạ"])
  })
  test("or by its name, with its kind or without, with accents or without", () => {
    const found = readWell(
      collection(
        feature({ ten: "Xã Bát Xát" }, square(103.8, 22.5)),
        feature({ ten: "SA PA" }, square(103.9, 22.5)),
        feature({ ten: "Muong Hum" }, square(104, 22.5)),
      ),
    )
    expect(found.outlines.shapes.map(({ code }) => code)).toEqual(["02881", "02650", "02700"])
  })
})

test("neighbours meet at the very same points, and a mark lies inside its commune", () => {
  const { shapes } = readWell(
    collection(feature({ ma: "02881" }, square(103.8, 22.5)), feature({ ma: "02650" }, square(103.9, 22.5))),
  ).outlines
  const [west, east] = shapes
  expect(west?.path).toMatch(/^M0 \d+l[\d -]+z$/)
  expect(west?.at[0]).toBeGreaterThan(0)
  expect(west?.at[0]).toBeLessThan(210)
  expect(east?.at[0]).toBeGreaterThan(210)
})

test("a commune that is known by a point alone is drawn as a disc, one of several parts as all of them", () => {
  const { shapes } = readWell(
    collection(
      feature({ ma: "02881" }, { type: "Point", coordinates: [103.8, 22.6] }),
      feature({ ma: "02650" }, square(103.9, 22.5)),
      feature({ ma: "02650" }, square(104.1, 22.7)),
    ),
  ).outlines
  expect(shapes[0]?.path).toMatch(/a4 4/)
  expect(shapes[1]?.path.match(/M/g)).toHaveLength(2)
})

test("the boundaries that the data bring along are drawn whole from their file, within what is kept", () => {
  const file = readJson("administrative-units/communes-hung-yen-2025.geojson") as {
    features: { properties: { code: string; fullName: string } }[]
  }
  const all = file.features.map(({ properties: { code, fullName } }) => ({ code, name: fullName }))
  const found = readOutlines(bytesOf(file), all)
  if ("refused" in found) throw new Error(found.refused)
  expect(found.outlines.shapes).toHaveLength(104)
  expect([found.without, found.strangers]).toEqual([[], []])
  expect(outlines.parse(found.outlines)).toEqual(found.outlines)
  expect(JSON.stringify(found.outlines).length).toBeLessThan(200_000)
})

describe("a file that is no such collection is refused with its reason", () => {
  const point = [103.8, 22.5]
  test.each([
    ["no JSON", "<svg/>", "unreadable"],
    ["brackets without end", `${"[".repeat(100)}${"]".repeat(100)}`, "tooDeep"],
    ["one geometry alone", square(103.8, 22.5), "notCollection"],
    ["features that are none", collection(5 as never), "notCollection"],
    [
      "lines only",
      collection(feature({ ma: "02881" }, { type: "LineString", coordinates: [point, point] })),
      "nothingFits",
    ],
    [
      "communes of another province",
      collection(feature({ ma: "00001" }, square(103.8, 22.5))),
      "nothingFits",
    ],
    ["metres of VN-2000", collection(feature({ ma: "02881" }, square(413_000, 2_490_000, 50))), "notDegrees"],
    ["latitude before longitude", collection(feature({ ma: "02881" }, square(22.5, 103.8))), "notDegrees"],
  ])("%s", (_, json, refused) => expect(read(json)).toEqual({ refused }))
  test("more features, points or bytes than are read", () => {
    const one = feature({ ma: "02881" }, square(103.8, 22.5))
    expect(read(collection(...Array(outlineLimits.features + 1).fill(one)))).toEqual({
      refused: "tooManyFeatures",
    })
    const ring = Array.from({ length: outlineLimits.points + 1 }, (_, at) => [103 + at / 1e6, 22])
    const long = collection(feature({ ma: "02881" }, { type: "Polygon", coordinates: [ring] }))
    expect(read(long)).toEqual({ refused: "tooManyPoints" })
    expect(read(" ".repeat(outlineLimits.bytes + 1))).toEqual({ refused: "tooMuch" })
  })
})
