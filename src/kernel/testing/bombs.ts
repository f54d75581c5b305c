/** Small files that unfold to something that fills a machine or never ends, one for each kind of reader. */
import { deflateSync } from "node:zlib"
import { strToU8, zipSync } from "fflate"

const latin = (text: string) => Buffer.from(text, "latin1")

/** Objects of a PDF, each as what stands between "obj" and "endobj"; the readers find them without a table of places. */
function pdf(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts = objects.flatMap((object, at) => [
    latin(`${at + 1} 0 obj\n`),
    typeof object === "string" ? latin(object) : object,
    latin("\nendobj\n"),
  ])
  return Buffer.concat([
    latin("%PDF-1.4\n"),
    ...parts,
    latin(`trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n`),
  ])
}

const stream = (bytes: Buffer, filter = "/FlateDecode") =>
  Buffer.concat([
    latin(`<< /Length ${bytes.length} /Filter ${filter} >>\nstream\n`),
    bytes,
    latin("\nendstream"),
  ])

const onePage = (content: Buffer, filter?: string) =>
  pdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    stream(content, filter),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ])

/** Two million words drawn one over the other, in some kilobytes. */
export const pdfOfOperators = () =>
  onePage(deflateSync(latin(`BT /F 9 Tf ${"(a) Tj ".repeat(2_000_000)} ET`)))

/** Three hundred million blanks, packed twice. */
export const pdfOfBlanks = () =>
  onePage(
    deflateSync(deflateSync(Buffer.alloc(300_000_000, 0x20), { level: 1 })),
    "[/FlateDecode /FlateDecode]",
  )

/** A tree of pages that leads back to itself. */
export const pdfOfLoops = () =>
  pdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 100 /Parent 3 0 R >>",
    "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100 /Parent 2 0 R >>",
  ])

/** A scan that claims to be a picture of a hundred thousand dots by as many. */
export const pdfOfOnePicture = () =>
  pdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
    stream(deflateSync(latin("q 595 0 0 842 0 0 cm /I Do Q"))),
    Buffer.concat([
      latin(
        "<< /Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode /Length 1000 >>\nstream\n",
      ),
      deflateSync(Buffer.alloc(1_000_000)),
      latin("\nendstream"),
    ]),
  ])

/** A letter of eight hundred thousand paragraphs. */
export const docxOfParagraphs = () =>
  zipSync({
    "word/document.xml": strToU8(
      `<w:document><w:body>${"<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(800_000)}</w:body></w:document>`,
    ),
  })

/** A sheet whose only two cells stand at its opposite ends. */
export const xlsxOfOneCell = () =>
  workbook(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Đối tượng</t></is></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>',
  )

/** Six hundred thousand cells in one row, in some kilobytes. */
export const xlsxOfCells = () => workbook(`<row r="1">${"<c><v>1</v></c>".repeat(600_000)}</row>`)

const workbook = (rows: string) =>
  zipSync({
    "xl/workbook.xml": strToU8(
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships><Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  })

/** Nine hundred million dots in a few hundred bytes of a vector picture's head. */
export const pictureOfDots = () =>
  Buffer.concat([
    latin("RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\x3f\xff\xff\x3f"),
    latin("VP8 \0\0\0\0"),
  ])

/** A signed PDF whose signature is a million sets, each inside the one before (BER, lengths left open). */
export function pdfOfNestedSignature(): Uint8Array {
  const hex = "3080".repeat(1_000_000)
  const spot = (value: number) => String(value).padStart(9, "0")
  const head = (from: number, to: number) =>
    `%PDF-1.4\n1 0 obj\n<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 ${spot(from)} ${spot(to)} ${spot(10)}] /Contents `
  const from = head(0, 0).length
  return latin(`${head(from, from + hex.length + 2)}<${hex}> >>\nendobj\n%%EOF`)
}

/** An MP4 of boxes without content, a hundred thousand of them. */
export const mp4OfBoxes = () => {
  const box = Buffer.from("\0\0\0\x08free", "latin1")
  return Buffer.concat([latin("\0\0\0\x10ftypM4A \0\0\0\0"), ...Array<Buffer>(100_000).fill(box)])
}

/** A WAV of a million chunks without content. */
export const wavOfChunks = () =>
  Buffer.concat([latin("RIFF\0\0\0\0WAVE"), ...Array<Buffer>(1_000_000).fill(latin("note\0\0\0\0"))])

/** An Ogg recording of a hundred thousand pages without content. */
export const oggOfPages = () =>
  Buffer.concat(Array<Buffer>(100_000).fill(latin(`OggS\0\0${"\0".repeat(20)}\0`)))
