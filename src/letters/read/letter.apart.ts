/** The reader of letters as `aside.ts` has it done: what a letter is refused for is an answer too. */
import { isStamped, readFileBytes } from "./letter.ts"
import type { LetterReading } from "./reading.ts"
import { Refusal, type RefusalReason } from "./refusal.ts"

export type ReadLetter = LetterReading | { refused: RefusalReason }

export async function readLetterBytes(bytes: Uint8Array): Promise<ReadLetter> {
  try {
    return await readFileBytes(bytes)
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.reason }
    throw error
  }
}

/** The stamp of a file that is longer than a letter, as far as it can be seen. */
export async function stampOnBytes(
  bytes: Uint8Array,
): Promise<"stamped" | "none" | { refused: RefusalReason }> {
  try {
    return (await isStamped(bytes)) ? "stamped" : "none"
  } catch (error) {
    if (error instanceof Refusal) return error.reason === "secret" ? "stamped" : { refused: error.reason }
    throw error
  }
}
