/**
 * The one reader of request bodies. What a route may be sent is said where the route is (`takesFiles`), never by the
 * sender: a plain form unless told, at most `formBytesMax`, never compressed. Fields are counted while they come, so
 * that memory does not follow what is sent; files stream to whoever keeps them, in the order in which they arrive.
 */
import { createHash, type Hash } from "node:crypto"
import { Readable } from "node:stream"
import busboy from "busboy"
import type { MiddlewareHandler } from "hono"
import { matchedRoutes } from "hono/route"
import { troubleOf } from "../db/trouble.ts"
import { isStorable, storable, unstorableIn } from "../storable.ts"
import { hasRoom, type Taken, takeBytes, uncountedBytes } from "./budget.ts"
import type { Ctx, Env, Lists } from "./env.ts"
import { provesOwnForm, tokenField } from "./form-token.ts"
import { networkOf } from "./network.ts"
import { noteOnce, onceField } from "./once.ts"
import { openedField, readOpened } from "./opened.ts"
import { isForPrograms, Refused, refuse } from "./refusal.tsx"

/** All fields of a form together. */
export const formBytesMax = 2_000_000
const fieldsMax = 1_000
const fieldNameBytesMax = 200
/** Heads of parts, and what lies between the network and who keeps a file. */
const slackBytes = 300_000
const pieceBytes = 65_536

export type FilesTaken = { files: number; bytesMax: number }
const declared = new WeakMap<object, FilesTaken>()

/** Stands in front of a route that takes files: so many, of so many bytes each. All others take none. */
export function takesFiles(taken: FilesTaken): MiddlewareHandler<Env> {
  const marker: MiddlewareHandler<Env> = (_c, next) => next()
  declared.set(marker, taken)
  return marker
}

