/**
 * A report with its evidence: fields, and a few files held in memory until the sender has declared that they
 * hold no state secret; nothing of them touches a disk before that.
 */
import { Readable } from "node:stream"
import type { ReadableStream } from "node:stream/web"
import busboy from "busboy"
import { safeName } from "./import/upload.ts"
import { evidenceBytesMax, evidenceFilesMax } from "./inputs.ts"

export type ReportFile = { name: string; mediaType: string; bytes: Buffer }
export type ReportForm = { fields: Record<string, string>; files: ReportFile[]; tooLarge: boolean }

/** Null when the request is no such form, or breaks off. */
export async function readReport(request: Request): Promise<ReportForm | null> {
  const contentType = request.headers.get("content-type") ?? ""
  if (!contentType.startsWith("multipart/form-data") || request.body === null) return null
  let parser: busboy.Busboy
  try {
    parser = busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: {
        files: evidenceFilesMax + 1,
        fileSize: evidenceBytesMax,
        fields: 40,
        fieldSize: 100_000,
        parts: 50,
      },
    })
  } catch {
    // The only thing that it refuses here is a content type without a boundary: that is no form.
    return null
  }
  return collect(Readable.fromWeb(request.body as ReadableStream<Uint8Array>), parser)
}

function collect(body: Readable, parser: busboy.Busboy): Promise<ReportForm | null> {
  const form: ReportForm = { fields: {}, files: [], tooLarge: false }
  parser.on("field", (name, value, info) => {
    form.fields[name] = value
    if (info.valueTruncated) form.tooLarge = true
  })
  parser.on("filesLimit", () => {
    form.tooLarge = true
  })
  parser.on("file", (_name, stream, info) => {
    const parts: Buffer[] = []
    stream.on("data", (part: Buffer) => {
      if (!form.tooLarge) parts.push(part)
    })
    stream.on("limit", () => {
      form.tooLarge = true
      parts.length = 0
    })
    stream.on("end", () => {
      const bytes = Buffer.concat(parts)
      // A browser sends an empty file, without a name, for a field left empty.
      if (bytes.length === 0 || !info.filename) return
      if (form.files.length === evidenceFilesMax) form.tooLarge = true
      else form.files.push({ name: safeName(info.filename), mediaType: info.mimeType, bytes })
    })
  })
  return new Promise((resolve) => {
    parser.on("close", () => resolve(form))
    parser.on("error", () => resolve(null))
    body.on("error", () => resolve(null))
    body.pipe(parser)
  })
}
