/** A line of a list of assets: what it says, or what is wrong with it. Pure. */

import type { ForeignGeometry, Pair } from "../../kernel/shapes/shapes.ts"
import { type Headings, type ListedLine, plainly } from "../../kernel/tables/listed.ts"
import {
  type AssetDraft,
  type AssetKind,
  type AssetState,
  type Criticality,
  degreesOf,
  mayBeLine,
  mayBeNational,
} from "./asset.ts"
import { geometryOfWkt, type ShapeFault, shapeOf } from "./shape.ts"

export const importLinesMax = 1_000
/** Points of all lines together: the form of the preview carries them. */
export const importPointsMax = 30_000

export type ImportField =
  | "code"
  | "name"
  | "kind"
  | "area"
  | "lat"
  | "lon"
  | "wkt"
  | "place"
  | "state"
  | "criticality"
  | "folder"
export const importHeadings: Headings<ImportField> = {
  code: ["ma", "ma tram", "ma tai san", "ma tuyen", "code", "site id", "ma doi tuong"],
  name: ["ten", "ten tram", "ten tai san", "ten tuyen", "name"],
  kind: ["loai", "loai tai san", "kind", "type"],
  area: [
    "xa",
    "xa phuong",
    "xa phuong dac khu",
    "huyen",
    "dia ban",
    "don vi hanh chinh",
    "commune",
    "areacode",
    "area code",
  ],
  lat: ["vi do", "lat", "latitude", "y"],
  lon: ["kinh do", "lon", "lng", "long", "longitude", "x"],
  wkt: ["wkt", "hinh wkt", "geometry", "geom"],
  place: ["dia chi", "vi tri", "thon", "address", "place"],
  state: ["tinh trang", "trang thai", "state", "status"],
  criticality: ["muc quan trong", "quan trong", "criticality"],
  folder: ["folder"],
}
export const importNeeds: readonly ImportField[] = ["code", "name", "kind", "area"]
/** Of a file of shapes: the folder may say what kind it is, the place in which commune it lies, the name stands for a code. */
export const shapeNeeds: readonly ImportField[] = ["name"]

export type ImportFault =
  | "noCode"
  | "noName"
  | "kind"
  | "area"
  | "areaUnsaid"
  | ShapeFault
  | "notALine"
  | "notNational"
  | "codeTwice"
  | "tooLong"

export type ImportLine = { line: number; code: string; name: string } & (
  | { draft: AssetDraft }
  | { fault: ImportFault }
)

const kindWords: Readonly<Record<AssetKind, readonly string[]>> = {
  bts: [
    "bts",
    "tram bts, cot ang-ten",
    "base station, mast",
    "base station",
    "mast",
    "tram bts",
    "cot",
    "cot ang ten",
    "tram",
    "tram phat song",
    "tower",
  ],
  fibre: ["cap quang", "fibre route", "tuyen cap quang", "tuyen cap", "fibre", "fiber"],
  "pole-line": ["tuyen cot", "cot treo cap", "pole line"],
  manhole: ["ho cap", "ho, be cap", "be cap", "ho ga", "cong be", "manhole"],
  cabinet: ["tu cap", "tu cap, hop cap", "hop cap", "tu", "cabinet"],
  exchange: ["tong dai", "nha tram, tong dai", "nha tram", "exchange"],
  generator: ["may phat dien", "may no", "generator"],
  battery: ["ac quy", "batteries", "pin", "battery"],
  "earth-cable": [
    "day tiep dia",
    "day tiep dia dong",
    "copper earth cable",
    "tiep dia",
    "tiep dia dong",
    "earth cable",
  ],
  transmitter: [
    "may phat",
    "may phat, thiet bi truyen dan",
    "thiet bi truyen dan",
    "may phat song",
    "transmitter",
  ],
}
const stateWords: Readonly<Record<AssetState, readonly string[]>> = {
  "in-use": ["", "dang dung", "hoat dong", "in use"],
  damaged: ["dang hong", "hong", "damaged"],
  "out-of-use": ["ngung dung", "ngung", "out of use"],
  planned: ["du kien", "planned"],
}
const criticalityWords: Readonly<Record<Criticality, readonly string[]>> = {
  ordinary: ["", "thuong", "ordinary"],
  important: ["quan trong", "important to the province", "quan trong voi tinh", "cao", "important"],
  national: [
    "an ninh quoc gia",
    "quan trong lien quan an ninh quoc gia (qd 45/2012)",
    "of importance for national security (qd 45/2012)",
    "quoc gia",
    "national",
  ],
}

