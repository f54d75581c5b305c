/** Papers among the files of a form: a stamped one never reaches the store, an ordinary one always does. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Readable } from "node:stream"
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib"
import { strToU8, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { FileTooLarge } from "../kernel/files.ts"
import { readFileBytes } from "./read/letter.ts"
import { unstamped } from "./screening.ts"

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
const bytesMax = 25_000_000
const pieces = (bytes: Uint8Array) => Readable.from([bytes.subarray(0, 10), bytes.subarray(10)])
async function taken(bytes: Uint8Array, mediaType: string): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of await unstamped(pieces(bytes), { mediaType, bytesMax })) all.push(piece)
  return Buffer.concat(all)
}
const docx = (lines: readonly string[], more: Record<string, Uint8Array> = {}) =>
  zipSync({
    "word/document.xml": strToU8(
      `<w:document><w:body>${lines.map((words) => `<w:p><w:r><w:t>${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`,
    ),
    ...more,
  })
const fixtures = join(import.meta.dirname, "fixtures")
const letters = readdirSync(fixtures).filter((name) => name.endsWith(".txt"))

describe("a stamped paper is refused whatever it comes as", () => {
  const lines = ["MẬT", "UBND TỈNH ĐÔNG HÀ", "Số: 12/UBND-NC", "Kính gửi: Công an tỉnh.", "Nội dung."]
  test.each([
    ["text", Buffer.from(lines.join("\n")), "text/plain; charset=utf-8"],
    ["Word", docx(lines), word],
    [
      "Word, in the page header",
      docx(lines.slice(1), {
        "word/header1.xml": strToU8("<w:hdr><w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p></w:hdr>"),
      }),
      word,
    ],
  ])("as %s", async (_, bytes, mediaType) => {
    await expect(taken(bytes, mediaType)).rejects.toMatchObject({ trouble: "stamped" })
  })
})

describe("what is no stamped paper is taken byte for byte", () => {
  test("there are 29 public letters and the one of the province, in several encodings", () => {
    expect(letters.length).toBeGreaterThanOrEqual(29)
  })
  test.each(letters)("the letter %s, as text and as Word", async (name) => {
    const bytes = readFileSync(join(fixtures, name))
    expect(await taken(bytes, "text/plain")).toEqual(bytes)
    const asWord = docx(bytes.toString("utf8").split(/\r?\n/).slice(0, 2_000))
    expect(await taken(asWord, word)).toEqual(Buffer.from(asWord))
  })
  test.each(["hung-yen-2023.pdf", "hung-yen-2023.scan.pdf"])("the file %s, a scan too", async (name) => {
    const bytes = readFileSync(join(fixtures, name))
    expect(await taken(bytes, "application/pdf")).toEqual(bytes)
  })
  test.each([
    "Họ bảo tôi đổi mật khẩu",
    "Giữ bí mật giúp tôi",
    "Bán mật ong rừng",
    "Bảo mật tài khoản",
    "Luật Bảo vệ bí mật nhà nước",
  ])("a message that says “%s”", async (words) => {
    const bytes = Buffer.from(`Chào anh.\n${words}\nCảm ơn anh.`)
    expect(await taken(bytes, "text/plain")).toEqual(bytes)
  })
  test("a picture flows on as it comes, unread", async () => {
    const stream = pieces(Buffer.from("MẬT\nkhông phải ảnh"))
    expect(await unstamped(stream, { mediaType: "image/png", bytesMax })).toBe(stream)
  })
  test("a paper larger than what may be sent is refused as too large, not held", async () => {
    const asked = unstamped(pieces(Buffer.alloc(100)), { mediaType: "application/pdf", bytesMax: 50 })
    await expect(asked).rejects.toBeInstanceOf(FileTooLarge)
  })
})

describe("what the reader of letters does not take", () => {
  const pdfOf = async (count: number, stampOn: number | null) => {
    const file = await PDFDocument.create()
    const font = await file.embedFont(StandardFonts.TimesRoman)
    for (let page = 1; page <= count; page += 1) {
      const words = page === stampOn ? "M\u00c2T" : `Trang ${page} cua so theo doi thue bao thang nay`
      file.addPage([300, 200]).drawText(words, { x: 20, y: 150, size: 14, font })
    }
    return file
  }
  test("a PDF of more pages than a letter has is refused by the stamp on its first pages or its last", async () => {
    for (const page of [1, 158]) {
      const bytes = await (await pdfOf(160, page)).save()
      await expect(taken(bytes, "application/pdf")).rejects.toMatchObject({ trouble: "stamped" })
    }
  })
  test("a long one without a stamp is taken byte for byte", async () => {
    const bytes = Buffer.from(await (await pdfOf(160, null)).save())
    expect(await taken(bytes, "application/pdf")).toEqual(bytes)
  })
  test("a locked one is sent back: nobody could look at it", async () => {
    const file = await pdfOf(2, null)
    file.encrypt({ userPassword: "khoa", ownerPassword: "khoa" })
    await expect(taken(await file.save(), "application/pdf")).rejects.toMatchObject({ trouble: "locked" })
  })
})

describe("a picture in a letter", () => {
  const lines = ["UBND TỈNH ĐÔNG HÀ", "Số: 12/UBND-NC", "Kính gửi: Công an tỉnh.", "1. Công an tỉnh rà soát."]
  test("is counted, for nobody read whether a stamp stands in it", async () => {
    const pictured = docx(lines, {
      "word/media/image1.png": new Uint8Array(9),
      "word/media/image2.jpeg": new Uint8Array(9),
    })
    expect((await readFileBytes(pictured)).pictures).toBe(2)
    expect((await readFileBytes(docx(lines))).pictures).toBeUndefined()
  })
})
