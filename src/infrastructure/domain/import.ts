/** A line of a list of assets: what it says, or what is wrong with it. Pure. */
import { type Headings, type ListedLine, plainly } from "../../kernel/tables/listed.ts"
import {
  type AssetDraft,
  type AssetKind,
  type AssetState,
  type Criticality,
  mayBeNational,
  pointOf,
} from "./asset.ts"

export const importLinesMax = 1_000

export type ImportField =
  | "code"
  | "name"
  | "kind"
  | "area"
  | "lat"
  | "lon"
  | "place"
  | "state"
  | "criticality"
export const importHeadings: Headings<ImportField> = {
  code: ["ma", "ma tram", "ma tai san", "ma tuyen", "code", "site id"],
  name: ["ten", "ten tram", "ten tai san", "ten tuyen", "name"],
  kind: ["loai", "loai tai san", "kind", "type"],
  area: ["xa", "xa phuong", "xa phuong dac khu", "huyen", "dia ban", "don vi hanh chinh", "commune"],
  lat: ["vi do", "lat", "latitude", "y"],
  lon: ["kinh do", "lon", "lng", "long", "longitude", "x"],
  place: ["dia chi", "vi tri", "thon", "address", "place"],
  state: ["tinh trang", "trang thai", "state", "status"],
  criticality: ["muc quan trong", "quan trong", "criticality"],
}
export const importNeeds: readonly ImportField[] = ["code", "name", "kind", "area"]

export type ImportFault =
  | "noCode"
  | "noName"
  | "kind"
  | "area"
  | "notAPoint"
  | "elsewhere"
  | "notNational"
  | "codeTwice"
  | "tooLong"

export type ImportLine = { line: number; code: string; name: string } & (
  | { draft: AssetDraft }
  | { fault: ImportFault }
)

const kindWords: Readonly<Record<AssetKind, readonly string[]>> = {
  bts: ["bts", "tram bts", "cot", "cot ang ten", "tram", "tram phat song", "tower"],
  fibre: ["cap quang", "tuyen cap quang", "tuyen cap", "fibre", "fiber"],
  "pole-line": ["tuyen cot", "cot treo cap", "pole line"],
  manhole: ["ho cap", "be cap", "ho ga", "cong be", "manhole"],
  cabinet: ["tu cap", "hop cap", "tu", "cabinet"],
  exchange: ["tong dai", "nha tram", "exchange"],
  generator: ["may phat dien", "may no", "generator"],
  battery: ["ac quy", "pin", "battery"],
  "earth-cable": ["day tiep dia", "tiep dia", "tiep dia dong", "earth cable"],
  transmitter: ["may phat", "thiet bi truyen dan", "may phat song", "transmitter"],
}
const stateWords: Readonly<Record<AssetState, readonly string[]>> = {
  "in-use": ["", "dang dung", "hoat dong", "in use"],
  damaged: ["dang hong", "hong", "damaged"],
  "out-of-use": ["ngung dung", "ngung", "out of use"],
  planned: ["du kien", "planned"],
}
const criticalityWords: Readonly<Record<Criticality, readonly string[]>> = {
  ordinary: ["", "thuong", "ordinary"],
  important: ["quan trong", "quan trong voi tinh", "cao", "important"],
  national: ["an ninh quoc gia", "quoc gia", "national"],
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

export function importLine(line: ListedLine<ImportField>, areas: readonly Area[]): ImportLine {
  const [code, name] = [line.of("code"), line.of("name")]
  const about = { line: line.line, code: code.slice(0, 60), name: name.slice(0, 200) }
  const draft = draftOf(line, areas)
  return typeof draft === "string" ? { ...about, fault: draft } : { ...about, draft }
}

function draftOf({ of }: ListedLine<ImportField>, areas: readonly Area[]): AssetDraft | ImportFault {
  const [code, name, place] = [of("code"), of("name"), of("place")]
  if (code === "") return "noCode"
  if (name === "") return "noName"
  if (code.length > 60 || name.length > 200 || place.length > 300) return "tooLong"
  const kind = meant(kindWords, of("kind"))
  if (kind === null) return "kind"
  const area = areaNamed(areas, of("area"))
  if (area === null) return "area"
  const point = pointOf(of("lat"), of("lon"))
  if (typeof point === "string") return point
  const criticality = meant(criticalityWords, of("criticality")) ?? "ordinary"
  if (criticality === "national" && !mayBeNational(kind)) return "notNational"
  return {
    ...{ code, name, kind, areaCode: area.code, criticality },
    state: meant(stateWords, of("state")) ?? "in-use",
    place: place === "" ? null : place,
    shape: point === null ? null : [point],
  }
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
