/** What the review page shows: the draft, who gets it, what is in doubt, what stands in the way. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import type { Bodies, Resolution } from "./bodies.ts"
import type { Doubt, Draft, LetterReading } from "./domain.ts"
import type { Correction } from "./edits.ts"
import type { Mark } from "./layout.ts"
import type { Obstacle } from "./plan.ts"

/** An earlier letter that this one agrees with. */
export type Twin = {
  by: "file" | "key" | "words"
  likeness: number
  subject: string
  madeAt: string
  directiveId: string | null
  /** Null when it is a colleague's. */
  draftId: string | null
}

/** Settled by a person as any doubt: "import all the same". */
export const twinDoubt = "twin:accepted"

export type Review = {
  id: string
  version: number
  original: { sha256: string; name: string; mediaType: string } | null
  /** The outgoing document that goes out when this is confirmed. */
  documentId: string | null
  reading: LetterReading
  corrections: readonly Correction[]
  draft: Draft
  bodies: Bodies
  resolution: Resolution
  everyBody: ReadonlyMap<string, string>
  calendar: Calendar
  doubts: Doubt[]
  obstacles: Obstacle[]
  twins: Twin[]
  /** An earlier letter agrees, and nobody has yet said to import all the same. */
  awaitsTwin: boolean
}

/** The row of the page on which a reading stands: a field of the head, a clause, a task. */
export function rowOf(pointer: string): string | null {
  const clause = /^\/clauses\/(\d+)/.exec(pointer)
  const task = /^\/clauses\/(\d+)\/tasks\/(\d+)/.exec(pointer)
  if (task !== null) return `t${Number(task[1]) + 1}-${Number(task[2]) + 1}`
  if (clause !== null) return `g${Number(clause[1]) + 1}`
  return (
    /^\/(number|date|subject|issuer|type|addressees|references|recipients|signer)(?:\/|$)/.exec(
      pointer,
    )?.[1] ?? null
  )
}

export type ShownMark = Mark & { row: string; kind: string }

/**
 * The marks of the letter: the reader's, with those of tasks where the corrections have put them. A task that was
 * split or joined is marked as it is now; one that was dropped is no longer marked.
 */
export function marksOf(review: Review, pins: ReadonlyMap<string, string>): ShownMark[] {
  const { reading, draft } = review
  const doubtful = new Set(review.doubts.map((doubt) => ("taskId" in doubt ? doubt.taskId : doubt.about)))
  const tasks = draft.clauses.flatMap((clause) =>
    clause.tasks.flatMap((task) =>
      task.state === "dropped"
        ? []
        : task.spans.map(
            ([from, to], i): ShownMark => ({
              key: i === 0 ? task.id : `${task.id}-${i}`,
              row: task.id,
              kind: "task",
              from,
              to,
              pin: i === 0 ? (pins.get(task.id) ?? null) : null,
              label: pins.get(task.id) ?? "",
              isDoubt: doubtful.has(task.id),
            }),
          ),
    ),
  )
  const clauses = draft.clauses.flatMap((clause): ShownMark[] => {
    if (clause.span === null) return []
    const [from, to] = clause.span
    return [
      {
        key: clause.id,
        row: clause.id,
        kind: "clause",
        from,
        to,
        pin: null,
        label: clause.path,
        isDoubt: false,
      },
    ]
  })
  const seen = new Set<string>()
  const others = Object.entries(reading.readings).flatMap(([pointer, { span }]): ShownMark[] => {
    const row = rowOf(pointer)
    const isWhole = /^\/clauses\/\d+(\/(text|addressees))?$|\/tasks\/\d+(\/text)?$/.test(pointer)
    if (row === null || span === null || isWhole || pointer === "/signer" || pointer === "/clauses") return []
    const at = `${row}:${span[0]}:${span[1]}`
    if (seen.has(at)) return []
    seen.add(at)
    const key = pointer.slice(1).replaceAll("/", "-")
    const isInTask = /^t\d/.test(row)
    if (isInTask && !tasks.some((task) => task.row === row)) return []
    return [
      {
        key,
        row,
        kind: kindOf(pointer),
        from: span[0],
        to: span[1],
        pin: null,
        label: "",
        isDoubt: doubtful.has(row),
      },
    ]
  })
  return [...tasks, ...clauses, ...others]
}

const kindOf = (pointer: string) =>
  /\/(deadline|lead|coordinate_with|addressees)(?:\/|$)/.exec(pointer)?.[1] ?? pointer.split("/")[1] ?? ""

/** The first mark of each row: where "see in the letter" leads. */
export function marksByRow(marks: readonly ShownMark[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  for (const mark of marks) if (!first.has(mark.row)) first.set(mark.row, mark.key)
  return first
}
