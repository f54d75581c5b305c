/** What officers read of warnings: the list with what rises, one warning with what its release would do. */

import type { ServingReading } from "../../directives/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { journal } from "../../kernel/journal.ts"
import { evidenceOfTrick, readTarget, type TrickEvidence, tricksLately } from "../../signals/index.ts"
import type { Drawer } from "../domain/drawers.ts"
import { goodNameOf } from "../domain/good-names.ts"
import { type Rising, risingOf } from "../domain/rising.ts"
import { looseThings } from "../domain/warning.ts"
import { type Doubt, doubtsOf } from "../store/doubts.ts"
import { countDrawers } from "../store/indicators.ts"
import { headsOfMyBody, type Person } from "../store/shared.ts"
import {
  type Attached,
  attachable,
  attachedTo,
  countReceivers,
  listWarnings,
  notOutYet,
  readWarningRow,
  standingWarnings,
  type WarningRow,
} from "../store/warnings.ts"
import { goodNamesOf } from "./proposing.ts"
import { standingOf } from "./reading.ts"
import type { Seat } from "./seat.ts"
import { servingOf } from "./serving.ts"

export type WarningList = {
  rows: WarningRow[]
  total: number
  counts: Record<Drawer, number>
  heads: Person[]
  rising: Rising[]
  /** By trick, the warning that is out about it. */
  standing: { trick: string; id: string; code: number }[]
}

export function openWarnings(
  seat: Seat,
  asked: { drawer: Drawer; text: string },
  page: { limit: number; offset: number },
  seesTips: boolean,
): Promise<WarningList> {
  return seat.look(async (tx) => {
    const [found, counts, heads, tallies, standing] = await Promise.all([
      listWarnings(tx, asked, page),
      countDrawers(tx, "warnings"),
      headsOfMyBody(tx),
      seesTips ? tricksLately(tx) : Promise.resolve([]),
      standingWarnings(tx),
    ])
    return { ...found, counts, heads, rising: risingOf(tallies), standing }
  })
}

/** Beside the form: what the tips of a trick say. Masked words of tips are read: that is written down. */
export type Evidence = TrickEvidence & { notOut: Set<string> }

export function openEvidence(seat: Seat, trick: string): Promise<Evidence> {
  return seat.open(async (tx) => {
    const details = { trick }
    await journal(tx, { what: "signal.trick-read", record: { kind: "body", id: seat.bodyId }, details })
    return evidenceIn(tx, trick)
  })
}

async function evidenceIn(tx: Tx, trick: string): Promise<Evidence> {
  const evidence = await evidenceOfTrick(tx, trick)
  return { ...evidence, notOut: await notOutYet(tx, evidence.clues) }
}

export const attachableTo = (seat: Seat, trick: string | null): Promise<Attached[]> =>
  seat.look((tx) => attachable(tx, trick))

export type WarningReading = Awaited<ReturnType<typeof standingOf>> & {
  row: WarningRow
  attached: Attached[]
  /** What other bodies have recalled since and its words still name; empty where it is out no more. */
  doubts: Doubt[]
  replaced: { id: string; code: number | null } | null
  /** What its release would do, and what the machine sees; null where nothing is to be released here. */
  release: Release | null
  /** The task that it serves; null at another body. */
  serving: ServingReading | null
}

export type Release = {
  enterprises: number
  agencies: number
  /** Values of attached indicators that are official. */
  good: string[]
  /** Values in the words that no second person looked at. */
  loose: string[]
  /** Clues of the trick's tips of which nothing is out, and those of them that one tip alone names. */
  heldBack: number
  heldBackFew: number
  tips: number
}

export function openWarning(seat: Seat, id: string): Promise<WarningReading | null> {
  return seat.open(async (tx) => {
    const row = await readWarningRow(tx, id)
    if (row === null) return null
    await journal(tx, { what: "warning.read", record: { kind: "warning", id } })
    const standing = await standingOf(tx, seat, "warning", row)
    const attached = await attachedTo(tx, id)
    const old = row.replaces === null ? null : await readWarningRow(tx, row.replaces)
    return {
      row,
      ...standing,
      attached,
      doubts: row.state === "released" ? await doubtsOf(tx, id) : [],
      replaced: old === null ? null : { id: old.id, code: old.code },
      serving: standing.isOurs ? await servingOf(tx, "warning", id) : null,
      release: standing.isOurs && row.state === "waiting" ? await releaseOf(tx, seat, row, attached) : null,
    }
  })
}

async function releaseOf(
  tx: Tx,
  seat: Seat,
  row: WarningRow,
  attached: readonly Attached[],
): Promise<Release> {
  const names = goodNamesOf(seat)
  const isGood = (one: { kind: string; value: string }) => goodNameOf(one, names) !== null
  const words = [row.title, row.looksLike, ...row.signs, ...row.whatToDo, row.spoken ?? ""].join("\n")
  const evidence = row.trick === null ? null : await evidenceIn(tx, row.trick)
  const held = (evidence?.clues ?? []).filter(({ kind, value }) => evidence?.notOut.has(`${kind}:${value}`))
  return {
    ...(await countReceivers(tx)),
    good: attached.filter(isGood).map((one) => one.value),
    loose: looseThings(readTarget(words), attached, isGood).map((one) => one.value),
    heldBack: held.length,
    heldBackFew: held.filter((one) => one.tips === 1).length,
    tips: evidence?.tips ?? 0,
  }
}
