/** Which of today's communes a place in a tip means; places of before 1 July 2025 by their successors. */
import { readCsv } from "../../../kernel/calendar/data.ts"

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()

const kind = /^(?:xa|phuong|thi tran|tt|p|x) /

let names: ReadonlyMap<string, string> | null = null

/** Folded name → code of the commune of 2025. A name that two communes share after the reform names neither. */
function communes(): ReadonlyMap<string, string> {
  if (names !== null) return names
  const found = new Map<string, string | null>()
  const add = (name: string, code: string) => {
    const key = plain(name).replace(kind, "")
    if (key === "" || code === "") return
    const before = found.get(key)
    found.set(key, before === undefined || before === code ? code : null)
  }
  for (const row of readCsv("administrative-units/commune-succession-hung-yen.csv"))
    add(row.old_name ?? "", row.new_code ?? "")
  const today = readCsv("administrative-units/communes-hung-yen-2025.csv")
  for (const row of today) found.delete(plain(row.name ?? "").replace(kind, ""))
  for (const row of today) add(row.name ?? "", row.code ?? "")
  names = new Map([...found].flatMap(([name, code]) => (code === null ? [] : [[name, code] as const])))
  return names
}

/** Null: the place names no commune, or one that cannot be told from another. */
export function communeOf(place: string): string | null {
  const words = ` ${plain(place)} `
  let best: { name: string; code: string } | null = null
  for (const [name, code] of communes())
    if (words.includes(` ${name} `) && name.length > (best?.name.length ?? 0)) best = { name, code }
  return best?.code ?? null
}

/** Sums by commune; `elsewhere` is what named none. */
export function byCommune(sums: readonly { key: string; value: number }[]): {
  values: Map<string, number>
  elsewhere: number
} {
  const values = new Map<string, number>()
  let elsewhere = 0
  for (const { key, value } of sums) {
    const code = key === "" ? null : communeOf(key)
    if (code === null) elsewhere += value
    else values.set(code, (values.get(code) ?? 0) + value)
  }
  return { values, elsewhere }
}
