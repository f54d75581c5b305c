import { getDocumentProxy } from "unpdf"
import { expect, test } from "vitest"
import { writePdf } from "../index.ts"
import { provincialLetter } from "../testing/documents.ts"
import type { OfficialDocumentInput } from "./model.ts"

const hash = "0123456789abcdef".repeat(4)
const key = "Ks9f".repeat(60)
const address = `https://rat-dai.example/${"?ma=ABCDEF0123456789".repeat(12)}`
const table: OfficialDocumentInput["blocks"][number] = {
  is: "table",
  columns: [
    { title: "STT", share: 0.6 },
    { title: "Tên", share: 3 },
    { title: "Tệp", share: 3 },
    { title: "SHA-256", share: 4 },
  ],
  rows: [["1", "Ảnh chụp màn hình", `tang-vat/01-${"Anh_man_hinh_".repeat(6)}.png`, hash]],
}

/** Letters as they stand on each page, and whatever of them is off the paper, in points. */
async function drawn(input: OfficialDocumentInput): Promise<{ text: string; off: string[] }> {
  const pdf = await getDocumentProxy(new Uint8Array(await writePdf(input)))
  const off: string[] = []
  let text = ""
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n)
    const [, , right = 0] = page.view
    for (const item of (await page.getTextContent()).items) {
      if (!("str" in item)) continue
      text += item.str
      // 15 mm of margin; half a point for rounding and for a comma that hangs.
      if (Number(item.transform[4]) + item.width > right - 42.5 + 0.5) off.push(item.str)
    }
  }
  return { text: text.replace(/\s/g, ""), off }
}

test("an investigator reads every hash of the printed list whole: a word too wide for its cell breaks", async () => {
  const { text, off } = await drawn({ ...provincialLetter, blocks: [table] })
  expect(text).toContain(hash)
  expect(text).toContain("tang-vat/01-Anh_man_hinh_")
  expect(off).toEqual([])
})

test("a key or an address too wide for the page breaks in a paragraph, a list, a heading and an addressee", async () => {
  const blocks: OfficialDocumentInput["blocks"] = [
    { is: "paragraph", text: `Khóa ${key} và trang ${address}` },
    { is: "list", items: [key] },
    { is: "section", mark: "1", title: key, blocks: [{ is: "paragraph", text: "Nội dung" }] },
  ]
  const { text, off } = await drawn({ ...provincialLetter, blocks, addressees: ["Sở Mẫu", key] })
  expect(text.split(key)).toHaveLength(5)
  expect(text).toContain(address)
  expect(off).toEqual([])
})

test("a word that fits its line stays whole, as before", async () => {
  const blocks = [{ is: "paragraph", text: `Số điện thoại ${"0912".repeat(3)} ở Đắk Lắk` }] as const
  const { text } = await drawn({ ...provincialLetter, blocks: [...blocks] })
  expect(text).toContain("091209120912")
})
