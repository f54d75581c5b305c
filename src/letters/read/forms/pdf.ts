/** A PDF's text layer, by the places of its glyphs. A scan has none, and that is said. */
import { Refusal } from "../refusal.ts"
import { isStateSecret } from "../secrecy.ts"
import { type CommandNumbers, glyphsOf } from "./glyphs.ts"
import { linesOfPage } from "./page.ts"
import type { FileWords } from "./seen.ts"
import { sortedOut } from "./strewn.ts"

const pagesMax = 150
/** The stamp of a longer one is looked for where offices put it: on its first pages and its last. */
const endPages = { first: 20, last: 10 }
/** What all pages together may draw: a page full of words takes some thousands. */
const commandsMax = 1_000_000
/** Fewer letters than this on all pages together is no letter: the pages are pictures. */
const lettersMin = 40

/** `ends`: of more pages than a letter has, the first and the last are read; without it such a file is too long. */
export async function textOfPdf(bytes: Uint8Array, { ends = false } = {}): Promise<FileWords> {
  const { getDocumentProxy, getResolvedPDFJS } = await import("unpdf")
  const { OPS } = await getResolvedPDFJS()
  // pdf.js takes the buffer for itself: it is given a copy.
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 }).catch(
    (error: unknown) => {
      const name = error instanceof Error ? error.name : ""
      throw new Refusal(name === "PasswordException" ? "encrypted" : "broken")
    },
  )
  try {
    if (document.numPages > pagesMax && !ends) throw new Refusal("tooLong")
    const pages: string[] = []
    let commandsLeft = commandsMax
    let pictures = 0
    const aside: string[] = [...(await propertiesOf(document))]
    for (const number of pagesRead(document.numPages)) {
      const page = await document.getPage(number).catch(asBroken)
      const [, , width = 0, height = 0] = page.view
      const commands = await page.getOperatorList().catch(asBroken)
      commandsLeft -= commands.fnArray.length
      if (commandsLeft < 0) throw new Refusal("tooLong")
      pictures += picturesIn(commands, OPS)
      const notes = (await page.getAnnotations().catch(() => [])) as readonly Note[]
      const fields = new Set(notes.flatMap(({ id, subtype }) => (subtype === "Widget" ? [String(id)] : [])))
      const glyphs = glyphsOf(commands, OPS as unknown as CommandNumbers)
      const sorted = sortedOut(glyphs, fields, { width, height })
      pages.push(linesOfPage(sorted.read, sorted.width).join("\n"))
      aside.push(...sorted.aside, ...notes.slice(0, notesMax).flatMap(wordsOfNote))
      page.cleanup()
    }
    const text = pages.join("\n")
    if ((text.match(/\p{L}/gu)?.length ?? 0) < lettersMin)
      throw new Refusal(isStateSecret(text, aside) ? "secret" : "scan")
    return { text, aside, pictures }
  } finally {
    await document.loadingTask.destroy()
  }
}

function pagesRead(count: number): number[] {
  const all = Array.from({ length: Math.min(count, pagesMax) }, (_, i) => i + 1)
  if (count <= pagesMax) return all
  const last = Array.from({ length: endPages.last }, (_, i) => count - endPages.last + 1 + i)
  return [...all.slice(0, endPages.first), ...last]
}

/** Of a size in which a word could be read: rules and dots are drawn as pictures as well. */
function picturesIn(
  { fnArray, argsArray }: { fnArray: readonly number[]; argsArray: readonly unknown[] },
  OPS: Readonly<Record<string, number>>,
): number {
  const drawn = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
  return fnArray.filter((command, i) => {
    if (!drawn.has(command)) return false
    const [first, width, height] = (argsArray[i] ?? []) as readonly unknown[]
    const inline =
      typeof first === "object" && first !== null ? (first as { width?: number; height?: number }) : {}
    return Number(inline.width ?? width ?? 99) >= 24 && Number(inline.height ?? height ?? 99) >= 8
  }).length
}

/** A page that the tree promises and does not hold, or that leads back to itself. */
function asBroken(): never {
  throw new Refusal("broken")
}

/** What pdf.js says of a note: a remark, a stamp, a filled field. */
type Note = {
  id?: unknown
  subtype?: unknown
  contentsObj?: { str?: unknown }
  titleObj?: { str?: unknown }
  fieldValue?: unknown
  textContent?: unknown
}
const notesMax = 500

const wordsOfNote = ({ contentsObj, titleObj, fieldValue, textContent }: Note): string[] =>
  [
    contentsObj?.str,
    titleObj?.str,
    fieldValue,
    ...(Array.isArray(textContent) ? (textContent as unknown[]) : []),
  ]
    .filter((words): words is string => typeof words === "string" && words.trim() !== "")
    .map((words) => words.slice(0, 2_000))

/** The file's title, subject and keywords, as its program shows them. */
async function propertiesOf(document: { getMetadata(): Promise<{ info: object }> }): Promise<string[]> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  return Object.values(info)
    .filter((said): said is string => typeof said === "string")
    .map((said) => said.slice(0, 2_000))
}
