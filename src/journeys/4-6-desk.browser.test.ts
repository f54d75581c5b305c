import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import type { Signed } from "../accounts/testing.ts"
import { accessibilityFaults } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { deriveEvidence } from "../signals/actions/evidence.ts"
import { type Hub, hubOf, once } from "../signals/testing/hub.ts"

/** Journey 4 at the telephone and the queue, and the reporting half of journey 6. */
const db = await freshDatabase()
let hub: Hub
const site = siteFor(async () => {
  hub = await hubOf(db)
  return hub.app
})

async function sitDown(who: Signed, scripts: boolean, path: string): Promise<Page> {
  const page = await site.visitAs(who.cookie, { screen: "desk", scripts })
  await page.goto(path)
  return page
}

const latest = async () =>
  String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
const state = async (id: string) =>
  String((await db.admin("select state from signals where id = $1", [id])).rows[0].state)

/** Opens the folded form, fills it and sends it. */
async function step(page: Page, form: string, fill: (page: Page) => Promise<unknown> = async () => {}) {
  const folded = page.locator(`#b-${form}`)
  if ((await folded.getAttribute("open")) === null) await folded.locator("summary").click()
  await fill(page)
  await page.locator(`form#${form} button[type=submit]`).click()
  await page.waitForLoadState()
}

describe.each([true, false])("the officer at the hub, scripts %s", (scripts) => {
  const number = scripts ? "0977 100 200" : "0977 100 300"
  const other = scripts ? "0977 100 201" : "0977 100 301"
  let first = ""
  let second = ""

  test("writes down a telephone call and reads the code to the caller", async () => {
    const page = await sitDown(hub.minh, scripts, "/tin-bao")
    await page.locator('main a[href="/tin-bao/moi"]').first().click()
    await page.waitForURL("**/tin-bao/moi")
    if (scripts) expect(await accessibilityFaults(page)).toEqual([])
    await page.check("input[name=channel][value=phone]")
    await page.check("input[name=path][value=identifier]")
    await page.fill("input[name=target]", number)
    await page.fill(
      "textarea[name=text]",
      `Số ${number} xưng điện lực. Trên tờ rơi còn số ${other}, chưa rõ của ai.`,
    )
    await page.locator("main form button[type=submit]").first().click()
    await page.waitForLoadState()
    expect(await page.textContent("main")).toMatch(/[0-9A-Z]{5}(-[0-9A-Z]{5}){3}/)
    first = await latest()
    await page.context().close()
  })

  test("says whose a number is that the machine left masked, and adds one that was not read", async () => {
    const page = await sitDown(hub.minh, scripts, `/tin-bao/${first}`)
    expect(await page.textContent("main")).not.toContain(other)
    const clue = page.locator("#dau-moi li").filter({ hasText: "tờ rơi" })
    await clue.locator("button[value=official-mentioned]").click()
    await page.waitForLoadState()
    expect(await page.textContent("#dau-moi")).toContain(other)
    await step(page, "name", (it) =>
      it.fill("form#name textarea[name=typed]", "stk 19036547890123 Techcombank"),
    )
    const known = await page.textContent("#dau-moi")
    expect(known).toContain("19036547890123 Techcombank")
    const roles = await db.admin(
      "select i.value, x.role from signal_identifiers x join indicators i on i.id = x.indicator_id where x.signal_id = $1",
      [first],
    )
    const role = new Map(roles.rows.map((row) => [row.value, row.role]))
    expect(role.get(`+84${other.replaceAll(" ", "").slice(1)}`)).toBe("official-mentioned")
    expect(role.get("970407:19036547890123")).toBe("suspect")
    if (scripts) expect(await accessibilityFaults(page)).toEqual([])
    await page.context().close()
  })

  test("merges a second tip about the same number, and takes it apart again", async () => {
    await hub.post("/bao-tin/viec-khac", {
      once: once(scripts ? 71 : 72),
      text: `Số ${number} lại gọi, đòi cắt điện.`,
    })
    second = await latest()
    const page = await sitDown(hub.minh, scripts, `/tin-bao/${second}`)
    expect(await page.textContent("#dau-moi")).toContain("Tin có chung đầu mối")
    await step(page, "merge", (it) => it.selectOption("form#merge select[name=into]", first))
    expect(await state(second)).toBe("merged")
    await page.goto(`/tin-bao/${second}`)
    await step(page, "split", (it) => it.fill("form#split textarea[name=reason]", "Hai người khác nhau"))
    expect(await state(second)).not.toBe("merged")
    await page.context().close()
  })

  test("asks the reporter, takes the tip on, and closes it with a reason that the reporter reads", async () => {
    const page = await sitDown(hub.minh, scripts, `/tin-bao/${second}`)
    await step(page, "assign", (it) => it.selectOption("form#assign select[name=officerId]", { index: 1 }))
    await page.goto(`/tin-bao/${second}`)
    await step(page, "ask", (it) => it.fill("form#ask textarea[name=text]", "Họ gọi lúc mấy giờ?"))
    expect(await state(second)).toBe("asked")
    await page.goto(`/tin-bao/${second}`)
    await step(page, "close", (it) => it.check("form#close input[value=no-violation]"))
    expect(await state(second)).toBe("closed")
    await page.context().close()
  })
})

