/** The certificate as PDF, drawn by typst in a process of its own: see `certificate.ts`. */
import { readFileSync } from "node:fs"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import type { CertificateSheet } from "./certificate.ts"
import { fontFiles } from "./metrics.ts"

export async function drawCertificate(sheet: CertificateSheet): Promise<Uint8Array> {
  const fontBlobs = fontFiles.map((file) => readFileSync(file))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
  const mainFileContent = readFileSync(new URL("./certificate.typ", import.meta.url), "utf8")
  const compiled = compiler.compile({ mainFileContent, inputs: { sheet: JSON.stringify(sheet) } })
  const document = compiled.result
  if (document === null) {
    const why = compiled.takeDiagnostics()
    throw new Error(JSON.stringify(why === null ? "no reason given" : why.shortDiagnostics))
  }
  return new Uint8Array(compiler.pdf(document))
}
