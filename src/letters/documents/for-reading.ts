/**
 * A document written here, as it is read for the tasks it gives: its own words, not the page. Tables of figures, charts,
 * pictures and the address at the foot order nothing, and in a page's text they run into the item before them.
 */
import { givesTasks } from "../read/tables.ts"
import type { OfficialDocument } from "../write/model.ts"
import type { Model } from "./store.ts"

type Block = OfficialDocument["blocks"][number]

export function forReading(model: Model): Model {
  return {
    ...model,
    blocks: orEmpty(wordsOf(model.blocks as Block[])),
    annexes: (model.annexes ?? []).flatMap((annex) => {
      const blocks = wordsOf(annex.blocks as Block[])
      return blocks.length === 0 ? [] : [{ ...annex, blocks }]
    }),
    contact: [],
  }
}

function wordsOf(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.is) {
      case "picture":
      case "chart":
        return []
      case "table":
        return givesTasks(block.columns.map(({ title }) => title)) ? [block] : []
      case "section": {
        const inside = wordsOf(block.blocks)
        return inside.length === 0 && block.title === null ? [] : [{ ...block, blocks: inside }]
      }
      default:
        return [block]
    }
  })
}

/** A document has at least one block; a blank one says nothing. */
const orEmpty = (blocks: Block[]): Block[] =>
  blocks.length > 0 ? blocks : [{ is: "paragraph", text: "…" } as Block]
