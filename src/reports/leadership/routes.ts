/** The leader's page, its pictures as files, and the next directive. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import type { ServingRoom } from "../../directives/index.ts"
import { apart, reading } from "../../kernel/apart/apart.ts"
import { formatDay } from "../../kernel/format.ts"
import { type Ctx, deskOf, type Env, type SignedIn } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { sendFile } from "../../kernel/http/send-file.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { letterPaths } from "../../letters/index.ts"
import { todayOf } from "../actions/figures.ts"
import { figureOf } from "../outline.ts"
import { figureName } from "../pages/values.ts"
import { issuedFile, proposeNext, startDirective } from "./actions/next.ts"
import { nextThing } from "./actions/next-thing.ts"
import { readMap, readOverview, readTrends } from "./actions/overview.ts"
import { openRecords } from "./actions/records.ts"
import { scamTypes } from "./catalogue.ts"
import { errorsIn, writtenIn } from "./domain/next-form.ts"
import { mapFile, monthsFile } from "./pages/files.tsx"
import { nextPage } from "./pages/next.tsx"
import { overviewPage } from "./pages/overview.tsx"
import { recordsPage } from "./pages/records.tsx"
import { type PictureForm, leadershipPaths as paths } from "./paths.ts"
import type { pngOf } from "./png.apart.ts"
import { words } from "./words.ts"

const drawPng = apart<typeof pngOf>(
  reading,
  { file: new URL("./png.apart.ts", import.meta.url), name: "pngOf" },
  { ms: 30_000 },
)

const mayRead = [requireOfficer, allow("report.read")] as const
const mayDraft = [requireOfficer, allow("document.draft")] as const
/** The body that keeps the chart asks the others; they hand in, and ask nobody. */
const mayStart = (officer: SignedIn) => officer.keepsChart && can(officer, "document.draft")

/** `rooms`: of the other slices, what may serve a task of a directive. */
export const leadershipRoutes = (rooms: readonly ServingRoom[]) =>
  new Hono<Env>().route("/", overviewRoutes(rooms)).route("/", routes)

const routes = new Hono<Env>()

function overviewRoutes(rooms: readonly ServingRoom[]): Hono<Env> {
  return new Hono<Env>().get(paths.overview, ...mayRead, async (c) => {
    const desk = deskOf(c)
    const mayStartDirective = mayStart(desk.officer)
    const overview = await readOverview(desk, { directiveId: c.req.query("van-ban") })
    const next = await nextThing(desk, overview, { lang: c.get("language"), mayStart: mayStartDirective })
    return c.html(
      overviewPage({
        frame: frameOf(c),
        overview,
        rooms,
        types: scamTypes(c.get("language")),
        next,
        mayStartDirective,
      }),
    )
  })
}

routes.get(paths.recordsPage, ...mayRead, async (c) => {
  const { officer } = deskOf(c)
  const asked = (name: string) => c.req.query(name) ?? ""
  const keep = ["thu-doan", "xa", "thang", "so", "ky"]
  const state = listState(c.req.url, { filters: [], sorts: ["ngay"], descending: true, keep })
  const opened = await openRecords(
    deskOf(c),
    {
      ...{ type: asked("thu-doan"), commune: asked("xa"), month: asked("thang") },
      ...{ figure: asked("so"), period: asked("ky") },
    },
    { limit: state.perPage, offset: state.offset },
  )
  if (opened === null) return missingPage(c)
  const may = { signal: can(officer, "signal.read"), case: can(officer, "case.read") }
  return c.html(recordsPage({ frame: frameOf(c), opened, state, types: scamTypes(c.get("language")), may }))
})

for (const form of ["svg", "png"] as const) {
  routes.get(paths.map(form), ...mayRead, async (c) => {
    const { window, ...counts } = await readMap(deskOf(c))
    const lang = c.get("language")
    const lead = words[lang].range(formatDay(window.from, lang), formatDay(window.to, lang))
    return picture(c, "ban-do", form, mapFile({ counts, lang, lead }))
  })

  const figures = `:figure{[IVX]+(?:\\.\\d+)+\\.${form}}`
  routes.get(paths.chart(":figure", form).replace(`:figure.${form}`, figures), ...mayRead, async (c) => {
    const id = (c.req.param("figure") ?? "").replace(/\.(?:svg|png)$/, "")
    const definition = figureOf(id)
    const trend = (await readTrends(deskOf(c))).find((one) => one.figure === id)
    if (trend === undefined || definition === null) return missingPage(c)
    const lang = c.get("language")
    const file = monthsFile({
      months: trend.months,
      label: figureName(definition, lang),
      today: todayOf(deskOf(c)),
      lang,
    })
    return picture(c, id, form, file)
  })
}

async function picture(c: Ctx, name: string, form: PictureForm, svg: string): Promise<Response> {
  const file = `${name}.${form}`
  return form === "png"
    ? sendFile(c, await drawPng(svg), { name: file, type: "image/png" })
    : sendFile(c, svg, { name: file, type: "image/svg+xml; charset=utf-8" })
}

routes.get(paths.next, ...mayDraft, async (c) => {
  if (!mayStart(deskOf(c).officer)) return missingPage(c)
  const next = await proposeNext(deskOf(c), c.req.query("ky"))
  return c.html(nextPage({ frame: frameOf(c), next, answers: null, errors: {} }))
})

routes.post(paths.next, ...mayDraft, async (c) => {
  if (!mayStart(deskOf(c).officer)) return missingPage(c)
  const answers = await fieldsOf(c)
  const next = await proposeNext(deskOf(c), c.req.query("ky"))
  const written = writtenIn(answers, next)
  const errors = errorsIn(written, words[c.get("language")].nextPage)
  if (Object.keys(errors).length > 0)
    return c.html(nextPage({ frame: frameOf(c), next, answers, errors }), 422)
  const done = await startDirective(deskOf(c), written)
  if ("documentId" in done) return c.redirect(letterPaths.document(done.documentId), 303)
  const field = done.refused === "noSigner" ? "signerId" : ""
  const refused = { [field]: words[c.get("language")].nextPage[done.refused] }
  return c.html(nextPage({ frame: frameOf(c), next, answers, errors: refused }), 409)
})

const idPattern = "{[0-9a-f]{8}-[0-9a-f-]{27}\\.pdf}"
routes.get(paths.issued(":file").replace(":file.pdf", `:file${idPattern}`), ...mayRead, async (c) => {
  const file = await issuedFile(deskOf(c), (c.req.param("file") ?? "").replace(/\.pdf$/, ""))
  if (file === null) return missingPage(c)
  c.header("content-type", "application/pdf")
  c.header("cache-control", "no-store")
  return c.body(Uint8Array.from(file).buffer)
})
