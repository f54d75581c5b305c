/** A body that was asked for its opinion: it reads what it was sent, and answers once. */
import { announce, journal } from "../../kernel/journal.ts"
import {
  answerRequest,
  findRequest,
  type ListedRequest,
  type OpinionRequest,
  requestsToMe,
  type Stance,
} from "../store/requests.ts"
import { type Seat, todayOf } from "./seat.ts"

export const opinionsAskedOf = (seat: Seat): Promise<ListedRequest[]> => seat.look(requestsToMe)

export type RequestReading = { request: OpinionRequest; isAsked: boolean; today: string }

export function openRequest(seat: Seat, id: string): Promise<RequestReading | null> {
  return seat.open(async (tx) => {
    const request = await findRequest(tx, id)
    if (request === null) return null
    await journal(tx, { what: "proposal.request-read", record: { kind: "proposal-request", id } })
    return { request, isAsked: request.toBodyId === seat.bodyId, today: todayOf(seat) }
  })
}

export type AnswerRefusal = "missing" | "answered" | "sayWhat"

/** After its day as well, as long as the consultation lasts. */
export function answer(
  seat: Seat,
  id: string,
  { stance, opinion }: { stance: Stance; opinion: string | null },
): Promise<{ done: true } | { refused: AnswerRefusal }> {
  return seat.open(async (tx) => {
    const request = await findRequest(tx, id)
    if (request === null || request.toBodyId !== seat.bodyId) return { refused: "missing" as const }
    if (stance !== "agrees" && opinion === null) return { refused: "sayWhat" as const }
    if (!(await answerRequest(tx, id, { stance, opinion, name: seat.name })))
      return { refused: "answered" as const }
    const details = { stance, byBodyId: seat.bodyId }
    await announce(tx, {
      what: "proposal.opinion-given",
      record: { kind: "proposal", id: request.proposalId },
      details,
    })
    return { done: true as const }
  })
}
