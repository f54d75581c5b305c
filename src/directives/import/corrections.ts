/**
 * What a person can do to a draft, one shape a verb. Corrections are stored beside the reading and replayed:
 * `draft → draft | refusal`, pure. No correction takes the letter's words away: a task that is dropped stays
 * listed as dropped, with the way back.
 */
import {
  collapse,
  type Draft,
  type DraftClause,
  type DraftTask,
  findTask,
  limits,
  type Span,
} from "./domain.ts"
import type { Correction, Edit } from "./edits.ts"

export const refusals = [
  "noSuchTask",
  "noSuchClause",
  "emptyText",
  "emptySubject",
  "splitAtEdge",
  "joinSelf",
  "joinOtherClause",
  "joinDropped",
  "joinDeadlinesDiffer",
  "joinAddresseesDiffer",
  "alreadyDropped",
  "notDropped",
  "tooManyTasks",
  "tooManyClauses",
  "tooManyCorrections",
  "dayDoesNotExist",
  "nobodyChosen",
] as const
export type Refusal = { refused: (typeof refusals)[number] }
export type Outcome = Draft | Refusal

export const isRefused = (outcome: Outcome): outcome is Refusal => "refused" in outcome
const refuse = (refused: Refusal["refused"]): Refusal => ({ refused })

/** The reading with every correction replayed. A correction that was accepted once is accepted again. */
export function replay(draft: Draft, corrections: readonly Correction[]): Outcome {
  let now = draft
  for (const [i, correction] of corrections.entries()) {
    const next = correct(now, correction, i + 1)
    if (isRefused(next)) return next
    now = next
  }
  return now
}

/** All of a correction, or none of it. `ordinal` names what it adds, so that replaying gives the same ids. */
export function correct(draft: Draft, correction: Correction, ordinal: number): Outcome {
  if (ordinal > limits.corrections) return refuse("tooManyCorrections")
  let now = draft
  for (const [i, edit] of correction.entries()) {
    const next = apply(now, edit, `n${ordinal}-${i + 1}`)
    if (isRefused(next)) return next
    now = next
  }
  return now
}

export function apply(draft: Draft, edit: Edit, newId: string): Outcome {
  switch (edit.do) {
    case "setField":
      if (edit.field === "subject" && blank(edit.value)) return refuse("emptySubject")
      return {
        ...draft,
        head: { ...draft.head, [edit.field]: blank(edit.value) ? null : collapse(edit.value ?? "") },
      }
    case "setSigner": {
      const value = blank(edit.value) ? null : collapse(edit.value ?? "")
      return { ...draft, head: { ...draft.head, signer: { ...draft.head.signer, [edit.field]: value } } }
    }
    case "setList":
      return { ...draft, head: { ...draft.head, [edit.field]: clean(edit.values) } }
    case "setReferences":
      return { ...draft, head: { ...draft.head, references: edit.values } }
    case "setIssuedOn":
      return edit.day !== null && !dayExists(edit.day)
        ? refuse("dayDoesNotExist")
        : { ...draft, issuedOn: edit.day }
    case "settle":
      return { ...draft, settled: [...new Set([...draft.settled, edit.doubt])] }
    case "addClause":
      return addClause(draft, edit.path, edit.addressees, newId)
    case "setAddressees":
      return inClause(draft, edit.clauseId, (clause) => ({
        ...clause,
        addressees: clean(edit.values),
        confidence: 1,
      }))
    case "chooseBodies":
      return inClause(draft, edit.clauseId, (clause) => ({
        ...clause,
        include: edit.include,
        exclude: edit.exclude,
      }))
    case "addTask":
      return addTask(draft, edit.clauseId, edit.text, newId)
    case "takeOrder":
      return takeOrder(draft, edit.clauseId, edit.text, newId)
    case "splitTask":
      return splitTask(draft, edit.taskId, edit.at, newId)
    case "joinTasks":
      return joinTasks(draft, edit.taskId, edit.withId)
    case "moveTask":
      return moveTask(draft, edit.taskId, edit.clauseId, edit.place)
    case "setText":
    case "setTaskAddressees":
    case "narrowTask":
    case "setCoordinates":
    case "setDeadline":
    case "markPeriodic":
    case "dropTask":
    case "restoreTask":
      return editTask(draft, edit)
  }
}

type TaskEdit = Extract<
  Edit,
  {
    do:
      | "setText"
      | "setTaskAddressees"
      | "narrowTask"
      | "setCoordinates"
      | "setDeadline"
      | "markPeriodic"
      | "dropTask"
      | "restoreTask"
  }
>

