/** One task: its page, its forms, its evidence. Who may do what is decided before and below; here HTTP goes in and out. */
import { Hono } from "hono"
import { allow, can, colleaguesOf, requireOfficer } from "../../accounts/index.ts"
import { calendarOf } from "../../kernel/calendar/days-off.ts"
import { FileTooLarge, getFile, stageStream } from "../../kernel/files.ts"
import { formatBytes } from "../../kernel/format.ts"
import { mountForms, type Shown } from "../../kernel/forms/index.ts"
import { takesFiles } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { lastOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import type { Moved } from "../../kernel/http/opened.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { type FileForm, readFileForm } from "../../kernel/http/upload.ts"
import type { Lang } from "../../kernel/words.ts"
import { unstamped } from "../../letters/index.ts"
import { readEvidence, readTask, type TaskReading } from "../actions/reading.ts"
import { seatOf } from "../actions/seat.ts"
import { readServed, type ServingRoom } from "../actions/serving.ts"
import { endSubTask } from "../actions/sharing.ts"
import { sidesOf } from "../actions/steps.ts"
import { explainLeft, explainRecipe } from "../domain/explanation.ts"
import { lawfulSteps } from "../domain/life.ts"
import { actionOf } from "../domain/permission.ts"
import { type FormName, forms } from "../forms.ts"
import { endingOf, evidenceBytesMax, evidenceFilesMax, evidenceTypes } from "../inputs.ts"
import { reportFigures } from "../outline.ts"
import { taskPage } from "../pages/task.tsx"
import type { TaskView } from "../pages/task-view.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { taskWords } from "../words-task.ts"
import { figuresIn } from "./figures.ts"
import { sending } from "./sending.ts"

/** Only ids reach a page here, so that `/lam-viec/nhac-viec` and its like are pages of their own. */
export const idPattern = record(":id")
const subPattern = record(":sub")

/** `rooms`: of the slices above, what may serve a task. */
export function taskRoutes(rooms: readonly ServingRoom[]): Hono<Env> {
  const routes = new Hono<Env>()
  mountForms(routes, {
    forms,
    sending,
    page: paths.assignment(idPattern),
    path: (slug) => paths.form(idPattern, slug),
    reads: [requireOfficer, allow("assignment.read")],
    guards: (verb) => [requireOfficer, allow(verb)],
    read: (c) => readTask(seatOf(deskOf(c)), idOf(c)),
    files: {
      taken: takesFiles({ files: evidenceFilesMax, bytesMax: evidenceBytesMax }),
      read: async (c, name, reading) => {
        const sent = await readEvidenceForm(c, formsOf(c, reading).includes(name))
        const again = taskWords[c.get("language")].files.again
        const keep = async () => {
          await sent.keep()
          return sent.files
        }
        return { errors: fileErrors(c, sent), again: sent.files.length > 0 ? { files: again } : {}, keep }
      },
    },
    to: (c, { today }, { keep }) => {
      const { entries } = figuresIn(lastOf(c.get("sent") ?? {}))
      const desk = deskOf(c)
      return { desk, seat: seatOf(desk), id: idOf(c), today, figures: entries, keep }
    },
    offers: formsOf,
    show: async (c, reading, shown, status) =>
      c.html(taskPage(await viewOf(c, reading, { ...shown, rooms })), status),
    last: (reading, name, c) => lastChange(reading, name, c.get("language")),
    check: (c, name, lists) => {
      const { wrong } = figuresIn(lastOf(lists))
      const t = taskWords[c.get("language")].errors
      if (name !== "report" && name !== "finish") return {}
      return Object.fromEntries(Object.entries(wrong).map(([field, key]) => [field, t[key]]))
    },
    sentence: (c, refused) => {
      const { errors } = taskWords[c.get("language")]
      if (refused === "until" || refused === "officer") return errors[refused]
      return words[c.get("language")].refusals[refused]
    },
    // A day that is not later is a field to correct; every other refusal is about the task.
    at: (refused, name) => {
      if (refused === "notLater") return name === "askExtension" ? "wantedOn" : "dueOn"
      return refused === "until" || refused === "officer" ? refused : null
    },
    done: (c, name) => c.redirect(`${paths.assignment(idOf(c))}?xong=${name}`, 303),
  })
  routes.post(
    paths.subTaskEnd(idPattern, subPattern),
    requireOfficer,
    allow("assignment.plan"),
    async (c) => {
      const done = await endSubTask(seatOf(deskOf(c)), idOf(c), c.req.param("sub") ?? "")
      if ("refused" in done && done.refused === "notFound") return c.notFound()
      return c.redirect(`${paths.assignment(idOf(c))}?xong=subTaskEnd`, 303)
    },
  )

  routes.get(paths.evidence(idPattern, subPattern), requireOfficer, allow("assignment.read"), async (c) => {
    const found = await readEvidence(seatOf(deskOf(c)), idOf(c), c.req.param("sub") ?? "")
    const bytes = found === null ? null : await getFile(c.get("house"), found.sha256)
    if (found === null || bytes === null) return c.notFound()
    // The sender's own word about its type is not believed; its name is kept as it was.
    const type = evidenceTypes[endingOf(found.name)] ?? "application/octet-stream"
    return sendFile(c, bytes, { name: found.name, type })
  })
  return routes
}

/** What concerns this form: a plan is overtaken by a plan, a figure of progress by a report, a step by any step. */
function lastChange({ events }: TaskReading, name: FormName | null, lang: Lang): Moved | null {
  const what = name === null ? undefined : changedBy[name]
  const all = events.filter((one) => what === undefined || one.what === what)
  const last = all.reduce<(typeof all)[number] | null>(
    (latest, one) => (latest === null || one.at > latest.at ? one : latest),
    null,
  )
  if (last === null) return null
  const names: Readonly<Record<string, string>> = taskWords[lang].events
  return { at: last.at, by: last.byName || null, what: names[last.what] ?? null }
}
const changedBy: Partial<Record<FormName, string>> = {
  plan: "assignment.planned",
  report: "assignment.progressed",
  assign: "assignment.assigned",
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
    case "locked":
      return { files: t.locked(troubled) }
    case "unread":
      return { files: t.unread(troubled) }
    case null:
      return {}
  }
}

async function viewOf(
  c: Ctx,
  reading: TaskReading,
  { isDone, rooms, ...shown }: Shown<FormName> & { rooms: readonly ServingRoom[] },
): Promise<TaskView> {
  const { assignment, task, today } = reading
  const forms = formsOf(c, reading)
  const needsColleagues = forms.includes("assign") || forms.includes("subTask")
  const calendar = await calendarOf(deskOf(c).house.db)
  const first = assignment.firstDueOn ?? assignment.dueOn
  const lang = c.get("language")
  return {
    frame: frameOf(c),
    reading,
    rooms,
    served: await readServed(seatOf(deskOf(c)), assignment.id, { rooms, lang }),
    sides: sidesOf(seatOf(deskOf(c)), assignment),
    forms,
    explanation: {
      recipe:
        task.dueRecipe === null || first === null ? null : explainRecipe(task.dueRecipe, first, calendar),
      left: assignment.dueOn === null ? null : explainLeft(today, assignment.dueOn, calendar),
    },
    colleagues: needsColleagues ? await colleaguesOf(deskOf(c)) : [],
    figures: forms.includes("report") ? reportFigures() : [],
    changed: isDone ? changedOf(c) : null,
    ...shown,
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
