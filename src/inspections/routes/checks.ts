/** Checks over HTTP: the list, planning one, one with its forms, its checklist. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Errors, mountForms, readForm, type Shown } from "../../kernel/forms/index.ts"
import { listsOf } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, isRecordId, record } from "../../kernel/http/record.ts"
import { parseLocalDate } from "../../kernel/time.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { letterPaths } from "../../letters/index.ts"
import { seatOf } from "../../signals/index.ts"
import { waitingInvitations } from "../actions/joint.ts"
import { lawfulOn, type PlanFault, planInspection, tasksForCheck } from "../actions/planning.ts"
import { textToPublish } from "../actions/publishing.ts"
import { type CheckReading, readCheck, readChecks, readSubjects } from "../actions/reading.ts"
import { todayOf } from "../actions/seat.ts"
import { plansToSend, sendAllPlans } from "../actions/sending.ts"
import { answerCheck } from "../actions/steps.ts"
import { type State, states } from "../domain/life.ts"
import { type FormName, formNames, forms, planning } from "../forms.ts"
import { checkPage } from "../pages/check.tsx"
import { checklistPage } from "../pages/checklist.tsx"
import { checksPage } from "../pages/checks.tsx"
import { planningPage } from "../pages/planning.tsx"
import { writableIn } from "../papers/kinds.ts"
import { paths } from "../paths.ts"
import { refusalWords } from "../words-forms.ts"
import { pageWords } from "../words-page.ts"
import { publicWords } from "../words-public.ts"
import { givenIn } from "./given.ts"
import { sending } from "./sending.ts"

const idPattern = record(":id")
/** As many subjects as the list of the form offers; a longer register is narrowed by opening the plan from the subject. */
const offeredMax = 500

export const checkRoutes = new Hono<Env>()
const seat = (c: Ctx) => seatOf(deskOf(c))

checkRoutes.get(paths.inspections, requireOfficer, allow("inspection.read"), (c) => list(c, null, 200))

async function list(c: Ctx, refused: string | null, status: 200 | 409): Promise<Response> {
  const state = listState(c.req.url, { filters: ["q", "tt", "nam"], sorts: ["ngay"] })
  const { q, tt, nam } = state.filters
  const asked = {
    text: q,
    state:
      tt === "all" ? ("all" as const) : (states.find((one): one is State => one === tt) ?? ("open" as const)),
    year: /^20\d\d$/.test(nam) ? Number(nam) : null,
  }
  const found = await readChecks(seat(c), asked, { limit: state.perPage, offset: state.offset })
  const { officer, who } = deskOf(c)
  const mayPlan = can(officer, "inspection.plan")
  const toSend = mayPlan ? await plansToSend(seat(c)) : 0
  const sent = /^\d{1,4}$/.test(c.req.query("gui") ?? "") ? Number(c.req.query("gui")) : null
  const invitations = mayPlan ? await waitingInvitations(seat(c)) : []
  const view = { state, ownBodyId: who.bodyId, mayPlan, toSend, sent, refused, invitations }
  return c.html(checksPage({ frame: frameOf(c), ...found, ...view }), status)
}

checkRoutes.post(paths.sentPlans, requireOfficer, allow("inspection.plan"), async (c) => {
  const done = await sendAllPlans(seat(c))
  if ("refused" in done) return list(c, refusalWords[c.get("language")][done.refused], 409)
  return c.redirect(`${paths.inspections}?gui=${done.sent}`, 303)
})

checkRoutes.get(paths.newInspection, requireOfficer, allow("inspection.plan"), (c) => form(c, {}, {}, 200))

checkRoutes.post(paths.newInspection, requireOfficer, allow("inspection.plan"), async (c) => {
  const lists = await listsOf(c)
  const read = readForm(planning, lists, c.get("language"))
  if ("errors" in read) return form(c, lists, read.errors, 422)
  const done = await planInspection(seat(c), read.input)
  if ("id" in done) return c.redirect(`${paths.inspection(done.id)}?xong=1`, 303)
  return form(c, lists, { [fieldOf[done.refused]]: refusalWords[c.get("language")][done.refused] }, 422)
})

