/** The hand-over of a case to the police, and what the police do with the file: sign for it, prosecute, return it. */
import { colleaguesOf } from "../../accounts/index.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { signalsOfCase } from "../../signals/index.ts"
import { ruleFor } from "../domain/clocks.ts"
import { postOf } from "../domain/competence.ts"
import { dossierWords } from "../dossier-documents.ts"
import { saveHalt } from "../store/cases.ts"
import { changeTransfer, insertTransfer } from "../store/others.ts"
import { fileWords } from "../words-files.ts"
import { existsAs, nameOfBody } from "./bodies.ts"
import { handAll } from "./exhibits.ts"
import { type Dated, type Facts, noteWith, type Result, take } from "./take.ts"

export type Transferring = Dated & {
  toBodyId: string
  reason: string
  /** Who signs the decision to hand the file over; absent: whoever enters it. */
  signerId?: string | null
  /** Number and day of the decision that suspended execution, needed once there is a sanction (Luật XLVPHC Đ62.2). */
  suspension?: { number: string; on: string } | null
}

export type TransferRefusal = "notPolice" | "suspensionMissing" | "tipNotCompared" | "signerMissing"

export const transferCase = async (
  desk: Desk,
  id: string,
  { toBodyId, reason, suspension = null, signerId = null, doneOn = null }: Transferring,
): Promise<Result<TransferRefusal>> => {
  const signer =
    signerId === null || signerId === ""
      ? desk.officer
      : (await colleaguesOf(desk)).find((one) => one.officerId === signerId)
  const body = { kind: desk.officer.bodyKind, name: desk.officer.bodyName }
  // The file goes over by a decision of whoever may sanction (Luật XLVPHC Đ62.1).
  if (signer === undefined || postOf(signer.title, body) === null) return { refused: "signerMissing" }
  const transfer = take<TransferRefusal>
  return transfer(
    desk,
    id,
    "transfer",
    async ({ row }, today, tx) => {
      if (toBodyId === desk.who.bodyId || !(await existsAs(tx, toBodyId, "police", today)))
        return { refused: "notPolice" as const }
      // What was suspended by a decision of its own is not asked for again.
      const halted =
        row.haltedOn === null || row.haltedNumber === null
          ? null
          : { number: row.haltedNumber, on: row.haltedOn }
      const suspended = row.state === "decided" ? (halted ?? suspension) : null
      const handedOn = doneOn || today
      if (row.state === "decided" && (suspended === null || suspended.on > handedOn))
        return { refused: "suspensionMissing" as const }
      // Rules do not find every name inside a sentence: a person must have read what the police will read.
      if ((await signalsOfCase(tx, id)).some((tip) => tip.redactionCheckedAt === null))
        return { refused: "tipNotCompared" as const }
      const at = { suspensionNumber: suspended?.number ?? null, suspendedOn: suspended?.on ?? null }
      const handed = { caseId: id, toBodyId, reason, handedOn, handedName: desk.officer.name }
      const decided = { decidedName: signer.name, decidedTitle: signer.title || dossierWords.officer }
      return {
        note: reason,
        rule: "XP-62-CHUYEN",
        ...(suspended === null ? {} : { shown: { suspension: suspended.number, suspendedOn: suspended.on } }),
        taken: { suspendedOn: suspended?.on ?? null, isHalted: halted !== null },
        write: async () => {
          await insertTransfer(tx, { ...handed, ...decided, ...at })
          if (halted === null && suspended !== null) await saveHalt(tx, id, suspended)
        },
      }
    },
    doneOn,
  )
}

export const signTransfer = (desk: Desk, id: string, { doneOn = null }: Dated = {}) =>
  take(
    desk,
    id,
    "sign",
    (facts, today, tx) => ({
      rule: "TG-20",
      write: async () => {
        const { name, bodyName } = desk.officer
        await changeTransfer(tx, awayOf(facts), { signedOn: doneOn || today, signedName: name })
        const [reason, on] = [fileWords.vi.signedFor, doneOn || today]
        await handAll(tx, id, { toWhom: `${name}, ${bodyName}`.slice(0, 300), reason, byName: name, on })
      },
    }),
    doneOn,
  )

/** Number and day of the decision to prosecute, or not to. `doneOn`: the day on which the file went back. */
type Concluding = Dated & { number?: string; decidedOn?: string | null }
type ConcludingRefusal = "decisionMissing" | "datesWrong"
/** What the police concluded stands in a decision with its number and day (BLTTHS Đ153, Đ158). */
function concluded(
  { number = "", decidedOn = null }: Concluding,
  on: string,
): { number: string; decidedOn: string } | { refused: ConcludingRefusal } {
  if (number === "" || decidedOn === null || decidedOn === "") return { refused: "decisionMissing" }
  return decidedOn > on ? { refused: "datesWrong" } : { number, decidedOn }
}

export const prosecuteCase = (
  desk: Desk,
  id: string,
  input: { note: string } & Omit<Concluding, "doneOn">,
): Promise<Result<ConcludingRefusal>> => {
  const prosecute = take<ConcludingRefusal>
  const on = input.decidedOn ?? null
  return prosecute(
    desk,
    id,
    "prosecute",
    (facts, today, tx) => {
      const decision = concluded(input, today)
      if ("refused" in decision) return decision
      const note = noteWith(decision.number, input.note)
      const result = resultOf(desk, decision.decidedOn, note)
      return {
        note,
        shown: decision,
        write: () => changeTransfer(tx, awayOf(facts), { result: "prosecuted", ...result }),
      }
    },
    on,
  )
}

/**
 * A file that was signed for goes back with the decision not to prosecute; one that was never taken in goes back with a
 * reason. Marked last: with it the police's sight of the file ends, and the timeline must be written before.
 */
export const returnCase = (
  desk: Desk,
  id: string,
  input: { reason: string } & Concluding,
): Promise<Result<ConcludingRefusal>> => {
  const giveBack = take<ConcludingRefusal>
  return giveBack(
    desk,
    id,
    "return",
    (facts, today, tx) => {
      const on = input.doneOn || today
      const isSigned = (facts.transfers[0]?.signedOn ?? null) !== null
      const decision = isSigned ? concluded(input, on) : null
      if (decision !== null && "refused" in decision) return decision
      const note = noteWith(decision?.number ?? input.number, input.reason)
      return {
        note,
        shown: decision ?? {},
        taken: {
          concludedOn: decision?.decidedOn ?? null,
          isHalted: facts.row.returnsTo === "decided" && facts.row.haltedOn !== null,
        },
        ...returnRule(facts, on),
        write: async () => {
          const toWhom = await nameOfBody(tx, facts.row.bodyId)
          const reason = fileWords.vi.returnedWith
          await handAll(tx, id, { toWhom, reason, byName: desk.officer.name, on })
        },
        last: () => changeTransfer(tx, awayOf(facts), { result: "returned", ...resultOf(desk, on, note) }),
      }
    },
    input.doneOn ?? null,
  )
}

const resultOf = (desk: Desk, resultOn: string, resultNote: string) => ({
  resultOn,
  resultNote,
  resultName: desk.officer.name,
})

/** A decision that stands is executed further; all else is decided anew within the days of Điều 63. */
function returnRule({ row }: Facts, today: string): { rule?: string } {
  const rule = row.returnsTo === "decided" ? null : ruleFor("decide", today, legalRules(), "returned")
  return rule === null ? {} : { rule: rule.id }
}

const awayOf = (facts: Facts) => facts.transfers.find((one) => one.result !== "returned")?.id ?? ""
