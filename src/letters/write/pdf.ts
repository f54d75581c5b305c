/** A sheet as PDF, drawn by typst with the Tinos font embedded. Holds the thread that calls it: see `writer.ts`. */
import { readFileSync } from "node:fs"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { fontFiles } from "./metrics.ts"
import type { Part, Sheet } from "./sheet.ts"
import { withBreaks } from "./words-that-break.ts"

let opened: { compiler: NodeCompiler; template: string } | null = null

export function pdfOf(sheet: Sheet): Uint8Array {
  opened ??= open()
  const { compiler, template } = opened
  const { parts, annexes, ...rest } = withBreaks(sheet)
  const data = { ...rest, parts: parts.map(plain), annexes: annexes.map(annexPlain) }
  const compiled = compiler.compile({ mainFileContent: template, inputs: { sheet: JSON.stringify(data) } })
  const document = compiled.result
  if (document === null) {
    const why = compiled.takeDiagnostics()
    throw new Error(JSON.stringify(why === null ? "no reason given" : why.shortDiagnostics))
  }
  const pdf = new Uint8Array(compiler.pdf(document))
  // What was remembered for this document helps no other; a few rounds keep what all share.
  compiler.evictCache(5)
  return pdf
}

/** The fonts are read once. */
function open(): { compiler: NodeCompiler; template: string } {
  const fontBlobs = fontFiles.map((file) => readFileSync(file))
  return {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs }] }),
    template: readFileSync(new URL("./official.typ", import.meta.url), "utf8"),
  }
}

const annexPlain = (annex: Sheet["annexes"][number]) => ({ ...annex, parts: annex.parts.map(plain) })

/** Bytes travel through JSON as numbers. */
function plain(part: Part): unknown {
  return part.is === "picture" ? { ...part, png: [...part.png] } : part
}
