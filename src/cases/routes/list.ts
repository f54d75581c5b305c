/** The list of cases and its files. What is asked stands in the address, so that a sent link shows the same list. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { csvResponse, type Sheet, xlsxResponse } from "../../kernel/http/sheet.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import type { Lang } from "../../kernel/words.ts"
import { type CaseFilter, type CaseList, exportCases, readCases } from "../actions/reading.ts"
import { states } from "../domain/life.ts"
import { casesPage } from "../pages/cases.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { handlerWords } from "../words-handler.ts"

export const listRoutes = new Hono<Env>()

listRoutes.get(paths.cases, requireOfficer, allow("case.read"), async (c) => {
  const { state, filter } = askedOf(c)
  const { sort, descending, perPage, offset } = state
  const list = await readCases(deskOf(c), filter, { sort, descending, limit: perPage, offset })
  return c.html(casesPage({ frame: frameOf(c), list, state, mayOpen: can(deskOf(c).officer, "case.open") }))
})

for (const format of ["csv", "xlsx"] as const)
  listRoutes.get(paths.caseExport(format), requireOfficer, allow("case.read"), async (c) => {
    const { state, filter } = askedOf(c)
    const rows = await exportCases(deskOf(c), filter, { sort: state.sort, descending: state.descending })
    const sheet = sheetOf(rows, c.get("language"))
    return format === "csv" ? csvResponse(c, sheet) : xlsxResponse(c, sheet)
  })

function askedOf(c: Ctx) {
  const state = listState(c.req.url, { filters: ["q", "tt"], sorts: ["han", "so"] })
  const known = ["all", "late", "mine", "nobodys", "follow", "closed", ...states] as const
  const filter: CaseFilter = {
    text: state.filters.q,
    state: known.find((one) => one === state.filters.tt) ?? "open",
  }
  return { state, filter }
}

function sheetOf(rows: CaseList["rows"], lang: Lang): Sheet {
  const t = words[lang]
  return {
    fileName: "vu-viec",
    title: t.list.caption,
    columns: [
      { label: t.list.number, width: 12 },
      { label: t.list.title, width: 60 },
      { label: t.list.state, width: 20 },
      { label: handlerWords[lang].handler, width: 24 },
      { label: t.list.openedOn, width: 12 },
      { label: t.list.due, width: 12 },
    ],
    rows: rows.map((row) => [
      row.number,
      row.title,
      t.states[row.state],
      row.handlerName,
      row.openedOn,
      row.dueOn,
    ]),
  }
}
