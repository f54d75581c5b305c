/** What a clerk does with a letter that was read, until it is issued or given up. Every correction is one transaction, as this officer. */
import { asJob, asOfficer, type Tx } from "../../kernel/db/database.ts"
import { getFile } from "../../kernel/files.ts"
import type { House } from "../../kernel/house.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { checkPlan, type Issued, type IssueRefused, issueIn } from "../actions/issue.ts"
import { letterKey, likeness, nearlySameFrom } from "./alike.ts"
import { type BodyName, bodiesOf, greetedForNothing } from "./bodies.ts"
import { correct, isRefused, type Refusal, replay } from "./corrections.ts"
import { type Draft, doubtsOf, draftOf, type LetterReading, numberSymbol } from "./domain.ts"
import type { Correction, Edit } from "./edits.ts"
import { type Answers, type Asked, editsOf } from "./forms.ts"
import type { Readers } from "./incoming.ts"
import { documentKey, originalToIssue, outgoingOf } from "./outgoing.ts"
import { obstacles, planOf } from "./plan.ts"
import { type Review, type Twin, twinDoubt } from "./review.ts"
import {
  deleteDraft,
  deleteUntouched,
  type Earlier,
  earlierLetters,
  findDraft,
  issuedWithoutDraft,
  type ListedDraft,
  listOpenDrafts,
  lockDraft,
  markIssued,
  type Original,
  type StoredDraft,
  saveCorrections,
} from "./store.ts"

export const draftKeptDays = 90
export function myDrafts(desk: Desk): Promise<ListedDraft[]> {
  return asOfficer(desk.house.db, desk.who, (tx) => listOpenDrafts(tx, desk.who.officerId))
}

export type Opened =
  | { at: "open"; review: Review }
  | { at: "typing"; id: string; original: Original | null }
  | { at: "issued"; directiveId: string }

export function openDraft(desk: Desk, readers: Readers, id: string): Promise<Opened | null> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const stored = await findDraft(tx, id, desk.who.officerId)
    if (stored === null) return null
    const { reading } = stored
    if (stored.directiveId !== null) return { at: "issued", directiveId: stored.directiveId }
    if (reading === null) return { at: "typing", id, original: stored.original }
    return { at: "open", review: await reviewOf(tx, readers, { ...stored, reading }) }
  })
}

export async function reviewOf(
  tx: Tx,
  readers: Readers,
  stored: StoredDraft & { reading: LetterReading },
): Promise<Review> {
  const draft = replayed(stored.reading, stored.corrections)
  const { resolution, everyBody } = await readers.resolve(tx, draft)
  const bodies = bodiesOf(draft, resolution, everyBody)
  const earlier = [...(await earlierLetters(tx, stored.id)), ...(await issuedWithoutDraft(tx))]
  const twins = twinsOf(stored, earlier)
  const { id, version, original, reading, corrections, documentId } = stored
  const unknown = new Map([...bodies.clauses].map(([clauseId, one]) => [clauseId, one.unknown]))
  const unknownOfTasks = new Map([...bodies.tasks].map(([taskId, one]) => [taskId, one.unknown]))
  const { declaredAt } = stored
  // Pictures in a document that was written here are ours.
  const seen = documentId === null ? reading : { ...reading, pictures: 0 }
  const untasked = greetedForNothing(draft, bodies, resolution)
  const around = { unknown, unknownOfTasks, untasked, today: readers.today, declaredAt }
  const doubts = doubtsOf(draft, seen, around)
  return {
    ...{ id, version, original, reading, corrections, documentId },
    draft,
    bodies,
    resolution,
    everyBody,
    calendar: readers.calendar,
    doubts,
    obstacles: obstacles(draft, bodies, readers.calendar, doubts),
    twins,
    awaitsTwin: twins.length > 0 && !draft.settled.includes(twinDoubt),
  }
}

function replayed(reading: LetterReading, corrections: readonly Correction[]): Draft {
  const draft = replay(draftOf(reading), corrections)
  if (isRefused(draft)) throw new Error(`a stored correction is refused: ${draft.refused}`)
  return draft
}

