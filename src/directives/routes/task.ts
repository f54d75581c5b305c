/** One task: its page, its forms, its evidence. Who may do what is decided before and below; here HTTP goes in and out. */
import { Hono } from "hono"
import { allow, can, colleaguesOf, requireOfficer } from "../../accounts/index.ts"
import { calendarOf } from "../../kernel/calendar/days-off.ts"
import { getFile } from "../../kernel/files.ts"
import { formatBytes } from "../../kernel/format.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { bearsSecretStamp } from "../../letters/index.ts"
import { keepEvidence } from "../actions/evidence.ts"
import { readEvidence, readTask, type TaskReading } from "../actions/reading.ts"
import { seatOf } from "../actions/seat.ts"
import { endSubTask } from "../actions/sharing.ts"
import { sidesOf } from "../actions/steps.ts"
import { explainLeft, explainRecipe } from "../domain/explanation.ts"
import { lawfulSteps } from "../domain/life.ts"
import { actionOf } from "../domain/permission.ts"
import { endingOf, evidenceBytesMax, evidenceTypes } from "../inputs.ts"
import { reportFigures } from "../outline.ts"
import { taskPage } from "../pages/task.tsx"
import type { FormName, TaskView } from "../pages/task-view.ts"
import { paths } from "../paths.ts"
import { type ReportForm, readReport } from "../upload.ts"
import { words } from "../words.ts"
import { taskWords } from "../words-task.ts"
import { type Fields, type TaskForm, taskForms, type Wrong } from "./task-forms.ts"

/** Only ids reach a page here, so that `/lam-viec/nhac-viec` and its like are pages of their own. */
export const idPattern = ":id{[0-9a-f]{8}-[0-9a-f-]{27}}"
const subPattern = ":sub{[0-9a-f]{8}-[0-9a-f-]{27}}"

export const taskRoutes = new Hono<Env>()

taskRoutes.get(paths.assignment(idPattern), requireOfficer, allow("assignment.read"), async (c) => {
  const reading = await readTask(seatOf(deskOf(c)), idOf(c))
  if (reading === null) return c.notFound()
  return c.html(taskPage(await viewOf(c, reading, { changed: changedOf(c) })))
})

for (const form of taskForms)
  taskRoutes.post(form.path(idPattern), requireOfficer, allow(form.action), (c) => receive(c, form))

taskRoutes.post(
  paths.subTaskEnd(idPattern, subPattern),
  requireOfficer,
  allow("assignment.plan"),
  async (c) => {
    const done = await endSubTask(seatOf(deskOf(c)), idOf(c), c.req.param("sub") ?? "")
    if ("refused" in done && done.refused === "notFound") return c.notFound()
    return c.redirect(`${paths.assignment(idOf(c))}?xong=subTaskEnd`, 303)
  },
)

taskRoutes.get(paths.evidence(idPattern, subPattern), requireOfficer, allow("assignment.read"), async (c) => {
  const found = await readEvidence(seatOf(deskOf(c)), idOf(c), c.req.param("sub") ?? "")
  const bytes = found === null ? null : await getFile(c.get("house"), found.sha256)
  if (found === null || bytes === null) return c.notFound()
  // Never shown in our own pages' origin as what the sender called it: it is saved, and named as it was.
  c.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
  c.header("content-type", evidenceTypes[endingOf(found.name)] ?? "application/octet-stream")
  return c.body(new Uint8Array(bytes))
})

async function receive(c: Ctx, form: TaskForm): Promise<Response> {
  const desk = deskOf(c)
  const seat = seatOf(desk)
  const reading = await readTask(seat, idOf(c))
  if (reading === null) return c.notFound()
  const sent = form.hasFiles ? await readReport(c.req.raw) : { fields: await fieldsOf(c), files: [] }
  const t = taskWords[c.get("language")].errors
  if (sent === null) return failed(c, reading, form.name, {}, { "": t.upload })
  const { fields } = sent
  const wrongFiles = "tooLarge" in sent ? { ...fileErrors(c, sent), ...(await secretErrors(c, sent)) } : {}
  const colleagues = await colleaguesOf(desk)
  const colleague = (id: string) => colleagues.find((one) => one.officerId === id)?.name ?? null
  if (Object.keys(wrongFiles).length > 0) return failed(c, reading, form.name, fields, wrongFiles)
  const mayNow = formsOf(c, reading).includes(form.name)
  const keep = () => (mayNow ? keepEvidence(seat, sent.files) : Promise.resolve([]))
  const done = await form.send({ seat, id: idOf(c), today: reading.today, colleague, keep }, fields)
  if ("wrong" in done) {
    const lost: Record<string, string> =
      sent.files.length > 0 ? { files: taskWords[c.get("language")].files.again } : {}
    return failed(c, reading, form.name, fields, { ...sentencesOf(c, done.wrong), ...lost })
  }
  if ("refused" in done) return refused(c, done.refused)
  return c.redirect(`${paths.assignment(idOf(c))}?xong=${form.name}`, 303)
}

