import { existsSync, readFileSync } from "node:fs"
import { glob } from "node:fs/promises"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"

const root = join(import.meta.dirname, "..")
const pages: string[] = []
for await (const page of glob(["*.md", "docs/**/*.md", "src/*/README.md", "data/README.md"], { cwd: root }))
  pages.push(page)

test("there are documents to check", () => expect(pages.length).toBeGreaterThan(20))

test.each(pages)("every link of %s leads somewhere", (page) => {
  const text = readFileSync(join(root, page), "utf8")
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) => match[1] ?? "")
  const broken = links.filter((link) => !existsSync(join(root, dirname(page), link)))
  expect(broken).toEqual([])
})

test.each(pages)("every file that %s names exists", (page) => {
  const text = readFileSync(join(root, page), "utf8")
  const named = [...text.matchAll(/`((?:src|data|script|migrations|docs)\/[\w./-]*\w)`/g)].map(
    (match) => match[1] ?? "",
  )
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test("the words of the glossary that are code occur in the code", async () => {
  const text = readFileSync(join(root, "docs/glossary.md"), "utf8")
  const terms = [...text.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? "")
  let code = ""
  for await (const file of glob("src/**/*.{ts,tsx}", { cwd: root }))
    code += readFileSync(join(root, file), "utf8")
  const planned = new Set(["inspection", "objection", "TLP", "numberingBook"])
  expect(terms.filter((term) => !planned.has(term) && !code.includes(term))).toEqual([])
})
