/** The register of whom a body may look at. */
import { journal } from "../../kernel/journal.ts"
import { type NewSubject, type SubjectFault, subjectFault } from "../domain/subject.ts"
import { changeSubject, insertSubject } from "../store/subjects.ts"
import type { Seat } from "./seat.ts"

export type SubjectRefusal = SubjectFault | "alreadyThere" | "notYours"

export function addSubject(
  seat: Seat,
  one: NewSubject,
): Promise<{ id: string } | { refused: SubjectRefusal }> {
  return seat.open(async (tx) => {
    const fault = subjectFault(one)
    if (fault !== null) return { refused: fault }
    const id = await insertSubject(tx, { ...one, writtenName: seat.name })
    if (id === null) return { refused: "alreadyThere" as const }
    await journal(tx, {
      what: "inspection-subject.written",
      record: { kind: "inspection-subject", id },
      details: { kind: one.kind },
    })
    return { id }
  })
}

/** A good complier is looked at from its data, not visited, until the day that is said; who says so says why. */
export function noteCompliance(
  seat: Seat,
  id: string,
  input: { compliesUntil: string; compliesNote: string },
): Promise<{ changed: true } | { refused: "notYours" }> {
  return seat.open(async (tx) => {
    if (!(await changeSubject(tx, id, input))) return { refused: "notYours" as const }
    const details = { compliesUntil: input.compliesUntil }
    await journal(tx, {
      what: "inspection-subject.complies",
      record: { kind: "inspection-subject", id },
      details,
    })
    return { changed: true as const }
  })
}
