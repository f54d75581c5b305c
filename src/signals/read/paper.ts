/** The words of a PDF that came as evidence. Only in a process apart: what a stranger packed may be made to harm. */
import { unpacksWithin } from "./packed.ts"

const pagesMax = 150
const unpackedBytesMax = 200_000_000

/** Null: encrypted, broken, a picture only, too long, or packed so that opening it would fill the machine. */
export async function wordsOfPaper(pdf: Uint8Array): Promise<string | null> {
  if (!unpacksWithin(Buffer.from(pdf), unpackedBytesMax)) return null
  const { extractText, getDocumentProxy } = await import("unpdf")
  try {
    const document = await getDocumentProxy(Uint8Array.from(pdf), { verbosity: 0 })
    if (document.numPages > pagesMax) return null
    const { text } = await extractText(document, { mergePages: true })
    return text.trim() === "" ? null : text.trim()
  } catch {
    // Encrypted or broken: no text can be shown, the original stays sealed.
    return null
  }
}
