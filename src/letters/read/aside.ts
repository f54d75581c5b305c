/**
 * A letter read for a page that waits: short texts at once (a few milliseconds), everything else in a worker thread
 * with a limit on its time and memory. Nothing touches a disk.
 */
import { Worker } from "node:worker_threads"
import { fileBytesMax, readFileBytes } from "./letter.ts"
import type { LetterReading } from "./reading.ts"
import { Refusal, type RefusalReason } from "./refusal.ts"

/** Up to here reading takes less time than starting a thread. */
const atOnceBytesMax = 100_000
const workerMs = 30_000

export type ReadLetter = LetterReading | { refused: RefusalReason }

/** `fileName` is not relied upon: the form is known by the bytes. */
export async function readLetter(bytes: Uint8Array, _fileName: string): Promise<ReadLetter> {
  if (bytes.length > fileBytesMax) return { refused: "tooLong" }
  const isForm = bytes[0] === 0x25 || bytes[0] === 0x50
  if (isForm || bytes.length > atOnceBytesMax) return inWorker(bytes)
  try {
    return await readFileBytes(bytes)
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.reason }
    throw error
  }
}

function inWorker(bytes: Uint8Array): Promise<ReadLetter> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: Uint8Array.from(bytes),
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    const timer = setTimeout(() => {
      resolve({ refused: "tooLong" })
      void worker.terminate()
    }, workerMs)
    worker.once("message", (reading: ReadLetter) => resolve(reading))
    worker.once("error", reject)
    worker.once("exit", () => {
      clearTimeout(timer)
      // After a message or an error this changes nothing: a promise settles once.
      resolve({ refused: "broken" })
    })
  })
}
