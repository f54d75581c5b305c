/** Paragraphs as the letter nests them: sections, numbers, letters, dashes, each with the paragraphs that go on under it. */
import type { Attributes } from "./attributes.ts"
import { type MarkerKind, markerOf } from "./markers.ts"
import { cut, type Piece } from "./piece.ts"
import { type Row, tablesIn } from "./tables.ts"
import { headingsWithoutNumber } from "./unnumbered.ts"

export type Node = {
  kind: MarkerKind | "root"
  path: string
  rank: number
  words: Piece
  /** Paragraphs without a marker that follow it directly. */
  tail: Piece[]
  children: Node[]
  /** Attributes of a table's row, from its other cells: who leads, who helps, by when. */
  attributes?: Attributes
}

/** More paragraphs than this are no letter; what is longer is refused by `read.ts`, never cut off in silence. */
export const paragraphsMax = 5_000

export function treeOf(paragraphs: readonly Piece[], prefix = ""): Node {
  const empty =
    paragraphs[0] === undefined ? { text: "", low: "", at: new Int32Array() } : cut(paragraphs[0], 0, 0)
  const root: Node = { kind: "root", path: prefix, rank: -1, words: empty, tail: [], children: [] }
  const open: Node[] = [root]
  const headings = headingsWithoutNumber(paragraphs)
  const tables = tablesIn(paragraphs)
  for (const [i, paragraph] of paragraphs.entries()) {
    const row = tables.get(i)
    if (row !== undefined) {
      if (row !== null) addRow(open.at(-1) ?? root, row)
      continue
    }
    const rank = headings.get(i)
    const marker =
      rank === undefined
        ? markerOf(paragraph.text, paragraph.low)
        : { kind: "number" as const, label: "", rank, length: 0 }
    if (marker === null) {
      ;(open.at(-1) ?? root).tail.push(paragraph)
      continue
    }
    while ((open.at(-1)?.rank ?? -1) >= marker.rank) open.pop()
    const parent = open.at(-1) ?? root
    const node: Node = {
      kind: marker.kind,
      path: marker.label === "" ? parent.path : pathUnder(parent, marker.label),
      rank: marker.rank,
      words: cut(paragraph, marker.length),
      tail: [],
      children: [],
    }
    parent.children.push(node)
    open.push(node)
  }
  return root
}

function addRow(parent: Node, { words, attributes }: Row): void {
  const number = parent.children.filter((child) => child.attributes !== undefined).length + 1
  const path = pathUnder(parent, String(number))
  parent.children.push({
    kind: "number",
    path,
    rank: parent.rank + 0.5,
    words,
    tail: [],
    children: [],
    attributes,
  })
}

/** "1.2" under "1" is "1.2", under "I" it is "I.1.2". */
function pathUnder(parent: Node, label: string): string {
  if (parent.path === "") return label
  const own = parent.path.split(".")
  const parts = label.split(".")
  if (parts.length > 1 && parent.kind === "number") {
    const base = own.slice(
      0,
      own.length - (parent.path.endsWith(parts.slice(0, -1).join(".")) ? parts.length - 1 : 0),
    )
    return [...base, label].filter((part) => part !== "").join(".")
  }
  return `${parent.path}.${label}`
}
