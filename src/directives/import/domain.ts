/**
 * A letter on its way to becoming a directive: what the reader read, as a person has corrected it so far.
 *
 * The reading itself never changes. A draft is the reading with every correction replayed in order
 * (`corrections.ts`), so that any step can be undone and the letter's own words are always at hand.
 */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { proposeDue } from "./due.ts"
import { isTimeOpen } from "./open-time.ts"
import { subjectOf } from "./title.ts"

/** Half-open range of UTF-16 offsets in the letter's text. */
export type Span = readonly [from: number, to: number]

/** What `letters` reads (docs/contracts.md, "Commands"). */
export type LetterReading = {
  issuer: string | null
  number: string | null
  /** ISO, shorter where the letter leaves the day or the month blank. */
  date: string | null
  type: string | null
  subject: string | null
  addressees: string[]
  references: LetterReference[]
  clauses: {
    path: string
    addressees: string[]
    text: string
    tasks: {
      text: string
      /** Null unless the task names its own addressees. */
      addressees: string[] | null
      deadline: string | null
      lead: string[]
      coordinate_with: string[]
    }[]
  }[]
  recipients: string[]
  signer: Signer
  /** Orders that no task covers; absent in drafts that were read by an earlier version. */
  uncovered?: string[]
  /** Pictures in the file, whose words nobody read; absent: none. */
  pictures?: number
  normalizedText: string
  /** Keyed by JSON pointer into this value. */
  readings: Record<string, { confidence: number; span: Span | null }>
}

export type LetterReference = { number: string | null; date: string | null; issuer: string | null }
export type Signer = { authority: string | null; position: string | null; name: string | null }

export type Every = "month" | "quarter" | "half-year" | "year"
/** `day` is the day of the period's month `month` (counted from one; absent: its last month); null: that month's last day. */
export type Period = { every: Every; day: number | null; month?: number }

export type DraftTask = {
  id: string
  text: string
  /** Where the words stand in the letter; none when the clerk wrote them. */
  spans: Span[]
  addressees: string[] | null
  /** Bodies that a person chose for this task alone; null: those of its clause. */
  only: string[] | null
  lead: string[]
  coordinateWith: string[]
  /** The deadline in the letter's words, or an ISO date. */
  deadline: string | null
  dueOn: string | null
  period: Period | null
  /** Until a person sets the deadline, the page proposes what its words lead to. */
  deadlineBy: "letter" | "person"
  state: "kept" | "dropped"
  confidence: number
}

export type DraftClause = {
  id: string
  path: string
  text: string
  addressees: string[]
  span: Span | null
  /** Bodies added to, and left out of, what the addressees resolve to. */
  include: string[]
  exclude: string[]
  confidence: number
  tasks: DraftTask[]
}

export type DraftHead = {
  issuer: string | null
  number: string | null
  type: string | null
  subject: string | null
  addressees: string[]
  references: LetterReference[]
  recipients: string[]
  signer: Signer
}

export type Draft = {
  head: DraftHead
  /** The date as the letter gives it. */
  letterDate: string | null
  /** The day on which it is issued: the letter's own when whole, else chosen by a person. */
  issuedOn: string | null
  clauses: DraftClause[]
  /** Doubts that a person has looked at and left as they are: `taskId` or a head field. */
  settled: string[]
  letterText: string
}

export const limits = {
  corrections: 1_000,
  clauses: 200,
  tasks: 1_000,
  textChars: 20_000,
  listItems: 200,
  bodies: 1_000,
} as const

/** Below this the reader itself is not sure, and the page says so. */
export const doubtfulBelow = 0.75

