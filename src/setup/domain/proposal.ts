/** What the repository's data propose for a province: its units, a starting chart under the two-level structure. Unchecked. */

import type { Province } from "../../kernel/installation.ts"
import type { BodyKind, GroupRule } from "../../organizations/index.ts"
import type { BodyInput, GroupInput, UnitInput, UnitKind } from "./plan.ts"

type Row = Readonly<Record<string, string>>

/** The list names cities with their kind: "Thành phố Hà Nội" is the city Hà Nội. */
export function provincesFrom(rows: readonly Row[]): Province[] {
  return rows.map((row) => ({
    code: row.code ?? "",
    name: (row.name ?? "").replace(/^Thành phố /, ""),
    kind: (row.kind ?? "").startsWith("Thành phố") ? "thành phố" : "tỉnh",
  }))
}

export function unitsOf(rows: readonly Row[], province: string): UnitInput[] {
  return rows
    .filter((row) => row.province === province)
    .map((row) => ({ code: row.code ?? "", name: row.name ?? "", kind: row.kind as UnitKind }))
}

export const unitName = ({ kind, name }: UnitInput): string => `${kind} ${name}`

/** Lines with `per` = unit stand once for each commune. */
export function startingBodies(
  rows: readonly Row[],
  province: Province,
  units: readonly UnitInput[],
): BodyInput[] {
  return rows.flatMap((row) => {
    const body = (unit: UnitInput | null): BodyInput => ({
      name: (row.name ?? "")
        .replace("{kind}", province.kind)
        .replace("{name}", province.name)
        .replace("{unit}", unit === null ? "" : unitName(unit)),
      kind: row.kind as BodyKind,
      unit: unit?.code ?? null,
      groups: (row.groups ?? "").split("|").filter((one) => one !== ""),
      otherNames: [],
    })
    return row.per === "unit" ? units.map(body) : [body(null)]
  })
}

export function startingGroups(rows: readonly Row[]): GroupInput[] {
  return rows.map((row) => ({
    id: row.id ?? "",
    name: row.name ?? "",
    otherNames: (row.other_names ?? "").split("|").filter((one) => one !== ""),
    rule: row.rule as GroupRule,
  }))
}
