/** The papers of a check: in which states each may be written. Pure. */
import type { State } from "../domain/life.ts"

export const paperKinds = [
  "decision",
  "plan",
  "notice",
  "record",
  "report",
  "conclusion",
  "put-right",
] as const
export type PaperKind = (typeof paperKinds)[number]

/** A paper is written from what was entered: not before the state that enters it. */
const writtenIn: Readonly<Record<PaperKind, readonly State[]>> = {
  decision: ["planned", "decided"],
  plan: ["planned", "decided"],
  notice: ["decided", "approved"],
  record: ["announced", "recorded"],
  report: ["recorded"],
  conclusion: ["recorded", "concluded"],
  "put-right": ["recorded", "concluded"],
}

export const writableIn = (state: State): PaperKind[] =>
  paperKinds.filter((kind) => writtenIn[kind].includes(state))