export function draftOf(reading: LetterReading): Draft {
  const { issuer, number, type, subject, addressees, references, recipients, signer } = reading
  return {
    head: {
      ...{ issuer, number, type, addressees, references, recipients, signer },
      subject: subjectOf(subject, reading.normalizedText),
    },
    letterDate: reading.date,
    issuedOn: reading.date !== null && /^\d{4}-\d{2}-\d{2}$/.test(reading.date) ? reading.date : null,
    clauses: reading.clauses.map((clause, c) => ({
      id: `g${c + 1}`,
      // A heading without a number still needs a name to be spoken of: its place.
      path: clause.path === "" ? String(c + 1) : clause.path,
      text: clause.text,
      addressees: clause.addressees,
      span: headingSpan(reading, c),
      include: [],
      exclude: [],
      confidence: confidenceAt(reading, [`/clauses/${c}`, `/clauses/${c}/addressees`]),
      tasks: clause.tasks.map((task, t) => taskOf(reading, task, c, t)),
    })),
    settled: [],
    letterText: reading.normalizedText,
  }
}

function taskOf(
  reading: LetterReading,
  task: LetterReading["clauses"][number]["tasks"][number],
  c: number,
  t: number,
): DraftTask {
  const at = `/clauses/${c}/tasks/${t}`
  const span = reading.readings[`${at}/text`]?.span ?? reading.readings[at]?.span ?? null
  return {
    id: `t${c + 1}-${t + 1}`,
    text: task.text,
    spans: span === null ? [] : [span],
    addressees: task.addressees,
    only: null,
    lead: task.lead,
    coordinateWith: task.coordinate_with,
    deadline: withBefore(task.deadline, task.text),
    dueOn: null,
    period: null,
    deadlineBy: "letter",
    state: "kept",
    confidence: confidenceAt(reading, [at, `${at}/text`]),
  }
}

/** The reader gives a whole date as ISO; "trước ngày 10 tháng 10 năm 2023" ends the day before, as "trước ngày 10/10" does. */
function withBefore(deadline: string | null, text: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(deadline ?? "") ?? []
  if (year === undefined) return deadline
  const [d, m] = [Number(day), Number(month)]
  const named = new RegExp(
    `trước(?: ngày)? 0?${d}(?: ?[/.-] ?0?${m} ?[/.-] ?| tháng 0?${m} năm )${year}(?!\\d)`,
    "iu",
  ).exec(text.normalize("NFC"))
  return named === null ? deadline : `trước ngày ${d}/${m}/${year}`
}

/** The heading's own words only: some readers give a clause the span of everything under it. */
function headingSpan(reading: LetterReading, c: number): Span | null {
  const whole =
    reading.readings[`/clauses/${c}/text`]?.span ?? reading.readings[`/clauses/${c}`]?.span ?? null
  const first = reading.readings[`/clauses/${c}/tasks/0/text`]?.span ?? null
  if (whole === null) return null
  return first !== null && whole[0] < first[0] && whole[1] > first[0] ? [whole[0], first[0]] : whole
}

function confidenceAt(reading: LetterReading, pointers: readonly string[]): number {
  return Math.min(1, ...pointers.map((pointer) => reading.readings[pointer]?.confidence ?? 1))
}

export const keptTasks = (clause: DraftClause) => clause.tasks.filter((task) => task.state === "kept")
export const droppedTasks = (clause: DraftClause) => clause.tasks.filter((task) => task.state === "dropped")
export const allKept = (draft: Draft) => draft.clauses.flatMap(keptTasks)

export function findTask(draft: Draft, id: string): { clause: DraftClause; task: DraftTask } | null {
  for (const clause of draft.clauses) {
    const task = clause.tasks.find((one) => one.id === id)
    if (task !== undefined) return { clause, task }
  }
  return null
}

/** "1.2": the clause's path and the place among the tasks that are kept; "" for a task that is dropped. */
export function taskLabel(clause: DraftClause, task: DraftTask): string {
  const place = keptTasks(clause).indexOf(task) + 1
  if (place === 0) return ""
  return `${clause.path}.${place}`
}

/** The words of the letter behind a task, broken lines joined. */
export function originalWords(draft: Draft, task: DraftTask): string {
  return task.spans.map(([from, to]) => collapse(draft.letterText.slice(from, to))).join(" ")
}

