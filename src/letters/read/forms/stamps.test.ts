/** Files in which a person sees the stamp of a state secret, though no line of the letter's text holds it. */
import { readFileSync } from "node:fs"
import { PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { strToU8, zipSync } from "fflate"
import { expect, test } from "vitest"
import { fontFiles } from "../../write/metrics.ts"
import { readFileBytes } from "../letter.ts"
import { Refusal } from "../refusal.ts"

const lines = [
  "ỦY BAN NHÂN DÂN",
  "TỈNH ĐÔNG HÀ",
  "Số: 12/UBND-NC",
  "Đông Hà, ngày 02 tháng 5 năm 2024",
  "Kính gửi: Công an tỉnh; Sở Nội vụ.",
  "Để bảo vệ bí mật nhà nước, UBND tỉnh yêu cầu:",
  "1. Công an tỉnh rà soát nơi lưu giữ tài liệu; báo cáo UBND tỉnh trước ngày 30/8/2024.",
  "2. Sở Nội vụ hướng dẫn các cơ quan lưu trữ tài liệu.",
  "Nơi nhận:",
  "- Như trên;",
  "- Lưu: VT.",
  "CHỦ TỊCH",
  "Trần Văn Mẫu",
]
const whatBecomesOf = async (bytes: Uint8Array) => {
  try {
    return (await readFileBytes(bytes)).clauses.map((clause) => clause.addressees.join())
  } catch (error) {
    if (error instanceof Refusal) return error.reason
    throw error
  }
}
const asRead = ["Công an tỉnh", "Sở Nội vụ"]

const run = (words: string, marks = "") =>
  `<w:r><w:rPr>${marks}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`
const docx = (extra: string, parts: Record<string, string> = {}) =>
  zipSync({
    "word/document.xml": strToU8(
      `<w:document><w:body>${lines.map((line) => paragraph(run(line))).join("")}${extra}</w:body></w:document>`,
    ),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  })

const wordStamps: Record<string, Uint8Array> = {
  "in the page header": docx("", { "word/header2.xml": `<w:hdr>${paragraph(run("MẬT"))}</w:hdr>` }),
  "in the page footer, beside the page number": docx("", {
    "word/footer1.xml": `<w:ftr>${paragraph(run("Tối mật – Trang 1"))}</w:ftr>`,
  }),
  "in a header's first cell, one letter a run": docx("", {
    "word/header1.xml": `<w:hdr><w:tbl><w:tc>${paragraph(["M", "Ậ", "T"].map((one) => run(one)).join(""))}</w:tc></w:tbl></w:hdr>`,
  }),
  "as WordArt in the letter": docx(`<w:p><w:r><w:pict><v:textpath string='TUYỆT MẬT'/></w:pict></w:r></w:p>`),
  "as a watermark of every page": docx("", {
    "word/header1.xml": `<w:hdr><w:p><w:r><w:pict><v:textpath style="x" string="MẬT"/></w:pict></w:r></w:p></w:hdr>`,
  }),
  "in a text box": docx(
    `<w:p><w:r><wps:txbx><w:txbxContent>${paragraph(run("TỐI MẬT"))}</w:txbxContent></wps:txbx></w:r></w:p>`,
  ),
  "in a footnote": docx("", { "word/footnotes.xml": `<w:footnotes>${paragraph(run("MẬT"))}</w:footnotes>` }),
  "in a drawn shape": docx("", {
    "word/diagrams/data1.xml": `<dgm:pt><a:p><a:r><a:t>MẬT</a:t></a:r></a:p></dgm:pt>`,
  }),
  "as the description of a picture": docx(
    `<w:p><w:r><wp:docPr id="1" name="Dấu" descr="Dấu MẬT"/></w:r></w:p>`,
  ),
  "by a format that shows small letters as capitals": docx(paragraph(run("mật", "<w:caps/>"))),
  "in a section that holds characters as they are": docx("", {
    "word/header1.xml": `<w:hdr><w:p><w:r><w:t><![CDATA[MẬT]]></w:t></w:r></w:p></w:hdr>`,
  }),
  "in the file's properties": docx("", {
    "docProps/core.xml": `<cp:coreProperties><cp:category>Mật</cp:category></cp:coreProperties>`,
  }),
}

test.each(Object.entries(wordStamps))(
  "a Word letter stamped %s is refused, not kept",
  async (_place, bytes) => {
    expect(await whatBecomesOf(bytes)).toBe("secret")
  },
)

test("a Word letter with an ordinary header, notes and a draft's watermark is read", async () => {
  const bytes = docx("", {
    "word/header1.xml": `<w:hdr>${paragraph(run("UBND tỉnh Đông Hà – bảo vệ bí mật nhà nước"))}<w:p><w:r><w:pict><v:textpath string="DỰ THẢO"/></w:pict></w:r></w:p></w:hdr>`,
    "word/footnotes.xml": `<w:footnotes>${paragraph(run("Điều 10 Luật Bảo vệ bí mật nhà nước; mật khẩu không gửi qua thư."))}</w:footnotes>`,
    "docProps/core.xml": `<cp:coreProperties><dc:title>Bảo vệ bí mật nhà nước</dc:title></cp:coreProperties>`,
  })
  expect(await whatBecomesOf(bytes)).toEqual(asRead)
})

let compiler: NodeCompiler | null = null
function pdf(over: string, size = "width: 21cm, height: 29.7cm"): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }] })
  const text = lines.map((line) => `#text(${JSON.stringify(line)})`).join("\n\n")
  const made = compiler.compile({
    mainFileContent: `#set page(${size}, margin: 2cm)\n#set text(font: "Tinos", size: 13pt)\n#set par(leading: 0.5em)\n${text}\n${over}`,
  })
  const { result } = made
  if (result === null) throw new Error(JSON.stringify(made.takeDiagnostics()?.shortDiagnostics))
  return new Uint8Array(compiler.pdf(result))
}
const at = (x: number, y: number, words: string) => `#place(top + left, dx: ${x}cm, dy: ${y}cm)[${words}]`

