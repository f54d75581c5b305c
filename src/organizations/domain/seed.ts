/** The chart of the demo's province as the repository's data gives it: rows of CSV in, rows of tables out. */
import type { BodyKind, GroupRule } from "./chart.ts"
import { foldName, hereIn, nameKey } from "./names.ts"

export type Row = Record<string, string>
export type SeedData = {
  /** `code`: of the state's list. */
  province: { code: string; name: string }
  /** Where bodies and communes come from, as each body says it. */
  sources: { bodies: string; communes: string }
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

/** The day on which the districts ended (Luật 72/2025/QH15). */
const districtsEndedOn = "2025-06-30"
const communesBeganOn = "2025-07-01"
const leadBefore = "so-thong-tin-va-truyen-thong"
const leadAfter = "so-khoa-hoc-va-cong-nghe"

/** `today`: which department leads the field when the chart is first laid. */
export function seedChart(data: SeedData, today: string): SeedChart {
  const bodies = [
    ...bodiesOf2023(data),
    ...data.communes.map((row) => communeBody(row, `data/${data.sources.communes}`)),
  ]
  const successions = [...ofDepartments(data, bodies), ...ofDistricts(data, bodies)]
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

function bodiesOf2023({ bodies, sources }: SeedData): SeedBody[] {
  return bodies.map((row) => ({
    slug: row.id ?? "",
    name: row.name ?? "",
    kind: row.kind as BodyKind,
    areaCode: row.kind === "district-committee" ? districtCode((row.name ?? "").replace(/^UBND /, "")) : null,
    keepsChart: row.id === "van-phong-ubnd-tinh",
    isLead: false,
    validFrom: row.valid_from || null,
    validTo: row.valid_to || null,
    source: `data/${sources.bodies}`,
    verified: row.verified === "yes",
    otherNames: [],
  }))
}

function communeBody(row: Row, source: string): SeedBody {
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
    source,
    verified: false,
    otherNames: [],
  }
}

/** Those whose both names are bodies here; a body that goes on under its own name passes nothing. */
function ofDepartments(data: SeedData, bodies: readonly SeedBody[]): SeedSuccession[] {
  const provincial = withoutProvince(data.province.name)
  const slugs = new Map(bodies.map((body) => [provincial(body.name), body.slug]))
  return data.successions.flatMap((row) => {
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

/** "Sở …" with the province's name behind it is the Sở of this province; an enterprise keeps the province in its name. */
function withoutProvince(province: string): (name: string) => string {
  const end = ` ${foldName(province)}`
  const here = hereIn(`UBND tỉnh ${province}`)
  return (name) => {
    const key = nameKey(name.replace(/\s*\(.*\)$/, ""), here)
    return /^(?:so|cong an|thanh tra|cuc) /.test(key) && key.endsWith(end) ? key.slice(0, -end.length) : key
  }
}

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
              row.old_province === `Tỉnh ${data.province.name}`,
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
    code: data.province.code,
    name: data.province.name,
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
      // Of another province until it was joined: its communes follow it, but it was never a place of this one.
      parentCode: row.province_old === data.province.name ? data.province.code : null,
      validFrom: null,
      validTo: districtsEndedOn,
    }
  })
  const communes = data.communes.map(
    (row): SeedArea => ({
      code: row.code ?? "",
      name: `${row.kind} ${row.name}`,
      kind: "commune",
      parentCode: data.province.code,
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
