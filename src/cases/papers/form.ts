/** The form of a paper: which fields this case's paper asks, and what is wrong with what was typed. Pure. */

import { type Fault, moneyOf } from "../../kernel/forms/ask.ts"
import { parseLocalDate } from "../../kernel/time.ts"
import { checkFine, type Range } from "../domain/fines.ts"
import type { Answers } from "../store/papers.ts"
import { amountFieldName, type Offender, offenderFieldName } from "./content.ts"
import {
  asksFines,
  asksOffenders,
  type FieldKind,
  offenderFields,
  type PaperKind,
  paperForms,
} from "./kinds.ts"

export type Asked = { name: string; kind: FieldKind; optional?: true }
export type About = { offenders: readonly Offender[]; actIds: readonly string[] }

export function fieldsOfPaper(kind: PaperKind, { offenders, actIds }: About): Asked[] {
  const ofActs = asksFines(kind) ? actIds : []
  const ofOffenders = asksOffenders(kind) ? offenders : []
  return [
    ...paperForms[kind],
    ...ofActs.map((id): Asked => ({ name: amountFieldName(id), kind: "money" })),
    ...ofOffenders.flatMap((one) =>
      offenderFields.map(
        (field): Asked => ({ name: offenderFieldName(field, one), kind: "text", optional: true }),
      ),
    ),
  ]
}

/** Only what the form asks, trimmed. */
export function answersOf(fields: readonly Asked[], values: Answers): Answers {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = (values[name] ?? "").replaceAll("\r\n", "\n").trim()
      return value === "" ? [] : [[name, value]]
    }),
  )
}

/** What may be wrong with an amount itself. */
export const amountFaults = ["belowRange", "aboveRange", "needsMitigating", "needsAggravating"] as const
export type AmountFault = (typeof amountFaults)[number]
export type PaperFault = Fault | AmountFault

/** Null: nothing is wrong with it. */
function faultOf(kind: FieldKind, value: string): Fault | null {
  switch (kind) {
    case "date":
      return parseLocalDate(value) === null ? "notADay" : null
    case "time":
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : "notATime"
    case "money":
      return moneyOf(value) > 0 ? null : "notMoney"
    default:
      return value.length > charsMax[kind] ? "tooLong" : null
  }
}
const charsMax = { text: 300, textarea: 5_000, pick: 200, tick: 200 }

/** `ranges`: by act, where one may be used; an amount outside it is said at its own field. */
export function faultsOfPaper(
  fields: readonly Asked[],
  values: Answers,
  ranges: ReadonlyMap<string, Range>,
): Record<string, PaperFault> {
  const faults: Record<string, PaperFault> = {}
  for (const { name, kind, optional } of fields) {
    const value = (values[name] ?? "").trim()
    const fault = value === "" ? (optional === true ? null : "empty") : faultOf(kind, value)
    if (fault !== null) faults[name] = fault
  }
  for (const [actId, range] of ranges) {
    const name = amountFieldName(actId)
    if (faults[name] !== undefined || !fields.some((field) => field.name === name)) continue
    const { mitigating = "", aggravating = "" } = values
    const checked = checkFine(moneyOf(values[name] ?? ""), range, { mitigating, aggravating })
    if ("refused" in checked && checked.refused !== "notAnAmount") faults[name] = checked.refused
  }
  return faults
}

/** đồng, by act. */
export const amountsIn = (actIds: readonly string[], answers: Answers): Record<string, number> =>
  Object.fromEntries(actIds.map((id) => [id, moneyOf(answers[amountFieldName(id)] ?? "")]))
