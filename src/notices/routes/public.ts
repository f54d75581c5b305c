/** Without an account: the complaint, following it, the objection; and the figures of all. */
import { Hono } from "hono"
import { type Errors, readForm } from "../../kernel/forms/index.ts"
import { sharedLimitOfNetworks } from "../../kernel/http/asks.ts"
import { listsOf } from "../../kernel/http/body.ts"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { newOnce, onceOf } from "../../kernel/http/once.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { csvResponse } from "../../kernel/http/sheet.ts"
import { normalReceipt } from "../../signals/index.ts"
import { complain, fileObjection, followNotice, recordsOf } from "../actions/complaining.ts"
import { groundById, notGrounds } from "../catalogue.ts"
import { figuresOf, halfYearOf, halfYearsOf } from "../domain/figures.ts"
import { complaintForm, objectionForm } from "../forms.ts"
import {
  askCodePage,
  complaintPage,
  complaintReceiptPage,
  type FollowView,
  followPage,
} from "../pages/public.tsx"
import { recordsPage, transparencyPage } from "../pages/transparency.tsx"
import { paths } from "../paths.ts"
import type { PublicRecord } from "../store/notices.ts"
import { publicWords } from "../words-public.ts"

/** Each is work of two officers. */
export const complaintLimit = { most: 30, withinMs: 60 * 60_000 }
const minutesToWait = sharedLimitOfNetworks("complaint", complaintLimit)

const fieldOf = { noUrl: "url", ahead: "seenOn", noHash: "copyHash", nobodyLeads: "" } as const

/** `contests`: the figures of contests of warnings, told beside ours. */
export function publicRoutes(contests: string): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get(paths.complain, (c) => {
    secretly(c)
    return c.html(complaintPage({ frame: frameOf(c), once: newOnce(), notGrounds: notGrounds() }))
  })
  routes.post(paths.complain, receiveComplaint)
  routes.get(paths.follow, (c) => {
    secretly(c)
    return c.html(askCodePage({ frame: frameOf(c) }))
  })
  routes.post(paths.follow, async (c) => followed(c, ((await fieldsOf(c)).code ?? "").slice(0, 100), {}, 200))
  routes.post(paths.object, receiveObjection)
  routes.get(paths.transparency, async (c) => {
    const records = await recordsOf(c.get("house"))
    const view = { figures: figuresOf(records), halfYears: halfYearsOf(records) }
    return c.html(transparencyPage({ frame: frameOf(c), ...view, nameOf: nameIn(c), contests }))
  })
  routes.get(paths.records, async (c) => {
    const records = (await recordsOf(c.get("house"))).filter(asked(c))
    return c.html(recordsPage({ frame: frameOf(c), records, nameOf: nameIn(c) }))
  })
  routes.get(paths.recordsJson, async (c) => {
    c.header("access-control-allow-origin", "*")
    const { halfYear, records: notices } = await recordsAsked(c)
    return c.json({ format: "lienphong-notices-1", halfYear, figures: figuresOf(notices), notices })
  })
  routes.get(paths.recordsCsv, async (c) => {
    const { halfYear, records } = await recordsAsked(c)
    return csvResponse(c, {
      fileName: halfYear === null ? "thong-bao-noi-dung" : `thong-bao-noi-dung-${halfYear}`,
      title: publicWords[c.get("language")].transparency.nav,
      columns: csvColumns.map((label) => ({ label, width: 18 })),
      rows: records.map((one) => csvColumns.map((name) => cellOf(one[name]))),
    })
  })
  return routes
}

/** Notices of the half-year that the address names; of all where it names none. */
async function recordsAsked(c: Ctx): Promise<{ halfYear: string | null; records: PublicRecord[] }> {
  const records = await recordsOf(c.get("house"))
  const halfYear = /^\d{4}-[12]$/.exec(c.req.query("ky") ?? "")?.[0] ?? null
  if (halfYear === null) return { halfYear, records }
  return { halfYear, records: records.filter(({ sentOn }) => halfYearOf(sentOn) === halfYear) }
}

async function receiveComplaint(c: Ctx): Promise<Response> {
  secretly(c)
  const lists = await listsOf(c)
  const once = onceOf(c) ?? newOnce()
  const lang = c.get("language")
  const again = (errors: Errors, status: 422 | 429 = 422) =>
    c.html(
      complaintPage({ frame: frameOf(c), once, notGrounds: notGrounds(), answers: lists, errors }),
      status,
    )
  const read = readForm(complaintForm, lists, lang)
  if ("errors" in read) return again(read.errors)
  const minutes = await minutesToWait(c)
  if (minutes > 0) return again({ "": publicWords[lang].complain.tooOften(minutes) }, 429)
  const done = await complain(c.get("house"), read.input, once)
  if ("refused" in done) return again({ [fieldOf[done.refused]]: publicWords[lang].complain[done.refused] })
  return c.html(complaintReceiptPage({ frame: frameOf(c), code: done.code }))
}

async function receiveObjection(c: Ctx): Promise<Response> {
  const lists = await listsOf(c)
  const typed = (lists.code?.at(-1) ?? "").slice(0, 100)
  const code = normalReceipt(typed)
  const t = publicWords[c.get("language")].follow
  const read = readForm(objectionForm, lists, c.get("language"))
  if ("errors" in read) return followed(c, typed, { answers: lists, errors: read.errors }, 422)
  const done = code === null ? null : await fileObjection(c.get("house"), code, read.input)
  if (done === null || "refused" in done) return followed(c, typed, { said: t.notNow, isRefused: true }, 409)
  return followed(c, typed, { said: t.filedObjection }, 200)
}

const csvColumns = [
  "nth",
  "sentOn",
  "ground",
  "measure",
  "platform",
  "bodyName",
  "isEmergency",
  "hoursToDecision",
  "state",
  "outcome",
  "hoursToOutcome",
  "objected",
  "appealed",
  "reversed",
] as const satisfies readonly (keyof PublicRecord)[]

const cellOf = (value: string | number | boolean | null) =>
  typeof value === "boolean" ? (value ? "yes" : "no") : value
const nameIn = (c: Ctx) => (id: string) => groundById(id)?.name[c.get("language")] ?? id

/** The filter that the address asks for; each figure of the page before leads here. */
function asked(c: Ctx): (one: PublicRecord) => boolean {
  const { ground, measure, platform, outcome, ...flags } = c.req.query()
  return (one) =>
    (ground === undefined || one.ground === ground) &&
    (measure === undefined || one.measure === measure) &&
    (platform === undefined || one.platform === platform) &&
    (outcome === undefined || (one.outcome ?? "") === outcome) &&
    (flags["khan-cap"] === undefined || one.isEmergency) &&
    (flags["phan-doi"] === undefined || one.objected) &&
    (flags["rut-lai"] === undefined || one.reversed)
}

type More = Pick<FollowView, "answers" | "errors" | "said" | "isRefused">

async function followed(c: Ctx, typed: string, more: More, status: 200 | 409 | 422): Promise<Response> {
  secretly(c)
  const code = normalReceipt(typed)
  const found = code === null ? null : await followNotice(c.get("house"), code)
  if (code === null || found === null)
    return c.html(
      askCodePage({ frame: frameOf(c), typed, error: code === null ? "notCode" : "notFound" }),
      422,
    )
  // Before it was sent nothing is told of what is being weighed.
  const ground = found.notice.sentAt === null ? null : groundById(found.notice.ground ?? "")
  return c.html(followPage({ frame: frameOf(c), code, followed: found, ground, ...more }), status)
}
