/** Which of the communes of a province (its code) a place in a tip means; places of before 1 July 2025 by their successors. */
import { readCsv } from "../../../kernel/calendar/data.ts"
import { onceForCommunes } from "../../../kernel/outlines/communes.ts"

/** Names of communes by code, as an official letter writes them: "xã Mễ Sở". The public board asks for them at every visit. */
export const communeNames = onceForCommunes(
  (all): ReadonlyMap<string, string> =>
    new Map(all.map(({ code, kind: is, name }) => [code, `${is} ${name}`])),
)

/** Counted up when `lookUp` reads a place otherwise than before. */
export const placesReading = 1

/** What the list of a province says, as one value that changes with it. */
export const listOf = (province: string): readonly (readonly [string, string])[] => [
  ...communes(province).codes,
]

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

type Names = { codes: ReadonlyMap<string, string>; wordsMax: number }

/** Folded name → code of the commune of 2025. A name that two communes share after the reform names neither. */
const communes = onceForCommunes((all, province): Names => {
  const found = new Map<string, string | null>()
  const add = (name: string, code: string) => {
    const key = plain(name).replace(kind, "")
    if (key === "" || code === "") return
    const other = found.get(key)
    found.set(key, other === undefined || other === code ? code : null)
  }
  const here = (row: Readonly<Record<string, string>>) => row.province === province
  for (const row of readCsv("administrative-units/commune-succession-34.csv").filter(here))
    add(row.old_name ?? "", row.code ?? "")
  for (const { name } of all) found.delete(plain(name).replace(kind, ""))
  for (const { name, code } of all) add(name, code)
  const codes = new Map([...found].flatMap(([name, code]) => (code === null ? [] : [[name, code] as const])))
  return { codes, wordsMax: Math.max(0, ...[...codes.keys()].map((name) => name.split(" ").length)) }
})

/**
 * Null: the place names no commune, or one that cannot be told from another. The longest name wins, then the first: "Yên Mỹ"
 * is not "Mỹ". A leader's page asks for thousands of places: each run of words is looked up, never each name searched for.
 */
export function communeOf(province: string, place: string): string | null {
  const answers = answersIn(province)
  const known = answers.get(place)
  if (known !== undefined) return known
  // Forgets all at once: places come back in the same thousands of spellings, and never grow without end.
  if (answers.size >= askedMax) answers.clear()
  const found = lookUp(province, place)
  answers.set(place, found)
  return found
}

const answersIn = onceForCommunes(() => new Map<string, string | null>())
const askedMax = 20_000

function lookUp(province: string, place: string): string | null {
  const { codes, wordsMax } = communes(province)
  const words = plain(place).split(" ")
  let best: { name: string; code: string } | null = null
  for (let from = 0; from < words.length; from += 1) {
    if (isWider(words, from)) continue
    for (let to = from + 1; to <= Math.min(words.length, from + wordsMax); to += 1) {
      const name = words.slice(from, to).join(" ")
      const code = codes.get(name)
      if (code !== undefined && name.length > (best?.name.length ?? 0)) best = { name, code }
    }
  }
  return best?.code ?? null
}

/** "xã Mễ Sở, huyện Văn Giang" lies in Mễ Sở: the district's name is also that of a commune, which is not meant. */
const isWider = (words: readonly string[], at: number) =>
  ["huyen", "tinh", "tp"].includes(words[at - 1] ?? "") ||
  ["thanh pho", "thi xa"].includes(words.slice(Math.max(0, at - 2), at).join(" "))

/** `elsewhere` is what named none. */
export function apartFromElsewhere(sums: readonly { key: string; value: number }[]): {
  values: Map<string, number>
  elsewhere: number
} {
  const values = new Map<string, number>()
  for (const { key, value } of sums) if (key !== "") values.set(key, (values.get(key) ?? 0) + value)
  const named = [...values.values()].reduce((sum, value) => sum + value, 0)
  return { values, elsewhere: sums.reduce((sum, { value }) => sum + value, 0) - named }
}
