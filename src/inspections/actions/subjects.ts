/** The register of whom a body may look at. */
import { formatDate } from "../../kernel/format.ts"
import { journal } from "../../kernel/journal.ts"
import { sameShop } from "../domain/register.ts"
import { type NewSubject, type Subject, type SubjectFault, subjectFault } from "../domain/subject.ts"
import { addSubjectEvent, shopsThere } from "../store/register.ts"
import { changeSubject, findSubject, insertSubject } from "../store/subjects.ts"
import { subjectWords } from "../words-subject.ts"
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
    await addSubjectEvent(tx, id, { what: "written", note: null, byName: seat.name })
    await journal(tx, {
      what: "inspection-subject.written",
      record: { kind: "inspection-subject", id },
      details: { kind: one.kind },
    })
    return { id }
  })
}

export type SubjectChange = Omit<NewSubject, "kind" | "name" | "form">
/** Fields that may change while the shop stays the same shop. */
const changing = ["taxCode", "licenceNumber", "licenceOn", "licenceUntil", "address", "commune"] as const

/** A licence is renewed, a shop moves: the row changes and says what it was before. */
export function alterSubject(
  seat: Seat,
  id: string,
  input: SubjectChange,
): Promise<{ changed: true } | { refused: SubjectRefusal | "sameAsBefore" }> {
  return seat.open(async (tx) => {
    const before = await findSubject(tx, id)
    if (before === null || before.bodyId !== seat.bodyId) return { refused: "notYours" as const }
    const fault = subjectFault(input)
    if (fault !== null) return { refused: fault }
    const note = changesOf(before, input)
    if (note === "") return { refused: "sameAsBefore" as const }
    const after = { ...before, ...input }
    if (input.address !== before.address && (await shopsThere(tx, [after])).has(sameShop(after)))
      return { refused: "alreadyThere" as const }
    await changeSubject(tx, id, input)
    await addSubjectEvent(tx, id, { what: "changed", note: note.slice(0, 2_000), byName: seat.name })
    await journal(tx, {
      what: "inspection-subject.changed",
      record: { kind: "inspection-subject", id },
      details: { fields: changedIn(before, input).join(" ") },
    })
    return { changed: true as const }
  })
}

const changedIn = (before: Subject, after: SubjectChange) =>
  changing.filter((key) => before[key] !== after[key])

function changesOf(before: Subject, after: SubjectChange): string {
  const t = subjectWords.vi
  return changedIn(before, after)
    .map((key) => t.changedFrom(t.fields[key], before[key] ?? t.nothing, after[key] ?? t.nothing))
    .join("; ")
}

/** A good complier is looked at from its data, not visited, until the day that is said; who says so says why. */
export function noteCompliance(
  seat: Seat,
  id: string,
  input: { compliesUntil: string; compliesNote: string },
): Promise<{ changed: true } | { refused: "notYours" }> {
  return seat.open(async (tx) => {
    if (!(await changeSubject(tx, id, input))) return { refused: "notYours" as const }
    const note = subjectWords.vi.exemptNote(formatDate(input.compliesUntil, "vi"), input.compliesNote)
    await addSubjectEvent(tx, id, { what: "complies", note: note.slice(0, 2_000), byName: seat.name })
    const details = { compliesUntil: input.compliesUntil }
    await journal(tx, {
      what: "inspection-subject.complies",
      record: { kind: "inspection-subject", id },
      details,
    })
    return { changed: true as const }
  })
}
