/** Codes of communes by the names that warnings give them; read once (data/administrative-units). */
import { readCsv } from "../../kernel/calendar/data.ts"
import type { Area } from "./domain/cap.ts"

const codes = new Map<string, ReadonlyMap<string, string | null>>()

/** A name that two communes of the province have gives no code. */
export function areasOf(province: string, names: readonly string[]): Area[] {
  const known = codes.get(province) ?? read(province)
  codes.set(province, known)
  return names.map((name) => ({ name, code: known.get(keyOf(name)) ?? null }))
}

function read(province: string): Map<string, string | null> {
  const found = new Map<string, string | null>()
  for (const { province: of, code = "", name = "" } of readCsv("administrative-units/communes-34.csv")) {
    if (of !== province) continue
    const key = keyOf(name)
    found.set(key, found.has(key) ? null : code)
  }
  return found
}

const keyOf = (name: string) =>
  name
    .normalize("NFC")
    .toLocaleLowerCase("vi")
    .replace(/^(?:xã|phường|đặc khu|thị trấn)\s+/, "")
    .trim()
