/** What each form of a case does once its fields are right. */
import type { Desk } from "../../kernel/http/env.ts"
import { enforceDecision, executeDecision, serveDecision } from "../actions/execution.ts"
import { askHearing, examineFacts, receiveExplanation } from "../actions/hearing.ts"
import { confirmRangeOf, typeRangeOf } from "../actions/range.ts"
import { decideRemedy, decideSanction, findAct, recordViolation } from "../actions/sanction.ts"
import { confirmCompetence, signerFrom } from "../actions/signer.ts"
import * as steps from "../actions/steps.ts"
import { matters } from "../domain/classes.ts"
import type { Extension, Grade } from "../domain/clocks.ts"
import type { Whose } from "../domain/fines.ts"
import { type FormName, linesOf, moneyOf, type Values } from "../forms.ts"
import type { formWords } from "../words-forms.ts"

export type RefusalKey = keyof (typeof formWords)["vi"]["refusals"]
type Done =
  | { refused: RefusalKey }
  | { state: string }
  | { typed: true }
  | { confirmed: true }
  | { noted: true }
  | { fulfilled: true }
  | { withdrawn: true }
type Send = (desk: Desk, id: string, values: Values) => Promise<Done>

const text = (values: Values, name: string) => (values[name] ?? "").trim()
const reasonOf = (values: Values) => ({ reason: text(values, "reason") })
const noteOf = (values: Values) => ({ note: text(values, "note") })
const doneOn = (values: Values) => ({ doneOn: text(values, "doneOn") || null })
const concluding = (values: Values) => ({ number: text(values, "paperNumber"), ...doneOn(values) })

export const sending: Readonly<Record<FormName, Send>> = {
  verify: (desk, id, v) => steps.verifyCase(desk, id, noteOf(v)),
  find: (desk, id, v) =>
    findAct(desk, id, {
      violationId: text(v, "violationId"),
      committedOn: text(v, "committedOn"),
      foundOn: text(v, "foundOn"),
      isOngoing: text(v, "isOngoing") === "yes",
      identifiedOn: text(v, "identifiedOn") || null,
      description: text(v, "description"),
      offenderName: text(v, "offenderName"),
      offenderKind: (text(v, "offenderKind") === "individual"
        ? "individual"
        : "organisation") satisfies Whose,
      offenderCode: text(v, "offenderCode") || null,
    }),
  prevent: (desk, id, v) =>
    steps.requestPrevention(desk, id, {
      enterpriseId: text(v, "enterpriseId"),
      asks: oneOf(["block", "suspend", "keep-logs"], text(v, "asks")),
      targets: linesOf(text(v, "targets")),
      basis: text(v, "basis"),
      dueOn: text(v, "dueOn"),
    }),
  endPrevention: (desk, id, v) => steps.endPrevention(desk, id, noteOf(v)),
  record: (desk, id, v) =>
    recordViolation(desk, id, {
      recordedAt: `${text(v, "recordedOn")}T${text(v, "time")}`,
      number: text(v, "number"),
      ...noteOf(v),
    }),
  askHearing: (desk, id, v) => askHearing(desk, id, { askedOn: text(v, "askedOn"), ...noteOf(v) }),
  explain: (desk, id, v) =>
    receiveExplanation(desk, id, {
      way: oneOf(["written", "oral", "renounced"], text(v, "way")),
      explainedOn: text(v, "doneOn") || null,
      ...noteOf(v),
    }),
  examine: (desk, id, v) =>
    examineFacts(desk, id, { matter: oneOf(matters, text(v, "matter")), ...reasonOf(v), ...doneOn(v) }),
  withdraw: (desk, id, v) =>
    steps.withdrawPrevention(desk, id, { requestId: text(v, "requestId"), ...reasonOf(v) }),
  decide: async (desk, id, v) => {
    const signer = await signerFrom(desk, typedSigner(v))
    if ("refused" in signer) return signer
    const [mitigating, aggravating] = [text(v, "mitigating"), text(v, "aggravating")]
    const circumstances = { mitigating, aggravating }
    return decideSanction(desk, id, { ...decidingOf(v), signer, circumstances, amounts: amountsOf(v) })
  },
  remedy: async (desk, id, v) => {
    const signer = await signerFrom(desk, typedSigner(v))
    return "refused" in signer ? signer : decideRemedy(desk, id, { ...decidingOf(v), signer })
  },
  confirmCompetence: (desk, id, v) =>
    confirmCompetence(desk, id, { office: text(v, "office"), source: text(v, "source") }),
  serve: (desk, id, v) => serveDecision(desk, id, { servedOn: text(v, "servedOn") }),
  execute: (desk, id, v) =>
    executeDecision(desk, id, { paidOn: text(v, "paidOn"), paid: moneyOf(text(v, "paid")), ...noteOf(v) }),
  enforce: (desk, id, v) =>
    enforceDecision(desk, id, { number: text(v, "number"), ...noteOf(v), ...doneOn(v) }),
  clear: (desk, id, v) => steps.clearCase(desk, id, { ...reasonOf(v), ...doneOn(v) }),
  transfer: (desk, id, v) =>
    steps.transferCase(desk, id, {
      toBodyId: text(v, "toBodyId"),
      suspension: suspensionOf(v),
      ...reasonOf(v),
      ...doneOn(v),
    }),
  sign: (desk, id, v) => steps.signTransfer(desk, id, doneOn(v)),
  suspend: (desk, id, v) => steps.suspendResolution(desk, id, { ...reasonOf(v), ...doneOn(v) }),
  resume: (desk, id, v) => steps.resumeResolution(desk, id, { ...reasonOf(v), ...doneOn(v) }),
  prosecute: (desk, id, v) => steps.prosecuteCase(desk, id, { note: text(v, "reason"), ...concluding(v) }),
  return: (desk, id, v) => steps.returnCase(desk, id, { ...reasonOf(v), ...concluding(v) }),
  extend: (desk, id, v) => steps.extendClock(desk, id, lengtheningOf(v)),
  prolong: (desk, id, v) => steps.prolongResolution(desk, id, lengtheningOf(v)),
  close: (desk, id, v) => steps.closeCase(desk, id, reasonOf(v)),
  reopen: (desk, id, v) => steps.reopenCase(desk, id, reasonOf(v)),
  fulfil: (desk, id, v) =>
    steps.fulfilDuty(desk, id, { clockId: text(v, "clockId"), ...noteOf(v), ...doneOn(v) }),
  typeRange: (desk, id, v) =>
    typeRangeOf(desk, id, {
      actId: text(v, "actId"),
      article: text(v, "article"),
      min: moneyOf(text(v, "min")),
      max: moneyOf(text(v, "max")),
      source: text(v, "source"),
    }),
  confirmRange: (desk, id, v) => confirmRangeOf(desk, id, text(v, "actId")),
  nameOfficer: (desk, id, v) =>
    steps.nameOfficer(desk, id, { officerId: text(v, "officerId"), ...reasonOf(v) }),
}

