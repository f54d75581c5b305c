/**
 * Tips made up to teach the models more ways of telling (`lessons/*.txt`): no figure is taken from them. A line says the
 * urgency (n now, o ongoing, p past) and the text; its heading the trick. "@ps" stands for a phone number of a suspect's.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fold, spanOf } from "../../src/signals/read/fold.ts"
import { occurrencesIn } from "../../src/signals/read/read.ts"
import type { Labelled } from "./tips.ts"

const roles: Readonly<Record<string, string>> = {
  s: "suspect",
  v: "victim",
  r: "reporter",
  o: "official-mentioned",
}
const urgencies: Readonly<Record<string, string>> = { n: "money-moving-now", o: "ongoing", p: "past" }
const marker = /@([pafktmudhl])([svro])\d?/g

/** The same numbers for the same place of the same file. */
function digits(seed: number, count: number): string {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0
  let out = ""
  while (out.length < count) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    out += String(state >>> 28).slice(-1)
  }
  return out.slice(0, count)
}

const grouped = (number: string, how: number): string =>
  how % 3 === 0
    ? number
    : [number.slice(0, 4), number.slice(4, 7), number.slice(7)].join(how % 3 === 1 ? " " : ".")

/** What is written where a marker stands; on the mark itself depends which, so that "@ps" twice is one number. */
function written(kind: string, seed: number): string {
  const some = digits(seed, 12)
  const prefix = ["030", "031", "051", "095"][Number(some[0]) % 4] ?? "030"
  switch (kind) {
    case "p":
      return grouped(`${prefix}${some.slice(1, 8)}`, seed)
    case "a":
      return seed % 2 === 0
        ? some.slice(0, 11)
        : `${some.slice(0, 4)} ${some.slice(4, 8)} ${some.slice(8, 11)}`
    case "f":
      return `facebook.com/ten.${some.slice(0, 3)}000`
    case "t":
      return `@ten_${some.slice(0, 3)}000`
    case "k":
      return `@ten${some.slice(0, 3)}000`
    case "m":
      return `ten.${some.slice(0, 3)}@thu.example`
    case "u":
      return `https://trang${some.slice(0, 3)}.example/vao`
    case "d":
      return `trang${some.slice(0, 3)}.test`
    case "h":
      return `1900${some.slice(0, 4)}`
    default:
      return `(0221) 3000 ${some.slice(0, 3)}`
  }
}

function lessonOf(line: string, type: string, at: string, seed: number): Labelled {
  const [urgency = "o"] = line
  const marked = line.slice(2)
  let text = ""
  let last = 0
  const spans: { from: number; to: number; role: string }[] = []
  for (const match of marked.matchAll(marker)) {
    text += marked.slice(last, match.index)
    const from = text.length
    const [mark, kind = "p", role = "s"] = match
    text +=
      kind === "h" && role === "o"
        ? "18001091"
        : written(kind, seed * 97 + [...mark].reduce((sum, one) => sum * 31 + one.charCodeAt(0), 7))
    spans.push({ from, to: text.length, role: roles[role] ?? "suspect" })
    last = match.index + mark.length
  }
  text += marked.slice(last)
  text = text.normalize("NFC")
  const folded = fold(text)
  const identifiers = occurrencesIn(folded).flatMap(({ kind, value, start, end }) => {
    const [from, to] = spanOf(folded, start, end)
    const span = spans.find((one) => one.from < to && from < one.to)
    return span === undefined ? [] : [{ kind, value, role: span.role }]
  })
  return { id: at, text, identifiers, type, urgency: urgencies[urgency] ?? "ongoing", file: at }
}

export function lessons(): Labelled[] {
  const dir = join(import.meta.dirname, "lessons")
  return readdirSync(dir)
    .sort()
    .flatMap((file) => {
      let type = ""
      return readFileSync(join(dir, file), "utf8")
        .normalize("NFC")
        .split("\n")
        .flatMap((line, at) => {
          if (line.startsWith("# ")) type = line.slice(2)
          return line === "" || line.startsWith("# ")
            ? []
            : [lessonOf(line, type, `${file}:${at + 1}`, at + 1)]
        })
    })
}
