import { expect, test } from "vitest"
import { createApp } from "../app.ts"
import { guideLinks } from "../guide-links.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { bodies, type PersonKey, people, peopleIn, signedIn } from "../testing/province.ts"
import { guides, paths } from "./paths.ts"

const db = await freshDatabase()
const app = createApp(houseOf(db))
const get = (path: string, cookie = "") => app.request(path, { headers: { cookie } })

test("each role has a page in both languages, and the footer of every page leads to them", async () => {
  expect(await (await get("/")).text()).toContain(`<a href="${paths.all}">`)
  const all = await (await get(paths.all)).text()
  for (const guide of guides) {
    expect(all).toContain(`href="${paths.guide(guide)}"`)
    for (const lang of ["vi", "en"]) {
      const answer = await get(`${paths.guide(guide)}?lang=${lang}`)
      expect(answer.status).toBe(200)
      expect((await answer.text()).match(/<ol class="now">[\s\S]*<\/ol>/)?.[0].match(/<li>/g)).toHaveLength(3)
    }
  }
})

const readers: readonly [keyof typeof guideLinks, PersonKey][] = [
  ["doanh-nghiep", "tam"],
  ["van-thu", "hoa"],
  ["chuyen-vien", "minh"],
  ["lanh-dao", "lan"],
]
test.each(readers)("the first three things of %s open for who has that role", async (guide, key) => {
  await peopleIn(db)
  const { cookie } = await signedIn(db, key)
  for (const link of guideLinks[guide])
    expect(
      (await get(link, cookie)).status,
      `${link}, ${people[key].name} of ${bodies[people[key].body].name}`,
    ).toBe(200)
})
test("the first three things of a citizen open without an account", async () => {
  for (const link of guideLinks["nguoi-dan"]) expect((await get(link)).status, link).toBe(200)
})
