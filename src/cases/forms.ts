/** The forms of a case: which fields each asks, at which address, and which verb of the policy it needs. */
import type { Action } from "../accounts/index.ts"
import { parseLocalDate } from "../kernel/time.ts"
import type { Step } from "./domain/life.ts"

export type FormName =
  | Step
  | "withdraw"
  | "confirmCompetence"
  | "fulfil"
  | "typeRange"
  | "confirmRange"
  | "nameOfficer"
export type FieldKind = "text" | "textarea" | "date" | "time" | "money" | "choice" | "pick" | "tick"
export const fieldNames = [
  "note",
  "reason",
  "violationId",
  "committedOn",
  "foundOn",
  "isOngoing",
  "identifiedOn",
  "matter",
  "description",
  "offenderName",
  "offenderKind",
  "offenderCode",
  "enterpriseId",
  "asks",
  "targets",
  "basis",
  "dueOn",
  "recordedOn",
  "time",
  "number",
  "way",
  "office",
  "signerId",
  "signerName",
  "delegation",
  "delegatedOn",
  "mitigating",
  "aggravating",
  "remedy",
  "decidedOn",
  "askedOn",
  "doneOn",
  "signedOn",
  "paperNumber",
  "suspension",
  "suspendedOn",
  "requestId",
  "servedOn",
  "paidOn",
  "paid",
  "toBodyId",
  "extension",
  "decision",
  "actId",
  "clockId",
  "article",
  "min",
  "max",
  "source",
  "officerId",
  "answer",
  "text",
  "title",
  "summary",
  "kind",
] as const
export type FieldName = (typeof fieldNames)[number]
/** `choice`: a few, as radio buttons; `pick`: many, as a list. */
export type FieldSpec = { name: FieldName; kind: FieldKind; optional?: true }
export type FormSpec = { slug: string; action: Action; fields: readonly FieldSpec[] }

const must = (name: FieldName, kind: FieldKind): FieldSpec => ({ name, kind })
const may = (name: FieldName, kind: FieldKind): FieldSpec => ({ name, kind, optional: true })
const reason = [must("reason", "textarea")]
/** The day of the fact: papers are typed days later, and are judged by their own day. */
const doneOn = may("doneOn", "date")
const deciding = [
  must("number", "text"),
  may("decidedOn", "date"),
  may("signerId", "pick"),
  may("office", "pick"),
  may("signerName", "text"),
  may("delegation", "text"),
  may("delegatedOn", "date"),
] as const

const lengthening = [must("extension", "pick"), must("decision", "text"), may("signedOn", "date"), ...reason]

