import { glob } from "node:fs/promises"
import { describe, expect, test } from "vitest"
import { createApp } from "./app.ts"
import { allJobs } from "./jobs.ts"
import { freshDatabase } from "./kernel/testing/database.ts"
import { houseOf } from "./kernel/testing/house.ts"
import { catalogues, gapsOf } from "./kernel/words.ts"
import { scheduleOf } from "./kernel/worker.ts"

const house = houseOf(await freshDatabase())
const app = createApp(house)

test("the first page says what this is, in both languages, and leads to sign-in", async () => {
  for (const [lang, sentence] of [
    ["vi", "Cùng giữ an toàn viễn thông"],
    ["en", "Keeping the province"],
  ]) {
    const page = await (await app.request(`/?lang=${lang}`)).text()
    expect(page).toContain(sentence)
    expect(page).toContain('href="/dang-nhap"')
  }
})

test("a page that is not there says so and leads back; a program gets JSON", async () => {
  const page = await app.request("/khong-co-trang-nay")
  expect(page.status).toBe(404)
  expect(await page.text()).toContain("Không có trang này")
  expect(await (await app.request("/api/khong-co")).json()).toMatchObject({ error: "not-found" })
})

test("every hour at which a job runs by itself is one that the worker can read", () => {
  const jobs = allJobs(house)
  expect(scheduleOf(jobs)).toHaveLength(Object.values(jobs).filter(({ cron }) => cron !== undefined).length)
})

test("no page can run a script or a style written into it", async () => {
  const policy = (await app.request("/")).headers.get("content-security-policy") ?? ""
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain("unsafe-inline")
})

describe("every sentence exists in Vietnamese and in English", async () => {
  for await (const file of glob("src/**/*{words,words-*}.ts", { cwd: process.cwd() }))
    await import(/* @vite-ignore */ `../${file}`)
  test("there are catalogues to check", () => expect(catalogues.length).toBeGreaterThan(5))
  test("none has a blank or a missing sentence", () => expect(catalogues.flatMap(gapsOf)).toEqual([]))
})