const pdfStamps: Record<string, () => Uint8Array> = {
  "aslant over the page": () => pdf(at(4, 8, "#rotate(-45deg, text(size: 90pt, fill: silver)[MẬT])")),
  "aslant with room between its letters": () =>
    pdf(at(3, 6, "#rotate(-30deg, text(size: 40pt)[T Ố I   M Ậ T])")),
  "upright along the edge": () => pdf(at(-1, 5, "#rotate(90deg, text(size: 16pt)[TUYỆT MẬT])")),
  "in huge level letters behind the text": () => pdf(at(0, 3, "#text(size: 120pt, fill: silver)[MẬT]")),
  "one letter above another beside the text": () =>
    pdf(at(16.5, 3, "M") + at(16.5, 3.9, "Ậ") + at(16.5, 4.8, "T")),
  "with wide room between its letters, each drawn apart": () =>
    pdf(at(6, 14, "M") + at(7.6, 14, "Ậ") + at(9.2, 14, "T")),
  "along a curve": () =>
    pdf(
      at(6, 15, "#rotate(-40deg)[M]") +
        at(6.6, 14.7, "#rotate(-12deg)[Ậ]") +
        at(7.3, 14.8, "#rotate(20deg)[T]"),
    ),
  "in a frame with its copy number": () => pdf(at(12, 0, "#rect[MẬT - Bản số: 02]")),
  "in a page's foot": () => pdf("", `width: 21cm, height: 29.7cm, footer: [MẬT #h(1fr) Trang 1]`),
}

test.each(Object.entries(pdfStamps))("a PDF letter stamped %s is refused, not kept", async (_place, make) => {
  expect(await whatBecomesOf(make())).toBe("secret")
})

test("a PDF letter on which somebody put a note that says MẬT is refused, not kept", async () => {
  const file = await PDFDocument.load(pdf(""))
  const [page] = file.getPages()
  const note = file.context.obj({
    Type: "Annot",
    Subtype: "FreeText",
    Rect: [100, 700, 200, 730],
    Contents: PDFHexString.fromText("TỐI MẬT"),
    DA: PDFHexString.fromText("/Helv 12 Tf"),
  })
  page?.node.set(PDFName.of("Annots"), file.context.obj([file.context.register(note)]))
  expect(await whatBecomesOf(await file.save())).toBe("secret")
})

test("a draft's slanted watermark does not spoil the lines that it crosses, nor does a page lying on its side", async () => {
  const slanted = at(4, 5, "#rotate(-45deg, text(size: 80pt, fill: silver)[DỰ THẢO LẦN 2])")
  expect(await whatBecomesOf(pdf(slanted))).toEqual(asRead)
  const side = lines.map((line) => `#text(${JSON.stringify(line)})`).join("\n\n")
  const turned = `#set page(width: 21cm, height: 29.7cm, margin: 1cm)\n#set text(font: "Tinos", size: 13pt)\n#rotate(90deg, reflow: true, box(width: 25cm)[${side}])`
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }] })
  const { result } = compiler.compile({ mainFileContent: turned })
  if (result === null) throw new Error("not drawn")
  expect(await whatBecomesOf(new Uint8Array(compiler.pdf(result)))).toEqual(asRead)
})
