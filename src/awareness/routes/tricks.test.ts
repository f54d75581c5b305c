import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"
import { trickFile } from "../tricks.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
const read = async (path: string) => (await hub.get(path)).text()

describe("a citizen who wants to know a trick", () => {
  test("comes to it from the first page, the check and the warnings", async () => {
    for (const from of ["/", "/kiem-tra", "/canh-bao", paths.learn])
      expect(await read(from)).toContain(`href="${paths.tricks}"`)
    const list = await read(paths.tricks)
    for (const { slug } of trickFile().tricks) expect(list).toContain(`href="${paths.trick(slug)}"`)
  })

  test("reads how it begins, what gives it away, what to do and an invented example, and may send the page on", async () => {
    const html = await read(paths.trick("doa-khoa-sim"))
    for (const said of [
      "sau 2 giờ nữa",
      "Dọa khóa trong vài giờ",
      "Gọi tổng đài nhà mạng",
      "đều là bịa",
      "Số 3 trong 24",
    ])
      expect(html).toContain(said)
    expect(html).toContain('property="og:title" content="Dọa khóa SIM vì chưa chuẩn hóa thuê bao"')
    expect(await read(`${paths.trick("doa-khoa-sim")}?lang=en`)).toContain("“Your SIM will be locked”")
  })

  test("is led from a kind of tips to its page, to several where it has several, to all where it has none", async () => {
    const led = async (type: string) => (await hub.get(paths.tricksOf(type))).headers.get("location")
    expect(await led("gia-danh-cong-an")).toBe(paths.trick("gia-danh-cong-an"))
    expect(await led("khac")).toBe(paths.tricks)
    const several = await read(paths.tricksOf("chuyen-nham-tien"))
    expect(several).toContain(paths.trick("bien-lai-gia"))
    expect(several).not.toContain(paths.trick("phat-nguoi"))
    expect((await hub.get(paths.tricksOf("khong-co"))).status).toBe(404)
  })

  test("finds every trick through a search engine: the sitemap names them, robots.txt the sitemap, and neither a page behind a code", async () => {
    const robots = await read("/robots.txt")
    expect(robots).toMatch(/^Sitemap: http.*\/sitemap\.xml$/m)
    const map = await read("/sitemap.xml")
    for (const { slug } of trickFile().tricks) expect(map).toContain(`${paths.trick(slug)}</loc>`)
    expect(map).not.toMatch(/theo-doi|loi-moi/)
    const named = [...map.matchAll(/<loc>https?:\/\/[^/]+(\/[^<]*)<\/loc>/g)].map((found) => found[1] ?? "")
    for (const path of named.slice(0, 17)) expect([path, (await hub.get(path)).status]).toEqual([path, 200])
  })
})