const fieldOf: Readonly<Record<PlanFault, string>> = {
  noSubject: "subjectId",
  noChecklist: "plannedOn",
  powerNotLawful: "power",
  groundNotLawful: "ground",
  basisMissing: "legalBasis",
  remoteFirst: "remoteNote",
  compliesWell: "method",
  overLimit: "overrideReason",
  overrideNeedsSigns: "overrideReason",
  noTask: "assignmentId",
}

async function form(c: Ctx, answers: Lists, errors: Errors, status: 200 | 422): Promise<Response> {
  const typed = answers.plannedOn?.at(-1) ?? c.req.query("ngay") ?? ""
  const on = parseLocalDate(typed) === null ? todayOf(seat(c)) : typed
  const subjectId = c.req.query("doi-tuong") ?? ""
  const start = isRecordId(subjectId) ? { subjectId: [subjectId] } : {}
  const { rows } = await readSubjects(seat(c), { text: "", kind: "" }, { limit: offeredMax, offset: 0 })
  const view = {
    lawful: lawfulOn(seat(c), on),
    subjects: rows,
    tasks: await tasksForCheck(seat(c)),
    answers: { ...start, ...answers },
    errors,
  }
  return c.html(planningPage({ frame: frameOf(c), ...view }), status)
}

checkRoutes.get(paths.checklist(idPattern), requireOfficer, allow("inspection.hold"), async (c) =>
  checklist(c, await readCheck(seat(c), idOf(c)), {}, {}, 200),
)

checkRoutes.post(paths.checklist(idPattern), requireOfficer, allow("inspection.hold"), async (c) => {
  const lists = await listsOf(c)
  const reading = await readCheck(seat(c), idOf(c))
  if (reading === null) return missingPage(c)
  const { given, errors } = givenIn(reading, lists, c.get("language"))
  if (Object.keys(errors).length > 0) return checklist(c, reading, lists, errors, 422)
  const done = await answerCheck(seat(c), idOf(c), given)
  if ("refused" in done) {
    // It moved on meanwhile: the page shows it as it stands now.
    const now = await readCheck(seat(c), idOf(c))
    return checklist(c, now, lists, { "": refusalWords[c.get("language")][done.refused] }, 409)
  }
  return c.redirect(`${paths.inspection(idOf(c))}?xong=1#phieu`, 303)
})

function checklist(
  c: Ctx,
  reading: CheckReading | null,
  answers: Lists,
  errors: Errors,
  status: 200 | 409 | 422,
) {
  if (reading === null || !reading.isOurs) return missingPage(c)
  const start = Object.fromEntries(
    reading.answers.flatMap(({ question, answer, note, counts }) => [
      [`a-${question}`, answer],
      [`n-${question}`, note ?? ""],
      ...Object.entries(counts).map(([name, n]) => [`c-${question}-${name}`, String(n)]),
    ]),
  )
  const view = { reading, answers: { ...start, ...answers }, errors }
  return c.html(checklistPage({ frame: frameOf(c), ...view }), status)
}

mountForms(checkRoutes, {
  forms,
  sending,
  page: paths.inspection(idPattern),
  path: (slug) => paths.form(idPattern, slug),
  reads: [requireOfficer, allow("inspection.read")],
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => readCheck(seat(c), idOf(c)),
  to: (c) => ({ seat: seat(c), id: idOf(c) }),
  offers: offered,
  show: page,
  last: ({ events }) => {
    const [last] = events
    return last === undefined ? null : { at: last.at, by: last.byName, what: null }
  },
  sentence: (c, refused) => refusalWords[c.get("language")][refused],
  at: (refused) => refusedAt[refused] ?? null,
  done: (c, _name, done) =>
    "documentId" in done
      ? c.redirect(`${letterPaths.document(done.documentId)}?xong=1`, 303)
      : c.redirect(`${paths.inspection(idOf(c))}?xong=1`, 303),
})

