/** A list as CSV or XLSX, answered line by line; the answer can be had as a file too. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { csvResponse } from "../../kernel/http/sheet.ts"
import { type Line, takeList } from "../actions/list.ts"
import { listBytesMax } from "../domain/list.ts"
import { listPage, outcomeOf } from "../pages/list.tsx"
import { paths } from "../paths.ts"
import { listWords } from "../words-list.ts"
import { secretly } from "./forms.ts"

const example = readFileSync(join(import.meta.dirname, "../../../data/signals/danh-sach-mau.csv"), "utf8")

export const listRoutes = new Hono<Env>()

listRoutes.get(paths.list, requireOfficer, allow("signal.report"), (c) =>
  c.html(listPage({ frame: frameOf(c), answer: null, error: null })),
)

listRoutes.get(paths.listExample, requireOfficer, allow("signal.report"), (c) => {
  c.header("content-type", "text/csv; charset=utf-8")
  c.header("content-disposition", 'attachment; filename="danh-sach-mau.csv"')
  return c.body(example)
})

listRoutes.post(paths.list, requireOfficer, allow("signal.report"), async (c) => {
  secretly(c)
  const t = listWords[c.get("language")]
  const body = await c.req.parseBody()
  const file = body.file
  if (!(file instanceof File) || file.size === 0) return refuse(c, t.noFile)
  if (file.size > listBytesMax) return refuse(c, t.tooLarge)
  const answer = await takeList(deskOf(c), Buffer.from(await file.arrayBuffer()))
  if ("refused" in answer) return refuse(c, t.troubles[answer.refused](answer.at ?? ""))
  if (body.as === "csv") return asFile(c, answer.lines)
  return c.html(listPage({ frame: frameOf(c), answer, error: null }))
})

const refuse = (c: Ctx, error: string) => c.html(listPage({ frame: frameOf(c), answer: null, error }), 422)

function asFile(c: Ctx, lines: readonly Line[]): Response {
  const t = listWords[c.get("language")]
  return csvResponse(c, {
    fileName: "ket-qua-tin-bao",
    title: t.title,
    columns: [t.line, t.target, t.outcome, t.code].map((label) => ({ label, width: 20 })),
    rows: lines.map((one) => [one.line, one.target, outcomeOf(one, t), "fault" in one ? null : one.code]),
  })
}
