/**
 * Which test belongs to which Vitest project, by what it imports and not by a list that someone must remember.
 *
 * `pure`: reaches, over all its imports, neither the testing database nor a browser nor a cluster: no server starts.
 * `embedded`: every other test, on the embedded PostgreSQL over its unix socket.
 * `tcp`: those of `embedded` that must hold on a province's own server too, once more over TCP.
 */
import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join, relative, sep } from "node:path"

const testDatabase = "src/kernel/testing/database.ts"

/** Modules that start a server for the test that reaches them, relative to the root of the project. */
export const doorsToServers = [
  testDatabase,
  "src/kernel/testing/browser.ts",
  "src/kernel/testing/program.ts",
  "src/kernel/db/cluster.ts",
]

/**
 * Set-up, isolation, journal and queue: what a province's own server must keep as well as the embedded one. The actions of
 * the slices run over TCP too, all of them: the demo, which the last loads, is made by them.
 */
const ofDatabase = [
  "src/kernel/db/*.test.ts",
  "src/kernel/{journal,outbox,queue}.test.ts",
  "src/journeys/isolation.test.ts",
]

export type TestFiles = { pure: string[]; embedded: string[]; tcp: string[] }

/**
 * Paths relative to `root`, sorted. A test that starts processes of its own is never `pure`: it may run a whole
 * server without importing it.
 */
export function testFiles(root: string): TestFiles {
  const imports = importsUnder(root)
  const all = filesOf(root, ["src/**/*.test.{ts,tsx}", "script/**/*.test.ts"])
  const isPure = (file: string) =>
    !imports(file).includes("node:child_process") && !reaches(imports, file, doorsToServers)
  const embedded = all.filter((file) => !isPure(file))
  const again = new Set(filesOf(root, ofDatabase))
  const tcp = embedded.filter((file) => again.has(file) && reaches(imports, file, [testDatabase]))
  return { pure: all.filter(isPure), embedded, tcp }
}

function filesOf(root: string, patterns: readonly string[]): string[] {
  const found = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }))
  return found.map((file) => file.split(sep).join("/")).toSorted()
}

type Imports = (file: string) => readonly string[]

/** Whether any import of `file`, or theirs in turn, is one of `doors`. */
function reaches(imports: Imports, file: string, doors: readonly string[]): boolean {
  const seen = new Set<string>()
  const waiting = [file]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (doors.includes(one)) return true
    if (seen.has(one)) continue
    seen.add(one)
    waiting.push(...imports(one).filter((next) => next.includes("/")))
  }
  return false
}

/** `import … from "x"`, `export … from "x"`, `import "x"` and `import("x")`. An `import type` runs nothing. */
const importing =
  /(?:^|\n)\s*(?:import|export)\s(?!type\b)[^"'`;]*?["'](\.[^"']+|node:[^"']+)["']|\bimport\(\s*["'](\.[^"']+)["']/g

/** Own files as paths relative to `root`, Node's modules by their name; packages are left out. Each file is read once. */
function importsUnder(root: string): Imports {
  const known = new Map<string, readonly string[]>()
  return (file) => {
    const before = known.get(file)
    if (before !== undefined) return before
    // A test may quote an import in a text of its own: the file it names need not exist.
    const text =
      /\.tsx?$/.test(file) && existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : ""
    const found = [...text.matchAll(importing)].map((match) => match[1] ?? match[2] ?? "")
    const here = found.map((name) =>
      name.startsWith(".")
        ? relative(root, join(root, dirname(file), name))
            .split(sep)
            .join("/")
        : name,
    )
    known.set(file, here)
    return here
  }
}
