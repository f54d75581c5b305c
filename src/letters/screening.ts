/**
 * Papers among the files of a form: looked through for the stamp of a state secret before any byte of them touches a disk.
 * A stamp in a picture is not read; whoever hands the file in has said under oath that there is none.
 */
import { Readable } from "node:stream"
import { setTimeout as pause } from "node:timers/promises"
import { FileTooLarge } from "../kernel/files.ts"
import { FileRefused } from "../kernel/http/file-refused.ts"
import { readLetter, stampOnLong } from "./read/aside.ts"

/** Word, PDF and text say what they are; pictures and sound are not read. */
const papers: ReadonlySet<string> = new Set([
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "text/plain",
])

export type Paper = { mediaType: string; bytesMax: number }

/**
 * The same bytes, held in memory until they were looked through; anything but a paper flows on as it comes. Throws `FileRefused`
 * ("stamped", "locked", or "unread" where the readers have too much to do) and `FileTooLarge`.
 */
export async function unstamped(
  pieces: AsyncIterable<Uint8Array>,
  { mediaType, bytesMax }: Paper,
): Promise<AsyncIterable<Uint8Array>> {
  if (!papers.has(mediaType.split(";")[0] ?? "")) return pieces
  const all: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    length += piece.length
    if (length > bytesMax) throw new FileTooLarge("a paper that is looked through")
    all.push(piece)
  }
  const bytes = Buffer.concat(all)
  await lookThrough(bytes)
  return Readable.from([bytes])
}

const triesMax = 3

/**
 * A locked paper is sent back: nobody here could look at it, before it is kept or after. A paper longer than a letter is looked at
 * on its first and last pages. A scan, and what the readers cannot bear, stay with the oath of whoever sends it (decision 0013).
 */
async function lookThrough(bytes: Uint8Array): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const reading = await readLetter(bytes, "")
    const why = "refused" in reading ? reading.refused : null
    if (why === "secret") throw new FileRefused("stamped")
    if (why === "encrypted") throw new FileRefused("locked")
    if (why === "tooLong" && (await stampOnLong(bytes)) === "stamped") throw new FileRefused("stamped")
    if (why !== "busy") return
    if (tries === triesMax) throw new FileRefused("unread")
    await pause(1_000)
  }
}