/** In the order of a good day; the first that may be sent is open on the page. */
export const forms: Readonly<Record<FormName, FormSpec>> = {
  verify: { slug: "xac-minh", action: "case.record", fields: [may("note", "textarea")] },
  sign: { slug: "tiep-nhan", action: "case.resolve", fields: [doneOn] },
  resume: { slug: "phuc-hoi", action: "case.decide", fields: [doneOn, ...reason] },
  record: {
    slug: "bien-ban",
    action: "case.record",
    fields: [
      must("number", "text"),
      must("recordedOn", "date"),
      must("time", "time"),
      may("note", "textarea"),
    ],
  },
  find: {
    slug: "hanh-vi",
    action: "case.record",
    fields: [
      must("committedOn", "date"),
      must("foundOn", "date"),
      may("isOngoing", "tick"),
      may("identifiedOn", "date"),
      must("violationId", "pick"),
      must("description", "textarea"),
      must("offenderName", "text"),
      must("offenderKind", "choice"),
      may("offenderCode", "text"),
    ],
  },
  prevent: {
    slug: "yeu-cau",
    action: "prevention.request",
    fields: [
      must("enterpriseId", "pick"),
      must("asks", "choice"),
      must("targets", "textarea"),
      must("basis", "text"),
      must("dueOn", "date"),
    ],
  },
  withdraw: {
    slug: "rut-yeu-cau",
    action: "prevention.request",
    fields: [must("requestId", "pick"), ...reason],
  },
  fulfil: {
    slug: "da-lam",
    action: "case.record",
    fields: [must("clockId", "pick"), doneOn, may("note", "textarea")],
  },
  endPrevention: { slug: "het-ngan-chan", action: "case.record", fields: [may("note", "textarea")] },
  typeRange: {
    slug: "khung-phat",
    action: "case.record",
    fields: [
      must("actId", "pick"),
      must("article", "text"),
      must("min", "money"),
      must("max", "money"),
      must("source", "text"),
    ],
  },
  confirmRange: { slug: "xac-nhan-khung", action: "case.record", fields: [must("actId", "pick")] },
  confirmCompetence: {
    slug: "xac-nhan-tham-quyen",
    action: "case.record",
    fields: [must("office", "pick"), must("source", "text")],
  },
  askHearing: {
    slug: "yeu-cau-giai-trinh",
    action: "case.record",
    fields: [must("askedOn", "date"), may("note", "textarea")],
  },
  explain: {
    slug: "giai-trinh",
    action: "case.record",
    fields: [must("way", "choice"), doneOn, may("note", "textarea")],
  },
  examine: {
    slug: "xac-minh-tinh-tiet",
    action: "case.record",
    fields: [must("matter", "choice"), doneOn, ...reason],
  },
  decide: {
    slug: "quyet-dinh",
    action: "case.decide",
    fields: [
      ...deciding,
      may("mitigating", "textarea"),
      may("aggravating", "textarea"),
      may("remedy", "textarea"),
    ],
  },
  remedy: { slug: "khac-phuc", action: "case.decide", fields: [...deciding, must("remedy", "textarea")] },
  serve: { slug: "tong-dat", action: "case.record", fields: [must("servedOn", "date")] },
  execute: {
    slug: "thi-hanh",
    action: "case.record",
    fields: [must("paidOn", "date"), may("paid", "money"), may("note", "text")],
  },
  enforce: {
    slug: "cuong-che",
    action: "case.record",
    fields: [must("number", "text"), doneOn, may("note", "textarea")],
  },
  prosecute: {
    slug: "khoi-to",
    action: "case.resolve",
    fields: [may("paperNumber", "text"), doneOn, ...reason],
  },
  return: {
    slug: "tra-ho-so",
    action: "case.resolve",
    fields: [may("paperNumber", "text"), doneOn, ...reason],
  },
  suspend: { slug: "tam-dinh-chi", action: "case.decide", fields: [doneOn, ...reason] },
  extend: { slug: "gia-han", action: "case.decide", fields: lengthening },
  prolong: { slug: "keo-dai", action: "case.decide", fields: lengthening },
  close: { slug: "ket-thuc", action: "case.decide", fields: reason },
  reopen: { slug: "mo-lai", action: "case.decide", fields: reason },
  clear: { slug: "khong-vi-pham", action: "case.decide", fields: [doneOn, ...reason] },
  transfer: {
    slug: "chuyen-cong-an",
    action: "case.transfer",
    fields: [
      must("toBodyId", "pick"),
      may("suspension", "text"),
      may("suspendedOn", "date"),
      doneOn,
      ...reason,
    ],
  },
  nameOfficer: {
    slug: "nguoi-lien-quan",
    action: "case.decide",
    fields: [must("officerId", "pick"), ...reason],
  },
}
export const formNames = Object.keys(forms) as readonly FormName[]

export const opening: readonly FieldSpec[] = [
  must("title", "text"),
  may("kind", "pick"),
  may("summary", "textarea"),
]
export const answering: readonly FieldSpec[] = [must("answer", "choice"), must("text", "textarea")]

export type Values = Readonly<Record<string, string>>
export type FieldFault = "empty" | "tooLong" | "notADay" | "notATime" | "notMoney"
const textMax: Readonly<Partial<Record<FieldKind, number>>> = { text: 300, textarea: 5_000 }
const pickMax = 200

/** By field; empty: nothing is wrong with what was typed. */
export function faultsOf(
  fields: readonly FieldSpec[],
  values: Values,
): Partial<Record<FieldName, FieldFault>> {
  const faults: Partial<Record<FieldName, FieldFault>> = {}
  for (const field of fields) {
    const value = (values[field.name] ?? "").trim()
    const fault = value === "" ? (field.optional === true ? null : "empty") : faultOf(field.kind, value)
    if (fault !== null) faults[field.name] = fault
  }
  return faults
}

/** Null: nothing is wrong with it. */
export function faultOf(kind: FieldKind, value: string): FieldFault | null {
  switch (kind) {
    case "date":
      return parseLocalDate(value) === null ? "notADay" : null
    case "time":
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : "notATime"
    case "money":
      return moneyOf(value) > 0 ? null : "notMoney"
    default:
      return value.length > (textMax[kind] ?? pickMax) ? "tooLong" : null
  }
}

/** "15.000.000", "15 000 000" and "15000000" are one amount; 0 for what is none. */
export function moneyOf(text: string): number {
  const plain = text.trim().replaceAll(/[.\s]/g, "")
  return /^\d{1,13}$/.test(plain) ? Number(plain) : 0
}

/** One a line, or between commas and semicolons; empty lines are none. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
}
export const targetsMax = 500
