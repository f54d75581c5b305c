import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

const src = join(import.meta.dirname, "..")
/** The demo plays in one province, and tests and samples may name it. */
const mayName = /(?:^|\/)(?:demo|testing|fixtures|journeys)\/|\.test\.tsx?$/

test("a province that is not the demo's finds no other's name in the program", () => {
  const files = globSync("**/*.{ts,tsx,css,js}", { cwd: src }).filter((file) => !mayName.test(file))
  expect(files.length).toBeGreaterThan(500)
  const naming = files.filter((file) =>
    /hưng[\s_-]?yên|hung[\s_-]?yen|thái bình/iu.test(readFileSync(join(src, file), "utf8")),
  )
  expect(naming).toEqual([])
})
