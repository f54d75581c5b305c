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

/** Left out: the documents of others, which a text may name without having them. */
const named = /`((?:[\w.-]+\/)*[\w.-]+\.md)`/g
test.each(pages)("every document that %s names exists", (page) => {
  const text = readFileSync(join(root, page), "utf8")
  const all = [...text.matchAll(named)].map((match) => match[1] ?? "")
  const here = (path: string) => existsSync(join(root, path)) || existsSync(join(root, dirname(page), path))
  expect(all.filter((path) => !here(path) && !path.startsWith("cases/"))).toEqual([])
})

test("every package in the table of the stack is installed, or is marked as to come", () => {
  const architecture = readFileSync(join(root, "ARCHITECTURE.md"), "utf8")
  const stack = /## The stack, and why\n([\s\S]*?)\n\n/.exec(architecture)?.[1] ?? ""
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  ) as Record<string, Record<string, string>>
  const installed = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const choices = stack.split("\n").map((line) => line.split(" | ")[1] ?? "")
  const packages = choices.flatMap((choice) => [
    ...choice.matchAll(/`(@[\w-]+\/[\w.-]+|[a-z][\w-]*)`(?! \(to come\))/g),
  ])
  expect(packages.length).toBeGreaterThan(8)
  const isThere = (name: string) =>
    installed.includes(name) ||
    installed.some((one) => one.startsWith(`${name.split("/")[0]}/`) && name.endsWith("*"))
  expect(packages.map((match) => match[1] ?? "").filter((name) => !isThere(name))).toEqual([])
})

test("every slice that the tree draws has a folder, or is marked as to come", () => {
  const architecture = readFileSync(join(root, "ARCHITECTURE.md"), "utf8")
  const tree = /\nsrc\/\n([\s\S]*?)```/.exec(architecture)?.[1] ?? ""
  const drawn = [...tree.matchAll(/^ {2}([a-z]+)\/ +(?! |\(to come\))/gm)].map((match) => match[1] ?? "")
  expect(drawn.length).toBeGreaterThan(8)
  expect(drawn.filter((name) => !existsSync(join(root, "src", name)))).toEqual([])
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
