/**
 * The end date of personal data. A job erases what lies under the seal of tips that are over: who sent them, how to reach them, raw
 * words, messages, files, the desk's notes. The masked words, the counts and the journal stay; the journal tells that it was done,
 * under which rule. An officer's hold, with its reason, keeps a tip whole until it is lifted.
 */
import { asJob, type Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { announce } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { retentionRules } from "../catalogue.ts"
import { type Retention, retentionOf, warnDays } from "../domain/retention.ts"
import { addEvent, lockSignal } from "../store/desk.ts"
import type { SignalRow } from "../store/reading.ts"
import {
  countEnding,
  dropHold,
  endsIn,
  eraseOne,
  erasureBegins,
  type Hold,
  holdOn,
  insertHold,
  isKept,
  type Terms,
  tipsToErase,
} from "../store/retention.ts"
import type { Seat } from "./seat.ts"

const job = "signals.erase"
const nobody = "00000000-0000-0000-0000-000000000000"

function terms(): Terms {
  const rules = retentionRules()
  return {
    named: rules.flatMap(({ closeReasons, months }) =>
      (closeReasons ?? []).map((reason) => ({ reason, months })),
    ),
    others: rules.find(({ closeReasons }) => closeReasons === null)?.months ?? 24,
  }
}

/** `isKept`: nothing is erased on that day, for a hold, a file, another body, or a tip into which this one was put. */
export type Kept = { retention: Retention | null; hold: Hold | null; isKept: boolean }

export async function keptUntil(tx: Tx, row: SignalRow): Promise<Kept> {
  const changedOn = localDateOf(new Date(row.changedAt))
  const counted = retentionOf({ ...row, changedOn }, retentionRules())
  const begins = await erasureBegins(tx)
  const retention =
    counted === null ? null : { ...counted, eraseOn: counted.eraseOn < begins ? begins : counted.eraseOn }
  return {
    retention,
    hold: await holdOn(tx, row.id),
    isKept: retention !== null && (await isKept(tx, row.id)),
  }
}

/** For the drawer of these tips. */
export const endsWithin = () => endsIn(terms(), warnDays)

/** For the page of one's work: tips whose data ends within thirty days, unless somebody holds them. */
export const endingSoon = (tx: Tx): Promise<number> => countEnding(tx, terms(), warnDays)

export type HoldDone = { done: true } | { refused: "notFound" | "heldAlready" | "notHeldBack" }

export const holdTip = (seat: Seat, id: string, reason: string): Promise<HoldDone> =>
  seat.open(async (tx) => {
    if ((await lockSignal(tx, id)) === null) return { refused: "notFound" }
    if (!(await insertHold(tx, id, { reason, byName: seat.name }))) return { refused: "heldAlready" }
    await announce(tx, { what: "signal.erasure-held", record: { kind: "signal", id } })
    return { done: true }
  })

export const liftHold = (seat: Seat, id: string): Promise<HoldDone> =>
  seat.open(async (tx) => {
    if ((await lockSignal(tx, id)) === null) return { refused: "notFound" }
    if (!(await dropHold(tx, id))) return { refused: "notHeldBack" }
    await announce(tx, { what: "signal.erasure-hold-lifted", record: { kind: "signal", id } })
    return { done: true }
  })

const atOnce = 100
const roundsMax = 50

/** How many were erased. Each in a transaction of its own; what a file still keeps is passed over and asked again tomorrow. */
export async function eraseOver(house: House): Promise<number> {
  const blank = house.keys.seal("identity", Buffer.from("{}", "utf8"))
  let [erased, after] = [0, nobody]
  for (let round = 0; round < roundsMax; round += 1) {
    const at = after
    const tips = await asJob(house.db, job, (tx) => tipsToErase(tx, terms(), { after: at, limit: atOnce }))
    for (const tip of tips) if (await asJob(house.db, job, (tx) => eraseTip(tx, tip, blank))) erased += 1
    after = tips.at(-1)?.id ?? after
    if (tips.length < atOnce) break
  }
  return erased
}

async function eraseTip(
  tx: Tx,
  { id, bodyId }: { id: string; bodyId: string },
  blank: Buffer,
): Promise<boolean> {
  if (!(await eraseOne(tx, id, blank))) return false
  const what = "signal.personal-data-erased"
  const row = await tx.selectFrom("signals").select(["state"]).where("id", "=", id).executeTakeFirstOrThrow()
  const states = { stateBefore: row.state as "closed", stateAfter: row.state as "closed" }
  await addEvent(tx, { signalId: id, bodyId, what, ...states, byName: "", note: null })
  await announce(tx, { what, record: { kind: "signal", id } })
  return true
}
