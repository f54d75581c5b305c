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
    const from = fromReport === null || fromText === null ? null : { fromReport, fromKey: keyOf(fromText) }
    const none = { fromReport: null, fromKey: null }
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
