/** Proposals at an officer's desk: the list, a new one, one of them with what may be done next, and a request for an opinion. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { hasTask, namingWords } from "../../directives/index.ts"
import { type Errors, mountForms, readForm, type SendingOf } from "../../kernel/forms/index.ts"
import { listsOf } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { letterPaths } from "../../letters/index.ts"
import { seatOf } from "../../signals/index.ts"
import { answer, openRequest, type RequestReading } from "../actions/answering.ts"
import { begin, beginFromReport, offeredFor, titleOf } from "../actions/making.ts"
import { draftPaper, linkLetter } from "../actions/papers.ts"
import { openProposal, type ProposalReading, proposalsOf } from "../actions/reading.ts"
import { nameTaskOfProposal } from "../actions/rooms.ts"
import type { Seat } from "../actions/seat.ts"
import {
  choose,
  closeConsultation,
  consult,
  decide,
  drop,
  goUnasked,
  keep,
  rewrite,
  submit,
  takeUp,
  weigh,
  withdraw,
} from "../actions/steps.ts"
import { giveTasks } from "../actions/tasks.ts"
import { hasPassed, isOpen, leadsTo } from "../domain/life.ts"
import type { FigureBook } from "../figure-book.ts"
import {
  newProposal,
  type ProposalFormName,
  proposalFormNames,
  proposalForms,
  type RequestFormName,
  requestForms,
} from "../forms.ts"
import { newPage, proposalsPage } from "../pages/list.tsx"
import { proposalPage } from "../pages/proposal.tsx"
import { requestPage } from "../pages/request.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"

const idPattern = record(":id")
const reads = [requireOfficer, allow("proposal.read")] as const
const writes = [requireOfficer, allow("proposal.write")] as const

/** `book`: the figures, which the slice of reports brings. */
export function deskRoutes(book: FigureBook): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get(paths.proposals, ...reads, async (c) => {
    const found = await proposalsOf(seatOf(deskOf(c)))
    const mayWrite = can(deskOf(c).officer, "proposal.write")
    return c.html(proposalsPage({ frame: frameOf(c), ...found, mayWrite }))
  })

  routes.get(paths.begin, ...writes, (c) => newForm(c, startOf(c), {}, 200))
  routes.post(paths.begin, ...writes, async (c) => {
    const lists = await listsOf(c)
    const read = readForm(newProposal, lists, c.get("language"))
    if ("errors" in read) return newForm(c, lists, read.errors, 422)
    const from = { fromReport: periodIn(lists, c), fromText: lists.kiennghi?.at(-1) ?? null }
    const done = await begin(seatOf(deskOf(c)), { ...read.input, ...from })
    const t = words[c.get("language")]
    if ("refused" in done) return newForm(c, lists, { ministry: t.refusals[done.refused] }, 422)
    return c.redirect(begunAt(done), 303)
  })

  routes.post(paths.takeUp, ...writes, async (c) => {
    const lists = await listsOf(c)
    const [period, text] = [periodIn(lists, c), (lists.kiennghi?.at(-1) ?? "").trim().slice(0, textMax)]
    if (period === null || text === "") return newForm(c, lists, {}, 422)
    const done = await beginFromReport(seatOf(deskOf(c)), { period, text })
    return c.redirect("id" in done ? begunAt(done) : paths.beginFrom(period, text), 303)
  })

  async function newForm(c: Ctx, answers: Lists, errors: Errors, status: 200 | 422) {
    const addressees = await offeredFor(seatOf(deskOf(c)))
    const period = periodIn(answers, c)
    const from =
      period === null
        ? null
        : { period, name: book.periodNamed(period, c.get("language")), text: answers.kiennghi?.at(-1) ?? "" }
    return c.html(newPage({ frame: frameOf(c), addressees, answers, errors, from }), status)
  }

  /** The period of a report, where the form begins from what it recommends. */
  function periodIn(lists: Lists, c: Ctx): string | null {
    const label = lists.ky?.at(-1) ?? ""
    return book.periodNamed(label, c.get("language")) === "" ? null : label
  }

  type To = { seat: Seat; id: string }
  const sending = {
    consult: ({ seat, id }, input) => consult(seat, id, input),
    close: ({ seat, id }) => closeConsultation(seat, id),
    take: ({ seat, id }, input) => takeUp(seat, id, input),
    paper: ({ seat, id }, input) => draftPaper(seat, id, input, book),
    submit: ({ seat, id }, input) => submit(seat, id, input),
    follow: ({ seat, id }, input) => linkLetter(seat, id, input),
    give: ({ seat, id }, input) => giveTasks(seat, id, input),
    decide: ({ seat, id }, input) => decide(seat, id, input),
    keep: ({ seat, id }, input) => keep(seat, id, input, book),
    drop: ({ seat, id }, { snapshotId }) => drop(seat, id, snapshotId),
    weigh: ({ seat, id }, input) => weigh(seat, id, input),
    choose: ({ seat, id }, input) => choose(seat, id, input),
    rewrite: ({ seat, id }, input) => rewrite(seat, id, input),
    goUnasked: ({ seat, id }, { reason }) => goUnasked(seat, id, reason),
    serve: ({ seat, id }, input) => nameTaskOfProposal(seat, id, input),
    withdraw: ({ seat, id }, { reason }) => withdraw(seat, id, reason),
  } satisfies SendingOf<typeof proposalForms, To>

  mountForms(routes, {
    forms: proposalForms,
    sending,
    page: paths.proposal(idPattern),
    path: (slug) => paths.proposalForm(idPattern, slug),
    reads,
    guards: (verb) => [requireOfficer, allow(verb)],
    read: (c) => openProposal(seatOf(deskOf(c)), idOf(c), book),
    to: (c) => ({ seat: seatOf(deskOf(c)), id: idOf(c) }),
    offers: offered,
    show: (c, reading, shown, status) =>
      c.html(proposalPage({ frame: frameOf(c), reading, book, may: offered(c, reading), ...shown }), status),
    last: ({ history }) => {
      const last = history.at(-1)
      return last === undefined ? null : { at: last.at, by: last.byName, what: null }
    },
    sentence: (c, refused) =>
      refused === "noTask"
        ? namingWords.gone[c.get("language")]
        : words[c.get("language")].refusals[refused as keyof (typeof words)["vi"]["refusals"]],
    at: (refused, name) => fieldOf[name]?.[refused] ?? null,
    done: (c, _, done) =>
      c.redirect(
        "documentId" in done ? letterPaths.document(done.documentId) : `${paths.proposal(idOf(c))}?xong=1`,
        303,
      ),
  })

  mountForms(routes, {
    forms: requestForms,
    sending: { answer: ({ seat, id }: To, input) => answer(seat, id, input) } satisfies SendingOf<
      typeof requestForms,
      To
    >,
    page: paths.request(idPattern),
    path: (slug) => paths.requestForm(idPattern, slug),
    reads,
    guards: (verb) => [requireOfficer, allow(verb)],
    read: (c) => openRequest(seatOf(deskOf(c)), idOf(c)),
    to: (c) => ({ seat: seatOf(deskOf(c)), id: idOf(c) }),
    offers: mayAnswer,
    show: (c, reading, shown, status) =>
      c.html(requestPage({ frame: frameOf(c), reading, book, may: mayAnswer(c, reading), ...shown }), status),
    last: ({ request }) =>
      request.answeredAt === null ? null : { at: request.answeredAt, by: request.answeredName, what: null },
    sentence: (c, refused) => words[c.get("language")].refusals[refused],
    at: (refused) => (refused === "sayWhat" ? "opinion" : null),
    done: (c) => c.redirect(`${paths.request(idOf(c))}?xong=1`, 303),
  })
  return routes
}

