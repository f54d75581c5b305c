/** Papers of a case over HTTP: the form, the draft, the number taken. `show` draws the page of the case. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { sentenceOf as sentenceOfFault } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, isRecordId, record } from "../../kernel/http/record.ts"
import { letterPaths } from "../../letters/index.ts"
import {
  draftPaper,
  mayExplainLonger,
  type PaperForm,
  type PaperRefused,
  readPaperForm,
} from "../actions/papers.ts"
import type { CaseReading } from "../actions/reading.ts"
import { type TakingRefusal, takePaper } from "../actions/take-paper.ts"
import { mayConfiscateAlone } from "../domain/guards.ts"
import type { Refusal } from "../domain/life.ts"
import { paperPage } from "../pages/paper.tsx"
import { type AmountFault, amountFaults, faultsOfPaper, type PaperFault } from "../papers/form.ts"
import { type PaperField, type PaperKind, paperKinds, slugOf, stepOf } from "../papers/kinds.ts"
import { paths } from "../paths.ts"
import { formWords } from "../words-forms.ts"
import { paperWords } from "../words-papers.ts"
import { sealedWordsIn } from "./naming.ts"

type Show = (c: Ctx, refused: string) => Promise<Response>
type Words = Readonly<Record<string, string>>
const idPattern = record(":id")
const paperPattern = record(":paper")

const verbOf = (kind: PaperKind) =>
  kind === "request" ? ("prevention.request" as const) : ("case.record" as const)

export function paperRoutes(show: Show) {
  const routes = new Hono<Env>()
  for (const kind of paperKinds) {
    const path = paths.paper(idPattern, slugOf[kind])
    routes.get(path, requireOfficer, allow(verbOf(kind)), async (c) => {
      const form = await readPaperForm(deskOf(c), idOf(c), { kind, requestId: requestOf(c) })
      if ("refused" in form) return refuse(c, form.refused, show)
      return formView(c, { kind, form, values: form.answers, errors: {} }, 200)
    })
    routes.post(path, requireOfficer, allow(verbOf(kind)), (c) => receive(c, kind, show))
  }
  routes.post(paths.paperTaking(idPattern, paperPattern), requireOfficer, allow("case.record"), async (c) => {
    const done = await takePaper(deskOf(c), idOf(c), c.req.param("paper") ?? "")
    if (!("refused" in done)) return c.redirect(`${paths.case(idOf(c))}?xong=van-ban`, 303)
    return refuse(c, done.refused, show)
  })
  return routes
}

/** The kinds that may be written now, by this person. */
export function writableNow(
  c: Ctx,
  { stepsToday: steps, row, owedDuties, clocks, sides, today, decideUntil }: CaseReading,
): PaperKind[] {
  const { officer } = deskOf(c)
  if (row.state === "closed" || !can(officer, "document.draft")) return []
  return paperKinds.filter((kind) => {
    const step = stepOf[kind]
    // A session that nobody asked for is not announced.
    if (kind === "session" && !owedDuties.some(({ purpose }) => purpose === "notify-hearing")) return false
    if (kind === "explaining" && !clocks.some(mayExplainLonger)) return false
    if (kind === "confiscation" && !mayConfiscateAlone({ state: row.state, decideUntil }, today)) return false
    if (kind === "transfer-notice") return row.state === "transferred" && sides.includes("handler")
    return step !== null && steps.includes(step) && can(officer, verbOf(kind))
  })
}

export const mayWriteLetters = (c: Ctx, { sides, row }: CaseReading) =>
  row.state !== "closed" &&
  sides.includes("handler") &&
  can(deskOf(c).officer, "document.draft") &&
  can(deskOf(c).officer, verbOf("request"))

