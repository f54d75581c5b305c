/**
 * "Another body also holds this": yes or no, for a suspect's identifier of one's own tip, thirty times an hour, each in
 * the journal. Who it is and what they know is told by them alone, when they answer a request.
 */
import { journal, tell } from "../../kernel/journal.ts"
import {
  type AskedByUs,
  type AskedOfUs,
  answerShare,
  askedByUs,
  askedOfUs,
  askToShare,
  isHeldElsewhere,
  keepLookup,
  lookupsLately,
  suspectOf,
  tipsAskedOf,
} from "../store/elsewhere.ts"
import { fieldsNamingReporter } from "./naming.ts"
import type { Seat } from "./seat.ts"

/** More would be a way to map what others hold. */
export const lookupsPerHour = 30

export type LookedUp = { done: true } | { refused: "notFound" | "tooOften" }

export function lookElsewhere(seat: Seat, id: string, indicatorId: string): Promise<LookedUp> {
  return seat.open(async (tx) => {
    const suspect = await suspectOf(tx, id, indicatorId)
    if (suspect === null) return { refused: "notFound" as const }
    if ((await lookupsLately(tx)) >= lookupsPerHour) return { refused: "tooOften" as const }
    const isElsewhere = await isHeldElsewhere(tx, suspect)
    await keepLookup(tx, indicatorId, isElsewhere)
    await journal(tx, {
      what: "signal.looked-elsewhere",
      record: { kind: "signal", id },
      details: { indicator: indicatorId, isElsewhere },
    })
    return { done: true as const }
  })
}

export function requestShare(
  seat: Seat,
  id: string,
  of: { indicatorId: string; reason: string },
): Promise<LookedUp> {
  return seat.open(async (tx) => {
    const suspect = await suspectOf(tx, id, of.indicatorId)
    if (suspect === null) return { refused: "notFound" as const }
    const request = await askToShare(tx, { ...suspect, reason: of.reason, askedName: seat.name })
    const details = { indicator: of.indicatorId, request }
    await journal(tx, { what: "signal.share-asked", record: { kind: "signal", id }, details })
    await tell(tx, "signal.share-asked", request, details)
    return { done: true as const }
  })
}

export type Shares = { ofUs: AskedOfUs[]; byUs: AskedByUs[] }

export const readShares = (seat: Seat): Promise<Shares> =>
  seat.open(async (tx) => ({ ofUs: await askedOfUs(tx), byUs: await askedByUs(tx) }))

/** Whether these words name who told one of the tips that the answer is about. */
export async function answerNamesReporter(seat: Seat, requestId: string, answer: string): Promise<boolean> {
  const tips = await seat.look((tx) => tipsAskedOf(tx, requestId))
  const record = { kind: "share-request", id: requestId }
  return (await fieldsNamingReporter(seat.desk, { tips, record }, { answer })).length > 0
}

/** Only what is written in the answer goes over; tips themselves go by forwarding. */
export function answerRequest(
  seat: Seat,
  requestId: string,
  given: { state: "shared" | "refused"; answer: string },
): Promise<LookedUp> {
  return seat.open(async (tx) => {
    const by = { answeredBy: seat.officerId, answeredName: seat.name }
    if (!(await answerShare(tx, requestId, { ...given, ...by }))) return { refused: "notFound" as const }
    await journal(tx, {
      what: given.state === "shared" ? "signal.shared" : "signal.share-refused",
      record: { kind: "share-request", id: requestId },
    })
    return { done: true as const }
  })
}