export const collapse = (text: string) => text.replace(/\s+/g, " ").trim()

/** What the reader or the letter leaves open, and what is needed; in the order of the page. */
export type Doubt =
  | { about: "number" | "date" | "subject" | "issuer" | "signer"; kind: "missing" | "unsure" | "otherYear" }
  | { about: "letter"; kind: "noTask" }
  /** Greeted, and given nothing. */
  | { about: "addressees"; kind: "untasked"; words: string }
  /** A stamp may stand in a picture, which nobody read; `declaredAt`: when whoever brought a scan said that there is none. */
  | { about: "letter"; kind: "pictures"; declaredAt: string | null }
  /** `clauseId`: the clause that stands before it in the letter, if any. */
  | { about: "letter"; kind: "uncovered"; at: number; words: string; clauseId: string | null }
  | { about: "clause"; clauseId: string; kind: "unsure" | "noAddressee" }
  | { about: "clause"; clauseId: string; kind: "unknownName"; words: string }
  | { about: "task"; taskId: string; kind: "unsure" | "ownAddressee" | "deadlineOpen" }
  | { about: "task"; taskId: string; kind: "unknownName"; words: string }

/** What is known besides the letter: names that no body answers to, by clause and by task, and the day on which it is looked at. */
export type Around = {
  unknown: ReadonlyMap<string, readonly string[]>
  unknownOfTasks?: ReadonlyMap<string, readonly string[]>
  today: string | null
  untasked?: readonly string[]
  /** Of a scan: when it was declared to hold no state secret. */
  declaredAt?: string | null
}

const nothingAround: Around = { unknown: new Map(), today: null }

export function doubtsOf(draft: Draft, reading: LetterReading, around: Around = nothingAround): Doubt[] {
  const sure = (pointer: string) => (reading.readings[pointer]?.confidence ?? 1) >= doubtfulBelow
  const found: Doubt[] = []
  for (const about of ["number", "subject", "issuer"] as const) {
    if (draft.head[about] === null) found.push({ about, kind: "missing" })
    else if (!sure(`/${about}`) && draft.head[about] === asRead(reading, about))
      found.push({ about, kind: "unsure" })
  }
  if (draft.issuedOn === null) found.push({ about: "date", kind: "missing" })
  else if (around.today !== null && draft.issuedOn.slice(0, 4) !== around.today.slice(0, 4))
    found.push({ about: "date", kind: "otherYear" })
  if (draft.head.signer.name === null) found.push({ about: "signer", kind: "missing" })
  const declaredAt = around.declaredAt ?? null
  if ((reading.pictures ?? 0) > 0 || declaredAt !== null)
    found.push({ about: "letter", kind: "pictures", declaredAt })
  if (allKept(draft).length === 0) found.push({ about: "letter", kind: "noTask" })
  for (const words of around.untasked ?? []) found.push({ about: "addressees", kind: "untasked", words })
  for (const [at, words] of (reading.uncovered ?? []).entries())
    if (!isTaken(draft, words))
      found.push({
        about: "letter",
        kind: "uncovered",
        at,
        words,
        clauseId: clauseBefore(draft, reading, at),
      })
  for (const clause of draft.clauses) {
    found.push(...doubtsOfClause(clause, draft.issuedOn))
    if (keptTasks(clause).some((task) => task.only === null && task.addressees === null))
      for (const words of around.unknown.get(clause.id) ?? [])
        found.push({ about: "clause", clauseId: clause.id, kind: "unknownName", words })
    for (const task of keptTasks(clause).filter(({ only }) => only === null))
      for (const words of around.unknownOfTasks?.get(task.id) ?? [])
        found.push({ about: "task", taskId: task.id, kind: "unknownName", words })
  }
  return found.filter((doubt) => !draft.settled.includes(doubtKey(doubt)))
}

