/**
 * A document as DOCX and as PDF. Both are drawn in a thread of their own, which would else hold every other request
 * meanwhile. One thread, started at the first document, in turn; it does not keep the program alive.
 */
import { Worker } from "node:worker_threads"
import { compose } from "./compose.ts"
import { type OfficialDocumentInput, officialDocument } from "./model.ts"
import type { Answer, Order } from "./thread.ts"

const waitingMax = 100
const drawingMs = 60_000

type Waiting = { resolve(file: Uint8Array): void; reject(why: Error): void; timer: NodeJS.Timeout }

const waiting = new Map<number, Waiting>()
let thread: Worker | null = null
let lastId = 0

/** Rejects where the model refuses the document, where 100 wait already, or where drawing takes over a minute. */
export const writePdf = (document: OfficialDocumentInput) => drawn("pdf", document)

/** As `writePdf`, for Word and LibreOffice. */
export const writeDocx = (document: OfficialDocumentInput) => drawn("docx", document)

async function drawn(form: Order["form"], document: OfficialDocumentInput): Promise<Uint8Array> {
  const sheet = compose(officialDocument.parse(document))
  if (waiting.size >= waitingMax) throw new Error(`${waitingMax} documents are being drawn already`)
  thread ??= startThread()
  const drawing = thread
  lastId += 1
  const order: Order = { id: lastId, form, sheet }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => stopThread(drawing, new Error("drawing took too long")), drawingMs)
    waiting.set(order.id, { resolve, reject, timer })
    drawing.ref()
    drawing.postMessage(order)
  })
}

function startThread(): Worker {
  const started = new Worker(new URL("./thread.ts", import.meta.url))
  started.unref()
  started.on("message", (answer: Answer) => {
    const asked = waiting.get(answer.id)
    if (asked === undefined) return
    clearTimeout(asked.timer)
    waiting.delete(answer.id)
    if (waiting.size === 0) started.unref()
    if ("file" in answer) asked.resolve(answer.file)
    else asked.reject(new Error(answer.failed))
  })
  started.on("error", (why) => stopThread(started, why instanceof Error ? why : new Error(String(why))))
  return started
}

/** All that wait fail with the reason; the next document starts a new thread. */
function stopThread(stopped: Worker, why: Error): void {
  if (thread !== stopped) return
  thread = null
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer)
    reject(why)
  }
  waiting.clear()
  void stopped.terminate()
}
