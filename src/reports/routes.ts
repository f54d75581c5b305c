/** Figures of a period over HTTP: the list, and each figure down to its records. */
import { Hono } from "hono"
import { allow, can, requireOfficer, signersOf } from "../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../kernel/http/env.ts"
import { fieldsOf } from "../kernel/http/fields.ts"
import { frameOf } from "../kernel/http/frame.ts"
import { missingPage } from "../kernel/http/mishaps.tsx"
import { movedSince, tellMoved } from "../kernel/http/opened.ts"
import { sendFile } from "../kernel/http/send-file.ts"
import { csvResponse, xlsxResponse } from "../kernel/http/sheet.ts"
import { withQuery } from "../kernel/ui/link.ts"
import { listState } from "../kernel/ui/list-state.ts"
import { letterPaths } from "../letters/index.ts"
import { draftReport, drawReport, readReport, writeTexts, writtenLast } from "./actions/document.ts"
import { openFigure } from "./actions/figure.ts"
import { readPeriod, type Scope, scopesOf, todayOf } from "./actions/figures.ts"
import { correctFigure, lockPeriod, mayReport } from "./actions/lock.ts"
import { ownParts } from "./actions/part.ts"
import { boardRoutes } from "./board/routes.ts"
import { periodOf, periodOn } from "./domain/windows.ts"
import { figurePage } from "./pages/figure.tsx"
import { type FiguresView, figuresPage } from "./pages/figures.tsx"
import { type ReportView, reportPage } from "./pages/report.tsx"
import { paths } from "./paths.ts"
import { campaignRoutes } from "./routes/campaign.ts"
import { figureSheet } from "./routes/sheet.ts"
import { lockWords } from "./words-lock.ts"
import { reportWords } from "./words-report.ts"

export const reportRoutes = new Hono<Env>()

reportRoutes.route("/", campaignRoutes).route("/", boardRoutes)

reportRoutes.get(paths.figures, requireOfficer, allow("report.read"), (c) => {
  const asked = periodOf(c.req.query("ky") ?? "") ?? periodOn(todayOf(deskOf(c)), "half-year")
  return c.redirect(paths.period(asked.label, scopeOf(c)), 303)
})

reportRoutes.get(route(paths.period(":period")), requireOfficer, allow("report.read"), (c) => shown(c, null))

for (const form of ["csv", "xlsx"] as const)
  reportRoutes.get(route(paths.sheet(":period", form)), requireOfficer, allow("report.read"), async (c) => {
    const period = periodOf(c.req.param("period") ?? "")
    if (period === null) return missingPage(c)
    const sheet = figureSheet(await readPeriod(deskOf(c), period, scopeOf(c)), c.get("language"))
    return form === "csv" ? csvResponse(c, sheet) : xlsxResponse(c, sheet)
  })

reportRoutes.post(route(paths.lock(":period")), requireOfficer, allow("report.lock"), async (c) => {
  const [period, scope] = [periodOf(c.req.param("period") ?? ""), scopeOf(c)]
  if (period === null) return missingPage(c)
  const done = await lockPeriod(deskOf(c), period, scope)
  if ("refused" in done) return refused(c, done.refused)
  return c.redirect(withQuery(paths.period(period.label, scope), { xong: "khoa" }), 303)
})

reportRoutes.post(
  route(paths.corrections(":period", ":figure")),
  requireOfficer,
  allow("report.lock"),
  async (c) => {
    const [period, scope] = [periodOf(c.req.param("period") ?? ""), scopeOf(c)]
    const figure = c.req.param("figure") ?? ""
    if (period === null) return missingPage(c)
    const reason = reasonOf((await fieldsOf(c)).reason)
    if (reason === "") {
      const errors = { reason: lockWords[c.get("language")].reasonMissing }
      return shown(c, { figure, answers: { reason }, errors }, 422)
    }
    const done = await correctFigure(deskOf(c), { period, scope, figure, reason })
    if ("refused" in done) return refused(c, done.refused)
    return c.redirect(withQuery(paths.period(period.label, scope), { xong: "dinh-chinh" }), 303)
  },
)

/** The page as it is now; what was asked stays, and why it was refused stands on top. */
async function shown(
  c: Ctx,
  failed: FiguresView["failed"],
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const period = periodOf(c.req.param("period") ?? "")
  if (period === null) return missingPage(c)
  const desk = deskOf(c)
  const scope = scopeOf(c)
  const reading = await readPeriod(desk, period, scope)
  const mayLock = can(desk.officer, "report.lock") && mayReport(desk, scope)
  const done = lockWords[c.get("language")].done[c.req.query("xong") ?? ""] ?? null
  const mayCorrect = mayLock && reading.lock?.bodyId === desk.who.bodyId
  const parts = await ownParts(desk, period)
  const hasCampaign = mayReport(desk, "province") && scope === "province"
  const scopes = scopesOf(desk)
  const view = { frame: frameOf(c), reading, scopes, mayLock, mayCorrect, failed, done, parts, hasCampaign }
  return c.html(figuresPage(view), status)
}

const refused = (c: Ctx, why: keyof (typeof lockWords)["vi"]["refusals"]) =>
  shown(c, { figure: null, answers: {}, errors: { "": lockWords[c.get("language")].refusals[why] } }, 409)

const reasonOf = (value: unknown) => (typeof value === "string" ? value.trim().slice(0, 2000) : "")

/** A path as a pattern: without the question mark's part. */
function route(path: string): string {
  return path.split("?")[0] ?? path
}

reportRoutes.get(route(paths.report(":period")), requireOfficer, allow("report.read"), (c) =>
  reportShown(c, null),
)

