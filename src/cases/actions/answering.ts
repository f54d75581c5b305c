/** An enterprise answers what it was asked, with proof. It sees the request and nothing else of the case. */

import { servedOn, serveIn, type TaskOption, tasksToServe } from "../../directives/index.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { getFile } from "../../kernel/files.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { maskedIn } from "../domain/masked.ts"
import { isLateRequest } from "../domain/requests.ts"
import { type AnsweredTarget, wholeAnswer } from "../domain/targets.ts"
import { type Answer, answerRequest, requestsTo } from "../store/others.ts"
import { addProofs, findProof, type Proof, proofsOf } from "../store/proofs.ts"
import { addTargetAnswers, lockRequestTo, targetAnswersOf, writeWhole } from "../store/target-answers.ts"
import { maskFor } from "./masking.ts"
import { type ShownRequest, shownSingly } from "./reading.ts"
import { preventionRoom } from "./rooms.ts"
import { todayOf } from "./take.ts"

export type Answering = {
  text: string
  files?: readonly Pick<Proof, "sha256" | "mediaType" | "bytes">[]
  /** The task of a letter that it serves. */
  assignmentId?: string | null
} & (
  | { answer: Answer }
  /** One answer for each number; what the whole request got follows from them. */
  | { targets: readonly AnsweredTarget[] }
)

/**
 * The handling body learns it from the outbox and its own page. Answered number by number, it may be put right: the later
 * answer stands, the earlier stays written, and so does the time of the first.
 */
export function answerPrevention(
  desk: Desk,
  requestId: string,
  said: Answering,
): Promise<{ answered: true } | { refused: "notFound" | "noTask" }> {
  const { text, files = [], assignmentId = null } = said
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const at = { id: requestId, enterpriseId: desk.who.bodyId }
    const held = await lockRequestTo(tx, at)
    if (held === null || (held.answer !== null && !("targets" in said)))
      return { refused: "notFound" as const }
    const isCorrection = held.answer !== null
    // Proof belongs to the first answer; what comes later is a paper of its own.
    if (isCorrection && files.length > 0) return { refused: "notFound" as const }
    if (assignmentId !== null) {
      const doneOn = todayOf(desk)
      const serving = { kind: preventionRoom.kind, recordId: requestId, assignmentId, doneOn }
      const served = await serveIn(tx, { name: desk.officer.name }, serving)
      if ("refused" in served) return served
    }
    await addProofs(tx, requestId, desk.officer.name, files)
    const by = {
      answerText: text,
      answeredAt: desk.house.clock.now().toISOString(),
      answeredBy: desk.who.officerId,
      answeredName: desk.officer.name,
    }
    const whole = "targets" in said ? wholeAnswer(said.targets) : null
    if ("targets" in said && whole !== null) {
      // By their place: what the enterprise reads may be masked.
      const answers = said.targets.map((one, at) => ({ ...one, target: held.targets[at] ?? one.target }))
      await addTargetAnswers(tx, requestId, desk.officer.name, answers)
      await writeWhole(tx, requestId, { ...by, ...whole })
      const served = { kind: preventionRoom.kind, recordId: requestId }
      await servedOn(tx, served, whole.doneTargets > 0 ? todayOf(desk) : null, whole.doneTargets)
    } else if ("answer" in said) await answerRequest(tx, at, { answer: said.answer, ...by })
    const answer = whole?.answer ?? ("answer" in said ? said.answer : "refused")
    const details = {
      answer,
      proofs: files.length,
      ...(whole === null ? {} : { done: whole.doneTargets, isCorrection }),
    }
    const record = { kind: "prevention-request", id: requestId }
    await journal(tx, { what: "prevention.answered", record, details })
    await tell(tx, "prevention.answered", requestId, details)
    return { answered: true as const }
  })
}

export async function readRequests(
  desk: Desk,
): Promise<{ requests: ShownRequest[]; tasks: TaskOption[]; today: string }> {
  const today = todayOf(desk)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const found = await requestsTo(tx, desk.who.bodyId)
    const proofs = await proofsOf(
      tx,
      found.map((one) => one.id),
    )
    const single = await targetAnswersOf(
      tx,
      found.map((one) => one.id),
    )
    const tasks = await tasksToServe(tx, preventionRoom.words)
    const maskOf = await maskFor(
      tx,
      desk,
      found.map((one) => ({ id: one.caseId, bodyId: one.bodyId })),
    )
    const requests = found.map((one) => {
      const masked = maskedIn(one, maskOf(one.caseId))
      return {
        // Its own answer stays as the enterprise gave it.
        ...masked,
        answerText: one.answerText,
        single: shownSingly(one, masked.targets, single),
        isLate: isLateRequest(one, today),
        proofs: proofs.filter((proof) => proof.requestId === one.id),
      }
    })
    return { requests, tasks, today }
  })
}

/** To either side of the request; that they looked is written down first. */
export async function readProof(
  desk: Desk,
  requestId: string,
  proofId: string,
): Promise<{ bytes: Buffer; proof: Proof } | null> {
  const proof = await asOfficer(desk.house.db, desk.who, async (tx) => {
    const one = await findProof(tx, requestId, proofId)
    if (one === null) return null
    const record = { kind: "prevention-request", id: requestId }
    await journal(tx, { what: "prevention.proof-read", record, details: { proof: proofId } })
    return one
  })
  if (proof === null) return null
  const bytes = await getFile(desk.house, proof.sha256)
  return bytes === null ? null : { bytes, proof }
}
