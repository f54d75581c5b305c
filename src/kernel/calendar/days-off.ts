/** Days off that were decided one by one during the year, on top of those of `data/days-off.csv`. */
import { asPublic, type Database, type Tx } from "../db/database.ts"
import type { LocalDate } from "../time.ts"
import { type Calendar, createCalendar } from "./calendar.ts"
import { loadDaysOff, stateCalendar } from "./data.ts"

/** "off": nobody works; "work": a Saturday or Sunday that is worked instead. */
export type AddedKind = "off" | "work"
export type AddedDay = {
  id: string
  on: LocalDate
  kind: AddedKind
  name: string
  basis: string
  enteredAt: string
  enteredName: string
}

/** A State decides some ten a year; a list this long is no list of days off. */
const daysMax = 1_000

/** Newest day first. */
export async function addedDays(tx: Tx): Promise<AddedDay[]> {
  const rows = await tx
    .selectFrom("daysOff")
    .select(["id", "onDay as on", "kind", "name", "basis", "enteredAt", "enteredName"])
    .where("removedAt", "is", null)
    .orderBy("onDay", "desc")
    .limit(daysMax)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as AddedKind }))
}

let kept: { of: string; calendar: Calendar } | null = null

/** The calendar as every process sees it in this transaction; made anew only when a day was added or taken back. */
export async function calendarIn(tx: Tx): Promise<Calendar> {
  const rows = await tx
    .selectFrom("daysOff")
    .select(["onDay", "kind", "name"])
    .where("removedAt", "is", null)
    .orderBy("onDay")
    .limit(daysMax)
    .execute()
  if (rows.length === 0) return stateCalendar()
  const of = JSON.stringify(rows)
  if (kept?.of !== of) {
    const added = rows.map(({ onDay: on, kind, name }) => ({
      on,
      kind: kind === "work" ? ("swap-work" as const) : ("swap-off" as const),
      name,
    }))
    kept = { of, calendar: createCalendar(loadDaysOff(), added) }
  }
  return kept.calendar
}

export const calendarOf = (db: Database): Promise<Calendar> => asPublic(db, calendarIn)

export type NewDay = Pick<AddedDay, "on" | "kind" | "name" | "basis" | "enteredName">

/** False: that day was entered already. */
export async function addDayOff(tx: Tx, { on: onDay, ...day }: NewDay): Promise<boolean> {
  const done = await tx
    .insertInto("daysOff")
    .values({ onDay, ...day })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Null: there is none, or it was taken back meanwhile. */
export async function removeDayOff(
  tx: Tx,
  id: string,
  by: { removedAt: string; removedName: string },
): Promise<LocalDate | null> {
  const row = await tx
    .updateTable("daysOff")
    .set(by)
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .returning("onDay")
    .executeTakeFirst()
  return row?.onDay ?? null
}
