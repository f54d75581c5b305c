/** What a form of the review page asks for, as corrections. Only what differs from the draft becomes one. */
import { type BodyName, difference } from "./bodies.ts"
import {
  collapse,
  type Draft,
  type DraftTask,
  type Every,
  findTask,
  type LetterReference,
  type Period,
} from "./domain.ts"
import { type Edit, headFields, signerFields } from "./edits.ts"

/** Fields by name, in the order sent; a name may come more than once. */
export type Answers = Readonly<Record<string, readonly string[]>>

export type Asked =
  | { edits: Edit[] }
  | { wrong: "unknownForm" | "noSuchTask" | "nothingChanged" | "dayWrong" | "addresseeFirst" }

const one = (answers: Answers, name: string) => answers[name]?.[0] ?? ""
const linesOf = (text: string) =>
  text
    .split("\n")
    .map(collapse)
    .filter((line) => line !== "")

/** `standing`: what each clause's addressees resolve to, so that ticked bodies become added and left out. */
export function editsOf(
  draft: Draft,
  answers: Answers,
  standing: (clauseId: string) => readonly BodyName[],
): Asked {
  const [taskId, clauseId] = [one(answers, "taskId"), one(answers, "clauseId")]
  switch (one(answers, "form")) {
    case "head":
      return headEdits(answers)
    case "date": {
      const day = one(answers, "issuedOn")
      return /^(\d{4}-\d{2}-\d{2})?$/.test(day)
        ? { edits: [{ do: "setIssuedOn", day: day === "" ? null : day }] }
        : { wrong: "dayWrong" }
    }
    case "task":
      return taskForm(draft, answers)
    case "split":
      return splitForm(draft, taskId, one(answers, "text"))
    case "join":
      return { edits: [{ do: "joinTasks", taskId, withId: one(answers, "withId") }] }
    case "move":
      return { edits: [{ do: "moveTask", taskId, clauseId, place: Number(one(answers, "place")) || 0 }] }
    case "drop":
      return { edits: [{ do: "dropTask", taskId }] }
    case "restore":
      return { edits: [{ do: "restoreTask", taskId }] }
    case "addTask":
      return { edits: [{ do: "addTask", clauseId, text: one(answers, "text") }] }
    case "takeOrder":
      if (clauseId === "" && draft.head.addressees.length === 0) return { wrong: "addresseeFirst" }
      return {
        edits: [
          {
            do: "takeOrder",
            clauseId: clauseId === "" ? null : clauseId,
            text: one(answers, "text"),
          },
          { do: "settle", doubt: one(answers, "doubt") },
        ],
      }
    case "addClause":
      return {
        edits: [
          { do: "addClause", path: one(answers, "path"), addressees: linesOf(one(answers, "addressees")) },
        ],
      }
    case "clause":
      return { edits: [{ do: "setAddressees", clauseId, values: linesOf(one(answers, "addressees")) }] }
    case "bodies": {
      const added = one(answers, "add")
      const wanted = [...(answers.body ?? []), ...(added === "" ? [] : [added])]
      return { edits: [{ do: "chooseBodies", clauseId, ...difference(wanted, standing(clauseId)) }] }
    }
    case "settle":
      return { edits: [{ do: "settle", doubt: one(answers, "doubt") }] }
    default:
      return { wrong: "unknownForm" }
  }
}

function headEdits(answers: Answers): Asked {
  const field = one(answers, "field")
  const value = one(answers, "value")
  for (const name of headFields)
    if (name === field) return { edits: [{ do: "setField", field: name, value }] }
  if (field === "addressees" || field === "recipients")
    return { edits: [{ do: "setList", field, values: linesOf(value) }] }
  if (field === "references")
    return { edits: [{ do: "setReferences", values: linesOf(value).map(referenceOf) }] }
  if (field === "signer")
    return {
      edits: signerFields.map((name) => ({ do: "setSigner", field: name, value: one(answers, name) })),
    }
  return { wrong: "unknownForm" }
}

/** "841/BC-STTTT | 2023-07-03 | Sở Thông tin và Truyền thông", the last two as far as known. */
function referenceOf(line: string): LetterReference {
  const [number = "", date = "", issuer = ""] = line.split("|").map((part) => part.trim())
  return { number: number || null, date: date || null, issuer: issuer || null }
}
export const referenceLine = (reference: LetterReference) =>
  [reference.number, reference.date, reference.issuer].map((part) => part ?? "").join(" | ")

