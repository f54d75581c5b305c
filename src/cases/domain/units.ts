/**
 * The number of subscriber numbers, or of points, on which a row of the data depends: "11-200 số", "từ 09 điểm hoặc từ 41 số",
 * "01-10 số (mức cho MỖI số)" (NĐ 174/2026 Đ34). The row says it at the end of its behaviour.
 */
import type { Violation } from "./fines.ts"

export const unitKinds = ["number", "point"] as const
export type UnitKind = (typeof unitKinds)[number]
export type Units = { count: number; kind: UnitKind }
export type Band = { kind: UnitKind; from: number; to: number | null }

const kindOf: Readonly<Record<string, UnitKind>> = { số: "number", điểm: "point" }

/** Empty: the row does not depend on a number. */
export function bandsOf({ behaviour }: Pick<Violation, "behaviour">): Band[] {
  const end = behaviour.normalize("NFC").split(": ").at(-1) ?? ""
  return [...end.matchAll(/(?:(\d+)-(\d+)|từ (\d+)) (số|điểm)/gu)].flatMap((found) => {
    const [, from, to, least, word = ""] = found
    const kind = kindOf[word]
    if (kind === undefined) return []
    return [{ kind, from: Number(from ?? least), to: to === undefined ? null : Number(to) }]
  })
}

/** The amounts of the row are those of one number. */
const isEach = ({ behaviour }: Pick<Violation, "behaviour">) => behaviour.includes("MỖI số")

/** Null: the count and the row go together. `undefined`: where it comes from asked nobody. */
export function unitsRefused(
  violation: Pick<Violation, "behaviour">,
  units: readonly Units[] | undefined,
): "unitsMissing" | "unitsOutside" | null {
  const bands = bandsOf(violation)
  if (bands.length === 0 || units === undefined) return null
  const known = units.filter(({ kind }) => bands.some((band) => band.kind === kind))
  if (known.length === 0) return "unitsMissing"
  const isAt = ({ count, kind }: Units, at: (count: number, band: Band) => boolean) =>
    bands.some((band) => band.kind === kind && at(count, band))
  const isIn = known.some((one) =>
    isAt(one, (count, { from, to }) => count >= from && (to === null || count <= to)),
  )
  // Numbers *or* points fix the range: three points with 45 numbers belong to the row that 45 numbers reach.
  const isAbove = known.some((one) => isAt(one, (count, { to }) => to !== null && count > to))
  return isIn && !isAbove ? null : "unitsOutside"
}

/** The amounts are those of one number, and nobody said how many there are: such a row fines nobody yet. */
export const lacksUnits = (violation: Pick<Violation, "behaviour">, units: Units | null): boolean =>
  isEach(violation) && units?.kind !== "number"

/** The count that is kept: the one that lies in the row's band. The other lies below it, and changes neither row nor amount. */
export const unitsKept = (violation: Pick<Violation, "behaviour">, units: readonly Units[]): Units | null =>
  units.find((one) => bandsOf(violation).length === 0 || unitsRefused(violation, [one]) === null) ?? null

/** A row that says the amount of each number, for so many numbers. */
export function forUnits(violation: Violation, units: Units | null): Violation {
  const { fineMin, fineMax } = violation
  if (units?.kind !== "number" || !isEach(violation) || fineMin === null || fineMax === null) return violation
  return { ...violation, fineMin: fineMin * units.count, fineMax: fineMax * units.count }
}
