/** The library axe in a page of a real browser: https://github.com/dequelabs/axe-core. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type axe from "axe-core"
import type { Page } from "playwright-core"

/** The address of axe at the site of a test: a script loaded by its address is compiled once, not for every page. */
export const axePath = "/-/axe.min.js"

/** Not `axe.source`, which is three times as long with its comments. */
const file = createRequire(import.meta.url).resolve("axe-core/axe.min.js")
let read: string | undefined
const source = (): string => {
  read ??= readFileSync(file, "utf8")
  return read
}

export const axeSource = (): Response =>
  new Response(source(), {
    headers: { "content-type": "text/javascript", "cache-control": "max-age=3600, immutable" },
  })

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

/** Each violation with its elements, read anew. Frames are not read. */
export async function axeFaults(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in globalThis)
  // A page whose network was cut cannot load it.
  if (!isThere) await page.addScriptTag({ url: axePath }).catch(() => page.evaluate(source()))
  // Playwright's own wrapper of axe also opens a blank page for every page it reads: more than twice the time.
  const violations = await page.evaluate(async (tags) => {
    const { axe: reader } = globalThis as unknown as { axe: typeof axe }
    const found = await reader.run({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
    return found.violations
  }, rules)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 5)
      .map((node) => `${id}: ${help}\n  ${node.html.slice(0, 160)}\n  ${node.failureSummary ?? ""}`),
  )
}
