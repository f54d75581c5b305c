/** Cases over HTTP: the list, opening, one case with its forms, an enterprise's requests. */
import { Hono } from "hono"
import { allow, can, colleaguesOf, requireOfficer } from "../accounts/index.ts"
import { asOfficer } from "../kernel/db/database.ts"
import { formatInstant } from "../kernel/format.ts"
import { freeTextIn, linesOf, moneyOf, mountForms } from "../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../kernel/http/env.ts"
import { frameOf } from "../kernel/http/frame.ts"
import { missingPage } from "../kernel/http/mishaps.tsx"
import type { Moved } from "../kernel/http/opened.ts"
import { idOf, record } from "../kernel/http/record.ts"
import { addMonths } from "../kernel/time.ts"
import { fieldOfNotes, operatorOf, readTarget, spokenIdentifier } from "../signals/index.ts"
import { nameOfBody } from "./actions/bodies.ts"
import { makeDossier } from "./actions/dossier.ts"
import { handlersOf } from "./actions/handler.ts"
import { type CaseReading, readCase } from "./actions/reading.ts"
import { tipsNotCompared } from "./actions/tips.ts"
import { allViolations } from "./catalogue.ts"
import { postOf } from "./domain/competence.ts"
import { isCrime, violationsOn } from "./domain/fines.ts"
import { threads } from "./domain/history.ts"
import type { State } from "./domain/life.ts"
import { isOpenRequest } from "./domain/requests.ts"
import { ofOtherOperators, readTargets } from "./domain/targets.ts"
import { bandsOf } from "./domain/units.ts"
import { type FormName, formNames, forms } from "./forms.ts"
import { casePage } from "./pages/case.tsx"
import { type CaseView, lawDayTyped } from "./pages/view.ts"
import { paths } from "./paths.ts"
import { fileRoutes } from "./routes/files.ts"
import { leavingTipRoutes } from "./routes/leaving-tips.ts"
import { listRoutes } from "./routes/list.ts"
import { sealedWordsIn } from "./routes/naming.ts"
import { openingRoutes } from "./routes/opening.ts"
import { mayWriteLetters, paperRoutes, writableNow } from "./routes/papers.ts"
import { requestRoutes } from "./routes/requests.ts"
import { sending } from "./routes/sending.ts"
import { words } from "./words.ts"
import { casefileWords } from "./words-casefile.ts"
import { formWords } from "./words-forms.ts"
import { targetWords } from "./words-targets.ts"
import { tipWords } from "./words-tips.ts"

/** Only ids reach the page of a case, so that `/vu-viec/mo` and its like are pages of their own. */
const idPattern = record(":id")

export const caseRoutes = new Hono<Env>()

caseRoutes.route("/", listRoutes)
caseRoutes.route("/", openingRoutes)
caseRoutes.route("/", leavingTipRoutes)
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

mountForms(caseRoutes, {
  forms,
  sending,
  page: paths.case(idPattern),
  path: (slug) => paths.form(idPattern, slug),
  reads: [requireOfficer, allow("case.read")],
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => readCase(deskOf(c), idOf(c)),
  to: (c) => ({ desk: deskOf(c), id: idOf(c), amounts: amountsIn(c.get("sent") ?? {}) }),
  offers: mayOf,
  show: async (c, reading, shown, status) => c.html(casePage(await viewOf(c, reading, shown)), status),
  last: (reading, name, c) =>
    name === "followUp"
      ? lastFollowUp(reading)
      : lastStep(reading, c, name === null ? undefined : changedBy[name]),
  check: async (c, name, lists) => ({
    ...(name === "prevent" ? await targetFaults(c, lists) : {}),
    ...(await sealedWordsIn(c, { caseId: idOf(c) }, freeTextIn(forms[name], lists))),
  }),
  sentence: (c, refused) => sentenceOf(c, idOf(c), refused),
  at: fieldOfNotes,
  done: async (c, name) => {
    // The dossier is drawn after the hand-over is written; where it cannot be yet, the page says why and offers it.
    if (name === "transfer") await makeDossier(deskOf(c), idOf(c))
    if (name === "openWords") {
      const opened = await readCase(deskOf(c), idOf(c), true)
      return opened === null ? missingPage(c) : c.html(casePage(await viewOf(c, opened, {})))
    }
    return c.redirect(afterwards(name, idOf(c)), 303)
  },
})

/** Each line of a request names one thing, and each thing once. */
async function targetFaults(c: Ctx, lists: Lists): Promise<Record<string, string>> {
  const { targets, wrong, twice } = readTargets(
    linesOf(lists.targets?.at(-1) ?? ""),
    readTarget,
    spokenIdentifier,
  )
  const t = targetWords[c.get("language")]
  if (wrong.length > 0) return { targets: t.wrong(wrong.slice(0, 5).join("; ")) }
  if (twice.length > 0) return { targets: t.twice(twice.slice(0, 5).join("; ")) }
  if ((lists.ported?.at(-1) ?? "") !== "") return {}
  // The chart is read only where a number tells its operator.
  if (targets.every((one) => operatorOf(one) === null)) return {}
  const enterprise = await nameOfEnterprise(c, lists.enterpriseId?.at(-1) ?? "")
  const others = ofOtherOperators(targets, enterprise, operatorOf)
  const said = others.slice(0, 5).map(({ target, operator }) => `${target}: ${t.prefixOf(operator)}`)
  return others.length === 0 ? {} : { ported: t.otherOperator(said.join("; "), enterprise) }
}

function nameOfEnterprise(c: Ctx, id: string): Promise<string> {
  const { house, who } = deskOf(c)
  return asOfficer(house.db, who, (tx) => nameOfBody(tx, id))
}

