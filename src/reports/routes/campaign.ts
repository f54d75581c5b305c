/** The campaign over HTTP: asking the bodies, where their parts stand, and one body's part. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { record } from "../../kernel/http/record.ts"
import { groupNames, readCampaign, startCampaign } from "../actions/campaign.ts"
import { mayReport } from "../actions/lock.ts"
import { readPart, sendPart } from "../actions/part.ts"
import { periodOf } from "../domain/windows.ts"
import { figureOf } from "../outline.ts"
import { campaignPage } from "../pages/campaign.tsx"
import { partPage } from "../pages/part.tsx"
import { figureName } from "../pages/values.ts"
import { paths } from "../paths.ts"
import { campaignWords } from "../words-campaign.ts"

const idPattern = record(":id")
type Values = Record<string, string | string[]>

export const campaignRoutes = new Hono<Env>()

campaignRoutes.get(paths.campaign(":period"), requireOfficer, allow("report.read"), (c) => shown(c, {}, {}))

campaignRoutes.post(paths.campaign(":period"), requireOfficer, allow("directive.issue"), async (c) => {
  const period = periodOf(c.req.param("period") ?? "")
  if (period === null || !mayReport(deskOf(c), "province")) return missingPage(c)
  const t = campaignWords[c.get("language")].refusals
  const values = await valuesOf(c)
  const dueOn = String(values.dueOn ?? "")
  const asked = [values.groups ?? []].flat()
  const groups = groupNames.filter((name) => asked.includes(name))
  if (!isDay(dueOn)) return shown(c, values, { dueOn: t.dueBefore }, 422)
  if (groups.length === 0) return shown(c, values, { groups: t.noBody }, 422)
  const done = await startCampaign(deskOf(c), { period, dueOn, groups })
  if (!("refused" in done)) return c.redirect(`${paths.campaign(period.label)}?xong=1`, 303)
  const field = { again: "", dueBefore: "dueOn", noBody: "groups" }[done.refused]
  return shown(c, values, { [field]: t[done.refused] }, done.refused === "again" ? 409 : 422)
})

async function shown(
  c: Ctx,
  answers: Values,
  errors: Readonly<Record<string, string>>,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const period = periodOf(c.req.param("period") ?? "")
  const desk = deskOf(c)
  if (period === null || !mayReport(desk, "province")) return missingPage(c)
  const reading = await readCampaign(desk, period)
  const mayStart = can(desk.officer, "directive.issue")
  const isDone = c.req.query("xong") !== undefined
  const view = { frame: frameOf(c), reading, groups: groupNames, mayStart, answers, errors, isDone }
  return c.html(campaignPage(view), status)
}

campaignRoutes.get(paths.part(idPattern), requireOfficer, allow("assignment.read"), async (c) => {
  const part = await readPart(deskOf(c), c.req.param("id") ?? "")
  if (part === null) return missingPage(c)
  const filled = part.figures.flatMap(({ definition, counted, given }) => {
    const value = given?.of === "part" ? given.value : (counted ?? given?.value ?? null)
    return value === null ? [] : [[definition.id, String(value).replace(".", ",")]]
  })
  const isSent = c.req.query("xong") !== undefined
  const mayWrite = can(deskOf(c).officer, "assignment.report")
  const answers = { ...Object.fromEntries(filled), text: part.text }
  return c.html(partPage({ frame: frameOf(c), part, answers, errors: {}, isSent, mayWrite }))
})

campaignRoutes.post(paths.part(idPattern), requireOfficer, allow("assignment.report"), async (c) => {
  const part = await readPart(deskOf(c), c.req.param("id") ?? "")
  if (part === null) return missingPage(c)
  const lang = c.get("language")
  const t = campaignWords[lang].part
  const answers = await valuesOf(c)
  const errors: Record<string, string> = {}
  const values: Record<string, number> = {}
  for (const { definition } of part.figures) {
    const typed = String(answers[definition.id] ?? "").trim()
    if (typed === "") continue
    const value = numberOf(typed)
    if (value === null)
      errors[definition.id] = t.number(figureName(figureOf(definition.id) ?? definition, lang))
    else values[definition.id] = value
  }
  const text = String(answers.text ?? "")
    .trim()
    .slice(0, 20_000)
  if (text === "") errors.text = t.textMissing
  const view = { frame: frameOf(c), part, answers, isSent: false, mayWrite: true }
  if (Object.keys(errors).length > 0) return c.html(partPage({ ...view, errors }), 422)
  const done = await sendPart(deskOf(c), part, { text, values })
  if ("refused" in done) return c.html(partPage({ ...view, errors: { "": t.closed } }), 409)
  return c.redirect(`${paths.part(part.assignmentId)}?xong=1`, 303)
})

/** "1.234" and "1 234" are one thousand two hundred and thirty-four; "1,5" one and a half. */
export function numberOf(typed: string): number | null {
  const plain = typed.replaceAll(/[.\s](?=\d{3}(?!\d))/g, "").replace(",", ".")
  const value = Number(plain)
  return /^\d{1,15}(\.\d{1,4})?$/.test(plain) && Number.isFinite(value) ? value : null
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

async function valuesOf(c: Ctx): Promise<Values> {
  const all = Object.entries(await listsOf(c))
  return Object.fromEntries(
    all.map(([name, texts]) => [name, texts.length === 1 ? (texts[0] ?? "") : [...texts]]),
  )
}
