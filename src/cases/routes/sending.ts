/** What each form of a case does; where the action takes what the form asks, it is only named. */
import type { InputOf, SendingOf } from "../../kernel/forms/index.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { allowInstalments, payPart, postponePayment, reduceFine, strikeEntry } from "../actions/easing.ts"
import { enforceDecision, executeDecision, serveDecision } from "../actions/execution.ts"
import { continueExecution, haltExecution } from "../actions/halting.ts"
import { assignCase } from "../actions/handler.ts"
import { askHearing, examineFacts, receiveExplanation } from "../actions/hearing.ts"
import { keepThings, releaseThings } from "../actions/keeping.ts"
import { followCase, noteOnCase } from "../actions/notes.ts"
import { decideOnSpot } from "../actions/on-the-spot.ts"
import { openWords } from "../actions/opening.ts"
import {
  endPrevention,
  remindPrevention,
  requestPrevention,
  withdrawPrevention,
} from "../actions/prevention.ts"
import { confirmRangeOf, countUnits, typeRangeOf } from "../actions/range.ts"
import { decideRemedy, decideSanction, findAct, recordViolation } from "../actions/sanction.ts"
import { confirmCompetence, signerFrom } from "../actions/signer.ts"
import * as steps from "../actions/steps.ts"
import { prosecuteCase, returnCase, signTransfer, transferCase } from "../actions/transfer.ts"
import type { Extension } from "../domain/clocks.ts"
import type { UnitKind } from "../domain/units.ts"
import type { forms } from "../forms.ts"

/** `amounts`: đồng, by act, as the form of a decision asks them. */
export type To = { desk: Desk; id: string; amounts: Readonly<Record<string, number>> }

const by =
  <Input, Done>(act: (desk: Desk, id: string, input: Input) => Promise<Done>) =>
  ({ desk, id }: To, input: Input): Promise<Done> =>
    act(desk, id, input)

export const sending = {
  verify: by(steps.verifyCase),
  find: ({ desk, id }, { numbers, points, ...input }) =>
    findAct(desk, id, { ...input, units: unitsIn(numbers, points) }),
  countUnits: ({ desk, id }, { actId, numbers, points }) =>
    countUnits(desk, id, { actId, units: unitsIn(numbers, points) }),
  prevent: by(requestPrevention),
  endPrevention: by(endPrevention),
  record: ({ desk, id }, { recordedOn, time, ...input }) =>
    recordViolation(desk, id, { recordedAt: `${recordedOn}T${time}`, ...input }),
  askHearing: by(askHearing),
  explain: ({ desk, id }, { doneOn: explainedOn, ...input }) =>
    receiveExplanation(desk, id, { ...input, explainedOn }),
  examine: by(examineFacts),
  withdraw: by(withdrawPrevention),
  remind: by(remindPrevention),
  decide: async ({ desk, id, amounts }, input) => {
    const signer = await signerFrom(desk, input)
    if ("refused" in signer) return signer
    const { number, decidedOn, remedy } = input
    const circumstances = { mitigating: input.mitigating ?? "", aggravating: input.aggravating ?? "" }
    const decision = { number, decidedOn, remedy: remedy ?? "", signer, circumstances, amounts }
    return decideSanction(desk, id, decision)
  },
  onSpot: async ({ desk, id, amounts }, input) => {
    const signer = await signerFrom(desk, input)
    if ("refused" in signer) return signer
    const { number, decidedOn, remedy, seenBy } = input
    const circumstances = { mitigating: input.mitigating ?? "", aggravating: input.aggravating ?? "" }
    const decision = { number, decidedOn, remedy: remedy ?? "", signer, circumstances, amounts, seenBy }
    return decideOnSpot(desk, id, decision)
  },
  remedy: async ({ desk, id }, input) => {
    const signer = await signerFrom(desk, input)
    if ("refused" in signer) return signer
    const { number, decidedOn, remedy } = input
    return decideRemedy(desk, id, { number, decidedOn, remedy, signer })
  },
  confirmCompetence: by(confirmCompetence),
  serve: by(serveDecision),
  execute: ({ desk, id }, { paid, ...input }) => executeDecision(desk, id, { ...input, paid: paid ?? 0 }),
  payPart: by(payPart),
  payLater: by(postponePayment),
  payInParts: ({ desk, id }, { number, decidedOn, reason, ...asked }) =>
    allowInstalments(desk, id, { number, decidedOn, reason, plan: planOf(asked) }),
  reduce: by(reduceFine),
  strike: by(strikeEntry),
  enforce: by(enforceDecision),
  halt: by(haltExecution),
  goOn: by(continueExecution),
  clear: by(steps.clearCase),
  transfer: ({ desk, id }, { suspension, suspendedOn, ...input }) =>
    transferCase(desk, id, { ...input, suspension: numbered(suspension, suspendedOn) }),
  sign: by(signTransfer),
  suspend: by(steps.suspendResolution),
  resume: by(steps.resumeResolution),
  prosecute: ({ desk, id }, { paperNumber, reason, decidedOn }) =>
    prosecuteCase(desk, id, { note: reason, decidedOn, number: paperNumber }),
  return: ({ desk, id }, { paperNumber, ...input }) =>
    returnCase(desk, id, { ...input, number: paperNumber ?? "" }),
  keep: by(keepThings),
  release: by(releaseThings),
  extend: ({ desk, id }, input) => steps.extendClock(desk, id, lengtheningOf(input)),
  prolong: ({ desk, id }, input) => steps.prolongResolution(desk, id, lengtheningOf(input)),
  close: by(steps.closeCase),
  reopen: by(steps.reopenCase),
  fulfil: by(steps.fulfilDuty),
  typeRange: by(typeRangeOf),
  confirmRange: ({ desk, id }, { actId }) => confirmRangeOf(desk, id, actId),
  assign: by(assignCase),
  openWords: by(openWords),
  note: by(noteOnCase),
  followUp: by(followCase),
  nameOfficer: by(steps.nameOfficer),
} satisfies SendingOf<typeof forms, To>

/** A time without a day or an amount is none; that the amounts come to what is owed is checked with the plan. */
const planOf = (asked: Omit<InputOf<(typeof forms)["payInParts"]>, "number" | "decidedOn" | "reason">) =>
  [
    { on: asked.firstOn, amount: asked.firstAmount },
    { on: asked.secondOn, amount: asked.secondAmount },
    { on: asked.thirdOn, amount: asked.thirdAmount },
  ].flatMap(({ on, amount }) => (on === null || amount === null ? [] : [{ on, amount }]))

const unitsIn = (numbers: number | null, points: number | null) => [
  ...counted(numbers, "number"),
  ...counted(points, "point"),
]
const counted = (count: number | null, kind: UnitKind) => (count === null ? [] : [{ count, kind }])

/** Number and day belong together; one without the other is none. */
const numbered = (number: string | null, on: string | null) =>
  number === null || on === null ? null : { number, on }

/** What the list of `pages/next.tsx` gave out; the rules decide whether it is lawful. */
function lengtheningOf({ extension: chosen, ...input }: InputOf<(typeof forms)["extend"]>) {
  const [clockId = "", way = ""] = chosen.split(" ")
  const [kind, first = "", unit] = way.split(":")
  const units = ["day", "working-day", "month"] as const
  const extension: Extension =
    kind === "time"
      ? { by: "time", quantity: Number(first), unit: units.find((one) => one === unit) ?? "day" }
      : { by: "rule", ruleId: first, grade: "plain" }
  return { ...input, clockId, extension }
}
