import { gzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { hubOf } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"

const db = await freshDatabase()

test("the page of the check weighs at most 15 KB compressed, with everything that it loads except fonts", async () => {
  const { app } = await hubOf(db)
  const page = await (await app.request(paths.check)).text()
  const loaded = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? "")
  expect(loaded.length).toBeGreaterThan(0)
  const weights: Record<string, number> = { page: gzipSync(page).length }
  for (const path of new Set(loaded)) {
    if (/\.woff2?$/.test(path)) continue
    const answer = await app.request(path)
    expect(answer.status).toBe(200)
    weights[path] = gzipSync(Buffer.from(await answer.arrayBuffer())).length
  }
  const sum = Object.values(weights).reduce((total, one) => total + one, 0)
  expect(sum, JSON.stringify(weights)).toBeLessThanOrEqual(15 * 1024)
})
