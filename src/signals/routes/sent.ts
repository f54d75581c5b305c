/** What a body handed in over HTTP: the list and its files. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { formatInstant } from "../../kernel/format.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { csvResponse, xlsxResponse } from "../../kernel/http/sheet.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { seatOf } from "../actions/seat.ts"
import { exportSent, readSent } from "../actions/sent.ts"
import { namedIn, sentPage } from "../pages/sent.tsx"
import { paths } from "../paths.ts"
import { publicStates } from "../words-portal.ts"
import { sentWords } from "../words-sent.ts"

export const sentRoutes = new Hono<Env>()

sentRoutes.get(paths.sent, requireOfficer, allow("signal.report"), async (c) => {
  const state = listState(c.req.url, { filters: [], sorts: ["luc"] })
  const found = await readSent(seatOf(deskOf(c)), { limit: state.perPage, offset: state.offset })
  return c.html(sentPage({ frame: frameOf(c), ...found, state }))
})

for (const format of ["csv", "xlsx"] as const)
  sentRoutes.get(paths.sentExport(format), requireOfficer, allow("signal.report"), async (c) => {
    const sheet = await sheetOf(c)
    return format === "csv" ? csvResponse(c, sheet) : xlsxResponse(c, sheet)
  })

async function sheetOf(c: Ctx) {
  const lang = c.get("language")
  const t = sentWords[lang]
  const rows = await exportSent(seatOf(deskOf(c)))
  return {
    fileName: "tin-da-gui",
    title: t.nav,
    columns: [t.sent, t.named, t.door, t.state, t.note, t.holder, t.changed].map((label) => ({
      label,
      width: 24,
    })),
    rows: rows.map((row) => [
      formatInstant(row.receivedAt, lang),
      namedIn(row, lang),
      t.doors[row.channel] ?? row.channel,
      publicStates(lang)[row.state],
      row.publicNote,
      row.holder,
      formatInstant(row.changedAt, lang),
    ]),
  }
}
