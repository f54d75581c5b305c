import type { Child } from "hono/jsx"
import { useLang } from "../../../kernel/ui/index.ts"
import { type Block, blocksOf, type Piece, piecesOf } from "../layout.ts"
import type { ShownMark } from "../review.ts"
import { words } from "../words.ts"

/** What a mark is called for people who do not see it. */
export type MarkName = (mark: ShownMark) => string

/**
 * The letter as paper, its readings marked. A task's number leads to its row; a shorter mark is a link itself. The
 * pair is also told to `import.js` by `data-row`, which lights both up.
 */
export function LetterView({
  text,
  marks,
  nameOf,
}: {
  text: string
  marks: readonly ShownMark[]
  nameOf: MarkName
}) {
  const t = words[useLang()].review
  const byKey = new Map(marks.map((mark) => [mark.key, mark]))
  const blocks = blocksOf(text)
  const paragraph = (block: Block) => (
    <Pieces pieces={piecesOf(text, block, marks)} byKey={byKey} nameOf={nameOf} />
  )
  const head = blocks.filter((block) => block.kind === "left" || block.kind === "right")
  const rest = blocks.filter((block) => block.kind !== "left" && block.kind !== "right")
  return (
    <article class="letter import-letter" id="van-ban" tabindex={0} aria-label={t.letter} lang="vi">
      {head.length > 0 && (
        <div class="letter-head">
          {head.map((block) => (
            <div>
              {block.lines.map((line) => (
                <p>{paragraph({ kind: block.kind, lines: [line] })}</p>
              ))}
            </div>
          ))}
        </div>
      )}
      {rest.map((block) => (
        <p class={`letter-${block.kind}`}>{paragraph(block)}</p>
      ))}
    </article>
  )
}

type PiecesProps = {
  pieces: readonly Piece[]
  byKey: ReadonlyMap<string, ShownMark>
  nameOf: MarkName
  isInLink?: boolean
}

function Pieces({ pieces, byKey, nameOf, isInLink = false }: PiecesProps) {
  return (
    <>
      {pieces.map((piece): Child => {
        if (typeof piece === "string") return piece
        const mark = byKey.get(piece.mark.key)
        if (mark === undefined) return <Pieces {...{ pieces: piece.pieces, byKey, nameOf, isInLink }} />
        // A link holds no other link: a mark with marks inside is led by its number instead.
        const isLink =
          !isInLink && mark.kind !== "task" && piece.pieces.every((one) => typeof one === "string")
        const inside = <Pieces {...{ pieces: piece.pieces, byKey, nameOf, isInLink: isInLink || isLink }} />
        const marked = (
          <mark
            id={piece.isFirst ? `m-${mark.key}` : undefined}
            class={`${mark.kind === "task" ? "whole" : "part"}${mark.isDoubt ? " doubt" : ""}`}
            data-row={mark.row}
          >
            {piece.isFirst && mark.pin !== null && (
              <a class="pin" href={`#r-${mark.row}`} aria-label={nameOf(mark)}>
                {mark.pin}
              </a>
            )}
            {inside}
          </mark>
        )
        return isLink ? (
          <a class="marked" href={`#r-${mark.row}`} title={nameOf(mark)}>
            {marked}
          </a>
        ) : (
          marked
        )
      })}
    </>
  )
}