const asRead = (reading: LetterReading, about: "number" | "subject" | "issuer") =>
  about === "subject" ? subjectOf(reading.subject, reading.normalizedText) : reading[about]

function clauseBefore(draft: Draft, reading: LetterReading, at: number): string | null {
  const from = reading.readings[`/uncovered/${at}`]?.span?.[0] ?? Number.POSITIVE_INFINITY
  const before = draft.clauses.filter(({ span }) => span !== null && span[0] <= from)
  return (before.at(-1) ?? draft.clauses[0])?.id ?? null
}

/** A person has since made a task of it. */
const isTaken = (draft: Draft, words: string) =>
  allKept(draft).some((task) => collapse(task.text).includes(collapse(words).slice(-60)))

function doubtsOfClause(clause: DraftClause, issuedOn: string | null): Doubt[] {
  const tasks = keptTasks(clause)
  if (tasks.length === 0) return []
  const found: Doubt[] = []
  if (clause.confidence < doubtfulBelow) found.push({ about: "clause", clauseId: clause.id, kind: "unsure" })
  if (
    clause.addressees.length === 0 &&
    clause.include.length === 0 &&
    tasks.some((task) => task.only === null && task.addressees === null)
  )
    found.push({ about: "clause", clauseId: clause.id, kind: "noAddressee" })
  for (const task of tasks) {
    if (task.addressees !== null && task.only === null)
      found.push({ about: "task", taskId: task.id, kind: "ownAddressee" })
    if (task.confidence < doubtfulBelow) found.push({ about: "task", taskId: task.id, kind: "unsure" })
    if (
      task.deadlineBy === "letter" &&
      (isTimeOpen(task) || (task.deadline !== null && isOpenTime(task.deadline, issuedOn)))
    )
      found.push({ about: "task", taskId: task.id, kind: "deadlineOpen" })
  }
  return found
}

/** What issuing needs anyway is filled in, not looked at: no press takes such a doubt away. */
export const isToFill = (doubt: Doubt): boolean =>
  doubt.kind === "noTask" ||
  (doubt.kind === "missing" && doubt.about !== "number" && doubt.about !== "signer")

export function doubtKey(doubt: Doubt): string {
  switch (doubt.about) {
    case "letter":
      return doubt.kind === "uncovered" ? `letter:uncovered:${doubt.at}` : `letter:${doubt.kind}`
    case "addressees":
      return `addressees:untasked:${doubt.words.slice(0, 50)}`
    case "clause":
      if (doubt.kind === "unknownName") return `${doubt.clauseId}:unknown:${doubt.words.slice(0, 50)}`
      return `${doubt.clauseId}:${doubt.kind}`
    case "task":
      if (doubt.kind === "unknownName") return `${doubt.taskId}:unknown:${doubt.words.slice(0, 50)}`
      return `${doubt.taskId}:${doubt.kind}`
    default:
      return `${doubt.about}:${doubt.kind}`
  }
}

/** No date follows from the words, or one that was over before the letter was written. */
function isOpenTime(words: string, issuedOn: string | null): boolean {
  const proposal = proposeDue(words, issuedOn, anyDay)
  return (
    proposal.kind === "none" || (issuedOn !== null && proposal.dueOn !== null && proposal.dueOn < issuedOn)
  )
}

/** Whether there is a date at all does not depend on which days are worked. */
const anyDay: Calendar = { isWorkingDay: () => true, reason: () => null, isDecided: () => true }

/** "/UBND-KGVX" of "Số:      /UBND-KGVX": what stands printed beside the blank. */
export function numberSymbol(reading: LetterReading): string | null {
  const span = reading.readings["/number"]?.span
  const words = span ? reading.normalizedText.slice(span[0], span[1]) : reading.normalizedText.slice(0, 1_500)
  return /Số\s*:?\s*(\/[\p{Lu}\d][\p{Lu}\d-]{1,40})/u.exec(words)?.[1] ?? null
}