/** The field at which a refusal is put right. */
const refusedAt: Readonly<Record<string, string>> = {
  tooManyDays: "days",
  noHead: "headId",
  badMember: "members",
  refusalMissing: "refusalReason",
  witnessMissing: "witness",
  dueMissing: "dueOn",
  duePast: "dueOn",
  tooManyRecommendations: "recommendations",
  noRecommendation: "recommendationId",
  noSigner: "signerId",
  paperNotNow: "kind",
  notPublic: "what",
  publishedBefore: "what",
  noPublication: "publicationId",
  noBody: "toBodyId",
  askedBefore: "toBodyId",
  beforePause: "untilOn",
  noRowInForce: "committedOn",
}

/** Papers that the law of their day makes public and nobody has published yet. */
const toPublish = ({ publishing: { due, published } }: CheckReading) =>
  due.map(({ what }) => what).filter((what) => !published.some((one) => one.what === what))

/** Forms but those of a paper, an invitation and a publication are called as the step that they take. */
function offered(c: Ctx, reading: CheckReading): FormName[] {
  const { row, steps, isOurs, toAsk } = reading
  const { officer } = deskOf(c)
  if (!isOurs) return []
  const besides: Partial<Record<FormName, boolean>> = {
    paper: writableIn(row.state).length > 0,
    invite: toAsk.length > 0,
    publish: toPublish(reading).length > 0,
    withdraw: reading.publishing.published.length > 0,
  }
  return formNames.filter(
    (name) => can(officer, forms[name].verb) && (besides[name] ?? steps.some((step) => step === name)),
  )
}

function page(c: Ctx, reading: CheckReading, shown: Shown<FormName>, status: 200 | 409 | 422) {
  const lang = c.get("language")
  const { row, colleagues, today, recommendations } = reading
  const { officer } = deskOf(c)
  const next = toPublish(reading).at(-1)
  const people = colleagues
    .filter(({ role }) => role === "officer" || role === "leader")
    .map((one) => ({ value: one.officerId, label: `${one.name}, ${one.title}` }))
  return c.html(
    checkPage({
      frame: frameOf(c),
      reading,
      may: offered(c, reading),
      mayFill: reading.isOurs && reading.steps.includes("answer") && can(officer, "inspection.hold"),
      ...shown,
      start: {
        decide: {
          decidedOn: today,
          days: String(reading.mostDays ?? ""),
          number: numberOf(reading, "decision"),
        },
        approve: { approvedOn: today },
        announce: { announcedOn: today },
        record: { recordedOn: today },
        openCase: { committedOn: row.announcedOn ?? today },
        conclude: { concludedOn: today, number: numberOf(reading, "conclusion") },
        putRight: { doneOn: today },
        extend: { extendedOn: today, days: String(reading.mostMore ?? "") },
        pause: { fromOn: today },
        resume: { untilOn: today },
        invite: { toBodyId: overlapping(reading) },
        publish: next === undefined ? {} : { what: next, text: textToPublish(reading, next) },
      },
      options: {
        headId: people,
        signerId: people,
        what: toPublish(reading).map((what) => ({ value: what, label: publicWords[lang].whats[what] })),
        publicationId: reading.publishing.published.map(({ id, what }) => ({
          value: id,
          label: publicWords[lang].whats[what],
        })),
        toBodyId: reading.toAsk.map(({ id, name }) => ({ value: id, label: name })),
        kind: writableIn(row.state).map((kind) => ({ value: kind, label: pageWords[lang].paperNames[kind] })),
        recommendationId: recommendations
          .filter(({ doneOn }) => doneOn === null)
          .map((one) => ({ value: one.id, label: one.what.slice(0, 120) })),
      },
    }),
    status,
  )
}

/** The body whose approved visit to the subject overlaps is proposed for a joint team. */
function overlapping({ standing, toAsk }: CheckReading): string {
  const named = standing.elsewhere.find((one) => one.standing === "approved")
  return toAsk.find(({ name }) => name === named?.bodyName)?.id ?? ""
}

/** The number that the issued paper bears: typed once, where the paper was made here. */
function numberOf({ papers }: CheckReading, kind: "decision" | "conclusion"): string {
  const issued = papers.filter((one) => one.paper.kind === kind && one.document?.number != null).at(-1)
  return issued?.document?.number == null ? "" : String(issued.document.number)
}
