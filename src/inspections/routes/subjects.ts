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
import { todayOf } from "../actions/seat.ts"
import { addSubject, noteCompliance } from "../actions/subjects.ts"
import { newSubject, subjectForms } from "../forms.ts"
import { newSubjectPage, subjectPage, subjectsPage } from "../pages/subjects.tsx"
import { paths } from "../paths.ts"
import { refusalWords } from "../words-forms.ts"
import type { To } from "./sending.ts"

const idPattern = record(":id")
export const subjectRoutes = new Hono<Env>()
const seat = (c: Ctx) => seatOf(deskOf(c))

subjectRoutes.get(paths.subjects, requireOfficer, allow("inspection.read"), async (c) => {
  const state = listState(c.req.url, { filters: ["q", "loai"], sorts: ["ten"] })
  const { q, loai } = state.filters
  const page = { limit: state.perPage, offset: state.offset }
  const found = await readSubjects(seat(c), { text: q, kind: loai }, page)
  const mayWrite = can(deskOf(c).officer, "inspection.plan")
  return c.html(subjectsPage({ frame: frameOf(c), ...found, state, today: todayOf(seat(c)), mayWrite }))
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

const form = (c: Ctx, answers: Lists, errors: Errors, status: 200 | 422) =>
  c.html(newSubjectPage({ frame: frameOf(c), answers, errors }), status)

const sending = {
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
  last: () => null,
  sentence: (c, refused) => refusalWords[c.get("language")][refused],
  done: (c) => c.redirect(`${paths.subject(idOf(c))}?xong=1`, 303),
})

function offered(c: Ctx, { isOurs }: SubjectReading): "complies"[] {
  return isOurs && can(deskOf(c).officer, subjectForms.complies.verb) ? ["complies"] : []
}
