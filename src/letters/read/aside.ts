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

/** The form is known by the bytes; a file that is not what its name says is refused, since its keeper could not open it later. */
export async function readLetter(bytes: Uint8Array, fileName: string): Promise<ReadLetter> {
  if (bytes.length > fileBytesMax) return { refused: "tooLong" }
  try {
    const reading = await readBytes(Uint8Array.from(bytes))
    return "refused" in reading || isWhatItIsCalled(bytes, fileName) ? reading : { refused: "broken" }
  } catch (error) {
    if (!(error instanceof Overrun)) throw error
    if (error.why === "busy" || error.why === "broken") return { refused: error.why }
    return { refused: "tooLong" }
  }
}

function isWhatItIsCalled(bytes: Uint8Array, fileName: string): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 1_024))
  if (/\.pdf$/i.test(fileName)) return start.includes("%PDF-")
  return !/\.docx$/i.test(fileName) || start.startsWith("PK")
}
