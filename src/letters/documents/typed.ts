/** A body typed in one field becomes the model's blocks: headings, numbers, letters, dashes, articles. Pure. */
import type { BlockInput, SectionInput } from "../write/model.ts"

const linesMax = 2_000

const roman = /^([IVX]{1,5})\.\s{1,3}(\S.*)$/
const article = /^(Điều \d{1,3})\.\s{0,3}(\S.*)$/
const number = /^(\d{1,2})\.\s{1,3}(\S.*)$/
const letter = /^([a-zđ])\)\s{1,3}(\S.*)$/
const dash = /^[-–+•]\s{0,3}(\S.*)$/

/** One line is one paragraph; an item holds what follows it until an item of its own kind or a higher one. */
export function blocksOf(text: string): BlockInput[] {
  const root: BlockInput[] = []
  const open: { rank: number; blocks: BlockInput[] }[] = [{ rank: -1, blocks: root }]
  for (const line of text.split(/\r?\n/).slice(0, linesMax)) {
    const words = line.replace(/\s+/g, " ").trim()
    if (words === "") continue
    const item = itemOf(words)
    while (item !== null && (open.at(-1)?.rank ?? -1) >= item.rank) open.pop()
    const into = open.at(-1)?.blocks ?? root
    if (item === null) addLine(into, words)
    else {
      into.push(item.section)
      open.push({ rank: item.rank, blocks: item.section.blocks })
    }
  }
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
