/** The officers' side over HTTP: the queue, one tip with its forms, what is sealed, what other bodies hand over. */
import { Hono } from "hono"
import { allow, can, colleaguesOf, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import type { FieldErrors } from "../../kernel/ui/index.ts"
import { readForwards, receiveForward, returnForward } from "../actions/forwarding.ts"
import { fieldsNamingReporter } from "../actions/naming.ts"
import { type Opened, openOriginal, openSeal, readDerivative } from "../actions/opening.ts"
import { openSignal, type SignalPage } from "../actions/reading.ts"
import { seatOf } from "../actions/seat.ts"
import { scamTypes } from "../catalogue.ts"
import { endingOf } from "../domain/evidence.ts"
import { type FormName, faultsOf, formNames, forms, stepForms, stepsFor, type Values } from "../forms.ts"
import { forwardsPage } from "../pages/forwards.tsx"
import { type SignalView, signalPage } from "../pages/signal.tsx"
import { paths } from "../paths.ts"
import { deskWords } from "../words-desk.ts"
import { formWords } from "../words-forms.ts"
import { queueRoutes } from "./queue.ts"
import { type RefusalKey, sending } from "./sending.ts"
import { shareRoutes } from "./shares.ts"

/** Where a tip becomes a case, by the slice above that knows. */
export type CaseDoors = { open: (signalId: string) => string; of: (caseId: string) => string }

const idPattern = record(":id")
const evidencePattern = record(":evidence")

export function deskRoutes(cases: CaseDoors) {
  const routes = new Hono<Env>()
  routes.route("/", queueRoutes)
  routes.get(paths.arriving, requireOfficer, allow("signal.read"), (c) => showForwards(c, {}, 200))
  routes.post(paths.arrivingReceive(idPattern), requireOfficer, allow("signal.handle"), receive)
  routes.post(paths.arrivingReturn(idPattern), requireOfficer, allow("signal.handle"), sendBack)
  routes.route("/", shareRoutes)
  routes.get(paths.signal(idPattern), requireOfficer, allow("signal.read"), (c) =>
    show(c, cases, { isDone: c.req.query("xong") !== undefined }),
  )
  for (const name of formNames)
    routes.post(
      paths.signalForm(idPattern, forms[name].slug),
      requireOfficer,
      allow(forms[name].action),
      (c) => take(c, cases, name),
    )
  routes.get(paths.evidence(idPattern, evidencePattern), requireOfficer, allow("signal.read"), showDerivative)
  routes.post(
    paths.evidence(idPattern, evidencePattern),
    requireOfficer,
    allow("signal.open-identity"),
    (c) => sendOriginal(c, cases),
  )
  return routes
}

async function take(c: Ctx, cases: CaseDoors, form: FormName): Promise<Response> {
  const values = await fieldsOf(c)
  const errors = errorsOf(c, form, values)
  if (Object.keys(errors).length > 0)
    return show(c, cases, { failed: { form, answers: values, errors } }, 422)
  const seat = seatOf(deskOf(c))
  const id = idOf(c)
  // The masked text itself is compared by the person who masks it, word by word.
  const named =
    form === "mask" ? [] : await fieldsNamingReporter(deskOf(c), { signalId: id }, freeText(form, values))
  if (named.length > 0) {
    const sentence = formWords[c.get("language")].namesReporter
    const failed = { form, answers: values, errors: Object.fromEntries(named.map((one) => [one, sentence])) }
    return show(c, cases, { failed }, 422)
  }
  if (form === "openText" || form === "openIdentity") {
    const what = form === "openText" ? "text" : "identity"
    const opened = await openSeal(seat, id, { what, reason: (values.reason ?? "").trim() })
    return show(c, cases, opened === null ? { refused: "nothingSealed" } : { opened })
  }
  const page = await openSignal(seat, id)
  if (page === null) return missingPage(c)
  const colleagues = form === "assign" ? await colleaguesOf(deskOf(c)) : []
  const around = { colleagues, bodies: page.bodies, types: new Set(scamTypes().map((one) => one.value)) }
  const done = await sending[form](seat, id, values, around)
  if (!("refused" in done)) return c.redirect(`${paths.signal(id)}?xong=1`, 303)
  const sentence = formWords[c.get("language")].refusals[done.refused]
  return show(c, cases, { failed: { form, answers: values, errors: { "": sentence } } }, 409)
}

/** Words of an officer; choices, ids and links cannot name anybody. */
function freeText(form: FormName, values: Values): Record<string, string> {
  const typed = forms[form].fields.filter(({ kind }) => kind === "textarea")
  return Object.fromEntries(typed.map(({ name }) => [name, values[name] ?? ""]))
}

type More = Partial<Pick<SignalView, "failed" | "opened" | "isDone">> & { refused?: RefusalKey }

async function show(c: Ctx, cases: CaseDoors, more: More, status: 200 | 409 | 422 = 200): Promise<Response> {
  const desk = deskOf(c)
  const reading = await openSignal(seatOf(desk), idOf(c))
  if (reading === null) return missingPage(c)
  c.header("cache-control", "no-store")
  const may = formNames.filter(
    (name) => can(desk.officer, forms[name].action) && isOffered(name, reading, more.opened ?? null),
  )
  const { refused, ...rest } = more
  return c.html(
    signalPage({
      frame: frameOf(c),
      reading,
      may,
      types: scamTypes(),
      colleagues: may.includes("assign") ? await colleaguesOf(desk) : [],
      mayOpenOriginal: can(desk.officer, "signal.open-identity"),
      mayReadText: can(desk.officer, "signal.open-text"),
      openCase:
        can(desk.officer, "case.open") && stepsFor(reading.row.state).includes("close")
          ? cases.open(reading.row.id)
          : null,
      caseHref: reading.row.caseId === null ? null : cases.of(reading.row.caseId),
      failed: null,
      opened: null,
      isDone: false,
      refused: refused === undefined ? null : formWords[c.get("language")].refusals[refused],
      ...rest,
    }),
    status,
  )
}

function isOffered(name: FormName, { row }: SignalPage, opened: Opened | null): boolean {
  if (name === "openIdentity") return !row.isAnonymous && row.withdrawnAt === null
  // The masked text is put right beside the raw one, never blindly.
  if (name === "mask") return opened?.what === "text"
  return name in stepForms
    ? (stepsFor(row.state) as readonly FormName[]).includes(name)
    : row.state !== "withdrawn"
}

async function showDerivative(c: Ctx): Promise<Response> {
  const desk = deskOf(c)
  const found = await readDerivative(seatOf(desk), idOf(c), {
    evidenceId: c.req.param("evidence") ?? "",
    mayReadText: can(desk.officer, "signal.open-text"),
  })
  if (found === null) return missingPage(c)
  if ("refused" in found) return (await allow("signal.open-text")(c, async () => {})) ?? missingPage(c)
  // A sandboxed page plays nothing: sound is heard on the page of the tip, and this address hands out the file.
  return sendEvidence(c, found, found.mediaType.startsWith("audio/") ? "attachment" : "inline")
}

/** With a reason, which stands in the journal before the first byte leaves. */
async function sendOriginal(c: Ctx, cases: CaseDoors): Promise<Response> {
  const reason = ((await fieldsOf(c)).reason ?? "").trim().slice(0, 1_000)
  if (reason === "") return show(c, cases, { refused: "noWhy" }, 422)
  const evidenceId = c.req.param("evidence") ?? ""
  const found = await openOriginal(seatOf(deskOf(c)), idOf(c), { evidenceId, reason })
  return found === null ? missingPage(c) : sendEvidence(c, found, "attachment")
}

/** From outside the house: it is what its bytes said when it came. */
function sendEvidence(
  c: Ctx,
  file: { bytes: Buffer; mediaType: string; position: number },
  how: "inline" | "attachment",
): Response {
  const type = file.mediaType === "text/plain" ? "text/plain; charset=utf-8" : file.mediaType
  return sendFile(c, file.bytes, {
    name: `bang-chung-${file.position}.${endingOf(file.mediaType)}`,
    type,
    how,
  })
}

async function showForwards(
  c: Ctx,
  more: { id?: string; errors?: FieldErrors; answers?: Values },
  status: 200 | 409 | 422,
): Promise<Response> {
  const desk = deskOf(c)
  const list = await readForwards(seatOf(desk))
  const said = c.req.query("xong") !== undefined
  return c.html(
    forwardsPage({
      frame: frameOf(c),
      list,
      types: scamTypes(),
      mayAnswer: can(desk.officer, "signal.handle"),
      isDone: said,
      ...more,
    }),
    status,
  )
}

const receive = (c: Ctx) => answer(c, "number")
const sendBack = (c: Ctx) => answer(c, "reason")

async function answer(c: Ctx, field: "number" | "reason"): Promise<Response> {
  const answers = await fieldsOf(c)
  const value = (answers[field] ?? "").trim()
  const t = deskWords[c.get("language")]
  const id = idOf(c)
  if (value === "" || value.length > 1_000)
    return showForwards(c, { id, answers, errors: { [field]: t.forwards.missing[field] } }, 422)
  const seat = seatOf(deskOf(c))
  const done =
    field === "number" ? await receiveForward(seat, id, value) : await returnForward(seat, id, value)
  if ("refused" in done) return showForwards(c, { errors: { "": t.forwards.gone } }, 409)
  return c.redirect(done.signalId === null ? `${paths.arriving}?xong=1` : paths.signal(done.signalId), 303)
}

function errorsOf(c: Ctx, form: FormName, values: Values): Record<string, string> {
  const t = formWords[c.get("language")]
  return Object.fromEntries(
    faultsOf(forms[form].fields, values).map(([name, fault]) => [name, t.faults[fault](t.fields[name])]),
  )
}
