/** My work: the list, its exports. What is asked stands in the address, so that a sent link shows the same view. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { csvResponse, xlsxResponse } from "../../kernel/http/sheet.ts"
import { type WaitingAt, waitingFor } from "../../kernel/http/waiting.ts"
import { type ListState, listState } from "../../kernel/ui/list-state.ts"
import { exportMax, readWork, type WorkFilter, type WorkSort, workSorts } from "../actions/reading.ts"
import { seatOf } from "../actions/seat.ts"
import { states } from "../domain/life.ts"
import { type Whose, workPage } from "../pages/work.tsx"
import { paths } from "../paths.ts"
import { workSheet } from "./sheets.ts"

export function workRoutes(desks: readonly WaitingAt[]): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get(paths.work, requireOfficer, allow("assignment.read"), async (c) => {
    const { state, filter, whose } = askedOf(c)
    const desk = deskOf(c)
    const asked = {
      limit: state.perPage,
      offset: state.offset,
      sort: state.sort,
      descending: state.descending,
    }
    const list = await readWork(seatOf(desk), filter, asked, (tx) =>
      waitingFor(tx, desk, c.get("language"), desks),
    )
    const mayImport = can(desk.officer, "directive.import")
    return c.html(workPage({ frame: frameOf(c), list, state, whose, mayImport }))
  })
  for (const format of ["csv", "xlsx"] as const)
    routes.get(paths.workExport(format), requireOfficer, allow("assignment.read"), (c) => sheetOf(c, format))
  return routes
}

async function sheetOf(c: Ctx, format: "csv" | "xlsx"): Promise<Response> {
  const { state, filter } = askedOf(c)
  const { rows } = await readWork(seatOf(deskOf(c)), filter, {
    limit: exportMax,
    offset: 0,
    sort: state.sort,
    descending: state.descending,
  })
  const sheet = workSheet(rows, c.get("language"))
  return format === "csv" ? csvResponse(c, sheet) : xlsxResponse(c, sheet)
}

function askedOf(c: Ctx): { state: ListState<"q" | "tt", WorkSort>; filter: WorkFilter; whose: Whose } {
  const state = listState(c.req.url, {
    filters: ["q", "tt"],
    sorts: workSorts,
    keep: ["xem", "van-ban", "co-quan"],
  })
  const whose = state.kept.xem === "toi" ? "mine" : state.kept.xem === "da-giao" ? "issued" : "body"
  const known = ["late", "soon", "closed", "all", ...states] as const
  return {
    state,
    whose,
    filter: {
      state: known.find((one) => one === state.filters.tt) ?? "open",
      side: whose === "issued" ? "issuer" : "body",
      mine: whose === "mine" ? deskOf(c).officer.officerId : null,
      text: state.filters.q,
      directiveId: idIn(state.kept["van-ban"]),
      bodyId: idIn(state.kept["co-quan"]),
    },
  }
}

/** An address that somebody has mended by hand narrows nothing. */
const idIn = (text: string | undefined) =>
  text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : null
