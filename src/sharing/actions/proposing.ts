/** An indicator is written and put before a second person, in one press: from a clue of a tip, or typed. */

import { mayBodyOf } from "../../accounts/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { announce } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import {
  cluesOfTip,
  isOfficialHost,
  isOfficialMail,
  officialNumbers,
  readSignalRow,
  readTarget,
} from "../../signals/index.ts"
import { type GoodNames, goodNameOf } from "../domain/good-names.ts"
import {
  canonicalOf,
  cryptoOf,
  type Draft,
  type DraftFault,
  faultOf,
  type IndicatorKind,
  isWider,
} from "../domain/indicator.ts"
import { addEvent } from "../store/events.ts"
import {
  changeIndicator,
  insertIndicator,
  readIndicatorRow,
  type Source,
  sameStanding,
} from "../store/indicators.ts"
import type { Seat } from "./seat.ts"
import { nameTaskIn } from "./serving.ts"
import { takeStep, takeStepIn } from "./steps.ts"

/** As the form gives it. `tip` and `clue`: the tip, and which of its clues; the value is then not typed but taken from it. */
export type Proposal = Omit<Draft, "value" | "openDigits"> & {
  typed: string
  tip: { id: string; clueId: string } | null
  /** The task of a letter that it serves. */
  assignmentId?: string | null
}
export type ProposalFault = DraftFault | "notReadable" | "goodName" | "notASuspect" | "alreadyThere"
export type Proposed = { id: string } | { refused: ProposalFault }

export function proposeIndicator(seat: Seat, proposal: Proposal): Promise<Proposed> {
  return seat.open(async (tx) => {
    const thing = await thingOf(tx, proposal)
    if ("refused" in thing) return thing
    if (goodNameOf(thing, goodNamesOf(seat)) !== null) return { refused: "goodName" }
    const fault = faultOf(proposal, { isAuthority: isAuthority(seat), today: todayOf(seat) })
    if (fault !== null) return { refused: fault }
    if ((await sameStanding(tx, thing.kind, thing.value)) !== null) return { refused: "alreadyThere" }
    const { reports, sources, ...named } = thing
    const made = await insertIndicator(tx, { ...proposal, ...named, reports, sources, name: seat.name })
    const of = { kind: "indicator", id: made.id } as const
    const event = {
      what: "indicator.written",
      stateBefore: "draft",
      stateAfter: "draft",
      note: null,
    } as const
    await addEvent(tx, { ...of, bodyId: made.bodyId }, { ...event, byName: seat.name })
    const { kind, tlp, audience } = { ...proposal, ...named }
    await announce(tx, { what: "indicator.written", record: of, details: { kind, tlp, audience, reports } })
    await nameTaskIn(tx, seat, of, proposal.assignmentId ?? null)
    await takeStepIn(tx, seat, of, { step: "send" })
    return { id: made.id }
  })
}

type Change = Omit<Draft, "kind" | "value" | "openDigits">

/** A draft that was taken back or given back; what it names stays. */
export const rewriteIndicator = (seat: Seat, id: string, change: Change) =>
  takeStep<DraftFault>(
    seat,
    { kind: "indicator", id },
    {
      step: "edit",
      refuse: async (tx) => {
        const row = await readIndicatorRow(tx, id)
        if (row !== null && isWider(change.tlp, row)) return "widerThanSource"
        return faultOf(change, { isAuthority: isAuthority(seat), today: todayOf(seat) })
      },
      write: (tx) => changeIndicator(tx, id, change),
    },
  )

type Thing = {
  kind: IndicatorKind
  value: string
  openDigits: number | null
  reports: number
  sources: readonly Source[]
}

async function thingOf(tx: Tx, { tip, kind, typed }: Proposal): Promise<Thing | { refused: ProposalFault }> {
  if (tip === null) {
    const read = canonicalOf(kind, typed, readTarget)
    return read === null ? { refused: "notReadable" } : { kind, ...read, reports: 0, sources: [] }
  }
  const clue = await clueOf(tx, tip)
  if (clue === null) return { refused: "notASuspect" }
  return { ...clue, sources: [{ kind: "tip", ref: tip.id }] }
}

export type Clue = { kind: IndicatorKind; value: string; openDigits: null; reports: number; trick: string }

/** Only what is a suspect's: what is the reporter's, a victim's, official or unclear is nothing to warn of. */
export async function clueOf(tx: Tx, { id, clueId }: { id: string; clueId: string }): Promise<Clue | null> {
  const row = await readSignalRow(tx, id)
  if (row === null || row.withdrawnAt !== null) return null
  const clue = (await cluesOfTip(tx, id)).find((one) => one.indicatorId === clueId)
  if (clue === undefined || clue.role !== "suspect" || clue.kind === "evidence") return null
  const { kind, others } = clue
  const value = kind === "crypto" ? cryptoOf(clue.value) : clue.value
  return { kind: kind as IndicatorKind, value, openDigits: null, reports: others + 1, trick: row.type }
}

export const goodNamesOf = ({ house }: Pick<Seat, "house">): GoodNames => ({
  isOfficialHost,
  isOfficialMail,
  numbers: officialNumbers(house.numbers),
})
/** Only an authority warns everybody, and hears who was warned of by mistake. */
export const isAuthority = ({ desk }: Seat): boolean => mayBodyOf(desk.officer.bodyKind, "contest.decide")
export const todayOf = ({ house }: Pick<Seat, "house">) => localDateOf(house.clock.now())
