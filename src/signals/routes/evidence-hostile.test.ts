import { deflateSync } from "node:zlib"
import { PDFDocument } from "@cantoo/pdf-lib"
import sharp from "sharp"
import { beforeAll, describe, expect, test } from "vitest"
import { getFile } from "../../kernel/files.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { deriveEvidence } from "../actions/evidence.ts"
import { paths } from "../paths.ts"
import { unpacksWithin } from "../read/packed.ts"
import { codeOn, type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

let serial = 0
/** Sends one file and makes its copy: what became of it. */
async function sent(name: string, bytes: Uint8Array) {
  serial += 1
  const form = new FormData()
  const fields = { once: once(serial), text: `Tệp lạ số ${serial}`, declared: "yes", keep: "yes" }
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.append("files", new Blob([new Uint8Array(bytes)]), name)
  const headers = { "sec-fetch-site": "same-origin" }
  const page = await hub.app.request(paths.reportOther, { method: "POST", body: form, headers })
  expect(page.status).toBe(200)
  codeOn(await page.text())
  await deriveEvidence(hub.house)
  const found = await db.admin(
    "select e.*, s.id as tip from signal_evidence e join signals s on s.id = e.signal_id order by s.id desc limit 1",
  )
  const row = found.rows[0]
  const shown = row.derivative_sha256 === null ? null : await getFile(hub.house, row.derivative_sha256)
  return { row, shown, page: await (await hub.get(paths.signal(row.tip), hub.minh)).text() }
}

const photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#884422" } })
  .jpeg()
  .toBuffer()

/** A PNG of one colour, so large that its pixels would fill the machine. */
function giantPicture(side: number): Buffer {
  const table = Array.from({ length: 256 }, (_, n) => {
    let sum = n
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1
    return sum >>> 0
  })
  const checksum = (bytes: Buffer) => {
    let sum = 0xffffffff
    for (const byte of bytes) sum = (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8)
    return (sum ^ 0xffffffff) >>> 0
  }
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(checksum(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side))
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

describe("evidence that is not what it seems", () => {
  test("a picture that breaks off in the middle is kept, and the officer reads why it cannot be seen", async () => {
    const { row, page } = await sent("cut.jpg", photo.subarray(0, Math.floor(photo.length / 2)))
    expect(row.derivative).toBe("impossible")
    expect(page).toContain("Không tạo được bản để xem")
  })

  test("a small file that would unfold into nine hundred million pixels is not unfolded", async () => {
    const { row, page } = await sent("giant.png", giantPicture(30_000))
    expect(row.derivative).toBe("impossible")
    expect(page).toContain("quá lớn khi mở ra")
  })

  test("what hides behind a picture does not come along in the copy that people open", async () => {
    const hidden = Buffer.from("PK\x03\x04 <script>alert(1)</script> HIDDEN-CANARY", "latin1")
    const { row, shown } = await sent("two.jpg", Buffer.concat([photo, hidden]))
    expect(row).toMatchObject({ derivative: "made", derivative_type: "image/jpeg" })
    expect(shown?.includes("HIDDEN-CANARY")).toBe(false)
    expect(shown?.includes("<script>")).toBe(false)
  })

  test("a PDF packed so that opening it fills the machine is not opened, not even packed twice", async () => {
    const zeros = deflateSync(Buffer.alloc(230_000_000), { level: 1 })
    const wrap = (stream: Buffer, filter: string) =>
      Buffer.concat([
        Buffer.from(
          `%PDF-1.4\n1 0 obj\n<< /Length ${stream.length} /Filter ${filter} >>\nstream\n`,
          "latin1",
        ),
        stream,
        Buffer.from("\nendstream\nendobj\n", "latin1"),
      ])
    expect(unpacksWithin(wrap(zeros, "/FlateDecode"), 200_000_000)).toBe(false)
    const twice = wrap(deflateSync(zeros), "[/FlateDecode /FlateDecode]")
    expect(unpacksWithin(twice, 200_000_000)).toBe(false)
    const { row } = await sent("bomb.pdf", twice)
    expect(row.derivative).toBe("impossible")
  })

  test("an ordinary PDF is shown as its words, in a form that every browser reads with its marks", async () => {
    const pdf = await PDFDocument.create()
    pdf.setAuthor("AUTHOR-CANARY")
    pdf.addPage().drawText("So 0988 777 111 lua chuyen tien")
    const { row, shown } = await sent("paper.pdf", await pdf.save())
    expect(shown?.toString("utf8")).toContain("0988 777 111")
    expect(shown?.includes("AUTHOR-CANARY")).toBe(false)
    const answer = await hub.get(paths.evidence(row.tip, row.id), hub.minh)
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8")
    expect(answer.headers.get("content-security-policy")).toContain("sandbox")
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
  })

  test("a recording is heard on the page of the tip; its own address only hands out the file", async () => {
    const wave = Buffer.alloc(44 + 800, 0x80)
    wave.write(
      "RIFF\x44\x03\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\x20\x03\0\0",
      "latin1",
    )
    const { row, page } = await sent("call.wav", wave)
    expect(row.derivative).toBe("made")
    expect(page).toContain(`<audio controls="" preload="none" src="${paths.evidence(row.tip, row.id)}"`)
    const answer = await hub.get(paths.evidence(row.tip, row.id), hub.minh)
    expect(answer.headers.get("content-disposition")).toContain("attachment")
    const { headers } = await hub.get(paths.signal(row.tip), hub.minh)
    expect(headers.get("content-security-policy")).toContain("media-src 'self'")
  })
})
