/** Runs beside the worker's own thread (`paper.ts`). */
import { parentPort, workerData } from "node:worker_threads"
import { unpacksWithin } from "./packed.ts"

const pagesMax = 150
const unpackedBytesMax = 200_000_000

async function wordsOf(pdf: Uint8Array): Promise<string | null> {
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

if (parentPort !== null && workerData instanceof Uint8Array) parentPort.postMessage(await wordsOf(workerData))
