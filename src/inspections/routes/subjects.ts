/** The register of subjects over HTTP. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Errors, mountForms, readForm, type SendingOf } from "../../kernel/forms/index.ts"
import { listsOf } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { seatOf } from "../../signals/index.ts"
import { readSubject, readSubjects, type SubjectReading } from "../actions/reading.ts"
import { rankedSubjects } from "../actions/register.ts"
import { todayOf } from "../actions/seat.ts"
import { addSubject, alterSubject, noteCompliance } from "../actions/subjects.ts"
import { newSubject, type SubjectFormName, subjectFormNames, subjectForms } from "../forms-subject.ts"
import { subjectPage } from "../pages/subject.tsx"
import { newSubjectPage, subjectsPage } from "../pages/subjects.tsx"
import { paths } from "../paths.ts"
import { refusalWords } from "../words-forms.ts"
import type { To } from "./sending.ts"

const idPattern = record(":id")
export const subjectRoutes = new Hono<Env>()
const seat = (c: Ctx) => seatOf(deskOf(c))

subjectRoutes.get(paths.subjects, requireOfficer, allow("inspection.read"), async (c) => {
  const state = listState(c.req.url, { filters: ["q", "loai", "thu-tu"], sorts: ["ten"] })
  const { q, loai, "thu-tu": order } = state.filters
  const page = { limit: state.perPage, offset: state.offset }
  const mayWrite = can(deskOf(c).officer, "inspection.plan")
  const view = { frame: frameOf(c), state, today: todayOf(seat(c)), mayWrite }
  const asked = { text: q, kind: loai }
  if (order !== "rui-ro")
    return c.html(subjectsPage({ ...view, ...(await readSubjects(seat(c), asked, page)), risks: null }))
  const { rows, total } = await rankedSubjects(seat(c), asked, page)
  const risks = new Map(rows.map(({ subject, risk }) => [subject.id, risk]))
  return c.html(subjectsPage({ ...view, rows: rows.map(({ subject }) => subject), total, risks }))
})

subjectRoutes.get(paths.newSubject, requireOfficer, allow("inspection.plan"), (c) => form(c, {}, {}, 200))

subjectRoutes.post(paths.newSubject, requireOfficer, allow("inspection.plan"), async (c) => {
  const lists = await listsOf(c)
  const read = readForm(newSubject, lists, c.get("language"))
  if ("errors" in read) return form(c, lists, read.errors, 422)
  const done = await addSubject(seat(c), read.input)
  if ("id" in done) return c.redirect(`${paths.subject(done.id)}?xong=1`, 303)
  return form(c, lists, { [fieldOf[done.refused]]: refusalWords[c.get("language")][done.refused] }, 422)
})

const fieldOf = {
  badTaxCode: "taxCode",
  licenceBackwards: "licenceUntil",
  alreadyThere: "name",
  notYours: "",
} as const

const changeFieldOf: Readonly<Record<string, string>> = {
  badTaxCode: "taxCode",
  licenceBackwards: "licenceUntil",
}

const form = (c: Ctx, answers: Lists, errors: Errors, status: 200 | 422) =>
  c.html(newSubjectPage({ frame: frameOf(c), answers, errors }), status)

const sending = {
  change: ({ seat: by, id }, input) => alterSubject(by, id, input),
  complies: ({ seat: by, id }, input) => noteCompliance(by, id, input),
} satisfies SendingOf<typeof subjectForms, To>

mountForms(subjectRoutes, {
  forms: subjectForms,
  sending,
  page: paths.subject(idPattern),
  path: (slug) => paths.subjectForm(idPattern, slug),
  reads: [requireOfficer, allow("inspection.read")],
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => readSubject(seat(c), idOf(c)),
  to: (c) => ({ seat: seat(c), id: idOf(c) }),
  offers: offered,
  show: (c, reading, shown, status) =>
    c.html(
      subjectPage({
        frame: frameOf(c),
        reading,
        ownBodyId: deskOf(c).who.bodyId,
        today: todayOf(seat(c)),
        mayPlan: can(deskOf(c).officer, "inspection.plan"),
        may: offered(c, reading),
        ...shown,
      }),
      status,
    ),
  last: ({ events: [last] }) => (last === undefined ? null : { at: last.at, by: last.byName, what: null }),
  sentence: (c, refused) => refusalWords[c.get("language")][refused],
  at: (refused) => (refused === "alreadyThere" ? "address" : (changeFieldOf[refused] ?? null)),
  done: (c) => c.redirect(`${paths.subject(idOf(c))}?xong=1`, 303),
})

function offered(c: Ctx, { isOurs }: SubjectReading): SubjectFormName[] {
  return isOurs ? subjectFormNames.filter((name) => can(deskOf(c).officer, subjectForms[name].verb)) : []
}
