/** Signing, and reading what was signed, in a process of its own (`kernel/apart`). */
import { apart, Overrun, reading } from "../../kernel/apart/apart.ts"
import type * as work from "./sign.apart.ts"

const file = new URL("./sign.apart.ts", import.meta.url)
const bounds = { ms: 60_000, answerBytesMax: 60_000_000 }

const sign = apart<typeof work.signWithP12>(reading, { file, name: "signWithP12" }, bounds)

/** Refuses a key file that it cannot open, or that takes too much. Rejects with `LaneBusy` where too many wait. */
export async function signWithP12(asked: work.ToSign): ReturnType<typeof work.signWithP12> {
  try {
    return await sign(asked)
  } catch (error) {
    if (error instanceof Overrun) return { refused: "key.broken" }
    throw error
  }
}

/**
 * What each signature of the PDF says, in the order of the file; empty for a PDF that nobody signed. Rejects with
 * `Overrun` where the file takes too much.
 */
export const verifyPdf = apart<typeof work.verifyPdf>(reading, { file, name: "verifyPdf" }, bounds)

export const trialKeyOf = apart<typeof work.trialKeyOf>(reading, { file, name: "trialKeyOf" }, bounds)