/** One that was there before is opened, and nothing is said to have been saved. */
const begunAt = ({ id, isNew }: { id: string; isNew: boolean }): string =>
  isNew ? `${paths.proposal(id)}?xong=1` : paths.proposal(id)

const textMax = 2_000

/** A recommendation becomes the problem, and its first sentence what is proposed; a person edits both. */
function startOf(c: Ctx): Lists {
  const text = (c.req.query("kiennghi") ?? "").slice(0, textMax)
  if (text === "") return {}
  return { ky: [c.req.query("ky") ?? ""], kiennghi: [text], title: [titleOf(text)], problem: [text] }
}

const fieldOf: Readonly<Partial<Record<ProposalFormName, Readonly<Record<string, string>>>>> = {
  consult: { noBody: "bodies", past: "dueOn", tooFar: "dueOn" },
  take: { sayWhy: "note", noOpinion: "requestId" },
  paper: { noSigner: "signerId" },
  submit: { ahead: "on" },
  follow: { noLetter: "directiveId" },
  give: { noBody: "bodies", past: "dueOn", tooFar: "dueOn" },
  decide: { sayWhy: "note", ahead: "on", beforeSubmitted: "on" },
  keep: { noFigure: "figures", tooManyFigures: "figures" },
  drop: { noFigure: "snapshotId" },
  weigh: { tooManyOptions: "title" },
  choose: { noOption: "optionId" },
  rewrite: { noAddressee: "ministry", addresseeStands: "toBody" },
  serve: { noTask: "assignmentId" },
}

/** The forms that this officer may send now; the actions and the database hold the same. */
function offered(c: Ctx, reading: ProposalReading): ProposalFormName[] {
  const { proposal, snapshots, options, requests, isOurs, serving } = reading
  const { officer } = deskOf(c)
  const { state } = proposal
  const isWritten = isOurs && isOpen(state)
  const waits = requests.some((one) => one.state === "answered" && one.taken === null)
  const isForUs = isOurs || proposal.toBodyId === deskOf(c).who.bodyId
  const now: Record<ProposalFormName, boolean> = {
    consult: isOurs && leadsTo(state, "consult") !== null && options.length > 0,
    close: isOurs && leadsTo(state, "close") !== null,
    take: isWritten && requests.some((one) => one.state === "answered"),
    paper: isWritten && state !== "draft" && options.length > 0,
    submit: isOurs && leadsTo(state, "submit") !== null && !waits,
    decide: isForUs && state === "submitted",
    follow: isOurs && hasPassed(state) && reading.letters.length > 0,
    give: isForUs && hasPassed(state),
    keep: isWritten,
    drop: isWritten && snapshots.length > 0,
    weigh: isWritten,
    choose: isWritten && options.length > 0,
    rewrite: isWritten,
    goUnasked: isOurs && leadsTo(state, "goUnasked") !== null && options.length > 0,
    serve: isOurs && state !== "withdrawn" && hasTask(serving),
    withdraw: isOurs && leadsTo(state, "withdraw") !== null,
  }
  return proposalFormNames.filter((name) => now[name] && can(officer, proposalForms[name].verb))
}

function mayAnswer(c: Ctx, { request, isAsked }: RequestReading): RequestFormName[] {
  return isAsked && request.state === "asked" && can(deskOf(c).officer, "proposal.answer") ? ["answer"] : []
}
