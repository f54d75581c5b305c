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

let bankNames: ReadonlyMap<string, string> | null = null

/** As an officer says it aloud: "0951 234 567", "19036512345678 Techcombank"; the canonical form is for the machine. */
export function spokenIdentifier(value: string): string {
  bankNames ??= new Map(
    readCsv("reference/banks-bin.csv").map((row) => [row.bin ?? "", row.short_name ?? ""]),
  )
  const account = /^(\d{6}|unknown):(\d+)$/.exec(value)
  if (account !== null) return `${account[2] ?? ""} ${bankNames.get(account[1] ?? "") ?? ""}`.trim()
  return value.replace(/\+84(\d{2,3})(\d{3})(\d{3,4})$/, "0$1 $2 $3")
}
