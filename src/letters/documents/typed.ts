/** A body typed in one field becomes the model's blocks: headings, numbers, letters, dashes, articles, tables, annexes. Pure. */
import type { BlockInput, OfficialDocumentInput, SectionInput } from "../write/model.ts"
import { captionOf, isRow, type TypedCaption, tableBlocks } from "./typed-table.ts"

/** More is refused, not cut. */
export const linesMax = 2_000

const roman = /^([IVX]{1,5})\.\s{1,3}(\S.*)$/
const article = /^(Điều \d{1,3})\.\s{0,3}(\S.*)$/
const number = /^(\d{1,2})\.\s{1,3}(\S.*)$/
const letter = /^([a-zđ])\)\s{1,3}(\S.*)$/
const dash = /^[-–+•]\s{0,3}(\S.*)$/

const annex = /^phụ lục(?:\s+(?:[IVX]{1,5}|\d{1,2}))?\s*(\(ngang\))?\s*[:.]\s*(\S.*)$/iu

export type Typed = Pick<OfficialDocumentInput, "blocks"> & {
  annexes: NonNullable<OfficialDocumentInput["annexes"]>
}

/** From a line "Phụ lục: …" on it is an annex; "Phụ lục (ngang): …" lies on its side. */
export function typedIn(text: string): Typed {
  const body: string[] = []
  const annexes: { title: string; turn: "portrait" | "landscape"; lines: string[] }[] = []
  for (const line of text.split(/\r?\n/)) {
    const [, turned, title] = annex.exec(line.trim()) ?? []
    if (title !== undefined)
      annexes.push({ title, turn: turned === undefined ? "portrait" : "landscape", lines: [] })
    else (annexes.at(-1)?.lines ?? body).push(line)
  }
  return {
    blocks: blocksIn(body),
    annexes: annexes.map(({ title, turn, lines }) => ({ title, turn, blocks: blocksIn(lines) })),
  }
}

/** Of a text that has no annex. */
export const blocksOf = (text: string): BlockInput[] => blocksIn(text.split(/\r?\n/))

/** One line is one paragraph; an item holds what follows it until an item of its own kind or a higher one. */
function blocksIn(lines: readonly string[]): BlockInput[] {
  const root: BlockInput[] = []
  const open: { rank: number; blocks: BlockInput[] }[] = [{ rank: -1, blocks: root }]
  let rows: string[] = []
  let caption: TypedCaption | null = null
  const into = () => open.at(-1)?.blocks ?? root
  const close = () => {
    into().push(...tableBlocks(rows, caption))
    rows = []
    caption = null
  }
  for (const line of lines) {
    if (isRow(line)) {
      rows.push(line)
      continue
    }
    if (rows.length > 0) close()
    const words = line.replace(/\s+/g, " ").trim()
    if (words === "") continue
    if (caption !== null) close()
    caption = captionOf(words)
    if (caption !== null) continue
    const item = itemOf(words)
    while (item !== null && (open.at(-1)?.rank ?? -1) >= item.rank) open.pop()
    if (item === null) addLine(into(), words)
    else {
      into().push(item.section)
      open.push({ rank: item.rank, blocks: item.section.blocks })
    }
  }
  close()
  return root
}

function itemOf(words: string): { rank: number; section: SectionInput } | null {
  for (const [rank, pattern] of [article, roman, number, letter].entries()) {
    const [, mark, rest] = pattern.exec(words) ?? []
    if (mark === undefined || rest === undefined) continue
    // A short line without an end is a heading; a sentence is the item itself.
    const isHeading = pattern !== letter && rest.length <= 150 && !/[.;,]$/.test(rest)
    const section: SectionInput =
      isHeading && !(pattern === article && rest.endsWith(":"))
        ? { is: "section", mark, title: rest, blocks: [] }
        : { is: "section", mark, blocks: [{ is: "paragraph", text: rest }] }
    return { rank: Math.max(0, rank - 1), section }
  }
  return null
}

function addLine(into: BlockInput[], words: string): void {
  const item = dash.exec(words)?.[1]
  const last = into.at(-1)
  if (item === undefined) into.push({ is: "paragraph", text: words })
  else if (last?.is === "list") last.items.push(item)
  else into.push({ is: "list", items: [item] })
}
