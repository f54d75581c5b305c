/** Checklists are data, in versions: a record keeps its own. What an answer means, and under which row it is a violation. Pure. */
import { isInForce } from "../../kernel/calendar/rules.ts"
import type { LocalDate } from "../../kernel/time.ts"

export const answers = ["yes", "no", "not-applicable"] as const
export type Answer = (typeof answers)[number]

type Named = { vi: string; en: string }
/** A row of `data/violations.csv`, from so many numbers, or so many points, on. */
export type Tier = { id: string } & Readonly<Record<string, string | number>>
export type Question = {
  id: string
  text: Named
  /** The answer that is a violation; null: it is asked to know, and no law hangs on it. */
  fault: Answer | null
  article: string | null
  isVerified: boolean
  /** Names of the counts that are asked with it. */
  counts: readonly string[]
  violations: readonly Tier[]
}
export type Count = { name: string; label: Named; unit: Named }
export type Version = {
  version: number
  inForceFrom: LocalDate
  inForceTo: LocalDate | null
  questions: readonly Question[]
}
export type Checklist = {
  id: string
  name: Named
  subjects: readonly string[]
  counts: readonly Count[]
  versions: readonly Version[]
}

/** The list for a kind of subject in its version of that day; null: none is in the data. */
export function checklistFor(
  kind: string,
  on: LocalDate,
  all: readonly Checklist[],
): { list: Checklist; version: Version } | null {
  const list = all.find(({ subjects }) => subjects.includes(kind))
  const version = list === undefined ? undefined : versionOn(list, on)
  return list === undefined || version === undefined ? null : { list, version }
}

export const versionOn = ({ versions }: Checklist, on: LocalDate): Version | undefined =>
  versions.find((one) => isInForce(one, on))

/** The version that a record keeps, whatever is asked by now. */
export function keptChecklist(
  of: { checklist: string; checklistVersion: number },
  all: readonly Checklist[],
): { list: Checklist; version: Version } | null {
  const list = all.find(({ id }) => id === of.checklist)
  const version = list?.versions.find((one) => one.version === of.checklistVersion)
  return list === undefined || version === undefined ? null : { list, version }
}

export type Given = {
  question: string
  answer: Answer
  note: string | null
  counts: Readonly<Record<string, number>>
}

export type Finding = { question: Question; given: Given; violationId: string | null }

/** The answers that are violations, in the order of the list. */
export function findingsIn(questions: readonly Question[], given: readonly Given[]): Finding[] {
  return questions.flatMap((question) => {
    const answer = given.find((one) => one.question === question.id)
    if (answer === undefined || question.fault === null || answer.answer !== question.fault) return []
    return [{ question, given: answer, violationId: violationFor(question, answer.counts) }]
  })
}

/**
 * The row under which it falls: the highest that any of the counts reaches, since a range is fixed by numbers *or* points. The
 * first where nothing was counted. It proposes the article, never the fine.
 */
export function violationFor(
  { violations, counts }: Pick<Question, "violations" | "counts">,
  counted: Readonly<Record<string, number>>,
): string | null {
  const reached = violations.filter((tier) =>
    counts.some((name) => {
      const from = tier[name]
      return typeof from === "number" && (counted[name] ?? 0) >= from
    }),
  )
  return (reached.at(-1) ?? violations[0])?.id ?? null
}

export const unansweredIn = (questions: readonly Question[], given: readonly Given[]): Question[] =>
  questions.filter(({ id }) => !given.some(({ question }) => question === id))