const meant = <Key extends string>(of: Readonly<Record<Key, readonly string[]>>, text: string): Key | null =>
  (Object.keys(of) as Key[]).find((key) => key === text || of[key].includes(plainly(text))) ?? null

export type Area = { code: string; name: string }

/** By its code, its name with its kind, or its name alone where only one commune has it. */
export function areaNamed(areas: readonly Area[], text: string): Area | null {
  const wanted = plainly(text)
  const whole = areas.find((one) => one.code === text.trim() || plainly(one.name) === wanted)
  if (whole !== undefined) return whole
  const bare = areas.filter((one) => bareName(one.name) === bareName(text))
  return bare.length === 1 ? (bare[0] ?? null) : null
}
const bareName = (name: string) =>
  plainly(name).replace(/^(?:xa|phuong|dac khu|thi tran|thi xa|huyen|thanh pho|tp|tx)\.? /, "")

/** What is known of the ground: the communes of the day, and where each lies. */
export type Ground = {
  areas: readonly Area[]
  isNear(lon: number, lat: number): boolean
  communeAt(lon: number, lat: number): string | null
}

/** `geometry`: of a file of shapes; a table says it in its columns. */
export function importLine(
  line: ListedLine<ImportField>,
  ground: Ground,
  geometry?: ForeignGeometry,
): ImportLine {
  const name = line.of("name")
  const code = line.of("code") === "" && geometry !== undefined ? name : line.of("code")
  const about = { line: line.line, code: code.slice(0, 60), name: name.slice(0, 200) }
  const draft = draftOf(line, { code, name, geometry: geometry ?? geometryIn(line) }, ground)
  return typeof draft === "string" ? { ...about, fault: draft } : { ...about, draft }
}

type Said = { code: string; name: string; geometry: ForeignGeometry }

function draftOf(
  { of }: ListedLine<ImportField>,
  { code, name, geometry }: Said,
  ground: Ground,
): AssetDraft | ImportFault {
  const place = of("place")
  if (code === "") return "noCode"
  if (name === "") return "noName"
  if (code.length > 60 || name.length > 200 || place.length > 300) return "tooLong"
  const kind = meant(kindWords, of("kind") === "" ? of("folder") : of("kind"))
  if (kind === null) return "kind"
  const shape = shapeOf(geometry, ground.isNear)
  if (typeof shape === "string") return shape
  if (shape !== null && shape.length > 1 && !mayBeLine(kind)) return "notALine"
  const areaCode = areaOf(of("area"), shape, ground)
  if (areaCode === "area" || areaCode === "areaUnsaid") return areaCode
  const criticality = meant(criticalityWords, of("criticality")) ?? "ordinary"
  if (criticality === "national" && !mayBeNational(kind)) return "notNational"
  return {
    ...{ code, name, kind, areaCode, criticality },
    state: meant(stateWords, of("state")) ?? "in-use",
    place: place === "" ? null : place,
    shape,
  }
}

/** As the line says; where it says nothing, the commune in which the middle of its shape lies. */
function areaOf(said: string, shape: AssetDraft["shape"], { areas, communeAt }: Ground): string {
  if (said !== "") return areaNamed(areas, said)?.code ?? "area"
  const middle = shape?.[Math.floor(shape.length / 2)]
  const code = middle === undefined ? null : communeAt(middle[1], middle[0])
  return areas.some((one) => one.code === code) && code !== null ? code : "areaUnsaid"
}

/** A table's columns: a shape in words, or latitude and longitude. */
function geometryIn({ of }: ListedLine<ImportField>): ForeignGeometry {
  if (of("wkt") !== "") return geometryOfWkt(of("wkt"))
  if (of("lat") === "" && of("lon") === "") return null
  const [lat, lon] = [degreesOf(of("lat")), degreesOf(of("lon"))]
  return lat === null || lon === null ? { fault: "notNumbers" } : [[lon, lat] satisfies Pair]
}

/** A code that stands twice in the file: the first is taken, each later one is told. */
export function codesOnce(lines: readonly ImportLine[], taken: ReadonlySet<string>): ImportLine[] {
  const seen = new Set(taken)
  return lines.map((one) => {
    if ("fault" in one) return one
    if (seen.has(one.draft.code))
      return { line: one.line, code: one.code, name: one.name, fault: "codeTwice" }
    seen.add(one.draft.code)
    return one
  })
}
