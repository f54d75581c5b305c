/** The list of indicators as CSV (RFC 4180) whose columns keep their names and order. Pure. */
import { stringify } from "csv-stringify/sync"
import { changedAt, type ReleasedIndicator } from "./released.ts"

export const csvColumns = [
  "id",
  "kind",
  "value",
  "open_digits",
  "tlp",
  "trick",
  "confidence",
  "valid_from",
  "valid_until",
  "state",
  "changed_at",
  "warnings",
] as const

export function csvOf(indicators: readonly ReleasedIndicator[]): string {
  const rows = indicators.map((one) => [
    one.id,
    one.kind,
    one.value,
    one.openDigits ?? "",
    one.tlp,
    one.trick?.slug ?? "",
    one.confidence,
    one.validFrom,
    one.validUntil,
    one.state,
    changedAt(one).toISOString(),
    one.warnings.join(" "),
  ])
  return stringify([[...csvColumns], ...rows], { record_delimiter: "windows" })
}
