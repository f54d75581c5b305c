/** The papers of a procedure: which step each is for, under which symbol it is numbered, what it asks. */

import type { Step } from "../domain/life.ts"

export type FieldKind = "text" | "textarea" | "date" | "time" | "money" | "pick" | "tick"

export const paperKinds = [
  "record",
  "session",
  "hearing",
  "keeping",
  "sanction",
  "remedy",
  "enforcement",
  "request",
] as const
export type PaperKind = (typeof paperKinds)[number]

/** Lawful when this step is; a letter puts in writing a request that was made. */
export const stepOf: Readonly<Record<PaperKind, Step | null>> = {
  record: "record",
  // Announced while the session is awaited: see `writableNow`.
  session: "explain",
  hearing: "explain",
  keeping: "keep",
  sanction: "decide",
  remedy: "remedy",
  enforcement: "enforce",
  request: null,
}

export const slugOf: Readonly<Record<PaperKind, string>> = {
  record: "bien-ban-vi-pham",
  session: "thong-bao-phien-giai-trinh",
  hearing: "bien-ban-giai-trinh",
  keeping: "quyet-dinh-tam-giu",
  sanction: "quyet-dinh-xu-phat",
  remedy: "quyet-dinh-khac-phuc",
  enforcement: "quyet-dinh-cuong-che",
  request: "cong-van-yeu-cau",
}

export const paperFields = [
  "signerId",
  "place",
  "madeOn",
  "beganAt",
  "endedAt",
  "where",
  "witnesses",
  "present",
  "secretary",
  "harmed",
  "opinion",
  "measures",
  "officerWords",
  "offenderWords",
  "conclusion",
  "delegation",
  "delegatedOn",
  "aggravating",
  "mitigating",
  "additional",
  "remedy",
  "remedyBy",
  "effectiveOn",
  "payAt",
  "treasury",
  "things",
  "why",
  "keptUntil",
  "keptAt",
  "force",
  "helpers",
  "textsChecked",
] as const
export type PaperField = (typeof paperFields)[number]
export type PaperSpec = { name: PaperField; kind: FieldKind; optional?: true }

const must = (name: PaperField, kind: FieldKind): PaperSpec => ({ name, kind })
const may = (name: PaperField, kind: FieldKind): PaperSpec => ({ name, kind, optional: true })
const deciding = [must("signerId", "pick"), may("delegation", "text"), may("delegatedOn", "date")]
const closing = [may("effectiveOn", "date")]
const checked = may("textsChecked", "tick")

/** Of amounts, one an act, and of what an offender is asked, one an offender: see `form.ts`. */
export const paperForms: Readonly<Record<PaperKind, readonly PaperSpec[]>> = {
  record: [
    must("place", "text"),
    must("madeOn", "date"),
    must("beganAt", "time"),
    may("endedAt", "time"),
    must("signerId", "pick"),
    may("witnesses", "textarea"),
    may("where", "text"),
    may("harmed", "textarea"),
    may("opinion", "textarea"),
    may("measures", "textarea"),
    checked,
  ],
  hearing: [
    must("place", "text"),
    must("madeOn", "date"),
    must("beganAt", "time"),
    must("endedAt", "time"),
    must("signerId", "pick"),
    must("secretary", "text"),
    may("present", "textarea"),
    may("officerWords", "textarea"),
    must("offenderWords", "textarea"),
    may("conclusion", "textarea"),
    checked,
  ],
  session: [
    must("place", "text"),
    must("madeOn", "date"),
    must("beganAt", "time"),
    may("present", "textarea"),
    must("signerId", "pick"),
  ],
  keeping: [
    must("madeOn", "date"),
    must("things", "textarea"),
    must("why", "textarea"),
    must("keptAt", "text"),
    may("keptUntil", "date"),
    ...deciding,
  ],
  enforcement: [must("force", "textarea"), may("helpers", "textarea"), may("payAt", "text"), ...deciding],
  sanction: [
    ...deciding,
    may("aggravating", "textarea"),
    may("mitigating", "textarea"),
    may("additional", "textarea"),
    may("remedy", "textarea"),
    may("remedyBy", "date"),
    may("payAt", "text"),
    may("treasury", "text"),
    ...closing,
  ],
  remedy: [
    ...deciding,
    may("additional", "textarea"),
    must("remedy", "textarea"),
    may("remedyBy", "date"),
    ...closing,
  ],
  request: [must("signerId", "pick")],
}

/** What is asked of each offender: the system keeps neither address nor papers in the clear. */
export const offenderFields = ["address", "papers", "person"] as const
export type OffenderField = (typeof offenderFields)[number]
export const asksOffenders = (kind: PaperKind) =>
  kind === "record" ||
  kind === "keeping" ||
  kind === "sanction" ||
  kind === "remedy" ||
  kind === "enforcement"