const twinsShown = 3

function twinsOf(stored: StoredDraft, earlier: readonly Earlier[]): Twin[] {
  return earlier
    .flatMap((one): Twin[] => {
      const isSame = one.textSha256 !== null && one.textSha256 === stored.textSha256
      const alike = isSame ? 1 : likeness(stored.prints, one.prints)
      const by =
        one.originalSha256 !== null && one.originalSha256 === stored.original?.sha256
          ? "file"
          : one.letterKey !== null && one.letterKey === stored.letterKey
            ? "key"
            : alike >= nearlySameFrom
              ? "words"
              : null
      if (by === null) return []
      const draftId = one.writtenBy === stored.writtenBy ? one.draftId : null
      const { subject, madeAt, directiveId } = one
      return [{ by, likeness: alike, subject, madeAt, directiveId, draftId }]
    })
    .toSorted(
      (a, b) => Number(b.directiveId !== null) - Number(a.directiveId !== null) || b.likeness - a.likeness,
    )
    .slice(0, twinsShown)
}

export type CorrectRefusal =
  | Refusal["refused"]
  | Extract<Asked, { wrong: unknown }>["wrong"]
  | "changedElsewhere"
  | "nothingToUndo"
  | "alreadyIssued"
  | "notFound"

export type Corrected = { done: true; edits: readonly Edit[] } | { refused: CorrectRefusal }

/** `version` is what the person saw. */
export function correctDraft(
  desk: Desk,
  readers: Readers,
  seen: { id: string; version: number },
  answers: Answers,
): Promise<Corrected> {
  return changeDraft(desk, seen, "draft.corrected", async (tx, stored) => {
    const draft = replayed(stored.reading, stored.corrections)
    const { resolution } = await readers.resolve(tx, draft)
    const standing = (clauseId: string): readonly BodyName[] =>
      resolution.clauses.find((clause) => clause.clauseId === clauseId)?.bodies ?? []
    const asked = editsOf(draft, answers, standing)
    if ("wrong" in asked) return { refused: asked.wrong }
    const next = correct(draft, asked.edits, stored.corrections.length + 1)
    if (isRefused(next)) return next
    return { draft: next, corrections: [...stored.corrections, asked.edits], edits: asked.edits }
  })
}

export function undoCorrection(desk: Desk, seen: { id: string; version: number }): Promise<Corrected> {
  return changeDraft(desk, seen, "draft.undone", async (_tx, stored) => {
    const undone = stored.corrections.at(-1)
    if (undone === undefined) return { refused: "nothingToUndo" }
    const corrections = stored.corrections.slice(0, -1)
    return { draft: replayed(stored.reading, corrections), corrections, edits: undone }
  })
}

type Change = { draft: Draft; corrections: readonly Correction[]; edits: readonly Edit[] }

function changeDraft(
  desk: Desk,
  seen: { id: string; version: number },
  what: "draft.corrected" | "draft.undone",
  change: (
    tx: Tx,
    stored: StoredDraft & { reading: LetterReading },
  ) => Promise<Change | { refused: CorrectRefusal }>,
): Promise<Corrected> {
  return asOfficer(desk.house.db, desk.who, async (tx): Promise<Corrected> => {
    const stored = await lockDraft(tx, seen.id, desk.who.officerId)
    if (stored === null || stored.reading === null) return { refused: "notFound" }
    if (stored.state === "issued") return { refused: "alreadyIssued" }
    if (stored.version !== seen.version) return { refused: "changedElsewhere" }
    const next = await change(tx, { ...stored, reading: stored.reading })
    if ("refused" in next) return next
    const { head, issuedOn } = next.draft
    await saveCorrections(tx, {
      id: stored.id,
      version: stored.version,
      corrections: next.corrections,
      subject: head.subject ?? "",
      letterKey: letterKey({ number: head.number, date: issuedOn, issuer: head.issuer }),
    })
    await journal(tx, {
      what,
      record: { kind: "import-draft", id: stored.id },
      details: { edits: next.edits.map((edit) => edit.do), version: stored.version + 1 },
    })
    return { done: true, edits: next.edits }
  })
}

