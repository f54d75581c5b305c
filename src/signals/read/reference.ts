/** What is known beforehand: banks with the names people call them by, hotlines of agencies and operators. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { z } from "zod"
import { fold } from "./fold.ts"

const dataDir = join(import.meta.dirname, "../../../data")

export function readTable(path: string): Record<string, string>[] {
  return parse(readFileSync(join(dataDir, path), "utf8"), {
    columns: true,
    skip_empty_lines: true,
    bom: true,
  })
}

/** Code of the demo's province: of a text that is read outside an installation, as `signal read` does. */
export const demoProvince: string = z
  .object({ province: z.object({ code: z.string() }) })
  .parse(JSON.parse(readFileSync(join(dataDir, "administrative-units/demo.json"), "utf8"))).province.code

/** Folded name → BIN. Sources: `data/reference/banks-bin.csv`, `bank-names.csv`. */
export const banks: ReadonlyMap<string, string> = new Map([
  ...readTable("reference/banks-bin.csv").map(
    (row) => [fold(row.short_name ?? "").text, row.bin ?? ""] as const,
  ),
  ...readTable("reference/bank-names.csv").map((row) => [fold(row.name ?? "").text, row.bin ?? ""] as const),
])

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
const names = [...banks.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => literal(name).replace(/ /g, "\\s?"))
/** A bank's name as a whole word, longest first; "MB Bank", "mbbank" and "MB" alike. */
export const bankName = `(?<![a-z0-9])(?:${names.join("|")})(?:\\s?bank)?(?![a-z0-9])`

/** BIN of what `bankName` matched. */
export function binOf(name: string): string | null {
  const words = name.replace(/\s+/g, " ").trim()
  const tries = [words, words.replace(/\s?bank$/, ""), words.replaceAll(" ", "")]
  for (const one of tries) {
    const bin = banks.get(one)
    if (bin !== undefined) return bin
  }
  for (const [known, bin] of banks) if (known.replaceAll(" ", "") === words.replaceAll(" ", "")) return bin
  return null
}

const squeezed = (name: string) => name.replace(/[^a-z]/g, "").replace(/(.)\1+/g, "$1")
const longNames = [...banks].filter(([name]) => squeezed(name).length >= 6)

/** BIN of a name that is one letter away from a long one; shorter names differ by one letter among themselves. */
export function nearlyBank(name: string): string | null {
  const typed = squeezed(name)
  if (typed.length < 5) return null
  const found = longNames.find(([known]) => isNear(squeezed(known), typed))
  return found?.[1] ?? null
}

/** At most one letter added, left out or changed. */
function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let at = 0
  while (at < one.length && one.charAt(at) === other.charAt(at)) at += 1
  const [rest, otherRest] = [one.slice(at), other.slice(at)]
  return (
    rest === otherRest ||
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    rest.slice(1) === otherRest.slice(1)
  )
}

/** Numbers of agencies and operators (`data/reference/hotlines.csv`): mentioned, never suspected. */
export const hotlines: ReadonlySet<string> = new Set(
  readTable("reference/hotlines.csv").map((row) => row.number ?? ""),
)
