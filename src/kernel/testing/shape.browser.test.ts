import { describe, expect, test } from "vitest"
import { accessibilityFaults } from "./browser.ts"
import { shapesOf } from "./shape.ts"
import { siteFor } from "./site.ts"

const pageOf = (main: string) =>
  `<!doctype html><html lang="vi"><head><title>Thử</title></head><body><header><p>Liên Phòng</p></header><main><h1>Việc</h1>${main}</main></body></html>`
const field = (words: string) => `<label for="so">${words}</label><input id="so" value="${words}">`
const row = (words: string) => `<tr><td>${words}</td></tr>`
const table = (rows: readonly string[]) =>
  `<table><thead><tr><th>Tên</th></tr></thead><tbody>${rows.map(row).join("")}</tbody></table>`

let answer = ""
const site = siteFor(() => ({
  fetch: () => new Response(answer, { headers: { "content-type": "text/html" } }),
}))

async function shapes(main: string): Promise<string[]> {
  const page = await site.visit()
  answer = pageOf(main)
  await page.goto("/")
  const found = await shapesOf(page)
  await page.context().close()
  return found.shapes
}

describe("two pages have one shape", () => {
  test("where only the words differ", async () => {
    expect(await shapes(field("Số máy"))).toEqual(await shapes(field("Tài khoản")))
  })

  test("where a table has three rows and not two", async () => {
    expect(await shapes(table(["a", "b", "c"]))).toEqual(await shapes(table(["d", "e"])))
  })

  test.each([
    ["a label names no field any more", field("Số").replace('for="so"', 'for="khac"')],
    ["a label has lost its words", field("")],
    ["a field has lost its label", '<input id="so" value="1">'],
    ["a field has another kind", field("Số").replace("<input", '<input type="tel"')],
    [
      "an element has another class, so perhaps other colours",
      field("Số").replace("<input", '<input class="x"'),
    ],
  ])("but not where %s", async (_, changed) => {
    const [frame, main] = await shapes(field("Số"))
    const [otherFrame, otherMain] = await shapes(changed)
    expect(otherFrame).toBe(frame)
    expect(otherMain).not.toBe(main)
  })
})

test("a page whose field lost its label is found each time, after one of another shape was read too, and an id that stands twice always", async () => {
  const page = await site.visit()
  const faultsOf = async (main: string) => {
    answer = pageOf(main)
    await page.goto("/")
    return (await accessibilityFaults(page)).join("\n")
  }
  expect(await faultsOf(field("Số"))).toBe("")
  const unnamed = '<input id="so" value="1">'
  expect(await faultsOf(unnamed)).toContain("label")
  expect(await faultsOf(unnamed)).toContain("label")
  const twice = `${field("Số")}<p id="so">Số</p>`
  expect(await faultsOf(twice)).toContain('two elements have the id "so"')
  expect(await faultsOf(twice)).toContain('two elements have the id "so"')
})
