/** The thread of `writer.ts`: sheets in, files out. */
import { parentPort } from "node:worker_threads"
import { docxOf } from "./docx.ts"
import { pdfOf } from "./pdf.ts"
import type { Sheet } from "./sheet.ts"

export type Order = { id: number; form: "docx" | "pdf"; sheet: Sheet }
export type Answer = { id: number; file: Uint8Array } | { id: number; failed: string }

const answer = (value: Answer) => parentPort?.postMessage(value)

parentPort?.on("message", ({ id, form, sheet }: Order) => {
  const drawn = form === "pdf" ? Promise.resolve(sheet).then(pdfOf) : docxOf(sheet)
  drawn.then(
    (file) => answer({ id, file }),
    (why: unknown) => answer({ id, failed: why instanceof Error ? why.message : String(why) }),
  )
})
