/** The queue of tips and its files. What is asked stands in the address, so that a sent link shows the same drawer. */
import { Hono } from "hono"
import { allow, can, colleaguesOf, requireOfficer } from "../../accounts/index.ts"
import { labelsOf, readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, isRecordId, record } from "../../kernel/http/record.ts"
import { csvResponse, type Sheet, xlsxResponse } from "../../kernel/http/sheet.ts"
import { localDateOf } from "../../kernel/time.ts"
import { withQuery } from "../../kernel/ui/link.ts"
import type { Lang } from "../../kernel/words.ts"
import { exportQueue, openQueue, type Queue } from "../actions/reading.ts"
import { seatOf } from "../actions/seat.ts"
import { severalDone, takeSeveral, undoSeveral } from "../actions/several.ts"
import { scamTypes, spokenIdentifier } from "../catalogue.ts"
import { severalForm } from "../forms-several.ts"
import { keysPage } from "../pages/keys.tsx"
import { queuePage } from "../pages/queue.tsx"
import type { SeveralView } from "../pages/several.tsx"
import { paths } from "../paths.ts"
import { deskWords } from "../words-desk.ts"
import { severalWords } from "../words-several.ts"
import { askedOf, queryOf } from "./list-query.ts"

export const queueRoutes = new Hono<Env>()

queueRoutes.get(paths.keys, requireOfficer, allow("signal.read"), (c) => c.html(keysPage(frameOf(c))))

queueRoutes.get(paths.signals, requireOfficer, allow("signal.read"), async (c) => {
  const batch = c.req.query("lo") ?? ""
  const done = batch === "" || !isRecordId(batch) ? null : await severalDone(seatOf(deskOf(c)), batch)
  return show(c, new URL(c.req.url).search, { done, isTooLate: c.req.query("muon") !== undefined })
})

queueRoutes.post(paths.several, requireOfficer, allow("signal.handle"), async (c) => {
  const lang = c.get("language")
  c.set("labels", labelsOf(severalForm, lang))
  const lists = await listsOf(c)
  const back = backOf(lists)
  const read = readForm(severalForm, lists, lang)
  if ("errors" in read) return show(c, back, { failed: { answers: lists, errors: read.errors } }, 422)
  const { tin: ids, act, officerId } = read.input
  const to = (await colleaguesOf(deskOf(c))).find((one) => one.officerId === officerId) ?? null
  const taken = await takeSeveral(seatOf(deskOf(c)), { act, ids, to })
  if ("batchId" in taken) return c.redirect(withQuery(`${paths.signals}${back}`, { lo: taken.batchId }), 303)
  const at = taken.refused === "noColleague" ? "officerId" : "act"
  const errors = { [at]: severalWords[lang][taken.refused] }
  return show(c, back, { failed: { answers: lists, errors } }, 422)
})

queueRoutes.post(paths.severalUndo(record(":id")), requireOfficer, allow("signal.handle"), async (c) => {
  const back = backOf(await listsOf(c))
  const undone = await undoSeveral(seatOf(deskOf(c)), idOf(c))
  if ("done" in undone) return c.redirect(withQuery(`${paths.signals}${back}`, { lo: idOf(c) }), 303)
  if (undone.refused === "notFound") return missingPage(c)
  return show(c, back, { isTooLate: true }, 409)
})

/** The list as its query asks, with what was done to several of it, or what came back. */
async function show(
  c: Ctx,
  query: string,
  more: Partial<Pick<SeveralView, "failed" | "done" | "isTooLate">>,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const desk = deskOf(c)
  const { state, asked, order } = askedOf(`${paths.signals}${query}`)
  const page = { order, limit: state.perPage, offset: state.offset }
  const mayHandle = can(desk.officer, "signal.handle")
  const [queue, colleagues] = await Promise.all([
    openQueue(seatOf(desk), asked, page),
    mayHandle ? colleaguesOf(desk) : [],
  ])
  const several = {
    colleagues: colleagues.map((one) => ({ value: one.officerId, label: `${one.name}, ${one.title}` })),
    back: queryOf(query),
    failed: null,
    done: null,
    isTooLate: false,
    ...more,
  }
  return c.html(
    queuePage({
      frame: frameOf(c),
      queue,
      state,
      types: scamTypes(),
      drawer: asked.drawer,
      mayHandle,
      now: c.get("house").clock.now(),
      several: mayHandle ? several : null,
      query: queryOf(query),
    }),
    status,
  )
}

const backOf = (lists: Lists) => queryOf(lists.ve?.at(-1) ?? "")

for (const format of ["csv", "xlsx"] as const)
  queueRoutes.get(paths.queueExport(format), requireOfficer, allow("signal.read"), async (c) => {
    const { asked, order } = askedOf(c.req.url)
    const sheet = sheetOf(await exportQueue(seatOf(deskOf(c)), asked, order), c.get("language"))
    return format === "csv" ? csvResponse(c, sheet) : xlsxResponse(c, sheet)
  })

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
