/** PDF by typst with the Tinos font embedded. Holds the thread that calls it, so it runs in a process of its own: see `writer.ts`. */
import { readFileSync } from "node:fs"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { fontFiles } from "./metrics.ts"

let opened: NodeCompiler | null = null
const templates = new Map<string, string>()

/** Text arrives in the template as data (`sys.inputs`), never as markup. */
export function typeset(template: URL, inputs: Readonly<Record<string, unknown>>): Uint8Array {
  opened ??= open()
  const mainFileContent = templates.get(template.href) ?? readFileSync(template, "utf8")
  templates.set(template.href, mainFileContent)
  const asJson = Object.entries(inputs).map(([name, value]) => [name, JSON.stringify(value)])
  const compiled = opened.compile({ mainFileContent, inputs: Object.fromEntries(asJson) })
  const document = compiled.result
  if (document === null) {
    const why = compiled.takeDiagnostics()
    throw new Error(JSON.stringify(why === null ? "no reason given" : why.shortDiagnostics))
  }
  const pdf = new Uint8Array(opened.pdf(document))
  // The compiler's memory of this document helps no other; a few rounds keep what all share.
  opened.evictCache(5)
  return pdf
}

/** The fonts are read once. */
const open = () =>
  NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }] })
