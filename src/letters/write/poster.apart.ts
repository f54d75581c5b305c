/** The poster of a warning as PDF, drawn by typst in a process of its own: see `poster.ts`. */
import { readFileSync } from "node:fs"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { fontFiles } from "./metrics.ts"
import type { Poster } from "./poster.ts"

export async function drawPoster(poster: Poster): Promise<Uint8Array> {
  const fontBlobs = fontFiles.map((file) => readFileSync(file))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
  const mainFileContent = readFileSync(new URL("./poster.typ", import.meta.url), "utf8")
  const compiled = compiler.compile({ mainFileContent, inputs: { poster: JSON.stringify(poster) } })
  const document = compiled.result
  if (document === null) {
    const why = compiled.takeDiagnostics()
    throw new Error(JSON.stringify(why === null ? "no reason given" : why.shortDiagnostics))
  }
  return new Uint8Array(compiler.pdf(document))
}
