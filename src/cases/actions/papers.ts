/**
 * The papers of a case: written from its facts, handed to the way of outgoing documents (draft, review, signature, number,
 * issue), and, once issued, taken by the step that they are for, with their number and day.
 */
import { type Colleague, colleaguesOf } from "../../accounts/index.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { changeDraftIn, documentsNamed, draftDocumentIn, type ListedDocument } from "../../letters/index.ts"
import { sealsOfCases } from "../../signals/index.ts"
import { provisionsInFull, unverifiedMark } from "../domain/articles.ts"
import { extensionsOf } from "../domain/clocks.ts"
import { postOf } from "../domain/competence.ts"
import { mayConfiscateAlone } from "../domain/guards.ts"
import { decide, type Refusal } from "../domain/life.ts"
import { maskedIn } from "../domain/masked.ts"
import type { PlanRefusal } from "../domain/money.ts"
import { offendersOf } from "../papers/content.ts"
import { type About, type Asked, amountsIn, answersOf, fieldsOfPaper } from "../papers/form.ts"
import { needsPost, type PaperKind, stepOf } from "../papers/kinds.ts"
import { printed } from "../papers/printed.ts"
import { paths } from "../paths.ts"
import { addEvent, findCase, lockCase } from "../store/cases.ts"
import type { KeptClock } from "../store/clocks.ts"
import { originOf } from "../store/origins.ts"
import { type Answers, changeAnswers, insertPaper, type KeptPaper, papersOf } from "../store/papers.ts"
import { isRunning } from "./course.ts"
import { planIn, planRefused } from "./easing.ts"
import { type SpotRefusal, spotSanctions } from "./on-the-spot.ts"
import { contentOf, type Gathered, gatherPaper, writePaper } from "./paper-content.ts"
import { decidingFrom, remediesFor, sanctionsFor } from "./sanction.ts"
import { delegationOf, type SignerRefusal, signerOf } from "./signer.ts"
import { type Facts, factsOf, heldOf, sidesOf, todayOf } from "./take.ts"

export type PaperRefused =
  | Refusal
  | "notFound"
  | "paper.onItsWay"
  | "paper.noSigner"
  | "paper.noRequest"
  | "paper.unverified"
  | "paper.withTheSanction"
  | SignerRefusal
  | SpotRefusal
  | PlanRefusal

export type PaperForm = {
  gathered: Gathered
  about: About
  fields: Asked[]
  answers: Answers
  /** The draft that saving writes anew; null: a new one. */
  draft: KeptPaper | null
  signers: Colleague[]
}

/** What the form begins with: the draft's own answers, else those of the case's other papers, else what the data say. */
export async function readPaperForm(
  desk: Desk,
  caseId: string,
  asked: { kind: PaperKind; requestId: string | null },
): Promise<PaperForm | { refused: PaperRefused }> {
  const signers = await signersOf(desk, asked.kind)
  const read = await asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await findCase(tx, caseId)
    if (row === null) return { refused: "notFound" as const }
    const facts = await factsOf(tx, row)
    const refused = whyNot(desk, facts, asked)
    if (refused !== null) return { refused } as const
    const papers = await papersOf(tx, caseId)
    const before = await onItsWay(tx, papers, asked)
    if (before !== null && before.document.state !== "draft") return { refused: "paper.onItsWay" as const }
    await journal(tx, { what: "case.read", record: { kind: "case", id: caseId } })
    const starts = (await originOf(tx, caseId))?.starts ?? {}
    return {
      papers,
      draft: before?.paper ?? null,
      gathered: await gatherPaper(tx, desk, facts, asked.kind),
      starts,
    }
  })
  if (read.refused !== undefined) return { refused: read.refused }
  const { gathered, draft, papers, starts } = read
  const about = aboutOf(gathered)
  const fields = fieldsOfPaper(asked.kind, about)
  const begun = Object.assign(
    {},
    startOf(gathered, asked.kind),
    starts,
    ...papers.map((one) => one.answers).reverse(),
  )
  const answers = answersOf(fields, { ...begun, ...(draft?.answers ?? {}) })
  return { gathered, about, fields, answers, draft, signers }
}

const aboutOf = ({ acts }: Gathered): About => ({
  offenders: offendersOf(acts),
  actIds: acts.map(({ act }) => act.id),
})

