/** What the repository's own data says: tricks by slug with their names, and whom to call; read once. */
import { readCsv } from "../kernel/calendar/data.ts"

export type ScamType = { value: string; label: string; labelEn: string }
let read: readonly ScamType[] | null = null

export function scamTypes(): readonly ScamType[] {
  read ??= readCsv("signals/scam-types.csv").map((row) => ({
    value: row.slug ?? "",
    label: row.ten_tieng_viet ?? "",
    labelEn: row.name_en ?? "",
  }))
  return read
}

export type Hotline = { number: string; name: string }
let lines: readonly Record<string, string>[] | null = null

/** Numbers that the portal tells people to call (`data/reference/hotlines.csv`, column `shown_for`). */
export function hotlinesFor(whom: "police" | "sim"): readonly Hotline[] {
  lines ??= readCsv("reference/hotlines.csv")
  return lines
    .filter((row) => row.shown_for === whom)
    .map((row) => ({ number: row.number ?? "", name: row.name ?? "" }))
}
