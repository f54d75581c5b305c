import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { beforeAll, describe, expect, test } from "vitest"
import { getFile } from "../../kernel/files.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { deriveEvidence } from "../actions/evidence.ts"
import { evidenceBytesMax } from "../domain/evidence.ts"
import { paths } from "../paths.ts"
import { codeOn, type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

/** A photograph that tells where it was taken and with whose device. */
const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#336699" } })
  .jpeg()
  .withExif({
    IFD0: { Make: "MAY-CUA-SEN", Artist: "Nguyen Thi Sen" },
    IFD3: { GPSLatitude: "20/1 51/1 0/1" },
  })
  .toBuffer()

async function send(
  n: number,
  fields: Record<string, string>,
  files: readonly (readonly [string, Buffer])[],
) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ once: once(n), text: `Chuyện có ảnh, số ${n}`, ...fields }))
    form.set(name, value)
  for (const [name, bytes] of files) form.append("files", new Blob([new Uint8Array(bytes)]), name)
  return hub.app.request(paths.reportOther, {
    method: "POST",
    body: form,
    headers: { "sec-fetch-site": "same-origin" },
  })
}

function onDisk(dir = hub.house.filesDir): string[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
const rows = async () =>
  (await db.admin("select * from signal_evidence order by at desc, signal_id desc, position limit 5")).rows
const tips = async () => Number((await db.admin("select count(*) from signals")).rows[0].count)

describe("evidence from the portal", () => {
  test("before the sender declares that it holds no state secret, no byte of a file reaches a disk", async () => {
    const before = [onDisk().length, await tips()]
    const page = await send(1, {}, [["anh.jpg", photo]])
    expect(page.status).toBe(422)
    expect(await page.text()).toContain("Đánh dấu rằng tệp không chứa bí mật nhà nước")
    expect([onDisk().length, await tips()]).toEqual(before)
  })

  test("a photograph is shown without the place, the device and the name it carried; its original stays sealed", async () => {
    const page = await send(2, { declared: "yes", keep: "yes" }, [["Nguyen Thi Sen.jpg", photo]])
    expect(page.status).toBe(200)
    codeOn(await page.text())
    expect(await deriveEvidence(hub.house)).toBe(1)
    expect(await deriveEvidence(hub.house)).toBe(0)
    const [kept] = await rows()
    expect(kept).toMatchObject({ media_type: "image/jpeg", derivative: "made", keeps_original: true })
    const shown = await getFile(hub.house, kept.derivative_sha256)
    const { exif, width } = await sharp(shown ?? Buffer.alloc(0)).metadata()
    expect({ exif, width }).toEqual({ exif: undefined, width: 60 })
    expect(shown?.includes("MAY-CUA-SEN")).toBe(false)
    expect(await getFile(hub.house, kept.sha256)).toEqual(photo)
    expect(onDisk().every((path) => !readFileSync(path).includes("MAY-CUA-SEN"))).toBe(true)
  })

  test("the original of an anonymous reporter who does not want it kept is gone once the copy is made", async () => {
    const own = await sharp(photo).png().toBuffer()
    await send(3, { declared: "yes" }, [["anh.png", own]])
    await deriveEvidence(hub.house)
    const [kept] = await rows()
    expect(kept).toMatchObject({ media_type: "image/png", derivative: "made", keeps_original: false })
    expect(await getFile(hub.house, kept.sha256)).toBeNull()
    expect(onDisk(join(hub.house.filesDir, "passing"))).toEqual([])
  })

  test("what only calls itself a picture is refused, and the words come back", async () => {
    const page = await send(4, { declared: "yes", place: "thôn Đoài" }, [
      ["anh.jpg", Buffer.from("MZ this is a program and not a picture at all, whatever its name says")],
    ])
    expect(page.status).toBe(422)
    const html = await page.text()
    expect(html).toContain("Có tệp không phải ảnh, PDF hay ghi âm")
    expect(html).toContain("thôn Đoài")
  })

  test("a file over 25 MB is refused and leaves nothing behind", async () => {
    const before = onDisk().length
    const page = await send(5, { declared: "yes" }, [
      ["dai.pdf", Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(evidenceBytesMax)])],
    ])
    expect(page.status).toBe(422)
    expect(await page.text()).toContain("lớn hơn 25 MB")
    expect(onDisk().length).toBe(before)
  })

  test("two tips that bring the same file are found to be alike", async () => {
    await send(6, { declared: "yes", keep: "yes" }, [["anh.jpg", photo]])
    const latest = await db.admin("select alike_before from signals order by id desc limit 1")
    expect(latest.rows[0].alike_before).toBe(1)
  })

  test("files of a refused form go with it, kept or not; the same bytes that somebody else sent stay", async () => {
    const [same, other] = await Promise.all(
      ["#112233", "#445566"].map((background) =>
        sharp({ create: { width: 9, height: 9, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const pictures = [["a.png", same ?? photo] as const, ["b.png", other ?? photo] as const]
    expect((await send(40, { declared: "yes", keep: "yes" }, pictures.slice(0, 1))).status).toBe(200)
    const before = [onDisk(), await tips()]
    for (const keep of ["yes", "no"]) {
      const nothing = { declared: "yes", keep, text: "" }
      expect((await send(41, nothing, pictures)).status).toBe(422)
      const wrongKind = [...pictures, ["c.exe", Buffer.from("MZ\u0090\u0000\u0003")] as const]
      expect((await send(42, { declared: "yes", keep }, wrongKind)).status).toBe(422)
      const tooMany = Array.from({ length: 20 }, (_, at) => [`${at}.png`, other ?? photo] as const)
      expect((await send(43, { declared: "yes", keep }, tooMany)).status).toBe(422)
    }
    expect([onDisk(), await tips()]).toEqual(before)
  })
})
