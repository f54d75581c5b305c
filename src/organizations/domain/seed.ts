/** The chart of Hưng Yên as the repository's data gives it: rows of CSV in, rows of tables out. */
import type { BodyKind, GroupRule } from "./chart.ts"
import { foldName, nameKey } from "./names.ts"

export type Row = Record<string, string>
export type SeedData = {
  bodies: readonly Row[]
  groups: readonly Row[]
  communes: readonly Row[]
  communeSuccessions: readonly Row[]
  districts: readonly Row[]
  successions: readonly Row[]
}

export type SeedBody = {
  slug: string
  name: string
  kind: BodyKind
  areaCode: string | null
  keepsChart: boolean
  isLead: boolean
  validFrom: string | null
  validTo: string | null
  source: string
  verified: boolean
  otherNames: string[]
}
export type SeedArea = {
  code: string
  name: string
  kind: "province" | "district" | "commune"
  parentCode: string | null
  validFrom: string | null
  validTo: string | null
}
type SeedGroup = { slug: string; name: string; otherNames: string[]; rule: GroupRule; members: string[] }
type SeedSuccession = {
  before: string
  after: string
  share: string
  effectiveOn: string
  basis: string
  verified: boolean
}
export type SeedChart = {
  bodies: SeedBody[]
  areas: SeedArea[]
  areaSuccessions: { codeBefore: string; codeAfter: string; effectiveOn: string }[]
  groups: SeedGroup[]
  successions: SeedSuccession[]
}

/** Official code of the province, and the day on which the districts ended (Luật 72/2025/QH15). */
const provinceCode = "33"
const districtsEndedOn = "2025-06-30"
const communesBeganOn = "2025-07-01"
const bodiesSource = "data/administrative-units/bodies-hung-yen-2023.csv"
const communesSource = "data/administrative-units/communes-hung-yen-2025.csv"
const leadBefore = "so-thong-tin-va-truyen-thong"
const leadAfter = "so-khoa-hoc-va-cong-nghe"

/** `today`: which department leads the field when the chart is first laid. */
export function seedChart(data: SeedData, today: string): SeedChart {
  const bodies = [...bodiesOf2023(data.bodies), ...data.communes.map(communeBody)]
  const successions = [...ofDepartments(data.successions, bodies), ...ofDistricts(data, bodies)]
  for (const body of bodies) body.validTo = body.validTo ?? lastDayOf(body.slug, successions)
  const lead = bodies.find(
    (body) => body.slug === leadBefore && (body.validTo === null || today <= body.validTo),
  )
  for (const body of bodies) body.isLead = body.slug === (lead === undefined ? leadAfter : leadBefore)
  return {
    bodies,
    areas: areasOf(data),
    areaSuccessions: unique(
      data.communeSuccessions.map((row) => `${districtCode(row.old_district ?? "")}|${row.new_code}`),
    )
      .map((pair) => pair.split("|"))
      .map(([codeBefore = "", codeAfter = ""]) => ({ codeBefore, codeAfter, effectiveOn: communesBeganOn })),
    groups: data.groups.map((row) => groupOf(row, data.bodies)),
    successions,
  }
}

function bodiesOf2023(rows: readonly Row[]): SeedBody[] {
  return rows.map((row) => ({
    slug: row.id ?? "",
    name: row.name ?? "",
    kind: row.kind as BodyKind,
    areaCode: row.kind === "district-committee" ? districtCode((row.name ?? "").replace(/^UBND /, "")) : null,
    keepsChart: row.id === "van-phong-ubnd-tinh",
    isLead: false,
    validFrom: row.valid_from || null,
    validTo: row.valid_to || null,
    source: bodiesSource,
    verified: row.verified === "yes",
    otherNames: [],
  }))
}

function communeBody(row: Row): SeedBody {
  const name = `UBND ${row.kind} ${row.name}`
  return {
    slug: foldName(name).replaceAll(" ", "-"),
    name,
    kind: "commune-committee",
    areaCode: row.code ?? "",
    keepsChart: false,
    isLead: false,
    validFrom: communesBeganOn,
    validTo: null,
    source: communesSource,
    verified: false,
    otherNames: [],
  }
}

