import { spawnSync } from "node:child_process"
import { createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { beforeAll, describe, expect, inject, onTestFinished, test, vi } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { receiptVerify } from "../command.ts"
import { bytesToSign } from "../domain/receipt.ts"
import { paths } from "../paths.ts"
import { codeOn, type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

const tip = {
  once: once(1),
  target: "0912 345 678",
  text: "Họ xưng là công an, bắt chuyển 20 triệu vào tài khoản 19036547890123 Techcombank.",
  place: "xã Mẫu",
}
const storedCount = async () => Number((await db.admin("select count(*) from signals")).rows[0].count)

describe("reporting without an account", () => {
  test("the first question is which door, and money that is moving stands first", async () => {
    const html = await (await hub.get(paths.report)).text()
    const doors = [paths.reportMoney, paths.reportIdentifier, paths.reportInfrastructure, paths.reportOther]
    const at = doors.map((door) => html.indexOf(`href="${door}"`))
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(at.every((place) => place > 0)).toBe(true)
  })

  test("where money is moving, whom to call comes before every question", async () => {
    const html = await (await hub.get(paths.reportMoney)).text()
    expect(html.indexOf('href="tel:113"')).toBeGreaterThan(0)
    expect(html.indexOf('href="tel:113"')).toBeLessThan(html.indexOf("<textarea"))
  })

  test("a tip is kept once, with its identifiers, its text sealed and its receipt shown", async () => {
    const page = await hub.post(paths.reportIdentifier, tip)
    expect(page.status).toBe(200)
    expect(page.headers.get("cache-control")).toBe("no-store")
    expect(page.headers.get("referrer-policy")).toBe("no-referrer")
    codeOn(await page.text())
    const stored = await db.admin(
      "select s.state, s.type, s.is_anonymous, l.raw_text, b.slug from signals s join signal_seals l on l.signal_id = s.id join bodies b on b.id = s.body_id",
    )
    expect(stored.rows).toMatchObject([
      { state: "received", type: "gia-danh-cong-an", is_anonymous: true, slug: "hub" },
    ])
    expect(stored.rows[0].raw_text.toString("latin1")).not.toContain("345")
    const found = await db.admin("select kind, value from indicators order by kind")
    expect(found.rows).toEqual([
      { kind: "bank-account", value: expect.stringContaining("19036547890123") },
      { kind: "phone", value: "+84912345678" },
    ])
  })

  test("sending the same form again after a dropped connection gives the same receipt and one tip", async () => {
    const [first, again] = await Promise.all([
      hub.post(paths.reportIdentifier, tip),
      hub.post(paths.reportIdentifier, tip),
    ])
    expect(codeOn(await first.text())).toBe(codeOn(await again.text()))
    expect(await storedCount()).toBe(1)
  })

  test("two sendings at the same moment are one tip as well", async () => {
    const twin = { ...tip, once: once(2), text: "Gửi hai lần cùng lúc." }
    const before = await storedCount()
    const pages = await Promise.all([1, 2, 3, 4].map(() => hub.post(paths.reportIdentifier, twin)))
    expect(pages.map((page) => page.status)).toEqual([200, 200, 200, 200])
    expect(new Set(await Promise.all(pages.map(async (page) => codeOn(await page.text())))).size).toBe(1)
    expect(await storedCount()).toBe(before + 1)
  })

  test("another text from the same page is another tip: nothing is lost", async () => {
    const before = await storedCount()
    await hub.post(paths.reportIdentifier, { ...tip, text: "Một chuyện khác hẳn." })
    expect(await storedCount()).toBe(before + 1)
  })

  test("a second tip that names the same number knows of the earlier ones", async () => {
    await hub.post(paths.reportIdentifier, {
      once: once(3),
      target: "+84 912.345.678",
      text: "Số này lại gọi.",
    })
    const latest = await db.admin("select alike_before from signals order by id desc limit 1")
    expect(latest.rows[0].alike_before).toBe(3)
  })

  test("an empty form comes back whole and says what is missing", async () => {
    const page = await hub.post(paths.reportIdentifier, { once: once(4), text: " ", place: "thôn Đoài" })
    expect(page.status).toBe(422)
    const html = await page.text()
    expect(html).toContain("Ghi số, đường dẫn, tài khoản, hoặc kể chuyện đã xảy ra")
    expect(html).toContain('value="thôn Đoài"')
  })

  test.each([paths.report, paths.reportMoney, paths.reportIdentifier, paths.reportOther])(
    "%s with its styles and scripts weighs at most 30 KB as it travels; nothing comes from elsewhere",
    async (path) => {
      const asked = { headers: { "accept-encoding": "br, gzip" } }
      const page = await hub.app.request(path, asked)
      expect(page.headers.get("content-encoding")).toBe("gzip")
      let weight = (await page.clone().arrayBuffer()).byteLength
      const html = gunzipSync(Buffer.from(await page.arrayBuffer())).toString("utf8")
      const addresses = [...html.matchAll(/<(?:link|script|img)[^>]*(?:href|src)="([^"]+)"/g)].map(
        (one) => one[1] ?? "",
      )
      for (const address of addresses) {
        expect(address).toMatch(/^\/assets\//)
        weight += (await (await hub.app.request(address, asked)).arrayBuffer()).byteLength
      }
      expect(addresses.length).toBeGreaterThan(1)
      expect(weight).toBeLessThanOrEqual(30_000)
    },
  )

  test("letters of our own fonts come later and once: 80 KB at most, and the page is read without them", async () => {
    const html = await (await hub.get(paths.report)).text()
    const style = /href="(\/assets\/base[^"]+)"/.exec(html)?.[1] ?? ""
    const css = await (await hub.get(style)).text()
    const fonts = [
      ...new Set([...css.matchAll(/url\((\/assets\/[^)]+\.woff2)\)/g)].map((one) => one[1] ?? "")),
    ]
    let weight = 0
    for (const font of fonts) weight += (await (await hub.get(font)).arrayBuffer()).byteLength
    expect(fonts.length).toBeGreaterThan(0)
    expect(weight).toBeLessThanOrEqual(80_000)
    expect(css.match(/@font-face/g)?.length).toBe(css.match(/font-display:\s?swap/g)?.length)
  })
})

