import { gzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { signalPaths } from "../../signals/index.ts"
import { hubOf } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"

const db = await freshDatabase()

test.each([
  [paths.check, 15],
  ["/", 30],
  [paths.publicWarnings, 30],
  [signalPaths.tricks, 30],
  ["/thu-doan/gia-danh-cong-an", 30],
  ["/so-lieu-cong-khai", 30],
])("%s weighs at most %i KB compressed, with everything that it loads except fonts", async (path, most) => {
  const { app } = await hubOf(db)
  const page = await (await app.request(path)).text()
  const loaded = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? "")
  expect(loaded.length).toBeGreaterThan(0)
  const weights: Record<string, number> = { page: gzipSync(page).length }
  for (const asset of new Set(loaded)) {
    if (/\.woff2?$/.test(asset)) continue
    const answer = await app.request(asset)
    expect(answer.status).toBe(200)
    weights[asset] = gzipSync(Buffer.from(await answer.arrayBuffer())).length
  }
  const sum = Object.values(weights).reduce((total, one) => total + one, 0)
  expect(sum, JSON.stringify(weights)).toBeLessThanOrEqual(most * 1024)
})
