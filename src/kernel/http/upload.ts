/**
 * A form with files, streamed: fields first, then each file to whoever keeps it, in the order in which they were sent.
 * Nothing of a file touches a disk before the sender has declared, in a field above it, that it holds no state secret;
 * then it lies apart until its form is taken, and goes with a refused one.
 */
import { FileTooLarge, type Staged } from "../files.ts"
import { type FileStream, readFiles } from "./body.ts"
import type { Ctx, Lists } from "./env.ts"
import { lastOf } from "./fields.ts"
import { FileRefused, type FileTrouble } from "./file-refused.ts"
import { holdUntilAnswered } from "./staged.ts"

export type KeptFile = { sha256: string; bytes: number; mediaType: string }
export type NamedFile = KeptFile & { name: string }
export type FileForm = {
  fields: Record<string, string>
  files: NamedFile[]
  trouble: FileTrouble | null
  /** The name of the file that is troubled, "" for the form itself. */
  troubled: string
  /** Puts the files into the store: once the form is taken, before the rows that name them are written. */
  keep(): Promise<void>
}

/** What the slice knows of its files. `stage` throws `FileTooLarge` and `FileRefused`. */
export type Keeping = {
  /** So many first bytes tell what a file is. */
  sniffBytes: number
  /** By its first bytes, or by its name; null for a kind that is not taken. */
  typeOf(first: Uint8Array, name: string): string | null
  stage(
    pieces: AsyncIterable<Uint8Array>,
    fields: Readonly<Record<string, string>>,
    file: { name: string; mediaType: string },
  ): Promise<Staged>
}

/** Behind `takesFiles`, which says how many and how large. Throws `Refused` for what is no such form. */
export async function readFileForm(c: Ctx, of: Keeping): Promise<FileForm> {
  const files: (NamedFile | null)[] = []
  const staged: Staged[] = []
  let trouble: FileTrouble | null = null
  let troubled = ""
  const keeping: Keeping = {
    ...of,
    async stage(pieces, fields, named) {
      const file = await of.stage(pieces, fields, named)
      holdUntilAnswered(c, file)
      staged.push(file)
      return file
    },
  }
  const lists = await readFiles(c, {
    onTooMany() {
      trouble ??= "tooMany"
    },
    onBroken() {
      trouble = "broken"
    },
    async onFile(file, fields) {
      const place = files.push(null) - 1
      const kept = await keepOne(file, lastOf(fields), keeping)
      if (typeof kept !== "string") files[place] = kept
      else if (trouble === null) {
        trouble = kept
        troubled = safeName(file.name)
      }
    },
  })
  const keep = async () => {
    for (const file of staged) await file.keep()
  }
  return { fields: lastOf(lists), files: files.filter((file) => file !== null), trouble, troubled, keep }
}

/** The same bytes chosen twice are one file, in the first one's place. */
export async function onePerContent(sent: Promise<FileForm>): Promise<FileForm> {
  const form = await sent
  const isFirst = ({ sha256 }: NamedFile, at: number) =>
    form.files.findIndex((other) => other.sha256 === sha256) === at
  return { ...form, files: form.files.filter(isFirst) }
}

async function keepOne(
  { name, stream }: FileStream,
  fields: Readonly<Record<string, string>>,
  keeping: Keeping,
): Promise<NamedFile | FileTrouble> {
  const pieces: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]()
  const head: Buffer[] = []
  try {
    const first = await firstOf(pieces, head, keeping.sniffBytes)
    if (first.length === 0) return "empty"
    const mediaType = keeping.typeOf(first, name)
    if (mediaType === null) return "kind"
    if (fields.declared !== "yes") return "undeclared"
    const asKept = safeName(name)
    const { sha256, bytes } = await keeping.stage(resumed(head, pieces), fields, {
      name: asKept,
      mediaType,
    })
    return { sha256, bytes, mediaType, name: asKept }
  } catch (error) {
    if (error instanceof FileTooLarge) return "tooLarge"
    if (error instanceof FileRefused) return error.trouble
    throw error
  } finally {
    await readOut(pieces)
  }
}

export type HeldFile = { name: string; mediaType: string; bytes: Buffer }
export type HeldForm = {
  lists: Lists
  fields: Record<string, string>
  file: HeldFile | null
  trouble: "tooLarge" | "broken" | null
}

/**
 * A form with one file of bounded size, in memory and nowhere else: a letter until its head has shown that it is no
 * state secret, a key that signs, a list that is read line by line.
 */
export async function holdFile(c: Ctx, bytesMax: number): Promise<HeldForm> {
  let file: HeldFile | null = null
  let trouble: HeldForm["trouble"] = null
  const lists = await readFiles(c, {
    onTooMany() {},
    onBroken() {
      trouble = "broken"
      file = null
    },
    async onFile({ name, mediaType, stream }) {
      const pieces: Buffer[] = []
      let length = 0
      for await (const piece of stream as AsyncIterable<Buffer>) {
        length += piece.length
        if (length <= bytesMax) pieces.push(piece)
        else pieces.length = 0
      }
      if (length > bytesMax) trouble = "tooLarge"
      else if (length > 0) file = { name: safeName(name), mediaType, bytes: Buffer.concat(pieces) }
    },
  })
  return { lists, fields: lastOf(lists), file, trouble }
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

/** The form goes on behind this file only once all of it has been read; what is left of it is dropped. */
async function readOut(pieces: AsyncIterator<Buffer>): Promise<void> {
  try {
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next());
  } catch {
    // The connection broke inside the file: there is nothing left to read, and the form says so itself.
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