export type IssueOutcome =
  | { directiveId: string; issued: Issued }
  | { refused: "notFound" | "changedElsewhere" | "obstacles" | "twin" | "document" }
  | { refused: "plan"; why: IssueRefused }

/**
 * The letter becomes work and its draft is closed in one transaction: pressing twice issues once. A letter that was
 * written here goes out in the same transaction.
 */
export async function issueDraft(
  desk: Desk,
  readers: Readers,
  seen: { id: string; version: number },
): Promise<IssueOutcome> {
  const outgoing = await outgoingOf(desk, seen.id)
  return asOfficer(desk.house.db, desk.who, async (tx): Promise<IssueOutcome> => {
    const stored = await lockDraft(tx, seen.id, desk.who.officerId)
    if (stored === null || stored.reading === null) return { refused: "notFound" }
    if (stored.directiveId !== null) return issuedBefore(stored.directiveId)
    if (stored.version !== seen.version) return { refused: "changedElsewhere" }
    const review = await reviewOf(tx, readers, { ...stored, reading: stored.reading })
    if (review.obstacles.length > 0) return { refused: "obstacles" }
    if (review.awaitsTwin) return { refused: "twin" }
    const original = await originalToIssue(tx, desk, stored, outgoing)
    if (original !== null && "refused" in original) return { refused: "document" }
    const checked = checkPlan(
      planOf({
        ...review,
        original,
        symbol: numberSymbol(stored.reading),
        key: stored.documentId === null ? `import:${stored.id}` : documentKey(stored.documentId),
      }),
    )
    if ("refused" in checked) throw new PlanRefused(checked)
    const issued = await issueIn(tx, desk.who.bodyId, checked)
    if ("refused" in issued) throw new PlanRefused(issued)
    await markIssued(tx, stored.id, issued.id)
    return { directiveId: issued.id, issued }
  }).catch((why: unknown) => {
    if (why instanceof PlanRefused) return { refused: "plan" as const, why: why.answer }
    throw why
  })
}

/** Thrown so that the letter, already on its way out in this transaction, comes back. */
class PlanRefused extends Error {
  readonly answer: IssueRefused
  constructor(answer: IssueRefused) {
    super(answer.refused)
    this.answer = answer
  }
}

const issuedBefore = (directiveId: string): IssueOutcome => ({
  directiveId,
  issued: { id: directiveId, tasks: 0, assignments: 0, bodies: 0, again: true },
})

/** The original's file goes with the next sweep (`kernel/sweep.ts`), unless another row names it. */
export function discardDraft(desk: Desk, id: string): Promise<boolean> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    if ((await lockDraft(tx, id, desk.who.officerId)) === null || !(await deleteDraft(tx, id))) return false
    await journal(tx, { what: "draft.discarded", record: { kind: "import-draft", id } })
    return true
  })
}

export async function originalOf(
  desk: Desk,
  id: string,
): Promise<{ original: Original; bytes: Buffer } | null> {
  const stored = await asOfficer(desk.house.db, desk.who, (tx) => findDraft(tx, id, desk.who.officerId))
  if (stored === null || stored.original === null) return null
  const bytes = await getFile(desk.house, stored.original.sha256)
  return bytes === null ? null : { original: stored.original, bytes }
}

const expiredBatch = 200
const dayMs = 86_400_000

/** Drafts that nobody touched for `draftKeptDays`; running it again finds none. */
export function expireDrafts(house: Pick<House, "db" | "clock">): Promise<number> {
  return asJob(house.db, "import.expire", async (tx) => {
    const before = new Date(house.clock.now().getTime() - draftKeptDays * dayMs)
    const gone = await deleteUntouched(tx, before, expiredBatch)
    if (gone.length > 0) await journal(tx, { what: "draft.expired", details: { count: gone.length } })
    return gone.length
  })
}
