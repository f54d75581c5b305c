/**
 * A transaction inside a transaction takes a second connection while it holds the first: as many people at once as the pool
 * has connections, and all wait for each other for good. `act` refuses it when it happens; this test finds it before, in
 * the source: whatever is given a `tx` reaches, through all it calls, none of the ways to open one.
 */
import { globSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { describe, expect, test } from "vitest"

const root = join(import.meta.dirname, "../..")

type Declared = { file: string; name: string; text: string }

/** Declarations at the left margin, each with its text: the formatter puts nothing else there. */
function declarationsOf(file: string, source: string): Declared[] {
  const starts = [
    ...source.matchAll(/^(?:export )?(?:default )?(?:async )?(?:function\*?|const|let|class) (\w+)/gm),
  ]
  return starts.map((start, i) => ({
    file,
    name: start[1] ?? "",
    text: source.slice(start.index, starts[i + 1]?.index ?? source.length),
  }))
}

/** What a file calls otherwise or takes from elsewhere: local name → file and name there. */
function importsOf(file: string, source: string): Map<string, { file: string; name: string }> {
  const found = new Map<string, { file: string; name: string }>()
  for (const [, kind = "", list = "", from = ""] of source.matchAll(
    /^(import|export) \{([^}]*)\} from "(\.[^"]+)"/gm,
  ))
    for (const part of list.split(",").map((one) => one.trim().replace(/^type /, ""))) {
      const [name = "", local = name] = part.split(/ as /)
      if (name !== "" && kind !== "")
        found.set(local, { file: relative(root, join(root, dirname(file), from)), name })
    }
  // `import * as steps from …`: what is called as `steps.reopenCase` is found by its own name.
  return found
}

const withoutWords = (source: string) => source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "")

const files = globSync("**/*.{ts,tsx}", { cwd: root }).filter(
  (file) => !/\.test\.tsx?$|(^|\/)testing\//.test(file) && file !== "kernel/db/schema.ts",
)
const sources = new Map(files.map((file) => [file, withoutWords(readFileSync(join(root, file), "utf8"))]))
const declared = new Map(
  [...sources].map(([file, source]) => [
    file,
    new Map(declarationsOf(file, source).map((one) => [one.name, one])),
  ]),
)
const imported = new Map([...sources].map(([file, source]) => [file, importsOf(file, source)]))

/** The declaration that `name` means in `file`, through any number of front doors. */
function resolve(file: string, name: string, steps = 0): Declared | null {
  const own = declared.get(file)?.get(name)
  if (own !== undefined || steps > 8) return own ?? null
  const from = imported.get(file)?.get(name)
  return from === undefined ? null : resolve(from.file, from.name, steps + 1)
}

const ways = "asOfficer|readAsOfficer|asToken|asPublic|readAsPublic|asReporter|asJob"
/** A way to act, called; or the same through a seat at a desk. */
const opening = new RegExp(`\\b(?:${ways})\\(|\\b(?:seat|at|who|desk|door)\\.(?:open|look)\\(`)

/** Makes something that can open a transaction when it is asked to, and opens none. */
const makers = new Set(["seatOf"])

/** The text of what is given a `tx`: from its parameters to where its body ends. */
function givenTx(text: string): string[] {
  const heads = [
    ...text.matchAll(
      /(?:\(|\b)tx(?:: Tx)?(?:,[^()]*)?\)?(?:: [^=;{}]+)? =>|function \w+(?:<[^>]*>)?\(\s*tx: Tx/g,
    ),
  ]
  return heads.map((head) => text.slice(head.index, endOf(text, head.index + head[0].length)))
}

/** Where the expression or the body that begins at `from` ends: at a bracket that it did not open, or a comma or line of its own. */
function endOf(text: string, from: number): number {
  const isFunction = text.slice(0, from).endsWith("tx: Tx")
  let depth = isFunction ? 1 : 0
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? ""
    if ("([{".includes(sign)) depth += 1
    else if (")]}".includes(sign)) {
      depth -= 1
      if (depth < 0) return at
      if (depth === 0 && sign === "}" && isFunction) return at + 1
    } else if (sign === "," && depth === 0 && !isFunction) return at
  }
  return text.length
}

/** How a text that holds a transaction comes to open another: the names on the way; null when it does not. */
function wayToOpen(file: string, text: string, seen: Set<string>): string[] | null {
  const direct = opening.exec(text)
  if (direct !== null) return [direct[0]]
  for (const [, name = ""] of text.matchAll(/\b(\w+)\b/g)) {
    const found = resolve(file, name)
    if (found === null || makers.has(found.name) || found.file.startsWith("kernel/db/")) continue
    const key = `${found.file}:${found.name}`
    if (seen.has(key)) continue
    seen.add(key)
    const way = wayToOpen(found.file, found.text, seen)
    if (way !== null) return [`${found.name} (${found.file})`, ...way]
  }
  return null
}

describe("no action opens a transaction while it holds one", () => {
  const holding = [...declared].flatMap(([file, all]) =>
    [...all.values()].flatMap((one) => givenTx(one.text).map((text) => ({ file, name: one.name, text }))),
  )

  test("every function and every callback of the program that is given a transaction is looked at", () => {
    expect(holding.length).toBeGreaterThan(500)
    expect(holding.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["openSeal", "issueIn", "storeIdentifiers", "sealJournal"]),
    )
  })

  test("and none of them reaches a second one", () => {
    const nested = holding.flatMap(({ file, name, text }) => {
      const way = wayToOpen(file, text, new Set())
      return way === null ? [] : [`${file}: ${name} → ${way.join(" → ")}`]
    })
    expect([...new Set(nested)]).toEqual([])
  })

  test("the finder finds one that hides behind a call", () => {
    const text =
      "async (tx) => { const held = await readSeal(tx, id); return show(await openOriginal(seat, id)) }"
    const [inside = ""] = givenTx(`seat.open(${text})`)
    expect(inside).toContain("openOriginal")
    expect(wayToOpen("signals/actions/opening.ts", inside, new Set())).not.toBeNull()
  })
})
