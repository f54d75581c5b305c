/** A list as CSV or XLSX, answered line by line; the answer can be had as a file too. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { takesFiles } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { csvResponse } from "../../kernel/http/sheet.ts"
import { holdFile } from "../../kernel/http/upload.ts"
import { type Line, takeList } from "../actions/list.ts"
import { listBytesMax } from "../domain/list.ts"
import { listPage, outcomeOf } from "../pages/list.tsx"
import { paths } from "../paths.ts"
import { listWords } from "../words-list.ts"

const example = readFileSync(join(import.meta.dirname, "../../../data/signals/danh-sach-mau.csv"), "utf8")

export const listRoutes = new Hono<Env>()

listRoutes.get(paths.list, requireOfficer, allow("signal.report"), (c) =>
  c.html(listPage({ frame: frameOf(c), answer: null, error: null })),
)

listRoutes.get(paths.listExample, requireOfficer, allow("signal.report"), (c) => {
  return sendFile(c, example, { name: "danh-sach-mau.csv", type: "text/csv; charset=utf-8" })
})

const takesList = takesFiles({ files: 1, bytesMax: listBytesMax })

listRoutes.post(paths.list, requireOfficer, allow("signal.report"), takesList, async (c) => {
  secretly(c)
  const t = listWords[c.get("language")]
  const { file, fields, trouble } = await holdFile(c, listBytesMax)
  if (trouble === "tooLarge") return refuse(c, t.tooLarge)
  if (file === null) return refuse(c, t.noFile)
  const answer = await takeList(deskOf(c), file.bytes)
  if ("refused" in answer) return refuse(c, t.troubles[answer.refused](answer.at ?? ""))
  if (fields.as === "csv") return asFile(c, answer.lines)
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
