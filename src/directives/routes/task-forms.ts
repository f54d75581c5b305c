/** The forms of a task's page: who may send each, how its fields are read, and what it does. */
import type { z } from "zod"
import type { Action } from "../../accounts/index.ts"
import type { Seat } from "../actions/seat.ts"
import { commentOn, giveSubTask, type Shared } from "../actions/sharing.ts"
import {
  acceptAssignment,
  askForExtension,
  assignHandler,
  type EvidenceInput,
  finishAssignment,
  grantExtension,
  planAssignment,
  receiveAssignment,
  refuseExtension,
  reportProgress,
  returnAssignment,
  type StepResult,
  withdrawAssignment,
} from "../actions/steps.ts"
import type { Step } from "../domain/life.ts"
import { actionOf } from "../domain/permission.ts"
import * as inputs from "../inputs.ts"
import type { FormName, TaskErrorKey } from "../pages/task-view.ts"
import { paths } from "../paths.ts"

export type Fields = Readonly<Record<string, string>>
export type Wrong = Record<string, TaskErrorKey>
export type Sending = {
  seat: Seat
  id: string
  today: string
  /** Keeps what was sent along; called once the fields are right. */
  keep(): Promise<EvidenceInput>
  /** The name of an officer of the body; null for anybody else's id. */
  colleague(id: string): string | null
}
export type Outcome = { wrong: Wrong } | StepResult | Shared

export type TaskForm = {
  name: FormName
  action: Action
  path: (id: string) => string
  hasFiles: boolean
  send(sending: Sending, fields: Fields): Promise<Outcome>
}

/** What a form is: its schema, the sentence for each field that is wrong, and the action it calls. */
function form<Input>(
  of: { name: FormName; path: (id: string) => string; action?: Action; hasFiles?: boolean },
  schema: z.ZodType<Input>,
  sentences: Readonly<Record<string, TaskErrorKey>>,
  run: (sending: Sending, input: Input) => Promise<Outcome>,
): TaskForm {
  return {
    name: of.name,
    path: of.path,
    action: of.action ?? actionOf[of.name as Step],
    hasFiles: of.hasFiles ?? false,
    send(sending, fields) {
      const parsed = schema.safeParse(rawOf(fields))
      return parsed.success
        ? run(sending, parsed.data)
        : Promise.resolve({ wrong: wrongOf(parsed.error, sentences) })
    },
  }
}

export const taskForms: readonly TaskForm[] = [
  form({ name: "receive", path: paths.receipt }, inputs.receiptInput, {}, ({ seat, id }) =>
    receiveAssignment(seat, id),
  ),
  form(
    { name: "plan", path: paths.plan },
    inputs.planInput,
    { text: "planText", until: "until" },
    async ({ seat, id, today }, input) =>
      input.until !== null && input.until < today
        ? { wrong: { until: "until" } }
        : planAssignment(seat, id, input),
  ),
  form(
    { name: "report", path: paths.reports, hasFiles: true },
    inputs.reportInput,
    { text: "reportText", percent: "percent", figures: "figures" },
    async ({ seat, id, keep }, input) => reportProgress(seat, id, { ...input, files: await keep() }),
  ),
  form(
    { name: "finish", path: paths.completion, hasFiles: true },
    inputs.finishInput,
    { text: "reportText", figures: "figures" },
    async ({ seat, id, keep }, input) => finishAssignment(seat, id, { ...input, files: await keep() }),
  ),
  form({ name: "accept", path: paths.acceptance }, inputs.acceptInput, { note: "note" }, (to, input) =>
    acceptAssignment(to.seat, to.id, input),
  ),
  form({ name: "return", path: paths.return }, inputs.reasonInput, { reason: "reason" }, (to, input) =>
    returnAssignment(to.seat, to.id, input),
  ),
  form(
    { name: "askExtension", path: paths.extensions },
    inputs.extensionInput,
    { wantedOn: "wantedOn", reason: "reason" },
    async ({ seat, id }, input) => later(await askForExtension(seat, id, input), "wantedOn"),
  ),
  form(
    { name: "grantExtension", path: paths.extensionGrant },
    inputs.grantInput,
    { dueOn: "dueOn", answer: "note" },
    async ({ seat, id }, input) => later(await grantExtension(seat, id, input), "dueOn"),
  ),
  form(
    { name: "refuseExtension", path: paths.extensionRefusal },
    inputs.refusalInput,
    { answer: "reason" },
    (to, input) => refuseExtension(to.seat, to.id, input),
  ),
  form({ name: "withdraw", path: paths.withdrawal }, inputs.reasonInput, { reason: "reason" }, (to, input) =>
    withdrawAssignment(to.seat, to.id, input),
  ),
  form(
    { name: "assign", path: paths.handler },
    inputs.handlerInput,
    { officer: "officer" },
    async (to, { officer }) => {
      const name = to.colleague(officer)
      if (name === null) return { wrong: { officer: "officer" } }
      return assignHandler(to.seat, to.id, { officerId: officer, unitId: null, name })
    },
  ),
  form(
    { name: "comment", path: paths.comments, action: "assignment.comment" },
    inputs.commentInput,
    { text: "comment" },
    (to, { text }) => commentOn(to.seat, to.id, text),
  ),
  form(
    { name: "subTask", path: paths.subTasks, action: "assignment.plan" },
    inputs.subTaskInput,
    { title: "subTitle", officer: "officer", dueOn: "until" },
    async (to, { title, officer, dueOn }) => {
      const name = to.colleague(officer)
      if (name === null) return { wrong: { officer: "officer" } }
      return giveSubTask(to.seat, to.id, {
        title,
        officerId: officer,
        unitId: null,
        assigneeName: name,
        dueOn,
      })
    },
  ),
]

/** A day that is not later is a field to correct; every other refusal is about the task. */
function later(result: StepResult, field: "wantedOn" | "dueOn"): Outcome {
  return "refused" in result && result.refused === "notLater" ? { wrong: { [field]: field } } : result
}

/** How many rows of figures the form shows. */
export const figureRows = 3

function rawOf(fields: Fields): Record<string, unknown> {
  const rows = Array.from({ length: figureRows }, (_, i) => i + 1).flatMap((row) => {
    const [figure, period, value, note] = ["figure", "period", "value", "note"].map((part) =>
      (fields[`${part}-${row}`] ?? "").trim(),
    )
    if (`${figure}${period}${value}${note}` === "") return []
    return [{ figure, period, value: value === "" ? Number.NaN : Number(value), note }]
  })
  const dates = Object.fromEntries(
    ["until", "dueOn", "wantedOn"].map((name) => [name, (fields[name] ?? "").trim() || null]),
  )
  const percent = (fields.percent ?? "").trim()
  return { ...fields, ...dates, percent: percent === "" ? Number.NaN : Number(percent), figures: rows }
}

function wrongOf(error: z.ZodError, sentences: Readonly<Record<string, TaskErrorKey>>): Wrong {
  const wrong: Wrong = {}
  for (const issue of error.issues) {
    const [field = "", row] = issue.path.map(String)
    if (field === "figures")
      wrong[`figure-${Number(row ?? 0) + 1}`] = issue.message === "twice" ? "figureTwice" : "figures"
    else wrong[field] = sentences[field] ?? "reportText"
  }
  return wrong
}
