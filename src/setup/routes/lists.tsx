/** Communes, bodies and groups by list, and the chart edited in a table. */
import { Hono } from "hono"
import { z } from "zod"
import { takesFiles } from "../../kernel/http/body.ts"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { fieldsOf, listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { csvResponse } from "../../kernel/http/sheet.ts"
import { holdFile } from "../../kernel/http/upload.ts"
import { keepAnswer, readSoFar } from "../actions/answering.ts"
import { type ListPreview, previewList } from "../actions/lists.ts"
import { chartFields, editedFrom, fitsForm, rowsFor } from "../chart-fields.ts"
import { type ListKind, linesMax, listBytesMax, listKinds } from "../domain/lists.ts"
import { bodyInput, groupInput, unitInput } from "../domain/plan.ts"
import { unitName } from "../domain/proposal.ts"
import { type Complaint, ofChart, ofUnits, type Written } from "../domain/whole.ts"
import { answersOf, textOf } from "../forms.ts"
import { ChartEditPage } from "../pages/chart-edit.tsx"
import { ListPage, stepOf } from "../pages/lists.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { listWords } from "../words-lists.ts"
import { setsUp } from "./guards.tsx"

export const listRoutes = new Hono<Env>()

for (const kind of listKinds) {
  listRoutes.get(paths.list(kind), setsUp, (c) => within(c, () => listPage(c, kind, null, null)))
  listRoutes.get(paths.listCurrent(kind), setsUp, (c) => within(c, (written) => current(c, kind, written)))
  listRoutes.post(paths.list(kind), setsUp, takesFiles({ files: 1, bytesMax: listBytesMax }), (c) =>
    within(c, async (written) => {
      const t = listWords[c.get("language")]
      const { file, trouble } = await holdFile(c, listBytesMax)
      if (trouble === "tooLarge") return listPage(c, kind, null, t.tooLarge)
      if (file === null) return listPage(c, kind, null, t.noFile)
      const preview = await previewList(kind, file.bytes, written)
      if ("refused" in preview) return listPage(c, kind, null, t.troubles[preview.refused](preview.at ?? ""))
      return listPage(c, kind, preview, null)
    }),
  )
  listRoutes.post(paths.listUse(kind), setsUp, (c) =>
    within(c, async (written) => {
      const complaint = await use(c, kind, written, (await fieldsOf(c)).rows ?? "")
      if (complaint === null) return c.redirect(paths.step(stepOf(kind)), 303)
      return listPage(c, kind, null, complaint)
    }),
  )
}

listRoutes.get(paths.chartEdit, setsUp, (c) =>
  within(c, ({ bodies, groups }) =>
    fitsForm(bodies, groups)
      ? editPage(c, chartFields(bodies, groups), {})
      : c.redirect(paths.list("bodies"), 303),
  ),
)
listRoutes.post(paths.chartEdit, setsUp, (c) =>
  within(c, async (written) => {
    const t = words[c.get("language")]
    const lists = await listsOf(c)
    const edited = editedFrom(textOf(lists), c.get("language"), t)
    if ("errors" in edited) return editPage(c, answersOf(lists), edited.errors)
    const known = new Set(edited.groups.map(({ id }) => id))
    const ofUnits = written.bodies
      .filter(({ unit }) => unit !== null)
      .map((body) => ({ ...body, groups: body.groups.filter((id) => known.has(id)) }))
    const bodies = [...edited.bodies, ...ofUnits]
    const wrong = ofChart({ ...written, bodies, groups: edited.groups })
    if (wrong.length > 0) return editPage(c, answersOf(lists), { "": said(wrong, t.misfits) })
    await keepAnswer(c.get("house"), "chart", { from: "list", bodies, groups: edited.groups })
    return c.redirect(paths.step("chart"), 303)
  }),
)

/** What follows is built from the province. */
async function within(c: Ctx, then: (written: Written) => Response | Promise<Response>): Promise<Response> {
  const { written } = await readSoFar(c.get("house"))
  return written === null ? c.redirect(paths.step("province"), 303) : then(written)
}

function listPage(c: Ctx, kind: ListKind, preview: ListPreview | null, error: string | null) {
  return c.html(<ListPage frame={frameOf(c)} {...{ kind, preview, error }} />, error === null ? 200 : 422)
}

function editPage(c: Ctx, fields: ReturnType<typeof answersOf>, errors: Record<string, string | undefined>) {
  const isRefused = Object.keys(errors).length > 0
  const view = { frame: frameOf(c), fields, errors, rows: rowsFor(fields) }
  return c.html(<ChartEditPage {...view} />, isRefused ? 422 : 200)
}

/** Null: kept. What the page carried on is judged as a file of `setup.json` would be. */
async function use(c: Ctx, kind: ListKind, written: Written, rows: string): Promise<string | null> {
  const lang = c.get("language")
  const shape = { units: unitInput, bodies: bodyInput, groups: groupInput }[kind]
  const parsed = z
    .array(shape as z.ZodType)
    .max(linesMax[kind])
    .safeParse(parsedJson(rows))
  if (!parsed.success) return listWords[lang].stale
  const house = c.get("house")
  if (kind === "units") {
    const list = parsed.data as Written["units"]
    const wrong = ofUnits({ units: list })
    if (wrong.length > 0) return said(wrong, words[lang].misfits)
    await keepAnswer(house, "units", { from: "list", list })
    return null
  }
  const groups = kind === "groups" ? (parsed.data as Written["groups"]) : written.groups
  const known = new Set(groups.map(({ id }) => id))
  const bodies = (kind === "bodies" ? (parsed.data as Written["bodies"]) : written.bodies).map((body) => ({
    ...body,
    groups: body.groups.filter((id) => known.has(id)),
  }))
  const wrong = ofChart({ ...written, bodies, groups })
  if (wrong.length > 0) return said(wrong, words[lang].misfits)
  await keepAnswer(house, "chart", { from: "list", bodies, groups })
  return null
}

const said = (wrong: readonly Complaint[], misfits: Readonly<Record<Complaint["why"], string>>): string =>
  [...new Set(wrong.map(({ why }) => misfits[why]))].join(" ")

function current(c: Ctx, kind: ListKind, { units, bodies, groups }: Written): Response {
  const t = words.vi.chart
  const names = new Map(units.map((unit) => [unit.code, unitName(unit)]))
  const of = {
    units: { labels: ["Mã", "Tên", "Loại"], rows: units.map(({ code, name, kind: of }) => [code, name, of]) },
    bodies: {
      labels: ["Tên", "Loại", "Xã phường", "Nhóm", "Tên khác"],
      rows: bodies.map((body) => [
        body.name,
        t.kinds[body.kind],
        names.get(body.unit ?? "") ?? "",
        body.groups.join(" | "),
        body.otherNames.join(" | "),
      ]),
    },
    groups: {
      labels: ["Mã", "Tên", "Gồm", "Tên khác"],
      rows: groups.map(({ id, name, rule, otherNames }) => [id, name, t.rules[rule], otherNames.join(" | ")]),
    },
  }[kind]
  const columns = of.labels.map((label) => ({ label, width: 30 }))
  return csvResponse(c, { fileName: `lienphong-${kind}`, title: kind, columns, rows: of.rows })
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
