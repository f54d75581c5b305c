/** The steps of a proposal, each in one transaction: the row is locked, the life asked, history and journal written beside it. */
import type { Tx } from "../../kernel/db/database.ts"
import { announce, journal } from "../../kernel/journal.ts"
import { addDays } from "../../kernel/time.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import { type Event, eventOf, happened, isOpen, leadsTo, type Outcome, type State } from "../domain/life.ts"
import { matterOf } from "../domain/matter.ts"
import type { FigureBook } from "../figure-book.ts"
import {
  addEvent,
  addOption,
  changeProposal,
  dropFigure,
  dropOption,
  findProposal,
  insertDecision,
  keepFigures,
  optionsOf,
  type Proposal,
  proposeOption,
  snapshotsOf,
} from "../store/proposals.ts"
import { closeRequests, insertRequests, requestsOf, type Taking, takeOpinion } from "../store/requests.ts"
import { type Addressed, addressee } from "./addressee.ts"
import { markServedOn } from "./rooms.ts"
import { type Seat, todayOf } from "./seat.ts"

export const optionsMax = 6
export const snapshotsMax = 30
const askedMax = 60

export type StepRefusal =
  | "missing"
  | "notNow"
  | "notYours"
  | "noBody"
  | "asked"
  | "past"
  | "tooFar"
  | "unanswered"
  | "noOption"
  | "tooManyOptions"
  | "noFigure"
  | "tooManyFigures"
  | "noOpinion"
  | "sayWhy"
  | "opinionsWait"
  | "ahead"
  | "beforeSubmitted"
  | "noAddressee"
  | "addresseeStands"
type Done = { done: true }
type Refused = { refused: StepRefusal }

/** What only changes what it says; as long as nobody else reads it. */
function write(
  seat: Seat,
  id: string,
  what: string,
  work: (tx: Tx, row: Proposal) => Promise<Done | Refused>,
): Promise<Done | Refused> {
  return seat.open(async (tx) => {
    const row = await findProposal(tx, id, { isLocked: true })
    if (row === null) return { refused: "missing" }
    if (row.bodyId !== seat.bodyId) return { refused: "notYours" }
    if (!isOpen(row.state)) return { refused: "notNow" }
    const done = await work(tx, row)
    if ("refused" in done) return done
    await addEvent(tx, row, {
      ...{ what, stateBefore: row.state, stateAfter: row.state },
      ...{ byName: seat.name, note: null },
    })
    await journal(tx, { what: `proposal.${what}`, record: { kind: "proposal", id } })
    return done
  })
}

type Taken = { note?: string | null; details?: Record<string, string | number> }

/** `isForAddressee`: whoever it goes to may take the step as well. */
function step(
  seat: Seat,
  id: string,
  event: Event,
  work: (tx: Tx, row: Proposal, to: State) => Promise<Taken | Refused>,
  { isForAddressee = false } = {},
): Promise<Done | Refused> {
  return seat.open(async (tx) => {
    const row = await findProposal(tx, id, { isLocked: true })
    if (row === null) return { refused: "missing" }
    const isTheirs = isForAddressee && row.toBodyId === seat.bodyId
    if (row.bodyId !== seat.bodyId && !isTheirs) return { refused: "notYours" }
    const to = leadsTo(row.state, event)
    if (to === null) return { refused: "notNow" }
    const taken = await work(tx, row, to)
    if ("refused" in taken) return taken
    await addEvent(tx, row, {
      ...{ what: event, stateBefore: row.state, stateAfter: to },
      ...{ byName: seat.name, note: taken.note ?? null },
    })
    const details = { from: row.state, to, ...taken.details }
    await announce(tx, { what: happened[event], record: { kind: "proposal", id }, details })
    return { done: true }
  })
}

export type Written = { title: string; problem: string } & Addressed

export const rewrite = (seat: Seat, id: string, asked: Written): Promise<Done | Refused> =>
  write(seat, id, "written", async (tx, row) => {
    const to = await addressee(tx, seat, asked)
    if (to === null) return { refused: "noAddressee" }
    if (row.submittedOn !== null && !isSameAddressee(row, to)) return { refused: "addresseeStands" }
    await changeProposal(tx, id, { title: asked.title, problem: asked.problem, ...to })
    return { done: true }
  })

/** A ministry is known by its name alone. */
const isSameAddressee = (row: Proposal, to: { toBodyId: string | null; toName: string }): boolean =>
  row.toBodyId === to.toBodyId && (to.toBodyId !== null || row.toName === to.toName)

/** The figures of a period as they stand now, with their source and the day; nobody counts them again. */
export const keep = (
  seat: Seat,
  id: string,
  { figures, period }: { figures: readonly string[]; period: string },
  book: FigureBook,
): Promise<Done | Refused> =>
  write(seat, id, "figures-kept", async (tx, row) => {
    const today = todayOf(seat)
    if (!book.periods(today, "vi").some(({ label }) => label === period)) return { refused: "noFigure" }
    const read = await book.read(tx, seat.desk, period)
    const chosen = read.filter(({ figure }) => figures.includes(figure))
    if (chosen.length === 0) return { refused: "noFigure" }
    if ((await snapshotsOf(tx, id)).length + chosen.length > snapshotsMax)
      return { refused: "tooManyFigures" }
    await keepFigures(tx, row, chosen, seat.name)
    return { done: true }
  })

export const drop = (seat: Seat, id: string, snapshotId: string): Promise<Done | Refused> =>
  write(seat, id, "figure-dropped", async (tx) =>
    (await dropFigure(tx, id, snapshotId)) ? { done: true } : { refused: "noFigure" },
  )