function filesTakenBy(c: Ctx): FilesTaken | null {
  for (const { handler } of matchedRoutes(c)) {
    const taken = declared.get(handler)
    if (taken !== undefined) return taken
  }
  return null
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"])
export const mayAct = (c: Ctx): boolean => !safeMethods.has(c.req.method)

const formType = "application/x-www-form-urlencoded"
const multipartType = "multipart/form-data"
const mediaTypeOf = (c: Ctx) => (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? ""

/** Before any route: refuses a body that the route has not asked for, and one that says itself that it is too large. */
export const bodies: MiddlewareHandler<Env> = async (c, next) => {
  if (!mayAct(c)) return next()
  const encoding = c.req.header("content-encoding")?.trim().toLowerCase() ?? "identity"
  if (encoding !== "identity") return refuse(c, "encoded")
  const length = Number(c.req.header("content-length") ?? 0)
  const type = mediaTypeOf(c)
  const isEmpty = length === 0 && c.req.header("transfer-encoding") === undefined
  if (type === "" && isEmpty) return next()
  const taken = filesTakenBy(c)
  const isTaken = isForPrograms(c)
    ? type === "application/json"
    : type === formType || (type === multipartType && taken !== null)
  if (!isTaken) return refuse(c, "mediaType")
  if (length > roomFor(type === multipartType ? taken : null)) return refuse(c, "tooLarge")
  const announced = type === multipartType ? length || roomFor(taken) : 0
  const room = await roomForFiles(c, announced)
  if (typeof room === "string") return refuse(c, room)
  try {
    if (isForPrograms(c)) await readJson(c)
    await next()
  } finally {
    await room?.settle(c.get("bytesRead") ?? 0)
  }
}

/** Before a byte of the files is read. Nobody who is signed in is counted: their names stand beside what they send. */
async function roomForFiles(c: Ctx, bytes: number): Promise<Taken | "tooMuch" | "noRoom" | null> {
  if (bytes <= uncountedBytes) return null
  const house = c.get("house")
  if (!(await hasRoom(house.config.dataDir, bytes))) {
    house.log.error({ dir: house.config.dataDir }, "no room left for files")
    return "noRoom"
  }
  if (c.get("officer") !== null) return null
  const taken = await takeBytes(house.db, networkOf(c), { bytes, now: house.clock.now() })
  return taken ?? "tooMuch"
}

const roomFor = (taken: FilesTaken | null) =>
  formBytesMax + (taken === null ? 0 : slackBytes + taken.files * (taken.bytesMax + 1_000))

export async function listsOf(c: Ctx): Promise<Lists> {
  let lists = c.get("lists")
  if (lists === undefined) {
    lists = readBody(c, null)
    c.set("lists", lists)
  }
  return lists
}

export type FileStream = { name: string; mediaType: string; stream: Readable }
/** Called for each file as it comes; the form goes on behind it once the stream has been read to its end. */
export type OnFile = (file: FileStream, fields: Lists) => Promise<void>
export type OnForm = {
  onFile: OnFile
  onTooMany(): void
  /** The form broke off inside: what was read of it is given back, so that nothing typed is lost. */
  onBroken?(): void
}

/** The fields of a form with files. Throws `Refused` when it breaks off, is no form, or is larger than its route takes. */
export function readFiles(c: Ctx, files: OnForm): Promise<Lists> {
  const known = c.get("lists")
  if (known !== undefined) return known
  const lists = readBody(c, files)
  c.set("lists", lists)
  return lists
}

async function readBody(c: Ctx, files: OnForm | null): Promise<Lists> {
  const body = c.req.raw.body
  const type = mediaTypeOf(c)
  if (body === null || type === "") return proven(c, new Map())
  const taken = type === multipartType ? filesTakenBy(c) : null
  const parser = parserFor(c, taken)
  const fields = new Map<string, string[]>()
  const counts = { total: 0, inFiles: 0, isSkipping: false }
  const kept: Promise<void>[] = []
  const hashes: Hash[] = []
  let trouble = null as Refused | null
  let hasUnstorable = false
  // The server's own, such as a full disk: told as such, never as something that the sender did.
  let fault: unknown = null
  const stop = (why: Refused) => {
    trouble ??= why
    parser.destroy(why)
  }
  parser.on("field", (name, value, info) => {
    counts.isSkipping = false
    if (info.nameTruncated || info.valueTruncated) return stop(new Refused("tooLarge"))
    if (!isStorable(name) || !isStorable(value)) hasUnstorable = true
    const [field, text] = [storable(name), storable(value)]
    const before = fields.get(field)
    if (before === undefined) fields.set(field, [text])
    else before.push(text)
  })
  parser.on("file", (_name, stream, info) => {
    counts.isSkipping = false
    const hash = createHash("sha256").update(JSON.stringify(info.filename ?? ""))
    hashes.push(hash)
    stream.on("data", (piece: Buffer) => {
      counts.inFiles += piece.length
      hash.update(piece)
    })
    // The rest of a file that is too large is read and dropped, so that the form's answers are given back.
    stream.on("limit", () => {
      counts.isSkipping = true
    })
    stream.pause()
    stream.on("error", () => {})
    // A browser sends an empty file, without a name, for a field left empty.
    if (files === null || !info.filename) return void stream.resume()
    if (!isProven(c, fields)) return stop(new Refused("otherSite"))
    const file = { name: info.filename, mediaType: info.mimeType, stream }
    kept.push(
      files.onFile(file, listsFrom(fields)).catch((error) => {
        if (troubleOf(error) !== null) fault ??= error
        stop(asRefused(error))
      }),
    )
  })
  parser.on("fieldsLimit", () => stop(new Refused("tooLarge")))
  parser.on("partsLimit", () => stop(new Refused("tooLarge")))
  parser.on("filesLimit", () => files?.onTooMany())
  c.set("bytesRead", 0)
  const over = () =>
    counts.total > roomFor(taken) || counts.total - counts.inFiles > formBytesMax + slackBytes
  const count = (piece: Uint8Array) => {
    counts.total += piece.length
    c.set("bytesRead", counts.total)
    if (counts.isSkipping) counts.inFiles += piece.length
    if (over()) stop(new Refused("tooLarge"))
  }
  await pump(body.getReader(), parser, count, type === formType ? escaped : (piece) => piece).catch(
    (error) => {
      trouble ??= asRefused(error)
    },
  )
  await Promise.all(kept)
  if (fault !== null) throw fault
  if (trouble !== null) {
    if (trouble.why !== "broken" || files?.onBroken === undefined) throw trouble
    files.onBroken()
  }
  const lists = proven(c, fields, hashes)
  // The words without it are given back by the page that says so.
  if (hasUnstorable) throw new Refused("characters")
  return lists
}

const asRefused = (error: unknown) => (error instanceof Refused ? error : new Refused("broken"))

function parserFor(c: Ctx, taken: FilesTaken | null): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": (c.req.header("content-type") ?? "").trim() },
      defParamCharset: "utf8",
      limits: {
        fields: fieldsMax,
        fieldNameSize: fieldNameBytesMax,
        fieldSize: formBytesMax,
        files: taken?.files ?? 0,
        fileSize: (taken?.bytesMax ?? 0) + 1,
        parts: fieldsMax + (taken?.files ?? 0) + 1,
      },
    })
  } catch {
    // Busboy refuses here a content type that it cannot use: one without a boundary, or in an unknown charset.
    throw new Refused("broken")
  }
}

