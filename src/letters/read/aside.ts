/** A letter read in a process of its own, bounded in time and memory (`kernel/apart`). Nothing touches a disk. */
import { apart, Overrun, reading } from "../../kernel/apart/apart.ts"
import type { ReadLetter, readLetterBytes } from "./letter.apart.ts"
import { fileBytesMax } from "./limits.ts"

export type { ReadLetter }

const readBytes = apart<typeof readLetterBytes>(
  reading,
  { file: new URL("./letter.apart.ts", import.meta.url), name: "readLetterBytes" },
  { ms: 60_000, answerBytesMax: 60_000_000 },
)

/** `fileName` is not relied upon: the form is known by the bytes. */
export async function readLetter(bytes: Uint8Array, _fileName: string): Promise<ReadLetter> {
  if (bytes.length > fileBytesMax) return { refused: "tooLong" }
  try {
    return await readBytes(Uint8Array.from(bytes))
  } catch (error) {
    if (!(error instanceof Overrun)) throw error
    if (error.why === "busy" || error.why === "broken") return { refused: error.why }
    return { refused: "tooLong" }
  }
}

/** Does the file, or the typed text, bear the stamp of a state secret? What cannot be read (a picture, a scan) answers no. */
export async function bearsSecretStamp(file: Uint8Array): Promise<boolean> {
  const reading = await readLetter(file, "")
  return "refused" in reading && reading.refused === "secret"
}
