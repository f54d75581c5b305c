/** A document as DOCX and as PDF, drawn in a process of its own (`kernel/apart`): the process that answers people waits. */
import { apart, writing } from "../../kernel/apart/apart.ts"
import type { drawDocx, drawPdf } from "./draw.apart.ts"
import { type OfficialDocumentInput, officialDocument } from "./model.ts"

const file = new URL("./draw.apart.ts", import.meta.url)
const bounds = { ms: 60_000, answerBytesMax: 60_000_000 }
const pdf = apart<typeof drawPdf>(writing, { file, name: "drawPdf" }, bounds)
const docx = apart<typeof drawDocx>(writing, { file, name: "drawDocx" }, bounds)

/** Rejects where the model refuses the document, and with `Overrun` where drawing takes too much or too many wait. */
export async function writePdf(document: OfficialDocumentInput): Promise<Uint8Array> {
  return pdf(officialDocument.parse(document))
}

/** As `writePdf`, for Word and LibreOffice. */
export async function writeDocx(document: OfficialDocumentInput): Promise<Uint8Array> {
  return docx(officialDocument.parse(document))
}
