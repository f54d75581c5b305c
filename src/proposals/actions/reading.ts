/** The list of proposals, and one of them with everything around it. */
import { directiveSeatOf, readDirectives, readServing, type ServingReading } from "../../directives/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { journal } from "../../kernel/journal.ts"
import { hasPassed, isOpen } from "../domain/life.ts"
import type { FigureNow } from "../domain/matter.ts"
import type { FigureBook } from "../figure-book.ts"
import {
  type Decision,
  decisionsOf,
  eventsOf,
  findProposal,
  type KeptOption,
  type ListedProposal,
  listProposals,
  optionsOf,
  type Proposal,
  type ProposalEvent,
  type Snapshot,
  snapshotsOf,
} from "../store/proposals.ts"
import { type TasksBehind, tasksBehind } from "../store/reported.ts"
import { type ListedRequest, type OpinionRequest, requestsOf, requestsToMe } from "../store/requests.ts"
import { type Addressee, addresseesFor } from "./addressee.ts"
import { type Followed, followedIn, signersFor } from "./papers.ts"
import { proposalRoom } from "./rooms.ts"
import { type Seat, todayOf } from "./seat.ts"
import { bodiesToAsk } from "./steps.ts"

export const proposalsOf = (
  seat: Seat,
): Promise<{ rows: ListedProposal[]; toMe: ListedRequest[]; today: string }> =>
  seat.look(async (tx) => {
    const [rows, toMe] = await Promise.all([listProposals(tx), requestsToMe(tx)])
    return { rows, toMe, today: todayOf(seat) }
  })

export type ProposalReading = {
  proposal: Proposal
  snapshots: Snapshot[]
  /** What the same figures count today. */
  now: FigureNow[]
  options: KeptOption[]
  /** Empty for whoever it goes to. */
  requests: OpinionRequest[]
  decisions: Decision[]
  history: ProposalEvent[]
  bodies: { id: string; name: string; kind: string }[]
  addressees: Addressee[]
  serving: ServingReading
  followed: Followed
  /** The tasks that its letters gave, and how many are done and overdue; null until it is approved. */
  tasks: TasksBehind | null
  /** Letters that may have given the tasks; empty until it is approved. */
  letters: { id: string; label: string }[]
  signers: { id: string; name: string }[]
  isOurs: boolean
  today: string
}

/** Another body's proposal is read by whoever it goes to, and that reading is written down first. */
export async function openProposal(
  seat: Seat,
  id: string,
  book: FigureBook,
): Promise<ProposalReading | null> {
  const found = await openRecord(seat, id, book)
  if (found === null) return null
  const { state } = found.proposal
  const isPassed = found.isOurs && hasPassed(state)
  const signers = found.isOurs && isOpen(state) && state !== "draft" ? await signersFor(seat) : []
  return {
    ...found,
    letters: isPassed ? await lettersToName(seat) : [],
    signers: signers.map(({ officerId, name, title }) => ({ id: officerId, name: `${name}, ${title}` })),
  }
}

const lettersMax = 50

async function lettersToName(seat: Seat): Promise<{ id: string; label: string }[]> {
  const latest = { sort: "ngay", descending: true, limit: lettersMax, offset: 0 } as const
  const { rows } = await readDirectives(directiveSeatOf(seat.desk), { text: "", side: "all" }, latest)
  return rows.map((one) => ({
    id: one.id,
    label: `${one.name}: ${one.subject}`.slice(0, 120),
  }))
}

function openRecord(
  seat: Seat,
  id: string,
  book: FigureBook,
): Promise<Omit<ProposalReading, "letters" | "signers"> | null> {
  return seat.open(async (tx) => {
    const proposal = await findProposal(tx, id, { isLocked: false })
    if (proposal === null) return null
    const isOurs = proposal.bodyId === seat.bodyId
    if (!isOurs) await journal(tx, { what: "proposal.read", record: { kind: "proposal", id } })
    const snapshots = await snapshotsOf(tx, id)
    return {
      proposal,
      snapshots,
      now: await countedToday(tx, seat, snapshots, book),
      options: await optionsOf(tx, id),
      requests: await requestsOf(tx, id),
      decisions: await decisionsOf(tx, id),
      history: await eventsOf(tx, id),
      bodies: isOurs || hasPassed(proposal.state) ? await bodiesToAsk(tx, seat) : [],
      tasks: hasPassed(proposal.state) ? await tasksBehind(tx, id, todayOf(seat)) : null,
      addressees: isOurs ? await addresseesFor(tx, seat) : [],
      serving: await readServing(tx, { kind: proposalRoom.kind, recordId: id }, proposalRoom.words),
      followed: await followedIn(tx, id),
      isOurs,
      today: todayOf(seat),
    }
  })
}

const periodsMax = 3

/** The latest periods alone: each is counted anew for this page. */
async function countedToday(
  tx: Tx,
  seat: Seat,
  snapshots: readonly Snapshot[],
  book: FigureBook,
): Promise<FigureNow[]> {
  const periods = [...new Set(snapshots.map(({ period }) => period))]
    .toSorted()
    .reverse()
    .slice(0, periodsMax)
  const counted: FigureNow[] = []
  for (const period of periods)
    for (const one of await book.read(tx, seat.desk, period)) counted.push({ ...one, period })
  return counted
}
