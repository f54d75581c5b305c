/** The province's organisation chart as plain data, and who exists on a day. */
export type BodyKind =
  | "province-committee"
  | "province-office"
  | "department"
  | "board"
  | "police"
  | "sector-body"
  | "district-committee"
  | "commune-committee"
  | "enterprise"
  | "ministry"
  | "other"

/** First and last day on which it exists, both included; null: open. Dates are `YYYY-MM-DD`. */
export type Validity = { validFrom: string; validTo: string | null }

export type ChartBody = Validity & {
  id: string
  slug: string
  name: string
  kind: BodyKind
  otherNames: readonly string[]
  areaCode: string | null
}

export const groupRules = ["members", "communes", "none-fixed"] as const
export type GroupRule = (typeof groupRules)[number]
export type ChartGroup = Validity & {
  id: string
  slug: string
  name: string
  otherNames: readonly string[]
  rule: GroupRule
  members: readonly (Validity & { bodyId: string })[]
}

export type Succession = {
  beforeId: string
  afterId: string
  /** Which duties pass, in the decision's words. */
  share: string
  effectiveOn: string
  basis: string
  verified: boolean
}

export type Chart = {
  bodies: readonly ChartBody[]
  groups: readonly ChartGroup[]
  successions: readonly Succession[]
}

export function existsOn({ validFrom, validTo }: Validity, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo)
}

/** By name, as a person looks for them. */
export function bodiesOn(chart: Chart, day: string): ChartBody[] {
  return chart.bodies.filter((body) => existsOn(body, day))
}

/** Who takes over from a body, from which day; a body that goes on under its own name succeeds nobody. */
export function successorsOf(chart: Chart, bodyId: string): Succession[] {
  return chart.successions.filter((one) => one.beforeId === bodyId && one.afterId !== bodyId)
}
