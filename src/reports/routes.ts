/** Figures of a period over HTTP: the list, and each figure down to its records. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../kernel/http/env.ts"
import { frameOf } from "../kernel/http/frame.ts"
import { missingPage } from "../kernel/http/mishaps.tsx"
import { listState } from "../kernel/ui/list-state.ts"
import { openFigure, readPeriod, type Scope, scopesOf, todayOf } from "./actions/figures.ts"
import { periodOf, periodOn } from "./domain/windows.ts"
import { figurePage } from "./pages/figure.tsx"
import { figuresPage } from "./pages/figures.tsx"
import { paths } from "./paths.ts"

export const reportRoutes = new Hono<Env>()

reportRoutes.get(paths.figures, requireOfficer, allow("report.read"), (c) => {
  const asked = periodOf(c.req.query("ky") ?? "") ?? periodOn(todayOf(deskOf(c)), "half-year")
  return c.redirect(paths.period(asked.label, scopeOf(c)), 303)
})

reportRoutes.get(paths.period(":period"), requireOfficer, allow("report.read"), async (c) => {
  const period = periodOf(c.req.param("period") ?? "")
  if (period === null) return missingPage(c)
  const desk = deskOf(c)
  const reading = await readPeriod(desk, period, scopeOf(c))
  return c.html(figuresPage({ frame: frameOf(c), reading, scopes: scopesOf(desk) }))
})

reportRoutes.get(paths.figure(":period", ":figure"), requireOfficer, allow("report.read"), async (c) => {
  const desk = deskOf(c)
  const state = listState(c.req.url, { filters: [], sorts: ["ngay"], descending: true, keep: ["pham-vi"] })
  const asked = { id: c.req.param("figure") ?? "", period: c.req.param("period") ?? "", scope: scopeOf(c) }
  const { perPage: limit, offset } = state
  const opened = await openFigure(desk, asked, { limit, offset })
  if (opened === null) return missingPage(c)
  const may = {
    signal: can(desk.officer, "signal.read"),
    case: can(desk.officer, "case.read"),
    directive: can(desk.officer, "directive.read"),
    assignment: can(desk.officer, "assignment.read"),
  }
  return c.html(figurePage({ frame: frameOf(c), opened, state, may }))
})

function scopeOf(c: Ctx): Scope {
  const scopes = scopesOf(deskOf(c))
  return c.req.query("pham-vi") === "co-quan" || scopes[0] === "own" ? "own" : "province"
}
