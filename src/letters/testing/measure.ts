/** What a ruler would find on a written PDF, and what a clerk would find in a DOCX. */
import { strFromU8, unzipSync } from "fflate"
import { getDocumentProxy } from "unpdf"

/** Points from the left and the top edge to the start of the baseline. */
export type Ink = { text: string; x: number; y: number; width: number; size: number; font: string }
export type Page = { width: number; height: number; ink: Ink[] }

export const mm = (points: number) => (points * 25.4) / 72

export async function measurePdf(pdf: Uint8Array): Promise<Page[]> {
  const file = await getDocumentProxy(new Uint8Array(pdf))
  const pages: Page[] = []
  for (let n = 1; n <= file.numPages; n += 1) {
    const page = await file.getPage(n)
    // Font names are known once the page's operators have been read.
    await page.getOperatorList()
    const [, , width = 0, height = 0] = page.view
    const { items } = await page.getTextContent()
    const ink = items.flatMap((item): Ink[] => {
      if (!("str" in item) || item.str.trim() === "") return []
      const [, , , size = 0, x = 0, y = 0] = item.transform as number[]
      const font = String((page.commonObjs.get(item.fontName) as { name?: string }).name)
      return [{ text: item.str.replaceAll("\u00a0", " "), x, y: height - y, width: item.width, size, font }]
    })
    pages.push({ width, height, ink })
  }
  await file.loadingTask.destroy()
  return pages
}

export type Line = Ink & { right: number }

/** Ink on one baseline and in one column (a gap under 12 pt), joined. Sizes and fonts are those of its beginning. */
export function linesOf({ ink }: Page): Line[] {
  const lines: Line[] = []
  for (const one of [...ink].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1)
    if (last !== undefined && Math.abs(last.y - one.y) < 1 && one.x - last.right < 12) {
      const gap = one.x - last.right > 1 && !last.text.endsWith(" ") ? " " : ""
      last.text += gap + one.text
      last.right = one.x + one.width
      last.width = last.right - last.x
    } else lines.push({ ...one, right: one.x + one.width })
  }
  return lines
}

/** The first line that has `words`; throws with all lines where none has. */
export function lineWith(page: Page | undefined, words: string): Line {
  const lines = page === undefined ? [] : linesOf(page)
  const found = lines.find(({ text }) => text.includes(words))
  if (found === undefined) {
    throw new Error(`"${words}" is not on the page:\n${lines.map(({ text }) => text).join("\n")}`)
  }
  return found
}

export const middleOf = ({ x, right }: Line) => (x + right) / 2

export function docxParts(docx: Uint8Array): { body: string; styles: string; header: string } {
  const files = unzipSync(docx)
  const read = (name: string) => {
    const part = files[name]
    if (part === undefined) throw new Error(`the DOCX has no ${name}: ${Object.keys(files).join(", ")}`)
    return strFromU8(part)
  }
  return {
    body: read("word/document.xml"),
    styles: read("word/styles.xml"),
    header: read("word/header1.xml"),
  }
}

/** Each paragraph's style and text, in the order of the file. */
export function docxParagraphs(body: string): { style: string; text: string; xml: string }[] {
  return [...body.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([xml]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(xml)?.[1] ?? "",
    text: [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
      .map(([, text]) => text ?? "")
      .join("")
      .replaceAll("\u00a0", " "),
    xml,
  }))
}
