/** Patrols over HTTP: the plans, a new one, one; logging a patrol, from a page or a device; one patrol. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { hasTask, namingWords } from "../../directives/index.ts"
import { fieldSent } from "../../kernel/field/sent.ts"
import { trackOf } from "../../kernel/field/thin.ts"
import { type Errors, mountForms, readForm, type SendingOf } from "../../kernel/forms/index.ts"
import { takesFiles } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, isRecordId, record } from "../../kernel/http/record.ts"
import { seatOf } from "../../signals/index.ts"
import { logPatrol, plansToLog } from "../actions/patrol-log.ts"
import {
  changePlan,
  endPlan,
  nameTaskOfPlan,
  openPatrol,
  openPlan,
  type PlanReading,
  planOffer,
  planPatrols,
  readPatrols,
  ruleTracks,
  tellFinding,
} from "../actions/patrols.ts"
import { offeredFor } from "../actions/places.ts"
import { type Seat, todayOf } from "../actions/seat.ts"
import {
  logging,
  newPatrolPlan,
  type PlanFormName,
  patrolForms,
  planForms,
  ruleForm,
} from "../forms-patrol.ts"
import { type LogOffer, logPage, patrolPage } from "../pages/patrol.tsx"
import { planPage } from "../pages/patrol-plan.tsx"
import { newPlanPage, patrolsPage } from "../pages/patrols.tsx"
import { paths } from "../paths.ts"
import { patrolWords } from "../words-patrol.ts"
import { pointsIn } from "./patrol-given.ts"

const idPattern = record(":id")
export const patrolRoutes = new Hono<Env>()
const mayRead = [requireOfficer, allow("infrastructure.read")] as const
const mayPlan = [requireOfficer, allow(newPatrolPlan.verb)] as const

patrolRoutes.get(paths.patrols, ...mayRead, (c) => list(c, {}, {}, 200))

async function list(c: Ctx, answers: Lists, errors: Errors, status: 200 | 409 | 422) {
  const found = await readPatrols(seatOf(deskOf(c)))
  const failed = Object.keys(errors).length === 0 ? null : { form: "rule" as const, answers, errors }
  const may = can(deskOf(c).officer, newPatrolPlan.verb)
  const isDone = c.req.query("xong") !== undefined
  return c.html(patrolsPage({ frame: frameOf(c), ...found, mayPlan: may, failed, isDone }), status)
}

patrolRoutes.post(paths.trackRule, ...mayPlan, async (c) => {
  const lists = await listsOf(c)
  const read = readForm(ruleForm, lists, c.get("language"))
  if ("errors" in read) return list(c, lists, read.errors, 422)
  const done = await ruleTracks(seatOf(deskOf(c)), read.input)
  if ("refused" in done)
    return list(c, lists, { "": patrolWords[c.get("language")].refusals[done.refused] }, 409)
  return c.redirect(`${paths.patrols}?xong=1`, 303)
})

patrolRoutes.get(paths.newPatrolPlan, ...mayPlan, (c) => {
  const area = c.req.query("xa")
  const start = { fromOn: [todayOf(seatOf(deskOf(c)))], leaderId: [deskOf(c).who.officerId] }
  return planForm(c, { ...start, ...(area === undefined ? {} : { areas: [area] }) }, {}, 200)
})
patrolRoutes.post(paths.newPatrolPlan, ...mayPlan, async (c) => {
  const lists = await listsOf(c)
  const lang = c.get("language")
  const read = readForm(newPatrolPlan, lists, lang)
  if ("errors" in read) return planForm(c, lists, read.errors, 422)
  const done = await planPatrols(seatOf(deskOf(c)), read.input)
  if ("id" in done) return c.redirect(`${paths.patrolPlan(done.id)}?xong=1`, 303)
  const refusal = patrolWords[lang].refusals[done.refused]
  return planForm(c, lists, { [planFieldOf[done.refused]]: refusal }, 422)
})
const planFieldOf = { noPlace: "areas", noPerson: "leaderId", untilBefore: "untilOn" } as const

async function planForm(c: Ctx, answers: Lists, errors: Errors, status: 200 | 422) {
  const offer = await planOffer(seatOf(deskOf(c)))
  return c.html(newPlanPage({ frame: frameOf(c), offer, answers, errors }), status)
}

/** Choices that the form of a patrol offers, on its page and on a device. */
export async function logOffer(seat: Seat): Promise<LogOffer> {
  return { plans: await plansToLog(seat), codes: (await offeredFor(seat)).codes }
}

