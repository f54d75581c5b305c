/**
 * Which libraries the process loads that answers people: all that a file of ours names by `import`, at its head or later,
 * beginning with `main.ts`. A file `*.apart.ts` is named by its address and by type only, so that it is not among them.
 */
import { existsSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"

const src = fileURLToPath(new URL("../..", import.meta.url))
/** `import type` names a shape, which is gone when the program runs. */
const named =
  /(?:^|\n)(?:import|export)\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g

type Use = { library: string; by: string; way: string }

/** Each use of a library, with the file that names it and the way there. */
function usesFrom(start: string): Use[] {
  const found: Use[] = []
  const way = new Map<string, string | null>([[start, null]])
  for (const file of way.keys()) {
    for (const [, ahead, later] of readFileSync(file, "utf8").matchAll(named)) {
      const name = ahead ?? later ?? ""
      if (name.startsWith(".")) {
        const target = join(dirname(file), name)
        if (existsSync(target) && /\.tsx?$/.test(target) && !way.has(target)) way.set(target, file)
      } else found.push({ library: name, by: relative(src, file), way: wayTo(file, way) })
    }
  }
  return found
}

function wayTo(file: string, way: ReadonlyMap<string, string | null>): string {
  const steps: string[] = []
  for (let at: string | null = file; at !== null; at = way.get(at) ?? null) steps.unshift(relative(src, at))
  return steps.join(" > ")
}

/** What opens a file that came from outside. */
const readers =
  /^(?:unpdf|pdfjs-dist|mammoth|read-excel-file|saxes|sharp|pkijs|asn1js|fflate|yauzl|jszip|libxml2-wasm|music-metadata)(?:\/|$)/
/** What draws documents of ours. */
const drawers = /^(?:docx|@myriaddreamin\/|@cantoo\/pdf-lib|@signpdf\/)/

/** Not yet apart, each with its reason. */
const known: Readonly<Record<string, string>> = {
  "demo/picture.ts": "draws the demo's pictures once, at its first start",
}

test("the process that answers people loads no reader of foreign files and draws no document", () => {
  const offenders = usesFrom(join(src, "main.ts")).filter(
    ({ library, by }) => (readers.test(library) || drawers.test(library)) && !(by in known),
  )
  expect(offenders).toEqual([])
})

test("the walk that looks for them finds what is there", () => {
  const librariesFrom = (file: string) => usesFrom(join(src, file)).map(({ library }) => library)
  expect(librariesFrom("signals/actions/derivative.apart.ts")).toContain("sharp")
  expect(librariesFrom("letters/read/letter.apart.ts")).toContain("unpdf")
  expect(librariesFrom("main.ts")).toContain("hono")
})