test("an officer hears a recording that was sent along", async () => {
  const samples = 8_000
  const wave = Buffer.alloc(44 + samples, 0x80)
  wave.write("RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data", "latin1")
  wave.writeUInt32LE(36 + samples, 4)
  wave.writeUInt32LE(samples, 40)
  const form = new FormData()
  for (const [name, value] of Object.entries({ once: once(80), text: "Có ghi âm", declared: "yes" }))
    form.set(name, value)
  form.append("files", new Blob([new Uint8Array(wave)]), "ghi-am.wav")
  await hub.app.request("/bao-tin/viec-khac", {
    method: "POST",
    body: form,
    headers: { "sec-fetch-site": "same-origin" },
  })
  await deriveEvidence(hub.house)
  const page = await sitDown(hub.minh, true, `/tin-bao/${await latest()}`)
  const seconds = await page.locator("audio").evaluate(
    (audio) =>
      new Promise<number>((resolve) => {
        const sound = audio as unknown as {
          duration: number
          load(): void
          onloadedmetadata: () => void
          preload: string
        }
        sound.onloadedmetadata = () => resolve(sound.duration)
        sound.preload = "metadata"
        sound.load()
      }),
  )
  expect(seconds).toBeCloseTo(1, 1)
  await page.context().close()
})

describe.each([true, false])("the enterprise's security lead, scripts %s", (scripts) => {
  test("sends a list and reads for each line what became of it; sending it again takes nothing twice", async () => {
    const page = await sitDown(hub.tam, scripts, "/tin-bao/danh-sach")
    const row = (n: number) => `định danh,0966 ${scripts ? 5 : 6}00 10${n},Gọi hàng loạt số ${n},xã Mẫu`
    const csv = `Loại,Đối tượng,Nội dung,Nơi xảy ra\n${row(1)}\nlạ,0966 000 000,Sai loại,\n${row(1)}\n${row(2)}\n`
    const send = async () => {
      await page.setInputFiles("input[name=file]", {
        name: "ds.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(csv),
      })
      await page.locator("main form button[type=submit]").first().click()
      await page
        .getByText(/Đã nhận \d+ trong 4 dòng/)
        .first()
        .waitFor()
      return (await page.textContent("main")) ?? ""
    }
    const answer = await send()
    expect(answer).toContain("Đã nhận 3 trong 4 dòng")
    expect(answer).toContain("Cột “Loại”: phải là")
    expect(answer).toContain("Trùng dòng 2: một tin")
    if (scripts) expect(await accessibilityFaults(page)).toEqual([])
    await page.goto("/tin-bao/danh-sach")
    expect(await send()).toContain("Đã nhận từ trước")
    await page.context().close()
  })
})

test("an officer who speaks to type switches keys of one letter off, in this browser, and on again; without scripts the page says that they need them", async () => {
  await hub.post("/bao-tin/viec-khac", { once: once(0x70), text: "Số 0977 100 411 gọi mời vay tiền." })
  const page = await sitDown(hub.minh, true, "/tin-bao")
  const pressed = async (key: string) => {
    await page.goto("/tin-bao")
    await page.keyboard.press(key)
    return page.evaluate(() => document.activeElement?.tagName)
  }
  expect([await pressed("/"), await pressed("j")]).toEqual(["INPUT", "A"])
  await page.goto("/tin-bao/phim-tat")
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByLabel("Dùng phím tắt một phím").uncheck()
  expect([await pressed("/"), await pressed("j")]).toEqual(["BODY", "BODY"])
  await page.goto("/tin-bao/phim-tat")
  await page.getByLabel("Dùng phím tắt một phím").check()
  expect(await pressed("j")).toBe("A")
  await page.context().close()
  const bare = await sitDown(hub.minh, false, "/tin-bao/phim-tat")
  expect(await bare.locator("noscript").textContent()).toContain("chưa dùng được")
  expect(await bare.getByLabel("Dùng phím tắt một phím").isVisible()).toBe(false)
  await bare.context().close()
})