/** Those whose both names are bodies here; a body that goes on under its own name passes nothing. */
function ofDepartments(rows: readonly Row[], bodies: readonly SeedBody[]): SeedSuccession[] {
  const slugs = new Map(bodies.map((body) => [provincial(body.name), body.slug]))
  return rows.flatMap((row) => {
    const [before, after] = [
      slugs.get(provincial(row.body_before ?? "")),
      slugs.get(provincial(row.body_after ?? "")),
    ]
    if (before === undefined || after === undefined || before === after) return []
    return [
      {
        before,
        after,
        share: row.share ?? "",
        effectiveOn: row.effective_date ?? "",
        basis: row.basis ?? "",
        verified: row.verified === "yes",
      },
    ]
  })
}

/** "Sở … Hưng Yên" is the Sở of this province; an enterprise keeps the province in its name. */
const provincial = (name: string) =>
  nameKey(name.replace(/\s*\(.*\)$/, "")).replace(/^((?:so|cong an|thanh tra|cuc) .*) hung yen$/, "$1")

/** Each district passes to the communes that hold its land, and to the province. */
function ofDistricts(data: SeedData, bodies: readonly SeedBody[]): SeedSuccession[] {
  const rule = data.successions.find(
    (row) =>
      foldName(row.body_before ?? "").startsWith("ubnd huyen") &&
      foldName(row.body_after ?? "").startsWith("ubnd xa"),
  )
  const above = data.successions.find(
    (row) =>
      foldName(row.body_before ?? "").startsWith("ubnd huyen") &&
      foldName(row.body_after ?? "").startsWith("ubnd tinh"),
  )
  const committee = bodies.find((body) => body.kind === "province-committee")
  return bodies
    .filter((body) => body.kind === "district-committee")
    .flatMap((district) => {
      const codes = unique(
        data.communeSuccessions
          .filter(
            (row) =>
              districtCode(row.old_district ?? "") === district.areaCode &&
              row.old_province === "Tỉnh Hưng Yên",
          )
          .map((row) => row.new_code ?? ""),
      )
      const to = (after: string, row: Row | undefined): SeedSuccession => ({
        before: district.slug,
        after,
        share: row?.share ?? "",
        effectiveOn: row?.effective_date ?? communesBeganOn,
        basis: row?.basis ?? "",
        verified: false,
      })
      const communes = bodies.filter(
        (body) => codes.includes(body.areaCode ?? "") && body.kind === "commune-committee",
      )
      return [
        ...communes.map((commune) => to(commune.slug, rule)),
        ...(committee === undefined ? [] : [to(committee.slug, above)]),
      ]
    })
}

function lastDayOf(slug: string, successions: readonly SeedSuccession[]): string | null {
  const on = successions
    .filter((one) => one.before === slug)
    .map((one) => one.effectiveOn)
    .sort()[0]
  return on === undefined ? null : dayBefore(on)
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

function areasOf(data: SeedData): SeedArea[] {
  const province: SeedArea = {
    code: provinceCode,
    name: "Hưng Yên",
    kind: "province",
    parentCode: null,
    validFrom: null,
    validTo: null,
  }
  const districts = data.districts.map((row): SeedArea => {
    const name = `${row.kind} ${row.district_old}`
    return {
      code: districtCode(name),
      name,
      kind: "district",
      parentCode: provinceCode,
      validFrom: null,
      validTo: districtsEndedOn,
    }
  })
  const communes = data.communes.map(
    (row): SeedArea => ({
      code: row.code ?? "",
      name: `${row.kind} ${row.name}`,
      kind: "commune",
      parentCode: provinceCode,
      validFrom: communesBeganOn,
      validTo: null,
    }),
  )
  return [province, ...districts, ...communes]
}

/** Districts have no code in the data any more; their name is one. */
const districtCode = (name: string) => foldName(name).replaceAll(" ", "-")

function groupOf(row: Row, bodies: readonly Row[]): SeedGroup {
  const slug = row.id ?? ""
  const members = bodies
    .filter((body) => (body.groups ?? "").split("|").includes(slug))
    .map((body) => body.id ?? "")
  const isByCommune = slug === "ubnd-cap-xa"
  return {
    slug,
    name: row.name ?? "",
    otherNames: (row.other_names ?? "").split("|").filter((name) => name !== ""),
    rule: isByCommune ? "communes" : members.length === 0 ? "none-fixed" : "members",
    members,
  }
}

const unique = (values: readonly string[]) => [...new Set(values)]
