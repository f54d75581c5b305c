/** Lists of assets over HTTP, tables and shapes: looked at, taken, taken back. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { formatNumber } from "../../kernel/format.ts"
import { takesFiles } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { holdFile } from "../../kernel/http/upload.ts"
import { isShapes, shapeLimits } from "../../kernel/shapes/shapes.ts"
import { listBytesMax, listImportWords } from "../../kernel/ui/index.ts"
import { seatOf } from "../../signals/index.ts"
import {
  draftsCarried,
  type ImportPreview,
  type ImportTrouble,
  pastImports,
  previewAssets,
  takeAssets,
  undoImport,
} from "../actions/importing.ts"
import { importingPage } from "../pages/importing.tsx"
import { paths } from "../paths.ts"
import { assetListWords } from "../words-asset-list.ts"
import { shapeTypes } from "./shape-types.ts"

const example = (format: "csv" | "geojson" | "kml") =>
  readFileSync(join(import.meta.dirname, `../../../data/infrastructure/tai-san-mau.${format}`), "utf8")
const examples = { csv: example("csv"), geojson: example("geojson"), kml: example("kml") }

export const importingRoutes = new Hono<Env>()
const mayChange = [requireOfficer, allow("infrastructure.change")] as const

importingRoutes.get(paths.importExample, ...mayChange, (c) =>
  sendFile(c, examples.csv, { name: "tai-san-mau.csv", type: "text/csv; charset=utf-8" }),
)
for (const format of ["geojson", "kml"] as const)
  importingRoutes.get(paths.shapesExample(format), ...mayChange, (c) =>
    sendFile(c, examples[format], { name: `tai-san-mau.${format}`, type: shapeTypes[format] }),
  )

importingRoutes.get(paths.importing, ...mayChange, (c) => {
  const n = Number(c.req.query("xong") ?? "")
  const t = assetListWords[c.get("language")]
  const count = formatNumber(Number.isInteger(n) ? n : 0, c.get("language"))
  if (c.req.query("xong") === undefined) return show(c, {}, 200)
  return show(c, { told: c.req.query("hoan") === undefined ? t.took(count) : t.undone(count) }, 200)
})

importingRoutes.post(
  paths.importing,
  ...mayChange,
  takesFiles({ files: 1, bytesMax: shapeLimits.bytes }),
  async (c) => {
    const { file, trouble } = await holdFile(c, shapeLimits.bytes)
    if (trouble === "tooLarge") return show(c, { error: sentence(c, "tooLarge") }, 422)
    if (file === null) return show(c, { error: common(c).noFile }, 422)
    if (file.bytes.length > listBytesMax && !isShapes(file.bytes, file.name))
      return show(c, { error: sentence(c, "tooLarge") }, 422)
    const preview = await previewAssets(seatOf(deskOf(c)), file)
    if ("refused" in preview) return show(c, { error: sentence(c, preview.refused, preview.at) }, 422)
    return show(c, { preview }, 200)
  },
)

const common = (c: Ctx) => listImportWords[c.get("language")].troubles

function sentence(c: Ctx, refused: ImportTrouble | "tooLarge", at?: number): string {
  const lang = c.get("language")
  const t = assetListWords[lang]
  const said = { ...listImportWords[lang].troubles, ...t.troubles }[refused]
  return at === undefined ? said : t.atLine(formatNumber(at, lang), said)
}

importingRoutes.post(paths.importTaking, ...mayChange, async (c) => {
  const { fileName = "", drafts: text = "" } = await fieldsOf(c)
  const drafts = draftsCarried(text)
  if (drafts === null) return show(c, { error: common(c).gone }, 422)
  const done = await takeAssets(seatOf(deskOf(c)), { fileName, drafts })
  if ("refused" in done) return show(c, { error: common(c).gone }, 409)
  return c.redirect(`${paths.importing}?xong=${done.rows}`, 303)
})

importingRoutes.post(paths.importUndo(record(":id")), ...mayChange, async (c) => {
  const done = await undoImport(seatOf(deskOf(c)), idOf(c))
  if ("refused" in done) return show(c, { error: common(c).gone }, 409)
  return c.redirect(`${paths.importing}?xong=${done.gone}&hoan=1`, 303)
})

type Showing = { preview?: ImportPreview; error?: string; told?: string }
async function show(c: Ctx, { preview, error, told }: Showing, status: 200 | 409 | 422) {
  const past = await pastImports(seatOf(deskOf(c)))
  const view = { frame: frameOf(c), past, preview: preview ?? null, error: error ?? null, told: told ?? null }
  return c.html(importingPage(view), status)
}
