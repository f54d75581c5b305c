/** The leader's page, its pictures as files, and the next directive. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env, type SignedIn } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { proposeNext, startDirective } from "./actions/next.ts"
import { readOverview } from "./actions/overview.ts"
import { scamTypes } from "./catalogue.ts"
import type { Proposal } from "./domain/proposals.ts"
import { mapFile, monthsFile } from "./pages/files.tsx"
import { nextPage, ownRows } from "./pages/next.tsx"
import { overviewPage } from "./pages/overview.tsx"
import { leadershipPaths as paths } from "./paths.ts"
import { words } from "./words.ts"

export const leadershipRoutes = new Hono<Env>()
const mayRead = [requireOfficer, allow("report.read")] as const
const mayImport = [requireOfficer, allow("directive.import")] as const
/** The body that keeps the chart asks the others; they hand in, and ask nobody. */
const mayStart = (officer: SignedIn) => officer.keepsChart && can(officer, "directive.import")

leadershipRoutes.get(paths.overview, ...mayRead, async (c) => {
  const desk = deskOf(c)
  const overview = await readOverview(desk)
  const mayStartDirective = mayStart(desk.officer)
  return c.html(overviewPage({ frame: frameOf(c), overview, types: scamTypes(), mayStartDirective }))
})

leadershipRoutes.get(paths.map, ...mayRead, async (c) => {
  const { communes } = await readOverview(deskOf(c))
  return svg(c, "ban-do", mapFile(communes.values, words[c.get("language")].map))
})

leadershipRoutes.get(
  paths.chart(":figure").replace(".svg", "{[IVX]+(?:\\.\\d+)+\\.svg}"),
  ...mayRead,
  async (c) => {
    const id = (c.req.param("figure") ?? "").replace(/\.svg$/, "")
    const { trends, reading } = await readOverview(deskOf(c))
    const trend = trends.find((one) => one.figure === id)
    const definition = reading.figures.find((one) => one.definition.id === id)?.definition
    if (trend === undefined || definition === undefined) return missingPage(c)
    return svg(c, id, monthsFile(trend.months, definition.name))
  },
)

function svg(c: Ctx, name: string, content: string): Response {
  c.header("content-type", "image/svg+xml; charset=utf-8")
  c.header("content-disposition", `attachment; filename="${name}.svg"`)
  return c.body(content)
}

leadershipRoutes.get(paths.next, ...mayImport, async (c) =>
  !mayStart(deskOf(c).officer)
    ? missingPage(c)
    : c.html(nextPage({ frame: frameOf(c), next: await proposeNext(deskOf(c)), answers: null, errors: {} })),
)

leadershipRoutes.post(paths.next, ...mayImport, async (c) => {
  if (!mayStart(deskOf(c).officer)) return missingPage(c)
  const answers = await fieldsOf(c)
  const next = await proposeNext(deskOf(c))
  const t = words[c.get("language")].nextPage
  const kept = keptIn(answers)
  const subject = (answers.subject ?? "").trim().slice(0, 500)
  const errors: Record<string, string> = {
    ...(subject === "" ? { subject: t.noSubject } : {}),
    ...(kept.length === 0 ? { "": t.nothing } : {}),
    ...Object.fromEntries(kept.filter((one) => one.to === "").map((one) => [`to-${one.id}`, t.noAddressee])),
  }
  if (Object.keys(errors).length > 0)
    return c.html(nextPage({ frame: frameOf(c), next, answers, errors }), 422)
  const cites = (answers.cites ?? "").trim().slice(0, 500) || next.cites
  const done = await startDirective(deskOf(c), { subject, cites, kept })
  if ("href" in done) return c.redirect(done.href, 303)
  return c.html(nextPage({ frame: frameOf(c), next, answers, errors: { "": t[done.refused] } }), 409)
})

/** What was ticked, and what a person added, with words; in the order of the page. */
function keptIn(answers: Readonly<Record<string, string>>): Proposal[] {
  const own: readonly string[] = ownRows
  return Object.keys(answers)
    .filter((name) => name.startsWith("text-"))
    .map((name) => name.slice("text-".length))
    .filter((id) => own.includes(id) || answers[`keep-${id}`] === "yes")
    .map((id) => ({
      id,
      to: (answers[`to-${id}`] ?? "").trim().slice(0, 300),
      text: (answers[`text-${id}`] ?? "").trim().slice(0, 3_000),
      why: "",
    }))
    .filter((one) => one.text !== "")
    .slice(0, 60)
}
