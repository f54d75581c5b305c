/**
 * What axe has read once it need not read again: two parts of pages of one shape, on one screen, differ only in their
 * words, in where their links lead and in how often a row, a line or a card is repeated, and axe says the same of both.
 */
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"

/** The shapes without a fault: a directory in which each is an empty file of its name. Null: nothing is remembered. */
let remembered: string | null = null

/** All tests of a run that give the same directory share what was read. */
export function rememberShapesIn(directory: string): void {
  mkdirSync(directory, { recursive: true })
  remembered = directory
}

export const wasRead = (shape: string): boolean => remembered !== null && existsSync(join(remembered, shape))

export function rememberRead(shapes: readonly string[]): void {
  if (remembered === null) return
  for (const shape of shapes) writeFileSync(join(remembered, shape), "")
}

/**
 * `shapes`: a hash of the page without its `<main>` and one of that, each with the window and the colours in it.
 * `twice`: ids that more than one element has, which no shape would tell.
 */
export async function shapesOf(page: Page): Promise<{ shapes: string[]; twice: string[] }> {
  const { shapes, twice } = await page.evaluate(() => {
    // Attributes that name other elements count by whether those are there.
    const references = "for aria-labelledby aria-describedby aria-controls aria-owns headers list".split(" ")
    // Attributes whose words differ from page to page count by whether there are any.
    const words =
      "id href src alt title placeholder value content action name datetime aria-label formaction srcset max min pattern".split(
        " ",
      )
    const drawn = "d points x y x1 x2 y1 y2 cx cy r width height transform viewBox".split(" ")
    const differs = new Set([...words, ...drawn])
    const isThere = (id: string) => (document.getElementById(id) === null ? "lost" : "there")
    const told = (name: string, value: string): string => {
      if (references.includes(name)) return value.split(/\s+/).map(isThere).join(" ")
      if (differs.has(name) || name.startsWith("data-")) return value.trim() === "" ? "" : "…"
      return value
    }
    const main = document.querySelector("main")
    const partOf = (node: Node): string => {
      if (node === main) return "<main>"
      if (node instanceof Element) return shapeOf(node)
      return node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "" ? "…" : ""
    }
    const shapeOf = (one: Element): string => {
      const attributes = [...one.attributes].map(({ name, value }) => `${name}=${told(name, value)}`)
      const inside: string[] = []
      for (const child of one.childNodes) {
        const part = partOf(child)
        if (part !== "" && part !== inside.at(-1)) inside.push(part)
      }
      return `<${one.localName} ${attributes.toSorted().join(" ")}>${inside.join("")}</>`
    }
    const dark = matchMedia("(prefers-color-scheme: dark)").matches
    const parts = [document.documentElement, ...(main === null ? [] : [main])]
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id)
    return {
      shapes: parts.map((part) => `${innerWidth}×${innerHeight} ${dark} ${shapeOf(part)}`),
      twice: [...new Set(ids.filter((id, n) => ids.indexOf(id) !== n))],
    }
  })
  return { shapes: shapes.map((shape) => createHash("sha256").update(shape).digest("hex")), twice }
}
