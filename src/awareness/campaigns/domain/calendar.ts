/** The schedule of campaigns as iCalendar (RFC 5545): a session keeps its UID however often it changes; a cancelled one stays, as cancelled. */
import ical, { type ICalEventData, ICalEventStatus } from "ical-generator"
import { addDays, type LocalDate } from "../../../kernel/time.ts"

export type Entry = {
  /** A record's id: RFC 7986 asks for a UUID. */
  id: string
  title: string
  details: string
  location: string | null
  url: string
  madeAt: string
  cancelledAt: string | null
} & ({ on: LocalDate; from: string; until: string } | { firstOn: LocalDate; lastOn: LocalDate })

/** Local time of Vietnam, which has no summer time, as an instant. */
const instant = (on: LocalDate, at: string) => new Date(`${on}T${at}:00+07:00`)
/** A whole day is a date without a time; the library reads it from an instant of UTC. */
const wholeDay = (on: LocalDate) => new Date(`${on}T00:00:00Z`)

function eventOf(entry: Entry): ICalEventData {
  const when =
    "on" in entry
      ? { start: instant(entry.on, entry.from), end: instant(entry.on, entry.until) }
      : { start: wholeDay(entry.firstOn), end: wholeDay(addDays(entry.lastOn, 1)), allDay: true }
  const isCancelled = entry.cancelledAt !== null
  return {
    ...{ id: entry.id, ...when, summary: entry.title, description: entry.details, url: entry.url },
    stamp: new Date(entry.cancelledAt ?? entry.madeAt),
    sequence: isCancelled ? 1 : 0,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(entry.location === null ? {} : { location: entry.location }),
  }
}

export function calendarOf(
  { name, description, lang }: { name: string; description: string; lang: string },
  entries: readonly Entry[],
): string {
  const calendar = ical({ name, description })
  calendar.prodId({ company: "Liên Phòng", product: "Tuyên truyền", language: lang.toUpperCase() })
  // Programs ask again twice a day.
  calendar.ttl(43_200)
  for (const entry of entries) calendar.createEvent(eventOf(entry))
  return calendar.toString()
}
