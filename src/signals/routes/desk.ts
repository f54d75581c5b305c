/** The officers' side over HTTP: the queue, one tip with its forms, what is sealed, what other bodies hand over. */
import { Hono } from "hono"
import { allow, can, colleaguesOf, refuse, requireOfficer } from "../../accounts/index.ts"
import { freeTextIn, mountForms, readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { fieldsOf, listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import type { Moved } from "../../kernel/http/opened.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { localDateOf } from "../../kernel/time.ts"
import type { Answers, FieldErrors } from "../../kernel/ui/index.ts"
import { withQuery } from "../../kernel/ui/link.ts"
import type { Lang } from "../../kernel/words.ts"
import type { OwnAfterAll } from "../actions/deciding.ts"
import { readForwards, receiveForward, returnForward } from "../actions/forwarding.ts"
import { fieldsNamingReporter } from "../actions/naming.ts"
import { type Neighbour, neighboursOf } from "../actions/neighbours.ts"
import { type Opened, openOriginal, readDerivative } from "../actions/opening.ts"
import { openSignal, type SignalPage } from "../actions/reading.ts"
import { seatOf } from "../actions/seat.ts"
import { scamTypes } from "../catalogue.ts"
import { endingOf } from "../domain/evidence.ts"
import { isOnDesk } from "../domain/life.ts"
import { isMovingStill } from "../domain/queue.ts"
import { arriving, besideAClue, type FormName, formNames, forms, stepForms, stepsFor } from "../forms.ts"
import { fieldOfNotes } from "../forms-notes.ts"
import { forwardsPage } from "../pages/forwards.tsx"
import { type SignalView, signalPage } from "../pages/signal.tsx"
import { paths } from "../paths.ts"
import { otherType } from "../read/type.ts"
import { infrastructureTypes } from "../read/type-model.ts"
import { deskWords } from "../words-desk.ts"
import { formWords } from "../words-forms.ts"
import { signalWords } from "../words-signal.ts"
import { askedOf, fromList, tipFrom } from "./list-query.ts"
import { queueRoutes } from "./queue.ts"
import { sending } from "./sending.ts"
import { shareRoutes } from "./shares.ts"

/** Where a tip becomes a case, by the slice above that knows. */
export type CaseDoors = {
  open: (signalId: string) => string
  of: (caseId: string) => string
  /** What an officer is told where the case names the reporter of its tip; null: it does not. */
  named: (c: Ctx, of: { caseId: string; signalId: string }) => Promise<string | null>
  /** Where a tip about a network becomes an incident. */
  incident: (signalId: string) => string
  /** Where a suspect's clue is proposed as a warning to others. */
  warn: (signalId: string, clueId: string) => string
  /** What was shared of a clue that turns out to be the reporter's is taken back. */
  ownAfterAll: OwnAfterAll
}

const idPattern = record(":id")
const evidencePattern = record(":evidence")

export function deskRoutes(cases: CaseDoors) {
  const routes = new Hono<Env>()
  routes.route("/", queueRoutes)
  routes.get(paths.arriving, requireOfficer, allow("signal.read"), (c) => showForwards(c, {}, 200))
  routes.post(paths.arrivingReceive(idPattern), requireOfficer, allow("signal.handle"), receive)
  routes.post(paths.arrivingReturn(idPattern), requireOfficer, allow("signal.handle"), sendBack)
  routes.route("/", shareRoutes)
  mountForms(routes, {
    forms,
    sending,
    page: paths.signal(idPattern),
    path: (slug) => paths.signalForm(idPattern, slug),
    reads: [requireOfficer, allow("signal.read")],
    guards: (verb) => [requireOfficer, allow(verb)],
    read: (c) => openSignal(seatOf(deskOf(c)), idOf(c)),
    to: (c, page) => ({ seat: seatOf(deskOf(c)), id: idOf(c), page, ownAfterAll: cases.ownAfterAll }),
    offers: (c, page) => offered(c, page, null),
    show: (c, page, shown, status) => show(c, page, { cases, ...shown }, status),
    last: (page, name, c) => lastChange(page, name, c.get("language")),
    check: sealedWordsIn,
    sentence: (c, refused) => formWords[c.get("language")].refusals[refused],
    at: fieldOfNotes,
    done: async (c, _name, done) => {
      if (!("opened" in done)) return c.redirect(withQuery(backTo(c), { xong: "1" }), 303)
      const page = await openSignal(seatOf(deskOf(c)), idOf(c))
      return page === null ? missingPage(c) : show(c, page, { cases, opened: done.opened }, 200)
    },
  })
  routes.get(paths.evidence(idPattern, evidencePattern), requireOfficer, allow("signal.read"), showDerivative)
  routes.post(
    paths.evidence(idPattern, evidencePattern),
    requireOfficer,
    allow("signal.open-identity"),
    (c) => sendOriginal(c, cases),
  )
  return routes
}

/** What concerns this form: an edit is overtaken by an edit of the same, a step by any step of the tip's life. */
function lastChange({ events, noted }: SignalPage, name: FormName | null, lang: Lang): Moved | null {
  if (name === "followUp") {
    const { followUp } = noted
    return followUp === null ? null : { at: followUp.setAt, by: followUp.byName, what: null }
  }
  const what = name === null ? undefined : changedBy[name]
  const event = events.find((one) => what === undefined || one.what === what)
  if (event === undefined) return null
  const names: Readonly<Record<string, string>> = signalWords[lang].events
  return { at: event.at, by: event.byName || null, what: names[event.what] ?? null }
}
const changedBy: Partial<Record<FormName, string>> = {
  assign: "signal.assigned",
  classify: "signal.reclassified",
  mask: "signal.redaction-checked",
  setRole: "signal.identifier-corrected",
}

/** The masked words too: a person read them, and a hand may slip; from here they go wherever the tip goes. */
async function sealedWordsIn(c: Ctx, name: FormName, lists: Lists): Promise<Record<string, string>> {
  const named = await fieldsNamingReporter(deskOf(c), { signalId: idOf(c) }, freeTextIn(forms[name], lists))
  const sentence = formWords[c.get("language")].namesReporter
  return Object.fromEntries(named.map((one) => [one, sentence]))
}

type More = Partial<Pick<SignalView, "failed" | "opened" | "isDone" | "refused">> & { cases: CaseDoors }

async function show(
  c: Ctx,
  reading: SignalPage,
  { cases, failed = null, refused = null, ...more }: More,
  status: 200 | 409 | 422,
): Promise<Response> {
  const desk = deskOf(c)
  c.header("cache-control", "no-store")
  const may = offered(c, reading, more.opened ?? null)
  const isBeside = failed !== null && besideAClue.includes(failed.form)
  return c.html(
    signalPage({
      frame: frameOf(c),
      reading,
      today: localDateOf(c.get("house").clock.now()),
      may,
      types: scamTypes(),
      colleagues: may.includes("assign") ? await colleaguesOf(desk) : [],
      mayOpenOriginal: can(desk.officer, "signal.open-identity"),
      mayReadText: can(desk.officer, "signal.open-text"),
      openCase:
        can(desk.officer, "case.open") && stepsFor(reading.row.state).includes("close")
          ? cases.open(reading.row.id)
          : null,
      makeIncident: incidentDoor(c, reading, cases),
      caseNames: await namedInCase(c, reading, cases),
      warn: can(desk.officer, "indicator.propose") && reading.row.withdrawnAt === null ? cases.warn : null,
      around: await aroundOf(c),
      caseHref: reading.row.caseId === null ? null : cases.of(reading.row.caseId),
      failed: isBeside ? null : failed,
      refused: isBeside ? (Object.values(failed.errors)[0] ?? null) : refused,
      opened: null,
      isDone: false,
      ...more,
    }),
    status,
  )
}

/** The list from which the tip was opened stands in the address of its page, also of the page that held a form. */
const listOf = (c: Ctx) => fromList(c.get("opened")?.page ?? c.req.url)

function backTo(c: Ctx): string {
  const from = listOf(c)
  return from === null ? paths.signal(idOf(c)) : tipFrom(idOf(c), from)
}

async function aroundOf(c: Ctx): Promise<SignalView["around"]> {
  const from = listOf(c)
  if (from === null) return null
  const { asked, order } = askedOf(`${paths.signals}${from.query}`)
  const place = { id: idOf(c), at: from.at, order }
  const { previous, next } = await neighboursOf(seatOf(deskOf(c)), asked, place)
  const to = (one: Neighbour | null) =>
    one === null ? null : tipFrom(one.id, { query: from.query, at: one.at })
  return { back: `${paths.signals}${from.query}`, previous: to(previous), next: to(next) }
}

/** A tip about a network that is still on the desk, for who may tell of an incident. */
function incidentDoor(c: Ctx, { row }: SignalPage, cases: CaseDoors): string | null {
  const { officer } = deskOf(c)
  const may = can(officer, "incident.report") && can(officer, "signal.handle")
  const isOfNetworks = row.path === "infrastructure" || networkTypes.includes(row.type)
  return may && isOfNetworks && isOnDesk(row) ? cases.incident(row.id) : null
}
const networkTypes: readonly string[] = infrastructureTypes.filter((one) => one !== otherType)

/** Asked only where an officer said of a clue that it is the reporter's or a victim's: all else is compared as it is written. */
async function namedInCase(c: Ctx, { row, sealed }: SignalPage, cases: CaseDoors): Promise<string | null> {
  const isSaid = sealed.some(({ role, source }) => role === "theirs" && source === "officer")
  return row.caseId === null || !isSaid ? null : cases.named(c, { caseId: row.caseId, signalId: row.id })
}

/** Lawful now, and allowed to this role. */
function offered(c: Ctx, { row, dues, kept }: SignalPage, opened: Opened | null): FormName[] {
  const { officer } = deskOf(c)
  const lawful: readonly FormName[] = stepsFor(row.state)
  const isLawful = (name: FormName) => {
    if (row.erasedAt !== null && sealedForms.includes(name)) return false
    if (name === "holdBack") return kept.retention !== null && kept.hold === null
    if (name === "liftHold") return kept.hold !== null
    if (name === "openIdentity") return !row.isAnonymous && row.withdrawnAt === null
    // The masked text is put right beside the raw one, never blindly.
    if (name === "moving")
      return (
        row.urgency === "money-moving-now" && isOnDesk(row) && !isMovingStill(row, c.get("house").clock.now())
      )
    if (name === "told") return dues.some(({ kind, is }) => kind === "tell" && is === "runs")
    if (name === "mask") return opened?.what === "text"
    return name in stepForms ? lawful.includes(name) : row.state !== "withdrawn"
  }
  return formNames.filter((name) => can(officer, forms[name].verb) && isLawful(name))
}

/** What they open is no longer there once personal data was erased. */
const sealedForms: readonly FormName[] = ["openIdentity", "openText", "mask"]

async function showDerivative(c: Ctx): Promise<Response> {
  const desk = deskOf(c)
  const found = await readDerivative(seatOf(desk), idOf(c), {
    evidenceId: c.req.param("evidence") ?? "",
    mayReadText: can(desk.officer, "signal.open-text"),
  })
  if (found === null) return missingPage(c)
  if ("refused" in found) return refuse(c, "signal.open-text")
  // A sandboxed page plays nothing: sound is heard on the page of the tip, and this address hands out the file.
  return sendEvidence(c, found, found.mediaType.startsWith("audio/") ? "attachment" : "inline")
}

/** With a reason, which stands in the journal before the first byte leaves. */
async function sendOriginal(c: Ctx, cases: CaseDoors): Promise<Response> {
  const reason = ((await fieldsOf(c)).reason ?? "").trim().slice(0, 1_000)
  if (reason === "") {
    const page = await openSignal(seatOf(deskOf(c)), idOf(c))
    const refused = formWords[c.get("language")].refusals.noWhy
    return page === null ? missingPage(c) : show(c, page, { cases, refused }, 422)
  }
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
  more: { id?: string; errors?: FieldErrors; answers?: Answers },
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

async function receive(c: Ctx): Promise<Response> {
  const answers = await listsOf(c)
  const read = readForm(arriving.receive, answers, c.get("language"))
  if ("errors" in read) return showForwards(c, { id: idOf(c), answers, errors: read.errors }, 422)
  return answered(c, await receiveForward(seatOf(deskOf(c)), idOf(c), read.input.number))
}

async function sendBack(c: Ctx): Promise<Response> {
  const answers = await listsOf(c)
  const read = readForm(arriving.sendBack, answers, c.get("language"))
  if ("errors" in read) return showForwards(c, { id: idOf(c), answers, errors: read.errors }, 422)
  return answered(c, await returnForward(seatOf(deskOf(c)), idOf(c), read.input.reason))
}

function answered(c: Ctx, done: Awaited<ReturnType<typeof receiveForward>>): Response | Promise<Response> {
  if ("refused" in done)
    return showForwards(c, { errors: { "": deskWords[c.get("language")].forwards.gone } }, 409)
  return c.redirect(done.signalId === null ? `${paths.arriving}?xong=1` : paths.signal(done.signalId), 303)
}
