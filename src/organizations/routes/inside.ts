/** Units and delegations of one's own body, kept by its administrators. */
import { Hono } from "hono"
import { readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { isRecordId } from "../../kernel/http/record.ts"
import type { Answers, FieldErrors } from "../../kernel/ui/form.tsx"
import { addUnit, closeUnit, giveDelegation, readInside, withdrawDelegation } from "../actions/inside.ts"
import { delegation, unit } from "../forms.ts"
import { delegationsPage } from "../pages/delegations.tsx"
import { unitsPage } from "../pages/units.tsx"
import { paths } from "../paths.ts"
import { insideWords } from "../words-inside.ts"
import { type Guards, sectionsFor } from "./guards.ts"

export function insideRoutes(guards: Guards): Hono<Env> {
  const routes = new Hono<Env>()
  const mayKeep = [guards.requireOfficer, guards.allow("officer.change")] as const
  const units = (c: Ctx, around: Around = {}) => showUnits(c, guards, around)
  const delegations = (c: Ctx, around: Around = {}) => showDelegations(c, guards, around)

  routes.get(paths.units, ...mayKeep, (c) => units(c))
  routes.post(paths.units, ...mayKeep, async (c) => {
    const answers = await listsOf(c)
    const read = readForm(unit, answers, c.get("language"))
    if ("errors" in read) return units(c, { errors: read.errors, answers })
    const outcome = await addUnit(deskOf(c), read.input.name)
    if ("done" in outcome) return c.redirect(paths.units, 303)
    return units(c, { errors: { name: insideWords[c.get("language")].units.known }, answers })
  })
  routes.post(paths.unitEnd(":id"), ...mayKeep, async (c) => {
    const id = c.req.param("id") ?? ""
    return isRecordId(id) && (await closeUnit(deskOf(c), id)) ? c.redirect(paths.units, 303) : missingPage(c)
  })

  routes.get(paths.delegations, ...mayKeep, (c) => delegations(c))
  routes.post(paths.delegations, ...mayKeep, async (c) => {
    const answers = await listsOf(c)
    const t = insideWords[c.get("language")].delegations
    const read = readForm(delegation, answers, c.get("language"))
    if ("errors" in read) return delegations(c, { errors: read.errors, answers })
    const outcome = await giveDelegation(deskOf(c), read.input)
    if ("done" in outcome) return c.redirect(paths.delegations, 303)
    return delegations(c, { errors: { [fieldOf[outcome.refused]]: t.refused[outcome.refused] }, answers })
  })
  routes.post(paths.delegationEnd(":id"), ...mayKeep, async (c) => {
    const id = c.req.param("id") ?? ""
    const isDone = isRecordId(id) && (await withdrawDelegation(deskOf(c), id))
    return isDone ? c.redirect(paths.delegations, 303) : missingPage(c)
  })
  return routes
}

type Around = { errors?: FieldErrors; answers?: Answers }

/** Where the reason of a refusal stands. */
const fieldOf = {
  itself: "fromPostId",
  needsEnd: "validTo",
  endsBeforeStart: "validTo",
  authorisedAgain: "fromPostId",
  givenAlready: "scope",
  postUnknown: "toPostId",
} as const

async function showUnits(c: Ctx, guards: Guards, around: Around) {
  const desk = deskOf(c)
  const view = await readInside(desk)
  const page = { frame: frameOf(c), sections: sectionsFor(c, guards), bodyName: desk.officer.bodyName, view }
  return c.html(unitsPage({ ...page, ...around }), around.errors === undefined ? 200 : 422)
}

async function showDelegations(c: Ctx, guards: Guards, around: Around) {
  const view = await readInside(deskOf(c))
  const page = { frame: frameOf(c), sections: sectionsFor(c, guards), view }
  return c.html(delegationsPage({ ...page, ...around }), around.errors === undefined ? 200 : 422)
}