describe("the signed receipt", () => {
  test("holds a salted hash and a time, nothing of the tip, and its signature is ours", async () => {
    const code = codeOn(await (await hub.post(paths.reportIdentifier, tip)).text())
    const receipt = await (await hub.post(paths.receiptFile, { code })).json()
    expect(Object.keys(receipt).sort()).toEqual(["at", "format", "hash", "keyId", "publicKey", "signature"])
    const key = createPublicKey(await (await hub.get(receipt.publicKey)).text())
    expect(verify(null, bytesToSign(receipt), key, Buffer.from(receipt.signature, "base64"))).toBe(true)
    expect(
      verify(
        null,
        bytesToSign({ ...receipt, at: "2020-01-01T00:00:00.000Z" }),
        key,
        Buffer.from(receipt.signature, "base64"),
      ),
    ).toBe(false)
  })

  test("is checked on the portal without its code: ours, another's, one that was changed, something else", async () => {
    const code = codeOn(await (await hub.post(paths.reportIdentifier, tip)).text())
    const file = await (await hub.post(paths.receiptFile, { code })).text()
    const said = async (receipt: string) => {
      const page = await hub.post(paths.checkReceipt, { receipt })
      return `${page.status} ${await page.text()}`
    }
    expect(await said(`\n${file} `)).toMatch(/^200 .*Đúng chữ ký của hệ thống này/s)
    const changed = { ...JSON.parse(file), at: "2020-01-01T00:00:00.000Z" }
    expect(await said(JSON.stringify(changed))).toMatch(/^422 .*tệp đã bị sửa/s)
    expect(await said(JSON.stringify({ ...changed, keyId: "00000000" }))).toMatch(/^422 .*hệ thống khác ký/s)
    for (const other of ["[]", "{", "null", '{"format":"lienphong-receipt-1"}', "x".repeat(6_000)])
      expect(await said(other)).toMatch(/^422 .*không phải biên nhận/s)
    expect(await said("")).toMatch(/^422 .*Dán nội dung/s)
  })

  test("is checked by the command with the key from the portal, and not with another key", async () => {
    const code = codeOn(await (await hub.post(paths.reportIdentifier, tip)).text())
    const file = await (await hub.post(paths.receiptFile, { code })).text()
    const dir = mkdtempSync(join(tmpdir(), "lienphong-receipt-"))
    const at = (name: string, text: string) => {
      writeFileSync(join(dir, name), text)
      return join(dir, name)
    }
    const receipt = at("bien-nhan.json", file)
    const key = at("khoa.pem", await (await hub.get(JSON.parse(file).publicKey)).text())
    const other = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" }).toString()
    expect(await receiptVerify([receipt, "--key", key])).toBe(0)
    expect(await receiptVerify([receipt, "--key", at("khac.pem", other)])).toBe(1)
    expect(await receiptVerify([at("sua.json", file.replace(/"hash":"./, '"hash":"x')), "--key", key])).toBe(
      1,
    )
    expect(await receiptVerify([])).toBe(2)
    rmSync(dir, { recursive: true })
  })

  test("is checked as the how-to says, with OpenSSL and nothing else; one that was changed fails", async () => {
    const howTo = readFileSync(join(import.meta.dirname, "../../../docs/how-to/check-a-receipt.md"), "utf8")
    const [, commands = ""] = /\n```\n([\s\S]*?)```/.exec(howTo) ?? []
    const code = codeOn(await (await hub.post(paths.reportIdentifier, tip)).text())
    const file = await (await hub.post(paths.receiptFile, { code })).text()
    const dir = mkdtempSync(join(tmpdir(), "lienphong-receipt-"))
    onTestFinished(() => rmSync(dir, { recursive: true }))
    writeFileSync(join(dir, "khoa.pem"), await (await hub.get(JSON.parse(file).publicKey)).text())
    const exitFor = (receipt: string) => {
      writeFileSync(join(dir, "bien-nhan-lien-phong.json"), receipt)
      return spawnSync("sh", ["-c", commands], { cwd: dir }).status
    }
    expect(exitFor(file)).toBe(0)
    expect(exitFor(file.replace(/"hash":"./, '"hash":"x'))).toBe(1)
  })

  test("is trusted without a key where it was given, and nowhere else", async () => {
    const code = codeOn(await (await hub.post(paths.reportIdentifier, tip)).text())
    const dir = mkdtempSync(join(tmpdir(), "lienphong-receipt-"))
    const receipt = join(dir, "bien-nhan.json")
    const file = await (await hub.post(paths.receiptFile, { code })).json()
    writeFileSync(receipt, JSON.stringify(file))
    onTestFinished(() => {
      vi.unstubAllEnvs()
      rmSync(dir, { recursive: true })
    })
    vi.stubEnv("LIENPHONG_KEYS", inject("keysDir"))
    expect(await receiptVerify([receipt])).toBe(0)
    const { publicKey, privateKey } = generateKeyPairSync("ed25519")
    const at = "2020-01-01T00:00:00.000Z"
    const forged = { ...file, at, publicKey: publicKey.export({ type: "spki", format: "pem" }) }
    const signature = sign(null, bytesToSign(forged), privateKey).toString("base64")
    writeFileSync(receipt, JSON.stringify({ ...forged, signature }))
    expect(await receiptVerify([receipt])).toBe(1)
    writeFileSync(receipt, JSON.stringify(file))
    vi.stubEnv("LIENPHONG_KEYS", join(dir, "no-keys"))
    expect(await receiptVerify([receipt])).toBe(1)
  })

  test("a code that nobody has opens nothing", async () => {
    expect((await hub.post(paths.receiptFile, { code: "00000-00000-00000-00000" })).status).toBe(404)
  })
})

describe("following with the code", () => {
  const codeOf = async (n: number, more: Record<string, string> = {}) =>
    codeOn(
      await (await hub.post(paths.reportOther, { once: once(n), text: `Chuyện số ${n}`, ...more })).text(),
    )

  test("the status is told in plain words, however the code is typed", async () => {
    const code = await codeOf(20)
    const page = await hub.post(paths.follow, { code: ` ${code.toLowerCase().replaceAll("-", " ")} ` })
    expect(page.headers.get("referrer-policy")).toBe("no-referrer")
    const html = await page.text()
    expect(html).toContain("Đã nhận, đang chờ đọc")
    expect(html).toContain("Sở Thông tin tỉnh Mẫu")
  })

  test("a wrong code shows no tip and says what to check", async () => {
    const page = await hub.post(paths.follow, { code: "ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ" })
    expect(page.status).toBe(422)
    expect(await page.text()).toContain("Không có tin nào mang mã này")
  })

  test("what the reporter writes is sealed, and shown to the reporter as written", async () => {
    const code = await codeOf(21)
    const html = await (
      await hub.post(paths.followMessages, { code, text: "Số của tôi là 0987654321" })
    ).text()
    expect(html).toContain("Số của tôi là 0987654321")
    const kept = await db.admin("select text, sealed from signal_messages order by id desc limit 1")
    expect(kept.rows[0].text).not.toContain("0987654321")
    expect(kept.rows[0].sealed.toString("latin1")).not.toContain("0987654321")
  })

  test("withdrawing deletes the name and takes the tip out of the queue, once", async () => {
    const code = await codeOf(22, { name: "Nguyễn Thị Sen", contact: "0977000111" })
    const sealOf = async () =>
      (
        await db.admin(
          "select l.identity, s.state from signal_seals l join signals s on s.id = l.signal_id order by s.id desc limit 1",
        )
      ).rows[0]
    expect((await sealOf()).identity).not.toBeNull()
    expect(await (await hub.post(paths.followWithdrawal, { code })).text()).toContain("Bạn đã rút tin này")
    expect(await sealOf()).toEqual({ identity: null, state: "withdrawn" })
    expect((await hub.post(paths.followMessages, { code, text: "thêm" })).status).toBe(422)
  })
})
