/** From a corrected draft to what is issued, or to the list of what still stands in the way. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import type { DirectivePlan } from "../plan.ts"
import type { Bodies, Resolution } from "./bodies.ts"
import {
  collapse,
  type Doubt,
  type Draft,
  type DraftClause,
  type DraftTask,
  findTask,
  keptTasks,
  type Period,
  taskLabel,
} from "./domain.ts"
import { type DueHow, type DueProposal, proposeDue } from "./due.ts"
import { isChangedBehind } from "./open-time.ts"

export type Obstacle =
  | { what: "noDate" | "noSubject" | "noIssuer" | "noTasks" }
  | { what: "noBodies" | "dueBeforeIssue"; taskId: string; label: string }
  /** A name that no body answers to: it would silently get nothing. Settled when a person says so. */
  | { what: "unknownName"; row: string; label: string; words: string }

/** A task's deadline as it will be issued: set by a person, or what its words lead to. */
export type Due = {
  dueOn: string | null
  period: Period | null
  by: "person" | "letter"
  proposal: DueProposal
}

export function dueOf(task: DraftTask, issuedOn: string | null, calendar: Calendar): Due {
  const proposal: DueProposal = isChangedBehind(task)
    ? { kind: "none", why: "unclear" }
    : proposeDue(task.deadline, issuedOn, calendar)
  if (task.deadlineBy === "person") return { dueOn: task.dueOn, period: task.period, by: "person", proposal }
  return {
    dueOn: proposal.kind === "none" ? null : proposal.dueOn,
    period: proposal.kind === "periodic" ? proposal.period : null,
    by: "letter",
    proposal,
  }
}

export function obstacles(
  draft: Draft,
  bodies: Bodies,
  calendar: Calendar,
  doubts: readonly Doubt[] = [],
): Obstacle[] {
  const found: Obstacle[] = []
  if (draft.issuedOn === null) found.push({ what: "noDate" })
  if (draft.head.subject === null) found.push({ what: "noSubject" })
  if (draft.head.issuer === null) found.push({ what: "noIssuer" })
  if (draft.clauses.flatMap(keptTasks).length === 0) found.push({ what: "noTasks" })
  for (const doubt of doubts) {
    if (doubt.kind !== "unknownName") continue
    const { words } = doubt
    const row = doubt.about === "task" ? doubt.taskId : doubt.clauseId
    const of = doubt.about === "task" ? findTask(draft, row) : null
    const label =
      of === null
        ? (draft.clauses.find((clause) => clause.id === row)?.path ?? "")
        : taskLabel(of.clause, of.task)
    found.push({ what: "unknownName", row, label, words })
  }
  for (const clause of draft.clauses)
    for (const task of keptTasks(clause)) {
      const about = { taskId: task.id, label: taskLabel(clause, task) }
      if ((bodies.tasks.get(task.id)?.chosen.length ?? 0) === 0) found.push({ what: "noBodies", ...about })
      const { dueOn } = dueOf(task, draft.issuedOn, calendar)
      if (dueOn !== null && draft.issuedOn !== null && dueOn < draft.issuedOn)
        found.push({ what: "dueBeforeIssue", ...about })
    }
  return found
}

export type Issuing = {
  draft: Draft
  bodies: Bodies
  resolution: Resolution
  calendar: Calendar
  original: DirectivePlan["original"]
  symbol: string | null
  /** Issuing the same draft twice gives one directive. */
  key: string
}

/** Only for a draft without obstacles. */
export function planOf(issuing: Issuing): DirectivePlan {
  const { draft, original, key } = issuing
  const { head, issuedOn } = draft
  if (issuedOn === null || head.subject === null || head.issuer === null)
    throw new Error("a draft with obstacles has no plan")
  const [number, ...symbol] = (head.number ?? "").split("/")
  return {
    letter: {
      issuer: head.issuer,
      number: number === "" || number === undefined ? null : number,
      symbol: (head.number === null ? issuing.symbol?.replace(/^\//, "") : symbol.join("/")) || null,
      dateOn: issuedOn,
      issuedOn,
      kind: head.type ?? "văn bản",
      subject: head.subject,
      addressees: head.addressees,
      references: head.references.filter((one) => one.number !== null),
      recipients: head.recipients,
      signer: head.signer,
    },
    original,
    normalizedText: draft.letterText,
    clauses: draft.clauses.flatMap((clause) => {
      const tasks = keptTasks(clause)
      if (tasks.length === 0) return []
      return [
        {
          path: clause.path,
          heading: clause.addressees.join("; ") || collapse(clause.text),
          tasks: tasks.map((task) => planTask(issuing, clause, task)),
        },
      ]
    }),
    key,
  }
}

type PlanTask = DirectivePlan["clauses"][number]["tasks"][number]

function planTask(issuing: Issuing, clause: DraftClause, task: DraftTask): PlanTask {
  const { draft, bodies, resolution, calendar } = issuing
  const due = dueOf(task, draft.issuedOn, calendar)
  const parties = bodies.tasks.get(task.id)
  const [first, last] = [task.spans.at(0), task.spans.at(-1)]
  return {
    path: taskLabel(clause, task),
    text: task.text,
    span: first === undefined || last === undefined ? null : [first[0], last[1]],
    ownAddressees: task.addressees ?? [],
    deadlineWords: task.deadline,
    dueOn: due.period === null ? due.dueOn : null,
    dueRecipe: due.by === "letter" && due.proposal.kind === "once" ? recipeOf(due.proposal.how) : null,
    periodic: due.period === null ? null : periodicOf(due.period),
    lead: (parties?.lead ?? []).map((body) => body.bodyId),
    coordinateWith: task.coordinateWith.flatMap((words): NonNullable<PlanTask["coordinateWith"]> => {
      const known = resolution.named[words] ?? []
      return known.length === 0 ? [{ text: words }] : known.map((body) => ({ bodyId: body.bodyId }))
    }),
    bodies: (parties?.chosen ?? []).map((body) => body.bodyId),
  }
}

const monthsIn = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const

const periodicOf = (period: Period): NonNullable<PlanTask["periodic"]> => ({
  every: period.every,
  dueMonth: period.month ?? monthsIn[period.every],
  dueDay: period.day ?? 31,
  until: null,
})

/** How a counted date was counted, so that a new holiday can move it. */
function recipeOf(how: DueHow): PlanTask["dueRecipe"] {
  switch (how.by) {
    case "days":
      return { from: how.from, amount: how.count, unit: how.working ? "working-day" : "day" }
    case "months":
      return { from: how.from, amount: how.count, unit: "month" }
    default:
      return null
  }
}
