/** Tricks by slug with their names, from data/signals/scam-types.csv; read once. */
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
