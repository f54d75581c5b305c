/** A warning is written, put before a second person, brought up to date and recalled. */
import type { Tx } from "../../kernel/db/database.ts"
import { announce } from "../../kernel/journal.ts"
import { evidenceOfTrick } from "../../signals/index.ts"
import { type WarningFault, type WarningText, warningFault } from "../domain/warning.ts"
import { settleDoubts } from "../store/doubts.ts"
import { addEvent } from "../store/events.ts"
import { readIndicatorRow } from "../store/indicators.ts"
import { lockShared } from "../store/shared.ts"
import { changeWarning, insertWarning, readWarningRow } from "../store/warnings.ts"
import { isAuthority, todayOf } from "./proposing.ts"
import type { Seat } from "./seat.ts"
import { nameTaskIn } from "./serving.ts"
import { takeStep, takeStepIn } from "./steps.ts"

export type WriteFault = WarningFault | "notAttachable" | "notReplaceable"

/** Written and sent in one press. `replaces`: the warning of this body that this one brings up to date. */
export function writeWarning(
  seat: Seat,
  text: WarningText,
  replaces: string | null,
  assignmentId: string | null = null,
): Promise<{ id: string } | { refused: WriteFault }> {
  return seat.open(async (tx) => {
    const fault = await faultIn(tx, seat, text)
    if (fault !== null) return { refused: fault }
    if (replaces !== null && (await lockShared(tx, "warning", replaces))?.state !== "released")
      return { refused: "notReplaceable" }
    const { tips, since } =
      text.trick === null ? { tips: 0, since: null } : await evidenceOfTrick(tx, text.trick)
    const made = await insertWarning(tx, { ...text, replaces, tips, tipsSince: since, name: seat.name })
    const of = { kind: "warning", id: made.id } as const
    const event = { what: "warning.written", stateBefore: "draft", stateAfter: "draft", note: null } as const
    await addEvent(tx, { ...of, bodyId: made.bodyId }, { ...event, byName: seat.name })
    const { audience, severity, trick } = text
    await announce(tx, {
      what: "warning.written",
      record: of,
      details: { audience, severity, trick, replaces },
    })
    await nameTaskIn(tx, seat, of, assignmentId)
    await takeStepIn(tx, seat, of, { step: "send" })
    return { id: made.id }
  })
}

export const rewriteWarning = (seat: Seat, id: string, text: WarningText) =>
  takeStep<WriteFault>(
    seat,
    { kind: "warning", id },
    {
      step: "edit",
      refuse: (tx) => faultIn(tx, seat, text),
      write: (tx) => changeWarning(tx, id, text),
    },
  )

/** The owner has looked again at what others recalled since: the warning stays, and its page says no more that it is being looked at. */
export function keepWarning(
  seat: Seat,
  id: string,
  reason: string,
): Promise<{ done: true } | { refused: "notYours" | "notReleased" | "notDoubted" }> {
  return seat.open(async (tx) => {
    const held = await lockShared(tx, "warning", id)
    if (held === null) return { refused: "notYours" }
    if (held.state !== "released") return { refused: "notReleased" }
    if (!(await settleDoubts(tx, id, seat.name))) return { refused: "notDoubted" }
    const of = { kind: "warning", id } as const
    const event = { what: "warning.kept", stateBefore: held.state, stateAfter: held.state } as const
    await addEvent(tx, { ...of, bodyId: held.bodyId }, { ...event, byName: seat.name, note: reason })
    await announce(tx, { what: "warning.kept", record: of })
    return { done: true }
  })
}

/** What it brings up to date is recalled in the same breath: nobody reads two that say the same. */
export function releaseWarning(seat: Seat, id: string) {
  return seat.open(async (tx) => {
    const done = await takeStepIn(tx, seat, { kind: "warning", id }, { step: "release" })
    if ("refused" in done) return done
    const row = await readWarningRow(tx, id)
    if (row === null || row.replaces === null) return done
    const note = replacedBy(row.code ?? 0)
    await takeStepIn(tx, seat, { kind: "warning", id: row.replaces }, { step: "recall", note })
    return done
  })
}

/** Read by everybody who had the old one, in Vietnamese as the warning itself. */
export const replacedBy = (code: number) => `Thay bằng cảnh báo ${code}`

async function faultIn(tx: Tx, seat: Seat, text: WarningText): Promise<WriteFault | null> {
  const fault = warningFault(text, { isAuthority: isAuthority(seat), today: todayOf(seat) })
  if (fault !== null) return fault
  for (const id of text.indicators) {
    const row = await readIndicatorRow(tx, id)
    // Row security leaves only what this body may read; what is not out yet goes along with nothing.
    if (row === null || row.state !== "released") return "notAttachable"
  }
  return null
}
