/** A letter's file, of any form that offices send, read into what it says; held in memory only. */
import type { FileWords } from "./forms/seen.ts"
import { textOfBytes } from "./forms/txt.ts"
import { fileBytesMax, linesMax, textCharsMax } from "./limits.ts"
import { readText } from "./read.ts"
import type { LetterReading } from "./reading.ts"
import { Refusal } from "./refusal.ts"
import { isStateSecret } from "./secrecy.ts"

/** The form is known by the first bytes; a name may lie. */
export async function readFileBytes(bytes: Uint8Array): Promise<LetterReading> {
  if (bytes.length > fileBytesMax) throw new Refusal("tooLong")
  const { text, aside, pictures } = await wordsOf(bytes)
  if (text.length > textCharsMax || linesIn(text) > linesMax) throw new Refusal("tooLong")
  if (!/\p{L}/u.test(text)) throw new Refusal(isStateSecret(text, aside) ? "secret" : "noText")
  const reading = readText(text, aside)
  return pictures === 0 ? reading : { ...reading, pictures }
}

/**
 * Whether a person sees the stamp of a state secret on a file that is longer than a letter: of a PDF its ends are read, of
 * anything else as much as the readers bear. Throws `Refusal` where nothing can be seen: it is locked, broken, of no kind.
 */
export async function isStamped(bytes: Uint8Array): Promise<boolean> {
  const { text, aside } = await wordsOf(bytes, { ends: true })
  return isStateSecret(text.slice(0, textCharsMax), aside)
}

/** Counted no further than what is refused. */
function linesIn(text: string): number {
  let lines = 1
  for (let at = text.indexOf("\n"); at >= 0 && lines <= linesMax; at = text.indexOf("\n", at + 1)) lines += 1
  return lines
}

async function wordsOf(bytes: Uint8Array, { ends = false } = {}): Promise<FileWords> {
  const start = String.fromCharCode(...bytes.subarray(0, 1_024))
  if (start.includes("%PDF-")) return (await import("./forms/pdf.ts")).textOfPdf(bytes, { ends })
  if (start.startsWith("PK\x03\x04")) return (await import("./forms/docx.ts")).textOfDocx(bytes)
  // Old Word, RTF, pictures: said, not read as if they were text.
  if (
    start.startsWith("\xd0\xcf\x11\xe0") ||
    start.startsWith("{\\rtf") ||
    /^(?:\xff\xd8\xff|\x89PNG|GIF8|II\*\0|MM\0\*)/.test(start)
  )
    throw new Refusal("unknownType")
  if (bytes.subarray(0, 1_024).includes(0) && !/^(?:\xff\xfe|\xfe\xff)/.test(start))
    throw new Refusal("unknownType")
  return { text: textOfBytes(bytes), aside: [], pictures: 0 }
}
