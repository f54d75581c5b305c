/** Cases over HTTP: the list, opening, one case with its forms, an enterprise's requests. */
import { Hono } from "hono"
import { allow, can, colleaguesOf, requireOfficer } from "../accounts/index.ts"
import { asOfficer } from "../kernel/db/database.ts"
import { type Ctx, deskOf, type Env } from "../kernel/http/env.ts"
import { fieldsOf } from "../kernel/http/fields.ts"
import { frameOf } from "../kernel/http/frame.ts"
import { missingPage } from "../kernel/http/mishaps.tsx"
import { idOf, record } from "../kernel/http/record.ts"
import { addMonths } from "../kernel/time.ts"
import { makeDossier } from "./actions/dossier.ts"
import { type CaseReading, readCase } from "./actions/reading.ts"
import { tipsNotCompared } from "./actions/tips.ts"
import { allViolations } from "./catalogue.ts"
import { postOf } from "./domain/competence.ts"
import { isCrime, violationsOn } from "./domain/fines.ts"
import { threads } from "./domain/history.ts"
import type { State } from "./domain/life.ts"
import { isOpenRequest } from "./domain/requests.ts"
import { type FormName, formNames, forms, linesOf, targetsMax } from "./forms.ts"
import { casePage } from "./pages/case.tsx"
import { type CaseView, type Failed, lawDayTyped } from "./pages/view.ts"
import { paths } from "./paths.ts"
import { errorsOf } from "./routes/answers.ts"
import { fileRoutes } from "./routes/files.ts"
import { listRoutes } from "./routes/list.ts"
import { freeText, sealedWordsIn } from "./routes/naming.ts"
import { openingRoutes } from "./routes/opening.ts"
import { mayWriteLetters, paperRoutes, writableNow } from "./routes/papers.ts"
import { requestRoutes } from "./routes/requests.ts"
import { type RefusalKey, sending } from "./routes/sending.ts"
import { formWords } from "./words-forms.ts"
import { tipWords } from "./words-tips.ts"

/** Only ids reach the page of a case, so that `/vu-viec/mo` and its like are pages of their own. */
const idPattern = record(":id")

export const caseRoutes = new Hono<Env>()

caseRoutes.route("/", listRoutes)
caseRoutes.route("/", openingRoutes)
caseRoutes.route("/", requestRoutes)
caseRoutes.route(
  "/",
  fileRoutes(async (c, failedFile, status) => {
    const reading = await readCase(deskOf(c), idOf(c))
    if (reading === null) return missingPage(c)
    return c.html(casePage(await viewOf(c, reading, { failedFile })), status)
  }),
)

caseRoutes.route(
  "/",
  paperRoutes(async (c, refused) => {
    const reading = await readCase(deskOf(c), idOf(c))
    if (reading === null) return missingPage(c)
    return c.html(casePage(await viewOf(c, reading, { refused })), 409)
  }),
)

caseRoutes.get(paths.case(idPattern), requireOfficer, allow("case.read"), async (c) => {
  const reading = await readCase(deskOf(c), idOf(c))
  if (reading === null) return missingPage(c)
  return c.html(casePage(await viewOf(c, reading, { isDone: c.req.query("xong") !== undefined })))
})

for (const name of formNames)
  caseRoutes.post(paths.form(idPattern, forms[name].slug), requireOfficer, allow(forms[name].action), (c) =>
    receive(c, name),
  )

async function receive(c: Ctx, name: FormName): Promise<Response> {
  const id = idOf(c)
  const values = await fieldsOf(c)
  const errors = errorsOf(c, forms[name].fields, values)
  if (name === "prevent" && linesOf(values.targets ?? "").length > targetsMax)
    errors.targets = formWords[c.get("language")].faults.tooMany(formWords[c.get("language")].fields.targets)
  if (Object.keys(errors).length > 0) return again(c, { form: name, answers: values, errors }, 422)
  const sealed = await sealedWordsIn(c, { caseId: id }, freeText(forms[name].fields, values))
  if (Object.keys(sealed).length > 0) return again(c, { form: name, answers: values, errors: sealed }, 422)
  const done = await sending[name](deskOf(c), id, values)
  // The dossier is drawn after the hand-over is written; where it cannot be yet, the page says why and offers it.
  if (name === "transfer" && !("refused" in done)) await makeDossier(deskOf(c), id)
  if (!("refused" in done)) return c.redirect(afterwards(name, id), 303)
  const sentence = await sentenceOf(c, id, done.refused)
  return again(c, { form: name, answers: values, errors: { "": sentence } }, 409)
}

