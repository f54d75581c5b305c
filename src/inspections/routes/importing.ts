/** Lists of subjects over HTTP: looked at, taken, taken back. */
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
import { listBytesMax, listImportWords } from "../../kernel/ui/index.ts"
import { seatOf } from "../../signals/index.ts"
import {
  pastRegisters,
  previewRegister,
  type RegisterPreview,
  shopsCarried,
  takeRegister,
  undoRegister,
} from "../actions/register.ts"
import { importingPage } from "../pages/importing.tsx"
import { paths } from "../paths.ts"
import { subjectWords } from "../words-subject.ts"

const example = readFileSync(join(import.meta.dirname, "../../../data/inspections/doi-tuong-mau.csv"), "utf8")

export const registerImportRoutes = new Hono<Env>()
const may = [requireOfficer, allow("inspection.plan")] as const
const seat = (c: Ctx) => seatOf(deskOf(c))
const wordsOf = (c: Ctx) => ({
  list: subjectWords[c.get("language")].list,
  troubles: listImportWords[c.get("language")].troubles,
})

registerImportRoutes.get(paths.importExample, ...may, (c) =>
  sendFile(c, example, { name: "doi-tuong-mau.csv", type: "text/csv; charset=utf-8" }),
)

registerImportRoutes.get(paths.importing, ...may, (c) => {
  const [taken, gone] = [c.req.query("xong"), c.req.query("hoan")]
  const { list } = wordsOf(c)
  const count = (typed: string) =>
    formatNumber(/^\d{1,4}$/.test(typed) ? Number(typed) : 0, c.get("language"))
  const told =
    gone !== undefined ? list.undone(count(gone)) : taken === undefined ? null : list.took(count(taken))
  return show(c, { told }, 200)
})

registerImportRoutes.post(
  paths.importing,
  ...may,
  takesFiles({ files: 1, bytesMax: listBytesMax }),
  async (c) => {
    const { list, troubles } = wordsOf(c)
    const { file, trouble } = await holdFile(c, listBytesMax)
    if (trouble === "tooLarge") return show(c, { error: troubles.tooLarge }, 422)
    if (file === null) return show(c, { error: troubles.noFile }, 422)
    const preview = await previewRegister(seat(c), file)
    if (!("refused" in preview)) return show(c, { preview }, 200)
    const { refused } = preview
    return show(c, { error: refused === "noColumns" ? list.noColumns : troubles[refused] }, 422)
  },
)

registerImportRoutes.post(paths.importTaking, ...may, async (c) => {
  const { fileName = "", drafts = "" } = await fieldsOf(c)
  const shops = shopsCarried(drafts)
  const { troubles } = wordsOf(c)
  if (shops === null) return show(c, { error: troubles.gone }, 422)
  const done = await takeRegister(seat(c), { fileName, shops })
  if ("refused" in done) return show(c, { error: troubles.gone }, 409)
  return c.redirect(`${paths.importing}?xong=${done.rows}`, 303)
})

registerImportRoutes.post(paths.importUndo(record(":id")), ...may, async (c) => {
  const done = await undoRegister(seat(c), idOf(c))
  if ("refused" in done) return show(c, { error: wordsOf(c).troubles.gone }, 409)
  return c.redirect(`${paths.importing}?hoan=${done.gone}`, 303)
})

type Showing = { preview?: RegisterPreview; error?: string; told?: string | null }
async function show(c: Ctx, { preview, error, told }: Showing, status: 200 | 409 | 422) {
  const past = await pastRegisters(seat(c))
  const view = { past, preview: preview ?? null, error: error ?? null, told: told ?? null }
  return c.html(importingPage({ frame: frameOf(c), ...view }), status)
}
