/** A letter read in a process of its own, bounded in time and memory (`kernel/apart`). Nothing touches a disk. */
import { apart, LaneBusy, Overrun, reading } from "../../kernel/apart/apart.ts"
import type { ReadLetter, readLetterBytes, stampOnBytes } from "./letter.apart.ts"
import { fileBytesMax } from "./limits.ts"

export type { ReadLetter }

const readBytes = apart<typeof readLetterBytes>(
  reading,
  { file: new URL("./letter.apart.ts", import.meta.url), name: "readLetterBytes" },
  { ms: 60_000, answerBytesMax: 60_000_000 },
)

const seeStamp = apart<typeof stampOnBytes>(
  reading,
  { file: new URL("./letter.apart.ts", import.meta.url), name: "stampOnBytes" },
  { ms: 60_000, answerBytesMax: 10_000 },
)

/** Of a file longer than a letter: the stamp on its first and last pages. "unseen": there is more than can be looked through. */
export async function stampOnLong(bytes: Uint8Array): Promise<"stamped" | "none" | "unseen"> {
  try {
    const seen = await seeStamp(Uint8Array.from(bytes))
    return typeof seen === "string" ? seen : "unseen"
  } catch (error) {
    if (error instanceof Overrun) return "unseen"
    throw error
  }
}

/** The form is known by the bytes; a file that is not what its name says is refused, since its keeper could not open it later. */
export async function readLetter(bytes: Uint8Array, fileName: string): Promise<ReadLetter> {
  if (bytes.length > fileBytesMax) return { refused: "tooLong" }
  try {
    const reading = await readBytes(Uint8Array.from(bytes))
    return "refused" in reading || isWhatItIsCalled(bytes, fileName) ? reading : { refused: "broken" }
  } catch (error) {
    if (error instanceof LaneBusy) return { refused: "busy" }
    if (!(error instanceof Overrun)) throw error
    return { refused: error.why === "broken" ? "broken" : "tooLong" }
  }
}

function isWhatItIsCalled(bytes: Uint8Array, fileName: string): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 1_024))
  if (/\.pdf$/i.test(fileName)) return start.includes("%PDF-")
  return !/\.docx$/i.test(fileName) || start.startsWith("PK")
}
