/** A form with a file, read into memory and nowhere else: until a letter's head is read, nothing of it touches a disk. */
import { Readable } from "node:stream"
import type { ReadableStream } from "node:stream/web"
import busboy from "busboy"

export const letterBytesMax = 20_000_000
/** Pasted text is short: the longest letter of the seed has 60,000 characters. */
const fieldBytesMax = 2_000_000

export type Uploaded = {
  file: { name: string; mediaType: string; bytes: Buffer } | null
  fields: Readonly<Record<string, string>>
  tooLarge: boolean
}

/** Null when the request is no such form, or breaks off. */
export async function readUpload(request: Request): Promise<Uploaded | null> {
  const contentType = request.headers.get("content-type") ?? ""
  if (!contentType.startsWith("multipart/form-data") || request.body === null) return null
  const parser = parserFor(contentType)
  if (parser === null) return null
  const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>)
  return collect(body, parser)
}

function parserFor(contentType: string): busboy.Busboy | null {
  try {
    return busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: { files: 1, fileSize: letterBytesMax, fields: 20, fieldSize: fieldBytesMax, parts: 25 },
    })
  } catch {
    // The only thing that it refuses here is a content type without a boundary: that is no form.
    return null
  }
}

function collect(body: Readable, parser: busboy.Busboy): Promise<Uploaded | null> {
  const fields: Record<string, string> = {}
  let file: Uploaded["file"] = null
  let tooLarge = false
  parser.on("field", (name, value, info) => {
    fields[name] = value
    if (info.valueTruncated) tooLarge = true
  })
  parser.on("file", (_name, stream, info) => {
    const parts: Buffer[] = []
    stream.on("data", (part: Buffer) => parts.push(part))
    stream.on("limit", () => {
      tooLarge = true
      parts.length = 0
    })
    stream.on("end", () => {
      // A browser sends an empty file, without a name, for a field left empty.
      const bytes = Buffer.concat(parts)
      if (!tooLarge && bytes.length > 0 && info.filename)
        file = { name: safeName(info.filename), mediaType: info.mimeType, bytes }
    })
  })
  return new Promise((resolve) => {
    parser.on("close", () => resolve({ file, fields, tooLarge }))
    parser.on("error", () => resolve(null))
    body.on("error", () => resolve(null))
    body.pipe(parser)
  })
}

/** The last part of a path, without control characters, at most 200 characters, its ending kept. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ""
  const clean = [...last.normalize("NFC")]
    .filter((char) => char >= " " && char !== "\u007f")
    .join("")
    .trim()
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? ""
  return clean.length <= 200 ? clean : clean.slice(0, 200 - ending.length) + ending
}