async function receive(c: Ctx, kind: PaperKind, show: Show): Promise<Response> {
  const desk = deskOf(c)
  const values = await fieldsOf(c)
  const asked = { kind, requestId: requestOf(c) }
  const form = await readPaperForm(desk, idOf(c), asked)
  if ("refused" in form) return refuse(c, form.refused, show)
  const errors = errorsOf(c, form, values)
  if (Object.keys(errors).length > 0) return formView(c, { kind, form, values, errors }, 422)
  const sealed = await sealedWordsIn(c, { caseId: idOf(c) }, wordsTyped(form, values))
  if (Object.keys(sealed).length > 0) return formView(c, { kind, form, values, errors: sealed }, 422)
  const done = await draftPaper(desk, idOf(c), { ...asked, answers: values })
  if (!("refused" in done)) return c.redirect(`${letterPaths.document(done.documentId)}?xong=1`, 303)
  return formView(
    c,
    { kind, form, values, errors: { [fieldOf[done.refused] ?? ""]: sentenceOf(c, done.refused) } },
    409,
  )
}

/** Where a refusal is put right. */
const fieldOf: Partial<Record<string, PaperField>> = {
  notCompetent: "signerId",
  aboveCompetence: "signerId",
  signerNotCompetent: "signerId",
  delegationMissing: "delegation",
  needsMitigating: "mitigating",
  needsAggravating: "aggravating",
  "paper.noSigner": "signerId",
  aboveSpot: "signerId",
  fineTooSmall: "firstAmount",
  planSum: "firstAmount",
  planFirst: "firstAmount",
  planOrder: "firstOn",
  planTooLong: "secondOn",
}

function requestOf(c: Ctx): string | null {
  const id = c.req.query("yc") ?? ""
  return isRecordId(id) ? id : null
}

type Refused = PaperRefused | TakingRefusal | Refusal

async function refuse(c: Ctx, refused: Refused, show: Show): Promise<Response> {
  return refused === "notFound" ? missingPage(c) : show(c, sentenceOf(c, refused))
}

function sentenceOf(c: Ctx, refused: Refused | "notFound"): string {
  const own: Partial<Record<string, string>> = paperWords[c.get("language")].refusals
  const shared: Partial<Record<string, string>> = formWords[c.get("language")].refusals
  return own[refused] ?? shared[refused] ?? ""
}

function errorsOf(c: Ctx, { fields, gathered, about }: PaperForm, values: Words): Record<string, string> {
  const ranges = new Map(
    gathered.acts.flatMap(({ act, range }) => ("refused" in range ? [] : [[act.id, range.range] as const])),
  )
  const faults = faultsOfPaper(fields, values, ranges)
  const lang = c.get("language")
  const t = formWords[lang]
  const own: Partial<Record<string, string>> = paperWords[c.get("language")].fields
  const fines = paperWords[c.get("language")].form
  const labelOf = (name: string) => {
    const act = gathered.acts.find((one) => name.endsWith(one.act.id))
    const offender = about.offenders.find(({ key }) => name.endsWith(key))
    return own[name] ?? (act === undefined ? (offender?.name ?? name) : fines.fine(act.act.description))
  }
  const said = (name: string, fault: PaperFault) =>
    isOfAmount(fault)
      ? t.refusals[fault]
      : sentenceOfFault(fault, { label: { vi: labelOf(name), en: labelOf(name) }, wrong: null }, lang)
  return Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, said(name, fault)]))
}

/** Choices, ids, days and sums cannot name anybody. */
function wordsTyped({ fields }: PaperForm, values: Words): Words {
  const typed = fields.filter(({ kind }) => kind === "text" || kind === "textarea")
  return Object.fromEntries(typed.map(({ name }) => [name, values[name] ?? ""]))
}

const isOfAmount = (fault: PaperFault): fault is AmountFault => amountFaults.some((one) => one === fault)

type Shown = { kind: PaperKind; form: PaperForm; values: Words; errors: Words }

async function formView(c: Ctx, shown: Shown, status: 200 | 409 | 422): Promise<Response> {
  const { officerId } = deskOf(c).officer
  const values = { ...shown.values }
  const isMinutes = shown.kind === "record" || shown.kind === "hearing"
  if (isMinutes && values.signerId === undefined) values.signerId = officerId
  return c.html(paperPage({ frame: frameOf(c), ...shown, values, requestId: requestOf(c) }), status)
}
