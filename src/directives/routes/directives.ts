/** Directives: the list, the roll-up of one in its four views, its exports and its original. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { csvResponse, xlsxResponse } from "../../kernel/http/sheet.ts"
import { type ListState, listState } from "../../kernel/ui/list-state.ts"
import { exportMax } from "../actions/reading.ts"
import {
  type DirectiveFilter,
  type DirectiveSort,
  directiveSorts,
  type RollUp,
  readAreas,
  readDirectives,
  readLetter,
  readOriginal,
  readRollUp,
  rollUpRowsMax,
} from "../actions/roll-up.ts"
import { seatOf } from "../actions/seat.ts"
import { readServedOfTask, type ServingRoom } from "../actions/serving.ts"
import { areasPage, bodiesPage } from "../pages/boards.tsx"
import { directivePage, letterPage } from "../pages/directive.tsx"
import { directivesPage } from "../pages/directives.tsx"
import { servedPage } from "../pages/served.tsx"
import { paths } from "../paths.ts"
import { directiveSheet, rollUpSheet } from "./sheets.ts"
import { idPattern } from "./task.ts"

const mayRead = [requireOfficer, allow("directive.read")] as const

/** `rooms`: of the slices above, what may serve a task. */
export function directivesRoutes(rooms: readonly ServingRoom[]): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get(paths.directives, ...mayRead, async (c) => {
    const { state, filter } = askedOf(c)
    const list = await readDirectives(seatOf(deskOf(c)), filter, { ...state, limit: state.perPage })
    const mayImport = can(deskOf(c).officer, "directive.import")
    return c.html(directivesPage({ frame: frameOf(c), list, state, mayImport }))
  })

  for (const format of ["csv", "xlsx"] as const) {
    routes.get(paths.directivesExport(format), ...mayRead, async (c) => {
      const { state, filter } = askedOf(c)
      const asked = { ...state, limit: exportMax, offset: 0 }
      const { rows } = await readDirectives(seatOf(deskOf(c)), filter, asked)
      const sheet = directiveSheet(rows, c.get("language"))
      return format === "csv" ? csvResponse(c, sheet) : xlsxResponse(c, sheet)
    })
    routes.get(paths.directiveExport(idPattern, format), ...mayRead, async (c) => {
      const rollUp = await readRollUp(seatOf(deskOf(c)), idOf(c), rollUpRowsMax)
      if (rollUp === null) return c.notFound()
      const sheet = rollUpSheet(rollUp, c.get("language"))
      return format === "csv" ? csvResponse(c, sheet) : xlsxResponse(c, sheet)
    })
  }

  routes.get(paths.directive(idPattern), ...mayRead, (c) =>
    withRollUp(c, (rollUp) =>
      directivePage({ frame: frameOf(c), rollUp, rooms, isPrint: c.req.query("in") === "1" }),
    ),
  )

  routes.get(paths.directiveBodies(idPattern), ...mayRead, (c) =>
    withRollUp(c, (rollUp) => bodiesPage({ frame: frameOf(c), rollUp })),
  )

  routes.get(paths.directiveAreas(idPattern), ...mayRead, (c) =>
    withRollUp(c, async (rollUp) =>
      areasPage({ frame: frameOf(c), rollUp, areas: await readAreas(seatOf(deskOf(c)), rollUp) }),
    ),
  )

  routes.get(paths.directiveLetter(idPattern), ...mayRead, (c) =>
    withRollUp(c, async (rollUp) =>
      letterPage({ frame: frameOf(c), rollUp, text: (await readLetter(seatOf(deskOf(c)), idOf(c))) ?? "" }),
    ),
  )

  routes.get(paths.original(idPattern), ...mayRead, async (c) => {
    const original = await readOriginal(seatOf(deskOf(c)), idOf(c))
    if (original === null) return c.notFound()
    return sendFile(c, original.bytes, { name: original.name, type: original.mediaType })
  })

  routes.get(paths.directiveServed(idPattern, record(":task")), ...mayRead, async (c) => {
    const showing = { rooms, lang: c.get("language") }
    const of = await readServedOfTask(seatOf(deskOf(c)), idOf(c), c.req.param("task") ?? "", showing)
    return of === null ? c.notFound() : c.html(servedPage({ frame: frameOf(c), of, rooms }))
  })
  return routes
}

type Page = ReturnType<typeof directivePage>

async function withRollUp(c: Ctx, page: (rollUp: RollUp) => Page | Promise<Page>): Promise<Response> {
  const rollUp = await readRollUp(seatOf(deskOf(c)), idOf(c))
  return rollUp === null ? c.notFound() : c.html(await page(rollUp))
}

const idOf = (c: Ctx) => c.req.param("id") ?? ""

function askedOf(c: Ctx): { state: ListState<"q" | "pv", DirectiveSort>; filter: DirectiveFilter } {
  const state = listState(c.req.url, { filters: ["q", "pv"], sorts: directiveSorts, descending: true })
  const sides = { "ban-hanh": "issued", nhan: "received" } as const
  const side =
    state.filters.pv === "ban-hanh" || state.filters.pv === "nhan" ? sides[state.filters.pv] : "all"
  return { state, filter: { text: state.filters.q, side } }
}
