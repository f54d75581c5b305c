import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { expect, test } from "vitest"

const root = join(import.meta.dirname, "..")

/** The packages that a process has loaded once it can serve every page (or run every job). */
function packagesOf(entry: string): string[] {
  const program = `
    import { registerHooks } from "node:module"
    const seen = new Set()
    registerHooks({ load(url, context, next) { seen.add(url); return next(url, context) } })
    await import(${JSON.stringify(join(root, entry))})
    const names = [...seen].map((url) => /.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1]).filter(Boolean)
    console.log(JSON.stringify([...new Set(names)]))
    process.exit(0)`
  const args = ["--import", "tsx", "--input-type=module", "--eval", program]
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" })) as string[]
}

test("the process that answers people loads no library that draws, signs or runs jobs", () => {
  const loaded = packagesOf("src/listen.ts")
  expect(loaded).toContain("hono")
  const heavy = [
    "@myriaddreamin/typst-ts-node-compiler",
    "docx",
    "@cantoo/pdf-lib",
    "@signpdf/signpdf",
    "pkijs",
  ]
  expect(loaded.filter((name) => [...heavy, "graphile-worker", "mammoth"].includes(name))).toEqual([])
})

test("the process that runs jobs loads no page of components and no library that draws documents", () => {
  const loaded = packagesOf("src/jobs.ts")
  expect(
    loaded.filter((name) => ["docx", "@myriaddreamin/typst-ts-node-compiler", "busboy"].includes(name)),
  ).toEqual([])
})
