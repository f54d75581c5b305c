/** Indicators from elsewhere over HTTP: a file is shown line by line, then taken by a second press. */
import { Hono } from "hono"
import { z } from "zod"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { takesFiles } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { holdFile } from "../../kernel/http/upload.ts"
import { isSameSecret } from "../../kernel/secret.ts"
import { seatOf } from "../../signals/index.ts"
import type { Seat } from "../actions/seat.ts"
import { indicatorKinds, tlps } from "../domain/indicator.ts"
import { paths } from "../paths.ts"
import { readForeignApart } from "./actions/reading.ts"
import { byOfficer, judge, receiverOf, takeIn } from "./actions/taking.ts"
import { formats, importLimits } from "./domain/line.ts"
import { type ImportView, importPage } from "./pages/import.tsx"
import { importWords } from "./words.ts"

export const importRoutes = new Hono<Env>()
const guards = [requireOfficer, allow("indicator.propose")] as const
const sourceChars = 200

importRoutes.get(paths.imports, ...guards, (c) => {
  const [made = Number.NaN, takenBack = Number.NaN] = (c.req.query("nhan") ?? "").split("-").map(Number)
  const done = Number.isInteger(made) && Number.isInteger(takenBack) ? { made, takenBack } : null
  return page(c, { done })
})

importRoutes.post(
  paths.imports,
  ...guards,
  takesFiles({ files: 1, bytesMax: importLimits.bytes }),
  async (c) => {
    const t = importWords[c.get("language")]
    const { file, fields, trouble } = await holdFile(c, importLimits.bytes)
    const source = (fields.source ?? "").trim().slice(0, sourceChars)
    if (trouble === "tooLarge") return page(c, { source, errors: { file: t.refusals.tooLarge } })
    if (source === "" || file === null) {
      const errors = {
        ...(source === "" && { source: t.sourceMissing }),
        ...(file === null && { file: t.refusals.noFile }),
      }
      return page(c, { source, errors })
    }
    const read = await readForeignApart(file.bytes)
    if ("refused" in read) {
      const at = read.at === "" ? "" : ` (${read.at})`
      return page(c, { source, errors: { file: `${t.refusals[read.refused]}${at}` } })
    }
    const seat = seatOf(deskOf(c))
    const lines = await seat.open((tx) => judge(tx, receiverOf(seat, source), read.lines))
    const held = JSON.stringify({ source, format: read.format, lines: read.lines })
    return page(c, {
      source,
      preview: { lines, faults: read.faults, held: { held, mark: markOf(seat, held) } },
    })
  },
)

importRoutes.post(paths.importTake, ...guards, async (c) => {
  const seat = seatOf(deskOf(c))
  const { held = "", mark = "", source: typed = "" } = await fieldsOf(c)
  const told = isSameSecret(mark, markOf(seat, held)) ? heldShape.safeParse(JSON.parse(held)) : null
  if (told?.success !== true)
    return page(c, { source: typed, errors: { file: importWords[c.get("language")].refusals.stale } })
  const { source, format, lines } = told.data
  const to = { ...receiverOf(seat, source), name: seat.name, format, takeBack: byOfficer(seat, source) }
  const { made, takenBack } = await seat.open((tx) => takeIn(tx, to, lines))
  return c.redirect(`${paths.imports}?nhan=${made}-${takenBack}`, 303)
})

const besideShape = z.object({
  names: z.array(z.string()),
  seen: z.object({ times: z.number(), wrong: z.number(), lastOn: z.iso.date().nullable() }).nullable(),
})
const heldShape = z.object({
  source: z.string().min(1).max(sourceChars),
  format: z.enum(formats),
  lines: z
    .array(
      z.object({
        at: z.string(),
        kind: z.enum(indicatorKinds),
        typed: z.string(),
        tlp: z.enum(tlps),
        trick: z.string().nullable(),
        confidence: z.number().nullable(),
        validUntil: z.iso.date().nullable(),
        isRevoked: z.boolean(),
        ref: z.string(),
        beside: besideShape,
      }),
    )
    .max(importLimits.lines),
})

/** A mark under what is sent back, so that it is what was shown: with the TLP of its source, for this body. */
const markOf = ({ house, bodyId }: Seat, held: string) =>
  house.keys.hmac("session", `import ${bodyId} ${held}`)

function page(c: Ctx, more: Partial<ImportView>): Response | Promise<Response> {
  const view: ImportView = { frame: frameOf(c), source: "", preview: null, errors: {}, done: null, ...more }
  return c.html(importPage(view), Object.keys(view.errors).length === 0 ? 200 : 422)
}