async function reportShown(
  c: Ctx,
  failed: string | null,
  status: 200 | 409 | 422 = 200,
  typed: ReportView["typed"] = null,
): Promise<Response> {
  const period = periodOf(c.req.param("period") ?? "")
  if (period === null) return missingPage(c)
  const desk = deskOf(c)
  const scope = scopeOf(c)
  const draft = await readReport(desk, period, scope)
  const isOurs = draft.reading.lock === null || draft.reading.lock.bodyId === desk.who.bodyId
  const mayDraft = can(desk.officer, "document.draft") && mayReport(desk, scope) && isOurs
  const signers = mayDraft
    ? (await signersOf(desk)).map((one) => ({ value: one.officerId, label: `${one.name}, ${one.title}` }))
    : null
  const mayWrite = can(desk.officer, "report.compile")
  const isSaved = c.req.query("xong") !== undefined
  const mayPropose = can(desk.officer, "proposal.write")
  const view = { draft, mayWrite, isSaved, mayPropose, signers, failed, typed }
  return c.html(reportPage({ frame: frameOf(c), ...view }), status)
}

reportRoutes.post(route(paths.signature(":period")), requireOfficer, allow("document.draft"), async (c) => {
  const [period, scope] = [periodOf(c.req.param("period") ?? ""), scopeOf(c)]
  if (period === null) return missingPage(c)
  const signerId = reasonOf((await fieldsOf(c)).signerId)
  const done = await draftReport(deskOf(c), { period, scope, signerId })
  if (!("refused" in done)) return c.redirect(letterPaths.document(done.documentId), 303)
  const t = reportWords[c.get("language")]
  switch (done.refused) {
    case "report.noSigner":
      return reportShown(c, t.noSigner, 422)
    case "report.notLocked":
      return reportShown(c, t.lockFirst, 409)
    case "report.draftedAlready":
      return reportShown(c, t.draftedAlready, 409)
    case "report.notYours":
      return reportShown(c, lockWords[c.get("language")].refusals["report.notYours"], 409)
  }
})

reportRoutes.post(route(paths.report(":period")), requireOfficer, allow("report.compile"), async (c) => {
  const [period, scope] = [periodOf(c.req.param("period") ?? ""), scopeOf(c)]
  if (period === null) return missingPage(c)
  const fields = Object.entries(await fieldsOf(c))
  const texts = Object.fromEntries(fields.map(([name, value]) => [name, printable(value)]))
  const { last, texts: now } = await writtenLast(deskOf(c), period, scope)
  const moved = movedSince(c, last === null ? null : { ...last, what: null })
  const overtaken = Object.keys(texts).filter((part) => (texts[part] ?? "").trim() !== (now[part] ?? ""))
  if (moved !== null && overtaken.length > 0) {
    tellMoved(c, moved)
    return reportShown(c, null, 409, { texts, overtaken })
  }
  await writeTexts(deskOf(c), period, scope, texts)
  return c.redirect(withQuery(paths.report(period.label, scope), { xong: "1" }), 303)
})

for (const form of ["docx", "pdf"] as const)
  reportRoutes.get(
    route(paths.reportFile(":period", form)),
    requireOfficer,
    allow("report.read"),
    async (c) => {
      const [period, scope] = [periodOf(c.req.param("period") ?? ""), scopeOf(c)]
      if (period === null) return missingPage(c)
      const file = await drawReport(deskOf(c), { period, scope, form })
      return sendFile(c, file, { name: `bao-cao-${period.label.toLowerCase()}.${form}`, type: types[form] })
    },
  )

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const

/** What a form may carry and a printed line cannot: control characters other than the line's end. */
const printable = (text: string) =>
  text.replaceAll("\r\n", "\n").replace(/[^\n\P{Cc}]|[\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu, " ")

reportRoutes.get(paths.figure(":period", ":figure"), requireOfficer, allow("report.read"), async (c) => {
  const desk = deskOf(c)
  const filters = ["loai", "co-quan"] as const
  const keep = ["pham-vi", "den"]
  const state = listState(c.req.url, { filters, sorts: ["ngay"], descending: true, keep })
  const asked = {
    id: c.req.param("figure") ?? "",
    period: c.req.param("period") ?? "",
    scope: scopeOf(c),
    until: /^\d{4}-\d{2}-\d{2}$/.exec(c.req.query("den") ?? "")?.[0] ?? null,
    part: state.filters.loai,
    bodyId: state.filters["co-quan"],
  }
  const { perPage: limit, offset } = state
  const opened = await openFigure(desk, asked, { limit, offset })
  if (opened === null) return missingPage(c)
  const may = {
    signal: can(desk.officer, "signal.read"),
    case: can(desk.officer, "case.read"),
    directive: can(desk.officer, "directive.read"),
    assignment: can(desk.officer, "assignment.read"),
    warning: can(desk.officer, "warning.read"),
    indicator: can(desk.officer, "warning.read"),
    incident: can(desk.officer, "infrastructure.read"),
    inspection: can(desk.officer, "inspection.read"),
    campaign: can(desk.officer, "awareness.read"),
    "course-round": can(desk.officer, "awareness.read"),
    notice: can(desk.officer, "notice.read"),
    proposal: can(desk.officer, "proposal.read"),
  }
  return c.html(figurePage({ frame: frameOf(c), opened, state, may }))
})

function scopeOf(c: Ctx): Scope {
  const scopes = scopesOf(deskOf(c))
  return c.req.query("pham-vi") === "co-quan" || scopes[0] === "own" ? "own" : "province"
}
