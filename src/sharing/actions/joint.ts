/** Acting together: proposed with a day to chosen bodies, answered by each, ended by who leads it. */
import {
  readServing,
  type ServingReading,
  servedOn,
  serveIn,
  type TaskOption,
  tasksToServe,
} from "../../directives/index.ts"
import { announce, journal } from "../../kernel/journal.ts"
import { type JointAnswer, type JointFault, jointFault, namedIn } from "../domain/joint.ts"
import {
  answerJointRow,
  endJointRow,
  insertJoint,
  type JointBody,
  type JointListed,
  type JointRow,
  jointBodies,
  listJoint,
  readJointRow,
} from "../store/joint.ts"
import { todayOf } from "./proposing.ts"
import { jointRoom } from "./rooms.ts"
import type { Seat } from "./seat.ts"
import { whatWordsName } from "./words-of-others.ts"

export type JointAsked = {
  title: string
  what: string
  dueOn: string
  bodies: readonly string[]
  assignmentId: string | null
}

export function proposeJoint(
  seat: Seat,
  asked: JointAsked,
): Promise<{ id: string } | { refused: JointFault | "noTask" }> {
  return seat.open(async (tx) => {
    const named = namedIn([asked.title, asked.what], whatWordsName)
    const fault = jointFault({ ...asked, named }, todayOf(seat))
    if (fault !== null) return { refused: fault }
    const { title, what, dueOn, bodies, assignmentId } = asked
    const id = await insertJoint(tx, { title, what, dueOn, bodies, madeName: seat.name })
    if (assignmentId !== null) {
      const served = await serveIn(tx, seat, { ...ofJoint(id), assignmentId, doneOn: null })
      if ("refused" in served) return served
    }
    const details = { bodies: bodies.length, dueOn }
    await announce(tx, { what: "joint-action.proposed", record: { kind: "joint-action", id }, details })
    return { id }
  })
}

const ofJoint = (id: string) => ({ kind: jointRoom.kind, recordId: id })

export const openJoints = (
  seat: Seat,
  page: { limit: number; offset: number },
): Promise<{ rows: JointListed[]; total: number }> => seat.look((tx) => listJoint(tx, page))

export const tasksForJoint = (seat: Seat): Promise<TaskOption[]> =>
  seat.look((tx) => tasksToServe(tx, jointRoom.words))

export type JointReading = {
  row: JointRow
  isOurs: boolean
  bodies: JointBody[]
  serving: ServingReading
  today: string
}

export function openJoint(seat: Seat, id: string): Promise<JointReading | null> {
  return seat.open(async (tx) => {
    const row = await readJointRow(tx, id)
    if (row === null) return null
    await journal(tx, { what: "joint-action.read", record: { kind: "joint-action", id } })
    return {
      row,
      isOurs: row.bodyId === seat.bodyId,
      bodies: await jointBodies(tx, id),
      serving: await readServing(tx, ofJoint(id), jointRoom.words),
      today: todayOf(seat),
    }
  })
}

export type JointRefusal = "over" | "namesSomebody" | "sayWhy" | "noTask"

/** A partner's last word stands; what it did may name the partner's own task. */
export function answerJoint(
  seat: Seat,
  id: string,
  { answer, note, assignmentId }: { answer: JointAnswer; note: string | null; assignmentId: string | null },
): Promise<{ answered: true } | { refused: JointRefusal }> {
  return seat.open(async (tx) => {
    if (answer === "cannot" && note === null) return { refused: "sayWhy" as const }
    if (namedIn([note], whatWordsName).length > 0) return { refused: "namesSomebody" as const }
    if (!(await answerJointRow(tx, id, { answer, note, answeredName: seat.name })))
      return { refused: "over" as const }
    const doneOn = answer === "done" ? todayOf(seat) : null
    if (assignmentId !== null) {
      const served = await serveIn(tx, seat, { ...ofJoint(id), assignmentId, doneOn })
      if ("refused" in served) return served
    }
    await servedOn(tx, ofJoint(id), doneOn)
    await announce(tx, {
      what: "joint-action.answered",
      record: { kind: "joint-action", id },
      details: { answer },
    })
    return { answered: true as const }
  })
}

export function endJoint(
  seat: Seat,
  id: string,
  { state, outcome }: { state: "done" | "dropped"; outcome: string },
): Promise<{ ended: true } | { refused: JointRefusal }> {
  return seat.open(async (tx) => {
    if (namedIn([outcome], whatWordsName).length > 0) return { refused: "namesSomebody" as const }
    if (!(await endJointRow(tx, id, { state, outcome, endedName: seat.name })))
      return { refused: "over" as const }
    if (state === "done") await servedOn(tx, ofJoint(id), todayOf(seat))
    else await serveIn(tx, seat, { ...ofJoint(id), assignmentId: null, doneOn: null })
    await announce(tx, {
      what: "joint-action.ended",
      record: { kind: "joint-action", id },
      details: { state },
    })
    return { ended: true as const }
  })
}
