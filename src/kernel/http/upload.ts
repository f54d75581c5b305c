/**
 * A form with files, streamed: fields first, then each file straight to the sealed store. Nothing of a file touches a
 * disk before the sender has declared, in a field above it, that it holds no state secret.
 */
import { Readable } from "node:stream"
import type { ReadableStream } from "node:stream/web"
import busboy from "busboy"
import { FileTooLarge } from "../files.ts"
import type { Ctx } from "./env.ts"
import { fieldsOf } from "./fields.ts"

export type FileTrouble = "undeclared" | "tooLarge" | "tooMany" | "kind" | "broken"
export type KeptFile = { sha256: string; bytes: number; mediaType: string }
export type FileForm = { fields: Record<string, string>; files: KeptFile[]; trouble: FileTrouble | null }

/** What the slice knows of its files. `keep` throws `FileTooLarge`. */
export type Keeping = {
  filesMax: number
  bytesMax: number
  /** So many first bytes tell what a file is. */
  sniffBytes: number
  typeOf(first: Uint8Array): string | null
  keep(
    pieces: AsyncIterable<Uint8Array>,
    fields: Readonly<Record<string, string>>,
  ): Promise<{ sha256: string; bytes: number }>
}

export async function readFileForm(c: Ctx, keeping: Keeping): Promise<FileForm> {
  const contentType = c.req.header("content-type") ?? ""
  const body = c.req.raw.body
  if (!contentType.startsWith("multipart/form-data") || body === null)
    return { fields: await fieldsOf(c), files: [], trouble: null }
  const form: FileForm = { fields: {}, files: [], trouble: null }
  const all: Promise<void>[] = []
  const parser = parserFor(contentType, keeping)
  if (parser === null) return { ...form, trouble: "broken" }
  parser.on("field", (name, value) => {
    form.fields[name] = value
  })
  parser.on("filesLimit", () => {
    form.trouble ??= "tooMany"
  })
  parser.on("file", (_name, stream, info) => {
    // A browser sends an empty file, without a name, for a field left empty.
    if (info.filename) all.push(keepOne(form, stream, keeping))
    else stream.resume()
  })
  const isWhole = await new Promise<boolean>((resolve) => {
    parser.on("close", () => resolve(true))
    parser.on("error", () => resolve(false))
    const incoming = Readable.fromWeb(body as ReadableStream<Uint8Array>)
    incoming.on("error", () => resolve(false))
    incoming.pipe(parser)
  })
  await Promise.all(all)
  return isWhole ? form : { ...form, trouble: "broken" }
}

function parserFor(contentType: string, { filesMax, bytesMax }: Keeping): busboy.Busboy | null {
  try {
    return busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: { files: filesMax, fileSize: bytesMax + 1, fields: 30, fieldSize: 100_000, parts: 40 },
    })
  } catch {
    // All it refuses here is a content type without a boundary: that is no form.
    return null
  }
}

async function keepOne(form: FileForm, stream: Readable, keeping: Keeping): Promise<void> {
  const pieces = stream[Symbol.asyncIterator]()
  const head: Buffer[] = []
  try {
    const first = await firstOf(pieces, head, keeping.sniffBytes)
    if (first.length === 0) return
    const mediaType = keeping.typeOf(first)
    if (form.fields.declared !== "yes" || mediaType === null) {
      form.trouble ??= mediaType === null ? "kind" : "undeclared"
      return
    }
    const kept = await keeping.keep(resumed(head, pieces), form.fields)
    if (!form.files.some((file) => file.sha256 === kept.sha256)) form.files.push({ ...kept, mediaType })
  } catch (error) {
    form.trouble ??= error instanceof FileTooLarge ? "tooLarge" : "broken"
  } finally {
    await readOut(pieces)
  }
}

/** The form goes on behind this file only once all of it has been read; what is left of it is dropped. */
async function readOut(pieces: AsyncIterator<Buffer>): Promise<void> {
  try {
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next());
  } catch {
    // The connection broke inside the file: there is nothing left to read, and the form says "broken" itself.
  }
}

async function firstOf(pieces: AsyncIterator<Buffer>, head: Buffer[], sniffBytes: number): Promise<Buffer> {
  for (let length = 0; length < sniffBytes; ) {
    const next = await pieces.next()
    if (next.done === true) break
    head.push(next.value)
    length += next.value.length
  }
  return Buffer.concat(head).subarray(0, sniffBytes)
}

async function* resumed(head: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* head
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}
