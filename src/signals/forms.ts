/** What an officer may do with a tip: each form's address, its fields, the verb of the policy it needs. */
import type { Action } from "../accounts/index.ts"
import { closeReasons, lawfulSteps, type State } from "./domain/life.ts"

export type FieldKind = "text" | "textarea" | "choice" | "pick"
export type FieldName =
  | "officerId"
  | "text"
  | "reason"
  | "note"
  | "closeReason"
  | "into"
  | "link"
  | "toBodyId"
  | "type"
  | "urgency"
  | "redactedText"
  | "typed"
  | "indicatorId"
  | "role"
export type FieldSpec = { name: FieldName; kind: FieldKind; optional?: true }
export type FormSpec = { slug: string; action: Action; fields: readonly FieldSpec[] }

const must = (name: FieldName, kind: FieldKind): FieldSpec => ({ name, kind })
const may = (name: FieldName, kind: FieldKind): FieldSpec => ({ name, kind, optional: true })
const why = [must("reason", "textarea")]
const other = [may("into", "pick"), may("link", "text")]

/** Steps of its life, in the order of a good day. */
export const stepForms = {
  admit: { slug: "cho-vao", action: "signal.handle", fields: [] },
  assign: { slug: "giao", action: "signal.handle", fields: [must("officerId", "pick")] },
  ask: { slug: "hoi", action: "signal.handle", fields: [must("text", "textarea")] },
  forward: { slug: "chuyen", action: "signal.forward", fields: [must("toBodyId", "pick"), ...why] },
  merge: { slug: "gop", action: "signal.handle", fields: other },
  close: {
    slug: "ket-thuc",
    action: "signal.handle",
    fields: [must("closeReason", "choice"), may("note", "textarea"), ...other],
  },
  split: { slug: "tach", action: "signal.handle", fields: why },
  reopen: { slug: "mo-lai", action: "signal.handle", fields: why },
} as const satisfies Record<string, FormSpec>

/** Putting right what was read, and opening what is sealed: at any time. */
export const otherForms = {
  classify: {
    slug: "phan-loai",
    action: "signal.handle",
    fields: [must("type", "pick"), must("urgency", "choice")],
  },
  name: { slug: "them-dinh-danh", action: "signal.handle", fields: [must("typed", "textarea")] },
  setRole: {
    slug: "vai-tro",
    action: "signal.handle",
    fields: [must("indicatorId", "text"), must("role", "choice")],
  },
  lookUp: { slug: "noi-khac", action: "signal.handle", fields: [must("indicatorId", "text")] },
  askShare: {
    slug: "xin-chia-se",
    action: "signal.forward",
    fields: [must("indicatorId", "text"), ...why],
  },
  mask: { slug: "loi-da-che", action: "signal.open-text", fields: [must("redactedText", "textarea")] },
  openText: { slug: "mo-nguyen-van", action: "signal.open-text", fields: why },
  openIdentity: { slug: "mo-danh-tinh", action: "signal.open-identity", fields: why },
} as const satisfies Record<string, FormSpec>

export type StepName = keyof typeof stepForms
export type FormName = StepName | keyof typeof otherForms
export const forms: Readonly<Record<FormName, FormSpec>> = { ...stepForms, ...otherForms }
export const formNames = Object.keys(forms) as readonly FormName[]

/** Forms of the life that are lawful in this state. */
export function stepsFor(state: State): StepName[] {
  const lawful: readonly string[] = lawfulSteps(state)
  return (Object.keys(stepForms) as StepName[]).filter((name) => lawful.includes(name))
}

export type Values = Readonly<Record<string, string>>
export type FieldFault = "empty" | "tooLong"
export const charsMax: Readonly<Record<FieldKind, number>> = {
  text: 300,
  textarea: 4_000,
  choice: 60,
  pick: 60,
}
/** The masked text of a long tip is as long as the tip. */
const redactedMax = 20_000

export function faultsOf(fields: readonly FieldSpec[], values: Values): [FieldName, FieldFault][] {
  return fields.flatMap(({ name, kind, optional }): [FieldName, FieldFault][] => {
    const value = (values[name] ?? "").trim()
    if (value === "") return optional === true ? [] : [[name, "empty"]]
    return value.length > (name === "redactedText" ? redactedMax : charsMax[kind]) ? [[name, "tooLong"]] : []
  })
}

const idIn = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
/** The other tip: chosen from the list, or its address pasted. */
export const otherOf = (values: Values): string | null =>
  idIn.exec(values.into ?? "")?.[0] ?? idIn.exec(values.link ?? "")?.[0] ?? null

export const reasonOf = (values: Values) => closeReasons.find((one) => one === values.closeReason) ?? null
