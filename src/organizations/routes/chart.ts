/** Bodies and groups: read by every officer, named by who keeps the chart. */
import { Hono } from "hono"
import { formatDay } from "../../kernel/format.ts"
import { readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf, listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { csvResponse, type Sheet, xlsxResponse } from "../../kernel/http/sheet.ts"
import type { Answers, FieldErrors } from "../../kernel/ui/form.tsx"
import { listState } from "../../kernel/ui/list-state.ts"
import { addBody, changeNames, readBody, readChart } from "../actions/directory.ts"
import { bodiesOn, type ChartBody } from "../domain/chart.ts"
import { bodyKinds, groupsOn, searchBodies, standings } from "../domain/directory.ts"
import { bodyName, newBody } from "../forms.ts"
import { dayIn } from "../inputs.ts"
import { bodiesPage } from "../pages/bodies.tsx"
import { bodyPage } from "../pages/body.tsx"
import { groupsPage } from "../pages/groups.tsx"
import { newBodyPage } from "../pages/new-body.tsx"
import { paths } from "../paths.ts"
import { pageWords } from "../words-pages.ts"
import { type Guards, sectionsFor } from "./guards.ts"

export function chartRoutes(guards: Guards): Hono<Env> {
  const { requireOfficer, allow, can } = guards
  const routes = new Hono<Env>()
  const mayRead = [requireOfficer, allow("organization.read")] as const
  const mayName = [requireOfficer, allow("organization.change")] as const
  const mayChange = (c: Ctx) => can(deskOf(c).officer, "organization.change")

  routes.get(paths.bodies, ...mayRead, async (c) => {
    const { rows, state, living, today } = await found(c)
    const shown = rows.slice(state.offset, state.offset + state.perPage)
    return c.html(
      bodiesPage({
        ...{ frame: frameOf(c), rows: shown, matching: rows.length, living, today, state },
        sections: sectionsFor(c, guards),
      }),
    )
  })
  for (const format of ["csv", "xlsx"] as const)
    routes.get(paths.bodiesExport(format), ...mayRead, async (c) => {
      const sheet = sheetOf((await found(c)).rows, c.get("language"))
      return format === "csv" ? csvResponse(c, sheet) : xlsxResponse(c, sheet)
    })

  routes.get(paths.groups, ...mayRead, async (c) => {
    const { chart, today } = await readChart(deskOf(c))
    const day = dayIn(c.req.query("ngay"), today)
    return c.html(
      groupsPage({ frame: frameOf(c), groups: groupsOn(chart, day), day, sections: sectionsFor(c, guards) }),
    )
  })

  routes.get(paths.newBody, ...mayName, (c) => showNewBody(c))
  routes.post(paths.bodies, ...mayName, postBody)

  routes.get(paths.body(":slug"), ...mayRead, async (c) => {
    const { today } = await readChart(deskOf(c))
    const day = dayIn(c.req.query("ngay"), today)
    const view = await readBody(deskOf(c), c.req.param("slug") ?? "", day)
    if (view === null) return missingPage(c)
    return c.html(bodyPage({ frame: frameOf(c), view, day, mayChange: mayChange(c) }))
  })

  routes.post(paths.bodyNames(":slug"), ...mayName, async (c) => {
    const answers = await listsOf(c)
    const slug = c.req.param("slug") ?? ""
    const read = readForm(bodyName, answers, c.get("language"))
    if ("input" in read) {
      const isDone = await changeNames(deskOf(c), slug, { add: read.input.name })
      return isDone ? c.redirect(paths.body(slug), 303) : missingPage(c)
    }
    const { today } = await readChart(deskOf(c))
    const view = await readBody(deskOf(c), slug, today)
    if (view === null) return missingPage(c)
    const { errors } = read
    return c.html(bodyPage({ frame: frameOf(c), view, day: today, mayChange: true, errors, answers }), 422)
  })
  routes.post(paths.bodyNameEnd(":slug"), ...mayName, async (c) => {
    const slug = c.req.param("slug") ?? ""
    const { name = "" } = await fieldsOf(c)
    const isDone = await changeNames(deskOf(c), slug, { remove: name })
    return isDone ? c.redirect(paths.body(slug), 303) : missingPage(c)
  })
  return routes
}

type Around = { errors?: FieldErrors; answers?: Answers }

async function showNewBody(c: Ctx, around: Around = {}) {
  const { chart } = await readChart(deskOf(c))
  const page = newBodyPage({ frame: frameOf(c), groups: chart.groups, ...around })
  return c.html(page, around.errors === undefined ? 200 : 422)
}

async function postBody(c: Ctx) {
  const answers = await listsOf(c)
  const read = readForm(newBody, answers, c.get("language"))
  if ("errors" in read) return showNewBody(c, { errors: read.errors, answers })
  const { groups, ...body } = read.input
  const added = await addBody(deskOf(c), { ...body, groupIds: [...(groups ?? [])] })
  const t = pageWords[c.get("language")].newBody
  if ("refused" in added) return showNewBody(c, { errors: { name: t.known }, answers })
  return c.redirect(paths.body(added.slug), 303)
}

async function found(c: Ctx) {
  const state = listState(c.req.url, { filters: ["q", "loai", "tt"], sorts: ["ten", "loai"] })
  const { chart, today } = await readChart(deskOf(c))
  const { q, loai, tt } = state.filters
  const filter = {
    text: q,
    kind: bodyKinds.find((kind) => kind === loai) ?? null,
    standing: standings.find((one) => one === tt) ?? ("now" as const),
  }
  const lang = c.get("language")
  const key = (body: ChartBody) => (state.sort === "loai" ? pageWords[lang].kinds[body.kind] : "") + body.name
  const rows = searchBodies(chart, filter, today).sort((one, other) => collator.compare(key(one), key(other)))
  if (state.descending) rows.reverse()
  return { state, rows, today, living: bodiesOn(chart, today).length }
}

const collator = new Intl.Collator("vi", { numeric: true })

function sheetOf(rows: readonly ChartBody[], lang: "vi" | "en"): Sheet {
  const t = pageWords[lang]
  const day = (on: string | null) => (on === null || on === "1900-01-01" ? null : formatDay(on, lang))
  return {
    fileName: lang === "vi" ? "co-quan" : "bodies",
    title: t.bodies.caption,
    columns: [
      { label: t.bodies.name, width: 45 },
      { label: t.bodies.kind, width: 25 },
      { label: t.bodies.other, width: 30 },
      { label: t.bodies.fromDay, width: 14 },
      { label: t.bodies.untilDay, width: 14 },
    ],
    rows: rows.map((body) => [
      body.name,
      t.kinds[body.kind],
      body.otherNames.join("; "),
      day(body.validFrom),
      day(body.validTo),
    ]),
  }
}
