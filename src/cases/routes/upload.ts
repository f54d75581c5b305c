/** Files that officers and enterprises hand in: originals, sealed as they come, served from a sandboxed address only. */
import { putStream } from "../../kernel/files.ts"
import type { Ctx } from "../../kernel/http/env.ts"
import { type FileForm, type FileTrouble, readFileForm } from "../../kernel/http/upload.ts"
import { evidenceBytesMax, sniffBytes, typeOfBytes } from "../../signals/index.ts"
import { fileWords } from "../words-files.ts"

export const readOriginals = (c: Ctx, filesMax: number): Promise<FileForm> =>
  readFileForm(c, {
    filesMax,
    bytesMax: evidenceBytesMax,
    sniffBytes,
    typeOf: typeOfBytes,
    keep: (pieces) => putStream(c.get("house"), pieces, evidenceBytesMax),
  })

/** By field. */
export function troubleOf(c: Ctx, trouble: FileTrouble | null): Record<string, string> {
  if (trouble === null) return {}
  const sentence = fileWords[c.get("language")].troubles[trouble]
  return trouble === "undeclared" ? { declared: sentence } : { file: sentence }
}

/** Never opened inside a page: a sandbox, no script, an attachment. */
export function sendFile(c: Ctx, bytes: Buffer, of: { name: string; type: string }): Response {
  c.header("content-security-policy", "sandbox; default-src 'none'")
  c.header("cache-control", "no-store")
  c.header("content-type", of.type)
  c.header("content-disposition", `attachment; filename="${of.name}"`)
  return c.body(new Uint8Array(bytes))
}