function editTask(draft: Draft, edit: TaskEdit): Outcome {
  const found = findTask(draft, edit.taskId)
  if (found === null) return refuse("noSuchTask")
  const changed = changeTask(found.task, edit)
  if ("refused" in changed) return changed
  return withTasks(draft, found.clause.id, (tasks) =>
    tasks.map((task) => (task.id === changed.id ? changed : task)),
  )
}

function changeTask(task: DraftTask, edit: TaskEdit): DraftTask | Refusal {
  switch (edit.do) {
    case "setText":
      return blank(edit.text) ? refuse("emptyText") : { ...task, text: collapse(edit.text), confidence: 1 }
    case "setTaskAddressees":
      return { ...task, addressees: edit.values === null ? null : clean(edit.values) }
    case "narrowTask":
      return edit.only?.length === 0 ? refuse("nobodyChosen") : { ...task, only: edit.only }
    case "setCoordinates":
      return { ...task, lead: clean(edit.lead), coordinateWith: clean(edit.coordinateWith) }
    case "setDeadline":
      if (edit.dueOn !== null && !dayExists(edit.dueOn)) return refuse("dayDoesNotExist")
      return {
        ...task,
        deadline: blank(edit.words) ? null : collapse(edit.words ?? ""),
        dueOn: edit.dueOn,
        deadlineBy: "person",
      }
    case "markPeriodic":
      return { ...task, period: edit.period, deadlineBy: "person" }
    case "dropTask":
      return task.state === "dropped" ? refuse("alreadyDropped") : { ...task, state: "dropped" }
    case "restoreTask":
      return task.state === "kept" ? refuse("notDropped") : { ...task, state: "kept" }
  }
}

function addClause(draft: Draft, path: string, addressees: string[], newId: string): Outcome {
  if (draft.clauses.length >= limits.clauses) return refuse("tooManyClauses")
  if (clean(addressees).length === 0) return refuse("emptyText")
  const clause: DraftClause = {
    id: newId,
    path: collapse(path) === "" ? String(draft.clauses.length + 1) : collapse(path),
    text: clean(addressees).join("; "),
    addressees: clean(addressees),
    span: null,
    include: [],
    exclude: [],
    confidence: 1,
    tasks: [],
  }
  return { ...draft, clauses: [...draft.clauses, clause] }
}

/**
 * A sentence that became no task is one now; whom it binds is for a person to choose, so nobody is given it meanwhile. Where the letter
 * names nobody the form refuses (`forms.ts`); what was stored before it did is replayed as it was.
 */
function takeOrder(draft: Draft, clauseId: string | null, text: string, newId: string): Outcome {
  if (clauseId !== null) return addTask(draft, clauseId, text, newId, [])
  const to = draft.head.addressees.length > 0 ? draft.head.addressees : [collapse(text).slice(0, 60)]
  const grown = addClause(draft, "", to, `${newId}g`)
  return isRefused(grown) ? grown : addTask(grown, `${newId}g`, text, newId, [])
}

function addTask(
  draft: Draft,
  clauseId: string,
  text: string,
  newId: string,
  only: string[] | null = null,
): Outcome {
  if (blank(text)) return refuse("emptyText")
  if (countTasks(draft) >= limits.tasks) return refuse("tooManyTasks")
  const task: DraftTask = {
    id: newId,
    text: collapse(text),
    spans: [],
    addressees: null,
    only,
    lead: [],
    coordinateWith: [],
    deadline: null,
    dueOn: null,
    period: null,
    deadlineBy: "letter",
    state: "kept",
    confidence: 1,
  }
  return withTasks(draft, clauseId, (tasks) => [...tasks, task])
}

/** The first half keeps the id and all that was set; the second inherits who, with whom and by when. */
function splitTask(draft: Draft, taskId: string, at: number, newId: string): Outcome {
  const found = findTask(draft, taskId)
  if (found === null) return refuse("noSuchTask")
  if (countTasks(draft) >= limits.tasks) return refuse("tooManyTasks")
  const { task } = found
  const [first, second] = [task.text.slice(0, at).trim(), task.text.slice(at).trim()]
  if (!hasLetter(first) || !hasLetter(second)) return refuse("splitAtEdge")
  const [spansFirst, spansSecond] = splitSpans(draft.letterText, task, at)
  const halves: DraftTask[] = [
    { ...task, text: first, spans: spansFirst, confidence: 1 },
    { ...task, id: newId, text: second, spans: spansSecond, confidence: 1 },
  ]
  return withTasks(draft, found.clause.id, (tasks) =>
    tasks.flatMap((one) => (one.id === taskId ? halves : [one])),
  )
}

/**
 * Where the cut falls in the letter. A text that a person has rewritten no longer lies on the letter's words:
 * both halves then point at all of them, so that none is left unaccounted for.
 */