export const weigh = (
  seat: Seat,
  id: string,
  one: { title: string; effects: string; cost: string | null; isProposed: boolean },
): Promise<Done | Refused> =>
  write(seat, id, "option-added", async (tx, row) => {
    if ((await optionsOf(tx, id)).length >= optionsMax) return { refused: "tooManyOptions" }
    await addOption(tx, row, one)
    return { done: true }
  })

export const choose = (
  seat: Seat,
  id: string,
  { optionId, how }: { optionId: string; how: "propose" | "drop" },
): Promise<Done | Refused> =>
  write(seat, id, how === "propose" ? "option-proposed" : "option-dropped", async (tx) => {
    const isDone =
      how === "propose" ? await proposeOption(tx, id, optionId) : await dropOption(tx, id, optionId)
    return isDone ? { done: true } : { refused: "noOption" }
  })

/** Each body is sent the same words, and reads its own request alone. */
export const consult = (
  seat: Seat,
  id: string,
  { bodies, question, dueOn }: { bodies: readonly string[]; question: string; dueOn: string },
): Promise<Done | Refused> =>
  step(seat, id, "consult", async (tx, row, to) => {
    const today = todayOf(seat)
    if (dueOn < today) return { refused: "past" }
    if (dueOn > addDays(today, daysToAnswerMax)) return { refused: "tooFar" }
    const offered = new Set((await bodiesToAsk(tx, seat)).map((one) => one.id))
    const asked = [...new Set(bodies)]
    if (asked.length === 0 || asked.length > askedMax || asked.some((one) => !offered.has(one)))
      return { refused: "noBody" }
    const options = await optionsOf(tx, id)
    if (options.length === 0) return { refused: "noOption" }
    await changeProposal(tx, id, { state: to })
    const matter = matterOf(row, options, await snapshotsOf(tx, id))
    await insertRequests(tx, row, asked, { matter, question, dueOn, askedName: seat.name })
    return { note: question, details: { bodies: asked.length, dueOn } }
  })

const daysToAnswerMax = 180

/** Every body of the day but the acting one. */
export async function bodiesToAsk(tx: Tx, seat: Seat): Promise<{ id: string; name: string; kind: string }[]> {
  return bodiesOn(await loadChart(tx), todayOf(seat))
    .filter(({ id, kind }) => id !== seat.bodyId && kind !== "ministry")
    .map(({ id, name, kind }) => ({ id, name, kind }))
}

export const goUnasked = (seat: Seat, id: string, reason: string): Promise<Done | Refused> =>
  step(seat, id, "goUnasked", async (tx, _, to) => {
    await changeProposal(tx, id, { state: to, unaskedReason: reason })
    return { note: reason }
  })

/** Before its day only once everybody has answered. */
export const closeConsultation = (seat: Seat, id: string): Promise<Done | Refused> =>
  step(seat, id, "close", async (tx, _, to) => {
    const waiting = (await requestsOf(tx, id)).filter(({ state }) => state === "asked")
    if (waiting.some(({ dueOn }) => dueOn >= todayOf(seat))) return { refused: "unanswered" }
    await closeRequests(tx, id)
    await changeProposal(tx, id, { state: to })
    return { details: { unanswered: waiting.length } }
  })

/** Of each opinion: taken up, in part, or explained why not. */
export const takeUp = (
  seat: Seat,
  id: string,
  one: { requestId: string; taken: Taking; note: string | null },
): Promise<Done | Refused> =>
  write(seat, id, "opinion-taken", async (tx) => {
    if (one.taken !== "accepted" && one.note === null) return { refused: "sayWhy" }
    return (await takeOpinion(tx, id, { ...one, name: seat.name }))
      ? { done: true }
      : { refused: "noOpinion" }
  })

/** It went up with its paper: number and day of the paper. */
export const submit = (
  seat: Seat,
  id: string,
  { number, on }: { number: string; on: string },
): Promise<Done | Refused> =>
  step(seat, id, "submit", async (tx, _, to) => {
    if (on > todayOf(seat)) return { refused: "ahead" }
    const requests = await requestsOf(tx, id)
    if (requests.some(({ state, taken }) => state === "answered" && taken === null))
      return { refused: "opinionsWait" }
    if ((await optionsOf(tx, id)).length === 0) return { refused: "noOption" }
    await changeProposal(tx, id, { state: to, submittedNumber: number, submittedOn: on })
    await markServedOn(tx, id, on)
    return { note: number, details: { on } }
  })

export const decide = (
  seat: Seat,
  id: string,
  { outcome, number, on, note }: { outcome: Outcome; number: string; on: string; note: string | null },
): Promise<Done | Refused> =>
  step(
    seat,
    id,
    eventOf[outcome],
    async (tx, row, to) => {
      if (outcome !== "approved" && note === null) return { refused: "sayWhy" }
      if (on > todayOf(seat)) return { refused: "ahead" }
      if (on < (row.submittedOn ?? on)) return { refused: "beforeSubmitted" }
      await insertDecision(tx, row, { outcome, number, decidedOn: on, note, notedName: seat.name })
      await changeProposal(tx, id, { state: to })
      return { note: note ?? number, details: { on } }
    },
    { isForAddressee: true },
  )

export const withdraw = (seat: Seat, id: string, reason: string): Promise<Done | Refused> =>
  step(seat, id, "withdraw", async (tx, _, to) => {
    await closeRequests(tx, id)
    await changeProposal(tx, id, { state: to })
    await markServedOn(tx, id, null)
    return { note: reason }
  })
