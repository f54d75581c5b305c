/** Signing, and reading what was signed, in a process of its own (`kernel/apart`). */
import { apart, reading } from "../../kernel/apart/apart.ts"
import type * as work from "./sign.apart.ts"

const file = new URL("./sign.apart.ts", import.meta.url)
const bounds = { ms: 60_000, answerBytesMax: 60_000_000 }

/** Refuses a key file that it cannot open; rejects with `Overrun` where the file takes too much. */
export const signWithP12 = apart<typeof work.signWithP12>(reading, { file, name: "signWithP12" }, bounds)

/** What each signature of the PDF says, in the order of the file; empty for a PDF that nobody signed. */
export const verifyPdf = apart<typeof work.verifyPdf>(reading, { file, name: "verifyPdf" }, bounds)

export const trialKeyOf = apart<typeof work.trialKeyOf>(reading, { file, name: "trialKeyOf" }, bounds)
