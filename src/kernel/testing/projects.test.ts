import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { describe, expect, onTestFinished, test } from "vitest"
import { testFiles } from "./projects.ts"

const root = join(import.meta.dirname, "..", "..", "..")

/** A project with these files and no others. */
function projectOf(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), "lienphong-projects-"))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return dir
}

const database = { "src/kernel/testing/database.ts": "export const freshDatabase = () => {}\n" }

describe("each test file runs, and where it belongs", () => {
  test("no test file is left out, none is pure and embedded at once, and the second server repeats only the first's", () => {
    const { pure, embedded, tcp } = testFiles(root)
    const once = [...pure, ...embedded]
    expect(new Set(once).size).toBe(once.length)
    expect(once).toContain("src/kernel/testing/projects.test.ts")
    expect(once).toContain("script/docs.test.ts")
    expect(tcp.filter((file) => !embedded.includes(file))).toEqual([])
    expect(tcp).toContain("src/kernel/db/isolation.test.ts")
  })

  test("a rule's test needs no server, a page's does", () => {
    const { pure, embedded } = testFiles(root)
    expect(pure).toContain("src/cases/domain/life.test.ts")
    expect(pure).toContain("src/kernel/calendar/deadline.test.ts")
    expect(embedded).toContain("src/app.test.ts")
    expect(embedded).toContain("script/start.test.ts")
  })
})

describe("who reaches the database from afar is not pure", () => {
  const pureIn = (files: Record<string, string>) => testFiles(projectOf({ ...database, ...files })).pure

  test("through another file, over several lines, when it is passed on, or loaded late", () => {
    const ways = [
      'import {\n  a,\n  b,\n} from "./hub.ts"\n',
      'export * from "./hub.ts"\n',
      'import "./hub.ts"\n',
      'test("x", async () => { await import("./hub.ts") })\n',
    ]
    for (const text of ways) {
      const hub =
        'import { freshDatabase } from "../kernel/testing/database.ts"\nexport const a = freshDatabase\n'
      expect(pureIn({ "src/cases/a.test.ts": text, "src/cases/hub.ts": hub }), text).toEqual([])
    }
  })

  test("by naming its type alone it stays pure, since nothing of it runs", () => {
    const text = 'import type { TestDatabase } from "../kernel/testing/database.ts"\nexport const a = 1\n'
    expect(pureIn({ "src/cases/a.test.ts": text })).toEqual(["src/cases/a.test.ts"])
  })

  test("by starting a program of its own", () => {
    const text = 'import { spawn } from "node:child_process"\n'
    expect(pureIn({ "src/journeys/a.test.ts": text, "script/b.test.ts": text })).toEqual([])
  })

  test("files that import each other in a circle are read once", () => {
    const files = {
      "src/a.test.ts": 'import "./b.ts"\n',
      "src/b.ts": 'import "./c.ts"\n',
      "src/c.ts": 'import "./b.ts"\n',
    }
    expect(pureIn(files)).toEqual(["src/a.test.ts"])
  })
})