/** A hand-over that must wait names the tips it waits for. */
async function sentenceOf(c: Ctx, id: string, refused: RefusalKey): Promise<string> {
  const language = c.get("language")
  if (refused !== "tipNotCompared") return formWords[language].refusals[refused]
  const desk = deskOf(c)
  const tips = await asOfficer(desk.house.db, desk.who, (tx) => tipsNotCompared(tx, id))
  return tipWords[language].notCompared(
    tips.slice(0, tipsNamedMax).join(", ") + (tips.length > tipsNamedMax ? "…" : ""),
  )
}
const tipsNamedMax = 10

/** Who returned a file sees it no longer. */
const afterwards = (name: FormName, id: string) =>
  name === "return" ? paths.cases : `${paths.case(id)}?xong=${name}`

/** The page as it is now, with every answer kept; a form that is no longer offered is said in a banner. */
async function again(c: Ctx, failed: Failed, status: 409 | 422): Promise<Response> {
  const reading = await readCase(deskOf(c), idOf(c))
  if (reading === null) return missingPage(c)
  const isThere = mayOf(c, reading).includes(failed.form)
  const more = isThere ? { failed } : { refused: Object.values(failed.errors)[0] ?? null }
  return c.html(casePage(await viewOf(c, reading, more)), status)
}

async function viewOf(
  c: Ctx,
  reading: CaseReading,
  more: Partial<Pick<CaseView, "failed" | "refused" | "isDone" | "failedFile">>,
): Promise<CaseView> {
  const desk = deskOf(c)
  const may = mayOf(c, reading)
  const colleagues = may.includes("nameOfficer") ? await colleaguesOf(desk) : []
  return {
    frame: frameOf(c),
    reading,
    may,
    violations: may.includes("find") ? violationChoices(lawDayTyped(more.failed), reading.today) : [],
    colleagues: colleagues
      .filter((one) => one.officerId !== desk.who.officerId)
      .map((one) => ({ value: one.officerId, label: `${one.name}, ${one.title}` })),
    signers: (may.includes("decide") || may.includes("remedy") ? await colleaguesOf(desk) : [])
      .filter(
        ({ title }) => postOf(title, { kind: desk.officer.bodyKind, name: desk.officer.bodyName }) !== null,
      )
      .map((one) => ({ value: one.officerId, label: `${one.name}, ${one.title}` })),
    failed: null,
    refused: null,
    isDone: false,
    mayKeepFiles: can(desk.officer, "case.record") && reading.row.state !== "closed",
    mayWrite: writableNow(c, reading),
    mayTake: can(desk.officer, "case.record") && reading.sides.includes("handler"),
    mayWriteLetters: mayWriteLetters(c, reading),
    failedFile: null,
    thread: threads.find((one) => one === c.req.query("dien-bien")) ?? null,
    ...more,
  }
}

const mayStillDecide: ReadonlySet<State> = new Set(["verifying", "preventing", "recorded"])

/** Lawful now for this body, and allowed to this role. */
function mayOf(c: Ctx, reading: CaseReading): FormName[] {
  const { officer } = deskOf(c)
  const isOurs = reading.sides.includes("handler") && reading.row.state !== "closed"
  const isWithUs = isOurs || reading.sides.includes("police")
  const open = reading.shownActs.filter(({ act }) => act.sanction === null)
  const waits = (typedBy: string | undefined) => typedBy !== undefined && typedBy !== officer.officerId
  const others: Partial<Record<FormName, boolean>> = {
    typeRange:
      isOurs && mayStillDecide.has(reading.row.state) && open.some(({ range }) => "refused" in range),
    confirmRange:
      isOurs && open.some(({ act }) => act.typed?.confirmedBy === null && waits(act.typed.typedBy)),
    fulfil: reading.owedDuties.length > 0,
    confirmCompetence: isOurs && reading.row.state === "recorded" && open.length > 0,
    withdraw: isOurs && reading.requests.some(isOpenRequest),
    nameOfficer: isWithUs,
  }
  return formNames.filter(
    (name) =>
      can(officer, forms[name].action) &&
      (others[name] ?? (reading.steps as readonly FormName[]).includes(name)),
  )
}

/** Nobody is sanctioned for what is older than the longest limitation period, two years (Luật XLVPHC Đ6.1.a). */
const limitationMonths = 24

/** Once the day of the act is known, only what was in force on it; until then what was in force in the last two years. */
function violationChoices(on: string | null, today: string) {
  const all = allViolations().filter((one) => !isCrime(one))
  const since = addMonths(today, -limitationMonths)
  const lately = all.filter(
    (one) => (one.inForceFrom ?? "") <= today && (one.inForceTo === null || one.inForceTo >= since),
  )
  return (on === null ? lately : violationsOn(on, all)).map((one) => ({
    value: one.id,
    label: one.article === "" ? one.behaviour : `${one.article}: ${one.behaviour}`,
    group: `${one.law} (${one.inForceFrom ?? "…"} – ${one.inForceTo ?? "…"})`,
  }))
}