function taskForm(draft: Draft, answers: Answers): Asked {
  const found = findTask(draft, one(answers, "taskId"))
  if (found === null) return { wrong: "noSuchTask" }
  const { task } = found
  const dueOn = one(answers, "dueOn")
  if (!/^(\d{4}-\d{2}-\d{2})?$/.test(dueOn)) return { wrong: "dayWrong" }
  const edits = [
    ...textEdits(task, answers),
    ...deadlineEdits(task, answers, dueOn === "" ? null : dueOn),
    ...partyEdits(task, answers),
  ]
  return edits.length === 0 ? { wrong: "nothingChanged" } : { edits }
}

function textEdits(task: DraftTask, answers: Answers): Edit[] {
  const text = one(answers, "text")
  return collapse(text) === task.text ? [] : [{ do: "setText", taskId: task.id, text }]
}

/** `shownDue` and `shownEvery` are what the page proposed: leaving them is no decision, emptying them is one. */
function deadlineEdits(task: DraftTask, answers: Answers, dueOn: string | null): Edit[] {
  const words = collapse(one(answers, "deadline")) || null
  const period = periodOf(answers)
  const edits: Edit[] = []
  const isShown =
    (dueOn ?? "") === one(answers, "shownDue") && (period?.every ?? "") === one(answers, "shownEvery")
  if (words !== task.deadline && isShown && task.deadlineBy === "letter")
    return [{ do: "setDeadline", taskId: task.id, words, dueOn: null }]
  const isDecided = words !== task.deadline || (dueOn ?? "") !== one(answers, "shownDue")
  if (isDecided) edits.push({ do: "setDeadline", taskId: task.id, words, dueOn })
  if (
    JSON.stringify(period) !== JSON.stringify(shownPeriod(answers)) ||
    (isDecided && period !== null && task.period === null)
  )
    edits.push({ do: "markPeriodic", taskId: task.id, period })
  return edits
}

const everies: readonly Every[] = ["month", "quarter", "half-year", "year"]

const periodOf = (answers: Answers): Period | null =>
  // Another kind of period ends in its own last month.
  asPeriod(
    one(answers, "every"),
    one(answers, "periodDay"),
    one(answers, "every") === one(answers, "shownEvery") ? one(answers, "shownPeriodMonth") : "",
  )
const shownPeriod = (answers: Answers): Period | null =>
  asPeriod(one(answers, "shownEvery"), one(answers, "shownPeriodDay"), one(answers, "shownPeriodMonth"))

function asPeriod(name: string, dayText: string, monthText: string): Period | null {
  const every = everies.find((known) => known === name)
  const day = Number(dayText)
  if (every === undefined) return null
  const month = Number(monthText)
  return {
    every,
    day: Number.isInteger(day) && day >= 1 && day <= 31 ? day : null,
    ...(Number.isInteger(month) && month >= 1 && month <= 12 ? { month } : {}),
  }
}

function partyEdits(task: DraftTask, answers: Answers): Edit[] {
  const edits: Edit[] = []
  const [lead, coordinateWith] = [linesOf(one(answers, "lead")), linesOf(one(answers, "coordinateWith"))]
  if (!same(lead, task.lead) || !same(coordinateWith, task.coordinateWith))
    edits.push({ do: "setCoordinates", taskId: task.id, lead, coordinateWith })
  const own = linesOf(one(answers, "ownAddressees"))
  const addressees = own.length === 0 ? null : own
  if (!same(addressees, task.addressees))
    edits.push({ do: "setTaskAddressees", taskId: task.id, values: addressees })
  const only = one(answers, "who") === "own" ? [...(answers.body ?? [])] : null
  if (!same(only?.toSorted() ?? null, task.only?.toSorted() ?? null))
    edits.push({ do: "narrowTask", taskId: task.id, only })
  return edits
}

/** The person broke the line where the task is to be split; further breaks split it further. */
function splitForm(draft: Draft, taskId: string, typed: string): Asked {
  const found = findTask(draft, taskId)
  if (found === null) return { wrong: "noSuchTask" }
  const parts = linesOf(typed)
  if (parts.length < 2 || parts.join(" ") !== found.task.text) return { wrong: "nothingChanged" }
  // From the end, so that the first part keeps its id and earlier offsets stay true.
  const edits: Edit[] = []
  let at = found.task.text.length
  for (const part of parts.slice(1).toReversed()) {
    at -= part.length
    edits.push({ do: "splitTask", taskId, at })
    at -= 1
  }
  return { edits }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
