/** Paragraphs as the letter nests them: sections, numbers, letters, dashes, each with the paragraphs that go on under it. */
import { type MarkerKind, markerOf } from "./markers.ts"
import { cut, type Piece } from "./piece.ts"

export type Node = {
  kind: MarkerKind | "root"
  path: string
  rank: number
  words: Piece
  /** Paragraphs without a marker that follow it directly. */
  tail: Piece[]
  children: Node[]
}

/** More paragraphs than this are no letter; what is longer is refused by `read.ts`, never cut off in silence. */
export const paragraphsMax = 5_000

export function treeOf(paragraphs: readonly Piece[], prefix = ""): Node {
  const empty =
    paragraphs[0] === undefined ? { text: "", low: "", at: new Int32Array() } : cut(paragraphs[0], 0, 0)
  const root: Node = { kind: "root", path: prefix, rank: -1, words: empty, tail: [], children: [] }
  const open: Node[] = [root]
  for (const paragraph of paragraphs) {
    const marker = markerOf(paragraph.text, paragraph.low)
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
