/** PDF and pictures by typst with the Tinos font embedded. Holds the thread that calls it, so it runs in a process of its own: see `writer.ts`. */
import { readFileSync } from "node:fs"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { fontFiles } from "./metrics.ts"

let opened: NodeCompiler | null = null
const templates = new Map<string, string>()

/** Text arrives in the template as data (`sys.inputs`), never as markup. */
export function typeset(template: URL, inputs: Readonly<Record<string, unknown>>): Uint8Array {
  const { compiler, document } = compiled(template, inputs)
  const pdf = new Uint8Array(compiler.pdf(document))
  // The compiler's memory of this document helps no other; a few rounds keep what all share.
  compiler.evictCache(5)
  return pdf
}

/** The first page as SVG with its letters drawn as shapes: whoever opens it needs no font. */
export function typesetPicture(template: URL, inputs: Readonly<Record<string, unknown>>): string {
  const { compiler, document } = compiled(template, inputs)
  const svg = compiler.plainSvg(document)
  compiler.evictCache(5)
  return svg
}

function compiled(template: URL, inputs: Readonly<Record<string, unknown>>) {
  opened ??= open()
  const mainFileContent = templates.get(template.href) ?? readFileSync(template, "utf8")
  templates.set(template.href, mainFileContent)
  const asJson = Object.entries(inputs).map(([name, value]) => [name, JSON.stringify(value)])
  const made = opened.compile({ mainFileContent, inputs: Object.fromEntries(asJson) })
  const document = made.result
  if (document === null) {
    const why = made.takeDiagnostics()
    throw new Error(JSON.stringify(why === null ? "no reason given" : why.shortDiagnostics))
  }
  return { compiler: opened, document }
}

/** The fonts are read once. */
const open = () =>
  NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }] })