patrolRoutes.get(paths.logPatrol, ...mayPlan, (c) =>
  logForm(c, { planId: [c.req.query("ke-hoach") ?? ""] }, {}, 200),
)
// A device sends all its forms as those that may hold files; this one holds none.
patrolRoutes.post(paths.logPatrol, ...mayPlan, takesFiles({ files: 0, bytesMax: 0 }), async (c) => {
  const lists = await listsOf(c)
  const lang = c.get("language")
  const t = patrolWords[lang]
  const read = readForm(logging, lists, lang)
  const { given, errors: faults } = pointsIn(lists, lang)
  const errors = { ...("errors" in read ? read.errors : {}), ...faults }
  if ("errors" in read || Object.keys(errors).length > 0) return logForm(c, lists, errors, 422)
  if (!isRecordId(read.input.planId)) return logForm(c, lists, { planId: t.refusals.notOfTeam }, 422)
  const field = fieldSent(c, lists)
  if (field === "otherOfficer") return logForm(c, lists, { "": t.refusals.otherOfficer }, 409)
  const done = await logPatrol(seatOf(deskOf(c)), read.input, {
    given,
    track: trackOf(lists.track?.at(-1) ?? ""),
    arriving: { deviceAt: field?.deviceAt ?? null, sentKey: field?.key ?? null },
  })
  if ("id" in done) return c.redirect(`${paths.patrol(done.id)}?xong=1`, 303)
  if ("faults" in done) {
    const said = done.faults.map(({ at, field: name, fault }) => [`d${at}-${name}`, t.faults[fault]])
    return logForm(c, lists, Object.fromEntries(said), 422)
  }
  const at = { ahead: "endedTime", tooLong: "endedTime", notOfTeam: "planId" }[done.refused]
  return logForm(c, lists, { [at]: t.refusals[done.refused] }, 422)
})

async function logForm(c: Ctx, answers: Lists, errors: Errors, status: 200 | 409 | 422) {
  const offer = await logOffer(seatOf(deskOf(c)))
  return c.html(logPage({ frame: frameOf(c), offer, answers, errors }), status)
}

type To = { seat: Seat; id: string }
const to = (c: Ctx): To => ({ seat: seatOf(deskOf(c)), id: idOf(c) })
const guards = (verb: typeof newPatrolPlan.verb) => [requireOfficer, allow(verb)]

const sendingPatrol = {
  tell: ({ seat, id }, input) => tellFinding(seat, id, input),
} satisfies SendingOf<typeof patrolForms, To>

mountForms(patrolRoutes, {
  forms: patrolForms,
  sending: sendingPatrol,
  page: paths.patrol(idPattern),
  path: (slug) => paths.patrolForm(idPattern, slug),
  reads: mayRead,
  guards,
  read: (c) => openPatrol(seatOf(deskOf(c)), idOf(c)),
  to,
  offers: (c, { isOurs }) => (isOurs && can(deskOf(c).officer, patrolForms.tell.verb) ? ["tell"] : []),
  show: (c, reading, shown, status) => {
    const may = reading.isOurs && can(deskOf(c).officer, patrolForms.tell.verb) ? (["tell"] as const) : []
    return c.html(patrolPage({ frame: frameOf(c), reading, may, ...shown }), status)
  },
  last: () => null,
  sentence: (c, refused) => patrolWords[c.get("language")].refusals[refused],
  at: (refused) => (refused === "noPlace" ? "areaCode" : null),
  done: (c, _name, { incidentId }) => c.redirect(`${paths.incident(incidentId)}?xong=bao`, 303),
})

const sendingPlan = {
  change: ({ seat, id }, input) => changePlan(seat, id, input),
  serve: ({ seat, id }, input) => nameTaskOfPlan(seat, id, input),
  end: ({ seat, id }) => endPlan(seat, id),
} satisfies SendingOf<typeof planForms, To>

function planOffers(c: Ctx, { row, isOurs, serving }: PlanReading): PlanFormName[] {
  if (!isOurs || !can(deskOf(c).officer, newPatrolPlan.verb)) return []
  return [
    ...(row.endedOn === null ? (["change"] as const) : []),
    ...(hasTask(serving) ? (["serve"] as const) : []),
    ...(row.endedOn === null ? (["end"] as const) : []),
  ]
}

mountForms(patrolRoutes, {
  forms: planForms,
  sending: sendingPlan,
  page: paths.patrolPlan(idPattern),
  path: (slug) => paths.patrolPlanForm(idPattern, slug),
  reads: mayRead,
  guards,
  read: (c) => openPlan(seatOf(deskOf(c)), idOf(c)),
  to,
  offers: planOffers,
  show: async (c, reading, shown, status) => {
    const may = planOffers(c, reading)
    const offer = may.includes("change") ? await planOffer(seatOf(deskOf(c))) : null
    return c.html(planPage({ frame: frameOf(c), reading, may, offer, ...shown }), status)
  },
  last: ({ row }) => ({ at: row.changedAt, by: null, what: null }),
  sentence: (c, refused) =>
    refused === "noTask"
      ? namingWords.gone[c.get("language")]
      : patrolWords[c.get("language")].refusals[refused],
  at: (refused) => ({ ...planFieldOf, noTask: "assignmentId" })[refused] ?? null,
  done: (c) => c.redirect(`${paths.patrolPlan(idOf(c))}?xong=1`, 303),
})
