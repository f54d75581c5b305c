/** Joint actions over HTTP. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Errors, mountForms, readForm, type SendingOf, type Shown } from "../../kernel/forms/index.ts"
import { listsOf } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { seatOf } from "../../signals/index.ts"
import {
  answerJoint,
  endJoint,
  type JointReading,
  openJoint,
  openJoints,
  proposeJoint,
  tasksForJoint,
} from "../actions/joint.ts"
import { todayOf } from "../actions/proposing.ts"
import { placesOf } from "../actions/reading.ts"
import { type JointFormName, jointFormNames, jointForms, newJoint } from "../forms-joint.ts"
import { jointPage, jointsPage, newJointPage } from "../pages/joint.tsx"
import { paths } from "../paths.ts"
import { jointWords } from "../words-joint.ts"
import { arePlaces, type To } from "./sending.ts"

const idPattern = record(":id")

export const jointRoutes = new Hono<Env>()

jointRoutes.get(paths.joints, requireOfficer, allow("warning.read"), async (c) => {
  const state = listState(c.req.url, { filters: [], sorts: ["han"] })
  const seat = seatOf(deskOf(c))
  const found = await openJoints(seat, { limit: state.perPage, offset: state.offset })
  const { officer } = deskOf(c)
  const may = { mayPropose: can(officer, "indicator.propose"), mayDecide: can(officer, "contest.decide") }
  return c.html(jointsPage({ frame: frameOf(c), ...found, state, today: todayOf(seat), ...may }))
})

jointRoutes.get(paths.newJoint, requireOfficer, allow("indicator.propose"), (c) => form(c, {}, {}, 200))

jointRoutes.post(paths.newJoint, requireOfficer, allow("indicator.propose"), async (c) => {
  const lists = await listsOf(c)
  const read = readForm(newJoint, lists, c.get("language"))
  if ("errors" in read) return form(c, lists, read.errors, 422)
  const seat = seatOf(deskOf(c))
  const t = jointWords[c.get("language")].refusals
  if (!(await arePlaces(seat, read.input.bodies))) return form(c, lists, { bodies: t.noPlace }, 422)
  const done = await proposeJoint(seat, read.input)
  if ("id" in done) return c.redirect(`${paths.joint(done.id)}?xong=1`, 303)
  return form(c, lists, { [fieldOf[done.refused]]: t[done.refused] }, 422)
})

const fieldOf = {
  duePast: "dueOn",
  noBodies: "bodies",
  namesSomebody: "what",
  sayWhy: "note",
  noTask: "assignmentId",
} as const

async function form(c: Ctx, answers: Lists, errors: Errors, status: 200 | 422): Promise<Response> {
  const seat = seatOf(deskOf(c))
  const view = {
    frame: frameOf(c),
    places: await placesOf(seat),
    tasks: await tasksForJoint(seat),
    answers,
    errors,
  }
  return c.html(newJointPage(view), status)
}

const sending = {
  answer: ({ seat, id }, input) => answerJoint(seat, id, input),
  finish: ({ seat, id }, { outcome }) => endJoint(seat, id, { state: "done", outcome }),
  drop: ({ seat, id }, { outcome }) => endJoint(seat, id, { state: "dropped", outcome }),
} satisfies SendingOf<typeof jointForms, To>

mountForms(jointRoutes, {
  forms: jointForms,
  sending,
  page: paths.joint(idPattern),
  path: (slug) => paths.jointForm(idPattern, slug),
  reads: [requireOfficer, allow("warning.read")],
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openJoint(seatOf(deskOf(c)), idOf(c)),
  to: (c) => ({ seat: seatOf(deskOf(c)), id: idOf(c) }),
  offers: offered,
  show: (c, reading, shown, status) => page(c, reading, shown, status),
  last: ({ row, bodies }) => {
    const at = [row.endedAt, ...bodies.map((one) => one.answeredAt)]
      .filter((one) => one !== null)
      .sort()
      .at(-1)
    return at === undefined ? null : { at, by: row.endedName, what: null }
  },
  sentence: (c, refused) => jointWords[c.get("language")].refusals[refused],
  at: (refused, name) => {
    if (refused === "namesSomebody") return name === "answer" ? "note" : "outcome"
    if (refused === "sayWhy") return "note"
    return refused === "noTask" ? "assignmentId" : null
  },
  done: (c) => c.redirect(`${paths.joint(idOf(c))}?xong=1`, 303),
})

/** The owner ends it; who was asked answers, as long as it is open. */
function offered(c: Ctx, { row, isOurs }: JointReading): JointFormName[] {
  const { officer } = deskOf(c)
  if (row.state !== "open") return []
  return jointFormNames.filter(
    (name) => can(officer, jointForms[name].verb) && (name === "answer") !== isOurs,
  )
}

function page(c: Ctx, reading: JointReading, shown: Shown<JointFormName>, status: 200 | 409 | 422) {
  return c.html(jointPage({ frame: frameOf(c), reading, may: offered(c, reading), ...shown }), status)
}
