/** A sheet as PDF. Holds the thread that calls it: see `writer.ts`. */
import type { Part, Sheet } from "./sheet.ts"
import { typeset } from "./typst.ts"
import { withBreaks } from "./words-that-break.ts"

const template = new URL("./official.typ", import.meta.url)

export function pdfOf(sheet: Sheet): Uint8Array {
  const { parts, annexes, ...rest } = withBreaks(sheet)
  return typeset(template, { sheet: { ...rest, parts: parts.map(plain), annexes: annexes.map(annexPlain) } })
}

const annexPlain = (annex: Sheet["annexes"][number]) => ({ ...annex, parts: annex.parts.map(plain) })

/** Bytes travel through JSON as numbers. */
function plain(part: Part): unknown {
  return part.is === "picture" ? { ...part, png: [...part.png] } : part
}