function splitSpans(letter: string, task: DraftTask, at: number): [Span[], Span[]] {
  const offsets: number[] = []
  let joined = ""
  for (const [from, to] of task.spans) {
    for (let i = from; i < to; i += 1) {
      const isSpace = /\s/.test(letter.charAt(i))
      if (isSpace && (joined === "" || joined.endsWith(" "))) continue
      joined += isSpace ? " " : letter.charAt(i)
      offsets.push(i)
    }
    if (joined !== "" && !joined.endsWith(" ")) {
      joined += " "
      offsets.push(to)
    }
  }
  const begins = joined.indexOf(task.text)
  const cut = begins < 0 ? undefined : offsets[begins + at]
  if (cut === undefined) return [task.spans, task.spans]
  const before = task.spans.flatMap(([from, to]): Span[] => (from < cut ? [[from, Math.min(to, cut)]] : []))
  const after = task.spans.flatMap(([from, to]): Span[] => (to > cut ? [[Math.max(from, cut), to]] : []))
  return [before, after]
}

/** Joining must not choose between two deadlines or two addressees in silence: a person makes them equal first. */
function joinTasks(draft: Draft, taskId: string, withId: string): Outcome {
  const [one, two] = [findTask(draft, taskId), findTask(draft, withId)]
  if (one === null || two === null) return refuse("noSuchTask")
  if (taskId === withId) return refuse("joinSelf")
  if (one.clause.id !== two.clause.id) return refuse("joinOtherClause")
  if (one.task.state === "dropped" || two.task.state === "dropped") return refuse("joinDropped")
  const [a, b] = [one.task, two.task]
  if (!same([a.addressees, a.only], [b.addressees, b.only])) return refuse("joinAddresseesDiffer")
  if (hasDeadline(a) && hasDeadline(b) && !same(deadlineOf(a), deadlineOf(b)))
    return refuse("joinDeadlinesDiffer")
  const joined: DraftTask = {
    ...a,
    ...(hasDeadline(a) ? deadlineOf(a) : deadlineOf(b)),
    text: `${a.text} ${b.text}`,
    spans: mergeSpans([...a.spans, ...b.spans]),
    lead: [...new Set([...a.lead, ...b.lead])],
    coordinateWith: [...new Set([...a.coordinateWith, ...b.coordinateWith])],
    confidence: 1,
  }
  if (joined.text.length > limits.textChars) return refuse("tooManyTasks")
  return withTasks(draft, one.clause.id, (tasks) =>
    tasks.flatMap((task) => (task.id === taskId ? [joined] : task.id === withId ? [] : [task])),
  )
}

function moveTask(draft: Draft, taskId: string, clauseId: string, place: number): Outcome {
  const found = findTask(draft, taskId)
  if (found === null) return refuse("noSuchTask")
  if (!draft.clauses.some((clause) => clause.id === clauseId)) return refuse("noSuchClause")
  const without = withTasks(draft, found.clause.id, (tasks) => tasks.filter((task) => task.id !== taskId))
  if (isRefused(without)) return without
  return withTasks(without, clauseId, (tasks) =>
    tasks.toSpliced(Math.min(place, tasks.length), 0, found.task),
  )
}

function mergeSpans(spans: Span[]): Span[] {
  const merged: Span[] = []
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)]
    else merged.push([from, to])
  }
  return merged
}

function inClause(draft: Draft, clauseId: string, change: (clause: DraftClause) => DraftClause): Outcome {
  if (!draft.clauses.some((clause) => clause.id === clauseId)) return refuse("noSuchClause")
  return {
    ...draft,
    clauses: draft.clauses.map((clause) => (clause.id === clauseId ? change(clause) : clause)),
  }
}

const withTasks = (draft: Draft, clauseId: string, change: (tasks: DraftTask[]) => DraftTask[]): Outcome =>
  inClause(draft, clauseId, (clause) => ({ ...clause, tasks: change(clause.tasks) }))

const countTasks = (draft: Draft) => draft.clauses.reduce((sum, clause) => sum + clause.tasks.length, 0)
const deadlineOf = ({ deadline, dueOn, period, deadlineBy }: DraftTask) => ({
  deadline,
  dueOn,
  period,
  deadlineBy,
})
const hasDeadline = (task: DraftTask) => task.deadline !== null || task.dueOn !== null || task.period !== null
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const hasLetter = (text: string) => /\p{L}/u.test(text)
const blank = (text: string | null) => text === null || text.trim() === ""
const clean = (values: readonly string[]) => [
  ...new Set(values.map(collapse).filter((value) => value !== "")),
]

function dayExists(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
