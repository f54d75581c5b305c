/** A proposal is begun: from a blank page, or from what a report recommends. */
import { createHash } from "node:crypto"
import { journal } from "../../kernel/journal.ts"
import { insertProposal, takenUp } from "../store/proposals.ts"
import { type Addressed, addressee, addresseesFor } from "./addressee.ts"
import type { Seat } from "./seat.ts"

/** `fromReport`: label of the period; `fromText`: the recommendation as the report has it. */
export type Begun = {
  title: string
  problem: string
  fromReport: string | null
  fromText: string | null
} & Addressed

export const offeredFor = (seat: Seat) => seat.open((tx) => addresseesFor(tx, seat))

export function begin(
  seat: Seat,
  asked: Begun,
): Promise<{ id: string; isNew: boolean } | { refused: "noAddressee" }> {
  return seat.open(async (tx) => {
    const to = await addressee(tx, seat, asked)
    if (to === null) return { refused: "noAddressee" as const }
    const { title, problem, fromReport, fromText } = asked
    const from = fromReport === null || fromText === null ? null : { fromReport, fromHash: keyOf(fromText) }
    const none = { fromReport: null, fromHash: null }
    const id = await insertProposal(tx, { title, problem, ...to, ...(from ?? none), name: seat.name })
    if (id === null) {
      // Taken up before: that one is opened instead of a second of the same words.
      const before = from === null ? null : await takenUp(tx, from)
      if (before === null) throw new Error("a proposal that was neither made nor found")
      return { id: before, isNew: false }
    }
    await journal(tx, { what: "proposal.begun", record: { kind: "proposal", id }, details: { fromReport } })
    return { id, isNew: true }
  })
}

/** A recommendation by its words, however they are spaced. */
export const keyOf = (text: string): string =>
  createHash("sha256").update(text.normalize("NFC").replace(/\s+/g, " ").trim()).digest("hex")

const titleMax = 300

/** One click on what a report recommends: to the committee where there is one, the recommendation as the problem, its first sentence as what is proposed. */
export async function beginFromReport(
  seat: Seat,
  { period, text }: { period: string; text: string },
): Promise<{ id: string; isNew: boolean } | { refused: "noAddressee" }> {
  const [first] = await offeredFor(seat)
  if (first === undefined) return { refused: "noAddressee" }
  return begin(seat, {
    ...{ title: titleOf(text), problem: text, toBody: first.id, ministry: null },
    ...{ fromReport: period, fromText: text },
  })
}

export const titleOf = (text: string): string => (text.split(/(?<=[.;!?])\s/u)[0] ?? text).slice(0, titleMax)
