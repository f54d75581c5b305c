/** Lines of a file of somebody else, before anything of it is believed. Pure. */
import { storable } from "../../../kernel/storable.ts"
import { localDateOf, parseLocalDate } from "../../../kernel/time.ts"
import { type IndicatorKind, type Tlp, tlps } from "../../domain/indicator.ts"
import { type Beside, nothingBeside } from "./beside.ts"

export const formats = ["stix", "misp", "xarf", "csv"] as const
export type Format = (typeof formats)[number]

export const importLimits = { bytes: 10_000_000, depth: 64, lines: 2_000, valueChars: 500 } as const

/** `at`: where it stands in the file, as its reader finds it: "/objects/3", "dòng 5". */
export type ForeignLine = {
  at: string
  kind: IndicatorKind
  typed: string
  tlp: Tlp
  trick: string | null
  confidence: number | null
  validUntil: string | null
  /** The source took it back. */
  isRevoked: boolean
  /** Its name at the source, by which a later word about it is known again. */
  ref: string
  beside: Beside
}
export const lineFaults = [
  "notAnObject",
  "noValue",
  "kindUnknown",
  "patternUnknown",
  "tlpUnknown",
  "dayUnknown",
  "tooLong",
] as const
export type LineFault = { at: string; why: (typeof lineFaults)[number]; said: string }

export type FileFault =
  | "empty"
  | "tooLarge"
  | "tooDeep"
  | "tooMany"
  | "tooMuch"
  | "notText"
  | "xml"
  | "notJson"
  | "notKnown"
  | "noColumns"
export type ForeignRead =
  | { format: Format; lines: ForeignLine[]; faults: LineFault[] }
  | { refused: FileFault; at: string }

/** Gathers what a reader finds; past the limit it is told so and nothing of the file is taken. */
export class Gathered {
  readonly lines: ForeignLine[] = []
  readonly faults: LineFault[] = []

  get isFull(): boolean {
    return this.lines.length + this.faults.length > importLimits.lines
  }

  fault(at: string, why: LineFault["why"], said: unknown): void {
    this.faults.push({ at, why, said: shown(said) })
  }

  /** `tlp` null: the source says none; then as if it had said that it goes no further than who needs it. */
  line(one: Omit<ForeignLine, "tlp" | "beside"> & { tlp: Tlp | null; beside?: Beside }): void {
    const typed = storable(one.typed).trim()
    if (typed === "") {
      this.fault(one.at, "noValue", "")
      return
    }
    if (typed.length > importLimits.valueChars) {
      this.fault(one.at, "tooLong", typed)
      return
    }
    this.lines.push({
      ...one,
      typed,
      tlp: one.tlp ?? "amber",
      ref: storable(one.ref.slice(0, 200)),
      beside: one.beside ?? nothingBeside,
    })
  }
}

const shown = (said: unknown): string => {
  const text = typeof said === "string" ? said : (JSON.stringify(said) ?? "")
  return storable(text.length > 80 ? `${text.slice(0, 79)}…` : text).replaceAll(/\p{Cc}/gu, " ")
}

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "")

/** The day of a timestamp, in Việt Nam; null: it says none. Throws nothing: a strange day is "dayUnknown" to who asks. */
export function dayOf(value: unknown): string | null | "unknown" {
  if (value === undefined || value === null || value === "") return null
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d(?:T[\d:.]{5,20}(?:Z|[+-]\d\d:\d\d))?$/.test(value))
    return "unknown"
  const at = Date.parse(value)
  // 31 February parses as a day of March.
  if (Number.isNaN(at) || parseLocalDate(value.slice(0, 10)) === null) return "unknown"
  // Midnight ends the day before.
  return value.length === 10 ? value : localDateOf(new Date(at - 1))
}

/** "TLP:AMBER+STRICT", "tlp:white" as TLP 1.0 called it; null: it is no TLP. */
export function tlpOf(text: string): Tlp | null {
  const name = text.trim().toLowerCase().replace(/^tlp:/, "")
  return name === "white" ? "clear" : (tlps.find((one) => one === name) ?? null)
}
/** The narrowest of several; null: none is said. */
export const narrowest = (all: readonly (Tlp | null)[]): Tlp | null =>
  tlps.findLast((one) => all.includes(one)) ?? null
/** The narrowest TLP among tags; null: none of them is one. */
export const tlpOfTags = (tags: readonly string[]): Tlp | null =>
  narrowest(tags.map((tag) => (/^tlp:/i.test(tag) ? tlpOf(tag) : null)))
