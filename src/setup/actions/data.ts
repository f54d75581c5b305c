/** The repository's own proposals, read once. */
import { readCsv, readJson } from "../../kernel/calendar/data.ts"
import type { Province } from "../../kernel/installation.ts"
import type { BodyInput, GroupInput, NumberInput, Setup, UnitInput } from "../domain/plan.ts"
import { provincesFrom, startingBodies, startingGroups, unitsOf } from "../domain/proposal.ts"
import type { Written } from "../domain/whole.ts"

const at = (name: string) => readCsv(`administrative-units/${name}.csv`)

let known: readonly Province[] | null = null
export function provinces(): readonly Province[] {
  known ??= provincesFrom(at("provinces-34-codes"))
  return known
}
export const provinceOf = (code: string): Province | null =>
  provinces().find((one) => one.code === code) ?? null

let communes: readonly Readonly<Record<string, string>>[] | null = null
export function proposedUnits(province: string): UnitInput[] {
  communes ??= at("communes-34")
  return unitsOf(communes, province)
}

export const proposedBodies = (province: Province, units: readonly UnitInput[]): BodyInput[] =>
  startingBodies(at("chart-start"), province, units)

export const proposedGroups = (): GroupInput[] => startingGroups(at("groups-two-levels"))

/** Whom the portal tells people to call (`data/reference/hotlines.csv`); nobody has checked them. */
export const proposedNumbers = (): NumberInput[] =>
  readCsv("reference/hotlines.csv")
    .filter((row) => row.shown_for === "police" || row.shown_for === "sim")
    .map((row) => ({
      number: row.number ?? "",
      name: row.name ?? "",
      shownFor: row.shown_for === "police" ? ("police" as const) : ("sim" as const),
      source: "data/reference/hotlines.csv",
      checkedBy: null,
    }))

/** The one province whose boundaries the repository's data bring along. */
export const hasReadyOutlines = (province: string): boolean =>
  (readJson("administrative-units/demo.json") as { province: { code: string } }).province.code === province

/** Null: no province has that code. */
export function written({
  province: { code },
  units,
  chart,
}: Pick<Setup, "province" | "units" | "chart">): Written | null {
  const province = provinceOf(code)
  if (province === null) return null
  const list = units.from === "proposed" ? proposedUnits(code) : units.list
  const isStart = chart.from === "start"
  return {
    province,
    units: list,
    bodies: isStart ? proposedBodies(province, list) : chart.bodies,
    groups: isStart ? proposedGroups() : chart.groups,
  }
}
