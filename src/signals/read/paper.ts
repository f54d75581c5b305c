/** The words of a PDF that came as evidence, read in a thread of its own: what a stranger packed may be made to harm. */
import { Worker } from "node:worker_threads"

const readMs = 60_000

/** Null: encrypted, broken, a picture only, too long, or packed so that opening it would fill the machine. */
export function wordsOfPaper(pdf: Uint8Array): Promise<string | null> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL("./paper-thread.ts", import.meta.url), {
      workerData: Uint8Array.from(pdf),
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    const timer = setTimeout(() => {
      resolve(null)
      void thread.terminate()
    }, readMs)
    thread.once("message", (words: string | null) => resolve(words))
    // A thread that runs out of memory or breaks has no words to give; its end says the same.
    thread.once("error", () => resolve(null))
    thread.once("exit", () => {
      clearTimeout(timer)
      resolve(null)
    })
  })
}
