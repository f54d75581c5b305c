/** The queue of tips and its files. What is asked stands in the address, so that a sent link shows the same drawer. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { csvResponse, type Sheet, xlsxResponse } from "../../kernel/http/sheet.ts"
import { localDateOf } from "../../kernel/time.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import type { Lang } from "../../kernel/words.ts"
import { exportQueue, openQueue, type Queue } from "../actions/reading.ts"
import { seatOf } from "../actions/seat.ts"
import { scamTypes, spokenIdentifier } from "../catalogue.ts"
import { drawers, isByUrgency } from "../domain/queue.ts"
import { queuePage } from "../pages/queue.tsx"
import { paths } from "../paths.ts"
import { urgencies } from "../read/urgency.ts"
import { deskWords } from "../words-desk.ts"

export const queueRoutes = new Hono<Env>()

queueRoutes.get(paths.signals, requireOfficer, allow("signal.read"), async (c) => {
  const { state, asked, order } = askedOf(c)
  const page = { order, limit: state.perPage, offset: state.offset }
  const queue = await openQueue(seatOf(deskOf(c)), asked, page)
  const mayHandle = can(deskOf(c).officer, "signal.handle")
  return c.html(
    queuePage({
      frame: frameOf(c),
      queue,
      state,
      types: scamTypes(),
      drawer: asked.drawer,
      mayHandle,
      now: c.get("house").clock.now(),
    }),
  )
})

for (const format of ["csv", "xlsx"] as const)
  queueRoutes.get(paths.queueExport(format), requireOfficer, allow("signal.read"), async (c) => {
    const { asked, order } = askedOf(c)
    const sheet = sheetOf(await exportQueue(seatOf(deskOf(c)), asked, order), c.get("language"))
    return format === "csv" ? csvResponse(c, sheet) : xlsxResponse(c, sheet)
  })

function askedOf(c: Ctx) {
  const drawer = drawers.find((one) => one === c.req.query("ngan")) ?? "open"
  const state = listState<"q" | "ngan" | "kc" | "loai", "khan" | "moi">(c.req.url, {
    filters: ["q", "ngan", "kc", "loai"],
    sorts: isByUrgency(drawer) ? ["khan", "moi"] : ["moi"],
  })
  const { q, kc, loai } = state.filters
  const asked = {
    drawer,
    text: q,
    urgency: urgencies.find((one) => one === kc) ?? "",
    type: loai,
  } as const
  return { state, asked, order: state.sort === "moi" ? ("new" as const) : ("urgent" as const) }
}

/** Masked words only, as the list shows them. */
function sheetOf(rows: Queue["rows"], lang: Lang): Sheet {
  const t = deskWords[lang]
  const types = new Map(scamTypes().map((one) => [one.value, one.label]))
  const urgency: Readonly<Record<string, string>> = t.urgencies
  return {
    fileName: "tin-bao",
    title: t.queue.title,
    columns: [
      { label: t.queue.received, width: 12 },
      { label: t.queue.urgency, width: 18 },
      { label: t.queue.what, width: 34 },
      { label: t.queue.tip, width: 70 },
      { label: t.queue.suspects, width: 30 },
      { label: t.queue.place, width: 24 },
      { label: t.queue.lossColumn, width: 16 },
      { label: t.queue.state, width: 18 },
      { label: t.queue.handler, width: 24 },
    ],
    rows: rows.map((row) => [
      localDateOf(new Date(row.receivedAt)),
      urgency[row.urgency] ?? row.urgency,
      types.get(row.type) ?? row.type,
      row.gist,
      row.suspects.map(({ value }) => spokenIdentifier(value)).join(", "),
      row.place,
      row.lossVnd,
      t.states[row.state],
      row.handlerName,
    ]),
  }
}
