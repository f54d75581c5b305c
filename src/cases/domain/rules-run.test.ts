import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { legalRules } from "../../kernel/calendar/data.ts"

const root = join(import.meta.dirname, "../..")

/** All of the program but its tests. */
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|testing\//.test(path))
  .map((path) => readFileSync(join(root, path), "utf8"))
  .join("\n")
/** Other lists of the data that the program runs name rules as well: which power an inspection has, how long an act is punishable. */
const lists = ["limitations.csv", "inspections/powers.csv"]
  .map((path) => readFileSync(join(root, "../data", path), "utf8"))
  .join("\n")
const named = new Set(lists.split(/[^A-Z0-9-]+/))
const isRun = (id: string) => sources.includes(`"${id}"`) || named.has(id)

/** "- `TG-24H`, `TG-CAX-24H`: why nothing runs it", under the heading of the README. */
const reasons = (() => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8")
  const [, part = ""] = readme.split("## Rules of the data that nothing runs")
  return new Map(
    part.split("\n").flatMap((line) => {
      const [, ids, reason] = /^- ((?:`[A-Z0-9-]+`(?:, )?)+): (.{20,})$/.exec(line) ?? []
      return [...(ids ?? "").matchAll(/`([^`]+)`/g)].map(([, id = ""]) => [id, reason ?? ""] as const)
    }),
  )
})()

test("a legal officer who asks what became of a rule finds that the program runs it, or why it does not", () => {
  const silent = legalRules().filter(({ id }) => !isRun(id) && !reasons.has(id))
  expect(silent.map(({ id }) => id)).toEqual([])
})

test("no reason is given for a rule that is run, or that the data do not have", () => {
  const ids = new Set(legalRules().map(({ id }) => id))
  expect([...reasons.keys()].filter((id) => isRun(id) || !ids.has(id))).toEqual([])
})
