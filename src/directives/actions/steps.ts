/**
 * What people do with an assignment, one function a verb, one transaction each: the row is locked, the rules
 * decide (`domain/life.ts`), and state, timeline, journal and outbox are written together or not at all.
 */
import type { Tx } from "../../kernel/db/database.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { decide, type Refusal, rules, type Side, type State, type Step } from "../domain/life.ts"
import {
  type Assignment,
  type AssignmentChange,
  addEvent,
  addEvidence,
  addReport,
  askExtension,
  changeAssignment,
  decideExtension,
  type EvidenceFile,
  type FigureEntry,
  lockAssignment,
  type OpenExtension,
  openExtension,
} from "../store/assignments.ts"
import { markSeen } from "../store/rollup.ts"
import type { Seat } from "./seat.ts"
import { nowOf, todayOf } from "./today.ts"

export type Done = { state: State }
export type NotDone = { refused: Refusal | "notFound" }
export type StepResult = Done | NotDone

/** Files that are kept already (`evidence.ts`). */
export type EvidenceInput = readonly EvidenceFile[]
export type ReportInput = {
  text: string
  percent: number
  figures: readonly FigureEntry[]
  files: EvidenceInput
}

export const receiveAssignment = (seat: Seat, id: string) => take(seat, id, { step: "receive" })

export const planAssignment = (seat: Seat, id: string, input: { text: string; until: string | null }) =>
  take(seat, id, {
    step: "plan",
    note: input.text,
    change: () => ({ planText: input.text, plannedUntil: input.until }),
    details: { until: input.until },
  })

export const reportProgress = (seat: Seat, id: string, input: ReportInput) =>
  take(seat, id, {
    step: "report",
    note: input.text,
    change: () => ({ percent: input.percent }),
    write: (tx, held) => writeReport(tx, seat, held.id, input),
    details: { percent: input.percent, figures: input.figures.length, files: input.files.length },
  })

export const finishAssignment = (seat: Seat, id: string, input: Omit<ReportInput, "percent">) =>
  take(seat, id, {
    step: "finish",
    note: input.text,
    change: () => ({ percent: 100, doneOn: todayOf(seat.house.clock) }),
    write: (tx, held) => writeReport(tx, seat, held.id, { ...input, percent: 100 }),
    details: { figures: input.figures.length, files: input.files.length },
  })

export const acceptAssignment = (seat: Seat, id: string, input: { note: string | null }) =>
  take(seat, id, { step: "accept", note: input.note })

export const returnAssignment = (seat: Seat, id: string, input: { reason: string }) =>
  take(seat, id, { step: "return", note: input.reason, change: () => ({ doneOn: null }) })

export const withdrawAssignment = (seat: Seat, id: string, input: { reason: string }) =>
  take(seat, id, { step: "withdraw", note: input.reason })

export const assignHandler = (
  seat: Seat,
  id: string,
  input: { officerId: string | null; unitId: string | null; name: string },
) =>
  take(seat, id, {
    step: "assign",
    note: input.name,
    change: () => ({ handlerId: input.officerId, handlerName: input.name, unitId: input.unitId }),
  })

export const askForExtension = (seat: Seat, id: string, input: { wantedOn: string; reason: string }) =>
  take(seat, id, {
    step: "askExtension",
    dueOn: input.wantedOn,
    note: input.reason,
    write: (tx, held) =>
      askExtension(tx, {
        assignmentId: held.id,
        askedName: seat.name,
        reason: input.reason,
        dueBefore: held.dueOn ?? input.wantedOn,
        wantedOn: input.wantedOn,
      }),
    details: { wantedOn: input.wantedOn },
  })

export const grantExtension = (seat: Seat, id: string, input: { dueOn: string; answer: string | null }) =>
  take(seat, id, {
    step: "grantExtension",
    dueOn: input.dueOn,
    note: input.answer,
    change: () => ({ dueOn: input.dueOn }),
    write: (tx, _held, asked) => writeDecision(tx, seat, asked, "granted", input),
    details: { dueOn: input.dueOn },
  })

export const refuseExtension = (seat: Seat, id: string, input: { answer: string }) =>
  take(seat, id, {
    step: "refuseExtension",
    note: input.answer,
    write: (tx, _held, asked) =>
      writeDecision(tx, seat, asked, "refused", { dueOn: null, answer: input.answer }),
  })

type Taking = {
  step: Step
  dueOn?: string
  note?: string | null
  details?: Readonly<Record<string, string | number | null>>
  change?: () => AssignmentChange
  write?: (tx: Tx, held: Assignment, asked: OpenExtension | null) => Promise<void>
}

function take(seat: Seat, id: string, taking: Taking): Promise<StepResult> {
  return seat.open(async (tx) => {
    const held = await lockAssignment(tx, id)
    if (held === null) return { refused: "notFound" as const }
    const asked = await openExtension(tx, id)
    const decision = decide(
      { state: held.state, dueOn: held.dueOn, asked },
      taking.step,
      sidesOf(seat, held),
      taking.dueOn ?? null,
    )
    if ("refused" in decision) return decision
    await taking.write?.(tx, held, asked)
    // A body that works on a letter has opened it, by whichever page.
    if (held.state === "sent" && held.bodyId === seat.bodyId)
      await markSeen(tx, held.directiveId, held.bodyId, nowOf(seat.house.clock))
    await changeAssignment(tx, id, { ...taking.change?.(), state: decision.state }, nowOf(seat.house.clock))
    await record(tx, seat, held, { ...taking, ...decision })
    return { state: decision.state }
  })
}

/** The timeline keeps the words; the journal keeps only states, days and counts. */
async function record(tx: Tx, seat: Seat, held: Assignment, done: Taking & { state: State }): Promise<void> {
  const what = rules[done.step].event
  const details = done.details ?? {}
  await addEvent(tx, {
    assignmentId: held.id,
    what,
    stateBefore: held.state,
    stateAfter: done.state,
    byName: seat.name,
    note: done.note ?? null,
    details: { ...details, ...(held.dueOn === null ? {} : { dueBefore: held.dueOn }) },
  })
  const said = { ...details, from: held.state, to: done.state }
  await journal(tx, { what, record: { kind: "assignment", id: held.id }, details: said })
  await tell(tx, what, held.id, { ...said, directiveId: held.directiveId })
}

export function sidesOf(seat: { bodyId: string }, held: { bodyId: string; issuerBodyId: string }): Side[] {
  const sides: Side[] = []
  if (held.bodyId === seat.bodyId) sides.push("body")
  if (held.issuerBodyId === seat.bodyId) sides.push("issuer")
  return sides
}

async function writeReport(tx: Tx, seat: Seat, assignmentId: string, input: ReportInput): Promise<void> {
  const { percent, text } = input
  const reportId = await addReport(tx, { assignmentId, byName: seat.name, percent, text }, input.figures)
  await addEvidence(tx, input.files, { assignmentId, reportId, byName: seat.name })
}

async function writeDecision(
  tx: Tx,
  seat: Seat,
  asked: OpenExtension | null,
  decision: "granted" | "refused",
  input: { dueOn: string | null; answer: string | null },
): Promise<void> {
  if (asked === null) return
  await decideExtension(tx, asked.id, {
    decision,
    grantedOn: input.dueOn,
    answer: input.answer,
    decidedAt: nowOf(seat.house.clock),
    decidedBy: seat.officerId,
    decidedName: seat.name,
  })
}