/** What the data and the case already say; a person reads it before it is printed. */
function startOf({ acts, repeats, today, exhibits }: Gathered, kind: PaperKind): Answers {
  const lines = (texts: readonly string[]) =>
    [...new Set(texts.filter((text) => text !== "").map(provisionsInFull))].join("\n")
  const dated = isMinutes(kind) || kind === "keeping" ? { madeOn: today } : {}
  const things =
    kind === "keeping" || kind === "confiscation"
      ? { things: exhibits.map(({ title }) => title).join("\n") }
      : {}
  return {
    ...dated,
    ...things,
    aggravating: lines(repeats),
    additional: lines(acts.map(({ violation }) => violation.additional)),
    remedy: lines(acts.map(({ violation }) => violation.remedy)),
  }
}

/** Drafts the paper, or writes its draft anew. */
export async function draftPaper(
  desk: Desk,
  caseId: string,
  asked: { kind: PaperKind; requestId: string | null; answers: Answers },
): Promise<{ documentId: string } | { refused: PaperRefused }> {
  const { kind, requestId } = asked
  const signer = (await signersOf(desk, kind)).find((one) => one.officerId === asked.answers.signerId)
  if (signer === undefined) return { refused: "paper.noSigner" }
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, caseId)
    if (row === null) return { refused: "notFound" as const }
    const facts = await factsOf(tx, row)
    const refused = whyNot(desk, facts, asked)
    if (refused !== null) return { refused }
    const gathered = await gatherPaper(tx, desk, facts, kind)
    const answers = answersOf(fieldsOfPaper(kind, aboutOf(gathered)), asked.answers)
    const decided = await decidedBy(tx, desk, facts, kind, { answers, signer })
    if ("refused" in decided) return decided
    const shown = await withoutReporters(tx, desk, gathered)
    const content = contentOf(shown, { answers, signer, sanctions: decided.sanctions }, await calendarIn(tx))
    const model = writePaper(content, kind, requestId)
    // Nobody executes a provision that nobody has read: a legal officer confirms it first, under their own name.
    if (model.kind === "decision" && JSON.stringify(model).includes(unverifiedMark))
      return { refused: "paper.unverified" as const }
    const draft = {
      model,
      typedText: null,
      signerId: signer.officerId,
      readBy: "case.read" as const,
      source: { path: paths.case(caseId), label: `${row.number}: ${row.title}`.slice(0, 300) },
    }
    return keepDraft(tx, desk, { facts, kind, requestId, answers, draft })
  })
}

/** A paper's facts were written before somebody said whose a number is, so they are masked; an offender keeps the name under which they are charged. */
async function withoutReporters(tx: Tx, desk: Desk, of: Gathered): Promise<Gathered> {
  const seals = (await sealsOfCases(tx, desk.house, [of.row.id])).get(of.row.id)
  if (seals === undefined) return of
  const masked = maskedIn(of, seals.without)
  const acts = masked.acts.map((one, at) => {
    const { offenderName = one.act.offenderName } = of.acts[at]?.act ?? {}
    return { ...one, act: { ...one.act, offenderName } }
  })
  return { ...masked, acts }
}

type Drafted = {
  facts: Facts
  kind: PaperKind
  requestId: string | null
  answers: Answers
  draft: Parameters<typeof draftDocumentIn>[2]
}

async function keepDraft(
  tx: Tx,
  desk: Desk,
  { facts, kind, requestId, answers, draft }: Drafted,
): Promise<{ documentId: string } | { refused: PaperRefused }> {
  const { id: caseId, state } = facts.row
  const before = await onItsWay(tx, await papersOf(tx, caseId), { kind, requestId })
  if (before !== null) {
    const changed = await changeDraftIn(tx, desk, before.paper.documentId, draft, null)
    if ("refused" in changed) return { refused: "paper.onItsWay" }
    await changeAnswers(tx, before.paper.id, answers)
    return { documentId: before.paper.documentId }
  }
  const made = await draftDocumentIn(tx, desk, draft)
  await insertPaper(tx, caseId, {
    kind,
    documentId: made.id,
    requestId,
    answers,
    madeName: desk.officer.name,
  })
  const what = "case.paper-drafted"
  const event = { caseId, what, stateBefore: state, stateAfter: state, byName: desk.officer.name }
  await addEvent(tx, { ...event, note: printed.names[kind], details: { kind, document: made.id } })
  await journal(tx, { what, record: { kind: "case", id: caseId }, details: { kind, document: made.id } })
  return { documentId: made.id }
}

