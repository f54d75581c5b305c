/** The labelled tips of the fixtures, as examples for the models that read tips. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fold } from "../../src/signals/read/fold.ts"
import { keyOf } from "../../src/signals/read/identifiers.ts"
import { occurrencesIn } from "../../src/signals/read/read.ts"
import { companySigns } from "../../src/signals/read/role-company.ts"
import { chainSigns, eachByItself, isWeighed, signsOf } from "../../src/signals/read/role-model.ts"
import { withHeads } from "../../src/signals/read/tables.ts"
import type { Example, Linear } from "./logistic.ts"

export type Labelled = {
  id: string
  text: string
  identifiers: { kind: string; value: string; role: string }[]
  type: string
  urgency: string
  /** Whole đồng; null or left out where nothing was lost. */
  loss_vnd?: number | null
  file: string
}

const fixtures = join(import.meta.dirname, "../../src/signals/fixtures")

export function labelledTips(): Labelled[] {
  return readdirSync(fixtures)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((file) =>
      readFileSync(join(fixtures, file), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => ({ ...(JSON.parse(line) as Omit<Labelled, "file">), file })),
    )
}

/** One hand wrote each: what is measured is measured on hands that the weights have not seen. */
export const authorOf = ({ file }: { file: string }) =>
  file === "tips.jsonl"
    ? "first"
    : file === "tips-2.jsonl"
      ? "second"
      : file.startsWith("voices")
        ? "voices"
        : file.startsWith("fresh")
          ? "fresh"
          : file.startsWith("odd")
            ? "odd"
            : file.startsWith("hands")
              ? file.slice(0, "hands-a".length)
              : file.startsWith("further") || file.startsWith("stranger")
                ? (/^[a-z]+/.exec(file)?.[0] ?? "")
                : file.endsWith(".jsonl")
                  ? "own"
                  : "lessons"

/** The hand-made rules were mended on these: what the rules say of them teaches nothing about their worth elsewhere. */
export const isRulesOwn = (tip: { file: string }) => authorOf(tip) === "first" || authorOf(tip) === "own"

export const normal = (one: { kind: string; value: string }) =>
  keyOf(one)
    .toLowerCase()
    .replace(/ https?:\/\//, " ")
    .replace(/\/$/, "")

export function roleExamples(tip: Labelled): Example[] {
  const folded = fold(withHeads(tip.text).text)
  const found = occurrencesIn(folded)
  const read = signsOf(folded, found)
  const gold = new Map(tip.identifiers.map((one) => [normal(one), one.role]))
  const roleAt = (at: number) => {
    const one = found[at]
    return one === undefined ? null : (gold.get(normal(one)) ?? null)
  }
  return found.flatMap((one, at) => {
    const label = roleAt(at)
    if (label === null || !isWeighed(one)) return []
    const { signs, rule, patterns } = read[at] ?? { signs: [], rule: "unclear", patterns: [] }
    const ruled = isRulesOwn(tip) ? [] : [`rule=${rule}`, ...patterns]
    return [{ signs: [...ruled, ...signs, ...chainSigns(folded, found, at, roleAt(at - 1))], label }]
  })
}

/** What is to be learnt of the company that things keep, where `weights` that have not seen the tip weigh each by itself. */
export function companyExamples(tip: Labelled, weights: Linear): Example[] {
  const folded = fold(withHeads(tip.text).text)
  const found = occurrencesIn(folded)
  const roles = new Map(tip.identifiers.map((one) => [normal(one), one.role]))
  const gold = new Map(found.map((one) => [keyOf(one), roles.get(normal(one))]))
  const { type } = tip
  const signs = companySigns(found, eachByItself(folded, found, weights), { type, chars: folded.text.length })
  return [...signs].flatMap(([key, some]) => {
    const label = gold.get(key)
    return label === undefined ? [] : [{ signs: some, label }]
  })
}
