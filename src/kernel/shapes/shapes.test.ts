import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readShapes } from "./read-shapes.ts"
import { shapeLimits } from "./shapes.ts"

const bytesOf = (text: string) => Buffer.from(text)
const json = (value: unknown) => bytesOf(JSON.stringify(value))
const feature = (geometry: unknown, properties: object = {}) => ({ type: "Feature", geometry, properties })
const collection = (...features: unknown[]) => json({ type: "FeatureCollection", features })
const kml = (inside: string, head = "") =>
  bytesOf(
    `<?xml version="1.0" encoding="UTF-8"?>${head}\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`,
  )
const mark = (inside: string) => `<Placemark><name>Một</name>${inside}</Placemark>`
const geometries = (bytes: Uint8Array) => {
  const read = readShapes(bytes)
  return "refused" in read ? read : read.features.map(({ geometry }) => geometry)
}

describe("a file of points and lines", () => {
  test("in GeoJSON gives each feature's words and its point or line, heights left out", () => {
    const read = readShapes(
      collection(
        feature(
          { type: "Point", coordinates: [106.06, 20.72, 7] },
          { mã: "A-1", cao: 42, "marker-color": "#f00" },
        ),
        feature(
          {
            type: "MultiLineString",
            coordinates: [
              [
                [106.06, 20.72],
                [106.07, 20.73],
              ],
            ],
          },
          { xã: "Mẫu" },
        ),
        feature(null),
      ),
    )
    expect(read).toEqual({
      names: ["mã", "cao", "xã"],
      features: [
        { values: ["A-1", "42"], geometry: [[106.06, 20.72]] },
        {
          values: ["", "", "Mẫu"],
          geometry: [
            [106.06, 20.72],
            [106.07, 20.73],
          ],
        },
        { values: [], geometry: null },
      ],
    })
  })

  test("in KML gives the same, with the folder that a thing lies in and its table of data", () => {
    const line = `<LineString><coordinates>106.06,20.72,0\n106.07,20.73,0</coordinates></LineString>`
    const data = `<ExtendedData><Data name="code"><value>T-7</value></Data></ExtendedData>`
    const read = readShapes(
      kml(`<Style id="s"><LineStyle><color>ff0000ff</color></LineStyle></Style>
        <Folder><name>Tuyến cáp quang</name>${mark(`<styleUrl>#s</styleUrl>${data}${line}`)}</Folder>
        ${mark("<Point><coordinates>106.06,20.72</coordinates></Point>")}`),
    )
    expect(read).toEqual({
      names: ["name", "code", "folder"],
      features: [
        {
          values: ["Một", "T-7", "Tuyến cáp quang"],
          geometry: [
            [106.06, 20.72],
            [106.07, 20.73],
          ],
        },
        { values: ["Một"], geometry: [[106.06, 20.72]] },
      ],
    })
  })

  test("a line of many thousand points keeps those that hold its shape", () => {
    const bend = Array.from({ length: 6_000 }, (_, i) => [
      106 + i / 1e5,
      i < 3_000 ? 20.7 : 20.7 + (i - 3_000) / 1e5,
    ])
    const [line] = geometries(collection(feature({ type: "LineString", coordinates: bend }))) as [
      number,
      number,
    ][][]
    expect(line).toEqual(
      [bend[0], bend[2_999], bend[5_999]].map((point) => point?.map((n) => expect.closeTo(n, 4))),
    )
  })

  test.each([
    ["an area", { type: "Polygon", coordinates: [] }, "isArea"],
    ["a line of two parts", { type: "MultiLineString", coordinates: [[[1, 2]], [[3, 4]]] }, "severalParts"],
    [
      "a collection in a collection",
      { type: "GeometryCollection", geometries: [{ type: "GeometryCollection", geometries: [] }] },
      "severalParts",
    ],
    ["a place written as words", { type: "Point", coordinates: ["106.06", "20.72"] }, "notNumbers"],
    ["a line without a point", { type: "LineString", coordinates: [] }, "notNumbers"],
    ["an unknown kind", { type: "Circle" }, "notNumbers"],
  ])("%s is said at its feature, and the others are read", (_, geometry, fault) => {
    expect(
      geometries(collection(feature(geometry), feature({ type: "Point", coordinates: [1, 2] }))),
    ).toEqual([{ fault }, [[1, 2]]])
  })
})

describe("a file that would harm is refused, with the line where it is known", () => {
  const secret = `<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>`
  const laughs = `<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`
  test.each([
    [
      "a file of this machine named by an entity",
      kml(mark("<description>&x;</description>"), secret),
      "entities",
      1,
    ],
    ["entities that multiply", kml(mark("&b;"), laughs), "entities", 1],
    ["an entity that nobody declared", kml(mark("\n&x;")), "unreadable", 3],
    ["elements within elements", kml("<Folder>".repeat(100_000)), "tooDeep", 2],
    ["a tag that is not closed", kml("<Folder>"), "unreadable", 2],
    ["another kind of XML", bytesOf("<gpx></gpx>"), "notShapes", 1],
    ["more things than are taken", kml(mark("").repeat(shapeLimits.features + 1)), "tooManyFeatures", 2],
    ["more elements than are taken", kml("<a/>".repeat(shapeLimits.elements)), "unfoldsTooFar", 2],
  ])("in KML: %s", (_, file, refused, at) => {
    expect(readShapes(file)).toEqual({ refused, at })
  })

  test.each([
    ["brackets within brackets", bytesOf("[".repeat(1_000_000)), "tooDeep"],
    [
      "a collection in a thousand collections",
      bytesOf(`{"type":"GeometryCollection","geometries":[`.repeat(1_000)),
      "tooDeep",
    ],
    ["a file cut off in the middle", bytesOf('{"type":"FeatureCollection",\n"features":[{"ty'), "unreadable"],
    ["a list of nothing that we know", json([1, 2]), "notShapes"],
    ["a bare shape", json({ type: "Point", coordinates: [1, 2] }), "notShapes"],
    [
      "more features than are taken",
      collection(...Array(shapeLimits.features + 1).fill(feature(null))),
      "tooManyFeatures",
    ],
    [
      "more points than are taken",
      collection(feature({ type: "LineString", coordinates: Array(shapeLimits.points + 1).fill([1, 2]) })),
      "tooManyPoints",
    ],
    [
      "a column for each feature",
      collection(...Array.from({ length: 100 }, (_, i) => feature(null, { [`cot-${i}`]: 1 }))),
      "tooManyColumns",
    ],
    ["a KMZ", Buffer.from("504b030414000000", "hex"), "zipped"],
    ["bytes that are no text", Buffer.from([0x7b, 0xff, 0xfe, 0x00]), "unreadable"],
    ["a hundred megabytes", Buffer.alloc(100_000_000, 0x20), "unfoldsTooFar"],
  ])("%s", (_, file, refused) => {
    expect(readShapes(file)).toMatchObject({ refused })
  })

  test("whatever the bytes, the answer is a table or a reason, never an error", () => {
    const good = [
      kml(mark("<Point><coordinates>106.06,20.72</coordinates></Point>")),
      collection(
        feature(
          {
            type: "LineString",
            coordinates: [
              [106, 20],
              [106.1, 20.1],
            ],
          },
          { code: "A" },
        ),
      ),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.nat(), fc.uint8Array({ maxLength: 12 }), (file, at, bytes) => {
        const broken = Buffer.from(file)
        broken.set(bytes, at % Math.max(1, broken.length - bytes.length))
        const read = readShapes(broken)
        expect("refused" in read || read.features.length <= 1).toBe(true)
      }),
      { numRuns: 300, seed: 19 },
    )
  })
})
