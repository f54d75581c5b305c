/**
 * A form with files, streamed: fields first, then each file straight to the sealed store. Nothing of a file touches a
 * disk before the sender has declared, in a field above it, that it holds no state secret.
 */
import { Readable } from "node:stream"
import type { ReadableStream } from "node:stream/web"
import busboy from "busboy"
import { FileTooLarge } from "../../kernel/files.ts"
import type { Ctx } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { keepEvidence } from "../actions/evidence.ts"
import type { TipFile } from "../actions/take.ts"
import { evidenceBytesMax, evidenceFilesMax, sniffBytes, typeOfBytes } from "../domain/evidence.ts"

export type FileTrouble = "undeclared" | "tooLarge" | "tooMany" | "kind" | "broken"
export type TipForm = { fields: Record<string, string>; files: TipFile[]; trouble: FileTrouble | null }

export async function readTipForm(c: Ctx): Promise<TipForm> {
  const contentType = c.req.header("content-type") ?? ""
  const body = c.req.raw.body
  if (!contentType.startsWith("multipart/form-data") || body === null)
    return { fields: await fieldsOf(c), files: [], trouble: null }
  const form: TipForm = { fields: {}, files: [], trouble: null }
  const keeping: Promise<void>[] = []
  const parser = parserFor(contentType)
  if (parser === null) return { ...form, trouble: "broken" }
  parser.on("field", (name, value) => {
    form.fields[name] = value
  })
  parser.on("filesLimit", () => {
    form.trouble ??= "tooMany"
  })
  parser.on("file", (_name, stream, info) => {
    // A browser sends an empty file, without a name, for a field left empty.
    if (info.filename) keeping.push(keepOne(c, form, stream))
    else stream.resume()
  })
  const isWhole = await new Promise<boolean>((resolve) => {
    parser.on("close", () => resolve(true))
    parser.on("error", () => resolve(false))
    const incoming = Readable.fromWeb(body as ReadableStream<Uint8Array>)
    incoming.on("error", () => resolve(false))
    incoming.pipe(parser)
  })
  await Promise.all(keeping)
  return isWhole ? form : { ...form, trouble: "broken" }
}

function parserFor(contentType: string): busboy.Busboy | null {
  try {
    return busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: {
        files: evidenceFilesMax,
        fileSize: evidenceBytesMax + 1,
        fields: 30,
        fieldSize: 100_000,
        parts: 40,
      },
    })
  } catch {
    // All it refuses here is a content type without a boundary: that is no form.
    return null
  }
}

/** An anonymous reporter's original is kept only when they say so; whoever gives a name stands behind theirs. */
export const keepsOriginals = (fields: Readonly<Record<string, string>>) =>
  fields.keep === "yes" || `${fields.name ?? ""}${fields.contact ?? ""}`.trim() !== ""

async function keepOne(c: Ctx, form: TipForm, stream: Readable): Promise<void> {
  const pieces = stream[Symbol.asyncIterator]()
  const head: Buffer[] = []
  try {
    const first = await firstOf(pieces, head)
    if (first.length === 0) return
    const mediaType = typeOfBytes(first)
    if (form.fields.declared !== "yes" || mediaType === null) {
      form.trouble ??= mediaType === null ? "kind" : "undeclared"
      return
    }
    const kept = await keepEvidence(c.get("house"), resumed(head, pieces), keepsOriginals(form.fields))
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

async function firstOf(pieces: AsyncIterator<Buffer>, head: Buffer[]): Promise<Buffer> {
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