/** A decision is drafted only as it could be made today: in its range, by a competent office. */
async function decidedBy(
  tx: Tx,
  desk: Desk,
  facts: Facts,
  kind: PaperKind,
  { answers, signer: colleague }: { answers: Answers; signer: Colleague },
) {
  if (!needsPost(kind)) return { sanctions: [] }
  const actIds = facts.acts.map(({ id }) => id)
  const signer = signerOf(desk, colleague, delegationOf(answers))
  if ("refused" in signer) return signer
  const on = todayOf(desk)
  if (kind === "instalments") {
    const refused = await planRefused(tx, facts, { on, plan: planIn(answers) })
    return refused === null ? { sanctions: [] } : { refused }
  }
  const input = { ...decidingFrom(answers, amountsIn(actIds, answers)), signer, number: "" }
  if (kind === "spot") return spotSanctions(desk, facts, { ...input, seenBy: "eyes" }, on)
  if (!isDecision(kind)) return { sanctions: [] }
  return kind === "sanction" ? sanctionsFor(desk, facts, input, on) : remediesFor(desk, facts, input, on)
}

function whyNot(
  desk: Desk,
  facts: Facts,
  { kind, requestId }: { kind: PaperKind; requestId: string | null },
): PaperRefused | null {
  const sides = sidesOf(desk, facts)
  const step = stepOf[kind]
  if (step === null) {
    if (!sides.includes("handler")) return "notYourBody"
    if (kind === "transfer-notice") return facts.row.state === "transferred" ? null : "notTransferred"
    return facts.requests.some(({ id }) => id === requestId) ? null : "paper.noRequest"
  }
  if (kind === "session" && !facts.clocks.some((one) => one.purpose === "notify-hearing" && isRunning(one)))
    return "noHearing"
  if (kind === "explaining" && !facts.clocks.some(mayExplainLonger)) return "noExplanation"
  if (kind === "confiscation" && !mayConfiscateAlone(heldOf(facts), todayOf(desk)))
    return "paper.withTheSanction"
  const made = decide(heldOf(facts), step, sides, todayOf(desk))
  return "refused" in made ? made.refused : null
}

type Standing = { paper: KeptPaper; document: ListedDocument }

/**
 * The one of its kind that the case has not taken yet; there is never a second, for whoever drafts it holds the case. What
 * a body wrote from which the case came stays with that body.
 */
async function onItsWay(
  tx: Tx,
  papers: readonly KeptPaper[],
  { kind, requestId }: { kind: PaperKind; requestId: string | null },
): Promise<Standing | null> {
  const open = papers.filter(
    (one) => one.kind === kind && one.requestId === requestId && one.recordedOn === null,
  )
  const documents = await documentsNamed(
    tx,
    open.map(({ documentId }) => documentId),
  )
  const [document] = documents
  const paper = open.find(({ documentId }) => documentId === document?.id)
  return document === undefined || paper === undefined ? null : { paper, document }
}

/** The time to explain runs, and was not lengthened yet (Đ61.2). */
export const mayExplainLonger = (clock: KeptClock) =>
  clock.purpose === "explain" && isRunning(clock) && extensionsOf(clock, legalRules()).length > 0

/** Made by whoever was there. */
const isMinutes = (kind: PaperKind) => kind === "record" || kind === "hearing"

const isDecision = (kind: PaperKind): kind is "sanction" | "remedy" =>
  kind === "sanction" || kind === "remedy"

/** A decision is signed by a post that may sanction, a letter by a leader, a record by whoever makes it. */
async function signersOf(desk: Desk, kind: PaperKind): Promise<Colleague[]> {
  const body = { kind: desk.officer.bodyKind, name: desk.officer.bodyName }
  if (needsPost(kind)) return (await colleaguesOf(desk)).filter(({ title }) => postOf(title, body) !== null)
  const roles = isMinutes(kind) ? ["officer", "leader"] : ["leader"]
  return (await colleaguesOf(desk)).filter(({ role }) => roles.includes(role))
}
