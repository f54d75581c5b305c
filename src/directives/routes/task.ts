/** One task: its page, its forms, its evidence. Who may do what is decided before and below; here HTTP goes in and out. */
import { Hono } from "hono"
import { allow, can, colleaguesOf, requireOfficer } from "../../accounts/index.ts"
import { calendarOf } from "../../kernel/calendar/days-off.ts"
import { FileTooLarge, getFile, stageStream } from "../../kernel/files.ts"
import { formatBytes } from "../../kernel/format.ts"
import { takesFiles } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { type FileForm, readFileForm } from "../../kernel/http/upload.ts"
import { unstamped } from "../../letters/index.ts"
import { readEvidence, readTask, type TaskReading } from "../actions/reading.ts"
import { seatOf } from "../actions/seat.ts"
import { endSubTask } from "../actions/sharing.ts"
import { sidesOf } from "../actions/steps.ts"
import { explainLeft, explainRecipe } from "../domain/explanation.ts"
import { lawfulSteps } from "../domain/life.ts"
import { actionOf } from "../domain/permission.ts"
import { endingOf, evidenceBytesMax, evidenceFilesMax, evidenceTypes } from "../inputs.ts"
import { reportFigures } from "../outline.ts"
import { taskPage } from "../pages/task.tsx"
import type { FormName, TaskView } from "../pages/task-view.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { taskWords } from "../words-task.ts"
import { type Fields, type TaskForm, taskForms, type Wrong } from "./task-forms.ts"

/** Only ids reach a page here, so that `/lam-viec/nhac-viec` and its like are pages of their own. */
export const idPattern = record(":id")
const subPattern = record(":sub")

export const taskRoutes = new Hono<Env>()

taskRoutes.get(paths.assignment(idPattern), requireOfficer, allow("assignment.read"), async (c) => {
  const reading = await readTask(seatOf(deskOf(c)), idOf(c))
  if (reading === null) return c.notFound()
  return c.html(taskPage(await viewOf(c, reading, { changed: changedOf(c) })))
})

const takesEvidence = takesFiles({ files: evidenceFilesMax, bytesMax: evidenceBytesMax })

for (const form of taskForms) {
  const guards = [requireOfficer, allow(form.action)] as const
  if (form.hasFiles) taskRoutes.post(form.path(idPattern), ...guards, takesEvidence, (c) => receive(c, form))
  else taskRoutes.post(form.path(idPattern), ...guards, (c) => receive(c, form))
}

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
  // The sender's own word about its type is not believed; its name is kept as it was.
  const type = evidenceTypes[endingOf(found.name)] ?? "application/octet-stream"
  return sendFile(c, bytes, { name: found.name, type })
})

async function receive(c: Ctx, form: TaskForm): Promise<Response> {
  const desk = deskOf(c)
  const seat = seatOf(desk)
  const reading = await readTask(seat, idOf(c))
  if (reading === null) return c.notFound()
  const mayNow = formsOf(c, reading).includes(form.name)
  const sent = await readEvidenceForm(c, mayNow)
  const { fields } = sent
  const colleagues = await colleaguesOf(desk)
  const colleague = (id: string) => colleagues.find((one) => one.officerId === id)?.name ?? null
  const wrongFiles = fileErrors(c, sent)
  if (Object.keys(wrongFiles).length > 0) return failed(c, reading, form.name, fields, wrongFiles)
  const keep = async () => {
    await sent.keep()
    return sent.files
  }
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

/**
 * A picture goes straight to the sealed store. A paper is held, one at a time, until what can be read of it has been
 * looked at: a declaration does not open the door to a stamped one. Of a step that this body may not take now, nothing
 * is kept.
 */
function readEvidenceForm(c: Ctx, mayNow: boolean): Promise<FileForm> {
  const house = c.get("house")
  const nothing = () => Promise.resolve()
  const dropped = { sha256: "", bytes: 0, keep: nothing, drop: nothing }
  let together = 0
  async function* counted(pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      together += piece.length
      if (together > evidenceBytesMax) throw new FileTooLarge("all files of a report together")
      yield piece
    }
  }
  return readFileForm(c, {
    sniffBytes: 1,
    typeOf: (_first, name) => evidenceTypes[endingOf(name)] ?? null,
    async stage(pieces, _fields, { mediaType }) {
      if (!mayNow) return dropped
      const looked = await unstamped(counted(pieces), { mediaType, bytesMax: evidenceBytesMax })
      return stageStream(house, looked, evidenceBytesMax)
    },
  })
}

function fileErrors(c: Ctx, { trouble, troubled }: FileForm): Record<string, string> {
  const lang = c.get("language")
  const t = taskWords[lang].errors
  switch (trouble) {
    case "tooLarge":
    case "tooMany":
      return { files: t.tooLarge(formatBytes(evidenceBytesMax, lang)) }
    case "kind":
      return { files: t.kind(troubled, Object.keys(evidenceTypes).join(", ")) }
    case "empty":
      return { files: t.empty(troubled) }
    case "broken":
      return { "": t.upload }
    case "undeclared":
      return { declared: t.declared }
    case "stamped":
      return { files: t.secret(troubled) }
    case "unread":
      return { files: t.unread(troubled) }
    case null:
      return {}
  }
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

function changedOf(c: Ctx): TaskView["changed"] {
  const done = c.req.query("xong") ?? ""
  return done in taskWords.vi.changed ? (done as TaskView["changed"]) : null
}
