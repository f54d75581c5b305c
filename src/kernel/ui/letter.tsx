import type { Child } from "hono/jsx"
import { useWords } from "./language.ts"

/** Words of the letter that a reading stands on: a half-open range of UTF-16 offsets. */
export type MarkSpan = {
  start: number
  end: number
  /** The mark's own id, so that the reading can lead back to it. */
  id: string
  /** The reading it leads to. */
  href?: string
  /** What was read here, for people who do not see the mark: "thời hạn". */
  label: string
  tone?: "sure" | "doubt" | "here"
}

/** An official letter as paper, in Tinos. The page's `Layout` needs `hasLetter`. */
export function Letter({ label, children }: { label: string; children?: Child }) {
  return (
    <article class="letter" aria-label={label} lang="vi">
      {children}
    </article>
  )
}

/** The letter's text, a paragraph per line, its marks linked to their readings. Marks that overlap an earlier one are left out. */
export function MarkedText({ text, spans }: { text: string; spans: readonly MarkSpan[] }) {
  const ordered = withoutOverlaps(spans)
  return (
    <>{linesOf(text).map((line) => (line.text.trim() === "" ? null : <p>{piecesOf(line, ordered)}</p>))}</>
  )
}

type Line = { start: number; text: string }

function linesOf(text: string): Line[] {
  let start = 0
  return text.split("\n").map((line) => {
    const made = { start, text: line }
    start += line.length + 1
    return made
  })
}

function withoutOverlaps(spans: readonly MarkSpan[]): MarkSpan[] {
  let reached = 0
  return [...spans]
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter((span) => {
      if (span.start < reached || span.end <= span.start) return false
      reached = span.end
      return true
    })
}

/** A mark over several lines is cut at their ends; only its first piece carries the id. */
function piecesOf(line: Line, spans: readonly MarkSpan[]): Child[] {
  const end = line.start + line.text.length
  const pieces: Child[] = []
  let at = line.start
  for (const span of spans.filter((one) => one.start < end && one.end > line.start)) {
    const from = Math.max(span.start, line.start)
    const to = Math.min(span.end, end)
    pieces.push(line.text.slice(at - line.start, from - line.start))
    pieces.push(
      <Mark span={span} isFirst={span.start >= line.start}>
        {line.text.slice(from - line.start, to - line.start)}
      </Mark>,
    )
    at = to
  }
  pieces.push(line.text.slice(at - line.start))
  return pieces
}

export function Mark({
  span,
  isFirst = true,
  children,
}: {
  span: MarkSpan
  isFirst?: boolean
  children?: Child
}) {
  const t = useWords()
  const id = isFirst ? span.id : undefined
  const title = span.tone === "doubt" ? `${span.label} (${t.doubt})` : span.label
  const mark = (
    <mark id={id} class={span.tone ?? "sure"} title={title}>
      {children}
    </mark>
  )
  return span.href === undefined ? (
    mark
  ) : (
    <a class="marked" href={span.href}>
      {mark}
    </a>
  )
}
