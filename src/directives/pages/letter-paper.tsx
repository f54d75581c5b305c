/** The letter as paper again, each task's words marked and leading to where the task stands. */
import { Letter, Mark } from "../../kernel/ui/index.ts"
import type { TaskRollUp } from "../actions/roll-up.ts"
import { type Block, blocksOf, type Mark as Laid, type Piece, piecesOf } from "../import/layout.ts"

export type PaperProps = {
  text: string
  label: string
  tasks: readonly TaskRollUp[]
  /** Where the task's standing is shown. */
  hrefOf: (taskId: string) => string
}

export function LetterPaper({ text, label, tasks, hrefOf }: PaperProps) {
  const marks = tasks.flatMap(markOf)
  const blocks = blocksOf(text)
  const isHead = (block: Block) => block.kind === "left" || block.kind === "right"
  const words = (block: Block) => <Pieces pieces={piecesOf(text, block, marks)} hrefOf={hrefOf} />
  return (
    <Letter label={label}>
      <div class="letter-head">
        {blocks.filter(isHead).map((block) => (
          <div>
            {block.lines.map((line) => (
              <p>{words({ kind: block.kind, lines: [line] })}</p>
            ))}
          </div>
        ))}
      </div>
      {blocks
        .filter((block) => !isHead(block))
        .map((block) => (
          <p>{words(block)}</p>
        ))}
    </Letter>
  )
}

function markOf(task: TaskRollUp): Laid[] {
  const { id: key, spanStart: from, spanEnd: to, path: label } = task
  if (from === null || to === null) return []
  return [{ key, from, to, pin: null, label, isDoubt: false }]
}

function Pieces({ pieces, hrefOf }: { pieces: readonly Piece[]; hrefOf: PaperProps["hrefOf"] }) {
  return (
    <>
      {pieces.map((piece) =>
        typeof piece === "string" ? (
          piece
        ) : (
          <Mark
            isFirst={piece.isFirst}
            span={{
              start: piece.mark.from,
              end: piece.mark.to,
              id: `vb-${piece.mark.key}`,
              href: hrefOf(piece.mark.key),
              label: piece.mark.label,
            }}
          >
            {plainOf(piece.pieces)}
          </Mark>
        ),
      )}
    </>
  )
}

/** A task within a task's words is not marked again: one link leads to one place. */
function plainOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : plainOf(piece.pieces))).join("")
}
