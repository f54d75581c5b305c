/** An issued paper is taken by the step that it is for: its number and day are the case's, and nobody types them again. */
import { colleaguesOf } from "../../accounts/index.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { documentsNamed, type ListedDocument, shownNumber } from "../../letters/index.ts"
import { extensionsOf } from "../domain/clocks.ts"
import type { PlanRefusal } from "../domain/money.ts"
import { amountsIn } from "../papers/form.ts"
import { actsOf } from "../store/acts.ts"
import { clocksOf } from "../store/clocks.ts"
import { type KeptPaper, papersOf } from "../store/papers.ts"
import { isRunning } from "./course.ts"
import { allowInstalments, planIn, postponePayment } from "./easing.ts"
import { enforceDecision } from "./execution.ts"
import { continueExecution, haltExecution } from "./halting.ts"
import { receiveExplanation } from "./hearing.ts"
import { keepThings, releaseThings } from "./keeping.ts"
import { decideOnSpot, type SpotRefusal } from "./on-the-spot.ts"
import { mayExplainLonger } from "./papers.ts"
import { type Deciding, decideRemedy, decideSanction, decidingFrom, recordViolation } from "./sanction.ts"
import { delegationOf, type SignerRefusal, signerOf } from "./signer.ts"
import { extendClock, fulfilDuty } from "./steps.ts"
import type { Result } from "./take.ts"

export type TakingRefusal =
  | SignerRefusal
  | "paper.notIssued"
  | "paper.taken"
  | "datesWrong"
  | "hearingOpen"
  | "numberTaken"
  | "notADuty"
  | SpotRefusal
  | PlanRefusal
  | "untilTooFar"
  | "receiptTwice"
  | "tooManyReceipts"
  | "noFine"
  | "notLawful"
  | "ranOut"

type Issued = { paper: KeptPaper; number: string; on: string; signerId: string; actIds: string[] }

export async function takePaper(desk: Desk, caseId: string, paperId: string): Promise<Result<TakingRefusal>> {
  const found = await issuedPaper(desk, caseId, paperId)
  if ("refused" in found) return found
  const { paper, number, on, signerId } = found
  const { answers } = paper
  switch (paper.kind) {
    case "record": {
      const recordedAt = `${answers.madeOn ?? on}T${answers.beganAt ?? "00:00"}`
      return recordViolation(desk, caseId, {
        recordedAt,
        number,
        note: answers.place ?? "",
        paperId,
        signerId,
      })
    }
    case "hearing": {
      const note = [number, answers.conclusion ?? ""].filter((text) => text !== "").join(". ")
      const explainedOn = answers.madeOn ?? on
      return receiveExplanation(desk, caseId, { way: "oral", note, number, explainedOn, paperId })
    }
    case "sanction":
    case "remedy": {
      const deciding = await decidingOf(desk, found)
      if ("refused" in deciding) return deciding
      return paper.kind === "sanction"
        ? decideSanction(desk, caseId, deciding)
        : decideRemedy(desk, caseId, deciding)
    }
    case "session":
      return announceSession(desk, caseId, found)
    case "keeping": {
      const signer = (await colleaguesOf(desk)).find(({ officerId }) => officerId === signerId)
      if (signer === undefined) return { refused: "signerMissing" }
      const { madeOn: keptOn = on, why: reason = "" } = answers
      const signerName = `${signer.name}, ${signer.title}`
      return keepThings(desk, caseId, { number, keptOn, signerName, reason, paperId })
    }
    case "enforcement":
      return enforceDecision(desk, caseId, { number, note: answers.force ?? "", doneOn: on, paperId })
    case "spot": {
      const deciding = await decidingOf(desk, found)
      if ("refused" in deciding) return deciding
      return decideOnSpot(desk, caseId, { ...deciding, seenBy: "eyes" })
    }
    case "explaining":
      return lengthenExplaining(desk, caseId, found)
    case "confiscation":
    case "postponement":
    case "instalments":
    case "halt":
    case "continuation":
      return takeOfExecution(desk, caseId, paper.kind, found)
    case "transfer-notice":
    case "request":
      return { refused: "paper.taken" }
  }
}

