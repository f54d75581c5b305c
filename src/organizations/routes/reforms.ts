/** Reform plans. Only at a desk of the body that keeps the chart; to anybody else the guard says who can. */
import { Hono } from "hono"
import { readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf, listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { isRecordId } from "../../kernel/http/record.ts"
import { csvResponse, type Sheet, xlsxResponse } from "../../kernel/http/sheet.ts"
import type { Answers, FieldErrors } from "../../kernel/ui/form.tsx"
import { listState } from "../../kernel/ui/list-state.ts"
import {
  addPassing,
  cancelReform,
  choose,
  confirmReform,
  planReform,
  type ReformView,
  readReform,
  readReforms,
  removePassing,
} from "../actions/reform.ts"
import { successorsByBody } from "../domain/reform.ts"
import type { DutyHolder } from "../duties.ts"
import { contradictionIn, newReform, passing } from "../forms.ts"
import { type Choosing, choosingsIn, dayIn } from "../inputs.ts"
import { reformPage } from "../pages/reform.tsx"
import { dutiesPage } from "../pages/reform-duties.tsx"
import { dutyKey, nameIn } from "../pages/reform-names.ts"
import { cancelReformPage, confirmReformPage } from "../pages/reform-steps.tsx"
import { newReformPage, reformsPage } from "../pages/reforms.tsx"
import { paths } from "../paths.ts"
import { pageWords } from "../words-pages.ts"
import { type Guards, sectionsFor } from "./guards.ts"

export function reformRoutes(guards: Guards, holders: readonly DutyHolder[]): Hono<Env> {
  const { requireOfficer, allow } = guards
  const routes = new Hono<Env>()
  routes.use(`${paths.reforms}/*`, requireOfficer, allow("organization.change"))
  routes.get(paths.reforms, async (c) =>
    c.html(
      reformsPage({
        frame: frameOf(c),
        list: await readReforms(deskOf(c)),
        sections: sectionsFor(c, guards),
      }),
    ),
  )
  routes.get(paths.newReform, (c) => {
    const day = dayIn(c.req.query("ngay"), "")
    const answers = { effectiveOn: day, takesRecorded: "1" }
    return c.html(newReformPage({ frame: frameOf(c), answers }))
  })
  routes.post(paths.reforms, begin)
  routes.get(paths.reform(":id"), async (c) => answer(c, await viewOf(c, holders), {}))
  routes.post(paths.passings(":id"), (c) => add(c, holders))
  routes.post(paths.passingEnd(":id", ":passing"), (c) => remove(c, holders))
  routes.post(paths.choices(":id"), (c) => decide(c, holders))
  routes.get(paths.dutiesOf(":id", ":body"), async (c) => showDuties(c, await viewOf(c, holders)))
  for (const format of ["csv", "xlsx"] as const)
    routes.get(paths.reformExport(":id", format), async (c) => {
      const view = await viewOf(c, holders)
      if (view === null) return missingPage(c)
      const sheet = sheetOf(view, c.get("language"))
      return format === "csv" ? csvResponse(c, sheet) : xlsxResponse(c, sheet)
    })
  routes.get(paths.confirmation(":id"), async (c) => {
    const view = await viewOf(c, holders)
    return view === null ? missingPage(c) : c.html(confirmReformPage({ frame: frameOf(c), view }))
  })
  routes.post(paths.confirmation(":id"), async (c) => {
    const id = idOf(c)
    return settle(c, holders, id === null ? null : await confirmReform(deskOf(c), id, holders))
  })
  routes.get(paths.cancellation(":id"), async (c) => {
    const view = await viewOf(c, holders)
    return view === null ? missingPage(c) : c.html(cancelReformPage({ frame: frameOf(c), view }))
  })
  routes.post(paths.cancellation(":id"), async (c) => {
    const id = idOf(c)
    return settle(c, holders, id === null ? null : await cancelReform(deskOf(c), id))
  })
  return routes
}

type Refusal = keyof (typeof pageWords)["vi"]["reform"]["refused"]
type Outcome = { done: true } | { refused: Refusal } | null

const idOf = (c: Ctx) => {
  const id = c.req.param("id") ?? ""
  return isRecordId(id) ? id : null
}

async function viewOf(c: Ctx, holders: readonly DutyHolder[]): Promise<ReformView | null> {
  const id = idOf(c)
  return id === null ? null : readReform(deskOf(c), id, holders)
}

function answer(
  c: Ctx,
  view: ReformView | null,
  around: { errors?: FieldErrors; answers?: Answers },
): Response | Promise<Response> {
  if (view === null) return missingPage(c)
  const page = reformPage({ frame: frameOf(c), view, ...around })
  return c.html(page, around.errors === undefined ? 200 : 422)
}

/** Done leads back to the plan; a refusal shows the plan with the reason. */
async function settle(c: Ctx, holders: readonly DutyHolder[], outcome: Outcome, answers: Answers = {}) {
  const id = idOf(c)
  if (outcome === null || id === null) return missingPage(c)
  if ("done" in outcome) return c.redirect(paths.reform(id), 303)
  const errors = { "": pageWords[c.get("language")].reform.refused[outcome.refused] }
  return answer(c, await readReform(deskOf(c), id, holders), { errors, answers })
}

async function begin(c: Ctx) {
  const answers = await listsOf(c)
  const read = readForm(newReform, answers, c.get("language"))
  if ("errors" in read) return c.html(newReformPage({ frame: frameOf(c), errors: read.errors, answers }), 422)
  const { id } = await planReform(deskOf(c), read.input)
  return c.redirect(paths.reform(id), 303)
}

async function add(c: Ctx, holders: readonly DutyHolder[]) {
  const id = idOf(c)
  const answers = await listsOf(c)
  const lang = c.get("language")
  const read = readForm(passing, answers, lang)
  if (id === null) return missingPage(c)
  const wrong = "input" in read ? contradictionIn(read.input) : null
  if ("errors" in read || wrong !== null) {
    const errors = wrong === null ? {} : { [wrong]: pageWords[lang].reform.wrong[wrong] }
    return answer(c, await viewOf(c, holders), { errors: "errors" in read ? read.errors : errors, answers })
  }
  const { before, after, name, kind, share } = read.input
  const successor =
    after === null && name !== null && kind !== null ? { name, kind } : { bodyId: after ?? "" }
  return settle(
    c,
    holders,
    await addPassing(deskOf(c), id, { beforeId: before, after: successor, share }),
    answers,
  )
}

async function remove(c: Ctx, holders: readonly DutyHolder[]) {
  const [id, passing] = [idOf(c), c.req.param("passing") ?? ""]
  return settle(
    c,
    holders,
    id === null || !isRecordId(passing) ? null : await removePassing(deskOf(c), id, passing),
  )
}

async function decide(c: Ctx, holders: readonly DutyHolder[]) {
  const id = idOf(c)
  if (id === null) return missingPage(c)
  const fields = await fieldsOf(c)
  const outcome = await choose(deskOf(c), id, choosingsIn(fields).map(choiceOf))
  const from = fields.from ?? ""
  if ("done" in outcome && isRecordId(from)) return c.redirect(paths.dutiesOf(id, from), 303)
  return settle(c, holders, outcome)
}

const choiceOf = ({ beforeId, holder, dutyId, to }: Choosing) => ({
  beforeId,
  duty: holder === "" ? null : { holder, id: dutyId },
  to: to === "" ? ("none" as const) : to === "each" ? ("each" as const) : { passingId: to },
})

function showDuties(c: Ctx, view: ReformView | null) {
  const bodyId = c.req.param("body") ?? ""
  const after = view === null ? undefined : successorsByBody(view.passings).get(bodyId)
  if (view === null || after === undefined) return missingPage(c)
  const { moves = [], open = [] } = view.foresight ?? {}
  const own = [...open, ...moves.map((move) => move.duty)].filter((duty) => duty.bodyId === bodyId)
  const state = listState(c.req.url, { filters: [], sorts: ["viec"], perPage: 100 })
  const going = new Map(
    moves.map(({ duty, to }) => [dutyKey(duty), to.map((one) => nameIn(view, one.afterId))]),
  )
  return c.html(
    dutiesPage({
      ...{ frame: frameOf(c), view, bodyId, after, state, total: own.length },
      duties: own.slice(state.offset, state.offset + state.perPage),
      going,
    }),
  )
}

/** Every duty, one line a receiver; one that nobody is chosen for has none. Afterwards: what did move. */
function sheetOf(view: ReformView, lang: "vi" | "en"): Sheet {
  const t = pageWords[lang].reform
  const { moves = [], open = [] } = view.foresight ?? {}
  const line = (title: string, beforeId: string, after: string, how: string) =>
    [title, nameIn(view, beforeId), after, how] as const
  const foreseen = moves.flatMap(({ duty, to }) =>
    to.map((one, place) =>
      line(duty.title, duty.bodyId, nameIn(view, one.afterId), place === 0 ? t.hows.moved : t.hows.copied),
    ),
  )
  const done = view.done.map((one) =>
    line(
      one.title,
      one.beforeId,
      nameIn(view, one.afterId),
      one.how === "copied" ? t.hows.copied : t.hows.moved,
    ),
  )
  return {
    fileName: `${lang === "vi" ? "sap-xep" : "reform"}-${view.reform.effectiveOn}`,
    title: t.duties,
    columns: [
      { label: t.task, width: 70 },
      { label: t.from, width: 35 },
      { label: t.to, width: 35 },
      { label: t.how, width: 14 },
    ],
    rows: [...open.map((duty) => line(duty.title, duty.bodyId, "", t.undecided)), ...foreseen, ...done],
  }
}
