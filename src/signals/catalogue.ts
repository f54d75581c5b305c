/** What the repository's own data says: tricks by slug with their names, and whom to call; read once. */
import { readCsv } from "../kernel/calendar/data.ts"
import type { PublicNumber } from "../kernel/installation.ts"
import type { Lang } from "../kernel/words.ts"
import type { RetentionRule } from "./domain/retention.ts"

export type ScamType = {
  value: string
  label: string
  labelEn: string
  /** How one knows it, and what to do at once: clauses between semicolons, in Vietnamese. */
  signs: string
  advice: string
}
let read: readonly ScamType[] | null = null

export function scamTypes(): readonly ScamType[] {
  read ??= readCsv("signals/scam-types.csv").map((row) => ({
    value: row.slug ?? "",
    label: row.ten_tieng_viet ?? "",
    labelEn: row.name_en ?? "",
    signs: row.dau_hieu ?? "",
    advice: row.huong_dan_ngay ?? "",
  }))
  return read
}

/** Tricks as choices, named in the reader's language; in Vietnamese where the catalogue has no English. */
export const scamTypesIn = (lang: Lang): { value: string; label: string }[] =>
  scamTypes().map(({ value, label, labelEn }) => ({
    value,
    label: lang === "en" && labelEn !== "" ? labelEn : label,
  }))

export type Hotline = { number: string; name: string }
export type Hotlines = { police: readonly Hotline[]; sim: readonly Hotline[]; areChecked: boolean }
let lines: readonly Record<string, string>[] | null = null

/**
 * Numbers that the portal tells people to call: what the set-up said and somebody checked. `numbers` null: an installation that
 * was never asked shows `data/reference/hotlines.csv` (column `shown_for`) and says that nobody checked them.
 */
export function hotlinesOf(numbers: readonly PublicNumber[] | null): Hotlines {
  lines ??= readCsv("reference/hotlines.csv")
  const known =
    numbers ??
    lines.map(({ number = "", name = "", shown_for: shownFor = "" }) => ({ number, name, shownFor }))
  const shown = (whom: string) => known.filter(({ shownFor }) => shownFor === whom)
  return { police: shown("police"), sim: shown("sim"), areChecked: numbers !== null }
}

/** Numbers of agencies and operators, as dialled, whether somebody of the province checked them or not: never a suspect's. */
export function officialNumbers(numbers: readonly PublicNumber[] | null): ReadonlySet<string> {
  lines ??= readCsv("reference/hotlines.csv")
  const all = [...(numbers ?? []).map((one) => one.number), ...lines.map((row) => row.number ?? "")]
  return new Set(all.map((number) => number.replace(/\D/g, "")).filter((number) => number !== ""))
}

let operators: readonly { prefix: string; operator: string }[] | null = null

/** To whom the prefix of a mobile number was allotted; the number may have been ported since. Null: no mobile number of ours. */
export function operatorOf(number: string): string | null {
  operators ??= readCsv("reference/mobile-prefixes.csv")
    .map((row) => ({ prefix: row.prefix_national ?? "", operator: row.operator ?? "" }))
    .toSorted((one, other) => other.prefix.length - one.prefix.length)
  const national = number.replace(/^\+84/, "0").replaceAll(/[\s.]/g, "")
  if (!/^0\d{9}$/.test(national)) return null
  return operators.find(({ prefix }) => prefix !== "" && national.startsWith(prefix))?.operator ?? null
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

let kept: readonly RetentionRule[] | null = null

/** How long personal data of tips that are over is kept, as `data/signals/retention.csv` says. */
export function retentionRules(): readonly RetentionRule[] {
  kept ??= readCsv("signals/retention.csv").map((row) => ({
    id: row.id ?? "",
    closeReasons: row.close_reasons === "*" ? null : (row.close_reasons ?? "").split("|"),
    months: Number(row.months),
    name: { vi: row.name_vi ?? "", en: row.name_en ?? "" },
    basis: row.basis ?? "",
    isVerified: row.verified === "yes",
  }))
  return kept
}
