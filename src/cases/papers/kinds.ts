/** The papers of a procedure: which step each is for, under which symbol it is numbered, what it asks. */

import type { Step } from "../domain/life.ts"

export type FieldKind = "text" | "textarea" | "date" | "time" | "money" | "pick" | "tick"

export const paperKinds = [
  "record",
  "session",
  "explaining",
  "hearing",
  "keeping",
  "spot",
  "sanction",
  "remedy",
  "confiscation",
  "postponement",
  "instalments",
  "halt",
  "continuation",
  "enforcement",
  "transfer-notice",
  "request",
] as const
export type PaperKind = (typeof paperKinds)[number]

/** Not what a case comes to on a good day: offered below the others. */
export const asidePapers: readonly PaperKind[] = [
  "explaining",
  "spot",
  "confiscation",
  "postponement",
  "instalments",
  "halt",
]

/** Papers that go out and change nothing in the case: their number is not taken. */
export const untakenKinds: readonly PaperKind[] = ["transfer-notice", "request"]

/** Lawful when this step is; a letter puts in writing a request that was made, a notice a hand-over. */
export const stepOf: Readonly<Record<PaperKind, Step | null>> = {
  record: "record",
  // Announced while the session is awaited: see `writableNow`.
  session: "explain",
  // Only of the time to explain: see `writableNow`.
  explaining: "extend",
  hearing: "explain",
  keeping: "keep",
  spot: "onSpot",
  sanction: "decide",
  remedy: "remedy",
  // Only where no sanction confiscates: see `writableNow`.
  confiscation: "release",
  postponement: "payLater",
  instalments: "payInParts",
  halt: "halt",
  continuation: "goOn",
  enforcement: "enforce",
  "transfer-notice": null,
  request: null,
}

export const slugOf: Readonly<Record<PaperKind, string>> = {
  record: "bien-ban-vi-pham",
  session: "thong-bao-phien-giai-trinh",
  explaining: "gia-han-giai-trinh",
  hearing: "bien-ban-giai-trinh",
  keeping: "quyet-dinh-tam-giu",
  spot: "quyet-dinh-khong-lap-bien-ban",
  confiscation: "quyet-dinh-tich-thu",
  postponement: "quyet-dinh-hoan",
  instalments: "quyet-dinh-nop-nhieu-lan",
  halt: "quyet-dinh-tam-dinh-chi",
  continuation: "quyet-dinh-tiep-tuc",
  "transfer-notice": "thong-bao-chuyen-ho-so",
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
  "seenDirectly",
  "untilOn",
  "firstOn",
  "firstAmount",
  "secondOn",
  "secondAmount",
  "thirdOn",
  "thirdAmount",
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
  spot: [
    must("place", "text"),
    ...deciding,
    must("seenDirectly", "tick"),
    may("where", "text"),
    may("aggravating", "textarea"),
    may("mitigating", "textarea"),
    may("remedy", "textarea"),
    may("payAt", "text"),
    may("treasury", "text"),
  ],
  explaining: [must("why", "textarea"), must("signerId", "pick")],
  confiscation: [must("things", "textarea"), must("why", "textarea"), ...deciding],
  postponement: [must("untilOn", "date"), must("why", "textarea"), ...deciding],
  instalments: [
    must("firstOn", "date"),
    must("firstAmount", "money"),
    must("secondOn", "date"),
    must("secondAmount", "money"),
    may("thirdOn", "date"),
    may("thirdAmount", "money"),
    must("why", "textarea"),
    may("payAt", "text"),
    ...deciding,
  ],
  halt: [must("why", "textarea"), ...deciding],
  continuation: [must("why", "textarea"), may("payAt", "text"), ...deciding],
  "transfer-notice": [must("signerId", "pick")],
  request: [must("signerId", "pick")],
}

/** What is asked of each offender: the system keeps neither address nor papers in the clear. */
export const offenderFields = ["address", "papers", "person"] as const
export type OffenderField = (typeof offenderFields)[number]
export const asksOffenders = (kind: PaperKind) => !noOffenders.includes(kind)
const noOffenders: readonly PaperKind[] = ["session", "explaining", "hearing", "transfer-notice", "request"]

/** Signed by a post that may sanction. */
export const needsPost = (kind: PaperKind) => byPost.includes(kind)
const byPost: readonly PaperKind[] = [
  "explaining",
  "keeping",
  "spot",
  "sanction",
  "remedy",
  "confiscation",
  "postponement",
  "instalments",
  "halt",
  "continuation",
  "enforcement",
]

/** One fine an act is asked. */
export const asksFines = (kind: PaperKind) => kind === "sanction" || kind === "spot"

/** About a decision that stands, and so about acts that were sanctioned. */
export const isOfExecution = (kind: PaperKind) =>
  stepOf[kind] === "enforce" ||
  kind === "confiscation" ||
  kind === "postponement" ||
  kind === "instalments" ||
  kind === "halt" ||
  kind === "continuation" ||
  kind === "transfer-notice"
