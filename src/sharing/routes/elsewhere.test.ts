import { extractText, getDocumentProxy } from "unpdf"
import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { printOf } from "../domain/asked.ts"
import { paddedTo } from "../domain/prefix.ts"
import { paths } from "../paths.ts"
import { recallIndicator, recallWarning, releaseIndicator, releaseWarning } from "../testing/published.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
const ask = async (kind: string, prefix: string) => hub.get(paths.prefix(kind, prefix))

describe("the private look-up for apps", () => {
  const named = { kind: "phone", value: "+84951440123" }
  const print = printOf(named)
  const prefix = print.slice(0, 5)

  test("answers every print that begins alike, filled up to a number that tells nothing, cacheable for less than a day", async () => {
    const empty = (await (await ask("phone", prefix)).json()) as { prints: string[] }
    expect(empty.prints).toHaveLength(paddedTo)
    expect(empty.prints).not.toContain(print)
    const id = await releaseIndicator(db, named)
    const answer = await ask("phone", prefix)
    expect(answer.headers.get("cache-control")).toBe("public, max-age=43200")
    expect(answer.headers.get("access-control-allow-origin")).toBe("*")
    const { prints } = (await answer.json()) as { prints: string[] }
    expect(prints).toHaveLength(paddedTo)
    expect(prints).toContain(print)
    expect(prints.every((one) => /^[0-9a-f]{64}$/.test(one) && one.startsWith(prefix))).toBe(true)
    // Laid side by side, two answers tell what is padding by nothing but what was released in between.
    expect(prints.filter((one) => !empty.prints.includes(one))).toEqual([print])
    expect(((await (await ask("domain", prefix)).json()) as { prints: string[] }).prints).not.toContain(print)
    await recallIndicator(db, id)
    expect(((await (await ask("phone", prefix)).json()) as { prints: string[] }).prints).not.toContain(print)
  })

  test("tells nothing of what is shared with bodies only", async () => {
    const inner = { kind: "domain", value: "chi-co-quan.example" }
    await releaseIndicator(db, { ...inner, audience: "bodies" })
    const { prints } = (await (await ask("domain", printOf(inner).slice(0, 5))).json()) as {
      prints: string[]
    }
    expect(prints).not.toContain(printOf(inner))
  })

  test.each([
    ["phone", "abc", 422],
    ["phone", "ABCDE", 422],
    ["phone", "abcdef", 422],
    ["person", "abcde", 404],
  ])("%s %s is refused as a problem document", async (kind, asked, status) => {
    const answer = await ask(kind, asked)
    expect(answer.status).toBe(status)
    expect(answer.headers.get("content-type")).toContain("application/problem+json")
  })

  test("and the page says what the beginning hides and what it does not", async () => {
    const html = await (await hub.get(paths.elsewhere)).text()
    for (const said of ["SHA-256", "năm chữ số đầu", "đều thử hết mọi số được", "method=&quot;post&quot;"])
      expect(html).toContain(said)
  })
})

describe("the picture of a warning", () => {
  test("is a PNG as messengers show it, named by the page of the warning; of what was recalled there is none", async () => {
    const { code, id } = await releaseWarning(db, { title: "Dọa cắt điện, bắt tải ứng dụng lạ" })
    const answer = await hub.get(paths.card(code))
    expect(answer.headers.get("content-type")).toBe("image/png")
    const png = Buffer.from(await answer.arrayBuffer())
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      ...["PNG", 1200, 630],
    ])
    const other = await releaseWarning(db, { title: "Giả bưu điện, đòi phí giao hàng" })
    const theirs = Buffer.from(await (await hub.get(paths.card(other.code))).arrayBuffer())
    expect(theirs.equals(png)).toBe(false)
    const page = await (await hub.get(paths.publicWarning(code))).text()
    expect(page).toMatch(new RegExp(`<meta property="og:image" content="http[^"]+${paths.card(code)}"`))
    await recallWarning(db, id)
    expect((await hub.get(paths.card(code))).status).toBe(404)
  })
})

describe("the poster of a warning", () => {
  test("has the words of the page, an address, a code to scan and a day to take it down, on one sheet", async () => {
    const { code, id } = await releaseWarning(db, {
      title: "Dọa cắt điện, bắt tải ứng dụng lạ",
      expiresOn: "2023-12-12",
    })
    const answer = await hub.get(paths.poster(code))
    expect(answer.headers.get("content-type")).toBe("application/pdf")
    const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
    expect(pdf.numPages).toBe(1)
    const { text } = await extractText(pdf, { mergePages: true })
    for (const said of [
      "CẢNH BÁO LỪA ĐẢO",
      "Dọa cắt điện",
      "Giục trong vài giờ",
      "Cúp máy",
      `/canh-bao/${code}`,
      "Gỡ xuống sau thứ Ba, 12/12/2023",
    ])
      expect(text).toContain(said)
    expect(await (await hub.get(paths.publicWarning(code))).text()).toContain(paths.poster(code))
    await recallWarning(db, id)
    expect((await hub.get(paths.poster(code))).status).toBe(404)
  })

  test("stays one sheet where the text is as long as a warning may be, and on A3", async () => {
    const { code } = await releaseWarning(db, {
      title: "Dọa cắt điện ".repeat(10),
      looksLike: "Nhà bạn nợ tiền điện. ".repeat(85),
    })
    for (const path of [paths.poster(code), `${paths.poster(code)}?kho=a3`]) {
      const pdf = await getDocumentProxy(new Uint8Array(await (await hub.get(path)).arrayBuffer()))
      expect(pdf.numPages).toBe(1)
    }
  })
})