/** A browser escapes each letter with an accent. Where a program did not, busboy would take each of its bytes for a letter. */
const escaped = (piece: Uint8Array): Uint8Array =>
  piece.every((byte) => byte < 128)
    ? piece
    : Buffer.from(
        Buffer.from(piece)
          .toString("latin1")
          .replace(/[\u0080-\u00ff]/g, encodedByte),
        "latin1",
      )
const encodedByte = (byte: string) => `%${byte.charCodeAt(0).toString(16)}`

/** Hands on piece by piece, waiting where who keeps a file is slower than the network. */
async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  parser: busboy.Busboy,
  count: (piece: Uint8Array) => void,
  given: (piece: Uint8Array) => Uint8Array,
): Promise<void> {
  const closed = new Promise<void>((resolve, reject) => {
    parser.once("close", resolve)
    parser.once("error", reject)
  })
  // Looked at below; a parser that fails while a piece is awaited must not be an unhandled rejection.
  closed.catch(() => {})
  try {
    for (;;) {
      const next = await reader.read()
      if (next.done) break
      for (let at = 0; at < next.value.length && !parser.destroyed; at += pieceBytes) {
        const piece = next.value.subarray(at, at + pieceBytes)
        count(piece)
        if (!parser.destroyed && !parser.write(given(piece)))
          await Promise.race([new Promise<void>((go) => parser.once("drain", go)), closed])
      }
      if (parser.destroyed) break
    }
    if (!parser.destroyed) parser.end()
    await closed
  } catch (error) {
    parser.destroy()
    throw error
  } finally {
    // What has not been read stays unread: the server closes the connection instead.
    reader.releaseLock()
  }
}

function proven(c: Ctx, fields: Map<string, string[]>, files: readonly Hash[] = []): Lists {
  if (!isProven(c, fields)) throw new Refused("otherSite")
  const once = fields.get(onceField)?.[0]
  fields.delete(tokenField)
  fields.delete(onceField)
  c.set("opened", readOpened(c, fields.get(openedField)?.[0]))
  fields.delete(openedField)
  noteOnce(
    c,
    once,
    fields,
    files.map((file) => file.digest("hex")),
  )
  const lists = listsFrom(fields)
  c.set("sent", lists)
  return lists
}

const isProven = (c: Ctx, fields: ReadonlyMap<string, readonly string[]>) =>
  c.get("mustProve") !== true || provesOwnForm(c, fields.get(tokenField)?.[0])

const listsFrom = (fields: ReadonlyMap<string, readonly string[]>): Lists => Object.fromEntries(fields)

/** A program's body: read here once, within bounds, and handed on as text to the route's schema. */
async function readJson(c: Ctx): Promise<void> {
  const text = await textOf(c)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refused("broken")
  }
  const at = unstorableIn(value)
  if (at !== null) throw new Refused("characters", at)
  const { method, headers } = c.req.raw
  c.req.raw = new Request(c.req.url, { method, headers, body: text })
}

/** The body of a protocol that has media types of its own, as text; null: it is longer than `bytesMax`. */
export async function readWithin(c: Ctx, bytesMax: number): Promise<string | null> {
  try {
    return await textOf(c, bytesMax)
  } catch (error) {
    if (error instanceof Refused && error.why === "tooLarge") return null
    throw error
  }
}

async function textOf(c: Ctx, bytesMax = formBytesMax): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  if (c.req.raw.body === null) return ""
  const incoming = Readable.fromWeb(c.req.raw.body as import("node:stream/web").ReadableStream<Uint8Array>)
  try {
    for await (const piece of incoming as AsyncIterable<Uint8Array>) {
      bytes += piece.length
      if (bytes > bytesMax) throw new Refused("tooLarge")
      pieces.push(piece)
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces))
  } catch (error) {
    throw asRefused(error)
  }
}
