/** The drawing of a document as `writer.ts` has it done, with typst and docx. */
import { compose } from "./compose.ts"
import { docxOf } from "./docx.ts"
import type { OfficialDocument } from "./model.ts"
import { pdfOf } from "./pdf.ts"

export async function drawPdf(document: OfficialDocument): Promise<Uint8Array> {
  return pdfOf(compose(document))
}

export async function drawDocx(document: OfficialDocument): Promise<Uint8Array> {
  return docxOf(compose(document))
}
