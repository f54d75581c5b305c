/** An enterprise answers what it was asked, with proof. It sees the request and nothing else of the case. */
import { asOfficer } from "../../kernel/db/database.ts"
import { getFile } from "../../kernel/files.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { maskedIn } from "../domain/masked.ts"
import { isLateRequest } from "../domain/requests.ts"
import { type Answer, answerRequest, lockOpenRequest, requestsTo } from "../store/others.ts"
import { addProofs, findProof, type Proof, proofsOf } from "../store/proofs.ts"
import { maskFor } from "./masking.ts"
import type { ShownRequest } from "./reading.ts"
import { todayOf } from "./take.ts"

export type Answering = {
  answer: Answer
  text: string
  files?: readonly Pick<Proof, "sha256" | "mediaType" | "bytes">[]
}

/** The handling body learns it from the outbox and its own page. */
export function answerPrevention(
  desk: Desk,
  requestId: string,
  { answer, text, files = [] }: Answering,
): Promise<{ answered: true } | { refused: "notFound" }> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const at = { id: requestId, enterpriseId: desk.who.bodyId }
    if (!(await lockOpenRequest(tx, at))) return { refused: "notFound" as const }
    await addProofs(tx, requestId, desk.officer.name, files)
    await answerRequest(tx, at, {
      answer,
      answerText: text,
      answeredAt: desk.house.clock.now().toISOString(),
      answeredBy: desk.who.officerId,
      answeredName: desk.officer.name,
    })
    const details = { answer, proofs: files.length }
    const record = { kind: "prevention-request", id: requestId }
    await journal(tx, { what: "prevention.answered", record, details })
    await tell(tx, "prevention.answered", requestId, details)
    return { answered: true as const }
  })
}

export async function readRequests(desk: Desk): Promise<{ requests: ShownRequest[]; today: string }> {
  const today = todayOf(desk)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const found = await requestsTo(tx, desk.who.bodyId)
    const proofs = await proofsOf(
      tx,
      found.map((one) => one.id),
    )
    const maskOf = await maskFor(
      tx,
      desk,
      found.map((one) => ({ id: one.caseId, bodyId: one.bodyId })),
    )
    const requests = found.map((one) => ({
      // Its own answer stays as the enterprise gave it.
      ...maskedIn(one, maskOf(one.caseId)),
      answerText: one.answerText,
      isLate: isLateRequest(one, today),
      proofs: proofs.filter((proof) => proof.requestId === one.id),
    }))
    return { requests, today }
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