async function failed(
  c: Ctx,
  reading: TaskReading,
  form: FormName,
  answers: Fields,
  errors: Record<string, string>,
): Promise<Response> {
  return c.html(taskPage(await viewOf(c, reading, { failed: { form, answers, errors } })), 422)
}

/** The task moved on while the form was open: the page as it is now, and why nothing happened. */
async function refused(c: Ctx, why: keyof (typeof words)["vi"]["refusals"]): Promise<Response> {
  const reading = await readTask(seatOf(deskOf(c)), idOf(c))
  if (reading === null || why === "notFound") return c.notFound()
  const sentence = words[c.get("language")].refusals[why]
  return c.html(taskPage(await viewOf(c, reading, { refused: sentence })), 409)
}

function fileErrors(c: Ctx, sent: ReportForm): Record<string, string> {
  const lang = c.get("language")
  const t = taskWords[lang].errors
  if (sent.tooLarge) return { files: t.tooLarge(formatBytes(evidenceBytesMax, lang)) }
  const strange = sent.files.find((file) => evidenceTypes[endingOf(file.name)] === undefined)
  if (strange !== undefined) return { files: t.kind(strange.name, Object.keys(evidenceTypes).join(", ")) }
  return sent.files.length > 0 && sent.fields.declared !== "yes" ? { declared: t.declared } : {}
}

/** A declaration does not open the door to a stamped paper: what can be read is looked at before anything is kept. */
async function secretErrors(c: Ctx, { files, tooLarge }: ReportForm): Promise<Record<string, string>> {
  if (tooLarge) return {}
  for (const { name, bytes } of files) {
    const isPicture = evidenceTypes[endingOf(name)]?.startsWith("image/") === true
    if (!isPicture && (await bearsSecretStamp(bytes)))
      return { files: taskWords[c.get("language")].errors.secret(name) }
  }
  return {}
}

function sentencesOf(c: Ctx, wrong: Wrong): Record<string, string> {
  const t = taskWords[c.get("language")].errors
  return Object.fromEntries(Object.entries(wrong).map(([field, key]) => [field, t[key]]))
}

async function viewOf(
  c: Ctx,
  reading: TaskReading,
  more: Partial<Pick<TaskView, "failed" | "changed" | "refused">>,
): Promise<TaskView> {
  const { assignment, task, today } = reading
  const forms = formsOf(c, reading)
  const needsColleagues = forms.includes("assign") || forms.includes("subTask")
  const calendar = await calendarOf(deskOf(c).house.db)
  const first = assignment.firstDueOn ?? assignment.dueOn
  return {
    frame: frameOf(c),
    reading,
    sides: sidesOf(seatOf(deskOf(c)), assignment),
    forms,
    explanation: {
      recipe:
        task.dueRecipe === null || first === null ? null : explainRecipe(task.dueRecipe, first, calendar),
      left: assignment.dueOn === null ? null : explainLeft(today, assignment.dueOn, calendar),
    },
    colleagues: needsColleagues ? await colleaguesOf(deskOf(c)) : [],
    figures: forms.includes("report") ? reportFigures() : [],
    failed: null,
    changed: null,
    refused: null,
    ...more,
  }
}

/** Lawful now for this body, and allowed to this role. */
function formsOf(c: Ctx, { assignment, asked }: TaskReading): FormName[] {
  const { officer } = deskOf(c)
  const sides = sidesOf(seatOf(deskOf(c)), assignment)
  const held = { state: assignment.state, dueOn: assignment.dueOn, asked }
  const forms: FormName[] = lawfulSteps(held, sides).filter((step) => can(officer, actionOf[step]))
  if (can(officer, "assignment.comment")) forms.push("comment")
  const isOpen = assignment.state !== "accepted" && assignment.state !== "withdrawn"
  if (isOpen && sides.includes("body") && can(officer, "assignment.plan")) forms.push("subTask")
  return forms
}

const idOf = (c: Ctx) => c.req.param("id") ?? ""

function changedOf(c: Ctx): TaskView["changed"] {
  const done = c.req.query("xong") ?? ""
  return done in taskWords.vi.changed ? (done as TaskView["changed"]) : null
}

async function fieldsOf(c: Ctx): Promise<Record<string, string>> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  )
}
