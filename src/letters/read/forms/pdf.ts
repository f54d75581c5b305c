/** A PDF's text layer, by the places of its glyphs. A scan has none, and that is said. */
import { Refusal } from "../refusal.ts"
import { type CommandNumbers, glyphsOf } from "./glyphs.ts"
import { linesOfPage } from "./page.ts"

const pagesMax = 150
/** Fewer letters than this on all pages together is no letter: the pages are pictures. */
const lettersMin = 40

export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { getDocumentProxy, getResolvedPDFJS } = await import("unpdf")
  const { OPS } = await getResolvedPDFJS()
  // pdf.js takes the buffer for itself: it is given a copy.
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 }).catch(
    (error: unknown) => {
      const name = error instanceof Error ? error.name : ""
      throw new Refusal(name === "PasswordException" ? "encrypted" : "broken")
    },
  )
  try {
    if (document.numPages > pagesMax) throw new Refusal("tooLong")
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { width } = page.getViewport({ scale: 1 })
      const commands = await page.getOperatorList()
      pages.push(linesOfPage(glyphsOf(commands, OPS as unknown as CommandNumbers), width).join("\n"))
      page.cleanup()
    }
    const text = pages.join("\n")
    if ((text.match(/\p{L}/gu)?.length ?? 0) < lettersMin) throw new Refusal("scan")
    return text
  } finally {
    await document.loadingTask.destroy()
  }
}
