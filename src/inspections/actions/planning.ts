/** A check is planned: by a power, on a ground and within the limits that the law of its day gives. */
import { serveIn, type TaskOption, tasksToServe } from "../../directives/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { announce } from "../../kernel/journal.ts"
import { allChecklists, allPowers } from "../catalogue.ts"
import { checklistFor } from "../domain/checklist.ts"
import type { Matter } from "../domain/code.ts"
import { mayPassBy } from "../domain/limits.ts"
import { type Ground, lawOf, type Offer, offersOn, type Power } from "../domain/powers.ts"
import type { Subject } from "../domain/subject.ts"
import { addEvent } from "../store/details.ts"
import { insertInspection, type Method } from "../store/inspections.ts"
import { findSubject } from "../store/subjects.ts"
import { inspectionRoom } from "./rooms.ts"
import { bodyOf, type Seat, todayOf } from "./seat.ts"
import { type Standing, standingOf } from "./standing.ts"

export type Planned = {
  subjectId: string
  power: Power
  ground: Ground
  groundNote: string
  isClear: boolean
  overrideReason: string | null
  legalBasis: string | null
  matter: Matter
  plannedOn: string
  place: string | null
  method: Method
  remoteNote: string | null
  /** The task of a letter that it serves. */
  assignmentId: string | null
}

export type PlanFault =
  | "noSubject"
  | "noChecklist"
  | "powerNotLawful"
  | "groundNotLawful"
  | "basisMissing"
  | "remoteFirst"
  | "compliesWell"
  | "overLimit"
  | "overrideNeedsSigns"
  | "noTask"

export function planInspection(
  seat: Seat,
  asked: Planned,
): Promise<{ id: string; code: string } | { refused: PlanFault }> {
  return seat
    .open(async (tx) => {
      const made = await planIn(tx, seat, asked)
      if ("refused" in made) return made
      const { assignmentId } = asked
      if (assignmentId === null) return made
      const served = await serveIn(tx, seat, {
        kind: inspectionRoom.kind,
        recordId: made.id,
        assignmentId,
        doneOn: null,
      })
      if ("refused" in served) throw new TaskIsGone()
      return made
    })
    .catch((error: unknown) => {
      if (error instanceof TaskIsGone) return { refused: "noTask" as const }
      throw error
    })
}
/** Thrown, so that nothing of the plan stays. */
class TaskIsGone extends Error {}

/** Those whose words fit a check come first. */
export const tasksForCheck = (seat: Seat): Promise<TaskOption[]> =>
  seat.open((tx) => tasksToServe(tx, inspectionRoom.words))

async function planIn(
  tx: Tx,
  seat: Seat,
  asked: Planned,
): Promise<{ id: string; code: string } | { refused: PlanFault }> {
  const subject = await findSubject(tx, asked.subjectId)
  if (subject === null) return { refused: "noSubject" }
  const { power, ground, plannedOn } = asked
  const law = lawOf(power, bodyOf(seat), plannedOn, allPowers())
  if (law === null || !law.isLawful) return { refused: "powerNotLawful" }
  const fault = planFault(asked, subject)
  if (fault !== null) return { refused: fault }
  if (!law.grounds.includes(ground)) return { refused: "groundNotLawful" }
  if (law.needsBasis && asked.legalBasis === null) return { refused: "basisMissing" }
  // "Ưu tiên kiểm tra từ xa": a visit says what the data at a distance showed first.
  if (law.prefersRemote && asked.method === "visit" && asked.remoteNote === null)
    return { refused: "remoteFirst" }
  const { limits } = await standingFor(tx, seat, { ...asked, subject })
  if (limits.length > 0 && !mayPassBy(asked)) return { refused: "overLimit" }
  const found = checklistFor(subject.kind, plannedOn, allChecklists())
  if (found === null) return { refused: "noChecklist" }
  const made = await insertInspection(tx, {
    power,
    law: law.id,
    ground,
    groundNote: asked.groundNote,
    legalBasis: asked.legalBasis,
    isClear: asked.isClear,
    overrideReason: limits.length > 0 ? asked.overrideReason : null,
    matter: asked.matter,
    subjectId: subject.id,
    plannedOn,
    place: asked.place ?? subject.address,
    method: asked.method,
    remoteNote: asked.remoteNote,
    checklist: found.list.id,
    checklistVersion: found.version.version,
    madeName: seat.name,
  })
  await addEvent(tx, made.id, {
    what: "inspection.planned",
    stateBefore: "planned",
    stateAfter: "planned",
    happenedOn: todayOf(seat),
    note: asked.groundNote,
    byName: seat.name,
  })
  const details = { power, ground, law: law.id, plannedOn, passedBy: limits.length > 0 }
  await announce(tx, { what: "inspection.planned", record: { kind: "inspection", id: made.id }, details })
  return made
}

/** A plan is refused by its own form first, whatever others do. */
function planFault(asked: Planned, subject: Subject): PlanFault | null {
  const { compliesUntil } = subject
  const isExempt = compliesUntil !== null && compliesUntil >= asked.plannedOn && asked.method === "visit"
  if (isExempt && !(asked.ground === "signs" && asked.isClear)) return "compliesWell"
  if (asked.overrideReason !== null && !mayPassBy(asked)) return "overrideNeedsSigns"
  return null
}

const standingFor = (
  tx: Tx,
  seat: Seat,
  of: { power: Power; matter: string; plannedOn: string; subject: Subject },
): Promise<Standing> =>
  standingOf(tx, {
    ...of,
    on: of.plannedOn,
    bodyName: seat.desk.officer.bodyName,
    without: null,
  })

export type Lawful = { on: string; offers: Offer[] }

/** The powers that the law of a day offers to this body, and why the rest is not lawful. */
export const lawfulOn = (seat: Seat, on: string): Lawful => ({
  on,
  offers: offersOn(bodyOf(seat), on, allPowers()),
})
