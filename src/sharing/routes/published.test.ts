import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"
import { recallWarning, releaseIndicator, releaseWarning } from "../testing/published.ts"

const db = await freshDatabase()
let hub: Hub
let live = 0
let recalled = 0
beforeAll(async () => {
  hub = await hubOf(db)
  const phone = await releaseIndicator(db, { kind: "phone", value: "+84912044917" })
  const inner = await releaseIndicator(db, { kind: "phone", value: "+84912044918", audience: "bodies" })
  live = (await releaseWarning(db, { title: "Dọa cắt điện", indicators: [phone, inner], areas: ["Yên Mỹ"] }))
    .code
  const taken = await releaseWarning(db, { title: "Nhầm một cửa hàng", areas: ["Văn Giang"] })
  recalled = taken.code
  await recallWarning(db, taken.id)
})
const read = async (path: string) => {
  const page = await hub.get(path)
  return { status: page.status, html: await page.text() }
}

describe("a published warning", () => {
  test("says what it looks like, its signs, what to do, until when, and names only what is released to the public", async () => {
    const { html } = await read(paths.publicWarning(live))
    for (const said of [
      "Dọa cắt điện",
      "Giục trong vài giờ",
      "Cúp máy",
      "Yên Mỹ",
      "0912 044 917",
      "Hai cán bộ",
    ])
      expect(html).toContain(said)
    expect(html).not.toContain("044 918")
    expect(html).not.toContain("Trần Văn Minh")
  })

  test("tells messengers and programs what it is, and gives the texts to send on with what they cost", async () => {
    const { html } = await read(paths.publicWarning(live))
    expect(html).toContain('property="og:title" content="Dọa cắt điện"')
    const structured = JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}")
    expect(structured).toMatchObject({
      "@type": "SpecialAnnouncement",
      name: "Dọa cắt điện",
      expires: "2999-01-01",
    })
    expect(structured.url).toMatch(new RegExp(`/canh-bao/${live}$`))
    expect(html).toMatch(/Doa cat dien\. Cup may\. https?:/)
    expect(html).toContain("1 tin (GSM-7)")
    // One that is over is not spread any further.
    expect((await read(paths.publicWarning(recalled))).html).not.toMatch(/og:title|ld\+json/)
  })

  test("that was recalled says so and when, and repeats none of its text", async () => {
    const { status, html } = await read(paths.publicWarning(recalled))
    expect(status).toBe(200)
    expect(html).toContain("Thu hồi")
    expect(html).toContain("nhầm số")
    expect(html).not.toContain("Giục trong vài giờ")
    expect(html).not.toContain("is-late")
  })

  test("that nobody released has no address", async () => {
    expect((await read(paths.publicWarning(999))).status).toBe(404)
    expect((await read(paths.publicWarning("0"))).status).toBe(404)
  })

  test("stands in the list with what ended below it, by place, trick and level", async () => {
    const { html } = await read(paths.publicWarnings)
    expect(html.indexOf("Dọa cắt điện")).toBeGreaterThan(0)
    expect(html.indexOf("Nhầm một cửa hàng")).toBeGreaterThan(html.indexOf("Đã hết hạn hoặc đã thu hồi"))
    const narrowed = await read(`${paths.publicWarnings}?noi=${encodeURIComponent("Yên Mỹ")}&muc=urgent`)
    expect(narrowed.html).toContain("Dọa cắt điện")
    expect(narrowed.html).not.toContain("Nhầm một cửa hàng")
    expect((await read(`${paths.publicWarnings}?kieu=phat-nguoi`)).html).toContain(
      "Chưa có cảnh báo nào như vậy",
    )
  })
})
