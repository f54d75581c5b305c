/**
 * Originals by their hash: each file is sealed with a key outside the database and named by the SHA-256 of its
 * plain bytes, so that the same file is kept once and a file that was changed on disk no longer opens.
 *
 * The store is shared by all bodies, so nothing here removes a file by its hash: that is the sweep's (`sweep.ts`), which
 * asks every row. What a request brings lies under a name of its own until its form is taken, and goes with a refused one.
 * Whether bytes may be written at all (state secrets, declarations) is decided before they come here.
 */
import { createHash, randomBytes } from "node:crypto"
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, utimes } from "node:fs/promises"
import { dirname, join } from "node:path"
import type { Keys } from "./keys.ts"

/** The part of the house that keeping files needs. */
export type FileStore = { filesDir: string; keys: Keys }

/** The store of originals that nobody wanted kept: each goes as soon as its copy without metadata is made. */
export const passingOf = (filesDir: string): string => join(filesDir, "passing")

/** What one file may weigh here. */
export const fileBytesMax = 50_000_000

export class FileTooLarge extends Error {}

export const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

/** Written whole or not at all: to a name of its own first, then renamed. Putting it twice keeps it once. */
export async function putFile(store: FileStore, bytes: Uint8Array): Promise<{ sha256: string }> {
  if (bytes.byteLength > fileBytesMax) throw new FileTooLarge(`${bytes.byteLength} > ${fileBytesMax}`)
  const sha256 = sha256Of(bytes)
  const path = pathOf(store, sha256)
  if (await isKeptAnew(path)) return { sha256 }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const part = `${path}.${randomBytes(6).toString("hex")}.part`
  const file = await open(part, "wx", 0o600)
  try {
    await file.writeFile(store.keys.seal("files", Buffer.from(bytes)))
    await file.sync()
    await file.close()
    await rename(part, path)
  } catch (error) {
    await file.close()
    await rm(part, { force: true })
    throw error
  }
  return { sha256 }
}

/** Whole and sealed, under a name that no other request knows. One of the two ends it; a second call does nothing. */
export type Staged = { sha256: string; bytes: number; keep(): Promise<void>; drop(): Promise<void> }

/**
 * The same for bytes that come piece by piece: one piece at a time is in memory. Throws `FileTooLarge` past `bytesMax`
 * and leaves nothing behind when it fails. It is in the store once it is kept: before the row that names it is written.
 */
export async function stageStream(
  store: FileStore,
  pieces: AsyncIterable<Uint8Array>,
  bytesMax: number,
): Promise<Staged> {
  await mkdir(store.filesDir, { recursive: true, mode: 0o700 })
  const part = join(store.filesDir, `${randomBytes(12).toString("hex")}.part`)
  const file = await open(part, "wx", 0o600)
  try {
    const written = await writePieces(file, store, pieces, bytesMax)
    await file.sync()
    await file.close()
    return { ...written, ...endings(part, pathOf(store, written.sha256)) }
  } catch (error) {
    await file.close()
    await rm(part, { force: true })
    throw error
  }
}

function endings(part: string, path: string): Pick<Staged, "keep" | "drop"> {
  let isOver = false
  const once = async (end: () => Promise<void>) => {
    if (isOver) return
    isOver = true
    await end()
  }
  return {
    keep: () =>
      once(async () => {
        if (await isKeptAnew(path)) return rm(part, { force: true })
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await rename(part, path)
      }),
    drop: () => once(() => rm(part, { force: true })),
  }
}

/** Staged and kept in one: for bytes that no form can refuse any more. */
export async function putStream(
  store: FileStore,
  pieces: AsyncIterable<Uint8Array>,
  bytesMax: number,
): Promise<{ sha256: string; bytes: number }> {
  const { sha256, bytes, keep } = await stageStream(store, pieces, bytesMax)
  await keep()
  return { sha256, bytes }
}

async function writePieces(
  file: FileHandle,
  store: FileStore,
  pieces: AsyncIterable<Uint8Array>,
  bytesMax: number,
): Promise<{ sha256: string; bytes: number }> {
  const { head, tagAt, cipher } = store.keys.sealing("files")
  const hash = createHash("sha256")
  await file.write(head)
  let bytes = 0
  for await (const piece of pieces) {
    bytes += piece.byteLength
    if (bytes > bytesMax) throw new FileTooLarge(`more than ${bytesMax}`)
    hash.update(piece)
    await file.write(cipher.update(piece))
  }
  await file.write(cipher.final())
  await file.write(cipher.getAuthTag(), 0, 16, tagAt)
  return { sha256: hash.digest("hex"), bytes }
}

/** Null when no file has this hash. A file that does not open, or opens to other bytes, is an error. */
export async function getFile(store: FileStore, sha256: string): Promise<Buffer | null> {
  const path = pathOf(store, sha256)
  if (!(await exists(path))) return null
  const bytes = store.keys.open("files", await readFile(path))
  if (sha256Of(bytes) !== sha256) throw new Error(`file ${sha256} does not have its hash`)
  return bytes
}

export function pathOf(store: FileStore, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("a file is named by its SHA-256")
  return join(store.filesDir, sha256.slice(0, 2), sha256)
}

/**
 * Whether the file is there already, its time set to now: whoever sweeps sees that somebody is about to name it. Both in one
 * step: a file that the sweep has just taken aside is not there, and is written again.
 */
async function isKeptAnew(path: string): Promise<boolean> {
  const now = new Date()
  return utimes(path, now, now).then(() => true, absent)
}

function absent(error: NodeJS.ErrnoException): false {
  if (error.code === "ENOENT") return false
  throw error
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isFile(), absent)
}