const lengtheningOf = (v: Values) => ({
  ...extensionOf(v),
  decision: text(v, "decision"),
  signedOn: text(v, "signedOn") || null,
  ...reasonOf(v),
})

/** Number and day belong together; one without the other is none. */
function suspensionOf(v: Values): { number: string; on: string } | null {
  const [number, on] = [text(v, "suspension"), text(v, "suspendedOn")]
  return number === "" || on === "" ? null : { number, on }
}

/** An answer that is not among the choices was not made on our page: it becomes the first. */
function oneOf<const One extends string>(all: readonly [One, ...One[]], value: string): One {
  return all.find((one) => one === value) ?? all[0]
}

const typedSigner = (v: Values) => ({
  signerId: text(v, "signerId"),
  office: text(v, "office"),
  signerName: text(v, "signerName"),
  delegation: text(v, "delegation"),
  delegatedOn: text(v, "delegatedOn"),
})

function decidingOf(values: Values) {
  return {
    number: text(values, "number"),
    decidedOn: text(values, "decidedOn") || null,
    remedy: text(values, "remedy"),
  }
}

function amountsOf(values: Values): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith("amount-") ? [[name.slice("amount-".length), moneyOf(value)]] : [],
    ),
  )
}

/** What the list of `pages/next.tsx` gave out; the rules decide whether it is lawful. */
function extensionOf(values: Values): { clockId: string; extension: Extension } {
  const [clockId = "", way = ""] = text(values, "extension").split(" ")
  const [kind, first = "", unit] = way.split(":")
  if (kind === "time")
    return {
      clockId,
      extension: {
        by: "time",
        quantity: Number(first),
        unit: oneOf(["day", "working-day", "month"], unit ?? ""),
      },
    }
  const grade: Grade = "plain"
  return { clockId, extension: { by: "rule", ruleId: first, grade } }
}
