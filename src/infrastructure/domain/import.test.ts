import { describe, expect, test } from "vitest"
import { whereaboutsIn } from "../../kernel/outlines/where.ts"
import type { ForeignGeometry } from "../../kernel/shapes/shapes.ts"
import { assetWords } from "../words-asset.ts"
import { assetKinds, criticalities } from "./asset.ts"
import { type Ground, type ImportField, importLine } from "./import.ts"
import { geometryOfWkt, wktOf } from "./shape.ts"

const where = whereaboutsIn("33")
const ground: Ground = {
  areas: [
    { code: "11953", name: "phường Phố Hiến" },
    { code: "11977", name: "xã Tân Hưng" },
  ],
  isNear: where?.isNear ?? (() => false),
  communeAt: where?.communeAt ?? (() => null),
}
const lineOf = (said: Partial<Record<ImportField, string>>) => ({
  line: 1,
  of: (field: ImportField) => said[field] ?? "",
})
const named = { code: "A-1", name: "Tuyến Mẫu", kind: "cáp quang", area: "Phố Hiến" }
const told = (said: Partial<Record<ImportField, string>>, geometry?: ForeignGeometry) => {
  const line = importLine(lineOf(said), ground, geometry)
  return "fault" in line ? line.fault : line.draft
}

describe("a thing of a map file becomes an asset", () => {
  const route: ForeignGeometry = [
    [106.0693, 20.6629],
    [106.07, 20.664],
    [106.07, 20.664],
    [106.071000001, 20.665],
  ]
  test("as a line where it is laid from place to place, each point once and to the metre", () => {
    expect(told(named, route)).toMatchObject({
      kind: "fibre",
      areaCode: "11953",
      shape: [
        [20.6629, 106.0693],
        [20.664, 106.07],
        [20.665, 106.071],
      ],
    })
  })
  test("with its folder's name for its kind, its name for its code and its commune found by the place", () => {
    const said = { name: "Trạm Mẫu", folder: "Trạm BTS" }
    expect(told(said, [[106.0955, 20.6372]])).toMatchObject({
      ...{ code: "Trạm Mẫu", kind: "bts", areaCode: "11977", shape: [[20.6372, 106.0955]] },
    })
    expect(told({ ...said, name: "Không chỗ" }, null)).toBe("areaUnsaid")
  })

  test.each([
    ["latitude before longitude", [[20.66, 106.07]], "swapped"],
    ["metres of VN-2000", [[553_000, 2_284_000]], "notDegrees"],
    ["the sea off Ghana", [[0, 0]], "elsewhere"],
    ["a place in the capital", [[105.8542, 21.0285]], "outside"],
    ["a line that leaves the province", [...route, [105.8542, 21.0285]], "outside"],
    ["an area", { fault: "isArea" }, "isArea"],
  ] as const)("%s is refused at its line", (_, geometry, fault) => {
    expect(told(named, geometry as ForeignGeometry)).toBe(fault)
  })
  test("a mast that is drawn as a line is refused, and so is a commune that is none of ours", () => {
    expect(told({ ...named, kind: "BTS" }, route)).toBe("notALine")
    expect(told({ ...named, area: "xã Lạ" }, route)).toBe("area")
  })
})

test("a table brings lines in the words of a map program, and points as two numbers", () => {
  const shape = [
    [20.6629, 106.0693],
    [20.664, 106.07],
  ] as const
  expect(wktOf(shape)).toBe("LINESTRING (106.0693 20.6629, 106.07 20.664)")
  expect(told({ ...named, wkt: wktOf(shape) })).toMatchObject({ shape })
  expect(told({ ...named, lat: "20,6629", lon: "106.0693" })).toMatchObject({ shape: [[20.6629, 106.0693]] })
  expect(told({ ...named, lat: "106.0693", lon: "20.6629" })).toBe("swapped")
  for (const none of [
    "LINESTRING ()",
    "POLYGON ((1 2))",
    "POINT (106 một)",
    `LINESTRING (${"1 2,".repeat(600)}1 2)`,
  ])
    expect(geometryOfWkt(none)).toEqual({ fault: "notNumbers" })
})

test("what our own lists call a kind and its importance is understood again, in both languages", () => {
  for (const { kinds, criticalities: said } of [assetWords.vi, assetWords.en])
    for (const kind of assetKinds) {
      expect(told({ ...named, kind: kinds[kind] })).toMatchObject({ kind })
      for (const criticality of criticalities.slice(0, 2))
        expect(told({ ...named, criticality: said[criticality] })).toMatchObject({ criticality })
    }
  expect(told({ ...named, criticality: assetWords.vi.criticalities.national })).toMatchObject({
    criticality: "national",
  })
})
