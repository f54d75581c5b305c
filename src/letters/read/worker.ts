/** Reads large files and PDFs beside the main thread, so that a page is served while one is read. */
import { parentPort, workerData } from "node:worker_threads"
import { readFileBytes } from "./letter.ts"
import { Refusal } from "./refusal.ts"

if (parentPort !== null && workerData instanceof Uint8Array) {
  try {
    parentPort.postMessage(await readFileBytes(workerData))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    parentPort.postMessage({ refused: error.reason })
  }
}
