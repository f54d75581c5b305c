/** A joint team: where another body would visit the same subject it is asked to go along, and names its members itself. */
import type { Tx } from "../../kernel/db/database.ts"
import { announce, journal } from "../../kernel/journal.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import { codeOf } from "../domain/code.ts"
import { mayStillJoin } from "../domain/life.ts"
import { holderOf } from "../domain/powers.ts"
import {
  answerInvitation,
  findInvitation,
  type Invitation,
  insertInvitation,
  insertJointMembers,
  invitationsWaiting,
} from "../store/joint.ts"
import { memberLines } from "./carried.ts"
import { type Seat, todayOf } from "./seat.ts"
import { factsOf } from "./take.ts"

type InviteRefusal = "notFound" | "notYours" | "tooLateToJoin" | "noBody" | "askedBefore"

/** Before the plan of the check is approved: its decision names the whole team. */
export function inviteBody(
  seat: Seat,
  id: string,
  { toBodyId, note }: { toBodyId: string; note: string },
): Promise<{ asked: true } | { refused: InviteRefusal }> {
  return seat.open(async (tx) => {
    const facts = await factsOf(tx, id, { isLocked: true })
    if (facts === null) return { refused: "notFound" as const }
    const { row, subject } = facts
    if (row.bodyId !== seat.bodyId) return { refused: "notYours" as const }
    if (!mayStillJoin(row.state)) return { refused: "tooLateToJoin" as const }
    const asked = (await bodiesToAsk(tx, seat)).find((one) => one.id === toBodyId)
    if (asked === undefined) return { refused: "noBody" as const }
    const made = await insertInvitation(tx, {
      inspectionId: id,
      toBodyId,
      code: codeOf(row),
      subject: subject.name,
      matter: row.matter,
      plannedOn: row.plannedOn,
      note,
      askedName: seat.name,
    })
    if (made === null) return { refused: "askedBefore" as const }
    await announce(tx, {
      what: "inspection.joint-asked",
      record: { kind: "inspection", id },
      details: { toBodyId },
    })
    return { asked: true as const }
  })
}

/** Bodies that have a power to check anybody, but the acting one. */
export async function bodiesToAsk(tx: Tx, seat: Seat): Promise<{ id: string; name: string }[]> {
  const bodies = bodiesOn(await loadChart(tx), todayOf(seat))
  return bodies
    .filter((body) => body.id !== seat.bodyId && holderOf(body) !== null)
    .map(({ id, name }) => ({ id, name }))
}

export const waitingInvitations = (seat: Seat): Promise<Invitation[]> => seat.look(invitationsWaiting)

export type InvitationReading = { invitation: Invitation; isAsked: boolean }

export function readInvitation(seat: Seat, id: string): Promise<InvitationReading | null> {
  return seat.open(async (tx) => {
    const invitation = await findInvitation(tx, id)
    if (invitation === null) return null
    await journal(tx, { what: "inspection.invitation-read", record: { kind: "inspection-invitation", id } })
    return { invitation, isAsked: invitation.toBodyId === seat.bodyId }
  })
}

type AnswerRefusal = "notFound" | "answeredBefore" | "badJointMember"

/** Each who is sent has declared that no interest of theirs stands against it: the form asks for it. */
export function acceptInvitation(
  seat: Seat,
  id: string,
  { members }: { members: string },
): Promise<{ answered: true } | { refused: AnswerRefusal }> {
  const sent = memberLines(members)
  const isOwn = sent?.every(({ ofBody }) => ofBody === null) === true
  if (sent === null || sent.length === 0 || !isOwn || isTwice(sent))
    return Promise.resolve({ refused: "badJointMember" as const })
  return answer(seat, id, { state: "accepted", reason: null }, async (tx) =>
    insertJointMembers(
      tx,
      id,
      sent.map(({ name, title }) => ({ name, title, declaredOn: todayOf(seat) })),
    ),
  )
}

const isTwice = (sent: readonly { name: string; title: string }[]) =>
  new Set(sent.map(({ name, title }) => `${name}\n${title}`)).size < sent.length

export const declineInvitation = (
  seat: Seat,
  id: string,
  { reason }: { reason: string },
): Promise<{ answered: true } | { refused: AnswerRefusal }> =>
  answer(seat, id, { state: "declined", reason }, async () => undefined)

function answer(
  seat: Seat,
  id: string,
  how: { state: "accepted" | "declined"; reason: string | null },
  write: (tx: Tx) => Promise<void>,
): Promise<{ answered: true } | { refused: AnswerRefusal }> {
  return seat.open(async (tx) => {
    const invitation = await findInvitation(tx, id)
    if (invitation === null || invitation.toBodyId !== seat.bodyId) return { refused: "notFound" as const }
    if (!(await answerInvitation(tx, id, { ...how, answeredName: seat.name })))
      return { refused: "answeredBefore" as const }
    await write(tx)
    await announce(tx, {
      what: `inspection.joint-${how.state}`,
      record: { kind: "inspection", id: invitation.inspectionId },
      details: { byBodyId: seat.bodyId },
    })
    return { answered: true as const }
  })
}
