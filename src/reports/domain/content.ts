/** What a report is composed from: figures, texts, who signs. */
import type { Change, FigureDefinition, FigureSource, PartValue, SectionDefinition } from "./figures.ts"
import type { Correction } from "./lock.ts"
import type { BodyDuties, Tallies } from "./tallies.ts"
import type { PeriodWindow, Window } from "./windows.ts"

export type ReportFigure = {
  definition: FigureDefinition
  source: FigureSource
  value: number | null
  parts: PartValue[]
  reported: { value: number; bodies: number } | null
  previous: number | null
  lastYear: number | null
  sincePrevious: Change | null
  sinceLastYear: Change | null
}
/** How a text of `words.ts` and a number are printed; given by whoever composes, so that this stays pure. */
export type Printing = {
  day(on: string): string
  number(value: number, decimals?: number): string
  part(name: string): string
  /** A trick by its slug. */
  type(key: string): string
}
export type ReportContent = {
  window: PeriodWindow
  previous: Window
  periodName: string
  today: string
  /** Days that have passed while the period runs; null when it is over. */
  passed: { days: number; previous: Window; lastYear: Window } | null
  sections: readonly SectionDefinition[]
  figures: readonly ReportFigure[]
  lock: { on: string; sha256: string; corrections: readonly Correction[] } | null
  /** By section of the outline: what the clerk wrote. */
  texts: Readonly<Record<string, string>>
  tallies: Tallies
  /** Where each body's tasks stand, most overdue first. */
  duties: readonly (BodyDuties & { body: string })[]
  /** Who was asked for a part, and who has not sent it; null where nobody was asked. */
  campaign: { asked: number; missing: readonly string[] } | null
  /** What bodies wrote in their parts of the campaign. */
  bodyTexts: readonly { body: string; text: string }[]
  /** What became of what was proposed, as of the window's last day. */
  proposals: readonly { title: string; submitted: string; outcome: string }[]
  /** Work that goes on after the window, from records: tasks of approved proposals that are left, campaigns that end later. */
  ahead: { proposalTasks: number; campaigns: readonly { title: string; endsOn: string }[] }
  follows: readonly { kind: string; number: string; day: string; issuer: string; subject: string }[]
  issuer: { parent: string | null; name: string }
  /** The issuer's name in short, behind the number. */
  abbreviation: string
  place: string
  /** With its kind: "tỉnh Lào Cai". */
  province: string
  /** Names of the provinces that were joined with it on 1 July 2025. */
  joined: readonly string[]
  addressees: readonly string[]
  since: string | null
  signer: { position: string; name: string | null }
  recipients: readonly string[]
  number: string | null
}
