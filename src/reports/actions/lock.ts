/** Locking a period, and correcting what was locked: a reason, the two values and who, journaled. */
import { createHash } from "node:crypto"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { hereOf } from "../../kernel/installation.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { decideLock, figuresOfLock, type LockRefused, standingValue, textOfLock } from "../domain/lock.ts"
import { type Period, windowOf, windowsOf } from "../domain/windows.ts"
import { readPlaces } from "../leadership/actions/places.ts"
import { figureOf } from "../outline.ts"
import { addCorrection, addLock, correctionsOf, findLock } from "../store/locks.ts"
import { readCounted, readFigures, type Scope, todayOf } from "./figures.ts"
import { readTallies } from "./tallies.ts"

/** The province's report is made by the lead department or by who keeps the chart; its own, by every body. */
export const mayReport = ({ officer }: Desk, scope: Scope) =>
  scope === "own" || officer.isLead || officer.keepsChart

export async function lockPeriod(
  desk: Desk,
  period: Period,
  scope: Scope,
): Promise<{ locked: string } | { refused: LockRefused }> {
  const window = windowOf(period)
  if (scope === "province") await readPlaces(desk.house)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const isLocked = (await findLock(tx, { period: period.label, scope, bodyId: desk.who.bodyId })) !== null
    const refused = decideLock({ window, today: todayOf(desk), isLocked, mayReport: mayReport(desk, scope) })
    if (refused !== null) return { refused }
    const { figures: counted, counted: cells } = await readCounted(tx, window, scope)
    const before = windowsOf(period).previous
    const tallies = await readTallies(
      tx,
      { window, before, cells },
      { scope, province: hereOf(desk.house).code },
    )
    const figures = textOfLock(window, scope, { figures: counted, tallies })
    const sha256 = createHash("sha256").update(figures).digest("hex")
    const { from: fromOn, to: toOn } = window
    const lockedName = desk.officer.name
    const id = await addLock(tx, { period: period.label, scope, fromOn, toOn, figures, sha256, lockedName })
    if (id === null) return { refused: "report.alreadyLocked" }
    const details = { period: period.label, scope, sha256 }
    await journal(tx, {
      what: "report.locked",
      record: { kind: "report-lock", id },
      rule: "NĐ 09/2019 Đ12",
      details,
    })
    await tell(tx, "report.locked", id, details)
    return { locked: id }
  })
}

export type CorrectionRefused =
  | "report.notLocked"
  | "report.notYours"
  | "report.sameAsLocked"
  | "report.noFigure"

/** Takes what the system counts now; a figure cannot be corrected to a number that nobody counted. */
export async function correctFigure(
  desk: Desk,
  asked: { period: Period; scope: Scope; figure: string; reason: string },
): Promise<{ corrected: true } | { refused: CorrectionRefused }> {
  if (figureOf(asked.figure) === null) return { refused: "report.noFigure" }
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const lock = await findLock(tx, {
      period: asked.period.label,
      scope: asked.scope,
      bodyId: desk.who.bodyId,
    })
    if (lock === null) return { refused: "report.notLocked" }
    if (lock.bodyId !== desk.who.bodyId) return { refused: "report.notYours" }
    const valueBefore = await standing(tx, lock, asked.figure)
    const now = await readFigures(tx, windowOf(asked.period), asked.scope)
    const valueAfter = now.find((one) => one.definition.id === asked.figure)?.value ?? null
    if (valueBefore === valueAfter) return { refused: "report.sameAsLocked" }
    const { figure, reason } = asked
    await addCorrection(tx, {
      lockId: lock.id,
      figure,
      valueBefore,
      valueAfter,
      reason,
      byName: desk.officer.name,
    })
    await journal(tx, {
      what: "report.corrected",
      record: { kind: "report-lock", id: lock.id },
      details: { figure, before: valueBefore, after: valueAfter },
    })
    return { corrected: true }
  })
}

async function standing(
  tx: Tx,
  lock: { id: string; figures: string },
  figure: string,
): Promise<number | null> {
  const locked = figuresOfLock(lock.figures).find((one) => one.id === figure)
  return standingValue(locked, await correctionsOf(tx, lock.id))
}
