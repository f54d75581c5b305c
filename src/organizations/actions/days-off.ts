/** A day off is entered or taken back by who keeps the chart; the clocks that run are counted again at once. */
import {
  type AddedDay,
  type AddedKind,
  addDayOff,
  addedDays,
  removeDayOff,
} from "../../kernel/calendar/days-off.ts"
import { type DeadlineHolder, type Moved, recountAll } from "../../kernel/calendar/holders.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { lastMoves, type PastMove } from "../store/moves.ts"

export type DaysOffReading = { days: AddedDay[]; moves: PastMove[] }

export function readDaysOff(desk: Desk): Promise<DaysOffReading> {
  return asOfficer(desk.house.db, desk.who, async (tx) => ({
    days: await addedDays(tx),
    moves: await lastMoves(tx),
  }))
}

export type NewDayOff = { on: string; kind: AddedKind; name: string; basis: string }

/** The day is written first: a count that breaks off is finished by the nightly one. */
export async function enterDayOff(
  desk: Desk,
  day: NewDayOff,
  holders: readonly DeadlineHolder[],
): Promise<{ moved: Moved[] } | { refused: "known" }> {
  const isNew = await asOfficer(desk.house.db, desk.who, async (tx) => {
    if (!(await addDayOff(tx, { ...day, enteredName: desk.officer.name }))) return false
    const details = { on: day.on, kind: day.kind }
    await journal(tx, { what: "calendar.day-entered", record: { kind: "day-off", id: day.on }, details })
    return true
  })
  if (!isNew) return { refused: "known" }
  return { moved: await recountAll(holders, desk.house.db) }
}

export async function takeBackDayOff(
  desk: Desk,
  id: string,
  holders: readonly DeadlineHolder[],
): Promise<{ moved: Moved[] } | { refused: "gone" }> {
  const on = await asOfficer(desk.house.db, desk.who, async (tx) => {
    const removed = { removedAt: desk.house.clock.now().toISOString(), removedName: desk.officer.name }
    const day = await removeDayOff(tx, id, removed)
    if (day !== null)
      await journal(tx, {
        what: "calendar.day-removed",
        record: { kind: "day-off", id: day },
        details: { on: day },
      })
    return day
  })
  return on === null ? { refused: "gone" } : { moved: await recountAll(holders, desk.house.db) }
}