/** An edit is overtaken by an edit of the same: nobody confirms a range that they have not seen. */
const changedBy: Partial<Record<FormName, string>> = {
  countUnits: "case.units-counted",
  typeRange: "case.range-typed",
  confirmRange: "case.range-typed",
  confirmCompetence: "case.competence-checked",
  assign: "case.assigned",
}

const lastFollowUp = ({ noted: { followUp } }: CaseReading): Moved | null =>
  followUp === null ? null : { at: followUp.setAt, by: followUp.byName, what: null }

/** What happened last, with what came before it since the form was opened, so that who was slower reads it. */
function lastStep({ history }: CaseReading, c: Ctx, only?: string): Moved | null {
  const lang = c.get("language")
  const openedAt = c.get("opened")?.at ?? Number.POSITIVE_INFINITY
  const all = only === undefined ? history : history.filter(({ what }) => what === only)
  const newestFirst = all.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
  const [last, ...earlier] = newestFirst
  if (last === undefined) return null
  const names: Readonly<Record<string, string>> = { ...words[lang].events, ...casefileWords[lang].moments }
  const meanwhile = earlier
    .filter(({ at, what }) => Date.parse(at) > openedAt && names[what] !== undefined)
    .slice(0, meanwhileMax)
    .map(({ by, at, what }) => [by, `${formatInstant(at, lang)}: ${names[what]}`].filter(Boolean).join(", "))
  const before = meanwhile.length === 0 ? [] : [formWords[lang].meanwhile(meanwhile.join("; "))]
  const what = [names[last.what], ...before].filter((text) => text !== undefined).join(". ")
  return { at: last.at, by: last.by || null, what: what || null }
}
const meanwhileMax = 5

/** đồng, by act: `amount-ID`. */
function amountsIn(lists: Lists): Record<string, number> {
  return Object.fromEntries(
    Object.entries(lists).flatMap(([name, values]) =>
      name.startsWith("amount-") ? [[name.slice("amount-".length), moneyOf(values.at(-1) ?? "")]] : [],
    ),
  )
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
type RefusalKey = keyof (typeof formWords)["vi"]["refusals"]

/** Who returned a file sees it no longer. */
const afterwards = (name: FormName, id: string) =>
  name === "return" ? paths.cases : `${paths.case(id)}?xong=${name}`

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
    handlers: (may.includes("assign") ? await handlersOf(desk) : []).map((one) => ({
      value: one.officerId,
      label: `${one.name}, ${one.title}`,
    })),
    colleagues: colleagues
      .filter((one) => one.officerId !== desk.who.officerId)
      .map((one) => ({ value: one.officerId, label: `${one.name}, ${one.title}` })),
    signers: (["onSpot", "decide", "remedy", "transfer"].some((name) => may.some((one) => one === name))
      ? await colleaguesOf(desk)
      : []
    )
      .filter(
        ({ title }) => postOf(title, { kind: desk.officer.bodyKind, name: desk.officer.bodyName }) !== null,
      )
      .map((one) => ({ value: one.officerId, label: `${one.name}, ${one.title}` })),
    failed: null,
    refused: null,
    isDone: false,
    mayTakeTips:
      can(desk.officer, "case.open") &&
      reading.row.bodyId === desk.who.bodyId &&
      !statesAway.includes(reading.row.state),
    mayKeepFiles: can(desk.officer, "case.record") && reading.row.state !== "closed",
    mayWrite: writableNow(c, reading),
    mayTake: can(desk.officer, "case.record") && reading.sides.includes("handler"),
    mayWriteLetters: mayWriteLetters(c, reading),
    failedFile: null,
    thread: threads.find((one) => one === c.req.query("dien-bien")) ?? null,
    ...more,
  }
}

/** The police hold the file, or nobody works on it. */
const statesAway: readonly State[] = ["transferred", "prosecuted", "closed"]

const mayStillDecide: ReadonlySet<State> = new Set(["verifying", "preventing", "recorded"])

/** Lawful now for this body, and allowed to this role. */
function mayOf(c: Ctx, reading: CaseReading): FormName[] {
  const { officer } = deskOf(c)
  const isOurs = reading.sides.includes("handler") && reading.row.state !== "closed"
  const isWithUs = isOurs || reading.sides.includes("police")
  const open = reading.shownActs.filter(({ act }) => act.sanction === null)
  const waits = (typedBy: string | undefined) => typedBy !== undefined && typedBy !== officer.officerId
  const others: Partial<Record<FormName, boolean>> = {
    countUnits:
      isOurs &&
      mayStillDecide.has(reading.row.state) &&
      open.some(({ violation }) => bandsOf(violation).length > 0),
    typeRange:
      isOurs && mayStillDecide.has(reading.row.state) && open.some(({ range }) => "refused" in range),
    confirmRange:
      isOurs && open.some(({ act }) => act.typed?.confirmedBy === null && waits(act.typed.typedBy)),
    fulfil: reading.owedDuties.length > 0,
    confirmCompetence:
      isOurs && open.length > 0 && (reading.row.state === "recorded" || reading.steps.includes("onSpot")),
    withdraw: isOurs && reading.requests.some(isOpenRequest),
    remind: isOurs && reading.requests.some(isOpenRequest),
    strike: reading.steps.includes("strike") && reading.money.length > 0,
    assign: isOurs,
    openWords: reading.isMasked,
    note: isWithUs,
    followUp: isWithUs,
    nameOfficer: isWithUs,
  }
  return formNames.filter(
    (name) =>
      can(officer, forms[name].verb) &&
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