/** Steps that ease or stop the execution, under the number, the day and the signer of the paper. */
async function takeOfExecution(
  desk: Desk,
  caseId: string,
  kind: "confiscation" | "postponement" | "instalments" | "halt" | "continuation",
  { paper, number, on, signerId }: Issued,
): Promise<Result<TakingRefusal>> {
  const { answers, id: paperId } = paper
  const reason = answers.why ?? ""
  switch (kind) {
    case "confiscation":
      return releaseThings(desk, caseId, { way: "confiscated", number, reason, doneOn: on, paperId })
    case "postponement": {
      const untilOn = answers.untilOn ?? on
      return postponePayment(desk, caseId, { number, decidedOn: on, untilOn, reason, paperId })
    }
    case "instalments":
      return allowInstalments(desk, caseId, { number, decidedOn: on, plan: planIn(answers), reason, paperId })
    default: {
      const signer = (await colleaguesOf(desk)).find(({ officerId }) => officerId === signerId)
      if (signer === undefined) return { refused: "signerMissing" }
      const signerName = `${signer.name}, ${signer.title}`
      const halting = { number, doneOn: on, signerName, reason, paperId }
      return kind === "halt" ? haltExecution(desk, caseId, halting) : continueExecution(desk, caseId, halting)
    }
  }
}

/** The time to explain is longer from the day of the notice on (Đ61.2). */
async function lengthenExplaining(
  desk: Desk,
  caseId: string,
  { paper, number, on }: Issued,
): Promise<Result<TakingRefusal>> {
  const clock = await asOfficer(desk.house.db, desk.who, async (tx) =>
    (await clocksOf(tx, caseId)).find(mayExplainLonger),
  )
  const [extension] = clock === undefined ? [] : extensionsOf(clock, legalRules())
  if (clock === undefined || extension === undefined) return { refused: "noExplanation" }
  return extendClock(desk, caseId, {
    clockId: clock.id,
    extension,
    decision: number,
    signedOn: on,
    reason: paper.answers.why ?? "",
    paperId: paper.id,
  })
}

/** The notice went out: the duty to announce the session is done, under its number. */
async function announceSession(desk: Desk, caseId: string, { paper, number, on }: Issued) {
  const clock = await asOfficer(desk.house.db, desk.who, async (tx) =>
    (await clocksOf(tx, caseId)).find((one) => one.purpose === "notify-hearing" && isRunning(one)),
  )
  if (clock === undefined) return { refused: "noHearing" as const }
  const done = await fulfilDuty(desk, caseId, {
    clockId: clock.id,
    note: number,
    doneOn: on,
    paperId: paper.id,
  })
  return "refused" in done ? done : { state: "recorded" as const }
}

async function issuedPaper(
  desk: Desk,
  caseId: string,
  paperId: string,
): Promise<Issued | { refused: "notFound" | "paper.notIssued" | "paper.taken" }> {
  const read = await asOfficer(desk.house.db, desk.who, async (tx) => {
    const paper = (await papersOf(tx, caseId)).find(({ id }) => id === paperId)
    if (paper === undefined) return null
    const [document] = await documentsNamed(tx, [paper.documentId])
    return document === undefined
      ? null
      : { paper, document, actIds: (await actsOf(tx, caseId)).map(({ id }) => id) }
  })
  if (read === null) return { refused: "notFound" }
  const { paper, document, actIds } = read
  if (paper.recordedOn !== null) return { refused: "paper.taken" }
  if (!isIssued(document)) return { refused: "paper.notIssued" }
  const number = shownNumber(document.number ?? 0, document.symbol)
  return { paper, number, on: document.datedOn ?? "", signerId: document.signerId, actIds }
}

export const isIssued = ({ state }: ListedDocument) => state === "issued" || state === "archived"

/** As it was drafted, on the day and under the number of the book, by whoever signed it. */
async function decidingOf(
  desk: Desk,
  { paper, number, on, signerId, actIds }: Issued,
): Promise<Deciding | { refused: SignerRefusal }> {
  const colleague = (await colleaguesOf(desk)).find(({ officerId }) => officerId === signerId)
  if (colleague === undefined) return { refused: "signerMissing" }
  const signer = signerOf(desk, colleague, delegationOf(paper.answers))
  if ("refused" in signer) return signer
  return {
    ...decidingFrom(paper.answers, amountsIn(actIds, paper.answers)),
    number,
    decidedOn: on,
    signer,
    paperId: paper.id,
  }
}
