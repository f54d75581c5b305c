/**
 * Working days of the State. The days off of a year are decided year by year and kept in `data/days-off.csv`;
 * for a year without a decision they are reckoned from the Labour Code and are provisional (tạm tính).
 */
import { addDays, type LocalDate, weekdayOf } from "../time.ts"
import { lunarDate, lunarNewYear } from "./lunar.ts"

export type DayOffKind = "holiday" | "compensation" | "swap-off" | "swap-work"
export type DayOff = { on: LocalDate; kind: DayOffKind; name: string }

export type Calendar = {
  isWorkingDay(on: LocalDate): boolean
  /** Why a day is off ("thứ Bảy", "Quốc khánh"), why a Saturday is worked, or null. */
  reason(on: LocalDate): string | null
  /** Whether the days off of this day's year have been decided. */
  isDecided(on: LocalDate): boolean
}

const weekendNames: Readonly<Record<number, string>> = { 6: "thứ Bảy", 0: "Chủ nhật" }

/** `added`: days decided one by one since; they do not make a year decided whose list is not out yet. */
export function createCalendar(decided: readonly DayOff[], added: readonly DayOff[] = []): Calendar {
  const years = new Set(decided.filter((day) => day.kind === "holiday").map((day) => day.on.slice(0, 4)))
  const days = new Map([...decided, ...added].map((day) => [day.on, day]))
  const reckoned = new Set<string>()
  const find = (on: LocalDate): DayOff | undefined => {
    const year = on.slice(0, 4)
    if (!years.has(year) && !reckoned.has(year)) {
      reckoned.add(year)
      for (const day of statutoryDaysOff(Number(year))) if (!days.has(day.on)) days.set(day.on, day)
    }
    return days.get(on)
  }
  return {
    isWorkingDay(on) {
      const day = find(on)
      if (day !== undefined) return day.kind === "swap-work"
      return weekendNames[weekdayOf(on)] === undefined
    },
    reason: (on) => find(on)?.name ?? weekendNames[weekdayOf(on)] ?? null,
    isDecided: (on) => years.has(on.slice(0, 4)),
  }
}

/**
 * Bộ luật Lao động 2019, Điều 112: Tết Dương lịch 1, Tết Âm lịch 5, Chiến thắng 1, Quốc tế lao động 1, Quốc khánh 2
 * (1 before 2021), Giỗ Tổ 1; Điều 111.3: a holiday on a weekly day off is made up on the next working day.
 * Which five days of Tết and which neighbour of 2 September is decided each year: the eve and the four days
 * after it, and the neighbour that joins the weekend, are assumed.
 */
export function statutoryDaysOff(year: number): DayOff[] {
  const tet = lunarNewYear(year)
  const holidays: DayOff[] = [
    holiday(`${year}-01-01`, "Tết Dương lịch"),
    ...[-1, 0, 1, 2, 3].map((i) =>
      holiday(addDays(tet, i), i < 0 ? "Tết Nguyên đán (giao thừa)" : `Tết Nguyên đán (mùng ${i + 1})`),
    ),
    holiday(lunarDate(year, 3, 10), "Giỗ Tổ Hùng Vương"),
    holiday(`${year}-04-30`, "Ngày Chiến thắng"),
    holiday(`${year}-05-01`, "Ngày Quốc tế lao động"),
    holiday(`${year}-09-02`, "Quốc khánh"),
  ]
  if (year >= 2021) holidays.push(holiday(neighbourOfNationalDay(year), "Quốc khánh (ngày liền kề)"))
  const off = new Map(holidays.map((day) => [day.on, day]))
  for (const day of [...holidays].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    if (weekendNames[weekdayOf(day.on)] === undefined) continue
    const made = nextFree(day.on, off)
    off.set(made, { on: made, kind: "compensation", name: `Nghỉ bù ${day.name}` })
  }
  return [...off.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

const holiday = (on: LocalDate, name: string): DayOff => ({ on, kind: "holiday", name })

function neighbourOfNationalDay(year: number): LocalDate {
  const weekday = weekdayOf(`${year}-09-02`)
  return weekday === 1 || weekday === 4 || weekday === 0 ? `${year}-09-03` : `${year}-09-01`
}

function nextFree(on: LocalDate, off: ReadonlyMap<LocalDate, DayOff>): LocalDate {
  let day = addDays(on, 1)
  // No run of holidays and weekends is longer than two weeks.
  for (let i = 0; i < 14 && (off.has(day) || weekendNames[weekdayOf(day)] !== undefined); i += 1)
    day = addDays(day, 1)
  return day
}
